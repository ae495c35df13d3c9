import { z } from "zod";
import { endpoint } from "../../../kernel/endpoint.ts";
import { UnitRef } from "../../units/contract.ts";
import {
  Day,
  Email,
  HandedLink,
  Instant,
  LanguageName,
  Login,
  Name,
  PersonRef,
  Phone,
  PostRef,
  RoleName,
  UnitNumber,
  Version,
} from "./shapes.ts";

const tag = "people";

export const Post = z.object({
  id: PostRef,
  personId: PersonRef,
  role: RoleName,
  unit: UnitRef,
  from: Day,
  until: Day.nullable(),
  state: z.enum(["future", "current", "past"]),
  version: Version,
  /** Whether the reader may change this post: it lies within reach. */
  editable: z.boolean(),
});
export type Post = z.infer<typeof Post>;

/** invited: has not chosen a password yet · active · closed: may not enter. */
export const PersonState = z.enum(["invited", "active", "closed"]);

export const Person = z.object({
  id: PersonRef,
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  state: PersonState,
  posts: z.array(Post),
  version: Version,
});
export type Person = z.infer<typeof Person>;

/** What an administrator of all their units sees beyond it; null for everybody else. */
export const PersonDetail = Person.extend({
  managed: z
    .object({
      login: z.string(),
      language: LanguageName,
      secondFactor: z.boolean(),
      sessions: z.number().int(),
      lastSeenAt: Instant.nullable(),
      openLink: z.object({ purpose: z.enum(["invitation", "reset", "rescue"]), expiresAt: Instant }).nullable(),
    })
    .nullable(),
});
export type PersonDetail = z.infer<typeof PersonDetail>;

export const WithLink = z.object({ person: PersonDetail, link: HandedLink.nullable(), mailed: z.boolean() });

const PostWish = z.object({ unitId: UnitNumber, role: RoleName, from: Day, until: Day.nullable().default(null) });

export const peopleContract = {
  list: endpoint({ method: "GET", path: "/people", access: "person:view", summary: "List people who hold posts within reach", tag })
    .input(
      z.object({
        search: z.string().max(100).default(""),
        unitId: UnitNumber.optional(),
        state: PersonState.optional(),
        role: RoleName.optional(),
        offset: z.coerce.number().int().min(0).default(0),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ people: z.array(Person), total: z.number().int() })),
  read: endpoint({ method: "GET", path: "/people/{id}", access: "person:view", summary: "Read a person with their posts", tag })
    .input(z.object({ id: PersonRef }))
    .output(PersonDetail),
  invite: endpoint({
    method: "POST",
    path: "/people",
    access: "person:manage",
    summary: "Make a person with a first post, and a link for them to enter",
    description: "The link is answered for a printed card; with `mail` it is sent instead.",
    tag,
    successStatus: 201,
  })
    .input(
      z.object({
        name: Name,
        login: Login,
        email: Email.default(null),
        phone: Phone.default(null),
        language: LanguageName.default("vi"),
        post: PostWish,
        mail: z.boolean().default(false),
      }),
    )
    .output(WithLink),
  change: endpoint({
    method: "PATCH",
    path: "/people/{id}",
    access: "person:manage",
    summary: "Change a person's name, login or reachability",
    tag,
  })
    .input(z.object({ id: PersonRef, version: Version, name: Name, login: Login, email: Email, phone: Phone }))
    .output(PersonDetail),
  makeLink: endpoint({
    method: "POST",
    path: "/people/{id}/link",
    access: "person:manage",
    summary: "Make a new link to enter: an invitation, or a way to choose a new password",
    tag,
  })
    .input(z.object({ id: PersonRef, mail: z.boolean().default(false) }))
    .output(WithLink),
  deactivate: endpoint({
    method: "POST",
    path: "/people/{id}/deactivate",
    access: "person:manage",
    summary: "Close an account at once",
    tag,
  })
    .input(z.object({ id: PersonRef, version: Version }))
    .output(PersonDetail),
  reactivate: endpoint({
    method: "POST",
    path: "/people/{id}/reactivate",
    access: "person:manage",
    summary: "Open a closed account again",
    tag,
  })
    .input(z.object({ id: PersonRef, version: Version }))
    .output(PersonDetail),
  resetSecondFactor: endpoint({
    method: "POST",
    path: "/people/{id}/second-factor/reset",
    access: "person:manage",
    summary: "Take away a second factor that was lost; the person's sessions end",
    tag,
  })
    .input(z.object({ id: PersonRef }))
    .output(PersonDetail),
  endSessions: endpoint({
    method: "POST",
    path: "/people/{id}/sessions/end",
    access: "person:manage",
    summary: "End all sessions of a person",
    tag,
  })
    .input(z.object({ id: PersonRef }))
    .output(PersonDetail),
  givePost: endpoint({
    method: "POST",
    path: "/people/{id}/posts",
    access: "post:manage",
    summary: "Give a person another post",
    tag,
    successStatus: 201,
  })
    .input(PostWish.extend({ id: PersonRef }))
    .output(PersonDetail),
  changePost: endpoint({ method: "PATCH", path: "/posts/{id}", access: "post:manage", summary: "Change the days of a post", tag })
    .input(z.object({ id: PostRef, version: Version, from: Day, until: Day.nullable() }))
    .output(PersonDetail),
  endPost: endpoint({ method: "POST", path: "/posts/{id}/end", access: "post:manage", summary: "End a post at once", tag })
    .input(z.object({ id: PostRef, version: Version }))
    .output(PersonDetail),
};
