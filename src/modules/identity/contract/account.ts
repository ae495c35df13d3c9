import { z } from "zod";
import { endpoint } from "../../../kernel/endpoint.ts";
import { UnitRef } from "../../units/contract.ts";
import {
  Code,
  Day,
  Email,
  Instant,
  LanguageName,
  Name,
  Password,
  PermissionName,
  PersonRef,
  Phone,
  PostRef,
  RoleName,
  SessionRef,
  Uuid,
  Version,
} from "./shapes.ts";

const tag = "account";
const done = z.object({ done: z.literal(true) });

export const Account = z.object({
  id: PersonRef,
  name: z.string(),
  login: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  language: LanguageName,
  largeType: z.boolean(),
  version: Version,
  passwordChangedAt: Instant.nullable(),
  secondFactor: z.object({ enrolledAt: Instant, recoveryCodesLeft: z.number().int() }).nullable(),
  /** Administrators may renew their second factor but not go without. */
  secondFactorRequired: z.boolean(),
});
export type Account = z.infer<typeof Account>;

export const OwnSession = z.object({
  id: SessionRef,
  /** "windows/chrome" */
  device: z.string(),
  shared: z.boolean(),
  createdAt: Instant,
  seenAt: Instant,
  endsAt: Instant,
  current: z.boolean(),
});
export type OwnSession = z.infer<typeof OwnSession>;

export const Lending = z.object({
  id: Uuid,
  postId: PostRef,
  role: RoleName,
  unit: UnitRef,
  lender: z.object({ personId: PersonRef, name: z.string() }),
  borrower: z.object({ personId: PersonRef, name: z.string() }),
  permissions: z.array(PermissionName),
  from: Day,
  until: Day,
  state: z.enum(["future", "current", "past"]),
  version: Version,
});
export type Lending = z.infer<typeof Lending>;

/** Somebody to lend to: name and place, nothing else. */
export const Colleague = z.object({ personId: PersonRef, name: z.string(), unitNames: z.array(z.string()) });
export type Colleague = z.infer<typeof Colleague>;

export const Enrolment = z.object({
  /** otpauth://…, what the QR code says. */
  uri: z.string(),
  /** To type where no camera is. */
  key: z.string(),
});

export const accountContract = {
  read: endpoint({ method: "GET", path: "/account", access: "signed-in", summary: "Read one's own account", tag }).output(Account),
  change: endpoint({
    method: "PATCH",
    path: "/account",
    access: "signed-in",
    summary: "Change one's own name, reachability, language or type size",
    tag,
  })
    .input(z.object({ version: Version, name: Name, email: Email, phone: Phone, language: LanguageName, largeType: z.boolean() }))
    .output(Account),
  changePassword: endpoint({
    method: "POST",
    path: "/account/password",
    access: "signed-in",
    summary: "Change one's own password; every other session ends",
    tag,
  })
    .input(z.object({ current: Password, next: Password }))
    .output(done),
  beginSecondFactor: endpoint({
    method: "POST",
    path: "/account/second-factor",
    access: "half-signed-in",
    summary: "Begin to set up a second factor",
    description:
      "A session that owes a code cannot begin another. Where one is in use already, or the session is an old one, the password is asked for.",
    tag,
  })
    .input(z.object({ password: Password.default("") }))
    .output(Enrolment),
  confirmSecondFactor: endpoint({
    method: "POST",
    path: "/account/second-factor/confirm",
    access: "half-signed-in",
    summary: "Finish setting up with a first code; answers the recovery codes, shown once",
    tag,
  })
    .input(z.object({ code: Code }))
    .output(z.object({ recoveryCodes: z.array(z.string()) })),
  renewRecoveryCodes: endpoint({
    method: "POST",
    path: "/account/second-factor/recovery-codes",
    access: "signed-in",
    summary: "Replace the recovery codes; shown once",
    tag,
  })
    .input(z.object({ password: Password }))
    .output(z.object({ recoveryCodes: z.array(z.string()) })),
  removeSecondFactor: endpoint({
    method: "POST",
    path: "/account/second-factor/remove",
    access: "signed-in",
    summary: "Go without a second factor; refused to administrators",
    tag,
  })
    .input(z.object({ password: Password }))
    .output(Account),
  sessions: endpoint({ method: "GET", path: "/account/sessions", access: "signed-in", summary: "List where one is signed in", tag }).output(
    z.object({ sessions: z.array(OwnSession) }),
  ),
  endSession: endpoint({ method: "DELETE", path: "/account/sessions/{id}", access: "signed-in", summary: "End one of one's sessions", tag })
    .input(z.object({ id: SessionRef }))
    .output(done),
  endOtherSessions: endpoint({
    method: "POST",
    path: "/account/sessions/end-others",
    access: "signed-in",
    summary: "End all of one's sessions but this one",
    tag,
  }).output(z.object({ ended: z.number().int() })),
  lendings: endpoint({
    method: "GET",
    path: "/account/lendings",
    access: "signed-in",
    summary: "List what one has lent and borrowed",
    tag,
  }).output(z.object({ given: z.array(Lending), received: z.array(Lending) })),
  colleagues: endpoint({
    method: "GET",
    path: "/account/colleagues",
    access: "post:lend",
    summary: "Find people of the same area to lend to",
    tag,
  })
    .input(z.object({ search: z.string().max(100).default("") }))
    .output(z.object({ colleagues: z.array(Colleague) })),
  lend: endpoint({
    method: "POST",
    path: "/account/lendings",
    access: "post:lend",
    summary: "Lend part of the permissions of the post in use to a colleague for stated days",
    tag,
  })
    .input(z.object({ borrowerId: PersonRef, permissions: z.array(PermissionName).min(1), from: Day, until: Day }))
    .output(Lending),
  endLending: endpoint({
    method: "POST",
    path: "/account/lendings/{id}/end",
    access: "signed-in",
    summary: "End a lending at once: the lender takes it back, or the borrower gives it back",
    tag,
  })
    .input(z.object({ id: Uuid }))
    .output(Lending),
};
