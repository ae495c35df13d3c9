import {
  Document,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  AlignmentType,
  BorderStyle,
  type ISectionOptions,
} from "docx";
import { compose, type Line, type Part, type Section } from "./compose.ts";
import { type FormRules, forms } from "./forms.ts";
import type { OfficialDraft, OfficialTable } from "./official.ts";
import { font, millimetres, paragraphOf, type Place, run } from "./paragraphs.ts";

const pageWidth = 210;
const pageHeight = 297;
/** Points above the signature, beside the last line of the text. */
const signatureGap = 12;

/** Writes an official document as .docx: A4, Times New Roman, page number at the top from page 2, annexes on pages of their own. */
export async function renderOfficial(draft: OfficialDraft): Promise<Uint8Array> {
  const { form, sections } = compose(draft);
  const rules = forms[form];
  const file = new Document({
    creator: "Khéo",
    title: draft.subject.replaceAll(/\s+/g, " "),
    styles: { default: { document: { run: { font, size: rules.sizes.body * 2, language: { value: "vi-VN" } } } } },
    sections: sections.map((section) => pages(section, rules)),
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function pages({ landscape, parts }: Section, rules: FormRules): ISectionOptions {
  const { top, bottom, left, right } = rules.margins;
  const width = (landscape ? pageHeight : pageWidth) - left - right;
  const number = new Paragraph({ alignment: AlignmentType.CENTER, children: [run(rules.sizes.body, { children: [PageNumber.CURRENT] })] });
  return {
    properties: {
      titlePage: true,
      page: {
        size: {
          // The library swaps the two for landscape itself.
          width: millimetres(pageWidth),
          height: millimetres(pageHeight),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: millimetres(top),
          bottom: millimetres(bottom),
          left: millimetres(left),
          right: millimetres(right),
          header: millimetres(10),
          footer: millimetres(10),
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: { default: new Header({ children: [number] }) },
    children: parts.map((part, at) => partOf(part, rules, { width, beforeTable: parts[at + 1]?.kind === "table" })),
  };
}

function partOf(part: Part, rules: FormRules, place: Place): Paragraph | Table {
  switch (part.kind) {
    case "line":
      return paragraphOf(part.line, rules, place);
    case "columns":
      return columns(part, rules, place.width);
    case "table":
      return grid(part.table, rules, place.width, part.keepNext);
  }
}

const noBorder = { style: BorderStyle.NONE, size: 0, color: "auto" };
const noBorders = { top: noBorder, bottom: noBorder, left: noBorder, right: noBorder };

function columns({ role, rows }: Extract<Part, { kind: "columns" }>, rules: FormRules, width: number): Table {
  const left = width * (role === "letterhead" ? rules.issuerShare : 0.5);
  const widths = [left, width - left];
  const cell = (lines: Line[], at: number): TableCell =>
    new TableCell({
      borders: noBorders,
      margins: { left: 0, right: 0, top: role === "signature" ? signatureGap * 20 : 0 },
      width: { size: millimetres(widths[at] ?? 0), type: WidthType.DXA },
      children: lines.map((line) => paragraphOf(line, rules, { width: widths[at] ?? 0 })),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: millimetres(width), type: WidthType.DXA },
    columnWidths: widths.map(millimetres),
    borders: { ...noBorders, insideHorizontal: noBorder, insideVertical: noBorder },
    // A letterhead or a signature torn over two pages is not signed by anybody.
    rows: rows.map((row) => new TableRow({ cantSplit: true, children: [cell(row.left, 0), cell(row.right, 1)] })),
  });
}

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };

/** Tables are set a little smaller than the body, as is usual in annexes; many columns smaller still, so that words are not cut. */
const smaller = (columns: number): number => (columns > 12 ? 5 : columns > 8 ? 4 : 2);

function grid({ columns: heads, rows, total, marked }: OfficialTable, rules: FormRules, width: number, keepNext = false): Table {
  const share = width / heads.reduce((sum, head) => sum + head.width, 0);
  const widths = heads.map((head) => millimetres(head.width * share));
  const points = rules.sizes.body - smaller(heads.length);
  const side = heads.length > 8 ? 40 : 80;
  const marks = new Set(marked.map(([row, column]) => `${row} ${column}`));
  const cell = (text: string, at: number, { row, bold, kept }: { row: number; bold: boolean; kept: boolean }): TableCell =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: side, right: side },
      verticalAlign: row < 0 ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
      children: [
        new Paragraph({
          alignment: row < 0 ? AlignmentType.CENTER : alignments[heads[at]?.align ?? "left"],
          keepNext: kept || undefined,
          children: [run(points, { text, bold, highlight: marks.has(`${row} ${at}`) ? "yellow" : undefined })],
        }),
      ],
    });
  const row = (texts: string[], at: number): TableRow => {
    const last = at === rows.length - 1;
    const style = { row: at, bold: at < 0 || (total && last), kept: at < 0 || (keepNext && last) };
    return new TableRow({ tableHeader: at < 0, cantSplit: true, children: texts.map((text, column) => cell(text, column, style)) });
  };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: millimetres(width), type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      row(
        heads.map(({ title }) => title),
        -1,
      ),
      ...rows.map((texts, at) => row(texts, at)),
    ],
  });
}
