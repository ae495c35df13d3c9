import type { Permission, Role } from "../../kernel/permissions.ts";
import { rolePermissions } from "../../kernel/permissions.ts";
import { fold } from "../../kernel/text.ts";
import type { CalendarDate } from "../../kernel/time/dates.ts";
import { addDays } from "../../kernel/time/dates.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

// ── how somebody is called at the door ──────────────────────────────────────────────────────────────────────────────

/**
 * What is compared when somebody types a login: Vietnamese keyboards add marks, telephones add capitals and spaces, and a
 * number is written 0912…, +84 912… or 84 912….
 */
export function loginKey(login: string): string {
  const digits = login.replace(/[\s.\-()]/g, "");
  const phone = /^(?:\+?84|0)(\d{8,10})$/.exec(digits);
  return phone ? `0${phone[1]}` : fold(login).replaceAll(" ", "");
}

// ── passwords ───────────────────────────────────────────────────────────────────────────────────────────────────────

export const shortestPassword = 10;
export const longestPassword = 200;

/** Beginnings of what people choose first; the login and the name are compared as well. */
const common = /^(?:0?123456789|9876543210?|1111|0000|abcd|qwerty|asdf|matkhau|password|iloveyou|vietnam|danvan|mattran|kheo|admin)/;

export type PasswordFault = "short" | "long" | "common" | "personal" | "uniform";

/**
 * Why a password is refused, or null. Length does the work (NIST SP 800-63B): no rules of composition, no expiry. White space
 * inside is welcome; it is compared as typed.
 */
export function passwordFault(password: string, person: { name: string; login: string }): PasswordFault | null {
  if ([...password].length < shortestPassword) return "short";
  if (password.length > longestPassword) return "long";
  const key = fold(password).replace(/[^a-z0-9]/g, "");
  if (new Set(key).size < 4) return "uniform";
  // A common beginning is fine when enough comes after it: "vietnam que huong toi" is a good password.
  const beginning = common.exec(key)?.[0];
  if (beginning && key.length - beginning.length < 8) return "common";
  const own = [person.login, person.login.split("@")[0] ?? "", person.name]
    .map((text) => fold(text).replace(/[^a-z0-9]/g, ""))
    .filter((text) => text.length >= 4);
  if (own.some((text) => key.includes(text) && key.length - text.length < 6)) return "personal";
  return null;
}

// ── sessions ────────────────────────────────────────────────────────────────────────────────────────────────────────

export type SessionTimes = { createdAt: Date; seenAt: Date; shared: boolean };

/**
 * How long a session lives. A commune's officer fills a form over days on a weak line and must not lose it, so a machine of
 * one's own stays signed in while it is used at least monthly, half a year at most. Whoever administers holds the key to
 * everybody's account: half a day of rest, a week at most. A machine that others use too: half a day in all, long enough
 * for one working day and gone the next morning.
 */
export function sessionLimits({ shared, administrator }: { shared: boolean; administrator: boolean }): { idle: number; total: number } {
  if (shared) return { idle: 4 * HOUR, total: 12 * HOUR };
  if (administrator) return { idle: 12 * HOUR, total: 7 * DAY };
  return { idle: 30 * DAY, total: 180 * DAY };
}

/** The instant at which the session has ended if it is not used again. */
export function sessionEnd(session: SessionTimes, administrator: boolean): Date {
  const { idle, total } = sessionLimits({ shared: session.shared, administrator });
  return new Date(Math.min(session.seenAt.getTime() + idle, session.createdAt.getTime() + total));
}

export const sessionAlive = (session: SessionTimes, administrator: boolean, now: Date): boolean => now < sessionEnd(session, administrator);

/** The cookie outlives the session: the server decides, and a cookie that must slide would have to be written at each request. */
export const cookieSeconds = (180 * DAY) / 1000;
export const sharedCookieSeconds = (12 * HOUR) / 1000;

/** A session that still owes its second factor is worth nothing for long. */
export const halfSessionLife = 30 * MINUTE;

/** `seen_at` is written at most this often: one row per request would be a write per read. */
export const seenEvery = 5 * MINUTE;

// ── links ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export type LinkPurpose = "set-up" | "invitation" | "reset" | "rescue";

/** A printed card travels by post; a mail is read the same day; the two on the server are typed at once. */
export const linkLife: Record<LinkPurpose, number> = { "set-up": 7 * DAY, invitation: 14 * DAY, reset: 2 * HOUR, rescue: HOUR };

/** A link that an administrator hands over may be carried to a commune. */
export const handedResetLife = 3 * DAY;

// ── throttling ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** Attempts that pass without any wait: fingers on a telephone. */
const freeFailures = 5;
const longestWait = 15 * MINUTE;

/** How long an account is closed after this many failures in a row: 15 s, 30 s, 1 min … 15 min. Milliseconds. */
export function waitAfter(failures: number): number {
  if (failures < freeFailures) return 0;
  return Math.min(longestWait, 15_000 * 2 ** (failures - freeFailures));
}

/** Failures are forgotten after a quiet day. */
export const failuresForgotten = DAY;

/** Failures from one network address (a whole office can sit behind one) before it has to wait. */
export const addressLimit = { failures: 40, window: 10 * MINUTE };

/** Asking for mails and looking at links, per address. */
export const askingLimit = { failures: 20, window: 10 * MINUTE };

/** What people without an account open and send through links, per address; a village hall or a mobile network is one address. */
export const givingLimit = { failures: 120, window: 10 * MINUTE };

// ── posts and what is lent of them ──────────────────────────────────────────────────────────────────────────────────

export type Term = { from: CalendarDate; until: CalendarDate | null; endedAt: Date | null };
export type TermState = "future" | "current" | "past";

export function termState({ from, until, endedAt }: Term, today: CalendarDate): TermState {
  if (endedAt || (until !== null && until < today)) return "past";
  return from > today ? "future" : "current";
}

/** What of a post may be handed to somebody else; not lending itself, so that nothing is lent on. */
export function lendable(role: Role): Permission[] {
  const own: readonly Permission[] = rolePermissions[role];
  return own.includes("post:lend") ? own.filter((permission) => permission !== "post:lend") : [];
}

export const longestLendingDays = 366;

export type LendingFault = "notLendable" | "dates" | "tooLong" | "beyondPost" | "oneself";

type LendingWish = { permissions: readonly Permission[]; from: CalendarDate; until: CalendarDate; borrowerId: string };
type LentPost = { role: Role; until: CalendarDate | null; personId: string };

/** Why something cannot be lent like this, or null. */
export function lendingFault(wish: LendingWish, post: LentPost, today: CalendarDate): LendingFault | null {
  const possible = lendable(post.role);
  if (wish.permissions.length === 0 || wish.permissions.some((permission) => !possible.includes(permission))) return "notLendable";
  if (wish.until < wish.from || wish.until < today) return "dates";
  if (wish.until > addDays(wish.from, longestLendingDays)) return "tooLong";
  if (post.until !== null && wish.until > post.until) return "beyondPost";
  if (wish.borrowerId === post.personId) return "oneself";
  return null;
}

/** What a borrower may do: what was lent, as far as the lender may still do it. Reading comes along, or nothing can be seen. */
export function borrowedPermissions(role: Role, lent: readonly string[]): Permission[] {
  return lendable(role).filter((permission) => lent.includes(permission) || permission.endsWith(":view"));
}

// ── the machine that somebody uses ──────────────────────────────────────────────────────────────────────────────────

const systems: [RegExp, string][] = [
  [/Android/i, "android"],
  [/iPhone|iPad|iPod/i, "ios"],
  [/Windows/i, "windows"],
  [/Mac OS X|Macintosh/i, "mac"],
  [/Linux|X11|CrOS/i, "linux"],
];
const browsers: [RegExp, string][] = [
  [/Zalo/i, "zalo"],
  [/coc_coc/i, "coccoc"],
  [/Edg/i, "edge"],
  [/Firefox|FxiOS/i, "firefox"],
  [/SamsungBrowser/i, "samsung"],
  [/Chrome|CriOS|Chromium/i, "chrome"],
  [/Safari/i, "safari"],
];

/** "windows/chrome": enough for a person to know the machine again; the full user agent would be a fingerprint. */
export function deviceOf(userAgent: string): string {
  const find = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent))?.[1] ?? "other";
  return `${find(systems)}/${find(browsers)}`;
}
