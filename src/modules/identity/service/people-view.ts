import type { Actor } from "../../../kernel/actor.ts";
import { may } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { PersonId, UnitId } from "../../../kernel/ids.ts";
import type { Role } from "../../../kernel/permissions.ts";
import { vietnamDate, type CalendarDate } from "../../../kernel/time/dates.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { UnitRef } from "../../units/contract.ts";
import type { Person, PersonDetail, Post } from "../contract.ts";
import { sessionAlive, termState } from "../domain.ts";
import { say } from "../messages.ts";
import { idsWithin } from "../../units/index.ts";
import { goneUnit, placesOf, reachedOf } from "../places.ts";
import { mayManagePerson, maySeePerson, type PersonReach } from "../policy.ts";
import { borrowedUnits } from "../store/lendings.ts";
import { newestOpenLink } from "../store/links.ts";
import { findCredential, findPerson, listPeople, type PersonRow } from "../store/people.ts";
import { postsOf, type PostRow } from "../store/posts.ts";
import { findFactor } from "../store/second-factor.ts";
import { sessionsOf } from "../store/sessions.ts";

const stateOf = (post: PostRow, today: CalendarDate) =>
  termState({ from: post.from_day, until: post.until_day, endedAt: post.ended_at }, today);

/** The posts that decide who may see and manage a person: those not over, or, when all are, the ones that were. */
export const decidingPosts = (posts: readonly PostRow[], today: CalendarDate): PostRow[] => {
  const open = posts.filter((post) => stateOf(post, today) !== "past");
  return open.length > 0 ? open : [...posts];
};

export type Reached = { person: PersonRow; posts: PostRow[]; reached: Set<UnitId>; reach: PersonReach };

/** A person with how far the actor's post reaches theirs; somebody out of sight is not there. */
export async function getReached(db: Database, actor: Actor, id: PersonId, today: CalendarDate, person?: PersonRow): Promise<Reached> {
  const found = await withReach(db, actor, id, today, person);
  if (!maySeePerson(actor, found.reach)) throw problem("not_found", say("noPerson"));
  return found;
}

export async function seesPerson(db: Database, actor: Actor, id: PersonId, today: CalendarDate): Promise<boolean> {
  const person = may(actor, "person:view") ? await findPerson(db, id) : undefined;
  return person !== undefined && maySeePerson(actor, (await withReach(db, actor, id, today, person)).reach);
}

async function withReach(db: Database, actor: Actor, id: PersonId, today: CalendarDate, person?: PersonRow): Promise<Reached> {
  const found = person ?? (await findPerson(db, id));
  if (!found) throw problem("not_found", say("noPerson"));
  const posts = await postsOf(db, [id]);
  const borrowed = await borrowedUnits(db, id, today);
  const reached = await reachedOf(db, actor, [...posts.map(({ unit_id }) => unit_id), ...borrowed], today);
  const deciding = decidingPosts(posts, today).map(({ unit_id }) => unit_id);
  const reach = {
    some: deciding.some((unit) => reached.has(unit)),
    // What somebody has borrowed counts too: taking over the account would take that over.
    every: deciding.length > 0 && [...deciding, ...borrowed].every((unit) => reached.has(unit)),
  };
  return { person: found, posts, reached, reach };
}

type Seen = { places: Map<UnitId, UnitRef>; editable: (unit: UnitId) => boolean; today: CalendarDate };

function postView(post: PostRow, { places, editable, today }: Seen): Post {
  const state = stateOf(post, today);
  return {
    id: post.id,
    personId: post.person_id,
    role: post.role,
    unit: places.get(post.unit_id) ?? goneUnit(post.unit_id),
    from: post.from_day,
    until: post.until_day,
    state,
    version: post.version,
    editable: state !== "past" && editable(post.unit_id),
  };
}

/** Field by field what leaves the server: never the login, unless the reader manages the person. */
function personView(person: PersonRow, invited: boolean, posts: readonly PostRow[], seen: Seen): Person {
  return {
    id: person.id,
    name: person.name,
    email: person.email,
    phone: person.phone,
    state: person.deactivated_at ? "closed" : invited ? "invited" : "active",
    posts: posts.map((post) => postView(post, seen)),
    version: person.version,
  };
}

export type PeopleQuery = { search: string; unitId?: UnitId; state?: Person["state"]; role?: Role; offset: number; limit: number };

/** People with posts within reach, or within one unit below it. Of their posts, those within reach are shown. */
export async function readPeople(db: Database, actor: Actor, query: PeopleQuery, now: Date): Promise<{ people: Person[]; total: number }> {
  const today = vietnamDate(now);
  const within = await idsWithin(db, actor.unitId, today);
  const reached = new Set(within);
  const root = query.unitId ?? actor.unitId;
  if (!reached.has(root)) return { people: [], total: 0 };
  const units = root === actor.unitId ? within : await idsWithin(db, root, today);
  const { people, total } = await listPeople(db, { ...query, units, state: query.state, role: query.role }, today);
  const posts = await postsOf(
    db,
    people.map(({ id }) => id),
  );
  const shown = posts.filter((post) => reached.has(post.unit_id) && stateOf(post, today) !== "past");
  const seen: Seen = {
    places: await placesOf(
      db,
      shown.map(({ unit_id }) => unit_id),
      today,
    ),
    editable: (unit) => may(actor, "post:manage") && reached.has(unit),
    today,
  };
  return {
    people: people.map((person) =>
      personView(
        person,
        person.invited,
        shown.filter((post) => post.person_id === person.id),
        seen,
      ),
    ),
    total,
  };
}

export async function readPerson(db: Database, actor: Actor, id: PersonId, now: Date): Promise<PersonDetail> {
  return detailOf(db, actor, await getReached(db, actor, id, vietnamDate(now)), now);
}

/** The person after an act that was permitted, even when it took them out of the actor's sight. */
export async function readAfterAct(db: Database, actor: Actor, id: PersonId, now: Date): Promise<PersonDetail> {
  return detailOf(db, actor, await withReach(db, actor, id, vietnamDate(now)), now);
}

export async function detailOf(db: Database, actor: Actor, { person, posts, reached, reach }: Reached, now: Date): Promise<PersonDetail> {
  const today = vietnamDate(now);
  const shown = posts.filter(({ unit_id }) => reached.has(unit_id));
  const places = await placesOf(
    db,
    shown.map(({ unit_id }) => unit_id),
    today,
  );
  const credential = await findCredential(db, person.id);
  const seen: Seen = { places, editable: (unit) => may(actor, "post:manage") && reached.has(unit), today };
  return {
    ...personView(person, !credential, shown, seen),
    managed: mayManagePerson(actor, reach) ? await managedPart(db, person, posts, now) : null,
  };
}

async function managedPart(db: Database, person: PersonRow, posts: readonly PostRow[], now: Date): Promise<PersonDetail["managed"]> {
  const today = vietnamDate(now);
  const administrator = posts.some((post) => post.role === "administrator" && stateOf(post, today) === "current");
  const sessions = (await sessionsOf(db, person.id)).filter((session) => sessionAlive(session, administrator, now));
  const factor = await findFactor(db, person.id);
  const link = await newestOpenLink(db, person.id, now);
  return {
    login: person.login,
    language: person.language,
    secondFactor: factor?.confirmedAt instanceof Date,
    sessions: sessions.length,
    lastSeenAt: sessions[0]?.seenAt.toISOString() ?? null,
    openLink: link && link.purpose !== "set-up" ? { purpose: link.purpose, expiresAt: link.expiresAt.toISOString() } : null,
  };
}
