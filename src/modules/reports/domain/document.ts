import { dateParts } from "../../../kernel/time/dates.ts";
import type { OfficialBlock, OfficialDraft } from "../../documents/dispatch/official.ts";
import type { RenderedBlock, ReportHeader, Segment } from "../shapes.ts";

export type Printed = {
  header: ReportHeader;
  blocks: readonly RenderedBlock[];
  /** Said at the end of the text: whose figures are not in. */
  coverage: string | null;
  /** As the clerk gave it; null leaves room for the pen. */
  number: string | null;
  /** 'YYYY-MM-DD'; without it the year alone. */
  date: string | null;
  year: number;
  draft: boolean;
};

/** The official document of a rendered report: what the .docx, the lines of a preview and the signed file are made from. */
export function officialOf({ header, blocks, coverage, number, date, year, draft }: Printed): OfficialDraft {
  const printed = blocks.filter(({ out }) => out === null);
  const text = printed.filter(({ kind }) => kind !== "annex");
  const body = text.flatMap((block) => bodyOf(block, draft));
  if (coverage !== null) body.splice(closingAt(text, body.length), 0, { kind: "prose", text: coverage });
  const annexes = printed.filter(({ kind }) => kind === "annex");
  const { signature, type, typeSymbol, issuerSymbol, superior, issuer, called, form, ...rest } = header;
  return {
    ...rest,
    form,
    issuer: { superior, name: issuer, called },
    number: { value: number, type: typeSymbol, issuer: issuerSymbol },
    date: date === null ? { year, month: null, day: null } : dateParts(date),
    type,
    body,
    draft,
    signature,
    annexes: annexes.map((block, at) => ({
      label: annexes.length === 1 ? "Phụ lục" : `Phụ lục ${["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"][at] ?? at + 1}`,
      title: block.title ?? "",
      landscape: (block.table?.columns.length ?? 0) > 6,
      body: tableOf(block, draft),
    })),
  };
}

/** The last paragraph is the closing formula ("Trên đây là …"): what is said of the figures stands before it. */
function closingAt(blocks: readonly RenderedBlock[], length: number): number {
  const last = blocks.at(-1);
  const closes = last?.kind === "sentence" && textOf(last.paragraphs[0] ?? []).startsWith("Trên đây");
  return closes ? length - 1 : length;
}

function bodyOf(block: RenderedBlock, draft: boolean): OfficialBlock[] {
  if (block.kind === "table") return tableOf(block, draft);
  return block.paragraphs.flatMap((segments): OfficialBlock[] => {
    const text = textOf(segments);
    if (text.trim() === "") return [];
    const marks = draft ? marksOf(segments) : undefined;
    if (block.kind === "heading") return [{ kind: "clause", level: levelOf(block.level), text, title: true, marks }];
    const item = /^([-+])\s+/u.exec(text);
    if (!item) return [{ kind: "prose", text, marks }];
    const cut = item[0].length;
    return [
      {
        kind: "clause",
        level: 4,
        label: item[1],
        text: text.slice(cut),
        marks: marks?.map(([from, to]) => [Math.max(0, from - cut), to - cut]),
      },
    ];
  });
}

const levelOf = (level: number | null): 1 | 2 | 3 => (level === 2 || level === 3 ? level : 1);

export const textOf = (segments: readonly Segment[]): string => segments.map(({ text }) => text).join("");

/** Where figures stand that are not final. */
function marksOf(segments: readonly Segment[]): [number, number][] {
  const marks: [number, number][] = [];
  let at = 0;
  for (const { text, state } of segments) {
    if (state === "provisional" || state === "missing") marks.push([at, at + text.length]);
    at += text.length;
  }
  return marks;
}

function tableOf({ kind, table, title }: RenderedBlock, draft: boolean): OfficialBlock[] {
  if (!table) return [];
  const annex = kind === "annex";
  const lead = annex ? 2 : 3;
  const marked = draft
    ? table.rows.flatMap((row, at) =>
        row.flatMap(({ state }, column): [number, number][] => (state === "provisional" ? [[at, column]] : [])),
      )
    : [];
  return [
    {
      kind: "table",
      title: annex ? null : title,
      total: annex,
      columns: table.columns.map((name, at) => ({
        title: name,
        width: at === 0 ? 1 : at === 1 ? (annex ? 4 : 6) : 2,
        align: at === 0 || (!annex && at === 2) ? ("center" as const) : at < lead ? ("left" as const) : ("right" as const),
      })),
      rows: table.rows.map((row) => row.map(({ text }) => text)),
      marked,
    },
  ];
}
