import { fold } from "../../../../kernel/text.ts";
import type { ExemplarField, ExemplarKind } from "../../shapes.ts";
import type { ImportField } from "../shapes.ts";

/** Cells of a sheet as text, each row as long as it is. */
export type Sheet = readonly (readonly string[])[];

/** What headings of the offices' lists say, folded; the first that matches counts. */
const sayings: readonly (readonly [ImportField, RegExp])[] = [
  [
    "lead",
    /^(ten )?(don vi|dia phuong|co quan|to chuc|xa|phuong|chi bo|chi hoi)\b(?!.*(phoi hop|tham gia|tinh|hop tac))|chu tri|don vi (dang ky|thuc hien|xay dung)/,
  ],
  ["startedOn", /(ngay|thoi diem) (bat dau|ra mat|trien khai|thanh lap)|^bat dau/],
  ["money", /kinh phi|so tien|\btien\b|trieu dong|gia tri/],
  ["labour", /ngay cong/],
  ["turns", /luot (nguoi|hoi vien)|so nguoi|nguoi tham gia/],
  [
    "name",
    /(^|\b)ten\b.*(mo hinh|dien hinh|cong trinh|viec|tap the|phan viec)|^(mo hinh|ten goi|ten|noi dung mo hinh|ten mh)\b(?!.*(loai|thuoc))/,
  ],
  ["kind", /^(loai|hinh thuc)\b|loai (hinh|mo hinh)|tap the.*ca nhan/],
  ["field", /linh vuc/],
  ["situation", /thuc trang|ly do|van de|su can thiet/],
  ["goals", /muc tieu|tieu chi|chi tieu/],
  ["output", /ket qua|san pham|hieu qua|dau ra/],
  ["sustaining", /duy tri|nhan rong|ben vung/],
  ["forces", /luc luong|phoi hop|tham gia|phan cong|nguoi phu trach/],
  ["resources", /nguon luc|huy dong/],
  ["area", /dia ban|doi tuong|pham vi|quy mo/],
  ["place", /dia diem|noi thuc hien|dia chi/],
  ["time", /thoi gian|tien do|thoi han/],
  ["method", /noi dung|cach thuc|cach lam|giai phap|hoat dong/],
  ["theme", /chu de|phong trao|gan voi/],
];

/** The four fields as lists write them, also as headings of columns that are ticked. */
const fieldSayings: readonly (readonly [ExemplarField, RegExp])[] = [
  ["defence-security", /quoc phong|an ninh|\bqp\b|qpan|\bqp ?an\b|anqp/],
  ["political-system", /he thong chinh tri|htct|xay dung dang|xd ?htct|chinh quyen/],
  ["culture-society", /van hoa|xa hoi|vhxh|\bvh ?xh\b/],
  ["economy", /kinh te|\bkt\b|phat trien san xuat/],
];

const kindSayings: readonly (readonly [ExemplarKind, RegExp])[] = [
  ["friendly-government", /chinh quyen than thien/],
  ["self-government", /tu quan/],
  ["works", /cong trinh|phan viec/],
  ["person", /ca nhan|^(ong|ba|anh|chi|dong chi)\b/],
  ["group", /dien hinh tap the|^tap the$/],
  ["creative-activity", /sang tao/],
  ["model", /mo hinh|tap the/],
];

const plain = (text: string): string =>
  fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
const saidBy = <T>(sayings: readonly (readonly [T, RegExp])[], text: string): T | null => {
  const folded = plain(text);
  return folded === "" ? null : (sayings.find(([, words]) => words.test(folded))?.[0] ?? null);
};

/** What a heading means; null: it stays a note. A heading that is itself one of the four fields is a column that is ticked. */
export const fieldOfHeading = (heading: string): ImportField | null =>
  saidBy(sayings, heading) ?? (saidBy(fieldSayings, heading) ? "field" : null);
export const exemplarFieldIn = (text: string): ExemplarField | null => saidBy(fieldSayings, text);
export const exemplarKindIn = (text: string): ExemplarKind | null => saidBy(kindSayings, text);

/** A heading as it is remembered. */
export const headingKey = (heading: string): string => plain(heading);

/** Fields that take one column; of two the first counts. The others are joined. */
const once: readonly ImportField[] = ["name", "lead", "kind", "startedOn", "money", "labour", "turns", "place"];

const filled = (row: readonly string[]): number => row.filter((cell) => cell !== "").length;
const longest = 15;

/**
 * Where the headings stand, from 0: the row among the first fifteen whose cells say most, at least a name; otherwise the first
 * with two cells. A second row of headings under merged ones fills what the first left open.
 */
export function headingsOf(sheet: Sheet): { at: number; rows: 1 | 2; headings: string[] } {
  const meaning = (row: readonly string[]) =>
    new Set(row.filter((cell) => cell.length <= 120).flatMap((cell) => fieldOfHeading(cell) ?? []));
  const scores = sheet.slice(0, longest).map((row) => {
    const meant = meaning(row);
    return filled(row) < 2 ? 0 : meant.size + (meant.has("name") ? 2 : 0);
  });
  const best = Math.max(0, ...scores);
  const at =
    best > 0
      ? scores.indexOf(best)
      : Math.max(
          0,
          sheet.findIndex((row) => filled(row) >= 2),
        );
  const top = sheet[at] ?? [];
  const under = sheet[at + 1] ?? [];
  const name = top.findIndex((cell) => fieldOfHeading(cell) === "name");
  const first = name < 0 ? 0 : name;
  const merged =
    (under[first] ?? "") === "" &&
    (under[0] ?? "") === "" &&
    under.some((cell, place) => cell !== "" && cell.length <= 60 && fieldOfHeading(cell) !== null && place !== first);
  const width = Math.max(top.length, merged ? under.length : 0);
  return {
    at,
    rows: merged ? 2 : 1,
    headings: Array.from({ length: width }, (_, place) => (merged && under[place] ? under[place] : (top[place] ?? ""))),
  };
}

/** What each column means: what a person said, then what the unit said last time, then what the heading says. */
export function columnsOf(
  headings: readonly string[],
  { said, remembered }: { said: Record<string, ImportField | ""> | undefined; remembered: Record<string, ImportField | ""> },
): { field: ImportField | null; by: "said" | "remembered" | "guessed" | null }[] {
  const taken = new Set<ImportField>();
  return headings.map((heading, at) => {
    const key = headingKey(heading);
    const told = said?.[`c${at}`];
    const known = said ? undefined : key === "" ? undefined : remembered[key];
    const by = said ? ("said" as const) : known !== undefined ? ("remembered" as const) : ("guessed" as const);
    const meant = (said ? told : (known ?? fieldOfHeading(heading))) || null;
    if (meant === null || (once.includes(meant) && taken.has(meant)))
      return { field: null, by: meant === null && by !== "guessed" ? by : null };
    taken.add(meant);
    return { field: meant, by };
  });
}
