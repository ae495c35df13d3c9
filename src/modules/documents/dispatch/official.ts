import { z } from "zod";
import { roman } from "../numerals.ts";

/**
 * An official document before it is a file: what it says and in whose form. Browser-safe; `compose` lays it out,
 * `render` writes the .docx. The three forms: State (Decree 30/2020), Party (guide 36-HD/VPTW), Front (State style
 * with the Front's own symbols).
 */
export const OfficialForm = z.enum(["state", "party", "front"]);
export type OfficialForm = z.infer<typeof OfficialForm>;

const Words = z.string().trim().min(1);

/**
 * Printed on lines of their own, in capitals: ["ỦY BAN MTTQ VIỆT NAM", "XÃ BÌNH LÂM"] above ["BAN THƯỜNG TRỰC"].
 * `called`: in a sentence, "Ban Thường trực Ủy ban MTTQ Việt Nam xã Bình Lâm".
 */
export const Issuer = z.object({
  superior: z.array(Words).default([]),
  name: z.array(Words).min(1),
  called: Words.nullable().default(null),
});

/** "05/KH-UBND", "05-KH/ĐU". `value` is null until the filing clerk assigns it (in the clerk's own words: "05a"), `type` for an official letter of the State. */
export const DispatchNumber = z.object({
  value: z.union([z.number().int().positive(), Words]).nullable(),
  type: Words.nullable(),
  issuer: Words,
});
export type DispatchNumber = z.infer<typeof DispatchNumber>;

/** Day and month stay open until signature. */
export const DispatchDate = z.object({
  year: z.number().int().min(1900).max(2199),
  month: z.number().int().min(1).max(12).nullable(),
  day: z.number().int().min(1).max(31).nullable(),
});
export type DispatchDate = z.infer<typeof DispatchDate>;

/** Stretches of a text (UTF-16 offsets) that a draft marks: figures that are not final. Printed on a coloured ground, never in what is signed. */
const Marks = z.array(z.tuple([z.number().int().min(0), z.number().int().min(0)])).optional();

/**
 * One clause. `level` 1 is "I." in capitals, 2 "1.", 3 "a)", 4 "-"; `title` prints levels 2 and 3 bold, as headings of
 * what follows. `label` is literal text, filled by `numbered`. `origin` is where the superior's document asks for it.
 */
export const Clause = z.object({
  kind: z.literal("clause"),
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  label: z.string().default(""),
  text: Words,
  title: z.boolean().default(false),
  origin: Words.nullable().default(null),
  marks: Marks,
});
export type Clause = z.infer<typeof Clause>;

export const Prose = z.object({ kind: z.literal("prose"), text: Words, marks: Marks });

/**
 * Widths are shares of the text width; the head row comes again on every page. `total`: the last row adds the others up.
 * `marked`: [row, column] of cells that a draft marks.
 */
export const OfficialTable = z.object({
  kind: z.literal("table"),
  columns: z
    .array(z.object({ title: z.string(), width: z.number().positive(), align: z.enum(["left", "center", "right"]).default("left") }))
    .min(1),
  rows: z.array(z.array(z.string())),
  title: Words.nullable().default(null),
  total: z.boolean().default(false),
  marked: z.array(z.tuple([z.number().int(), z.number().int()])).default([]),
});
export type OfficialTable = z.infer<typeof OfficialTable>;

/** "Điều 1. …" of a decision, numbered through the document. */
export const Article = z.object({ kind: z.literal("article"), text: Words });
export type Article = z.infer<typeof Article>;

export const Block = z.discriminatedUnion("kind", [Clause, Prose, OfficialTable, Article]);
export type Block = z.infer<typeof Block>;

/**
 * Who signs, and for whom. `collective`: on behalf of a body (TM., T/M); `deputyFor`: for the head (KT., K/T);
 * `byOrderOf`: by order (TL., T/L); `delegatedBy`: by delegation (TUQ.). `name` is null until it is known.
 */
export const Signature = z.object({
  collective: Words.nullable().default(null),
  deputyFor: Words.nullable().default(null),
  byOrderOf: Words.nullable().default(null),
  delegatedBy: Words.nullable().default(null),
  title: Words,
  name: Words.nullable().default(null),
});
export type Signature = z.infer<typeof Signature>;

export const Annex = z.object({ label: Words, title: Words, landscape: z.boolean().default(false), body: z.array(Block) });

export const OfficialDocument = z.object({
  form: OfficialForm,
  issuer: Issuer,
  number: DispatchNumber,
  /** A paper of a unit that numbers none (a board of a residential area): nothing stands under the issuer. */
  unnumbered: z.boolean().default(false),
  place: Words,
  date: DispatchDate,
  /** "KẾ HOẠCH"; null for an official letter, whose subject then stands under the number. */
  type: Words.nullable(),
  subject: Words,
  /** Not signed: says so under the number. */
  draft: z.boolean().default(false),
  urgency: z.enum(["KHẨN", "THƯỢNG KHẨN", "HỎA TỐC"]).nullable().default(null),
  addressees: z.array(Words).default([]),
  /** "Căn cứ …", without the closing mark. */
  bases: z.array(Words).default([]),
  /** Of a decision: who decides ("Ban Thường trực Ủy ban MTTQ Việt Nam xã Bình Lâm"); "QUYẾT ĐỊNH" then stands between the bases and the articles. */
  decides: Words.nullable().default(null),
  body: z.array(Block),
  recipients: z.array(Words).default([]),
  /** Who keeps a copy: "VT, BTT" or "Văn phòng Đảng ủy". */
  archive: Words,
  signature: Signature,
  /** Of minutes: who took them signs at the left, and receivers stand below both. */
  secretary: z
    .object({ title: Words, name: Words.nullable().default(null) })
    .nullable()
    .default(null),
  annexes: z.array(Annex).default([]),
});
export type OfficialDocument = z.infer<typeof OfficialDocument>;
/** The same before defaults are filled in: what callers write. */
export type OfficialDraft = z.input<typeof OfficialDocument>;
export type OfficialBlock = z.input<typeof Block>;

/** The Vietnamese alphabet as points are lettered: đ after d; no f, j, w, z and no letter that differs by its mark only. */
const alphabet = "abcdđeghiklmnopqrstuvxy";

/**
 * Fills in the labels of clauses that have none: I., 1., a), -, each level beginning again under the one above.
 *
 * Labels are written as text and not as Word's own numbering: Word letters points in the English alphabet and cannot
 * write đ); a clause is cited by its label, so the label must survive copying, other programs and a deleted neighbour.
 */
export function numbered(blocks: readonly Block[]): Block[] {
  const counters = [0, 0, 0];
  return blocks.map((block) => {
    if (block.kind !== "clause") return block;
    counters.fill(0, block.level);
    if (block.level === 4) return { ...block, label: block.label || "-" };
    const at = block.level - 1;
    const count = (counters[at] ?? 0) + 1;
    counters[at] = count;
    return { ...block, label: block.label || labelOf(block.level, count) };
  });
}

function labelOf(level: 1 | 2 | 3, count: number): string {
  if (level === 1) return `${roman(count)}.`;
  return level === 2 ? `${count}.` : `${pointLetter(count)})`;
}

/** a, b, c, d, đ, e, g … then aa, ab … as in long legal texts. */
export function pointLetter(count: number): string {
  const letters = [...alphabet];
  const first = Math.floor((count - 1) / letters.length);
  return (first > 0 ? (letters[first - 1] ?? "") : "") + (letters[(count - 1) % letters.length] ?? "");
}
