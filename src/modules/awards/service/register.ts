import { z } from "zod";
import { authorise, may, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { ExemplarId, UnitId } from "../../../kernel/ids.ts";
import { squeeze } from "../../../kernel/text.ts";
import { vietnamDate } from "../../../kernel/time/index.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { recordAct } from "../../audit/index.ts";
import { findUnit, lineReaches, reaches, unitsByIds } from "../../units/index.ts";
import type { AwardFilter, AwardInput, AwardRow } from "../contract.ts";
import { say } from "../messages.ts";
import { eraseCandidate } from "../store/candidates.ts";
import { earlierOf } from "../store/earlier.ts";
import { exemplarFor } from "../store/evidence.ts";
import { formsOf } from "../store/forms.ts";
import { dropPapersOfCandidate } from "../store/papers.ts";
import { tellAwarded, tellTakenBack } from "./milestones.ts";
import { eraseAward, findAward, insertAwards, listAwards, lockAward, revokeAward, type AwardRecord } from "../store/register.ts";
import type { Tools, Which } from "./campaigns.ts";
import { isFuture } from "./council.ts";
import { unitIn } from "./view.ts";

const pageSize = 50;
/** Of one export: more than a province grants in a year. */
const mostExported = 20_000;

const filterOf = (actor: Actor, { text, ...filter }: AwardFilter) => ({
  ...filter,
  reader: actor.unitId,
  words: squeeze(text).split(" ").filter(Boolean),
});

async function rowsShown(db: Database, actor: Actor, records: readonly AwardRecord[]): Promise<AwardRow[]> {
  const units = await unitsByIds(db, [...new Set(records.map(({ unit_id }) => unit_id))]);
  const bodies = [...new Set(records.map(({ body_id }) => body_id))];
  const own = new Set<UnitId>();
  if (may(actor, "award:decide"))
    for (const body of bodies) if (body === actor.unitId || (await reaches(db, actor.unitId, body))) own.add(body);
  return records.map((record) => ({
    id: record.id,
    version: record.version,
    subject: record.subject,
    form: record.form,
    formName: record.form_name,
    printedName: record.printed_name,
    printedPost: record.printed_post,
    printedUnit: record.printed_unit,
    deed: record.deed,
    periodFrom: record.period_from,
    periodUntil: record.period_until,
    number: record.number,
    grantedOn: record.granted_on,
    granter: record.granter,
    unit: unitIn(units, record.unit_id),
    exemplar: record.exemplar_id === null ? null : { id: record.exemplar_id, name: record.exemplar_name ?? "" },
    campaign: record.campaign_id === null ? null : { id: record.campaign_id, title: record.campaign_title ?? "" },
    consent: record.consent_on !== null,
    revokedOn: record.revoked_on,
    revokedReason: record.revoked_reason,
    can: own.has(record.body_id)
      ? [
          ...(record.revoked_on === null ? (["revoke"] as const) : []),
          ...(record.subject === "individual" && record.erased_on === null ? (["erase"] as const) : []),
        ]
      : [],
  }));
}

/** What bodies that one reaches granted and what one's own line received, newest first. Never ordered by number of awards. */
export async function readRegister(db: Database, actor: Actor, filter: AwardFilter) {
  const { rows, total } = await listAwards(db, filterOf(actor, filter), { offset: (filter.page - 1) * pageSize, limit: pageSize });
  return { items: await rowsShown(db, actor, rows), total, pageSize };
}

export async function registerForExport(db: Database, actor: Actor, filter: AwardFilter): Promise<AwardRow[]> {
  const { rows } = await listAwards(db, filterOf(actor, filter), { offset: 0, limit: mostExported });
  return rowsShown(db, actor, rows);
}

/** An award of before, or of another body: it counts when the law is asked whether an achievement was awarded. */
export async function recordAward({ db, clock }: Tools, actor: Actor, input: AwardInput): Promise<AwardRow> {
  const unitId = input.unitId ?? actor.unitId;
  const wrong = (field: string, text: ReturnType<typeof say>) => problem("invalid_input", text, { fields: { [field]: text.vi } });
  if (!(await findUnit(db, unitId))) throw wrong("unitId", say("noUnit"));
  const within = unitId === actor.unitId || (await reaches(db, actor.unitId, unitId)) || (await lineReaches(db, actor.unitId, unitId));
  authorise(may(actor, "award:decide") && within, "award:decide");
  if (input.periodUntil < input.periodFrom) throw wrong("periodUntil", say("periodBefore"));
  if (input.subject === "collective" && input.printedPost) throw wrong("printedPost", say("postOfCollective"));
  if (isFuture(input.grantedOn, clock())) throw wrong("grantedOn", say("inFuture"));
  const form = (await formsOf(db, actor.unitId)).find(({ code }) => code === input.form);
  if (!form) throw wrong("form", say("noForm"));
  const exemplarId = (input.exemplarId ?? null) as ExemplarId | null;
  if (exemplarId && !(await exemplarFor(db, exemplarId))) throw wrong("exemplarId", say("noExemplar"));
  return transaction(db, async (tx) => {
    const found = { unitId, exemplarId, name: input.printedName, from: input.periodFrom, until: input.periodUntil };
    const same = input.otherAchievement ? [] : (await earlierOf(tx, found)).filter((one) => one.kind === "award" && one.same);
    if (same[0]) {
      const text = say("sameAchievement", { what: `${same[0].formName}, ${same[0].where}` });
      throw problem("conflict", text, { earlier: same, fields: { otherAchievement: text.vi } });
    }
    const made = await insertAwards(
      tx,
      [
        {
          campaign_id: null,
          candidate_id: null,
          decision_id: null,
          body_id: actor.unitId,
          unit_id: unitId,
          subject: input.subject,
          form: form.code,
          form_name: form.name,
          exemplar_id: exemplarId,
          printed_name: input.printedName,
          printed_post: input.printedPost || null,
          printed_unit: input.printedUnit || null,
          deed: input.deed,
          period_from: input.periodFrom,
          period_until: input.periodUntil,
          other_achievement: input.otherAchievement || null,
          number: input.number,
          granted_on: input.grantedOn,
          granter: input.granter,
          signer_name: input.signerName || null,
          consent_on: null,
          consent_how: null,
          typed_by: actor.personId,
        },
      ],
      clock(),
    );
    if (made === null) throw problem("conflict", say("sameInRegister", { name: input.printedName }));
    const id = made[0]?.id ?? "";
    await tellAwarded(tx, actor, made, { number: input.number, day: input.grantedOn }, clock());
    await recordAct(tx, actor, {
      act: "award:record",
      thing: { kind: "award", id },
      unitId,
      after: { decisionNumber: input.number, decidedOn: input.grantedOn, awardForm: form.code },
    });
    return one(tx, actor, id);
  });
}

async function one(db: Database, actor: Actor, id: string): Promise<AwardRow> {
  const record = await findAward(db, id);
  const [row] = record ? await rowsShown(db, actor, [record]) : [];
  if (!row) throw problem("not_found", say("noAward"));
  return row;
}

const maySee = async (db: Database, actor: Actor, { unit_id, body_id }: AwardRecord): Promise<boolean> =>
  may(actor, "exemplar:view") &&
  (body_id === actor.unitId || (await reaches(db, actor.unitId, body_id)) || (await lineReaches(db, actor.unitId, unit_id)));

export async function canSeeAward(db: Database, actor: Actor, id: string): Promise<boolean> {
  const record = z.uuid().safeParse(id).success ? await findAward(db, id) : undefined;
  return record !== undefined && maySee(db, actor, record);
}

async function lockOwn(tx: Transaction, actor: Actor, { id, version }: Which): Promise<AwardRecord> {
  const record = await lockAward(tx, id);
  if (!record || !(await maySee(tx, actor, record))) throw problem("not_found", say("noAward"));
  const body = record.body_id === actor.unitId || (await reaches(tx, actor.unitId, record.body_id));
  authorise(may(actor, "award:decide") && body, "award:decide");
  if (record.version !== version) throw problem("conflict", say("changed"), { current: await one(tx, actor, id) });
  return record;
}

type WithReason = Which & { reason: string };

export function revoke(
  { db, clock }: Tools,
  actor: Actor,
  { reason, revokedOn, ...which }: WithReason & { revokedOn: string },
): Promise<AwardRow> {
  return transaction(db, async (tx) => {
    const record = await lockOwn(tx, actor, which);
    if (record.revoked_on !== null) throw problem("wrong_state", say("alreadyRevoked"));
    if (isFuture(revokedOn, clock())) throw problem("invalid_input", say("inFuture"), { fields: { revokedOn: say("inFuture").vi } });
    await revokeAward(tx, record.id, { on: revokedOn, reason });
    await tellTakenBack(tx, actor, record, revokedOn, clock());
    await recordAct(tx, actor, {
      act: "award:revoke",
      thing: { kind: "award", id: record.id },
      unitId: record.unit_id,
      after: { revokedOn },
      note: reason,
    });
    return one(tx, actor, record.id);
  });
}

export function eraseFromRegister({ db, clock }: Tools, actor: Actor, { reason, ...which }: WithReason): Promise<AwardRow> {
  return transaction(db, async (tx) => {
    const record = await lockOwn(tx, actor, which);
    if (record.subject !== "individual") throw problem("wrong_state", say("onlyPersons"));
    const today = vietnamDate(clock());
    await eraseAward(tx, record.id, today);
    if (record.candidate_id) {
      await eraseCandidate(tx, record.candidate_id, today);
      await dropPapersOfCandidate(tx, record.candidate_id);
    }
    await recordAct(tx, actor, { act: "award:erase", thing: { kind: "award", id: record.id }, unitId: record.unit_id, note: reason });
    return one(tx, actor, record.id);
  });
}
