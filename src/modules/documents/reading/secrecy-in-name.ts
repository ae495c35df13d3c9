import { nfc } from "../../../kernel/text.ts";

/** Degrees of secrecy, lowest first. */
export const secrecyMarks = ["MẬT", "TỐI MẬT", "TUYỆT MẬT"] as const;
export type SecrecyMark = (typeof secrecyMarks)[number];

/**
 * The mark in a file's name. With accents it must be set apart from the words around it; without accents "MAT" may be
 * mặt (Mặt trận, ra mắt, gặp mặt), so it counts only in brackets or as a capital token at an end that no word explains.
 */
export function secrecyInName(name: string): SecrecyMark | null {
  const stem = nfc(name.split(/[/\\]/).at(-1) ?? "").replace(/\.[^.\s]{1,10}$/u, "");
  const bracketed = /[([{【]\s*(?:(tuyệt|tối|tuyet|toi)[\s_-]*)?m[ậa]t\s*[)\]}】]/iu.exec(stem);
  if (bracketed && !/m[aA]t|M[a]t/u.test(bracketed[0])) return degreeOf(bracketed[1]);

  const tokens = stem.split(/[^\p{L}\p{N}]+/u).filter((token) => token !== "");
  for (const [at, token] of tokens.entries()) {
    if (!/^m[ậa]t$/iu.test(token)) continue;
    const raised = /^(tuyệt|tối|tuyet|toi)$/iu.test(tokens[at - 1] ?? "") ? tokens[at - 1] : undefined;
    const before = tokens[raised ? at - 2 : at - 1];
    const after = tokens.slice(at + 1);
    const around: Around = {
      before,
      after,
      raised: raised !== undefined,
      rest: tokens.filter((other) => other !== token && other !== raised),
    };
    if (token.toLocaleLowerCase("vi") === "mật" ? accentedMark(token, around) : plainMark(token, around)) return degreeOf(raised);
  }
  return null;
}

type Around = { before: string | undefined; after: string[]; raised: boolean; rest: string[] };

function accentedMark(token: string, { before, after, raised, rest }: Around): boolean {
  if (/^(bí|bảo|cơ|thân|độ|về|liệu|thư|ong|lấy|nuôi|quay)$/iu.test(before ?? "")) return false;
  const first = after[0];
  const shouting = token === "MẬT" && rest.some((other) => /\p{Ll}/u.test(other));
  if (shouting) return true;
  if (first !== undefined && !isTrailer(first)) return before === undefined && isSymbol(first);
  return raised || before === undefined || isSymbol(before) || token === "MẬT";
}

function plainMark(token: string, { before, after, raised, rest }: Around): boolean {
  if (token !== "MAT") return false;
  const first = after[0];
  if (first !== undefined && !isTrailer(first)) return before === undefined && isSymbol(first);
  if (before === undefined) return true;
  if (/^(ra|gap|tien|co|bi|bao|vang|be|dien|nam|truc|bo|hai|nhin|truoc|ngoai|chi|thay|ve|rua|doi)$/iu.test(before)) return false;
  return raised || isSymbol(before) || rest.some((other) => /\p{Ll}/u.test(other));
}

/** What may follow a mark at the end of a name: a date, a number, a version, a copy. */
function isTrailer(token: string): boolean {
  return /^(\d.*|v\d+|ban|bản|copy|final|signed|scan|ky|ký|so|số)$/iu.test(token);
}

/** A number or the abbreviation of a document type or body, as in "127-KH-UBND". */
function isSymbol(token: string): boolean {
  return (
    /\d/.test(token) ||
    /^(KH|BC|CV|QĐ|QD|TB|TTR|TTr|CT|NQ|HD|CTR|CTr|KL|ĐA|DA|PA|BB|UBND|HĐND|HDND|TU|ĐU|DU|HU|MTTQ|BTT|TW|VP)$/u.test(token)
  );
}

function degreeOf(raised: string | undefined): SecrecyMark {
  const word = raised?.toLocaleLowerCase("vi") ?? "";
  if (/^tuy[ệe]t$/u.test(word)) return "TUYỆT MẬT";
  return /^t[ốo]i$/u.test(word) ? "TỐI MẬT" : "MẬT";
}
