import { authorise, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { ActivityId, UnitId } from "../../../kernel/ids.ts";
import { vietnamDate } from "../../../kernel/time/index.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { recordAct, type Json } from "../../audit/index.ts";
import { lineReaches, reaches, unitsByIds } from "../../units/index.ts";
import type { ActivityAct, ActivityDetail, ActivityInput, ActivityKind, Duty, Serves } from "../contract.ts";
import { factsFrom, refuse, stateFor, unitsInDetails, type Facts } from "../domain/facts.ts";
import { nextState } from "../domain/states.ts";
import { say } from "../messages.ts";
import { mayEdit, mayRecord, mayView, type Sides } from "../policy.ts";
import { askDoubles, dropQuestions, freeRepeats } from "../store/doubles.ts";
import { factsOf, findEntryForUpdate, insertEntry, updateEntry, type EntryChange, type EntryRow } from "../store/entries.ts";
import { findKind } from "../store/kinds.ts";
import { attach, keepFiles, type Given, type WithFiles } from "./attaching.ts";
import { offeredDuties, type DutySource } from "./duties.ts";
import { detailOf, getVisible, sidesOf } from "./view.ts";

/** What recording needs from outside; `duties` is wired from work, a later slice. */
export type Recording = WithFiles & { duties: DutySource };
export type Which = { id: ActivityId; version: number };

/** What the record holds: the facts, not what people wrote. */
const told = ({ state, facts, sameAs = null }: { state: string; facts: Facts; sameAs?: string | null }): Json => ({
  activityState: state,
  activityKind: facts.kind,
  onDate: facts.onDate,
  activityLead: facts.leadId,
  turns: facts.figures.turns?.value ?? null,
  gifts: facts.figures.gifts?.value ?? null,
  money: facts.figures.money?.value ?? null,
  labour: facts.figures.labour?.value ?? null,
  sameAs,
});

const toldOf = (row: EntryRow): Json => told({ state: row.state, facts: factsOf(row), sameAs: row.same_as });

async function kindOf(db: Database, code: string): Promise<ActivityKind> {
  const kind = await findKind(db, code);
  if (!kind) throw problem("invalid_input", say("noKind"), { fields: { kind: say("noKind").vi } });
  return kind;
}

/** Who may record for the unit: its own people, and those above in its line, who then are shown as having typed for it. */
async function standingTo(db: Database, actor: Actor, unit: UnitId): Promise<Pick<Sides, "lead" | "line">> {
  const lead = unit === actor.unitId || (await reaches(db, actor.unitId, unit));
  return { lead, line: lead || (await lineReaches(db, actor.unitId, unit)) };
}

/** Units that are named must exist: a number from nowhere would only fail later, in somebody's list. */
async function checkUnits(db: Database, facts: Facts, kind: ActivityKind): Promise<void> {
  const inDetails = unitsInDetails(facts.details, kind);
  const known = await unitsByIds(db, [facts.leadId, ...facts.partners, ...inDetails]);
  const wrong = new Map<string, ReturnType<typeof say>>();
  if (!known.has(facts.leadId)) wrong.set("leadId", say("noUnit"));
  if (facts.partners.some((id) => !known.has(id))) wrong.set("partners", say("noUnit"));
  if (inDetails.some((id) => !known.has(id))) wrong.set("details", say("noUnit"));
  refuse(wrong);
}

async function servesFrom(
  { db, duties }: Pick<Recording, "db" | "duties">,
  actor: Actor,
  lead: UnitId,
  asked: ActivityInput["serves"],
): Promise<Serves | null | undefined> {
  if (!asked) return asked;
  const duty = (await offeredDuties(db, actor, lead, duties)).find(({ workId }: Duty) => workId === asked.workId);
  if (!duty) throw problem("invalid_input", say("noDuty"), { fields: { serves: say("noDuty").vi } });
  const { workId, planId, itemId, clause, quote, label } = duty;
  return { workId, planId, itemId, clause, quote, label };
}

/** Writes an entry into the journal. Photographs are shrunk and cleaned before anything is kept. */
export async function recordActivity(
  services: Recording,
  actor: Actor,
  { photos, paper, files, ...input }: ActivityInput & Given,
): Promise<ActivityDetail> {
  const { db, clock } = services;
  const now = clock();
  const kind = await kindOf(db, input.kind);
  const facts = factsFrom(null, input, { kind, lead: actor.unitId });
  const state = stateFor(facts, input.state, vietnamDate(now));
  await checkUnits(db, facts, kind);
  const standing = await standingTo(db, actor, facts.leadId);
  authorise(mayRecord(actor, standing), "activity:record");
  const serves = (await servesFrom(services, actor, facts.leadId, input.serves)) ?? null;
  const kept = await keepFiles(services, actor, { photos, paper, files });
  return transaction(db, async (tx) => {
    const typedFor = standing.lead && facts.source === "self" ? null : facts.leadId;
    const id = await insertEntry(tx, { facts, state, serves, typedBy: actor.personId, typedAt: actor.unitId, typedFor }, now);
    await attach(tx, actor, id, kept, now);
    if (state === "done") await askDoubles(tx, id);
    await recordAct(tx, actor, {
      act: state === "done" ? "activity:record" : "activity:plan",
      thing: { kind: "activity", id },
      unitId: facts.leadId,
      after: told({ state, facts }),
    });
    const { row, sides } = await getVisible(tx, actor, id);
    return detailOf(tx, actor, row, sides);
  });
}

/** One act on one entry: locked, allowed, at the version that the person saw, recorded; doubles are asked about anew. */
async function perform(
  { db, clock }: Pick<Recording, "db" | "clock">,
  actor: Actor,
  { id, version }: Which,
  { act, note }: { act: ActivityAct; note?: string },
  step: (tx: Transaction, row: EntryRow, now: Date) => Promise<EntryChange> | EntryChange,
): Promise<ActivityDetail> {
  const now = clock();
  return transaction(db, async (tx) => {
    const row = await findEntryForUpdate(tx, id);
    const sides = row && (await sidesOf(tx, actor, row));
    if (!row || !sides || !mayView(actor, row.state, sides)) throw problem("not_found", say("noActivity"));
    authorise(mayEdit(actor, sides), "activity:record");
    if (row.version !== version) throw problem("conflict", say("changed"), { current: await detailOf(tx, actor, row, sides) });
    const next = nextState(row.state, act);
    if (next === null) throw problem("wrong_state", say("notNow"), { state: row.state });
    const change: EntryChange = { state: next, ...(await step(tx, row, now)) };
    await updateEntry(tx, id, change, now);
    const after = (await findEntryForUpdate(tx, id)) ?? row;
    if (after.state === "done" && after.same_as === null) await askDoubles(tx, id);
    else await dropQuestions(tx, id);
    await recordAct(tx, actor, {
      act: `activity:${act === "carryOut" ? "carry-out" : act}`,
      thing: { kind: "activity", id },
      unitId: row.lead_id,
      before: toldOf(row),
      after: toldOf(after),
      ...(note ? { note } : {}),
    });
    const shown = (await findEntryForUpdate(tx, id)) ?? after;
    return detailOf(tx, actor, shown, await sidesOf(tx, actor, shown));
  });
}

type Change = Which & Partial<ActivityInput>;

/** What the entry says after the change. Another lead must be one that this person may record for. */
async function changedFacts(
  services: Recording,
  actor: Actor,
  row: EntryRow,
  { id: _id, version: _version, ...input }: Change,
): Promise<EntryChange> {
  const kind = await kindOf(services.db, input.kind ?? row.kind);
  const facts = factsFrom(factsOf(row), input, { kind, lead: row.lead_id });
  await checkUnits(services.db, facts, kind);
  if (facts.leadId !== row.lead_id) authorise(mayRecord(actor, await standingTo(services.db, actor, facts.leadId)), "activity:record");
  const serves = await servesFrom(services, actor, facts.leadId, input.serves);
  return { facts, ...(serves === undefined ? {} : { serves }) };
}

export const editActivity = (services: Recording, actor: Actor, change: Change): Promise<ActivityDetail> =>
  perform(services, actor, change, { act: "edit" }, async (tx, row, now) => {
    const changed = await changedFacts({ ...services, db: tx }, actor, row, change);
    // Done stays done unless it is said otherwise: a planned one becomes done by being carried out.
    const asked = change.state ?? (row.state === "done" ? "done" : "planned");
    const state = changed.facts ? stateFor(changed.facts, asked, vietnamDate(now)) : row.state;
    if (row.state === "done" && state === "planned") await freeAll(tx, row.id, now);
    return { ...changed, state };
  });

/** Planned → done, with what it came to. */
export async function carryOut(
  services: Recording,
  actor: Actor,
  { photos, paper, files, ...change }: Change & Given,
): Promise<ActivityDetail> {
  const { sides } = await getVisible(services.db, actor, change.id);
  authorise(mayEdit(actor, sides), "activity:record");
  const kept = await keepFiles(services, actor, { photos, paper, files });
  return perform(services, actor, change, { act: "carryOut" }, async (tx, row, now) => {
    const changed = await changedFacts({ ...services, db: tx }, actor, row, change);
    if (changed.facts) stateFor(changed.facts, "done", vietnamDate(now));
    await attach(tx, actor, row.id, kept, now);
    return changed;
  });
}

export const cancelActivity = (
  services: Pick<Recording, "db" | "clock">,
  actor: Actor,
  { reason, ...which }: Which & { reason: string },
): Promise<ActivityDetail> =>
  perform(services, actor, which, { act: "cancel" }, async (tx, row, now) => {
    await freeAll(tx, row.id, now);
    return { cancelReason: reason, sameAs: null };
  });

/** What was the same as this one must not vanish from the figures with it. */
async function freeAll(tx: Transaction, id: ActivityId, now: Date): Promise<void> {
  for (const freed of await freeRepeats(tx, id, now)) await askDoubles(tx, freed);
}
