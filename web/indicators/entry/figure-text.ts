import type { Text } from "../../../src/kernel/language.ts";
import { percentOf, showFigure, showSaid } from "./figure.ts";
import type { Part } from "./grid.ts";
import { say } from "./messages.ts";
import { partOf, type Entered, type Figure } from "./model.ts";

/** Names one number of one row: what could not be read is kept under it. */
export const slotOf = (key: string, part: Part): string => `${key} ${part}`;

/** What stands in an input nobody types in. */
export const shownOf = (entered: Entered, part: Part): string =>
  part === "value" ? showSaid(entered.value, entered.said) : showFigure(partOf(entered, part));

export const percentText = (figure: Figure): string => {
  const percent = percentOf(figure.numerator, figure.denominator);
  return percent === null ? "" : `${percent}%`;
};

/** A figure in one line of text, whatever its kind. */
export function figureText(figure: Figure, yesNo: boolean, t: (text: Text) => string): string {
  if (yesNo) return figure.value === null ? "" : t(say(figure.value === "0" ? "no" : "yes"));
  if (figure.numerator ?? figure.denominator)
    return `${showFigure(figure.numerator ?? null)}/${showFigure(figure.denominator ?? null)}${percentText(figure) && ` (${percentText(figure)})`}`;
  return showFigure(figure.value);
}
