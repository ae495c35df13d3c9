import { authorise, may, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { DocumentId, ExemplarRoundId } from "../../../kernel/ids.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { recordAct, type Json } from "../../audit/index.ts";
import { documentLabels, mayReadDocument, type DocumentLabel } from "../../documents/index.ts";
import { idsWithin, lineReaches, lineReachesAll, reaches, unitsByIds } from "../../units/index.ts";
import type { RoundAct, RoundDetail, RoundInput, RoundRow, RoundState, RoundUnitIn } from "../contract.ts";
import { refuse } from "../domain/facts.ts";
import { nextRoundState } from "../domain/states.ts";
import { blockedBy, differences } from "../domain/sums.ts";
import { say } from "../messages.ts";
import { mayManageRound, mayViewRound, possibleRoundActs } from "../policy.ts";
import {
  findRound,
  insertRound,
  isConcerned,
  listRounds,
  lockRound,
  unitsOfRound,
  updateRound,
  type RoundChange,
  type RoundFacts,
  type RoundRecord,
} from "../store/rounds.ts";
import type { Registering } from "./registering.ts";
import { unitIn, type Units } from "./view.ts";

const pageSize = 50;

export type WhichRound = { id: ExemplarRoundId; version: number };

const factsOf = (input: RoundInput): RoundFacts => ({
  title: input.title,
  period_from: input.periodFrom,
  period_until: input.periodUntil,
  opens_on: input.opensOn,
  closes_on: input.closesOn,
  kinds: [...new Set(input.kinds)],
  asked: [...new Set(input.asked)],
  local_fields: input.localFields,
  totals: input.totals,
  sum_note: input.sumNote || null,
  guidance_document_id: input.guidanceDocumentId ?? null,
  plan_id: input.clause?.planId ?? null,
  plan_item_id: input.clause?.itemId ?? null,
  clause: input.clause?.clause ?? null,
  quote: input.clause?.quote ?? null,
  plan_label: input.clause?.label ?? null,
  note: input.note,
});

/** Days in order, each unit once, all of them within reach, a guidance document that the person may read. */
async function check(db: Database, actor: Actor, input: RoundInput): Promise<void> {
  const wrong = new Map<string, ReturnType<typeof say>>();
  if (input.periodUntil < input.periodFrom) wrong.set("periodUntil", say("periodBefore"));
  if (input.closesOn < input.opensOn) wrong.set("closesOn", say("periodBefore"));
  const ids = input.units.map(({ unitId }) => unitId);
  if (new Set(ids).size < ids.length) wrong.set("units", say("unitTwice"));
  else if ((await unitsByIds(db, ids)).size < ids.length) wrong.set("units", say("noUnit"));
  else if (!(await lineReachesAll(db, actor.unitId, ids))) wrong.set("units", say("beyondUnits"));
  const guidance = input.guidanceDocumentId as DocumentId | null | undefined;
  if (guidance && !(await mayReadDocument(db, actor, guidance))) wrong.set("guidanceDocumentId", say("noDocument"));
  refuse(wrong);
}

const told = (state: RoundState, { closes_on }: Pick<RoundFacts, "closes_on">, units: number): Json => ({
  roundState: state,
  closesOn: closes_on,
  roundUnits: units,
});

async function sidesOf(db: Database, actor: Actor, round: RoundRecord): Promise<{ body: boolean; addressed: boolean }> {
  const body = round.body_id === actor.unitId || (await reaches(db, actor.unitId, round.body_id));
  return { body, addressed: await isConcerned(db, round.id, actor.unitId) };
}

const rowOf = (round: RoundRecord, units: Units): RoundRow => ({
  id: round.id,
  version: round.version,
  title: round.title,
  state: round.state,
  body: unitIn(units, round.body_id),
  periodFrom: round.period_from,
  periodUntil: round.period_until,
  opensOn: round.opens_on,
  closesOn: round.closes_on,
  kinds: round.kinds,
  units: round.units,
  registered: round.registered,
  accepted: round.accepted,
  blocked: blockOf(round),
});

const sumsOf = (round: RoundRecord) => differences(round.totals, [{ allotted: round.allotted }]);

const blockOf = (round: RoundRecord) =>
  blockedBy({
    guidanceDocumentId: round.guidance_document_id,
    units: round.units,
    totals: round.totals,
    sumNote: round.sum_note,
    differences: sumsOf(round),
  });

async function detailOf(db: Database, actor: Actor, round: RoundRecord): Promise<RoundDetail> {
  const [rows, sides, labels] = await Promise.all([
    unitsOfRound(db, round),
    sidesOf(db, actor, round),
    round.guidance_document_id
      ? documentLabels(db, actor, [round.guidance_document_id as DocumentId])
      : new Map<DocumentId, DocumentLabel>(),
  ]);
  const units = await unitsByIds(db, [round.body_id, ...rows.map(({ unit_id }) => unit_id)]);
  // Those whom a round addresses see their own line of it, not how the others stand: nobody is ranked.
  const mine = sides.body ? null : new Set(await idsWithin(db, actor.unitId));
  const seen = [];
  for (const row of rows) if (!mine || mine.has(row.unit_id) || (await lineReaches(db, actor.unitId, row.unit_id))) seen.push(row);
  return {
    ...rowOf(round, units),
    asked: round.asked,
    localFields: round.local_fields,
    totals: round.totals,
    sumNote: round.sum_note,
    guidance:
      round.guidance_document_id === null
        ? null
        : { id: round.guidance_document_id, label: labels.get(round.guidance_document_id as DocumentId)?.label ?? "" },
    clause:
      round.plan_id === null || round.plan_item_id === null
        ? null
        : {
            planId: round.plan_id,
            itemId: round.plan_item_id,
            clause: round.clause ?? "",
            quote: round.quote ?? "",
            label: round.plan_label,
          },
    note: round.note,
    cancelReason: round.cancel_reason,
    unitRows: seen.map((row) => ({
      unit: unitIn(units, row.unit_id),
      leastNew: row.least_new,
      leastRecognised: row.least_recognised,
      allotted: row.allotted,
      registered: row.registered,
      accepted: row.accepted,
      fresh: row.fresh,
      recognised: row.recognised,
    })),
    sums: sumsOf(round),
    can: possibleRoundActs(actor, round.state, sides),
    mayRegister: round.state === "open" && may(actor, "exemplar:register") && (sides.body || sides.addressed),
  };
}

export async function readRounds(db: Database, actor: Actor, { state, page }: { state?: RoundState | undefined; page: number }) {
  const { rows, total } = await listRounds(db, actor.unitId, { state, offset: (page - 1) * pageSize, limit: pageSize });
  const units = await unitsByIds(
    db,
    rows.map(({ body_id }) => body_id),
  );
  return { items: rows.map((round) => rowOf(round, units)), total, pageSize };
}

export async function readRound(db: Database, actor: Actor, id: ExemplarRoundId): Promise<RoundDetail> {
  const round = await findRound(db, id);
  if (!round || !mayViewRound(actor, round.state, await sidesOf(db, actor, round))) throw problem("not_found", say("noRound"));
  return detailOf(db, actor, round);
}

/** Prepares a round of the post's own body. */
export async function createRound({ db, clock }: Registering, actor: Actor, input: RoundInput): Promise<RoundDetail> {
  authorise(mayManageRound(actor, { body: true }), "round:open");
  await check(db, actor, input);
  const facts = factsOf(input);
  return transaction(db, async (tx) => {
    const id = await insertRound(tx, { facts, bodyId: actor.unitId, units: input.units, createdBy: actor.personId }, clock());
    await recordAct(tx, actor, {
      act: "exemplar-round:create",
      thing: { kind: "exemplar-round", id },
      unitId: actor.unitId,
      after: told("draft", facts, input.units.length),
    });
    return readRound(tx, actor, id);
  });
}

type Step = (tx: Transaction, round: RoundRecord) => Promise<RoundChange> | RoundChange;

/** One act on one round: locked, allowed, at the version that the person saw, recorded. */
async function perform(
  db: Database,
  actor: Actor,
  { id, version }: WhichRound,
  { act, note }: { act: RoundAct; note?: string },
  step: Step,
) {
  return transaction(db, async (tx) => {
    const round = await lockRound(tx, id);
    const sides = round && (await sidesOf(tx, actor, round));
    if (!round || !sides || !mayViewRound(actor, round.state, sides)) throw problem("not_found", say("noRound"));
    authorise(mayManageRound(actor, sides), "round:open");
    if (round.version !== version) throw problem("conflict", say("roundChanged"), { current: await detailOf(tx, actor, round) });
    const next = nextRoundState(round.state, act);
    if (next === null) throw problem("wrong_state", say("roundState"), { state: round.state });
    await updateRound(tx, id, { state: next, ...(await step(tx, round)) });
    const after = (await findRound(tx, id)) ?? round;
    await recordAct(tx, actor, {
      act: `exemplar-round:${act}`,
      thing: { kind: "exemplar-round", id },
      unitId: round.body_id,
      before: told(round.state, round, round.units),
      after: told(after.state, after, after.units),
      ...(note ? { note } : {}),
    });
    return detailOf(tx, actor, after);
  });
}

const blocks = { guidance: "needsGuidance", units: "needsUnits", sums: "needsSums" } as const;

/** An open round keeps what opening asked for. */
function mustStand(facts: RoundFacts, units: readonly Pick<RoundUnitIn, "allotted">[]): void {
  const blocked = blockedBy({
    guidanceDocumentId: facts.guidance_document_id,
    units: units.length,
    totals: facts.totals,
    sumNote: facts.sum_note,
    differences: differences(facts.totals, units),
  });
  if (blocked) throw problem("invalid_input", say(blocks[blocked]), { blocked });
}

export function editRound({ db }: Registering, actor: Actor, { id, version, ...input }: WhichRound & RoundInput): Promise<RoundDetail> {
  return perform(db, actor, { id, version }, { act: "edit" }, async (tx, round) => {
    await check(tx, actor, input);
    const facts = factsOf(input);
    if (round.state === "open") mustStand(facts, input.units);
    return { facts, units: input.units };
  });
}

export function openRound({ db, clock }: Registering, actor: Actor, which: WhichRound): Promise<RoundDetail> {
  return perform(db, actor, which, { act: "open" }, async (tx, round) => {
    mustStand(round, await unitsOfRound(tx, round));
    return { openedAt: clock() };
  });
}

export const closeRound = ({ db }: Registering, actor: Actor, which: WhichRound): Promise<RoundDetail> =>
  perform(db, actor, which, { act: "close" }, () => ({}));

export const cancelRound = (
  { db }: Registering,
  actor: Actor,
  { reason, ...which }: WhichRound & { reason: string },
): Promise<RoundDetail> => perform(db, actor, which, { act: "cancel", note: reason }, () => ({ cancelReason: reason }));
