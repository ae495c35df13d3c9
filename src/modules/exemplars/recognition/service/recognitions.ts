import { authorise, type Actor } from "../../../../kernel/actor.ts";
import { problem } from "../../../../kernel/errors.ts";
import type { ExemplarId } from "../../../../kernel/ids.ts";
import { formatDate, vietnamDate, type CalendarDate } from "../../../../kernel/time/index.ts";
import { transaction, type Database, type Transaction } from "../../../../platform/database/index.ts";
import { recordAct } from "../../../audit/index.ts";
import { unitsByIds } from "../../../units/index.ts";
import { tellMilestone } from "../../life/service/milestones.ts";
import { getVisible, unitIn } from "../../service/view.ts";
import type { Sides } from "../../policy.ts";
import type { Recognition } from "../contract.ts";
import { readCode } from "../domain/code.ts";
import { say } from "../messages.ts";
import { mayRevoke } from "../policy.ts";
import {
  findCertificate,
  lockRecognition,
  recognitionsOf,
  saveConsent,
  saveRevoked,
  type Certificate,
  type RecognitionRecord,
} from "../store/recognitions.ts";
import { sidesTo, type Recognising } from "./access.ts";
import { appraisalsOf, roundsFor } from "./appraised.ts";

/** What is needed to say where a certificate is verified. */
export type Addressed = Recognising & { config: { url: string } };

export const addressOf = (url: string, code: string): string => new URL(`/xac-minh/${code}`, url).href;

/** Whoever leads it, typed it, stands above it or reviews it prints its certificate. */
export const mayPrint = ({ lead, line, typed, body }: Sides, decision: { owns: boolean }): boolean =>
  lead || line || typed || body || decision.owns;

async function shown(db: Database, actor: Actor, url: string, records: readonly RecognitionRecord[], sides: Sides): Promise<Recognition[]> {
  const units = await unitsByIds(db, [...new Set(records.map(({ body_id }) => body_id))]);
  return Promise.all(
    records.map(async (record): Promise<Recognition> => {
      const to = await sidesTo(db, actor, record.body_id);
      const person = record.kind === "person";
      const revoked = record.revoked_on !== null;
      return {
        id: record.id,
        version: record.version,
        level: record.level,
        year: record.year,
        on: record.recognised_on,
        decision: { id: record.decision_id, number: record.number, body: unitIn(units, record.body_id), called: record.header.called },
        printedAs: record.printed_as,
        code: record.certificate_code,
        address: addressOf(url, record.certificate_code),
        consent: record.consent_on === null || record.consent_how === null ? null : { on: record.consent_on, how: record.consent_how },
        person,
        revoked: revoked
          ? {
              on: record.revoked_on ?? "",
              reason: record.revoked_reason ?? "",
              number: record.revoked_number,
              by: record.revoked_by_name ?? "",
            }
          : null,
        can: [
          ...(!revoked && mayPrint(sides, to) ? ["certificate" as const] : []),
          ...(!revoked && mayRevoke(actor, to) ? ["revoke" as const] : []),
          ...(person && mayRevoke(actor, to) ? ["consent" as const] : []),
        ],
      };
    }),
  );
}

/** Everything that was recognised of an exemplar, the last first, with what appraisals said. */
export async function readRecognitions({ db, config }: Addressed, actor: Actor, id: ExemplarId) {
  const { record, sides } = await getVisible(db, actor, id);
  const [records, appraisals, taking] = await Promise.all([
    recognitionsOf(db, id),
    appraisalsOf(db, [id]),
    roundsFor(db, actor, { record, sides }),
  ]);
  return { recognitions: await shown(db, actor, config.url, records, sides), appraisals: appraisals.get(id) ?? [], taking };
}

type Which = { id: string; version: number };

async function changing(tx: Transaction, actor: Actor, { id, version }: Which): Promise<RecognitionRecord> {
  const record = await lockRecognition(tx, id);
  if (!record) throw problem("not_found", say("noRecognition"));
  await getVisible(tx, actor, record.exemplar_id);
  authorise(mayRevoke(actor, await sidesTo(tx, actor, record.body_id)), "exemplar:recognise");
  if (record.version !== version) throw problem("conflict", say("recognitionChanged"), { current: { version: record.version } });
  return record;
}

async function read(tx: Transaction, actor: Actor, url: string, { id, exemplar_id }: RecognitionRecord): Promise<Recognition> {
  const { sides } = await getVisible(tx, actor, exemplar_id);
  const [one] = await shown(
    tx,
    actor,
    url,
    (await recognitionsOf(tx, exemplar_id)).filter((each) => each.id === id),
    sides,
  );
  if (!one) throw problem("not_found", say("noRecognition"));
  return one;
}

type Revoking = Which & { reason: string; number?: string | null | undefined; on?: CalendarDate | null | undefined };

/** Takes a recognition back that was wrong: by the body that gave it or one above. It stays on record, the certificate says so. */
export function revokeRecognition(
  { db, clock, config }: Addressed,
  actor: Actor,
  { reason, number, on: asked, ...which }: Revoking,
): Promise<Recognition> {
  return transaction(db, async (tx) => {
    const record = await changing(tx, actor, which);
    if (record.revoked_on !== null) throw problem("wrong_state", say("revokedAlready"));
    const today = vietnamDate(clock());
    const on = asked ?? today;
    if (on < record.recognised_on || on > today)
      throw problem("invalid_input", say("revokeBefore"), { fields: { on: say("revokeBefore").vi } });
    await saveRevoked(tx, record.id, { on, reason, number: number || null, by: { id: actor.personId, name: actor.personName } });
    const text = say("milestone", { number: number || record.number, day: formatDate(number ? on : record.recognised_on) }).vi;
    await tellMilestone(tx, actor, record.exemplar_id, { kind: "recognition-revoked", onDate: on, text, of: record.decision_id }, clock());
    const after = { recognitionLevel: record.level, decisionNumber: record.number, revokedOn: on };
    for (const thing of [
      { kind: "exemplar", id: record.exemplar_id },
      { kind: "exemplar-decision", id: record.decision_id },
    ])
      await recordAct(tx, actor, { act: "exemplar:revoke", thing, unitId: record.body_id, after, note: reason });
    return read(tx, actor, config.url, record);
  });
}

/** Whether an exemplary person agrees to be named in public: recorded, and taken off again when they do not any more. */
export function recordConsent(
  { db, clock, config }: Addressed,
  actor: Actor,
  { consent, ...which }: Which & { consent: { on: CalendarDate; how: string } | null },
): Promise<Recognition> {
  return transaction(db, async (tx) => {
    const record = await changing(tx, actor, which);
    if (record.kind !== "person") throw problem("invalid_input", say("notPerson"));
    if (consent && consent.on > vietnamDate(clock()))
      throw problem("invalid_input", say("consentAhead"), { fields: { "consent.on": say("consentAhead").vi } });
    await saveConsent(tx, record.id, consent);
    await recordAct(tx, actor, {
      act: "exemplar:consent",
      thing: { kind: "exemplar", id: record.exemplar_id },
      unitId: record.body_id,
      before: { consented: record.consent_on },
      after: { consented: consent?.on ?? null },
    });
    return read(tx, actor, config.url, record);
  });
}

/**
 * What anybody who holds a certificate may know: the published view and nothing else, so that it works in the portal's role. Undefined
 * for a code that was never given; the code may be typed with O for 0, without dashes, in small letters.
 */
export async function verifyCertificate(db: Database, typed: string): Promise<Certificate | undefined> {
  const code = readCode(typed);
  return code === null ? undefined : findCertificate(db, code);
}
