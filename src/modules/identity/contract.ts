import { accountContract } from "./contract/account.ts";
import { entryContract } from "./contract/entry.ts";
import { peopleContract } from "./contract/people.ts";

export { Account, Colleague, Lending, OwnSession } from "./contract/account.ts";
export { LinkView, Organisation, SessionView, UsablePost } from "./contract/entry.ts";
export { Person, PersonDetail, PersonState, Post } from "./contract/people.ts";
export { HandedLink } from "./contract/shapes.ts";

/** Entering, one's own account, and the people within reach. */
export const identityContract = { entry: entryContract, account: accountContract, people: peopleContract };
