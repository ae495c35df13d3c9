import { problem } from "./errors.ts";
import type { PersonId, PostId, UnitId } from "./ids.ts";
import { phrasebook } from "./language.ts";
import type { Permission, Role } from "./permissions.ts";

/** Who acts: a person in one post. Built by `identity` from the session at each request; never from client input. */
export type Actor = {
  personId: PersonId;
  personName: string;
  postId: PostId;
  role: Role;
  /** The unit the post is held at; the post reaches this unit and everything below it in the tree of areas. */
  unitId: UnitId;
  unitName: string;
  permissions: ReadonlySet<Permission>;
  /** When the post was lent: whose it is. History reads "B thay A". */
  onBehalfOf?: { personId: PersonId; personName: string };
};

/** The system itself, for acts that no person does (jobs, first set-up, the command line on the server). */
export type SystemActor = { system: string };

export const may = (actor: Actor, permission: Permission): boolean => actor.permissions.has(permission);

/**
 * Whether this is the person's own act, or done for them in a lent post. Rules that compare persons (who made something does
 * not approve it) ask this: lending one's post must not open a way around them.
 */
export const actsFor = (actor: Actor, personId: PersonId): boolean =>
  actor.personId === personId || actor.onBehalfOf?.personId === personId;

const say = phrasebook(
  {
    notPermitted:
      "Chức danh đang dùng không có quyền làm việc này ở đơn vị này. Hãy đổi chức danh ở góc trên, hoặc hỏi người quản trị của đơn vị.",
  },
  { notPermitted: "The post you are using may not do this on this unit. Switch posts at the top, or ask your unit's administrator." },
);

/** Refuses unless `allowed`; the permission's name goes to the details so that an administrator can see what was missing. */
export function authorise(allowed: boolean, permission: Permission): asserts allowed {
  if (!allowed) throw problem("forbidden", say("notPermitted"), { permission });
}
