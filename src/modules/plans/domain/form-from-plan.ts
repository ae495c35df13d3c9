/**
 * What a form that follows a plan asks: the figures of its targets, what was done about its tasks, and what stands in the
 * way; when and to whom is said by the plan's duty to report. Pure.
 */
import { formatShortDate, type PeriodKind } from "../../../kernel/time/index.ts";
import type { FormContentInput, FormDueInput } from "../../indicators/contract.ts";
import type { PlanDue, PlanItem } from "../shapes.ts";

/** A target with the cell of the dictionary that holds its figure; null where the dictionary has none. */
export type AskedTarget = { item: PlanItem; row: { indicatorId: number; member: string; label: string; unit: string } | null };

const kinds: Partial<Record<string, PeriodKind>> = {
  week: "week",
  month: "month",
  quarter: "quarter",
  half: "half",
  "nine-month": "nine-month",
  year: "year",
};

/** The rhythms in which a duty comes round, as a form can have them; the year where the plan names none. */
export function rhythmsOf(due: PlanDue | null): PeriodKind[] {
  const named = (due?.recurrence?.every ?? []).flatMap((unit) => kinds[unit] ?? []);
  return named.length > 0 ? named : ["year"];
}

/** The day as the plan says it; undefined where it says none, and what is usual stands. */
export function dueOf(due: PlanDue | null, kind: PeriodKind): FormDueInput | undefined {
  if (due === null) return undefined;
  const at = (due.recurrence?.at ?? []).flatMap(({ month, day }) =>
    day === null || (month === null && kind === "year") ? [] : [{ month, day }],
  );
  if (at.length > 0) return { text: due.text, rule: { kind: "day-of-year", at: at.slice(0, 12), before: due.recurrence?.before ?? false } };
  if (due.recurrence === null && due.lastDay !== null) return { text: due.text, rule: { kind: "date", date: due.lastDay, before: false } };
  return undefined;
}

export function contentOf(targets: readonly AskedTarget[], tasks: readonly PlanItem[]): FormContentInput {
  const seen = new Set<string>();
  const rows = targets.flatMap(({ row }) => {
    const key = row && `${row.indicatorId}:${row.member}`;
    if (!row || !key || seen.has(key)) return [];
    seen.add(key);
    return [{ ...row, indicatorId: row.indicatorId as never, compulsory: false }];
  });
  const unasked = targets.filter(({ row }) => row === null).map(({ item }) => said(item));
  return {
    sections: [
      ...(targets.length > 0
        ? [{ id: "targets", number: "I", heading: "Kết quả thực hiện các chỉ tiêu", narrative: true, guidance: lines(unasked), rows }]
        : []),
      {
        id: "tasks",
        number: targets.length > 0 ? "II" : "I",
        heading: "Kết quả thực hiện nhiệm vụ",
        narrative: true,
        guidance: lines(tasks.map(said)),
        rows: [],
      },
      {
        id: "proposals",
        number: targets.length > 0 ? "III" : "II",
        heading: "Khó khăn, vướng mắc; kiến nghị, đề xuất",
        narrative: true,
        guidance: null,
        rows: [],
      },
    ],
  };
}

const said = ({ clause, text }: PlanItem): string =>
  `${clause ? `Mục ${clause}: ` : ""}${text.length > 200 ? `${text.slice(0, 200)}…` : text}`;
const lines = (all: readonly string[]): string | null => (all.length === 0 ? null : all.join("\n").slice(0, 4000));

/** "Kế hoạch số 12/KH-MTTQ-BTT ngày 05/01/2026". */
export const basisOf = (plan: { docType: string; number: string | null; issueDate: string | null; title: string }): string =>
  plan.number === null
    ? plan.title
    : `${plan.docType} số ${plan.number}${plan.issueDate ? ` ngày ${formatShortDate(plan.issueDate)}` : ""}`;
