/**
 * Names of bodies in running text: a kind (lexicon), what qualifies it, and the list it may stand in. The name runs
 * until a word that begins what the body does.
 */
import { fragments } from "../lexicon/bodies.ts";
import type { Piece } from "./grouping.ts";
import { groupNames, isSector } from "./grouping.ts";
import { nameEnd } from "./name.ts";
import { END, headAt, lexical, predicateAt, stickyAt } from "./words.ts";

export type Bodies = {
  /** Names as printed, in order. */
  names: string[];
  start: number;
  end: number;
};

const NAMED_PLACE = /(?:(?:huyện|xã|phường|quận|tỉnh|thị xã|thị trấn|thành phố|đặc khu) )?\p{Lu}\p{L}*(?: \p{Lu}\p{L}*){0,3}/uy;
const FRAGMENT = new RegExp(`(?:${fragments.join("|")})${END}`, "uy");
const MAX_NAME = 420;

const PLACE_HEAD = /^(?:huyện|xã|phường|quận|tỉnh|thị|thành|đặc)/u;

/** Whether a proper place stands here as one more of a list ("xã Hòa Phú và Tân Lập chọn …"). */
function namesPlace(text: string, low: string, at: number): boolean {
  const length = stickyAt(NAMED_PLACE, text, at);
  if (length === 0) return false;
  const after = at + length;
  if (after >= text.length || /^(?:[,;.:]| và )/u.test(text.slice(after, after + 4))) return true;
  return text[after] === " " && predicateAt(low, after + 1, text) > 0;
}

/** The list of bodies that begins at `at`, or null. `text` is clean, `low` its lexical form; `whole`: it should be nothing else. */
export function readBodies(text: string, low: string, at: number, whole = false): Bodies | null {
  if (headAt(low, at, text) === 0) return null;
  const limit = Math.min(text.length, at + MAX_NAME);
  const pieces: Piece[] = [];
  let [k, separator, end] = [at, "", at];
  while (k < limit) {
    const head = headAt(low, k, text);
    const fragment = head === 0 ? stickyAt(FRAGMENT, low, k) : 0;
    const place = pieces.length > 0 && namesPlace(text, low, k) && (head === 0 || PLACE_HEAD.test(low.slice(k, k + 6)));
    if (head === 0 && fragment === 0 && !place) break;
    if (pieces.length > 0 && head === 0 && fragment > 0 && predicateAt(low, k, text) > 0 && !isSector(low.slice(k, k + fragment))) break;
    const stop = nameEnd(low, text, k, limit, head === 0 && !place ? fragment : head, whole);
    if (stop <= k) break;
    pieces.push({ text: text.slice(k, stop), separator, fragment: head === 0 && !place, place });
    end = stop;
    const joint = /^(?:\s*([,;])\s*|\s+(và|hoặc|cùng với|cùng(?! cấp))\s+)(?:(?:và|cùng) )?/u.exec(low.slice(stop, stop + 14));
    if (joint === null) break;
    separator = joint[1] ?? joint[2] ?? ",";
    k = stop + joint[0].length;
  }
  return pieces.length === 0 ? null : { names: groupNames(pieces), start: at, end };
}

/** Whether a stretch is nothing but a list of bodies ("1. Sở Y tế", "2. Ban Thường trực … các huyện, thành phố:"). */
export function wholeBodies(text: string): Bodies | null {
  const trimmed = text.replace(/[\s:.]+$/u, "");
  const opening =
    /^(?:Giao(?: cho)?|Đề nghị|(?:Trách nhiệm|Nhiệm vụ|Phần việc|Công việc)(?: của)?|Đối với|Về phía|Yêu cầu|Kính đề nghị|Phân công)\s+/iu.exec(
      trimmed,
    )?.[0].length ?? 0;
  const at = opening + (/^\d+\.\s/.exec(trimmed.slice(opening))?.[0].length ?? 0);
  const bodies = readBodies(trimmed, lexical(trimmed), at, true);
  if (bodies === null) return null;
  const rest = trimmed.slice(bodies.end).trim();
  if (rest === "" || /^\([^()]*\)$/u.test(rest)) return bodies;
  // "Sở Văn hóa …, và hệ thống truyền thanh cơ sở:": a colon ends a list whose last member is no known kind.
  const last = /^(?:,|và)\s+(\p{L}.*)$/u.exec(rest)?.[1];
  const words = last && text.trimEnd().endsWith(":") && last.length < 60 && !/[,.;]/u.test(last) ? last : null;
  return words ? { ...bodies, names: [...bodies.names, words], end: trimmed.length } : null;
}
