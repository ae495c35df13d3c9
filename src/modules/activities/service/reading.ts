import { authorise, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import { squeeze } from "../../../kernel/text.ts";
import { daysBetween } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import { lineReaches, reaches } from "../../units/index.ts";
import type { ActivityFilter, ActivityRow, Duty } from "../contract.ts";
import { say } from "../messages.ts";
import { mayRecord } from "../policy.ts";
import { countEntries, listEntries, type Filter } from "../store/listing.ts";
import { offeredDuties, type DutySource } from "./duties.ts";
import { rowsShown } from "./view.ts";

const pageSize = 50;
const mostDays = 100;
const mostInCalendar = 1000;

export const wordsOf = (text: string): string[] => squeeze(text).split(" ").filter(Boolean);

/** The journal, newest first: what the post's units lead or took part in, and what their line below has done. */
export async function listActivities(db: Database, actor: Actor, { text, page, state, ...wanted }: ActivityFilter) {
  const filter: Filter = {
    ...wanted,
    reader: actor.unitId,
    words: wordsOf(text),
    states: state ? [state] : undefined,
    ...(wanted.approximate ? { states: ["done"] } : {}),
  };
  const [rows, counts] = await Promise.all([
    listEntries(db, filter, { offset: (page - 1) * pageSize, limit: pageSize }),
    countEntries(db, filter),
  ]);
  return { items: await rowsShown(db, rows), ...counts, pageSize };
}

export type CalendarFilter = { from: string; to: string; unitId?: UnitId | undefined; kind?: string | undefined };

/** What is planned and done between two days, in order; cancelled ones are not in a calendar. */
export async function readCalendar(db: Database, actor: Actor, filter: CalendarFilter): Promise<{ items: ActivityRow[]; more: boolean }> {
  const days = daysBetween(filter.from, filter.to);
  if (days < 0 || days > mostDays) throw problem("invalid_input", say("tooManyDays"), { fields: { to: say("tooManyDays").vi } });
  const wanted: Filter = { ...filter, reader: actor.unitId, states: ["planned", "done"] };
  const rows = await listEntries(db, wanted, { limit: mostInCalendar + 1, order: "oldest" });
  return { items: await rowsShown(db, rows.slice(0, mostInCalendar)), more: rows.length > mostInCalendar };
}

/** Clauses and tasks that an activity of the unit (the post's own when not given) may serve. */
export async function listDuties(db: Database, actor: Actor, leadId: UnitId | undefined, source: DutySource): Promise<{ items: Duty[] }> {
  const unit = leadId ?? actor.unitId;
  const lead = unit === actor.unitId || (await reaches(db, actor.unitId, unit));
  // Whoever may not record for a unit is not told what it owes.
  if (!lead) authorise(mayRecord(actor, { lead, line: await lineReaches(db, actor.unitId, unit) }), "activity:record");
  return { items: await offeredDuties(db, actor, unit, source) };
}
