import { sql } from "kysely";
import type { ExemplarId, ExemplarRoundId, UnitId } from "../../../../kernel/ids.ts";
import type { Database } from "../../../../platform/database/index.ts";
import { scopes } from "../../../units/index.ts";

/** A list on paper is read by people; more than this belongs into a spreadsheet. */
const most = 200;

/** What a unit and those below it registered in a round, when it is the reader's own or below it in the line, or the round is the reader's. */
export async function registeredIn(
  db: Database,
  { roundId, unitId, reader }: { roundId: ExemplarRoundId; unitId: UnitId; reader: UnitId },
): Promise<ExemplarId[]> {
  const { rows } = await sql<{ id: ExemplarId }>`
    with recursive ${scopes(sql`array[${unitId}::int, ${reader}::int]`)}
    select e.id from exemplar e join exemplar_round r on r.id = e.round_id
     where e.round_id = ${roundId}::uuid and e.state in ('registered', 'accepted', 'stopped')
       and e.lead_id in (select unit_id from line where root = ${unitId}::int)
       and (e.lead_id in (select unit_id from line where root = ${reader}::int) or r.body_id in (select unit_id from own where root = ${reader}::int))
     order by e.registered_on, e.id limit ${most}`.execute(db);
  return rows.map(({ id }) => id);
}
