import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { PersonId } from "../../../kernel/ids.ts";
import type { Language } from "../../../kernel/language.ts";
import { vietnamDate } from "../../../kernel/time/dates.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { enqueue } from "../../../platform/jobs.ts";
import { recordAct } from "../../audit/index.ts";
import type { HandedLink, LinkView } from "../contract.ts";
import { loginKey, passwordFault, type LinkPurpose } from "../domain.ts";
import { mailResetLink } from "../jobs.ts";
import { say } from "../messages.ts";
import { hashPassword } from "../passwords.ts";
import { placesOf } from "../places.ts";
import { findByLogin, findPerson, findPersonForUpdate, savePassword, type PersonRow } from "../store/people.ts";
import { findOpenLink, revokeLinks, takeLink } from "../store/links.ts";
import { holdingsOf } from "../store/posts.ts";
import { deleteFactor } from "../store/second-factor.ts";
import { deleteSessionsOf } from "../store/sessions.ts";
import { hashCode } from "../tokens.ts";
import { enter, type Door } from "./entry.ts";
import { makeLink } from "./link-making.ts";
import { countAddress, forgetGuesses, refuseBusyAddress } from "./guard.ts";
import { personThing, selfActor, type Entered } from "./sessions.ts";

/** What a link is for, without using it. */
export async function lookAtLink(
  db: Database,
  token: string,
  door: Omit<Door, "userAgent">,
): Promise<Omit<LinkView, "organisationNeeded" | "demoOffered">> {
  refuseBusyAddress(db, "asking", door.address, door.now);
  const link = await findOpenLink(db, hashCode(token), door.now);
  const person = link?.personId ? await findPerson(db, link.personId) : undefined;
  if (!link || (link.personId && (!person || person.deactivated_at))) {
    countAddress(db, "asking", door.address, door.now);
    throw problem("expired", say("linkGone"));
  }
  return {
    purpose: link.purpose,
    expiresAt: link.expiresAt.toISOString(),
    person: person ? { name: person.name, login: person.login } : null,
    post: person ? await firstPost(db, person.id, door.now) : null,
  };
}

async function firstPost(db: Database, personId: PersonId, now: Date): Promise<LinkView["post"]> {
  const today = vietnamDate(now);
  const [holding] = await holdingsOf(db, personId, today);
  if (!holding) return null;
  const places = await placesOf(db, [holding.unitId], today);
  return { role: holding.role, unitName: places.get(holding.unitId)?.name ?? "" };
}

/** Refuses a password that is easy to guess, in the reader's language at its field. */
export function refuseWeakPassword(
  password: string,
  person: { name: string; login: string },
  language: Language,
  field = "password",
): void {
  const fault = passwordFault(password, person);
  if (fault) throw problem("invalid_input", say(fault), { fields: { [field]: say(fault)[language] } });
}

/**
 * Uses an invitation, a reset or a rescue link: sets the password, ends every session and other link of the person, and
 * signs in. A rescue takes the second factor away as well: it is made on the server by whoever keeps it.
 */
export async function acceptLink(
  db: Database,
  input: { token: string; password: string; shared: boolean },
  language: Language,
  door: Door,
): Promise<Entered> {
  refuseBusyAddress(db, "asking", door.address, door.now);
  const seen = await findOpenLink(db, hashCode(input.token), door.now);
  const known = seen?.personId ? await findPerson(db, seen.personId) : undefined;
  if (!known) {
    countAddress(db, "asking", door.address, door.now);
    throw problem("expired", say("linkGone"));
  }
  refuseWeakPassword(input.password, known, language);
  const passwordHash = await hashPassword(input.password);
  return transaction(db, async (tx) => {
    const link = await takeLink(tx, hashCode(input.token), door.now);
    const person = link?.personId ? await findPersonForUpdate(tx, link.personId) : undefined;
    if (!link || !person || person.deactivated_at) throw problem("expired", say("linkGone"));
    await savePassword(tx, person.id, passwordHash, door.now);
    await revokeLinks(tx, person.id, door.now);
    await deleteSessionsOf(tx, person.id, null);
    if (link.purpose === "rescue") await deleteFactor(tx, person.id);
    await forgetGuesses(tx, { kind: "password", of: person.login_key });
    await recordAct(tx, selfActor({ actor: null }), {
      act: "link:accept",
      thing: personThing(person.id),
      after: { purpose: link.purpose },
    });
    return enter(tx, person, { shared: input.shared, ...door });
  });
}

/**
 * Asks for a reset link by mail. The answer says nothing about the account, and neither does its time: a job is added in
 * every case, and only the job looks whether there is anybody to write to.
 */
export async function askForReset(db: Database, login: string, door: Omit<Door, "userAgent">): Promise<void> {
  refuseBusyAddress(db, "asking", door.address, door.now);
  countAddress(db, "asking", door.address, door.now);
  const person = await findByLogin(db, loginKey(login));
  await enqueue(db, mailResetLink, { personId: person?.id ?? null });
}

/** An administrator's new link for somebody: an invitation until the first password, a reset after. */
export async function linkForPerson(
  tx: Transaction,
  url: string,
  actor: Actor,
  person: PersonRow,
  invited: boolean,
  now: Date,
): Promise<HandedLink> {
  const purpose: LinkPurpose = invited ? "invitation" : "reset";
  const link = await makeLink(tx, url, { purpose, personId: person.id, createdBy: actor.personId }, now);
  await recordAct(tx, actor, { act: "link:make", thing: personThing(person.id), after: { purpose } });
  return link;
}
