import { cellKey } from "../contract/cells.ts";
import type { FormContent, FormPeriods, FormSettings } from "../contract/forms.ts";
import type { PeriodKind } from "../../../kernel/time/index.ts";

/** What filling costs, in minutes: opening it, a row, a narrative. Rounded up to five; an owner who tried it says better. */
export const estimatedMinutes = ({ rows, narratives }: { rows: number; narratives: number }): number =>
  Math.ceil((3 + rows * 0.5 + narratives * 8) / 5) * 5;

export const sizeOf = ({ sections }: FormContent) => ({
  rows: sections.reduce((count, { rows }) => count + rows.length, 0),
  narratives: sections.filter(({ narrative }) => narrative).length,
});

/**
 * Cells that the same unit would be asked twice in one form. In sections of different organisations a cell may stand again:
 * each gives its own, and the sender's is what they make together.
 */
export function doubledCells({ sections }: FormContent): { cell: string; label: string; headings: string[] }[] {
  const places = sections.flatMap(({ heading, fills, rows }) =>
    rows.map((row) => ({ cell: cellKey(row), who: fills ?? "", label: row.label, heading })),
  );
  return [...Map.groupBy(places, ({ cell, who }) => `${cell} ${who}`).values()].flatMap((found) => {
    const [first] = found;
    return first && found.length > 1 ? [{ cell: first.cell, label: first.label, headings: found.map(({ heading }) => heading) }] : [];
  });
}

/** Sections that ask nothing at all, neither rows nor words nor a heading above others. */
export const asksNothing = ({ sections }: FormContent): boolean => sections.every(({ rows, narrative }) => rows.length === 0 && !narrative);

const within: Record<PeriodKind, readonly PeriodKind[]> = {
  week: [],
  month: [],
  quarter: ["month"],
  half: ["month", "quarter"],
  "nine-month": ["month", "quarter"],
  year: ["month", "quarter", "half"],
  "ad-hoc": [],
};

/**
 * Whether values given for the periods of `other` already say what `asked` wants: the same period is the same value; months
 * add up to a quarter. Null: they do not. Two calendars never meet.
 */
export function covers(asked: FormPeriods, other: FormPeriods): "same" | "within" | null {
  if (asked.kind === "ad-hoc" || other.kind === "ad-hoc")
    return asked.kind === other.kind && asked.from === other.from && asked.to === other.to ? "same" : null;
  if (asked.kind === other.kind && (asked.kind === "week" || asked.calendar === other.calendar)) return "same";
  return asked.calendar === other.calendar && within[asked.kind].includes(other.kind) ? "within" : null;
}

/** What stands in a form when nobody has said otherwise: ten days after the period's end, the day's end for a week. */
export function usualDue({ kind, to }: FormPeriods): FormSettings["due"] {
  const rule =
    kind === "ad-hoc" && to !== null
      ? ({ kind: "date", date: to, before: false } as const)
      : ({ kind: "after-end", days: kind === "week" ? 0 : 5, working: false } as const);
  return { text: "", rule, levels: [], cutOff: null };
}
