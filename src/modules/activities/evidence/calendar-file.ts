import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { addDays, type CalendarDate } from "../../../kernel/time/index.ts";
import { say } from "../messages.ts";

export type CalendarEntry = {
  id: string;
  version: number;
  changed: Date;
  onDate: CalendarDate;
  untilDate: CalendarDate | null;
  startTime: string | null;
  planned: boolean;
  name: string;
  lead: string;
  place: string | null;
  url: string;
};

const twoHours = 2 * 60 * 60 * 1000;

/** Entries as iCalendar: names, days and places. What is planned says so, in words and as tentative. */
export function calendarFile(about: { name: string; description: string }, entries: readonly CalendarEntry[]): string {
  const calendar = ical({
    ...about,
    prodId: { company: "kheo", product: "calendar", language: "VI" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 60 * 60,
  });
  for (const entry of entries) calendar.createEvent(eventOf(entry));
  return calendar.toString();
}

/**
 * A day without an hour is a whole day; one with an hour lasts two, since nobody says when it ends. No zone is given to the
 * library: it then writes instants in UTC, and days as they stand in UTC; with one it would take the machine's zone for it.
 */
function eventOf(entry: CalendarEntry) {
  const wholeDays = entry.startTime === null || entry.untilDate !== null;
  const start = new Date(wholeDays ? `${entry.onDate}T00:00:00Z` : `${entry.onDate}T${entry.startTime}:00+07:00`);
  const end = wholeDays ? new Date(`${addDays(entry.untilDate ?? entry.onDate, 1)}T00:00:00Z`) : new Date(start.getTime() + twoHours);
  return {
    id: `${entry.id}@kheo`,
    sequence: entry.version,
    stamp: entry.changed,
    lastModified: entry.changed,
    start,
    end,
    allDay: wholeDays,
    summary: entry.planned ? `${entry.name} (${say("planned").vi.toLocaleLowerCase("vi")})` : entry.name,
    description: entry.lead,
    location: entry.place,
    url: entry.url,
    status: entry.planned ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
  };
}
