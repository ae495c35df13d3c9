import { sql } from "kysely";
import type { ExemplarId } from "../../../kernel/ids.ts";
import { defineSchedule } from "../../../platform/jobs.ts";
import { transaction } from "../../../platform/database/index.ts";
import { askLikeness } from "./service.ts";

const perNight = 5000;

/** What came into the register by another way than registering (an old list, another installation) is compared as well, bit by bit. */
export const compareLate = defineSchedule("exemplars.compare-late", { daily: "02:20" }, async ({ db, log }) => {
  const { rows } = await sql<{ id: ExemplarId }>`
    select e.id from exemplar e where e.state in ('registered', 'accepted', 'stopped')
       and not exists (select from exemplar_print p where p.exemplar_id = e.id)
     order by e.id limit ${perNight}::int`.execute(db);
  for (const { id } of rows) await transaction(db, (tx) => askLikeness(tx, id));
  if (rows.length > 0) log.info("exemplars compared", { count: rows.length });
});
