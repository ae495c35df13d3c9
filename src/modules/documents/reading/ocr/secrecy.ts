import { fold, squeeze } from "../../../../kernel/text.ts";
import type { Table } from "../extracted.ts";
import type { SecrecyMark } from "../secrecy-in-name.ts";
import { findSecrecyMark } from "../secrecy.ts";

type Recognised = { text: string; tables?: Table[]; margins?: string[]; /** Words pressed on in red. */ stamps: readonly string[] };

/** Lines among which a letterhead stands; a scan's first page is one. */
const headerLines = 25;

/**
 * The degree of secrecy on recognised pages, or null. Recognition loses and swaps marks over letters, most of all in a
 * stamp: what stands alone in capitals like the stamp, or in red, is taken for it. Taking in a secret is worse than
 * asking for another copy.
 */
export function findSecrecyOnPages({ text, stamps, ...more }: Recognised): SecrecyMark | null {
  const found = findSecrecyMark({ name: "", text, ...more });
  if (found) return found.mark;
  for (const stamp of stamps) {
    const mark = findSecrecyMark({ name: "", text: stamp })?.mark ?? degreeOf(stamp, "stamp");
    if (mark) return mark;
  }
  const lines = text.split("\n");
  for (const [index, line] of lines.slice(0, headerLines).entries()) {
    const mark = degreeOf(line, "print");
    // "ỦY BAN MẶT" / "TRẬN TỔ QUỐC", broken in two by the recognition.
    if (mark && !/^tran\b/.test(fold(lines[index + 1] ?? "")) && !/\b(?:ban|bi|bao)$/.test(fold(lines[index - 1] ?? ""))) return mark;
  }
  return null;
}

/** What a frame and a worn stamp leave round the word. */
const edges = /^[^\p{L}]+|[^\p{L}]+$/gu;

function degreeOf(line: string, where: "stamp" | "print"): SecrecyMark | null {
  const alone = squeeze(line.replace(/[^\p{L}\s]/gu, " ")).replace(edges, "");
  if (where === "print" && (/\p{Ll}/u.test(alone) || line.trim().length > 24)) return null;
  // A frame swallows the outer letters of the longer ones; nothing else in red reads like it.
  if (where === "stamp" && /(?:^|\s)t?uye?t\s*ma/.test(fold(alone))) return "TUYỆT MẬT";
  if (where === "stamp" && /(?:^|\s)t?[o0]i\s*mat?$/.test(fold(alone))) return "TỐI MẬT";
  const match = /^(?:(tuyet|toi|tol|tui|t0i)\s*)?(?:mat|m at|ma t)$/.exec(fold(alone));
  if (!match) return null;
  if (match[1] === undefined) return /M[ẶẮĂ]T/u.test(alone) && where === "print" ? null : "MẬT";
  return match[1] === "tuyet" ? "TUYỆT MẬT" : "TỐI MẬT";
}
