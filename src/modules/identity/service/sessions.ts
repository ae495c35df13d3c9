import type { Actor, SystemActor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { PersonId, PostId, SessionId } from "../../../kernel/ids.ts";
import { permissionsOf } from "../../../kernel/permissions.ts";
import { vietnamDate } from "../../../kernel/time/dates.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import type { Caller } from "../../../platform/http/context.ts";
import { recordAct } from "../../audit/index.ts";
import type { OwnSession, SessionView, UsablePost } from "../contract.ts";
import { borrowedPermissions, deviceOf, halfSessionLife, seenEvery, sessionAlive, sessionEnd } from "../domain.ts";
import { say } from "../messages.ts";
import { goneUnit, placesOf } from "../places.ts";
import { holdingsOf, type Holding } from "../store/posts.ts";
import {
  deleteSession,
  deleteSessionsOf,
  findOpenSession,
  findSessionById,
  insertSession,
  rotateSession,
  sessionsOf,
  touchSession,
  type OpenSession,
} from "../store/sessions.ts";
import { hashToken, newSessionToken } from "../tokens.ts";

/** How the person's own acts are told when no post is in use: the thing of the act is the person. */
const byItself: SystemActor = { system: "identity" };
export const selfActor = (caller: { actor: Actor | null }): Actor | SystemActor => caller.actor ?? byItself;
export const personThing = (id: PersonId) => ({ kind: "person", id });

/** A session is found by what is in the cookie, or by its id once a request has shown the cookie. */
type SessionKey = { token: string } | { id: SessionId };
type Found = { session: OpenSession; complete: boolean; holdings: Holding[]; holding: Holding | null };

/**
 * The session behind a cookie, if it is alive. `complete` is decided anew at each request: who became an administrator a
 * minute ago owes a second factor from now on.
 */
async function findSession(db: Database, by: SessionKey, now: Date): Promise<Found | null> {
  const today = vietnamDate(now);
  const session = "id" in by ? await findSessionById(db, by.id, today) : await findOpenSession(db, hashToken(by.token), today);
  if (!session || !sessionAlive(session, session.administrator, now)) return null;
  if (!session.complete && now.getTime() - session.createdAt.getTime() > halfSessionLife) return null;
  const holdings = await holdingsOf(db, session.personId, today);
  return {
    session,
    complete: session.complete && (session.hasSecondFactor || !session.administrator),
    holdings,
    holding: holdings.find((one) => one.postId === session.postId && one.lendingId === session.lendingId) ?? holdings[0] ?? null,
  };
}

/** Who is behind a request, from its cookie. */
export async function readCaller(db: Database, token: string | undefined, clock: () => Date): Promise<Caller | null> {
  if (!token) return null;
  const now = clock();
  const found = await findSession(db, { token }, now);
  if (!found) return null;
  const { session, complete, holding } = found;
  if (complete && now.getTime() - session.seenAt.getTime() > seenEvery) await touchSession(db, session.id, now);
  return {
    sessionId: session.id,
    personId: session.personId,
    personName: session.name,
    language: session.language,
    complete,
    actor: holding && (await actorIn(db, session.personId, session.name, holding, now)),
  };
}

/** The actor of a person in a post: their own, or a borrowed one with what was lent of it. */
export async function actorIn(db: Database, personId: PersonId, personName: string, holding: Holding, now: Date): Promise<Actor> {
  const place = (await placesOf(db, [holding.unitId], vietnamDate(now))).get(holding.unitId);
  return {
    personId,
    personName,
    postId: holding.postId,
    role: holding.role,
    unitId: holding.unitId,
    unitName: place?.name ?? "",
    permissions: new Set(permissionsIn(holding)),
    ...(holding.owner ? { onBehalfOf: { personId: holding.owner.personId, personName: holding.owner.name } } : {}),
  };
}

const permissionsIn = ({ role, lent }: Holding) => (lent ? borrowedPermissions(role, lent) : permissionsOf(role));

const nobody: SessionView = { stage: "out", person: null, post: null, posts: [], permissions: [] };

/** Where a browser stands, for its screens. */
export async function viewSession(db: Database, by: SessionKey | null, now: Date): Promise<SessionView> {
  const found = by && (await findSession(db, by, now));
  if (!found) return nobody;
  const { session, complete, holdings, holding } = found;
  const person = { id: session.personId, name: session.name, language: session.language, largeType: session.largeType };
  if (!complete) return { ...nobody, stage: session.hasSecondFactor ? "code" : "enrol", person };
  const places = await placesOf(
    db,
    holdings.map(({ unitId }) => unitId),
    vietnamDate(now),
  );
  const usable = holdings.map(({ postId, lendingId, role, unitId, until, owner }): UsablePost => ({
    postId,
    lendingId,
    role,
    until,
    unit: places.get(unitId) ?? goneUnit(unitId),
    onBehalfOf: owner,
  }));
  return {
    stage: "in",
    person,
    posts: usable,
    post: usable.find((post) => post.postId === holding?.postId && post.lendingId === holding.lendingId) ?? null,
    permissions: holding ? [...permissionsIn(holding)] : [],
  };
}

// ── beginning, renewing, ending ─────────────────────────────────────────────────────────────────────────────────────

/** The token goes into the cookie; the database holds its hash alone. */
export type Entered = { token: string; shared: boolean };

/** A fresh session with a fresh token: nothing that the browser carried before lives on in it. */
export async function beginSession(
  tx: Transaction,
  session: { personId: PersonId; complete: boolean; shared: boolean; userAgent: string; now: Date },
): Promise<Entered & { sessionId: SessionId }> {
  const token = newSessionToken();
  const sessionId = await insertSession(tx, { ...session, tokenHash: hashToken(token), device: deviceOf(session.userAgent) });
  return { token, shared: session.shared, sessionId };
}

/** A new token for the same session, whenever what it may do changes: a token that leaked before is worth nothing after. */
export async function renewToken(
  tx: Transaction,
  id: SessionId,
  change: { complete?: boolean; postId?: PostId; lendingId?: string | null },
  now: Date,
): Promise<Entered> {
  const session = await findSessionById(tx, id, vietnamDate(now));
  const token = newSessionToken();
  if (!session || !(await rotateSession(tx, id, { ...change, tokenHash: hashToken(token), now })))
    throw problem("unauthenticated", say("noSession"));
  return { token, shared: session.shared };
}

/** Takes another post into use: one's own or a borrowed one that is valid today. */
export function switchPost(db: Database, caller: Caller, to: { postId: PostId; lendingId: string | null }, now: Date): Promise<Entered> {
  return transaction(db, async (tx) => {
    const holdings = await holdingsOf(tx, caller.personId, vietnamDate(now));
    const holding = holdings.find(({ postId, lendingId }) => postId === to.postId && lendingId === to.lendingId);
    if (!holding) throw problem("forbidden", say("postNotYours"));
    return renewToken(tx, caller.sessionId, to, now);
  });
}

/** Ends the session of this cookie, whatever state it is in; signing out twice is signing out. */
export async function signOut(db: Database, caller: Caller | null): Promise<void> {
  if (!caller) return;
  await transaction(db, async (tx) => {
    if (await deleteSession(tx, caller.sessionId, caller.personId))
      await recordAct(tx, selfActor(caller), { act: "session:end", thing: personThing(caller.personId) });
  });
}

export async function ownSessions(db: Database, caller: Caller, now: Date): Promise<OwnSession[]> {
  const current = await findSessionById(db, caller.sessionId, vietnamDate(now));
  const administrator = current?.administrator ?? false;
  const sessions = await sessionsOf(db, caller.personId);
  return sessions
    .filter((session) => sessionAlive(session, administrator, now))
    .map((session) => ({
      id: session.id,
      device: session.device,
      shared: session.shared,
      createdAt: session.createdAt.toISOString(),
      seenAt: session.seenAt.toISOString(),
      endsAt: sessionEnd(session, administrator).toISOString(),
      current: session.id === caller.sessionId,
    }));
}

export function endOwnSession(db: Database, caller: Caller, id: SessionId): Promise<void> {
  return transaction(db, async (tx) => {
    if (!(await deleteSession(tx, id, caller.personId))) throw problem("not_found", say("noSession"));
    await recordAct(tx, selfActor(caller), { act: "session:end", thing: personThing(caller.personId) });
  });
}

export function endOtherSessions(db: Database, caller: Caller): Promise<number> {
  return transaction(db, async (tx) => {
    const ended = await deleteSessionsOf(tx, caller.personId, caller.sessionId);
    if (ended > 0)
      await recordAct(tx, selfActor(caller), { act: "session:end", thing: personThing(caller.personId), after: { sessions: ended } });
    return ended;
  });
}
