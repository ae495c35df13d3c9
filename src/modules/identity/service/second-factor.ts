import { problem } from "../../../kernel/errors.ts";
import { vietnamDate } from "../../../kernel/time/dates.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import type { Caller } from "../../../platform/http/context.ts";
import { recordAct } from "../../audit/index.ts";
import { halfSessionLife } from "../domain.ts";
import { say } from "../messages.ts";
import { passwordMatches } from "../passwords.ts";
import { findCredential, findPerson } from "../store/people.ts";
import {
  deleteFactor,
  findFactorForUpdate,
  replaceRecoveryCodes,
  saveFactor,
  spendRecoveryCode,
  type FactorRow,
} from "../store/second-factor.ts";
import { deleteSessionsOf, findSessionById } from "../store/sessions.ts";
import { hashCode, newRecoveryCode } from "../tokens.ts";
import { codeStep, enrolment, newSecret, seal, unseal } from "../totp.ts";
import { recordEntry } from "./entry.ts";
import { failedGuess, forgetGuesses, refuseWhileBlocked, type Guess } from "./guard.ts";
import { personThing, renewToken, selfActor, type Entered } from "./sessions.ts";

const recoveryCodes = 10;
const codeGuess = (caller: Caller): Guess => ({ kind: "code", of: caller.personId });

/** Completes a session that owes its second factor, with six digits or a recovery code. `data`: KHEO_DATA, where the key lies. */
export async function giveSecondFactor(db: Database, data: string, caller: Caller, code: string, now: Date): Promise<Entered> {
  await refuseWhileBlocked(db, codeGuess(caller), now);
  const entered = await transaction(db, async (tx) => {
    const factor = await findFactorForUpdate(tx, caller.personId);
    if (caller.complete) throw problem("wrong_state", say("noCodeOwed"));
    if (!factor?.confirmedAt) throw problem("wrong_state", say("enrolFirst"));
    const how = await acceptCode(tx, data, caller, factor, code, now);
    if (!how) return null;
    const renewed = await renewToken(tx, caller.sessionId, { complete: true }, now);
    if (how === "recovery") await recordAct(tx, selfActor(caller), { act: "recovery-code:use", thing: personThing(caller.personId) });
    await forgetGuesses(tx, codeGuess(caller));
    await recordEntry(tx, { id: caller.personId, name: caller.personName }, now);
    return renewed;
  });
  if (entered) return entered;
  await failedGuess(db, codeGuess(caller), now);
  throw problem("invalid_input", say("wrongCode"), { fields: { code: say("wrongCode")[caller.language] } });
}

async function acceptCode(
  tx: Transaction,
  data: string,
  caller: Caller,
  factor: FactorRow,
  code: string,
  now: Date,
): Promise<"totp" | "recovery" | null> {
  const secret = factor.secret && (await unseal(data, factor.secret));
  const step = secret && codeStep(secret, code, now, factor.lastStep);
  if (step) {
    await saveFactor(tx, caller.personId, { ...factor, lastStep: step });
    return "totp";
  }
  return (await spendRecoveryCode(tx, caller.personId, hashCode(code), now)) ? "recovery" : null;
}

/**
 * Begins to set up a second factor. A session that owes a code has shown half of who it is and may not replace the other
 * half; one that has not just signed in, or where a factor is in use, gives the password again: an unattended machine must
 * not be enough to lock its owner out.
 */
export async function beginSecondFactor(
  db: Database,
  data: string,
  caller: Caller,
  password: string,
  now: Date,
): Promise<{ uri: string; key: string }> {
  const session = await findSessionById(db, caller.sessionId, vietnamDate(now));
  if (!session) throw problem("unauthenticated", say("noSession"));
  if (!caller.complete && session.hasSecondFactor) throw problem("second_factor_required", say("codeFirst"));
  const fresh = now.getTime() - session.createdAt.getTime() < halfSessionLife;
  if (session.hasSecondFactor || !fresh) await requirePassword(db, caller, password, now);
  const secret = newSecret();
  const sealed = await seal(data, secret);
  const person = await findPerson(db, caller.personId);
  await transaction(db, async (tx) => {
    const factor = await findFactorForUpdate(tx, caller.personId);
    await saveFactor(tx, caller.personId, { secret: null, confirmedAt: null, lastStep: 0, ...factor, pending: sealed });
  });
  return enrolment(secret, person?.login ?? "");
}

/** Finishes setting up: the first code shows that the telephone has the secret. Answers the recovery codes, shown this once. */
export async function confirmSecondFactor(
  db: Database,
  data: string,
  caller: Caller,
  code: string,
  now: Date,
): Promise<Entered & { recoveryCodes: string[] }> {
  await refuseWhileBlocked(db, codeGuess(caller), now);
  const done = await transaction(db, async (tx) => {
    const factor = await findFactorForUpdate(tx, caller.personId);
    if (!caller.complete && factor?.confirmedAt) throw problem("second_factor_required", say("codeFirst"));
    const pending = factor?.pending && (await unseal(data, factor.pending));
    if (!factor || !pending) throw problem("wrong_state", say("enrolmentNotBegun"));
    const step = codeStep(pending, code, now, 0);
    if (!step) return null;
    await saveFactor(tx, caller.personId, { secret: factor.pending, pending: null, confirmedAt: now, lastStep: step });
    const codes = await makeRecoveryCodes(tx, caller);
    // Whoever else holds this account's password is thrown out, and this session gets a new token with its new rights.
    await deleteSessionsOf(tx, caller.personId, caller.sessionId);
    const entered = await renewToken(tx, caller.sessionId, { complete: true }, now);
    await forgetGuesses(tx, codeGuess(caller));
    await recordAct(tx, selfActor(caller), { act: "second-factor:enrol", thing: personThing(caller.personId) });
    return { ...entered, recoveryCodes: codes };
  });
  if (done) return done;
  await failedGuess(db, codeGuess(caller), now);
  throw problem("invalid_input", say("wrongCode"), { fields: { code: say("wrongCode")[caller.language] } });
}

async function makeRecoveryCodes(tx: Transaction, caller: Caller): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodes }, newRecoveryCode);
  await replaceRecoveryCodes(tx, caller.personId, codes.map(hashCode));
  return codes;
}

export async function renewRecoveryCodes(db: Database, caller: Caller, password: string, now: Date): Promise<string[]> {
  await requirePassword(db, caller, password, now);
  return transaction(db, async (tx) => {
    const factor = await findFactorForUpdate(tx, caller.personId);
    if (!factor?.confirmedAt) throw problem("wrong_state", say("enrolFirst"));
    await recordAct(tx, selfActor(caller), { act: "recovery-code:renew", thing: personThing(caller.personId) });
    return makeRecoveryCodes(tx, caller);
  });
}

export async function removeSecondFactor(db: Database, caller: Caller, password: string, now: Date): Promise<void> {
  await requirePassword(db, caller, password, now);
  await transaction(db, async (tx) => {
    const session = await findSessionById(tx, caller.sessionId, vietnamDate(now));
    if (session?.administrator) throw problem("wrong_state", say("factorRequired"));
    if (!(await deleteFactor(tx, caller.personId))) throw problem("wrong_state", say("enrolFirst"));
    await recordAct(tx, selfActor(caller), { act: "second-factor:remove", thing: personThing(caller.personId) });
  });
}

/** Asks for the password again before something that would lock the owner out; guessing at it here is counted as at the door. */
export async function requirePassword(db: Database, caller: Caller, password: string, now: Date, field = "password"): Promise<void> {
  const guess: Guess = { kind: "password", of: caller.personId };
  await refuseWhileBlocked(db, guess, now);
  const credential = await findCredential(db, caller.personId);
  if (await passwordMatches(credential?.password_hash, password)) return forgetGuesses(db, guess);
  if (password !== "") await failedGuess(db, guess, now);
  const text = say(password === "" ? "passwordNeeded" : "wrongPassword");
  throw problem("invalid_input", text, { fields: { [field]: text[caller.language] } });
}
