import type { Actor } from "../../../kernel/actor.ts";
import { authorise } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { PersonId } from "../../../kernel/ids.ts";
import type { Permission } from "../../../kernel/permissions.ts";
import { vietnamDate, type CalendarDate } from "../../../kernel/time/dates.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import type { Caller } from "../../../platform/http/context.ts";
import { recordAct } from "../../audit/index.ts";
import type { Colleague, Lending } from "../contract.ts";
import { lendingFault, termState } from "../domain.ts";
import { say } from "../messages.ts";
import { idsWithin } from "../../units/index.ts";
import { areaOf, goneUnit, placesOf, reachedOf } from "../places.ts";
import { mayLend } from "../policy.ts";
import { endLending, findLendingForUpdate, insertLending, lendingsOf, type LendingRow } from "../store/lendings.ts";
import { findPerson } from "../store/people.ts";
import { findPostForUpdate, peopleHolding, postsOf } from "../store/posts.ts";
import { titleOf } from "./posts.ts";
import { personThing, selfActor } from "./sessions.ts";

/** What the person has lent and borrowed, newest first. */
export async function ownLendings(db: Database, caller: Caller, now: Date): Promise<{ given: Lending[]; received: Lending[] }> {
  const all = await told(db, await lendingsOf(db, caller.personId), now);
  return {
    given: all.filter(({ lender }) => lender.personId === caller.personId),
    received: all.filter(({ borrower }) => borrower.personId === caller.personId),
  };
}

async function told(db: Database, rows: readonly LendingRow[], now: Date): Promise<Lending[]> {
  const today = vietnamDate(now);
  const places = await placesOf(
    db,
    rows.map(({ unitId }) => unitId),
    today,
  );
  return rows.map((row) => ({
    id: row.id,
    postId: row.postId,
    role: row.role,
    unit: places.get(row.unitId) ?? goneUnit(row.unitId),
    lender: { personId: row.lenderId, name: row.lenderName },
    borrower: { personId: row.borrowerId, name: row.borrowerName },
    permissions: row.permissions,
    from: row.from,
    until: row.until,
    state: termState({ from: row.from, until: row.until, endedAt: row.endedAt ?? row.postEndedAt }, today),
    version: row.version,
  }));
}

/**
 * People to lend to: who holds a post anywhere in the area that one's unit is in. A commune's only Front officer lends to
 * the clerk of the commune's People's Committee, who is outside the reach of the post.
 */
export async function colleaguesOf(db: Database, actor: Actor, search: string, now: Date, limit = 20): Promise<Colleague[]> {
  const today = vietnamDate(now);
  const units = await idsWithin(db, await areaOf(db, actor.unitId, today), today);
  const people = await peopleHolding(db, { units, search, today, limit: limit + 1 });
  const others = people.filter(({ personId }) => personId !== actor.personId).slice(0, limit);
  const places = await placesOf(
    db,
    others.flatMap(({ unitIds }) => unitIds),
    today,
  );
  return others.map(({ personId, name, unitIds }) => ({ personId, name, unitNames: unitIds.map((id) => places.get(id)?.name ?? "") }));
}

type Wish = { borrowerId: PersonId; permissions: Permission[]; from: CalendarDate; until: CalendarDate };

/** Lends part of the permissions of the post in use. What is borrowed does not hold "post:lend", so nothing is lent on. */
export function lend(db: Database, actor: Actor, wish: Wish, now: Date): Promise<Lending> {
  return transaction(db, async (tx) => {
    const post = await findPostForUpdate(tx, actor.postId);
    if (!post || actor.onBehalfOf) throw problem("wrong_state", say("borrowedPost"));
    authorise(mayLend(actor, { personId: post.person_id }), "post:lend");
    const today = vietnamDate(now);
    const fault = lendingFault(wish, { role: post.role, until: post.until_day, personId: post.person_id }, today);
    if (fault) throw problem("invalid_input", say(fault), { fault });
    await refuseStranger(tx, actor, wish.borrowerId, today);
    const permissions = [...new Set(wish.permissions)];
    const id = await insertLending(tx, { postId: post.id, borrowerId: wish.borrowerId, permissions, from: wish.from, until: wish.until });
    await recordAct(tx, actor, {
      act: "post:lend",
      thing: personThing(post.person_id),
      unitId: post.unit_id,
      after: { title: await titleOf(tx, post), post: post.id, borrower: wish.borrowerId, permissions, from: wish.from, until: wish.until },
    });
    return onlyOne(await told(tx, [await getLending(tx, id)], now));
  });
}

async function refuseStranger(db: Database, actor: Actor, borrowerId: PersonId, today: CalendarDate) {
  const borrower = await findPerson(db, borrowerId);
  const posts = borrower && !borrower.deactivated_at ? await postsOf(db, [borrowerId]) : [];
  const held = posts.filter(
    (post) => termState({ from: post.from_day, until: post.until_day, endedAt: post.ended_at }, today) === "current",
  );
  const area = await areaOf(db, actor.unitId, today);
  const near = await reachedOf(
    db,
    { unitId: area },
    held.map(({ unit_id }) => unit_id),
    today,
  );
  if (near.size === 0) throw problem("invalid_input", say("notColleague"), { fault: "notColleague" });
}

/** Ends it at once; the lender takes it back or the borrower gives it back. To anybody else it does not exist. */
export function endOwnLending(db: Database, caller: Caller, id: string, now: Date): Promise<Lending> {
  return transaction(db, async (tx) => {
    const lending = await findLendingForUpdate(tx, id);
    if (!lending || (lending.lenderId !== caller.personId && lending.borrowerId !== caller.personId))
      throw problem("not_found", say("noLending"));
    if (lending.endedAt) throw problem("wrong_state", say("lendingOver"));
    await endLending(tx, id, now);
    await recordAct(tx, selfActor(caller), {
      act: "lending:end",
      thing: personThing(lending.lenderId),
      unitId: lending.unitId,
      after: { post: lending.postId, borrower: lending.borrowerId },
    });
    return onlyOne(await told(tx, [{ ...lending, endedAt: now }], now));
  });
}

async function getLending(tx: Transaction, id: string): Promise<LendingRow> {
  const found = await findLendingForUpdate(tx, id);
  if (!found) throw problem("not_found", say("noLending"));
  return found;
}

function onlyOne<T>(list: readonly T[]): T {
  const [first] = list;
  if (first === undefined) throw problem("not_found", say("noLending"));
  return first;
}
