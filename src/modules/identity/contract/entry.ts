import { z } from "zod";
import { endpoint } from "../../../kernel/endpoint.ts";
import { UnitRef } from "../../units/contract.ts";
import { Code, Email, Instant, LanguageName, Login, Name, Password, PermissionName, PersonRef, PostRef, RoleName, Uuid } from "./shapes.ts";

const tag = "entry";

/** A post that the person may use now: their own, or one that somebody lent a part of. */
export const UsablePost = z.object({
  postId: PostRef,
  lendingId: Uuid.nullable(),
  role: RoleName,
  unit: UnitRef,
  until: z.string().nullable(),
  /** Whose post it is, when lent: history reads "B thay A". */
  onBehalfOf: z.object({ personId: PersonRef, name: z.string() }).nullable(),
});
export type UsablePost = z.infer<typeof UsablePost>;

/**
 * Where a browser stands. `code`: the second factor is asked for; `enrol`: an administrator has to set one up before
 * anything else; `in`: signed in.
 */
export const SessionView = z.object({
  stage: z.enum(["out", "code", "enrol", "in"]),
  person: z.object({ id: PersonRef, name: z.string(), language: LanguageName, largeType: z.boolean() }).nullable(),
  post: UsablePost.nullable(),
  posts: z.array(UsablePost),
  permissions: z.array(PermissionName),
});
export type SessionView = z.infer<typeof SessionView>;

export const Organisation = z.object({ name: Name, kind: z.enum(["country", "province", "commune"]) });

export const LinkView = z.object({
  purpose: z.enum(["set-up", "invitation", "reset", "rescue"]),
  expiresAt: Instant,
  person: z.object({ name: z.string(), login: z.string() }).nullable(),
  post: z.object({ role: RoleName, unitName: z.string() }).nullable(),
  /** First set-up: whether the organisation has to be named too, and whether the demo province can be filled in. */
  organisationNeeded: z.boolean(),
  demoOffered: z.boolean(),
});
export type LinkView = z.infer<typeof LinkView>;

export const entryContract = {
  state: endpoint({
    method: "GET",
    path: "/entry",
    access: "public",
    summary: "Tell whether the installation is set up and whether mail can be sent",
    tag,
  }).output(z.object({ setUp: z.boolean(), mail: z.boolean() })),
  session: endpoint({
    method: "GET",
    path: "/session",
    access: "public",
    summary: "Read where this browser stands: signed in or not, person, posts, permissions of the post in use",
    tag,
  }).output(SessionView),
  signIn: endpoint({
    method: "POST",
    path: "/entry/sign-in",
    access: "public",
    summary: "Sign in with login and password",
    description: "Sets the session cookie. When the account has a second factor the session is good only for giving its code.",
    tag,
  })
    .input(z.object({ login: z.string().max(200), password: Password, shared: z.boolean().default(false) }))
    .output(SessionView),
  secondFactor: endpoint({
    method: "POST",
    path: "/entry/second-factor",
    access: "half-signed-in",
    summary: "Give the second factor: six digits of the authenticator, or a recovery code",
    tag,
  })
    .input(z.object({ code: Code }))
    .output(SessionView),
  signOut: endpoint({ method: "POST", path: "/entry/sign-out", access: "public", summary: "End this session", tag }).output(
    z.object({ done: z.literal(true) }),
  ),
  lookAtLink: endpoint({
    method: "POST",
    path: "/entry/link",
    access: "public",
    summary: "Show what a link is for, without using it",
    tag,
  })
    .input(z.object({ token: Code }))
    .output(LinkView),
  acceptLink: endpoint({
    method: "POST",
    path: "/entry/link/accept",
    access: "public",
    summary: "Use an invitation or a reset link once: choose a password and sign in",
    tag,
  })
    .input(z.object({ token: Code, password: Password, shared: z.boolean().default(false) }))
    .output(SessionView),
  forgotten: endpoint({
    method: "POST",
    path: "/entry/forgotten",
    access: "public",
    summary: "Ask for a reset link by mail",
    description: "The answer is the same whether or not the account exists.",
    tag,
  })
    .input(z.object({ login: z.string().max(200) }))
    .output(z.object({ done: z.literal(true) })),
  setUp: endpoint({
    method: "POST",
    path: "/entry/set-up",
    access: "public",
    summary: "Set up the installation with the link that the server printed: first administrator and organisation",
    description:
      "Names either the organisation at the top of the tree, or asks for the demo province. The administrator then sets up a second factor.",
    tag,
  })
    .input(
      z.object({
        token: Code,
        name: Name,
        login: Login,
        email: Email.default(null),
        password: Password,
        language: LanguageName.default("vi"),
        organisation: Organisation.nullable().default(null),
        demo: z.boolean().default(false),
      }),
    )
    .output(SessionView),
  switchPost: endpoint({
    method: "POST",
    path: "/session/post",
    access: "signed-in",
    summary: "Use another of one's posts, or a borrowed one",
    tag,
  })
    .input(z.object({ postId: PostRef, lendingId: Uuid.nullable().default(null) }))
    .output(SessionView),
};
