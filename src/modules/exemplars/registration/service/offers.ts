import { authorise, type Actor } from "../../../../kernel/actor.ts";
import { problem } from "../../../../kernel/errors.ts";
import type { ExemplarId } from "../../../../kernel/ids.ts";
import { transaction, type Database, type Transaction } from "../../../../platform/database/index.ts";
import { recordAct } from "../../../audit/index.ts";
import { countAddress, refuseBusyAddress } from "../../../identity/index.ts";
import { unitsByIds } from "../../../units/index.ts";
import { missingOf, refuse } from "../../domain/facts.ts";
import { say as sayAll } from "../../messages.ts";
import { mayRegister } from "../../policy.ts";
import { exemplarKinds } from "../../shapes.ts";
import { createExemplar, standingTo } from "../../service/registering.ts";
import { askedByDefault, unitIn, type Units } from "../../service/view.ts";
import { findExemplar } from "../../store/exemplars.ts";
import { findRound } from "../../store/rounds.ts";
import { hashOf, newSecret } from "../secrets.ts";
import { say } from "../messages.ts";
import type { Invited, Offer, OfferContent, OfferState, OwnOffer } from "../shapes.ts";
import {
  changeReceipt,
  findInvitation,
  findInvitationBy,
  findOfferBy,
  findOfferOnce,
  insertOffer,
  listOffers,
  lockInvitationBy,
  lockOffer,
  lockOfferBy,
  updateOffer,
  type InvitationRecord,
  type OfferRecord,
} from "../store/invitations.ts";
import { isOpen, manages } from "./invitations.ts";

/** `address` is counted in memory and never kept. */
export type Offering = { db: Database; clock: () => Date; address: string };
type Settling = { db: Database; clock: () => Date };

const pageSize = 50;

/** Every look through a link counts for its address: who tries addresses has to wait. */
function guard({ db, clock, address }: Offering): void {
  refuseBusyAddress(db, "giving", address, clock());
  countAddress(db, "giving", address, clock());
}

async function invitedBy(db: Database, record: Pick<InvitationRecord, "unit_id" | "round_id"> & { expires_at?: Date }): Promise<Invited> {
  const [units, round] = await Promise.all([
    unitsByIds(db, [record.unit_id]),
    record.round_id === null ? null : findRound(db, record.round_id),
  ]);
  return {
    unit: unitIn(units, record.unit_id).name,
    round: round ? { title: round.title, closesOn: round.closes_on } : null,
    kinds: round ? round.kinds : [...exemplarKinds],
    asked: [...(round?.asked ?? askedByDefault)],
    localFields: round?.local_fields ?? [],
    until: (record.expires_at ?? new Date(0)).toISOString(),
  };
}

export async function readInvited(offering: Offering, { token }: { token: string }): Promise<Invited> {
  guard(offering);
  const { db, clock } = offering;
  const record = await findInvitationBy(db, hashOf(token));
  if (!record) throw problem("not_found", say("linkUnknown"));
  if (!isOpen(record, clock())) throw problem("expired", say("linkOver"));
  return invitedBy(db, record);
}

/** What a link asks for must be there; a field of the round's own list is read as one of the four. */
function checked(content: OfferContent, invited: Invited): OfferContent {
  const wrong = new Map<string, ReturnType<typeof say>>();
  if (!invited.kinds.includes(content.kind)) wrong.set("kind", say("offerKind"));
  const local = content.localField ? invited.localFields.find(({ code }) => code === content.localField) : undefined;
  if (content.localField && !local) wrong.set("localField", sayAll("noLocalField"));
  const contents = Object.fromEntries(Object.entries(content.contents).filter(([, text]) => text !== ""));
  const field = local?.field ?? content.field ?? null;
  for (const key of missingOf({ contents, field }, invited.asked))
    wrong.set(key === "field" ? key : `contents.${key}`, sayAll("missingContent"));
  if (wrong.size > 0) refuse(wrong);
  return { kind: content.kind, name: content.name, field, localField: local?.code ?? null, place: content.place || null, contents };
}

async function ownOf(db: Database, record: OfferRecord): Promise<OwnOffer> {
  const [invitation, exemplar] = await Promise.all([
    findInvitation(db, record.invitation_id),
    record.exemplar_id === null ? null : findExemplar(db, record.exemplar_id),
  ]);
  return {
    invited: await invitedBy(db, { ...record, ...(invitation ? { expires_at: invitation.expires_at } : {}) }),
    state: record.state,
    content: record.content,
    question: record.question,
    reason: record.reason,
    givenAt: record.given_at.toISOString(),
    registration: exemplar?.state ?? null,
  };
}

/** Takes an offer in and answers with its receipt, the only way back to it. */
export async function giveOffer(
  offering: Offering,
  { token, once, content }: { token: string; once: string; content: OfferContent },
): Promise<{ receipt: string; offer: OwnOffer }> {
  guard(offering);
  const { db, clock } = offering;
  const now = clock();
  const receipt = newSecret();
  return transaction(db, async (tx) => {
    const invitation = await lockInvitationBy(tx, hashOf(token));
    if (!invitation) throw problem("not_found", say("linkUnknown"));
    const before = await findOfferOnce(tx, once);
    if (before) {
      if (before.invitation_id !== invitation.id) throw problem("not_found", say("linkUnknown"));
      await changeReceipt(tx, before.id, hashOf(receipt));
      return { receipt, offer: await ownOf(tx, before) };
    }
    if (!isOpen(invitation, now)) throw problem("expired", say("linkOver"));
    const taken = checked(content, await invitedBy(tx, invitation));
    await insertOffer(tx, { invitationId: invitation.id, once, receiptHash: hashOf(receipt), content: taken }, now);
    const made = await findOfferBy(tx, hashOf(receipt));
    if (!made) throw problem("not_found", say("receiptUnknown"));
    return { receipt, offer: await ownOf(tx, made) };
  });
}

export async function readOwn(offering: Offering, { receipt }: { receipt: string }): Promise<OwnOffer> {
  guard(offering);
  const record = await findOfferBy(offering.db, hashOf(receipt));
  if (!record) throw problem("not_found", say("receiptUnknown"));
  return ownOf(offering.db, record);
}

/** Changing what was sent answers a question of the unit as well. */
export async function amendOffer(offering: Offering, { receipt, content }: { receipt: string; content: OfferContent }): Promise<OwnOffer> {
  guard(offering);
  return transaction(offering.db, async (tx) => {
    const record = await lockOfferBy(tx, hashOf(receipt));
    if (!record) throw problem("not_found", say("receiptUnknown"));
    if (record.state !== "waiting" && record.state !== "asked") throw problem("wrong_state", say("settled"));
    const given = checked(content, await invitedBy(tx, record));
    await updateOffer(tx, record.id, { state: "waiting", content: given }, offering.clock());
    return ownOf(tx, { ...record, state: "waiting", content: given, question: null });
  });
}

// ── the unit's side ─────────────────────────────────────────────────────────────────────────────────────────────────

const shown = (record: OfferRecord, units: Units): Offer => ({
  id: record.id,
  version: record.version,
  unit: unitIn(units, record.unit_id),
  round: record.round,
  label: record.label,
  state: record.state,
  content: record.content,
  question: record.question,
  reason: record.reason,
  givenAt: record.given_at.toISOString(),
  changedAt: record.changed_at.toISOString(),
  exemplarId: record.exemplar_id,
});

export async function readOffers(db: Database, actor: Actor, { state, page }: { state: OfferState | "open"; page: number }) {
  const states: OfferState[] = state === "open" ? ["waiting", "asked"] : [state];
  const { rows, total } = await listOffers(db, actor.unitId, { states, offset: (page - 1) * pageSize, limit: pageSize });
  const units = await unitsByIds(db, [...new Set(rows.map(({ unit_id }) => unit_id))]);
  return { items: rows.map((record) => shown(record, units)), total, pageSize };
}

type Which = { id: string; version: number };

/** One act of the unit on one offer that is not settled yet. */
function settle(
  { db, clock }: Settling,
  actor: Actor,
  { id, version }: Which,
  { act, note }: { act: string; note?: string },
  step: (tx: Transaction, record: OfferRecord) => Promise<Parameters<typeof updateOffer>[2]>,
): Promise<Offer> {
  const now = clock();
  return transaction(db, async (tx) => {
    const record = await lockOffer(tx, id);
    if (!record || !(await manages(tx, actor, record))) throw problem("not_found", say("noOffer"));
    authorise(mayRegister(actor, await standingTo(tx, actor, record.unit_id)), "exemplar:register");
    const units = await unitsByIds(tx, [record.unit_id]);
    if (record.version !== version) throw problem("conflict", say("offerChanged"), { current: shown(record, units) });
    if (record.state !== "waiting" && record.state !== "asked") throw problem("wrong_state", say("settled"));
    await updateOffer(tx, id, await step(tx, record), now);
    await recordAct(tx, actor, {
      act,
      thing: { kind: "unit", id: String(record.unit_id) },
      unitId: record.unit_id,
      ...(note ? { note } : {}),
    });
    const after = await lockOffer(tx, id);
    return shown(after ?? record, units);
  });
}

export const askOffer = (settling: Settling, actor: Actor, { question, ...which }: Which & { question: string }): Promise<Offer> =>
  settle(settling, actor, which, { act: "exemplar:offer-ask", note: question }, () => Promise.resolve({ state: "asked", question }));

export const setAside = (settling: Settling, actor: Actor, { reason, ...which }: Which & { reason: string }): Promise<Offer> =>
  settle(settling, actor, which, { act: "exemplar:offer-aside", note: reason }, () =>
    Promise.resolve({ state: "set-aside", reason, settledBy: actor.personId }),
  );

/** Taking over makes it the unit's own draft; registering it is the unit's act like any other. */
export function takeOffer(settling: Settling, actor: Actor, which: Which): Promise<Offer> {
  return settle(settling, actor, which, { act: "exemplar:offer-take" }, async (tx, { content, unit_id, round_id }) => {
    const { localField, ...given } = content;
    const made = await createExemplar({ db: tx, clock: settling.clock }, actor, {
      ...given,
      leadId: unit_id,
      roundId: round_id,
      ...(localField ? { localField } : {}),
    });
    return { state: "taken", exemplarId: made.id as ExemplarId, settledBy: actor.personId };
  });
}
