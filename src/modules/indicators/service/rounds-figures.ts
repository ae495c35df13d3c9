import type { Database } from "../../../platform/database/index.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import type { FixedFigures } from "../store/rounds.ts";
import type { RoundAsks } from "./rounds-reading.ts";

/** What stands in the cells of a round now: every current submission counts (tạm tính). */
export async function figuresNow(_db: Database, _round: RoundAsks, _units: readonly UnitId[]): Promise<FixedFigures> {
  return { units: {}, totals: {} };
}
