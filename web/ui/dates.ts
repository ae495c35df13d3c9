/** Calendar dates are 'YYYY-MM-DD' strings everywhere; only what a person sees or types is dd/mm/yyyy. */

const ZONE = "Asia/Ho_Chi_Minh";
const isoDay = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE, year: "numeric", month: "2-digit", day: "2-digit" });
const clockTime = new Intl.DateTimeFormat("vi-VN", { timeZone: ZONE, hour: "2-digit", minute: "2-digit", hour12: false });

/** Today where the server's offices are, whatever the browser's zone. */
export const today = (now: Date = new Date()): string => isoDay.format(now);

/** "2026-12-09" → "09/12/2026"; anything else stays as it is. */
export function showDate(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  return match ? `${match[3]}/${match[2]}/${match[1]}` : date;
}

/** An instant (ISO) → "09/12/2026 14:05" in Vietnam's time. */
export function showInstant(instant: string): string {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? instant : `${showDate(isoDay.format(at))} ${clockTime.format(at)}`;
}

/** What a person typed → 'YYYY-MM-DD'; null when it is no date. Takes 9/12/2026, 09-12-2026, 09.12.2026, 09122026 and 9/12 (this year). */
export function readDate(typed: string, day: string = today()): string | null {
  const text = typed.trim();
  const match = /^(\d{1,2})[/.\-\s](\d{1,2})(?:[/.\-\s](\d{4}))?$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (!match) return /^\d{4}-\d{2}-\d{2}$/.test(text) && isRealDate(text) ? text : null;
  const date = `${match[3] ?? day.slice(0, 4)}-${String(match[2]).padStart(2, "0")}-${String(match[1]).padStart(2, "0")}`;
  return isRealDate(date) ? date : null;
}

function isRealDate(date: string): boolean {
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
}

/** Whole days from one date to another; negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
