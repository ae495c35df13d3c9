import { authorise, type Actor, type SystemActor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { PersonId, PostId, UnitId } from "../../../kernel/ids.ts";
import { roleNames, type Role } from "../../../kernel/permissions.ts";
import { vietnamDate, type CalendarDate } from "../../../kernel/time/dates.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { recordAct } from "../../audit/index.ts";
import { findUnit, reaches } from "../../units/index.ts";
import type { PersonDetail } from "../contract.ts";
import { termState } from "../domain.ts";
import { say } from "../messages.ts";
import { isTop } from "../places.ts";
import { mayManagePost } from "../policy.ts";
import { findPersonForUpdate, type PersonRow } from "../store/people.ts";
import {
  findOverlap,
  findPost,
  findPostForUpdate,
  insertPost,
  lastingAdministrators,
  updatePost,
  type NewPost,
  type PostRow,
} from "../store/posts.ts";
import { getReached, readAfterAct } from "./people-view.ts";
import { personThing } from "./sessions.ts";

type PostWish = { unitId: UnitId; role: Role; from: CalendarDate; until: CalendarDate | null };

/** Gives a person another post. Whoever gives it reaches the unit; the person must be in sight. */
export function givePost(db: Database, actor: Actor, id: PersonId, wish: PostWish, now: Date): Promise<PersonDetail> {
  return transaction(db, async (tx) => {
    const person = await findPersonForUpdate(tx, id);
    const found = await getReached(tx, actor, id, vietnamDate(now), person);
    await givePostTo(tx, actor, found.person, wish, now);
    return readAfterAct(tx, actor, id, now);
  });
}

/** The part that an invitation shares: checks reach, dates and repetition, stores, records. */
export async function givePostTo(
  tx: Transaction,
  actor: Actor,
  person: Pick<PersonRow, "id">,
  wish: PostWish,
  now: Date,
): Promise<PostRow> {
  const today = vietnamDate(now);
  if (!(await findUnit(tx, wish.unitId, today))) throw problem("invalid_input", say("noUnit"));
  authorise(mayManagePost(actor, await reaches(tx, actor.unitId, wish.unitId, today)), "post:manage");
  return placePost(tx, actor, { personId: person.id, ...wish });
}

/** Stores and records a post; who may is the caller's to have decided (an act, the first set-up, the demo). */
export async function placePost(tx: Transaction, by: Actor | SystemActor, post: NewPost): Promise<PostRow> {
  if (post.until !== null && post.until < post.from) throw problem("invalid_input", say("postDates"));
  if (await findOverlap(tx, post, null)) throw problem("conflict", say("postTwice"));
  const placed = await insertPost(tx, post);
  await recordAct(tx, by, {
    act: "post:give",
    thing: personThing(post.personId),
    unitId: post.unitId,
    after: { title: await titleOf(tx, placed), post: placed.id, role: post.role, from: post.from, until: post.until },
  });
  return placed;
}

/** How a history names a post: "Người điều phối, xã Bình Lâm". The record is kept in Vietnamese, as all official papers are. */
export async function titleOf(db: Database, post: Pick<PostRow, "role" | "unit_id">): Promise<string> {
  return `${roleNames[post.role].vi}, ${(await findUnit(db, post.unit_id))?.name ?? ""}`;
}

async function lockEditable(tx: Transaction, actor: Actor, id: PostId, version: number, today: CalendarDate): Promise<PostRow> {
  const seen = await findPost(tx, id);
  // The person first, as every other act on a person does: two acts then wait for each other instead of dying together.
  const person = seen && (await findPersonForUpdate(tx, seen.person_id));
  const post = await findPostForUpdate(tx, id);
  if (!post || !person || !(await reaches(tx, actor.unitId, post.unit_id, today))) throw problem("not_found", say("noPost"));
  authorise(mayManagePost(actor, true), "post:manage");
  if (post.version !== version)
    throw problem("conflict", say("postChanged"), { current: { version: post.version, from: post.from_day, until: post.until_day } });
  if (termState({ from: post.from_day, until: post.until_day, endedAt: post.ended_at }, today) === "past")
    throw problem("wrong_state", say("postOver"));
  return post;
}

export function changePost(
  db: Database,
  actor: Actor,
  id: PostId,
  input: { version: number; from: CalendarDate; until: CalendarDate | null },
  now: Date,
): Promise<PersonDetail> {
  return transaction(db, async (tx) => {
    const post = await lockEditable(tx, actor, id, input.version, vietnamDate(now));
    if (input.until !== null && input.until < input.from) throw problem("invalid_input", say("postDates"));
    const wish = { personId: post.person_id, unitId: post.unit_id, role: post.role, from: input.from, until: input.until };
    if (await findOverlap(tx, wish, post.id)) throw problem("conflict", say("postTwice"));
    if (input.until !== null || input.from > vietnamDate(now)) await refuseLastAdministrator(tx, { postId: id }, now);
    await updatePost(tx, id, { from_day: input.from, until_day: input.until });
    await recordAct(tx, actor, {
      act: "post:change",
      thing: personThing(post.person_id),
      unitId: post.unit_id,
      before: { post: id, from: post.from_day, until: post.until_day },
      after: { title: await titleOf(tx, post), post: id, from: input.from, until: input.until },
    });
    return readAfterAct(tx, actor, post.person_id, now);
  });
}

/** Ends a post at once; what was lent of it ends with it. */
export function endPost(db: Database, actor: Actor, id: PostId, version: number, now: Date): Promise<PersonDetail> {
  return transaction(db, async (tx) => {
    const post = await lockEditable(tx, actor, id, version, vietnamDate(now));
    await refuseLastAdministrator(tx, { postId: id }, now);
    await updatePost(tx, id, { ended_at: now });
    await recordAct(tx, actor, {
      act: "post:end",
      thing: { kind: "post", id },
      unitId: post.unit_id,
      before: { person: post.person_id, role: post.role },
    });
    return readAfterAct(tx, actor, post.person_id, now);
  });
}

/**
 * Refuses an act that would leave the installation without anybody who can manage all of it: an administrator at the top of
 * the tree who can enter, without an end. An act on a post or a person that is none of them changes nothing about that.
 */
export async function refuseLastAdministrator(
  tx: Transaction,
  without: { postId?: PostId; personId?: PersonId },
  now: Date,
): Promise<void> {
  const today = vietnamDate(now);
  const lost = (one: { postId: PostId; personId: PersonId }) => one.postId === without.postId || one.personId === without.personId;
  const all = await lastingAdministrators(tx, today);
  const atTop: typeof all = [];
  for (const one of all) if (await isTop(tx, one.unitId, today)) atTop.push(one);
  if (atTop.some(lost) && atTop.every(lost)) throw problem("wrong_state", say("lastAdministrator"));
}
