import type { Text } from "./language.ts";

/**
 * The closed list of permissions, `module:act`. A role is a set of them; a post is a role over a subtree of units for a time.
 * `unit:view` and its like are about *reading*; who may read a given thing is decided by the slice's policy.
 */
export const permissions = [
  "unit:view",
  "unit:edit",
  "person:view",
  "person:manage",
  "post:manage",
  "audit:view",
  "job:manage",
  "document:view",
  "document:upload",
  "document:review",
  "plan:view",
  "plan:draft",
  "plan:issue",
  "plan:adjust",
  "activity:view",
  "activity:record",
  "work:view",
  "work:report",
  "work:answer",
  "work:confirm",
  "indicator:view",
  "indicator:define",
  "submission:enter",
  "submission:approve",
  "report:view",
  "report:draft",
  "dispatch:number",
  "dispatch:sign",
  "post:lend",
  "exemplar:view",
  "exemplar:register",
  "exemplar:accept",
  "round:open",
  "appraisal:manage",
  "appraisal:judge",
  "exemplar:recognise",
  "award:propose",
  "award:decide",
  "publication:open",
] as const;

export type Permission = (typeof permissions)[number];

export const roles = ["viewer", "reporter", "approver", "signer", "clerk", "coordinator", "administrator", "auditor"] as const;

export type Role = (typeof roles)[number];

/** What a role is called wherever a post is shown: the header, a history, a printed card. */
export const roleNames: Record<Role, Text> = {
  viewer: { vi: "Người xem", en: "Viewer" },
  reporter: { vi: "Người thực hiện", en: "Reporter" },
  approver: { vi: "Người duyệt", en: "Approver" },
  signer: { vi: "Người ký", en: "Signer" },
  clerk: { vi: "Văn thư", en: "Filing clerk" },
  coordinator: { vi: "Người điều phối", en: "Coordinator" },
  administrator: { vi: "Người quản trị", en: "Administrator" },
  auditor: { vi: "Người kiểm tra", en: "Auditor" },
};

const reading = [
  "unit:view",
  "document:view",
  "activity:view",
  "plan:view",
  "work:view",
  "indicator:view",
  "report:view",
  "exemplar:view",
] as const satisfies Permission[];
const reporting = [
  ...reading,
  "work:report",
  "work:answer",
  "activity:record",
  "submission:enter",
  "report:draft",
  "document:upload",
  "post:lend",
  "exemplar:register",
  "appraisal:judge",
  "award:propose",
] as const satisfies Permission[];

/**
 * What each role may do on the units of its post. An administrator keeps the installation and its people and does not act
 * in the offices' name: somebody who does both holds two posts.
 */
export const rolePermissions = {
  viewer: reading,
  reporter: reporting,
  approver: [...reporting, "work:confirm", "submission:approve", "plan:adjust", "exemplar:accept"],
  signer: [
    ...reading,
    "dispatch:sign",
    "plan:issue",
    "work:confirm",
    "submission:approve",
    "post:lend",
    "appraisal:judge",
    "exemplar:recognise",
    "award:decide",
  ],
  clerk: [...reading, "document:upload", "dispatch:number", "post:lend"],
  coordinator: [
    ...reporting,
    "document:review",
    "plan:draft",
    "plan:issue",
    "plan:adjust",
    "work:confirm",
    "indicator:define",
    "submission:approve",
    "person:view",
    "exemplar:accept",
    "round:open",
    "appraisal:manage",
    "exemplar:recognise",
    "award:decide",
    "publication:open",
  ],
  administrator: [...reading, "unit:edit", "person:view", "person:manage", "post:manage", "job:manage", "audit:view"],
  auditor: [...reading, "person:view", "audit:view"],
} as const satisfies Record<Role, readonly Permission[]>;

export function permissionsOf(role: Role): readonly Permission[] {
  return rolePermissions[role];
}
