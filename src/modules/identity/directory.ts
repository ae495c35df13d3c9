import type { Actor } from "../../kernel/actor.ts";
import type { PersonId, PostId, UnitId } from "../../kernel/ids.ts";
import type { Role } from "../../kernel/permissions.ts";
import { vietnamDate, type CalendarDate } from "../../kernel/time/dates.ts";
import type { Database } from "../../platform/database/index.ts";
import { seesPerson } from "./service/people-view.ts";
import { permissionsOf, roles } from "../../kernel/permissions.ts";
import { contactRows, type ContactRow } from "./store/contacts.ts";
import { findPerson, namesOf } from "./store/people.ts";
import { findPost, peopleHolding } from "./store/posts.ts";
import { reachedOf } from "./places.ts";
import { may } from "../../kernel/actor.ts";

/** Who holds a valid post at exactly this unit today, each once. */
export async function peopleAt(db: Database, unit: UnitId, role?: Role): Promise<{ personId: PersonId; name: string; roles: Role[] }[]> {
  const people = await peopleHolding(db, { units: [unit], role, today: vietnamDate(new Date()), limit: 1000 });
  return people.map(({ personId, name, roles }) => ({ personId, name, roles }));
}

/**
 * Who answers for the work of these units today, with telephone and mail: people whose post there may report or enter
 * figures. For calling and reminding only; never shown to the public.
 */
export function contactsAt(db: Database, units: readonly UnitId[], today: CalendarDate): Promise<ContactRow[]> {
  const answering = roles.filter((role) => permissionsOf(role).includes("work:report"));
  return contactRows(db, [...new Set(units)], answering, today);
}

export async function personName(db: Database, id: PersonId): Promise<string | null> {
  return (await findPerson(db, id))?.name ?? null;
}

/** Names of many people at once; unknown ids are left out. */
export const personNames = (db: Database, ids: readonly PersonId[]): Promise<Map<PersonId, string>> => namesOf(db, [...new Set(ids)]);

/** The history of a person is for whoever may see them, and for the person. */
export async function canSeePerson(db: Database, actor: Actor, id: string): Promise<boolean> {
  return id === actor.personId || seesPerson(db, actor, id as PersonId, vietnamDate(new Date()));
}

export async function canSeePost(db: Database, actor: Actor, id: string): Promise<boolean> {
  const post = await findPost(db, id as PostId);
  if (!post) return false;
  if (post.person_id === actor.personId) return true;
  return may(actor, "person:view") && (await reachedOf(db, actor, [post.unit_id], vietnamDate(new Date()))).size > 0;
}
