import { quoteLiteral } from "./quote.ts";

/**
 * Who connects. `owner` owns every object and cannot log in; `migrator` becomes it; `app` reads and writes rows but
 * owns nothing (audit rows it can only add); `portal` sees published views and nothing else.
 */
export const loginRoles = ["migrator", "app", "portal"] as const;
export type LoginRole = (typeof loginRoles)[number];
export const ownerRole = "kheo_owner";
export const roleName = (role: LoginRole) => `kheo_${role}`;

export type Passwords = Record<LoginRole, string>;

/** Statements that make the roles, or bring roles that exist to the stated passwords and limits. Run as superuser. */
export function roleStatements(passwords: Passwords): string[] {
  const ensure = (name: string, options: string) => [
    `do $$ begin create role ${name}; exception when duplicate_object then null; end $$;`,
    `alter role ${name} with ${options} nosuperuser nocreatedb nocreaterole noreplication nobypassrls;`,
  ];
  return [
    ...ensure(ownerRole, "nologin"),
    ...loginRoles.flatMap((role) => ensure(roleName(role), `login noinherit password ${quoteLiteral(passwords[role])}`)),
    // Not inherited: a forgotten "set role" fails instead of making objects that belong to the wrong role.
    `grant ${ownerRole} to kheo_migrator with inherit false, set true;`,
    `alter role kheo_portal set default_transaction_read_only = on;`,
  ];
}

/** The database itself. Its collation is the builtin one: an ICU default would bind the data to one ICU version. */
export function databaseStatement(database: string): string {
  return `create database ${database} owner ${ownerRole} template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' locale 'C';`;
}

/** Who may connect; not copied by `create database … template`, so a clone needs it again. */
export function accessStatements(database: string): string[] {
  return [
    `revoke all on database ${database} from public;`,
    `grant connect on database ${database} to ${loginRoles.map(roleName).join(", ")};`,
  ];
}

/** The whole set-up for the administrator of another PostgreSQL, to paste into psql. */
export function setupSql(database: string, passwords: Passwords): string {
  return [...roleStatements(passwords), databaseStatement(database), ...accessStatements(database)].join("\n");
}
