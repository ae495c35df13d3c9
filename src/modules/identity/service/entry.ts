import { problem } from "../../../kernel/errors.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import type { PersonId } from "../../../kernel/ids.ts";
import { recordAct } from "../../audit/index.ts";
import { vietnamDate } from "../../../kernel/time/dates.ts";
import { loginKey } from "../domain.ts";
import { say } from "../messages.ts";
import { passwordMatches } from "../passwords.ts";
import { findByLogin, type PersonRow } from "../store/people.ts";
import { holdingsOf } from "../store/posts.ts";
import { findFactor } from "../store/second-factor.ts";
import { countAddress, failedGuess, forgetGuesses, refuseBusyAddress, refuseWhileBlocked, type Guess } from "./guard.ts";
import { actorIn, beginSession, personThing, selfActor, type Entered } from "./sessions.ts";

/** From where somebody comes in. */
export type Door = { address: string; userAgent: string; now: Date };

/**
 * Signs in with login and password. Whatever is wrong, the answer is one and takes the same time: unknown login, closed
 * account, no password yet, wrong password.
 */
export async function signIn(db: Database, input: { login: string; password: string; shared: boolean }, door: Door): Promise<Entered> {
  const key = loginKey(input.login);
  const guess: Guess = { kind: "password", of: key };
  refuseBusyAddress(db, "entry", door.address, door.now);
  await refuseWhileBlocked(db, guess, door.now);
  const person = await findByLogin(db, key);
  const usable = person && !person.deactivated_at ? person : undefined;
  if (!(await passwordMatches(usable?.password_hash, input.password)) || !usable) {
    countAddress(db, "entry", door.address, door.now);
    await failedGuess(db, guess, door.now);
    throw problem("invalid_input", say("wrongEntry"));
  }
  return transaction(db, async (tx) => {
    await forgetGuesses(tx, guess);
    return enter(tx, usable, { shared: input.shared, ...door });
  });
}

/** Opens a session for somebody who has shown who they are; with a second factor it is good only for giving that. */
export async function enter(
  tx: Transaction,
  person: Pick<PersonRow, "id" | "name">,
  door: { shared: boolean; userAgent: string; now: Date },
): Promise<Entered> {
  const factor = await findFactor(tx, person.id);
  const complete = !factor?.confirmedAt;
  const { token, shared } = await beginSession(tx, {
    personId: person.id,
    complete,
    shared: door.shared,
    userAgent: door.userAgent,
    now: door.now,
  });
  if (complete) await recordEntry(tx, person, door.now);
  return { token, shared };
}

export async function recordEntry(tx: Transaction, person: { id: PersonId; name: string }, now: Date): Promise<void> {
  const [holding] = await holdingsOf(tx, person.id, vietnamDate(now));
  const actor = holding ? await actorIn(tx, person.id, person.name, holding, now) : null;
  await recordAct(tx, selfActor({ actor }), { act: "session:begin", thing: personThing(person.id) });
}
