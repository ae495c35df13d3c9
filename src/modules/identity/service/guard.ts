import { createHash } from "node:crypto";
import { problem } from "../../../kernel/errors.ts";
import type { Database } from "../../../platform/database/index.ts";
import { addressLimit, askingLimit, failuresForgotten, givingLimit, waitAfter } from "../domain.ts";
import { say } from "../messages.ts";
import { blockUntil, clearThrottle, countFailure, findThrottle } from "../store/throttle.ts";

/** What is guessed at: a password under a login, or the second factor of a person. */
export type Guess = { kind: "password" | "code"; of: string };

const keyOf = ({ kind, of }: Guess) => createHash("sha256").update(`${kind}\0${of}`).digest();

/** Refuses while the account is closed for guessing. The same for accounts that do not exist: their login is counted too. */
export async function refuseWhileBlocked(db: Database, guess: Guess, now: Date): Promise<void> {
  const found = await findThrottle(db, keyOf(guess));
  if (found?.blockedUntil && found.blockedUntil > now) throw throttled(found.blockedUntil, now);
}

export async function failedGuess(db: Database, guess: Guess, now: Date): Promise<void> {
  const failures = await countFailure(db, keyOf(guess), now, new Date(now.getTime() - failuresForgotten));
  const wait = waitAfter(failures);
  if (wait > 0) await blockUntil(db, keyOf(guess), new Date(now.getTime() + wait));
}

export const forgetGuesses = (db: Database, guess: Guess): Promise<void> => clearThrottle(db, keyOf(guess));

function throttled(until: Date, now: Date) {
  const seconds = Math.ceil((until.getTime() - now.getTime()) / 1000);
  return problem("throttled", say("waitBeforeNext", { minutes: Math.max(1, Math.ceil(seconds / 60)) }), { retryAfter: seconds });
}

// ── network addresses ───────────────────────────────────────────────────────────────────────────────────────────────

type Count = { failures: number; since: number };

/** Counts per address, per kind of attempt. Addresses are personal data, so they live in memory alone and not for long. */
const counts = new WeakMap<Database, Map<string, Count>>();
const mostAddresses = 20_000;

const limits = { entry: addressLimit, asking: askingLimit, giving: givingLimit };
export type Attempt = keyof typeof limits;

function countOf(db: Database, attempt: Attempt, address: string, now: Date): { all: Map<string, Count>; key: string; count: Count } {
  const all = counts.get(db) ?? new Map<string, Count>();
  counts.set(db, all);
  const key = `${attempt} ${network(address)}`;
  const known = all.get(key);
  const fresh = !known || now.getTime() - known.since > limits[attempt].window;
  return { all, key, count: fresh ? { failures: 0, since: now.getTime() } : known };
}

export function refuseBusyAddress(db: Database, attempt: Attempt, address: string, now: Date): void {
  const { count } = countOf(db, attempt, address, now);
  const { failures, window } = limits[attempt];
  if (count.failures >= failures) throw throttled(new Date(count.since + window), now);
}

export function countAddress(db: Database, attempt: Attempt, address: string, now: Date): void {
  const { all, key, count } = countOf(db, attempt, address, now);
  // A flood from very many addresses must not fill the memory; the oldest entries go first.
  if (all.size >= mostAddresses && !all.has(key)) all.delete(all.keys().next().value ?? "");
  all.set(key, { ...count, failures: count.failures + 1 });
}

/** One household or office has a whole /64 in IPv6. */
function network(address: string): string {
  return address.includes(":") && !address.startsWith("::ffff:") ? address.split(":").slice(0, 4).join(":") : address;
}
