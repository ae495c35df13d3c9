import { authorise, type Actor, type SystemActor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { PersonId, UnitId } from "../../../kernel/ids.ts";
import type { Language } from "../../../kernel/language.ts";
import type { Role } from "../../../kernel/permissions.ts";
import { vietnamDate, type CalendarDate } from "../../../kernel/time/dates.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { enqueue } from "../../../platform/jobs.ts";
import type { Mailer } from "../../../platform/mail.ts";
import { recordAct } from "../../audit/index.ts";
import type { HandedLink, PersonDetail } from "../contract.ts";
import { loginKey } from "../domain.ts";
import { mailHandedLink } from "../jobs.ts";
import { say } from "../messages.ts";
import { mayManagePerson } from "../policy.ts";
import { revokeLinks } from "../store/links.ts";
import { findCredential, findPersonForUpdate, insertPerson, loginInUse, updatePerson, type PersonRow } from "../store/people.ts";
import { deleteFactor } from "../store/second-factor.ts";
import { deleteSessionsOf } from "../store/sessions.ts";
import { reachability } from "./account.ts";
import { forgetGuesses } from "./guard.ts";
import { linkForPerson } from "./links.ts";
import { detailOf, getReached, readPerson } from "./people-view.ts";
import { givePostTo, placePost, refuseLastAdministrator } from "./posts.ts";
import { personThing } from "./sessions.ts";

/** What making links needs from outside: KHEO_URL and whether mail goes out. */
export type Sending = { url: string; mailer: Pick<Mailer, "configured"> };
type Handed = { person: PersonDetail; link: HandedLink | null; mailed: boolean };

export type PostWish = { unitId: UnitId; role: Role; from: CalendarDate; until: CalendarDate | null };
export type Invitation = {
  name: string;
  login: string;
  email: string | null;
  phone: string | null;
  language: Language;
  post: PostWish;
  mail: boolean;
};

/** Makes a person with a first post, and the link that lets them in: to print as a card or hand over, or sent by mail. */
export function invite(db: Database, actor: Actor, input: Invitation, sending: Sending, now: Date): Promise<Handed> {
  return transaction(db, async (tx) => {
    if (input.mail) refuseUnmailable(input.email, sending);
    const person = await newPerson(tx, input);
    await givePostTo(tx, actor, person, input.post, now);
    await recordAct(tx, actor, {
      act: "person:invite",
      thing: personThing(person.id),
      unitId: input.post.unitId,
      personal: { subject: person.id, values: reachability(person) },
    });
    return hand(tx, actor, person, input.mail, sending, now);
  });
}

export type NewPerson = Pick<Invitation, "name" | "login" | "email" | "phone" | "language">;

/** Also used where there is no actor yet: first set-up, demo. */
export async function newPerson(tx: Transaction, { name, login, email, phone, language }: NewPerson): Promise<PersonRow> {
  await refuseTakenLogin(tx, login, null, language);
  return insertPerson(tx, { name, login, loginKey: loginKey(login), email, phone, language });
}

async function refuseTakenLogin(tx: Transaction, login: string, besides: PersonId | null, language: Language) {
  if (await loginInUse(tx, loginKey(login), besides))
    throw problem("invalid_input", say("loginTaken"), { fields: { login: say("loginTaken")[language] } });
}

async function hand(tx: Transaction, actor: Actor, person: PersonRow, mail: boolean, sending: Sending, now: Date): Promise<Handed> {
  const invited = !(await findCredential(tx, person.id));
  if (mail) await enqueue(tx, mailHandedLink, { personId: person.id, createdBy: actor.personId });
  const link = mail ? null : await linkForPerson(tx, sending.url, actor, person, invited, now);
  return { person: await readPerson(tx, actor, person.id, now), link, mailed: mail };
}

function refuseUnmailable(email: string | null, { mailer }: Sending) {
  if (!mailer.configured) throw problem("wrong_state", say("noMail"));
  if (!email) throw problem("invalid_input", say("noAddress"));
}

/** A new way in for somebody: lost card, forgotten password. Older links end. */
export function handLink(db: Database, actor: Actor, id: PersonId, mail: boolean, sending: Sending, now: Date): Promise<Handed> {
  return transaction(db, async (tx) => {
    const { person } = await lockManaged(tx, actor, id, now);
    if (person.deactivated_at) throw problem("wrong_state", say("closedPerson"));
    if (mail) refuseUnmailable(person.email, sending);
    await forgetGuesses(tx, { kind: "password", of: person.login_key });
    return hand(tx, actor, person, mail, sending, now);
  });
}

/** Locks the person and refuses whoever may not manage them. */
async function lockManaged(tx: Transaction, actor: Actor, id: PersonId, now: Date) {
  const locked = await findPersonForUpdate(tx, id);
  const found = await getReached(tx, actor, id, vietnamDate(now), locked);
  authorise(mayManagePerson(actor, found.reach), "person:manage");
  return found;
}

function refuseOldVersion(person: PersonRow, version: number) {
  if (person.version === version) return;
  const { name, login, email, phone } = person;
  throw problem("conflict", say("personChanged"), { current: { version: person.version, name, login, email, phone } });
}

type PersonInput = { version: number; name: string; login: string; email: string | null; phone: string | null };

export function changePerson(
  db: Database,
  actor: Actor,
  id: PersonId,
  input: PersonInput,
  language: Language,
  now: Date,
): Promise<PersonDetail> {
  return transaction(db, async (tx) => {
    const found = await lockManaged(tx, actor, id, now);
    refuseOldVersion(found.person, input.version);
    await refuseTakenLogin(tx, input.login, id, language);
    const { name, login, email, phone } = input;
    const changed = await updatePerson(tx, id, { name, login, login_key: loginKey(login), email, phone });
    await recordAct(tx, actor, {
      act: "person:change",
      thing: personThing(id),
      personal: { subject: id, values: { before: reachability(found.person), after: reachability(changed) } },
    });
    return detailOf(tx, actor, { ...found, person: changed }, now);
  });
}

/** Closes an account at once: sessions and links end, posts and what was lent have no effect while it is closed. */
export function deactivate(db: Database, actor: Actor, id: PersonId, version: number, now: Date): Promise<PersonDetail> {
  return transaction(db, async (tx) => {
    const found = await lockManaged(tx, actor, id, now);
    refuseOldVersion(found.person, version);
    if (found.person.deactivated_at) throw problem("wrong_state", say("closedAlready"));
    if (id === actor.personId) throw problem("wrong_state", say("notYourself"));
    await refuseLastAdministrator(tx, { personId: id }, now);
    const changed = await updatePerson(tx, id, { deactivated_at: now });
    await deleteSessionsOf(tx, id, null);
    await revokeLinks(tx, id, now);
    await recordAct(tx, actor, { act: "person:deactivate", thing: personThing(id), before: { closed: false }, after: { closed: true } });
    return detailOf(tx, actor, { ...found, person: changed }, now);
  });
}

export function reactivate(db: Database, actor: Actor, id: PersonId, version: number, now: Date): Promise<PersonDetail> {
  return transaction(db, async (tx) => {
    const found = await lockManaged(tx, actor, id, now);
    refuseOldVersion(found.person, version);
    if (!found.person.deactivated_at) throw problem("wrong_state", say("openAlready"));
    const changed = await updatePerson(tx, id, { deactivated_at: null });
    await recordAct(tx, actor, { act: "person:reactivate", thing: personThing(id), before: { closed: true }, after: { closed: false } });
    return detailOf(tx, actor, { ...found, person: changed }, now);
  });
}

/** Takes a lost second factor away. The sessions end too: who has the telephone may have the browser. */
export function resetSecondFactor(db: Database, actor: Actor, id: PersonId, now: Date): Promise<PersonDetail> {
  return transaction(db, async (tx) => {
    const found = await lockManaged(tx, actor, id, now);
    if (!(await deleteFactor(tx, id))) throw problem("wrong_state", say("enrolFirst"));
    await deleteSessionsOf(tx, id, null);
    await forgetGuesses(tx, { kind: "code", of: id });
    await recordAct(tx, actor, { act: "second-factor:remove", thing: personThing(id) });
    return detailOf(tx, actor, found, now);
  });
}

export function endSessionsOf(db: Database, actor: Actor, id: PersonId, now: Date): Promise<PersonDetail> {
  return transaction(db, async (tx) => {
    const found = await lockManaged(tx, actor, id, now);
    const sessions = await deleteSessionsOf(tx, id, null);
    await recordAct(tx, actor, { act: "session:end", thing: personThing(id), after: { sessions } });
    return detailOf(tx, actor, found, now);
  });
}

/**
 * For the system itself (the demo, an import on the server): a person with posts, who still needs a link to enter.
 * `makeLink(tx, config.url, { purpose: "invitation", personId, createdBy: null }, now)` makes that.
 */
export function addPerson(
  db: Database,
  by: SystemActor,
  given: Pick<NewPerson, "name" | "login"> & Partial<NewPerson>,
  posts: (Omit<PostWish, "until"> & { until?: CalendarDate | null })[],
): Promise<PersonId> {
  return transaction(db, async (tx) => {
    const person = await newPerson(tx, { email: null, phone: null, language: "vi", ...given });
    await recordAct(tx, by, {
      act: "person:invite",
      thing: personThing(person.id),
      personal: { subject: person.id, values: reachability(person) },
    });
    for (const post of posts) await placePost(tx, by, { until: null, ...post, personId: person.id });
    return person.id;
  });
}
