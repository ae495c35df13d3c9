import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { addDays, formatDate, formatShortDate, type CalendarDate } from "../../kernel/time/index.ts";

/** Days from the day the demo is made, so that some things are late, some due this week, some later, whenever that is. */
const days = {
  mandate: -60,
  guidance: -8,
  models: -3,
  ownPlans: 5,
  stories: 12,
  supervision: 25,
  unityDay: 40,
};
export const issuedBefore = 20;

/** The demo's plan as its Front would have typed it three weeks ago. */
export async function demoPlanText(today: CalendarDate): Promise<string> {
  const template = await readFile(join(import.meta.dirname, "plan.txt"), "utf8");
  const issued = addDays(today, -issuedBefore);
  const values = new Map<string, string>([
    ["issued:official", formatDate(issued)],
    ["year", issued.slice(0, 4)],
    ...Object.entries(days).map(([name, offset]): [string, string] => [name, formatShortDate(addDays(today, offset))]),
  ]);
  return template.replace(/\{([\w:]+)\}/g, (all, name: string) => values.get(name) ?? all);
}
