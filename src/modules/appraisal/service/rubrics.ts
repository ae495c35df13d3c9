import { authorise, may, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { RubricId } from "../../../kernel/ids.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { recordAct, type Json } from "../../audit/index.ts";
import { idsWithin, unitsByIds } from "../../units/index.ts";
import type { RubricAct, RubricDetail, RubricInput, RubricRow, RubricState } from "../contract.ts";
import { countsMet, differencesOf, flawsOf, linesOf, scaleOf } from "../domain/rubric.ts";
import { say } from "../messages.ts";
import { mayManage, mayViewRubric, possibleRubricActs } from "../policy.ts";
import { samples } from "../samples/index.ts";
import {
  editionsOf,
  findRubric,
  insertRubric,
  listRubrics,
  lockRubric,
  updateRubric,
  type RubricFacts,
  type RubricRecord,
} from "../store/rubrics.ts";
import { covers, refuse, unitIn, type Services, type Units } from "./sides.ts";

const pageSize = 50;

export type WhichRubric = { id: RubricId; version: number };

const factsOf = (input: RubricInput): RubricFacts => ({
  title: input.title,
  rates: [...new Set(input.rates)],
  valid_from: input.validFrom ?? null,
  valid_until: input.validUntil ?? null,
  basis: input.basis,
  // A body that names its own basis has made the set its own.
  sample: input.sample && input.basis === "" && samples.some(({ key }) => key === input.sample) ? input.sample : null,
  content: input.content,
});

function check(input: RubricInput): void {
  const wrong = new Map<string, ReturnType<typeof say>>();
  if (input.validFrom && input.validUntil && input.validUntil < input.validFrom) wrong.set("validUntil", say("daysOrder"));
  refuse(wrong);
}

const told = (state: RubricState, { content }: RubricFacts, edition: number): Json => ({
  rubricState: state,
  edition,
  criteria: linesOf(content).length,
});

const rowOf = (rubric: RubricRecord, units: Units): RubricRow => ({
  id: rubric.id,
  version: rubric.version,
  familyId: rubric.family_id,
  edition: rubric.edition,
  state: rubric.state,
  title: rubric.title,
  body: unitIn(units, rubric.body_id),
  rates: rubric.rates,
  validFrom: rubric.valid_from,
  validUntil: rubric.valid_until,
  sample: rubric.sample,
  points: countsMet(rubric.content) ? null : scaleOf(rubric.content),
  lines: linesOf(rubric.content).length,
});

async function detailOf(db: Database, actor: Actor, rubric: RubricRecord): Promise<RubricDetail> {
  const body = await covers(db, actor, rubric.body_id);
  const [units, editions] = await Promise.all([unitsByIds(db, [rubric.body_id]), editionsOf(db, rubric.family_id)]);
  const last = editions.at(-1)?.id === rubric.id;
  return {
    ...rowOf(rubric, units),
    basis: rubric.basis,
    content: rubric.content,
    editions: editions.filter(({ state }) => mayViewRubric(actor, state, { body })),
    can: possibleRubricActs(actor, rubric.state, { body, last }),
  };
}

async function seen(db: Database, actor: Actor, id: RubricId): Promise<RubricRecord> {
  const rubric = await findRubric(db, id);
  if (!rubric || !mayViewRubric(actor, rubric.state, { body: await covers(db, actor, rubric.body_id) }))
    throw problem("not_found", say("noRubric"));
  return rubric;
}

export async function readRubrics(db: Database, actor: Actor, { state, page }: { state?: RubricState | undefined; page: number }) {
  const own = await idsWithin(db, actor.unitId);
  const { rows, total } = await listRubrics(db, own, { state, offset: (page - 1) * pageSize, limit: pageSize });
  const units = await unitsByIds(
    db,
    rows.map(({ body_id }) => body_id),
  );
  return { items: rows.map((rubric) => rowOf(rubric, units)), total, pageSize };
}

export const readRubric = async (db: Database, actor: Actor, id: RubricId): Promise<RubricDetail> =>
  detailOf(db, actor, await seen(db, actor, id));

export async function compareRubrics(db: Database, actor: Actor, { id, other }: { id: RubricId; other: RubricId }) {
  const [now, before] = [await seen(db, actor, id), await seen(db, actor, other)];
  if (now.family_id !== before.family_id) throw problem("not_found", say("noRubric"));
  return { changes: differencesOf(before.content, now.content) };
}

/** Begins a rubric of the post's own body: from nothing, or from a starting set that the web filled in. */
export async function createRubric({ db, clock }: Services, actor: Actor, input: RubricInput): Promise<RubricDetail> {
  authorise(mayManage(actor, { body: true }), "appraisal:manage");
  check(input);
  const facts = factsOf(input);
  return transaction(db, async (tx) => {
    const id = await insertRubric(tx, { facts, bodyId: actor.unitId, by: actor.personId }, clock());
    await recordAct(tx, actor, {
      act: "rubric:create",
      thing: { kind: "appraisal-rubric", id },
      unitId: actor.unitId,
      after: told("draft", facts, 1),
    });
    return readRubric(tx, actor, id);
  });
}

type Step = (tx: Transaction, rubric: RubricRecord) => Parameters<typeof updateRubric>[2];

async function perform(db: Database, actor: Actor, { id, version }: WhichRubric, act: RubricAct, step: Step): Promise<RubricDetail> {
  return transaction(db, async (tx) => {
    const rubric = await lockRubric(tx, id);
    const body = rubric && (await covers(tx, actor, rubric.body_id));
    if (!rubric || body === undefined || !mayViewRubric(actor, rubric.state, { body })) throw problem("not_found", say("noRubric"));
    authorise(mayManage(actor, { body }), "appraisal:manage");
    if (rubric.version !== version) throw problem("conflict", say("changed"), { current: await detailOf(tx, actor, rubric) });
    if (rubric.state === "published") throw problem("wrong_state", say("published"));
    await updateRubric(tx, id, step(tx, rubric));
    const after = (await findRubric(tx, id)) ?? rubric;
    await recordAct(tx, actor, {
      act: `rubric:${act}`,
      thing: { kind: "appraisal-rubric", id },
      unitId: rubric.body_id,
      before: told(rubric.state, rubric, rubric.edition),
      after: told(after.state, after, after.edition),
    });
    return detailOf(tx, actor, after);
  });
}

export function editRubric({ db }: Services, actor: Actor, { id, version, ...input }: WhichRubric & RubricInput): Promise<RubricDetail> {
  check(input);
  return perform(db, actor, { id, version }, "edit", () => ({ facts: factsOf(input) }));
}

/** From here on it never changes: scores are read by it for ever. */
export function publishRubric({ db, clock }: Services, actor: Actor, which: WhichRubric): Promise<RubricDetail> {
  return perform(db, actor, which, "publish", (_tx, { content }) => {
    const wrong = new Map(flawsOf(content).map(({ at, flaw }) => [`content.${at}`, say(`flaw.${flaw}`)]));
    refuse(wrong, say("flawed"));
    return { published: { by: actor.personId, at: clock() } };
  });
}

/** The next edition, as a draft with the same criteria. */
export async function reviseRubric({ db, clock }: Services, actor: Actor, id: RubricId): Promise<RubricDetail> {
  return transaction(db, async (tx) => {
    const rubric = await lockRubric(tx, id);
    const body = rubric && (await covers(tx, actor, rubric.body_id));
    if (!rubric || body === undefined || !mayViewRubric(actor, rubric.state, { body })) throw problem("not_found", say("noRubric"));
    authorise(may(actor, "appraisal:manage") && body, "appraisal:manage");
    const editions = await editionsOf(tx, rubric.family_id);
    if (rubric.state === "draft" || editions.at(-1)?.id !== rubric.id) throw problem("wrong_state", say("draftExists"));
    const edition = (editions.at(-1)?.edition ?? 0) + 1;
    const next = await insertRubric(
      tx,
      { facts: rubric, bodyId: rubric.body_id, by: actor.personId, family: { id: rubric.family_id, edition } },
      clock(),
    );
    await recordAct(tx, actor, {
      act: "rubric:revise",
      thing: { kind: "appraisal-rubric", id: next },
      unitId: rubric.body_id,
      after: told("draft", rubric, edition),
    });
    return readRubric(tx, actor, next);
  });
}
