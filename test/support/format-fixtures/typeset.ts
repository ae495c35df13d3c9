import {
  AlignmentType,
  BorderStyle,
  Document,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type ILevelsOptions,
} from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** A plan as text, set as a clerk sets it in Word: letterhead and signature side by side, real lists, a real annex table. */
export async function typeset(text: string): Promise<Uint8Array> {
  const lines = text.split("\n").map((line) => line.trim());
  const motto = lines.findIndex((line) => /^(CỘNG HÒA XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM$)/u.test(line));
  const title = lines.findIndex((line, at) => at > motto && titles.test(line));
  if (title < 0 || motto < 0) throw new Error("No letterhead above a title: this text cannot be set.");
  const recipients = lines.findIndex((line) => /^Nơi nhận:?$/u.test(line));
  const annex = lines.findIndex((line, at) => at > recipients && line.startsWith("PHỤ LỤC"));
  const end = annex < 0 ? lines.length : annex;
  const head = (from: number, to: number): string[] => lines.slice(from, to).filter(Boolean);
  const body = lines.slice(title, recipients < 0 ? end : recipients).filter(Boolean);
  const lists = listsOf(body);
  const signed = recipients < 0 ? [] : lines.slice(recipients, end).filter(Boolean);
  const signature = signed.findIndex((line) => /^(TM\.|T\/M|KT\.|Q\.|TL\.|CHỦ TỊCH|BÍ THƯ)/u.test(line));
  const document = new Document({
    styles: { default: { document: { run: { font: "Times New Roman", size: 28 } } } },
    numbering: {
      config: [
        { reference: "plan", levels: lists.levels.slice(0, dashes) },
        { reference: "dash", levels: [{ ...lists.levels[dashes], level: 0 } as ILevelsOptions] },
      ],
    },
    sections: [
      {
        children: [
          sideBySide(head(0, motto), head(motto, title)),
          ...lists.items.map(({ content, level }) =>
            level === undefined
              ? paragraph(content, titles.test(content))
              : new Paragraph({
                  children: [new TextRun(content)],
                  numbering: level === dashes ? { reference: "dash", level: 0 } : { reference: "plan", level },
                }),
          ),
          ...(signed.length > 0 ? [sideBySide(signed.slice(0, signature), signed.slice(signature))] : []),
          ...(annex < 0 ? [] : annexOf(lines.slice(annex))),
        ],
      },
    ],
  });
  return withoutRestarts(await Packer.toBuffer(document));
}

/** The library tells every list to start again, which no clerk does and LibreOffice turns into other lists. */
function withoutRestarts(docx: Uint8Array): Uint8Array {
  const files = unzipSync(docx);
  const numbering = strFromU8(files["word/numbering.xml"] ?? new Uint8Array());
  return zipSync({ ...files, "word/numbering.xml": strToU8(numbering.replace(/<w:lvlOverride.*?<\/w:lvlOverride>/gs, "")) });
}

const titles = /^(KẾ HOẠCH|CHƯƠNG TRÌNH|QUYẾT ĐỊNH|HƯỚNG DẪN|ĐỀ ÁN|CHỈ THỊ|THÔNG BÁO|NGHỊ QUYẾT|QUY CHẾ|BÁO CÁO)/u;

function paragraph(content: string, centred = false): Paragraph {
  return new Paragraph({
    children: [new TextRun({ text: content, bold: centred })],
    ...(centred ? { alignment: AlignmentType.CENTER } : {}),
  });
}

/** Index of the kind that is a list of its own. */
const dashes = 3;

type Item = { content: string; level: number | undefined };

/** A label becomes part of the list only when the list would count to it; the others stay typed, as clerks leave them. */
function listsOf(lines: string[]): { items: Item[]; levels: ILevelsOptions[] } {
  const kinds = [
    { pattern: /^([IVX]+)(\.|-|\.-) (?=.)/u, format: LevelFormat.UPPER_ROMAN, of: (at: number) => romans[at - 1] },
    { pattern: /^(\d+)(\.|-|\)) (?=.)/u, format: LevelFormat.DECIMAL, of: (at: number) => String(at) },
    { pattern: /^([a-z])(\)|\.) (?=.)/u, format: LevelFormat.LOWER_LETTER, of: (at: number) => "abcdefghijklmnop"[at - 1] },
    { pattern: /^(-) (?=.)()/u, format: LevelFormat.BULLET, of: () => "-" },
  ];
  const suffixes: (string | undefined)[] = [];
  const counters = [0, 0, 0];
  const items = lines.map((content): Item => {
    for (const [level, { pattern, of }] of kinds.entries()) {
      const found = pattern.exec(content);
      if (!found) continue;
      suffixes[level] ??= found[2] ?? "";
      if (level === dashes) return { content: content.slice(found[0].length), level };
      // Word counts a level that was skipped as used once: the list would show other numbers than the text.
      const skips = counters.slice(0, level).includes(0);
      if (skips || suffixes[level] !== (found[2] ?? "") || of((counters[level] ?? 0) + 1) !== found[1]) continue;
      counters[level] = (counters[level] ?? 0) + 1;
      counters.fill(0, level + 1);
      return { content: content.slice(found[0].length), level };
    }
    return { content, level: undefined };
  });
  const levels = kinds.map(({ format }, level) => ({
    level,
    format,
    text: format === LevelFormat.BULLET ? "-" : `%${level + 1}${suffixes[level] ?? "."}`,
    alignment: AlignmentType.LEFT,
  }));
  return { items, levels };
}

const romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
const none = { style: BorderStyle.NONE, size: 0, color: "auto" };

function sideBySide(left: string[], right: string[]): Table {
  const cell = (lines: string[]) =>
    new TableCell({ children: lines.map((line) => paragraph(line)), width: { size: 50, type: WidthType.PERCENTAGE } });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    rows: [new TableRow({ children: [cell(left), cell(right)] })],
  });
}

/** Titles, then a table whose cells stand one after the other: the heading row ends where the first number begins. */
function annexOf(lines: string[]): (Paragraph | Table)[] {
  const filled = lines.filter(Boolean);
  const first = filled.findIndex((line) => /^(STT|TT)(\t|$)/u.test(line));
  const tabbed = filled[first]?.includes("\t") === true;
  if (first < 0) return filled.map((line) => paragraph(line));
  const rows = tabbed ? filled.slice(first).map((line) => line.split("\t")) : rowsOf(filled.slice(first));
  if (rows.length < 2) return filled.map((line) => paragraph(line));
  return [
    ...filled.slice(0, first).map((line, at) => new Paragraph({ children: [new TextRun(line)], pageBreakBefore: at === 0 })),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: rows.map((row) => new TableRow({ children: row.map((cell) => new TableCell({ children: [paragraph(cell)] })) })),
    }),
  ];
}

function rowsOf(cells: string[]): string[][] {
  const width = cells.indexOf("1");
  const rows: string[][] = [];
  if (width < 2) return rows;
  for (let at = 0; at < cells.length; at += width) rows.push(cells.slice(at, at + width));
  return rows;
}
