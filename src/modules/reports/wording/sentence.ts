import type { TokenPart } from "../blocks.ts";
import type { Figure, Segment } from "../shapes.ts";
import { changeWords, targetWords, type Said } from "./comparing.ts";
import { bare, withUnit } from "./numbers.ts";
import { tokensOf } from "./tokens.ts";

/** What periods are called beside which figures stand; null where there is none. */
export type Than = { yearBefore: string | null; last: string | null };

/** `draft` shows provisional figures, marked; `official` knows approved ones only. */
export type Mode = "draft" | "official";

/** What stands where a figure should and nobody gave it. */
export const blank = "…";

/** The value that a mode prints: approved; in a draft what was sent last, when that is another. */
export const valueIn = (figure: Figure, mode: Mode): string | null =>
  mode === "official" ? figure.approved : (figure.provisional ?? figure.approved);

export const isProvisional = (figure: Figure, mode: Mode): boolean =>
  mode === "draft" && figure.provisional !== null && figure.provisional !== figure.approved;

/**
 * A standing sentence with its figures. `known`: how many of its figures have a value, `places` how many it has: one without
 * any known figure is left out of a report, one with some must be looked at by the editor.
 */
export function sentenceOf(
  text: string,
  figures: ReadonlyMap<string, Figure>,
  than: Than,
  mode: Mode,
): { segments: Segment[]; known: number; places: number } {
  const segments: Segment[] = [];
  const known = new Set<string>();
  const asked = new Set<string>();
  for (const token of tokensOf(text)) {
    if (token.kind === "words") {
      segments.push({ text: token.text });
      continue;
    }
    const figure = figures.get(token.ref);
    const value = figure ? valueIn(figure, mode) : null;
    asked.add(token.ref);
    if (value !== null) known.add(token.ref);
    const words =
      figure && value !== null ? wordsFor(token.part, figure, { value, said: figure.said }, than) : isValue(token.part) ? blank : "";
    if (words === "") continue;
    const state = value === null ? "missing" : figure && isProvisional(figure, mode) ? "provisional" : "approved";
    segments.push({ text: words, ref: token.ref, state });
  }
  return { segments, known: known.size, places: asked.size };
}

const isValue = (part: TokenPart): boolean => part === "value" || part === "number";

function wordsFor(part: TokenPart, figure: Figure, now: Said, than: Than): string {
  const { unit, target, yearBefore, last } = figure;
  const change = (before: string | null, words: string | null): string =>
    words === null || before === null ? "" : changeWords(now, { value: before, said: null }, unit, words);
  switch (part) {
    case "value":
      return withUnit(now.value, unit, now.said);
    case "number":
      return `${now.said === null ? "" : `${now.said} `}${bare(now.value, unit)}`;
    case "target":
      return targetWords(now, target, unit);
    case "change":
      return change(yearBefore, than.yearBefore);
    case "last":
      return change(last, than.last);
    case "compare":
      return targetWords(now, target, unit) + change(yearBefore, than.yearBefore);
  }
}

/** "Xã A, phường B và xã C". */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} và ${last}`;
}

/**
 * The sentence on whose figures a report holds: "Số liệu tổng hợp từ 128/130 đơn vị; chưa có số liệu của xã A và xã B."
 * Null when everybody is in. Beyond a dozen names the number alone is read.
 */
export function coverageSentence(units: number, missing: readonly string[]): string | null {
  if (missing.length === 0) return null;
  const who = missing.length > 12 ? `${missing.length} đơn vị` : listed(missing);
  return `Số liệu tổng hợp từ ${units - missing.length}/${units} đơn vị; chưa có số liệu của ${who}.`;
}
