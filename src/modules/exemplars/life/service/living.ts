import { problem } from "../../../../kernel/errors.ts";
import type { Text } from "../../../../kernel/language.ts";
import type { CalendarDate } from "../../../../kernel/time/index.ts";
import type { Database } from "../../../../platform/database/index.ts";
import { say } from "../messages.ts";

/** What acts on the life of exemplars are given. */
export type Living = { db: Database; clock: () => Date };

/** A field that is wrong, named so that the form marks it. */
export const wrongField = (path: string, text: Text) => problem("invalid_input", text, { fields: { [path]: text.vi } });

/** The day on which something happened: it has happened. */
export function checkDay(onDate: CalendarDate, today: CalendarDate): void {
  if (onDate > today) throw wrongField("onDate", say("future"));
  if (onDate < "1990-01-01") throw wrongField("onDate", say("before"));
}
