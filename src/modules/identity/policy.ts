import type { Actor } from "../../kernel/actor.ts";
import { may } from "../../kernel/actor.ts";
import type { PersonId } from "../../kernel/ids.ts";

/** What policy needs to know of a person: whether the actor's post reaches the units of their posts. */
export type PersonReach = {
  /** At least one unit of a post that has not ended (or, when all have, of the last one). */
  some: boolean;
  /** Every unit of the posts that have not ended, and of what the person has borrowed. */
  every: boolean;
};

/** A person is visible to whoever may see people where one of their posts is. */
export const maySeePerson = (actor: Actor, reach: PersonReach): boolean => may(actor, "person:view") && reach.some;

/**
 * Managing somebody (their name, a new way in, closing the account) gives power over everything they may do, so it needs to
 * reach every unit of theirs: an administrator of a commune could otherwise take over an officer of the province who also
 * holds a post there.
 */
export const mayManagePerson = (actor: Actor, reach: PersonReach): boolean => may(actor, "person:manage") && reach.every;

/** Posts are given and ended on units within reach, by an administrator in person: no post is lent that could do it. */
export const mayManagePost = (actor: Actor, unitReached: boolean): boolean => may(actor, "post:manage") && unitReached;

/** Lending is from one's own post; a borrowed post has not got the permission. */
export const mayLend = (actor: Actor, post: { personId: PersonId }): boolean =>
  may(actor, "post:lend") && !actor.onBehalfOf && post.personId === actor.personId;
