import { sql } from "kysely";
import type { UnitId } from "../../../../kernel/ids.ts";
import type { CalendarDate } from "../../../../kernel/time/index.ts";
import type { Database } from "../../../../platform/database/index.ts";
import type { ExemplarField, ExemplarKind, ExemplarState } from "../../shapes.ts";
import { yearOf, type Area } from "./boards.ts";

export type ListedRow = {
  name: string;
  kind: ExemplarKind;
  field: ExemplarField | null;
  stream: "existing" | "new";
  state: ExemplarState;
  step: number;
  lead_id: UnitId;
  place: string | null;
  registered_on: CalendarDate;
  money: string | null;
  labour: string | null;
  turns: string | null;
  output: string | null;
  /** The highest level that recognised it and has not taken it back. */
  level: string | null;
  grade: string | null;
};

/** Those of the year that units in the area lead, in the order of the tree: as many as `limit`, with one more to see whether there are. */
export async function listedIn(db: Database, area: Area, year: number, limit: number): Promise<ListedRow[]> {
  const { rows } = await sql<ListedRow>`
    select e.name, e.kind, e.field, e.stream, e.state, e.step, e.lead_id, e.place, e.registered_on, e.money::text, e.labour::text, e.turns::text,
           e.contents ->> 'output' as output,
           (select recognition.level from exemplar_recognition recognition where recognition.exemplar_id = e.id and recognition.revoked_on is null
            order by array_position(array['commune', 'district', 'province', 'centre'], recognition.level) desc limit 1) as level,
           (select grade.grade_name from exemplar_grade grade where grade.exemplar_id = e.id and grade.year = ${year}::int) as grade
    from unit_at lead join exemplar e on e.lead_id = lead.unit_id
    where lead.ver = ${area.ver}::int and lead.lo between ${area.lo}::int and ${area.hi}::int
      and e.state in ('registered', 'accepted', 'stopped') and e.same_as is null
      and ${yearOf} = ${year}::int
    order by lead.lo, e.registered_on, e.id limit ${limit}`.execute(db);
  return rows;
}
