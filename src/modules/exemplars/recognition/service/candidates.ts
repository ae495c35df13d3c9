import { authorise, type Actor } from "../../../../kernel/actor.ts";
import { squeeze } from "../../../../kernel/text.ts";
import type { Database } from "../../../../platform/database/index.ts";
import { unitsByIds } from "../../../units/index.ts";
import { unitIn } from "../../service/view.ts";
import type { Candidate } from "../contract.ts";
import { standsInTheWay } from "../domain/candidates.ts";
import { mayPrepare } from "../policy.ts";
import { listCandidates } from "../store/candidates.ts";
import { itemsOf } from "../store/decisions.ts";
import { seeDecision } from "./access.ts";
import { appraisalsOf } from "./appraised.ts";
import { askedBy, forOf } from "./view.ts";

const pageSize = 30;

type Wanted = { id: string; text: string; only: "ready" | "all"; page: number };

/** What could be recognised, with what stands in the way of the others. Appraisals stand beside, asked for or not. */
export async function readCandidates(db: Database, actor: Actor, { id, text, only, page }: Wanted, now: Date) {
  const { record, sides } = await seeDecision(db, actor, id);
  authorise(mayPrepare(actor, sides), "exemplar:recognise");
  const { rule, asked } = await askedBy(db, record, now);
  const words = squeeze(text).split(" ").filter(Boolean);
  const ready = only === "all" ? null : (rule ?? { exemplarKinds: [], leastStep: 4, needsLower: true });
  const { rows, total } = await listCandidates(db, forOf(record), { words, ready, offset: (page - 1) * pageSize, limit: pageSize });
  const ids = rows.map((row) => row.id);
  const [units, appraisals, items] = await Promise.all([
    unitsByIds(db, [...new Set(rows.map(({ leadId }) => leadId))]),
    appraisalsOf(db, ids),
    itemsOf(db, id),
  ]);
  const chosen = new Set(items.map(({ exemplar_id }) => exemplar_id));
  return {
    items: rows.map((row): Candidate => {
      const shown = appraisals.get(row.id) ?? [];
      return {
        exemplar: {
          id: row.id,
          name: row.name,
          kind: row.kind,
          field: row.field,
          lead: unitIn(units, row.leadId),
          step: row.step,
          acceptedOn: row.acceptedOn,
        },
        why: standsInTheWay({ ...row, appraised: shown.some(({ good }) => good) }, asked),
        appraisals: shown,
        recognised: [...row.recognised],
        chosen: chosen.has(row.id),
      };
    }),
    total,
    pageSize,
  };
}
