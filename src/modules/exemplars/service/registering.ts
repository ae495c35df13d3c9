import { actsFor, authorise, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { ExemplarId, ExemplarRoundId, UnitId } from "../../../kernel/ids.ts";
import { vietnamDate, type CalendarDate } from "../../../kernel/time/index.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { recordAct, type Json } from "../../audit/index.ts";
import { peopleAt } from "../../identity/index.ts";
import { lineReaches, reaches, unitsByIds } from "../../units/index.ts";
import type { ExemplarAct, ExemplarDetail, ExemplarInput } from "../contract.ts";
import { factsFrom, firstYear, missingOf, refuse, type Facts } from "../domain/facts.ts";
import { nextState } from "../domain/states.ts";
import type { EventKind } from "../life/kinds.ts";
import { insertEvent } from "../life/store/events.ts";
import { say } from "../messages.ts";
import { askLikeness } from "../likeness/service.ts";
import { mayAct, mayRegister, mayView, type Sides } from "../policy.ts";
import {
  factsOf,
  findExemplar,
  goalsOf,
  insertExemplar,
  lockExemplar,
  partnersOf,
  updateExemplar,
  type ExemplarChange,
  type ExemplarRecord,
} from "../store/exemplars.ts";
import { findRound, isConcerned, type RoundRecord } from "../store/rounds.ts";
import { askedByDefault, detailOf, getVisible, sidesOf } from "./view.ts";

export type Registering = { db: Database; clock: () => Date };
export type Which = { id: ExemplarId; version: number };

/** What the record holds: the facts, not what people wrote. */
const told = (state: string, facts: Facts, round: string | null, year: number | null): Json => ({
  exemplarState: state,
  exemplarKind: facts.kind,
  exemplarField: facts.field,
  exemplarLead: facts.leadId,
  exemplarRound: round,
  firstYear: year,
  goals: facts.goals.length,
});

async function factsNow(db: Database, record: ExemplarRecord): Promise<Facts> {
  return factsOf(record, await goalsOf(db, record.id), await partnersOf(db, record.id));
}

const toldOf = async (db: Database, record: ExemplarRecord): Promise<Json> =>
  told(record.state, await factsNow(db, record), record.round_id, record.first_year);

/** Who may register for the unit: its own people, and those above in its line, who then are shown as having typed for it. */
export async function standingTo(db: Database, actor: Actor, unit: UnitId): Promise<Pick<Sides, "lead" | "line">> {
  const lead = unit === actor.unitId || (await reaches(db, actor.unitId, unit));
  return { lead, line: lead || (await lineReaches(db, actor.unitId, unit)) };
}

/** Units that are named must exist. */
async function checkUnits(db: Database, { leadId, areaId, partners }: Facts): Promise<void> {
  const known = await unitsByIds(db, [leadId, ...(areaId === null ? [] : [areaId]), ...partners.map(({ unitId }) => unitId)]);
  const wrong = new Map<string, ReturnType<typeof say>>();
  if (!known.has(leadId)) wrong.set("leadId", say("noUnit"));
  if (areaId !== null && !known.has(areaId)) wrong.set("areaId", say("noUnit"));
  if (partners.some(({ unitId }) => !known.has(unitId))) wrong.set("partners", say("noUnit"));
  refuse(wrong);
}

const wrongRound = (text: ReturnType<typeof say>) => problem("invalid_input", text, { fields: { roundId: text.vi } });

/** The round that is named: it must address the lead and take the kind. */
async function roundFor(db: Database, id: string | null | undefined, facts: Pick<Facts, "leadId" | "kind">): Promise<RoundRecord | null> {
  if (!id) return null;
  const round = await findRound(db, id as ExemplarRoundId);
  if (!round || round.state === "draft" || !(await isConcerned(db, round.id, facts.leadId))) throw wrongRound(say("roundNotYours"));
  if (!round.kinds.includes(facts.kind)) throw wrongRound(say("roundKind"));
  return round;
}

/** Begins a draft: kind and name are enough, the rest may come on another day. */
export async function createExemplar({ db, clock }: Registering, actor: Actor, input: ExemplarInput): Promise<ExemplarDetail> {
  const now = clock();
  const leadId = input.leadId ?? actor.unitId;
  const round = await roundFor(db, input.roundId, { leadId, kind: input.kind });
  const facts = factsFrom(null, input, { lead: actor.unitId, localFields: round?.local_fields ?? [] });
  await checkUnits(db, facts);
  const standing = await standingTo(db, actor, facts.leadId);
  authorise(mayRegister(actor, standing), "exemplar:register");
  return transaction(db, async (tx) => {
    const id = await insertExemplar(
      tx,
      {
        facts,
        roundId: round?.id ?? null,
        typedBy: actor.personId,
        typedAt: actor.unitId,
        typedFor: standing.lead ? null : facts.leadId,
        movedOn: vietnamDate(now),
      },
      now,
    );
    await recordAct(tx, actor, {
      act: "exemplar:create",
      thing: { kind: "exemplar", id },
      unitId: facts.leadId,
      after: told("draft", facts, round?.id ?? null, null),
    });
    const { record, sides } = await getVisible(tx, actor, id);
    return detailOf(tx, actor, record, sides);
  });
}

type Done = { act: ExemplarAct; note?: string };
type Step = (tx: Transaction, record: ExemplarRecord, today: CalendarDate) => Promise<ExemplarChange> | ExemplarChange;

/** Acts that belong to its dated story, too. */
const eventOf: Partial<Record<ExemplarAct, EventKind>> = { stop: "stopped", resume: "resumed" };

/** One act on one exemplar: locked, allowed, at the version that the person saw, recorded. */
async function perform(
  { db, clock }: Registering,
  actor: Actor,
  { id, version }: Which,
  { act, note }: Done,
  step: Step,
): Promise<ExemplarDetail> {
  const now = clock();
  return transaction(db, async (tx) => {
    const record = await lockExemplar(tx, id);
    const sides = record && (await sidesOf(tx, actor, record));
    if (!record || !sides || !mayView(actor, record.state, sides)) throw problem("not_found", say("noExemplar"));
    authorise(mayAct(actor, act, sides), act === "accept" || act === "return" ? "exemplar:accept" : "exemplar:register");
    if (record.version !== version) throw problem("conflict", say("changed"), { current: await detailOf(tx, actor, record, sides) });
    const next = nextState(record.state, act);
    if (next === null) throw problem("wrong_state", say("notNow"), { state: record.state });
    const before = await toldOf(tx, record);
    await updateExemplar(tx, id, { state: next, ...(await step(tx, record, vietnamDate(now))) }, { now, movedOn: vietnamDate(now) });
    if (act === "register" || (act === "edit" && record.registered_on !== null)) await askLikeness(tx, id);
    const dated = eventOf[act];
    if (dated)
      await insertEvent(
        tx,
        id,
        { kind: dated, onDate: vietnamDate(now), unitId: actor.unitId, text: note ?? "", typedBy: actor.personId },
        now,
      );
    const after = (await findExemplar(tx, id)) ?? record;
    await recordAct(tx, actor, {
      act: `exemplar:${act}`,
      thing: { kind: "exemplar", id },
      unitId: after.lead_id,
      before,
      after: await toldOf(tx, after),
      ...(note ? { note } : {}),
    });
    return detailOf(tx, actor, after, await sidesOf(tx, actor, after));
  });
}

/** Changes what was typed. Another lead must be one that this person may register for. */
export function editExemplar(
  services: Registering,
  actor: Actor,
  { id, version, ...input }: Which & Partial<ExemplarInput>,
): Promise<ExemplarDetail> {
  return perform(services, actor, { id, version }, { act: "edit" }, async (tx, record) => {
    const current = await factsNow(tx, record);
    const leadId = input.leadId ?? current.leadId;
    const named = input.roundId === undefined ? record.round_id : input.roundId;
    // What was registered stays with its round, even after the round has closed or the tree has changed.
    const moved = named !== record.round_id || leadId !== current.leadId || (input.kind ?? current.kind) !== current.kind;
    const round = moved
      ? await roundFor(tx, named, { leadId, kind: input.kind ?? current.kind })
      : record.round_id && (await findRound(tx, record.round_id));
    const facts = factsFrom(current, input, { lead: record.lead_id, localFields: (round || null)?.local_fields ?? [] });
    await checkUnits(tx, facts);
    if (facts.leadId !== record.lead_id) authorise(mayRegister(actor, await standingTo(tx, actor, facts.leadId)), "exemplar:register");
    const registered = record.registered_on;
    return {
      facts,
      ...(input.roundId === undefined ? {} : { roundId: (round || null)?.id ?? null }),
      ...(registered === null ? {} : { firstYear: yearOf(facts, round || null, registered) }),
    };
  });
}

const yearOf = (facts: Facts, round: RoundRecord | null, day: CalendarDate): number | null =>
  firstYear(facts, round && { periodFrom: round.period_from, periodUntil: round.period_until }, day);

/** Sends it to the body of its round. What the round asks for must be there; late ones are taken and marked. */
export function registerExemplar(services: Registering, actor: Actor, which: Which): Promise<ExemplarDetail> {
  return perform(services, actor, which, { act: "register" }, async (tx, record, today) => {
    const round = record.round_id === null ? null : ((await findRound(tx, record.round_id)) ?? null);
    if (round && (round.state === "draft" || round.state === "cancelled" || today < round.opens_on))
      throw problem("wrong_state", say("roundNotOpen"));
    const missing = missingOf(record, round?.asked ?? askedByDefault);
    if (missing.length > 0) {
      const fields = Object.fromEntries(missing.map((key) => [key === "field" ? key : `contents.${key}`, say("missingContent").vi]));
      throw problem("invalid_input", say("missing"), { fields });
    }
    const facts = await factsNow(tx, record);
    // The first registration counts: who sends again after a return, or takes a withdrawal back, is not late by it.
    const registeredOn = record.registered_on ?? today;
    return { registeredOn, firstYear: yearOf(facts, round, registeredOn), reason: null };
  });
}

/** Takes a registration into the list. Not by the one who typed it, unless nobody else works in the body. */
export function acceptExemplar(services: Registering, actor: Actor, which: Which): Promise<ExemplarDetail> {
  return perform(services, actor, which, { act: "accept" }, async (tx, record, today) => {
    const alone = async () => (await peopleAt(tx, actor.unitId)).length <= 1;
    if (actsFor(actor, record.typed_by) && !(await alone())) throw problem("forbidden", say("ownWork"));
    return { acceptedOn: record.accepted_on ?? today, reason: null };
  });
}

type WithReason = Which & { reason: string };

export const returnExemplar = (services: Registering, actor: Actor, { reason, ...which }: WithReason): Promise<ExemplarDetail> =>
  perform(services, actor, which, { act: "return", note: reason }, () => ({ reason }));

export const withdrawExemplar = (services: Registering, actor: Actor, { reason, ...which }: WithReason): Promise<ExemplarDetail> =>
  perform(services, actor, which, { act: "withdraw", note: reason }, () => ({ reason }));

export const stopExemplar = (services: Registering, actor: Actor, { reason, ...which }: WithReason): Promise<ExemplarDetail> =>
  perform(services, actor, which, { act: "stop", note: reason }, () => ({ reason }));

export const resumeExemplar = (services: Registering, actor: Actor, which: Which): Promise<ExemplarDetail> =>
  perform(services, actor, which, { act: "resume" }, () => ({ reason: null }));
