/** Tables that hand out numbers: one row per body, one column per thing ("TT | Đơn vị | Số mô hình mới | Số hộ được giúp"). */
import { fold, squeeze } from "../../../../kernel/text.ts";
import { lexical } from "../bodies/index.ts";
import { countedUnits } from "../lexicon/units.ts";
import { parseNumber } from "../mentions/quantities.ts";
import type { Draft } from "../outline/outline.ts";
import type { Paragraph } from "../paragraphs/paragraphs.ts";
import { quoteOf } from "../paragraphs/paragraphs.ts";
import { isRowNumber } from "../paragraphs/tables.ts";
import type { Target } from "../plan.ts";

/** Words that say that the table orders, and does not only tell. */
const HANDS_OUT =
  /(?:giao|phan bo|phan khai|dang ky) (?:[a-z]+ ){0,4}(?:chi tieu|so luong|muc tieu)|^(?:bang |bieu )?chi tieu|^giao |phan bo/;
const WHO =
  /^(?:ten )?(?:don vi|dia phuong|co quan|to chuc|xa|phuong|xa,? phuong|thon|to dan pho|chi hoi|chi bo|chi doan|khu dan cu|hoi|huyen)(?:[ ,/].*)?$/;
const NUMBERED = /^(?:stt|tt|so tt)$/;
const TOTAL = /^(?:tong|cong|tong cong|tong so|toan (?:tinh|xa|phuong))/;
const PLAIN = /^(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?\s*%?$/;
const UNITS = [...countedUnits].sort((a, b) => b.length - a.length);

type Row = { cells: (Paragraph | undefined)[] };

/** Unit of a column, in its heading: "Số mô hình mới", "Tỷ lệ hộ đăng ký (%)". */
function unitOf(heading: string): string {
  if (heading.includes("%") || /tỷ lệ/iu.test(heading)) return "%";
  const low = lexical(heading);
  const bracketed = /\(([\p{L} ]{1,20})\)\s*$/u.exec(low)?.[1];
  if (bracketed) return bracketed;
  return UNITS.find((unit) => new RegExp(`(?:^|số(?: lượng)? |\\s)${unit}(?!\\p{L})`, "u").test(low) && unit !== "số") ?? "";
}

/** Rows as printed, from the one at `at`. */
function printedRows(paragraphs: readonly Paragraph[], at: number): { rows: Row[]; to: number } {
  const rows: Row[] = [];
  let to = at;
  let line: number | null = null;
  for (let row = paragraphs[to]?.row ?? null; row !== null; row = paragraphs[++to]?.row ?? null) {
    const paragraph = paragraphs[to];
    if (row !== line) rows.push({ cells: [] });
    line = row;
    const cells = rows.at(-1)?.cells;
    if (cells && paragraph) cells[paragraph.cell ?? cells.length] = paragraph;
  }
  return { rows, to };
}

/** Rows of a table of which only the cells are left, one after the other: as wide as its header up to the first "1". */
function flattenedRows(paragraphs: readonly Paragraph[], at: number): { rows: Row[]; to: number } {
  const width = paragraphs.slice(at, at + 9).findIndex(({ text }) => isRowNumber(text));
  if (width < 3) return { rows: [], to: at };
  const rows: Row[] = [{ cells: paragraphs.slice(at, at + width) }];
  let to = at + width;
  while (isRowNumber(paragraphs[to]?.text ?? "") && paragraphs.length >= to + width) {
    rows.push({ cells: paragraphs.slice(to, to + width) });
    to += width;
  }
  return { rows, to };
}

function targetsOfRows(rows: readonly Row[], section: string, deadline: string | null): Draft<Target>[] {
  const headings = (rows[0]?.cells ?? []).map((cell) => squeeze(cell?.text ?? ""));
  const who = headings.findIndex((heading) => WHO.test(fold(heading)));
  if (who < 0) return [];
  return rows.slice(1).flatMap(({ cells }, index) => {
    const body = cells[who];
    if (body === undefined || body.text === "" || TOTAL.test(fold(body.text)) || isRowNumber(body.text)) return [];
    return cells.flatMap((cell, column) => {
      const heading = headings[column] ?? "";
      if (cell === undefined || column === who || NUMBERED.test(fold(heading)) || heading === "" || !PLAIN.test(cell.text.trim()))
        return [];
      return [
        {
          ...quoteOf(cell, 0, cell.text.length, 120),
          metric: heading,
          comparator: "=" as const,
          value: parseNumber(cell.text.replace(/[%\s]/gu, "")),
          valueMax: null,
          unit: unitOf(heading),
          scope: squeeze(body.text),
          frequency: deadline === null ? ("none" as const) : ("once" as const),
          deadline,
          cumulative: null,
          section: `${section}.${index + 1}`,
          rule: "target:quota-table",
        },
      ];
    });
  });
}

/**
 * Targets of the tables among paragraphs that hand numbers out. `title`: the annex's title; what stands between it and the
 * table may say so too, and say the year.
 */
export function quotaTables(paragraphs: readonly Paragraph[], title: string, section: string): Draft<Target>[] {
  const found: Draft<Target>[] = [];
  const said = [title];
  for (let at = 0; at < paragraphs.length; at++) {
    const paragraph = paragraphs[at];
    if (paragraph === undefined) break;
    const begins = paragraph.row !== null || NUMBERED.test(fold(paragraph.text));
    if (!begins) {
      said.push(paragraph.text);
      continue;
    }
    const { rows, to } = paragraph.row === null ? flattenedRows(paragraphs, at) : printedRows(paragraphs, at);
    const words = said.join(" ");
    if (rows.length > 1 && said.some((text) => HANDS_OUT.test(fold(text)))) {
      const years = new Set([...words.matchAll(/năm (20\d{2})(?! ?[-–] ?\d)/giu)].map(([, year]) => year));
      const [year] = years;
      found.push(...targetsOfRows(rows, section, years.size === 1 ? `${year}-12-31` : null));
    }
    at = Math.max(at, to - 1);
  }
  return found;
}
