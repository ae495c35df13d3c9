import { randomBytes } from "node:crypto";
import { authorise, may, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { permissionsOf } from "../../../kernel/permissions.ts";
import { addDays, vietnamDate } from "../../../kernel/time/index.ts";
import { transaction, type Database } from "../../../platform/database/index.ts";
import { recordAct } from "../../audit/index.ts";
import { peopleAt } from "../../identity/index.ts";
import { findUnit, getUnit, unitsByIds } from "../../units/index.ts";
import type { Feed } from "../contract.ts";
import { calendarFile } from "../evidence/calendar-file.ts";
import { say } from "../messages.ts";
import { feedsOf, findFeed, insertFeed, markRead, revokeFeed, type FeedRow } from "../store/feeds.ts";
import { listEntries } from "../store/listing.ts";
import { unitIn } from "./view.ts";

type Services = { db: Database; clock: () => Date };
const mostFeeds = 10;
const mostEntries = 2000;

async function shown(db: Database, rows: readonly FeedRow[]): Promise<Feed[]> {
  const units = await unitsByIds(db, [...new Set(rows.map(({ unit_id }) => unit_id))]);
  return rows.map(({ id, label, unit_id, created_at, last_read_on }) => ({
    id,
    label,
    unit: unitIn(units, unit_id),
    createdAt: created_at.toISOString(),
    lastReadOn: last_read_on,
  }));
}

export async function listFeeds(db: Database, actor: Actor): Promise<{ items: Feed[] }> {
  return { items: await shown(db, await feedsOf(db, actor.personId)) };
}

/** A private address of the calendar of the post's unit: whoever has it reads it, so it is long, and shown once. */
export async function createFeed(
  { db, clock, url }: Services & { url: string },
  actor: Actor,
  { label }: { label: string },
): Promise<Feed & { url: string }> {
  authorise(may(actor, "activity:view"), "activity:view");
  const now = clock();
  const token = randomBytes(24).toString("base64url");
  return transaction(db, async (tx) => {
    if ((await feedsOf(tx, actor.personId)).length >= mostFeeds) throw problem("wrong_state", say("tooManyFeeds"));
    const unit = await getUnit(tx, actor.unitId);
    const row = await insertFeed(
      tx,
      { token, person: actor.personId, unit: actor.unitId, label: label || say("feedName", { unit: unit.name }).vi },
      now,
    );
    await recordAct(tx, actor, { act: "activity:feed", thing: { kind: "unit", id: String(actor.unitId) }, unitId: actor.unitId });
    const [feed] = await shown(tx, [row]);
    if (!feed) throw problem("not_found", say("noFeed"));
    return { ...feed, url: `${url}/calendar/${token}.ics` };
  });
}

export async function closeFeed({ db, clock }: Services, actor: Actor, id: string): Promise<{ items: Feed[] }> {
  return transaction(db, async (tx) => {
    if (!(await revokeFeed(tx, id, actor.personId, clock()))) throw problem("not_found", say("noFeed"));
    await recordAct(tx, actor, { act: "activity:feed-revoke", thing: { kind: "unit", id: String(actor.unitId) }, unitId: actor.unitId });
    return listFeeds(tx, actor);
  });
}

/**
 * The calendar behind an address, as iCalendar: from two months back, names and places only. It ends by itself when the person
 * holds no post at the unit any more.
 */
export async function readFeed({ db, clock, url }: Services & { url: string }, token: string): Promise<string> {
  const feed = /^[A-Za-z0-9_-]{32}$/.test(token) ? await findFeed(db, token) : undefined;
  const holder = feed && (await peopleAt(db, feed.unit_id)).find(({ personId }) => personId === feed.person_id);
  if (!feed || !holder?.roles.some((role) => permissionsOf(role).includes("activity:view"))) throw problem("not_found", say("noFeed"));
  const today = vietnamDate(clock());
  const [unit, entries] = await Promise.all([
    findUnit(db, feed.unit_id),
    listEntries(
      db,
      { reader: feed.unit_id, unitId: feed.unit_id, from: addDays(today, -62), states: ["planned", "done"] },
      { limit: mostEntries, order: "oldest" },
    ),
  ]);
  await markRead(db, feed.id, today);
  const units = await unitsByIds(db, [...new Set(entries.map(({ lead_id }) => lead_id))]);
  return calendarFile(
    { name: feed.label, description: unit?.name ?? "" },
    entries.map((row) => ({
      id: row.id,
      version: row.version,
      changed: row.updated_at,
      onDate: row.on_date,
      untilDate: row.until_date,
      startTime: row.start_time,
      planned: row.state === "planned",
      name: row.name,
      lead: unitIn(units, row.lead_id).name,
      place: row.place,
      url: `${url}/app/activities/${row.id}`,
    })),
  );
}
