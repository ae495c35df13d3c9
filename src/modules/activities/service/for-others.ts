import { z } from "zod";
import { dot } from "../../../kernel/facts.ts";
import { may, type Actor } from "../../../kernel/actor.ts";
import { Problem } from "../../../kernel/errors.ts";
import type { ActivityId, UnitId } from "../../../kernel/ids.ts";
import { fold } from "../../../kernel/text.ts";
import { formatShortDate, type Period } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { MeasureScope, NarrativeSource } from "../../../platform/measure.ts";
import type { Found } from "../../search/contract.ts";
import { unitsByIds } from "../../units/index.ts";
import type { ActivityRow } from "../contract.ts";
import { findEntries, type EntryRow } from "../store/entries.ts";
import { allKinds } from "../store/kinds.ts";
import { listEntries } from "../store/listing.ts";
import { entriesServing, entriesWithin } from "../store/measures.ts";
import { wordsOf } from "./reading.ts";
import { figuresLine, getVisible, rowsShown, unitIn } from "./view.ts";

type Span = Pick<Period, "from" | "to">;

/** An entry as a report tells it. */
export type ToldActivity = ActivityRow & { summary: string; figures: string };

async function told(db: Database, ids: readonly ActivityId[]): Promise<ToldActivity[]> {
  const rows = new Map((await findEntries(db, ids)).map((row) => [row.id, row]));
  const ordered = ids.flatMap((id) => rows.get(id) ?? []);
  const shown = await rowsShown(db, ordered);
  return shown.map((row, at) => ({
    ...row,
    summary: ordered[at]?.summary ?? "",
    figures: ordered[at] ? figuresLine(ordered[at]) : "",
  }));
}

/**
 * What the units did in the period, newest first: done and counted entries of their line, or of everybody in their area.
 * For reports on those units; who may read such a report is the caller's to check.
 */
export async function activitiesOf(
  db: Database,
  {
    units,
    scope,
    period,
    kinds,
    limit,
  }: { units: readonly UnitId[]; scope: MeasureScope; period: Span; kinds?: readonly string[]; limit: number },
): Promise<ToldActivity[]> {
  return told(db, await entriesWithin(db, { units, scope, span: period, kinds: kinds ?? null, words: [], limit }));
}

/** Done and counted entries that serve a plan's clause; `units` null: of all. In order of their days. */
export async function activitiesServing(
  db: Database,
  {
    planId,
    itemId,
    units = null,
    scope = "line",
    period,
  }: { planId: string; itemId?: string; units?: readonly UnitId[] | null; scope?: MeasureScope; period: Span },
): Promise<ToldActivity[]> {
  return told(db, await entriesServing(db, { planId, itemId: itemId ?? null, units, scope, span: period }));
}

/** Words of a heading that say what it is about. */
const empty = new Set(
  "cong tac ket qua tinh hinh thuc hien hoat dong to chuc cac va cua ve trong cho voi theo nam quy thang viec nhung mot so noi bat khac dong gop phat huy tang cuong day manh tiep tuc".split(
    " ",
  ),
);

/**
 * Lines for a report's heading: of the kinds that its figures come from, or, where it names none, entries in which two
 * neighbouring words of the heading occur.
 */
export const activityNarratives: NarrativeSource = {
  async lines(db, _actor, { units, scope, period, names, heading, limit }) {
    const codes = names.flatMap((name) => /^activity\/([a-z0-9-]+)\//.exec(name)?.[1] ?? []);
    const kinds = codes.length > 0 && !codes.includes("any") ? [...new Set(codes)] : null;
    const words = names.length > 0 ? [] : pairsOf(heading);
    if (names.length > 0 ? codes.length === 0 : words.length === 0) return [];
    const entries = await told(db, await entriesWithin(db, { units, scope, span: period, kinds, words, limit }));
    return entries.map((entry) => ({
      kind: "activity",
      id: entry.id,
      date: entry.onDate,
      unit: entry.lead.id,
      text: sentenceOf(entry),
      path: `/activities/${entry.id}`,
    }));
  },
};

/** "giám sát", "phản biện": two words side by side, since one word of Vietnamese says little. */
function pairsOf(heading: string): string[] {
  const words = fold(heading)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return words.slice(1).flatMap((word, at) => {
    const first = words[at] ?? "";
    return empty.has(first) || empty.has(word) || /\d/.test(first + word) ? [] : [`${first} ${word}`];
  });
}

function sentenceOf({ onDate, name, place, figures, summary, lead }: ToldActivity): string {
  const head = `Ngày ${formatShortDate(onDate)}, ${lead.name}: ${name}${place ? ` tại ${place}` : ""}${figures ? ` (${figures})` : ""}.`;
  return summary === "" ? head : `${head} ${summary}`;
}

/** Hits of the search box. */
export async function searchActivities(db: Database, actor: Actor, text: string, limit: number): Promise<Found[]> {
  if (!may(actor, "activity:view")) return [];
  const rows = await listEntries(db, { reader: actor.unitId, words: wordsOf(text), states: ["done", "planned"] }, { limit });
  const units = await unitsByIds(db, [...new Set(rows.map(({ lead_id }) => lead_id))]);
  return rows.map((row: EntryRow) => ({
    kind: "activity",
    id: row.id,
    title: row.name,
    note: `${formatShortDate(row.on_date)}${dot}${unitIn(units, row.lead_id).name}`,
    to: `/activities/${row.id}`,
  }));
}

/** The history of an entry is for those who may see it. */
export async function canSeeActivity(db: Database, actor: Actor, id: string): Promise<boolean> {
  if (!z.uuid().safeParse(id).success) return false;
  try {
    await getVisible(db, actor, id as ActivityId);
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

/** The kinds with their fields, for forms and the demo. */
export const activityKinds = allKinds;
