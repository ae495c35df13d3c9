import type { UnitId } from "../../../kernel/ids.ts";
import type { Text } from "../../../kernel/language.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import { unitsByIds } from "../../units/index.ts";
import { say } from "../messages.ts";
import { grantedSince } from "../store/news.ts";
import { unitIn } from "./view.ts";

/** Awards granted since the day, for whoever tells people: once for each decision and unit. Nobody's name goes into a mail. */
export async function awardsToTell(
  db: Database,
  wanted: { units: readonly UnitId[] | null; since: CalendarDate },
): Promise<{ id: string; unitId: UnitId; text: Text; path: string; on: CalendarDate }[]> {
  const rows = await grantedSince(db, wanted);
  const names = await unitsByIds(db, [...new Set(rows.map(({ unitId }) => unitId))]);
  return rows.map(({ decisionId, campaignId, unitId, title, count, grantedOn }) => ({
    id: decisionId,
    unitId,
    text: say("toldAwarded", { count, unit: unitIn(names, unitId).name, title }),
    path: `/awards/${campaignId}`,
    on: grantedOn,
  }));
}
