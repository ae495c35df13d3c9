import type { Changes, ItemChange, PlanItem, PlanUnit } from "../shapes.ts";
import type { Duty } from "./matrix.ts";
import { targetWords } from "./wording.ts";

export type EditionContent = {
  edition: number;
  title: string;
  number: string | null;
  periodFrom: string | null;
  periodTo: string | null;
  issueDate: string | null;
  items: PlanItem[];
  duties: Duty[];
};

/** What an edition changes against another, item by item, and whom it affects. Items keep their identity over editions. */
export function changesBetween(before: EditionContent, after: EditionContent, units: Map<number, PlanUnit>): Changes {
  const old = new Map(before.items.map((item) => [item.id, item]));
  const now = new Map(after.items.map((item) => [item.id, item]));
  const items = [...after.items, ...before.items.filter(({ id }) => !now.has(id))].flatMap((item): ItemChange[] => {
    const [was, is] = [old.get(item.id), now.get(item.id)];
    const change = was === undefined ? "added" : is === undefined ? "removed" : "changed";
    const fields = was && is ? fieldChanges(was, is) : [];
    const [owed, owes] = [holders(before.duties, item.id), holders(after.duties, item.id)];
    const gained = [...owes].filter((unit) => !owed.has(unit));
    const lost = [...owed].filter((unit) => !owes.has(unit));
    if (change === "changed" && fields.length === 0 && gained.length === 0 && lost.length === 0) return [];
    const { id, kind, clause, text } = item;
    return [{ itemId: id, kind, clause, text, change, fields, gained: named(gained, units), lost: named(lost, units) }];
  });
  return {
    from: before.edition,
    to: after.edition,
    header: headerChanges(before, after),
    items,
    units: affected(items, before.duties, after.duties, units),
  };
}

const holders = (duties: Duty[], itemId: string): Set<number> =>
  new Set(duties.filter((duty) => duty.itemId === itemId).map(({ unitId }) => unitId));

const named = (ids: number[], units: Map<number, PlanUnit>): PlanUnit[] => ids.flatMap((id) => units.get(id) ?? []);

function headerChanges(before: EditionContent, after: EditionContent): Changes["header"] {
  const period = ({ periodFrom, periodTo }: EditionContent): string => [periodFrom, periodTo].filter(Boolean).join(" – ");
  const fields: Changes["header"] = [
    { field: "title", before: before.title, after: after.title },
    { field: "number", before: before.number ?? "", after: after.number ?? "" },
    { field: "period", before: period(before), after: period(after) },
    { field: "issueDate", before: before.issueDate ?? "", after: after.issueDate ?? "" },
  ];
  return fields.filter((field) => field.before !== field.after);
}

/** Each field in words, so that a screen can show before and after side by side. */
function fieldChanges(was: PlanItem, is: PlanItem): ItemChange["fields"] {
  const words = (item: PlanItem): Record<ItemChange["fields"][number]["field"], string> => ({
    clause: item.clause,
    text: item.text,
    target: item.target ? targetWords(item.target) : "",
    due: [item.due.text, item.due.lastDay].filter(Boolean).join(" · "),
    leads: item.leads.map(({ printed }) => printed).join("; "),
    partners: item.partners.map(({ printed }) => printed).join("; "),
    reporting: item.reporting ? [item.reporting.to, item.reporting.via, item.reporting.next].filter(Boolean).join(" → ") : "",
    opensPlan: item.opensPlan ? "1" : "",
  });
  const [before, after] = [words(was), words(is)];
  const fields = Object.keys(after) as (keyof typeof after)[];
  return fields.filter((field) => before[field] !== after[field]).map((field) => ({ field, before: before[field], after: after[field] }));
}

function affected(items: ItemChange[], before: Duty[], after: Duty[], units: Map<number, PlanUnit>): Changes["units"] {
  const counts = new Map<number, { gained: number; lost: number; changed: number }>();
  const count = (unitId: number, what: "gained" | "lost" | "changed"): void => {
    const own = counts.get(unitId) ?? { gained: 0, lost: 0, changed: 0 };
    own[what]++;
    counts.set(unitId, own);
  };
  for (const item of items) {
    for (const { id } of item.gained) count(id, "gained");
    for (const { id } of item.lost) count(id, "lost");
    if (item.fields.length === 0) continue;
    const kept = holders(before, item.itemId).intersection(holders(after, item.itemId));
    for (const unitId of kept) count(unitId, "changed");
  }
  return [...counts].flatMap(([id, own]) => {
    const unit = units.get(id);
    return unit ? [{ unit, ...own }] : [];
  });
}
