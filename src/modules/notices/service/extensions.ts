import { actsFor, authorise, may, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import { formatShortDate, vietnamDate, type CalendarDate } from "../../../kernel/time/index.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { recordAct } from "../../audit/index.ts";
import { unitsByIds } from "../../units/index.ts";
import { deskUnits } from "../../work/index.ts";
import type { Extension, Thing } from "../contract.ts";
import { afterAct, type ExtensionAct } from "../domain.ts";
import { say } from "../messages.ts";
import { sourceOf, type Owed } from "../sources.ts";
import {
  extensions,
  findExtension,
  findExtensionForUpdate,
  insertExtension,
  openExtensionsOf,
  settleExtension,
  type ExtensionRow,
} from "../store/extensions.ts";

/** What the request is about, while it is owed, and which side of it this person stands on. */
type Seen = { row: ExtensionRow; owed: Owed | null; asks: boolean; decides: boolean };

async function seenBy(db: Database, actor: Actor, row: ExtensionRow, units: readonly UnitId[], today: string): Promise<Seen | null> {
  const source = sourceOf(row.kind);
  const owed = (await source?.find(db, row.thingId, row.unitId, today)) ?? null;
  const asks = units.includes(row.unitId);
  const decides = owed !== null && source !== undefined && (await source.isAsker(db, actor, owed));
  return asks || decides ? { row, owed, asks, decides } : null;
}

async function shown(db: Database, actor: Actor, seen: readonly Seen[]): Promise<Extension[]> {
  const units = await unitsByIds(
    db,
    seen.map(({ row }) => row.unitId),
  );
  return seen.map(({ row, owed, asks, decides }) => ({
    id: row.id,
    thing: { kind: row.kind, id: row.thingId, unitId: row.unitId },
    unit: units.get(row.unitId) ?? { id: row.unitId, name: `#${row.unitId}`, kind: "other-body" },
    title: owed?.title ?? "",
    path: owed?.path ?? (row.kind === "work" ? `/work/${row.thingId}` : `/rounds/${row.thingId}`),
    fromDay: row.fromDay,
    untilDay: row.untilDay,
    reason: row.reason,
    state: row.state,
    askedBy: row.askedBy,
    askedAt: row.askedAt.toISOString(),
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    grantedUntil: row.grantedUntil,
    answer: row.answer,
    version: row.version,
    mayDecide: row.state === "asked" && decides && !actsFor(actor, row.askedById),
    mayWithdraw: row.state === "asked" && asks && may(actor, "work:answer"),
  }));
}

/** Requests of one's own units, and those that one may decide on. */
export async function listExtensions(db: Database, actor: Actor, state: "asked" | "any", now: Date): Promise<Extension[]> {
  const units = await deskUnits(db, actor);
  const own = await extensions(db, { units, state });
  const known = new Set(own.map(({ id }) => id));
  const others = may(actor, "work:confirm") ? (await extensions(db, { units: null, state })).filter(({ id }) => !known.has(id)) : [];
  const seen: Seen[] = [];
  for (const row of [...own, ...others]) {
    const found = await seenBy(db, actor, row, units, vietnamDate(now));
    if (found) seen.push(found);
  }
  return shown(db, actor, seen);
}

async function readExtension(db: Database, actor: Actor, id: string, now: Date): Promise<Extension> {
  const row = await findExtension(db, id);
  const seen = row && (await seenBy(db, actor, row, await deskUnits(db, actor), vietnamDate(now)));
  const [extension] = seen ? await shown(db, actor, [seen]) : [];
  if (!extension) throw problem("not_found", say("noExtension"));
  return extension;
}

/** A unit asks for more time; the deadline stays what it is until somebody grants it. */
export function askForTime(
  db: Database,
  actor: Actor,
  { thing, untilDay, reason }: { thing: Thing; untilDay: CalendarDate; reason: string },
  now: Date,
): Promise<Extension> {
  return transaction(db, async (tx) => {
    const today = vietnamDate(now);
    const units = await deskUnits(tx, actor);
    const owed = units.includes(thing.unitId) ? await sourceOf(thing.kind)?.find(tx, thing.id, thing.unitId, today) : null;
    if (!owed) throw problem("not_found", say("notOwed"));
    authorise(may(actor, "work:answer"), "work:answer");
    if (untilDay <= owed.lastDay || untilDay < today) {
      const text = say("dayNotLater", { day: formatShortDate(owed.lastDay) });
      throw problem("invalid_input", text, { fields: { untilDay: text.vi } });
    }
    const open = await openExtensionsOf(tx, [thing.unitId]);
    if (open.some(({ kind, thingId }) => kind === thing.kind && thingId === thing.id)) throw problem("conflict", say("alreadyAsked"));
    const id = await insertExtension(tx, thing, { fromDay: owed.lastDay, untilDay, reason, by: actor.personId, now });
    await recordAct(tx, actor, { act: "extension:ask", thing: { kind: "extension", id }, unitId: thing.unitId, after: { untilDay } });
    return readExtension(tx, actor, id, now);
  });
}

type Which = { id: string; version: number };

async function forUpdate(tx: Transaction, actor: Actor, { id, version }: Which, act: ExtensionAct, now: Date): Promise<Seen> {
  const row = await findExtensionForUpdate(tx, id);
  const seen = row && (await seenBy(tx, actor, row, await deskUnits(tx, actor), vietnamDate(now)));
  if (!seen) throw problem("not_found", say("noExtension"));
  if (afterAct(seen.row.state, act) === null) throw problem("wrong_state", say("decided"));
  if (seen.row.version !== version) throw problem("conflict", say("changed"), { current: await readExtension(tx, actor, id, now) });
  return seen;
}

/** Granting moves the deadline in the same transaction, through the act of the slice that holds the thing. */
export function decideOnTime(
  db: Database,
  actor: Actor,
  { grant, untilDay, answer, ...which }: Which & { grant: boolean; untilDay: CalendarDate | null; answer: string },
  now: Date,
): Promise<Extension> {
  return transaction(db, async (tx) => {
    const { row, owed, decides } = await forUpdate(tx, actor, which, grant ? "grant" : "refuse", now);
    authorise(decides && may(actor, "work:confirm"), "work:confirm");
    if (actsFor(actor, row.askedById)) throw problem("forbidden", say("ownRequest"), { permission: "work:confirm" });
    const until = grant ? (untilDay ?? row.untilDay) : null;
    if (until !== null && owed) {
      await sourceOf(row.kind)?.giveTime(tx, actor, owed, until, say("granted", { reason: answer || row.reason }).vi, now);
    }
    await settleExtension(tx, row.id, { state: grant ? "granted" : "refused", by: actor.personId, answer: answer || null, until, now });
    await recordAct(tx, actor, {
      act: grant ? "extension:grant" : "extension:refuse",
      thing: { kind: "extension", id: row.id },
      unitId: row.unitId,
      before: { untilDay: row.fromDay },
      after: { untilDay: until, extensionState: grant ? "granted" : "refused" },
    });
    return readExtension(tx, actor, row.id, now);
  });
}

export function withdrawRequest(db: Database, actor: Actor, which: Which, now: Date): Promise<Extension> {
  return transaction(db, async (tx) => {
    const { row, asks } = await forUpdate(tx, actor, which, "withdraw", now);
    authorise(asks && may(actor, "work:answer"), "work:answer");
    await settleExtension(tx, row.id, { state: "withdrawn", by: null, answer: null, until: null, now });
    await recordAct(tx, actor, { act: "extension:withdraw", thing: { kind: "extension", id: row.id }, unitId: row.unitId });
    return readExtension(tx, actor, row.id, now);
  });
}

/** Requests that wait for this person's answer, on the desk. */
export async function extensionsWaiting(db: Database, actor: Actor) {
  if (!may(actor, "work:confirm")) return [];
  const items = await listExtensions(db, actor, "asked", new Date());
  return items
    .filter(({ mayDecide }) => mayDecide)
    .map(({ id, title, askedAt, unit }) => ({
      kind: "extension",
      id,
      what: say("card"),
      title,
      path: "/reminders",
      since: askedAt,
      from: unit.name,
    }));
}
