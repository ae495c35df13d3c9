/** Dates of documents may lack the day or the month: "2026-12", "2026". */

/** "2026-12-09" → "09/12/2026", "2026-12" → "12/2026", "2026" as it is; null → "". */
export function showPartialDate(date: string | null): string {
  return date === null ? "" : date.split("-").toReversed().join("/");
}

/** The other way round; null when it is no date. */
export function readPartialDate(typed: string): string | null {
  const parts = typed.trim().split(/[/.\-\s]+/);
  const [year, month, day] = parts.toReversed();
  if (!year || !/^\d{4}$/.test(year) || parts.length > 3) return null;
  if (parts.length === 1) return year;
  if (!month || !/^\d{1,2}$/.test(month) || Number(month) < 1 || Number(month) > 12) return null;
  const yearMonth = `${year}-${month.padStart(2, "0")}`;
  if (parts.length === 2) return yearMonth;
  if (!day || !/^\d{1,2}$/.test(day)) return null;
  const date = `${yearMonth}-${day.padStart(2, "0")}`;
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date) ? date : null;
}
