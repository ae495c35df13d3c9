import type { UnitId } from "../../../kernel/ids.ts";
import type { Measure, MeasuredFigure, MeasureSource } from "../../../platform/measure.ts";
import { unitsByIds } from "../../units/index.ts";
import { askedShares, shares, unratedOf, type CountedKind } from "../domain/shares.ts";
import { ratedNames } from "../messages.ts";
import { ratedShares, ratedThings, statedTotals } from "../store/shares.ts";
import { canSeeResult } from "./for-others.ts";
import { unitIn } from "./sides.ts";

const unitOf: Record<CountedKind, string> = {
  commune: "đơn vị",
  agency: "đơn vị",
  enterprise: "doanh nghiệp",
  "friendly-government": "đơn vị",
  front: "đơn vị",
  "area-board": "ban",
};

const offered: readonly Measure[] = shares.map(({ name, rated, part }) => {
  const { vi, en } = ratedNames[rated];
  return {
    name,
    title: part === "reached" ? { vi: `${vi}: số đạt`, en: `${en}: reached` } : { vi: `${vi}: tổng số`, en: `${en}: of all` },
    unit: unitOf[rated],
    overUnits: "sum",
    overTime: "last",
  };
});

/**
 * Two figures per kind of unit, "reached" and "of", from the rounds that are closed: forms are filled with them, and a share is
 * taken of the sums. A thing counts under the unit that answers for it, so it counts once at every level.
 */
export const appraisalMeasures: MeasureSource = {
  measures: async () => [...offered],

  async query(db, { names, units, scope, period }) {
    const asked = askedShares(names);
    const found = new Map<string, Map<UnitId, MeasuredFigure>>(
      asked.map(({ name }) => [name, new Map(units.map((unit) => [unit, { value: null, records: 0, approximate: 0 }]))]),
    );
    if (asked.length === 0 || units.length === 0) return found;
    const of = { rated: [...new Set(asked.map(({ rated }) => rated))], units: [...new Set(units)], scope, span: period };
    const [rated, stated] = [await ratedShares(db, of), await statedTotals(db, of)];
    for (const { rated: kind, unit, reached, of: counted } of rated) {
      const beside = unratedOf(stated.filter((one) => one.unit === unit && one.rated_kind === kind));
      for (const { name, part } of asked.filter((one) => one.rated === kind))
        found.get(name)?.set(unit, { value: String(part === "reached" ? reached : counted + beside), records: counted, approximate: 0 });
    }
    return found;
  },

  async records(db, actor, { names, unit, scope, period, limit }) {
    const asked = askedShares(names);
    if (asked.length === 0) return [];
    const of = { rated: [...new Set(asked.map(({ rated }) => rated))], units: [unit], scope, span: period };
    const rows = await ratedThings(db, of, limit);
    const units = await unitsByIds(db, [...new Set(rows.map(({ unit_id }) => unit_id))]);
    const open = await Promise.all(rows.map(({ id }) => canSeeResult(db, actor, id)));
    return rows
      .filter((_row, at) => open[at])
      .map(({ id, rated, title, date, unit_id, reached }) => {
        const counts = reached || asked.every((one) => one.rated !== rated || one.part === "of");
        return {
          kind: "appraisal-subject",
          id,
          title,
          date,
          unit: unitIn(units, unit_id).name,
          value: counts ? "1" : "0",
          said: null,
          path: `/appraisal/subjects/${id}`,
        };
      });
  },
};
