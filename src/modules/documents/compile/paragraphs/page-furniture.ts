/** Page numbers and what is printed on every page beside them: no part of the text they interrupt. */
import { fold } from "../../../../kernel/text.ts";
import type { Line } from "./source.ts";

const PAGE_NUMBER = /^(?:[-–]\s*)?(?:Trang\s+)?(\d{1,3})(?:\s*\/\s*\d{1,3})?(?:\s*[-–])?$/u;
const TABLE_HEAD = /^(?:STT|TT|Số TT|S\.?TT)\.?$/iu;
/** A page holds more than this many characters; numbered rows of a flattened table hold less. */
const LEAST_PAGE = 400;

/** Lines that count the pages up, one by one. Once a table has begun, a lone number is a cell. */
function pageNumbers(lines: readonly Line[]): number[] {
  const found: number[] = [];
  let [last, since] = [0, 0];
  for (const [at, { text, row }] of lines.entries()) {
    if (TABLE_HEAD.test(text)) break;
    const number = row === null ? Number(PAGE_NUMBER.exec(text)?.[1] ?? Number.NaN) : Number.NaN;
    const next = found.length === 0 ? number === 1 || number === 2 : number === last + 1;
    if (next && since >= LEAST_PAGE) {
      found.push(at);
      [last, since] = [number, 0];
    } else since += text.length;
  }
  return found.length > 1 || (found.length === 1 && /^(?:[-–]|Trang)/u.test(lines[found[0] ?? 0]?.text ?? "")) ? found : [];
}

/** The lines with page numbers blank, and blank what stands beside three of them or more in the same words. */
export function withoutPageFurniture(lines: readonly Line[]): Line[] {
  const numbers = pageNumbers(lines);
  if (numbers.length === 0) return [...lines];
  const blank = new Set(numbers);
  const beside = new Map<string, number[]>();
  for (const number of numbers)
    for (let at = number - 2; at <= number + 2; at++) {
      const text = lines[at]?.text ?? "";
      if (at === number || text === "" || text.length > 90) continue;
      const key = fold(text).replace(/\d+/g, "#");
      beside.set(key, [...(beside.get(key) ?? []), at]);
    }
  for (const repeated of beside.values()) if (repeated.length >= 3) for (const at of repeated) blank.add(at);
  return lines.map((line, at) => (blank.has(at) ? { ...line, text: "", offsets: null } : line));
}
