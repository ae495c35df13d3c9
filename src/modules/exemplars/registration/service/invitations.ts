import { authorise, may, type Actor } from "../../../../kernel/actor.ts";
import { problem } from "../../../../kernel/errors.ts";
import type { ExemplarRoundId, UnitId } from "../../../../kernel/ids.ts";
import { addDays, endOfDeadline, vietnamDate } from "../../../../kernel/time/index.ts";
import type { Config } from "../../../../platform/config.ts";
import { transaction, type Database } from "../../../../platform/database/index.ts";
import { recordAct } from "../../../audit/index.ts";
import { reaches, unitsByIds } from "../../../units/index.ts";
import { say as sayAll } from "../../messages.ts";
import { mayRegister } from "../../policy.ts";
import { standingTo } from "../../service/registering.ts";
import { unitIn, type Units } from "../../service/view.ts";
import { findRound, isConcerned } from "../../store/rounds.ts";
import { hashOf, newSecret } from "../secrets.ts";
import { say } from "../messages.ts";
import type { Invitation, InvitationInput } from "../shapes.ts";
import {
  countOpen,
  findInvitation,
  insertInvitation,
  listInvitations,
  revokeInvitation,
  type InvitationRecord,
} from "../store/invitations.ts";

export type Inviting = { db: Database; clock: () => Date; config: Pick<Config, "url"> };

const pageSize = 50;
/** Links of one unit that are open at the same time; more is a slip. */
const mostLinks = 50;
const longest = 180;

export const isOpen = ({ revoked_at, expires_at, given, most }: InvitationRecord, now: Date): boolean =>
  revoked_at === null && expires_at > now && given < most;

const shown = (record: InvitationRecord, units: Units, now: Date): Invitation => ({
  id: record.id,
  version: record.version,
  unit: unitIn(units, record.unit_id),
  round: record.round,
  label: record.label,
  most: record.most,
  given: record.given,
  expiresAt: record.expires_at.toISOString(),
  createdAt: record.created_at.toISOString(),
  open: isOpen(record, now),
});

export async function readInvitations({ db, clock }: Inviting, actor: Actor, { page }: { page: number }) {
  const { rows, total } = await listInvitations(db, actor.unitId, { offset: (page - 1) * pageSize, limit: pageSize });
  const units = await unitsByIds(db, [...new Set(rows.map(({ unit_id }) => unit_id))]);
  return { items: rows.map((record) => shown(record, units, clock())), total, pageSize };
}

/** Makes a link. Its address is told once; the database keeps what recognises it, not the address. */
export async function createInvitation(
  { db, clock, config }: Inviting,
  actor: Actor,
  input: InvitationInput,
): Promise<Invitation & { url: string }> {
  const now = clock();
  const today = vietnamDate(now);
  const unitId = input.unitId ?? actor.unitId;
  authorise(mayRegister(actor, await standingTo(db, actor, unitId)), "exemplar:register");
  if (input.until < today || input.until > addDays(today, longest))
    throw problem("invalid_input", say("untilPast"), { fields: { until: say("untilPast").vi } });
  if (input.roundId) {
    const round = await findRound(db, input.roundId as ExemplarRoundId);
    const fits = round && (round.state === "open" || round.state === "closed") && (await isConcerned(db, round.id, unitId));
    if (!fits) throw problem("invalid_input", sayAll("roundNotYours"), { fields: { roundId: sayAll("roundNotYours").vi } });
  }
  const token = newSecret();
  return transaction(db, async (tx) => {
    if ((await countOpen(tx, unitId, now)) >= mostLinks) throw problem("wrong_state", say("tooManyLinks"));
    const id = await insertInvitation(
      tx,
      {
        unitId,
        madeAt: actor.unitId,
        roundId: input.roundId ?? null,
        label: input.label,
        tokenHash: hashOf(token),
        most: input.most,
        expiresAt: endOfDeadline(input.until),
        createdBy: actor.personId,
      },
      now,
    );
    await recordAct(tx, actor, {
      act: "exemplar:invite",
      thing: { kind: "unit", id: String(unitId) },
      unitId,
      after: { invitedMost: input.most },
    });
    const made = await getInvitation(tx, actor, id);
    const units = await unitsByIds(tx, [unitId]);
    return { ...shown(made, units, now), url: `${config.url}/app/invited#${token}` };
  });
}

/** The link, when it is one of the units that the post reaches. */
async function getInvitation(db: Database, actor: Actor, id: string): Promise<InvitationRecord> {
  const record = await findInvitation(db, id);
  if (!record || !may(actor, "exemplar:register") || !(await manages(db, actor, record))) throw problem("not_found", say("noInvitation"));
  return record;
}

export const covers = async (db: Database, actor: Actor, unit: UnitId): Promise<boolean> =>
  unit === actor.unitId || reaches(db, actor.unitId, unit);

/** Whose link it is: of a unit that the post reaches, or made there for a board below. */
export const manages = async (
  db: Database,
  actor: Actor,
  { unit_id, made_at }: Pick<InvitationRecord, "unit_id" | "made_at">,
): Promise<boolean> => (await covers(db, actor, unit_id)) || (await covers(db, actor, made_at));

export function endInvitation(
  { db, clock }: Inviting,
  actor: Actor,
  { id, version }: { id: string; version: number },
): Promise<Invitation> {
  const now = clock();
  return transaction(db, async (tx) => {
    const record = await getInvitation(tx, actor, id);
    const units = await unitsByIds(tx, [record.unit_id]);
    if (record.version !== version) throw problem("conflict", say("offerChanged"), { current: shown(record, units, now) });
    await revokeInvitation(tx, id, now);
    await recordAct(tx, actor, { act: "exemplar:invite-end", thing: { kind: "unit", id: String(record.unit_id) }, unitId: record.unit_id });
    return shown(await getInvitation(tx, actor, id), units, now);
  });
}
