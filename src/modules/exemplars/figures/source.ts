import type { Actor } from "../../../kernel/actor.ts";
import { plain } from "../../../kernel/decimals.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import { formatShortDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { MeasuredFigure, MeasureSource, NarrativeSource } from "../../../platform/measure.ts";
import { unitsByIds } from "../../units/index.ts";
import { kindNames } from "../messages.ts";
import { unitIn } from "../service/view.ts";
import { findExemplars } from "../store/exemplars.ts";
import { askedBy, exemplarMeasureList } from "./measures.ts";
import { measure, measuredExemplars } from "./store/measured.ts";

/** What the register counts by itself, so that forms and quotas need nobody to type it. */
export const exemplarMeasures: MeasureSource = {
  measures: async () => [...exemplarMeasureList],

  async query(db, { names, units, scope, period }) {
    const asked = askedBy(names);
    const found = new Map<string, Map<UnitId, MeasuredFigure>>(
      asked.map(({ name }) => [name, new Map(units.map((unit) => [unit, { value: null, records: 0, approximate: 0 }]))]),
    );
    if (asked.length === 0 || units.length === 0) return found;
    for (const { name, unit, value, records, approximate } of await measure(db, asked, [...new Set(units)], scope, period))
      found.get(name)?.set(unit, { value: plain(value), records, approximate });
    return found;
  },

  async records(db: Database, _actor: Actor, { names, unit, scope, period, limit }) {
    const asked = askedBy(names);
    if (asked.length === 0) return [];
    const rows = await measuredExemplars(db, { asked, units: [unit], scope, span: period, limit });
    const units = await unitsByIds(db, [...new Set(rows.map(({ lead_id }) => lead_id))]);
    return rows.map(({ id, title, date, lead_id, value, said }) => ({
      kind: "exemplar",
      id,
      title,
      date,
      unit: unitIn(units, lead_id).name,
      value: plain(value),
      said,
      path: `/exemplars/${id}`,
    }));
  },
};

/** A heading that says what it is about: its figures come from the register, or its words do. */
const about = /mô hình|điển hình|dân vận khéo/iu;

/** What a report may tell under a heading on models: those new, recognised or replicated in the period, with what they brought. */
export const exemplarNarratives: NarrativeSource = {
  async lines(db, _actor, { units, scope, period, names, heading, limit }) {
    const own = askedBy(names);
    if (names.length > 0 ? own.length === 0 : !about.test(heading)) return [];
    const asked = own.length > 0 ? own : askedBy(["exemplar/new/count", "exemplar/recognised/count", "exemplar/replicated/count"]);
    const rows = await measuredExemplars(db, { asked, units, scope, span: period, limit });
    const records = new Map(
      (
        await findExemplars(
          db,
          rows.map(({ id }) => id),
        )
      ).map((record) => [record.id, record]),
    );
    const leads = await unitsByIds(db, [...new Set(rows.map(({ lead_id }) => lead_id))]);
    return rows.flatMap(({ id, date, lead_id }) => {
      const record = records.get(id);
      if (!record) return [];
      const place = record.place ? ` tại ${record.place}` : "";
      const output = record.contents.output ? ` ${record.contents.output}` : "";
      const text = `Ngày ${formatShortDate(date)}, ${unitIn(leads, lead_id).name}: ${kindNames[record.kind].vi} “${record.name}”${place}.${output}`;
      return [{ kind: "exemplar", id, date, unit: lead_id, text, path: `/exemplars/${id}` }];
    });
  },
};
