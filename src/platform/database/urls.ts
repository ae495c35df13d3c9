import { withParameters } from "./connection.ts";
import { loginRoles, roleName, type LoginRole, type Passwords } from "./roles.ts";

export type RoleUrls = Record<LoginRole, string>;

/** One address per role, from the address of the database. */
export function roleUrls(databaseUrl: string, passwords: Passwords): RoleUrls {
  return Object.fromEntries(
    loginRoles.map((role) => [role, withParameters(databaseUrl, { user: roleName(role), password: passwords[role] })]),
  ) as RoleUrls;
}
