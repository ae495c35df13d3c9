import { randomBytes } from "node:crypto";
import type { Database } from "../../../platform/database/index.ts";
import type { ShownContest } from "../shapes.ts";
import { findItem, type Item } from "../store/public.ts";
import { networkOf, stateOf, sumOf, type VoteState } from "./domain.ts";
import { castBallot, publicEntries, publicVotes, sealOf, type Cast, type PublicEntry, type PublicVote } from "./store.ts";

/** A vote as a visitor meets it. Everything here is asked over the connection of the public's own role. */
export type VoteOnPage = { item: Item<ShownContest>; vote: PublicVote; state: VoteState; entries: PublicEntry[] };

export const stateOfVote = ({ opens_at, closes_at, closed_at }: PublicVote, now: Date): VoteState =>
  stateOf({ opensAt: opens_at, closesAt: closes_at, closedAt: closed_at }, now);

/** The vote of a contest that is on: that of its newest round. */
export async function findVote(db: Database, slug: string, now: Date): Promise<VoteOnPage | undefined> {
  const item = await findItem<ShownContest>(db, ["contest"], slug);
  const [vote] = item ? await publicVotes(db, item.id) : [];
  if (!item || !vote) return undefined;
  return { item, vote, state: stateOfVote(vote, now), entries: await publicEntries(db, [vote.id]) };
}

/** The number that a browser votes with, drawn for one vote, and the server's signature under it. `used`: it has voted. */
export type Ballot = { number: string; seal: string; used: boolean };

export const cookieName = (vote: string): string => `kheo-binh-chon-${vote.slice(-12)}`;
export const cookieOf = ({ number, seal, used }: Ballot): string => `${number}.${seal}.${used ? "1" : "0"}`;

/** The ballot of a cookie; undefined when there is none or the server did not sign it. */
export async function ballotIn(db: Database, vote: string, cookie: string | undefined): Promise<Ballot | undefined> {
  const [, number, seal, used] = /^([0-9a-f]{32})\.([0-9a-f]{64})\.([01])$/.exec(cookie ?? "") ?? [];
  if (number === undefined || seal === undefined || seal !== (await sealOf(db, vote, number))) return undefined;
  return { number, seal, used: used === "1" };
}

/** Null when the vote has just been closed. */
export async function drawBallot(db: Database, vote: string): Promise<Ballot | null> {
  const number = randomBytes(16).toString("hex");
  const seal = await sealOf(db, vote, number);
  return seal === null ? null : { number, seal, used: false };
}

export const questionOf = ({ seal }: Ballot): { a: number; b: number } => sumOf(seal);

export type Answered = Cast | "no-cookie" | "wrong-sum" | "none" | "too-many";
type Answer = { chosen: readonly string[]; sum: string; cookie: string | undefined; address: string; now: Date };

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** What became of a ballot that was sent. Nothing about the visitor is kept beyond the keyed hashes of an open vote. */
export async function answer(
  db: Database,
  { vote, state }: VoteOnPage,
  { chosen, sum, cookie, address, now }: Answer,
): Promise<{ outcome: Answered; ballot: Ballot | null }> {
  if (state !== "open") return { outcome: "closed", ballot: null };
  const ballot = await ballotIn(db, vote.id, cookie);
  // Without the cookie that came with the page, or with one that was made up, a new ballot is drawn: it may be tried again.
  if (!ballot) return { outcome: cookie === undefined ? "no-cookie" : "forged", ballot: await drawBallot(db, vote.id) };
  if (ballot.used) return { outcome: "repeated", ballot };
  const { a, b } = questionOf(ballot);
  const entries = [...new Set(chosen)];
  if (entries.length === 0) return { outcome: "none", ballot };
  if (entries.length > vote.most) return { outcome: "too-many", ballot };
  if (!entries.every((entry) => uuid.test(entry))) return { outcome: "unknown", ballot };
  if (Number(sum.trim() || "x") !== a + b) return { outcome: "wrong-sum", ballot };
  const outcome = await castBallot(db, {
    vote: vote.id,
    ballot: ballot.number,
    seal: ballot.seal,
    network: networkOf(address),
    entries,
    at: now,
  });
  return { outcome, ballot: outcome === "counted" || outcome === "repeated" ? { ...ballot, used: true } : ballot };
}
