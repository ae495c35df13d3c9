import { problem } from "../../../kernel/errors.ts";
import type { Language } from "../../../kernel/language.ts";
import { vietnamDate } from "../../../kernel/time/dates.ts";
import { transaction, type Database } from "../../../platform/database/index.ts";
import type { Caller } from "../../../platform/http/context.ts";
import { recordAct } from "../../audit/index.ts";
import type { Account } from "../contract.ts";
import { say } from "../messages.ts";
import { hashPassword } from "../passwords.ts";
import { findCredential, findPerson, findPersonForUpdate, savePassword, updatePerson, type PersonRow } from "../store/people.ts";
import { countRecoveryCodes, findFactor } from "../store/second-factor.ts";
import { deleteSessionsOf, findSessionById } from "../store/sessions.ts";
import { refuseWeakPassword } from "./links.ts";
import { requirePassword } from "./second-factor.ts";
import { personThing, renewToken, selfActor, type Entered } from "./sessions.ts";

export async function readAccount(db: Database, caller: Caller, now: Date): Promise<Account> {
  const person = await findPerson(db, caller.personId);
  const session = await findSessionById(db, caller.sessionId, vietnamDate(now));
  if (!person || !session) throw problem("unauthenticated", say("noSession"));
  const credential = await findCredential(db, caller.personId);
  const factor = await findFactor(db, caller.personId);
  return {
    id: person.id,
    name: person.name,
    login: person.login,
    email: person.email,
    phone: person.phone,
    language: person.language,
    largeType: person.large_type,
    version: person.version,
    passwordChangedAt: credential?.changed_at.toISOString() ?? null,
    secondFactor: factor?.confirmedAt
      ? { enrolledAt: factor.confirmedAt.toISOString(), recoveryCodesLeft: await countRecoveryCodes(db, caller.personId) }
      : null,
    secondFactorRequired: session.administrator,
  };
}

type Change = { version: number; name: string; email: string | null; phone: string | null; language: Language; largeType: boolean };

/** Changes what is one's own to change; the login stays the administrator's, who told it to others. */
export async function changeAccount(db: Database, caller: Caller, change: Change, now: Date): Promise<Account> {
  await transaction(db, async (tx) => {
    const person = await findPersonForUpdate(tx, caller.personId);
    if (!person) throw problem("unauthenticated", say("noSession"));
    if (person.version !== change.version) throw problem("conflict", say("accountChanged"), { current: ownFields(person) });
    const { name, email, phone, language, largeType } = change;
    const changed = await updatePerson(tx, person.id, { name, email, phone, language, large_type: largeType });
    await recordAct(tx, selfActor(caller), {
      act: "person:change",
      thing: personThing(person.id),
      before: { language: person.language, largeType: person.large_type },
      after: { language: changed.language, largeType: changed.large_type },
      personal: { subject: person.id, values: { before: reachability(person), after: reachability(changed) } },
    });
  });
  return readAccount(db, caller, now);
}

const ownFields = (person: PersonRow) => ({
  version: person.version,
  name: person.name,
  email: person.email,
  phone: person.phone,
  language: person.language,
  largeType: person.large_type,
});

/** The personal values of a person, for the record: they go into `personal` and nowhere else. */
export const reachability = (person: PersonRow) => ({ name: person.name, login: person.login, email: person.email, phone: person.phone });

/** Every other session ends, and this one gets a new token: whoever knew the old password is out. */
export async function changePassword(db: Database, caller: Caller, input: { current: string; next: string }, now: Date): Promise<Entered> {
  await requirePassword(db, caller, input.current, now, "current");
  const person = await findPerson(db, caller.personId);
  if (!person) throw problem("unauthenticated", say("noSession"));
  refuseWeakPassword(input.next, person, caller.language, "next");
  const passwordHash = await hashPassword(input.next);
  return transaction(db, async (tx) => {
    await savePassword(tx, caller.personId, passwordHash, now);
    await deleteSessionsOf(tx, caller.personId, caller.sessionId);
    await recordAct(tx, selfActor(caller), { act: "password:change", thing: personThing(caller.personId) });
    return renewToken(tx, caller.sessionId, {}, now);
  });
}
