/** Quotation marks and brackets that have no partner. */
import { basis } from "../basis.ts";
import type { Hit, Rule, View } from "../rule.ts";
import { opensParagraph, type Block } from "../sheet.ts";
import { say } from "./messages.ts";

/** "a)", "1)", "(1)" are numbering, not brackets that want a partner. */
const LABEL = /(?:^|[\s;:,.(])(?:\p{L}|\d{1,2}|[ivx]{1,4})$/iu;

/**
 * Marks that were still open where a paragraph ended. A page or a cell may break a quotation in two, so a closing mark
 * that soon follows without an opening one takes the last of them.
 */
class Pending {
  private readonly open: number[] = [];

  leave(marks: readonly number[]): void {
    this.open.push(...marks);
  }

  take(here: number): boolean {
    const last = this.open.at(-1);
    if (last === undefined || here - last > 400) return false;
    this.open.pop();
    return true;
  }

  /** What nothing ever closed. */
  get left(): readonly number[] {
    return this.open;
  }
}

const goesOn = (text: string): boolean => /^\s*[\p{Ll}”]/u.test(text) && !opensParagraph.test(text);

/** Where a quotation opens inside another with the same mark, or has no other end. */
function quotes({ sheet: { flow, blocks } }: View): { unclosed: Block[]; unopened: Block[]; nested: Block[] } {
  const found = { unclosed: [] as Block[], unopened: [] as Block[], nested: [] as Block[] };
  const pending = new Pending();
  const at = (start: number): Block => ({ start, end: Math.min(start + 40, endOfLine(flow, start)) });
  let open: number[] = [];
  for (const block of blocks) {
    const text = flow.slice(block.start, block.end);
    if (!goesOn(text)) {
      pending.leave(open.slice(0, 1));
      open = [];
    }
    // An opening curly mark that a straight one closes is a habit of keyboards, not a missing mark.
    const straight = [...text.matchAll(/"/gu)].map(({ index }) => index);
    let lent = straight.length % 2 === 1;
    for (const { 0: sign, index } of text.matchAll(/[“”„"]/gu)) {
      const here = block.start + index;
      if (sign === "“" || sign === "„") {
        const outer = open.length === 1 ? open[0] : undefined;
        if (outer !== undefined && paragraphStart(flow, outer) && !found.nested.some(({ start }) => start === outer))
          found.nested.push(at(outer));
        open.push(here);
      } else if (sign === "”") {
        if (open.length > 0) open.pop();
        else if (lent) lent = false;
        else if (!pending.take(here)) found.unopened.push({ start: Math.max(block.start, here - 30), end: here + 1 });
      } else if (lent && open.length > 0) {
        open.pop();
        lent = false;
      }
    }
    if (lent && straight.length === 1 && open.length === 0) pending.leave([block.start + (straight[0] ?? 0)]);
  }
  found.unclosed.push(...[...pending.left, ...open.slice(0, 1)].map(at));
  return found;
}

/** Right after a paragraph's number or bullet. */
const paragraphStart = (flow: string, at: number): boolean =>
  /(?:^|\n)\s*(?:[-–+•]\s*|(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[IVX]+)\s?[.)]\s*)$/u.test(flow.slice(Math.max(0, at - 12), at));

const quotation: Rule = {
  id: "format/quotation-marks",
  severity: "look",
  find(view) {
    const { unclosed, unopened, nested } = quotes(view);
    const hit = (place: Block, key: "quoteUnclosed" | "quoteUnopened" | "quoteNested"): Hit => ({
      places: [place],
      reason: say(key),
      basis: basis.spelling,
      mend: say(key === "quoteUnopened" ? "quoteOpenMend" : key === "quoteNested" ? "quoteNestedMend" : "quoteCloseMend"),
    });
    return [
      ...unclosed.map((place) => hit(place, "quoteUnclosed")),
      ...unopened.map((place) => hit(place, "quoteUnopened")),
      ...nested.map((place) => hit(place, "quoteNested")),
    ];
  },
};

const brackets: Rule = {
  id: "format/brackets",
  severity: "look",
  find({ sheet: { flow, blocks } }) {
    const unopened: Block[] = [];
    const pending = new Pending();
    let open: number[] = [];
    for (const block of blocks) {
      const text = flow.slice(block.start, block.end);
      if (!goesOn(text)) {
        pending.leave(open);
        open = [];
      }
      for (const { 0: sign, index } of text.matchAll(/[()]/gu)) {
        const here = block.start + index;
        if (sign === "(") open.push(here);
        else if (open.length > 0) open.pop();
        else if (!LABEL.test(flow.slice(Math.max(0, here - 6), here)) && !/[:;]\s?$/u.test(text.slice(0, index)) && !pending.take(here))
          unopened.push({ start: Math.max(block.start, here - 30), end: here + 1 });
      }
    }
    const unclosed = [...pending.left, ...open].map((start) => ({ start, end: Math.min(start + 40, endOfLine(flow, start)) }));
    return [
      ...unclosed.map((place) => ({
        places: [place],
        reason: say("bracketUnclosed"),
        basis: basis.spelling,
        mend: say("bracketCloseMend"),
      })),
      ...unopened.map((place) => ({
        places: [place],
        reason: say("bracketUnopened"),
        basis: basis.spelling,
        mend: say("bracketOpenMend"),
      })),
    ];
  },
};

function endOfLine(flow: string, at: number): number {
  const end = flow.indexOf("\n", at);
  return end < 0 ? flow.length : end;
}

export const markRules: Rule[] = [quotation, brackets];
