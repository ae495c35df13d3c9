import { fold } from "../../../kernel/text.ts";
import type { PlanDue, PlanItem, PlanRole, PlanUnit } from "../shapes.ts";
import type { Occurrence, PlanWindow } from "./deadlines.ts";
import { dueTimes } from "./deadlines.ts";
import type { Duty } from "./matrix.ts";

/** One desk item that an edition asks for: this clause, of this unit, for this period. */
export type Owed = { item: PlanItem; unitId: number; role: Exclude<PlanRole, "partner">; partners: number[]; time: Occurrence };

/** A desk item that stands already. */
export type Standing = { workId: string; itemId: string; unitId: number; period: string | null };

export const slot = (itemId: string, unitId: number, period: string | null): string => `${itemId} ${unitId} ${period ?? ""}`;

/** A yearly plan comes round every year, also where the plan prints no rhythm with it. */
const yearly: PlanDue = {
  kind: "recurring",
  text: "",
  date: null,
  lastDay: null,
  recurrence: { every: ["year"], at: [], before: false, on: null },
};

/**
 * Everything that an edition puts on desks now. Nothing for a clause without a lead: nobody is invented.
 * `exempt`: duties that stand on a desk by another way, namely a child plan's clause that its own unit owes to the superior.
 */
export function owedBy(
  items: PlanItem[],
  duties: Duty[],
  window: PlanWindow,
  since: string,
  today: string,
  exempt: ReadonlySet<string> = new Set(),
): Owed[] {
  return items.flatMap((item) => {
    const here = duties.filter(({ itemId }) => itemId === item.id);
    const partners = here.filter(({ role }) => role === "partner").map(({ unitId }) => unitId);
    const comesRound = item.kind === "target" && item.opensPlan && item.due.recurrence === null && item.due.lastDay === null;
    const due = comesRound ? { ...yearly, text: item.due.text } : item.due;
    const times = dueTimes(due, window, since, today);
    return here.flatMap(({ unitId, role }) =>
      role === "partner" || exempt.has(`${item.id} ${unitId}`)
        ? []
        : times.map((time): Owed => ({ item, unitId, role, partners: partners.filter((id) => id !== unitId), time })),
    );
  });
}

/**
 * What an amendment does to the desks: open what is new, change what stays, withdraw what nobody asks for any more. A unit
 * that got an item of its own out of a common one goes on with the work it has, reports and all (`moved`).
 */
export function follow(
  standing: Standing[],
  owed: Owed[],
): { open: Owed[]; keep: { workId: string; owed: Owed }[]; moved: { workId: string; owed: Owed }[]; withdraw: Standing[] } {
  const there = new Map(standing.map((work) => [slot(work.itemId, work.unitId, work.period), work]));
  const wanted = new Map(owed.map((one) => [slot(one.item.id, one.unitId, one.time.period), one]));
  const keep = [...wanted].flatMap(([key, one]) => {
    const work = there.get(key);
    return work ? [{ workId: work.workId, owed: one }] : [];
  });
  const fresh = [...wanted].filter(([key]) => !there.has(key)).map(([, one]) => one);
  const left = new Map([...there].filter(([key]) => !wanted.has(key)));
  const moved: { workId: string; owed: Owed }[] = [];
  const open: Owed[] = [];
  for (const one of fresh) {
    const from = one.item.splitFrom === null ? "" : slot(one.item.splitFrom, one.unitId, one.time.period);
    const work = left.get(from);
    if (work && left.delete(from)) moved.push({ workId: work.workId, owed: one });
    else open.push(one);
  }
  return { open, keep, moved, withdraw: [...left.values()] };
}

/** Names for desks: a target by its metric and figure, a report by what and to whom, a task by its words. */
export function titleOf(item: PlanItem): string {
  const text = item.text.length > 160 ? `${item.text.slice(0, 160).replace(/\s\S*$/, "")}…` : item.text;
  // "Báo cáo kết quả" → "Báo cáo kết quả, gửi Ban Thường trực …", unless its words say so themselves.
  const to = item.kind === "report" ? (item.reporting?.to ?? "") : "";
  if (to === "" || fold(text).includes(fold(to))) return text;
  return fold(text).startsWith("gui ") ? `${text} đến ${to}` : `${text}, gửi ${to}`;
}

export const kindOf = (item: PlanItem): "task" | "target" | "report" | "plan-slot" =>
  item.opensPlan && item.kind !== "report" ? "plan-slot" : item.kind;

export const brief = (units: PlanUnit[]): Map<number, PlanUnit> => new Map(units.map((unit) => [unit.id, unit]));
