import type { Actor } from "../../../kernel/actor.ts";
import { plain } from "../../../kernel/decimals.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Text } from "../../../kernel/language.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { Measure, MeasuredFigure, MeasureSource } from "../../../platform/measure.ts";
import { unitsByIds } from "../../units/index.ts";
import type { ActivityField, ActivityKind } from "../contract.ts";
import { figureKeys, type FigureKey } from "../domain/facts.ts";
import { allKinds } from "../store/kinds.ts";
import { measure, measuredRecords, type Asked } from "../store/measures.ts";
import { unitIn } from "./view.ts";

const any: { code: string; name: Text } = { code: "any", name: { vi: "Mọi hoạt động", en: "Any activity" } };

const figures: Record<FigureKey, { title: Text; unit: string }> = {
  turns: { title: { vi: "lượt người tham gia", en: "turns of participants" }, unit: "lượt người" },
  gifts: { title: { vi: "suất quà", en: "gifts" }, unit: "suất quà" },
  money: { title: { vi: "kinh phí", en: "money" }, unit: "đồng" },
  labour: { title: { vi: "ngày công", en: "days of labour" }, unit: "ngày công" },
};

const added = { overUnits: "sum", overTime: "sum" } as const;

/**
 * "activity/training/turns", "activity/dialogue/answered", "activity/supervision/form.team", "activity/any/count", and
 * "activity/fund-raising/money.fund.poor" where a choice splits figures.
 */
export function measuresOf(kinds: readonly ActivityKind[]): Measure[] {
  const common = ({ code, name }: Pick<ActivityKind, "code" | "name">): Measure[] => [
    { name: `activity/${code}/count`, title: joined(name, { vi: "số cuộc", en: "number" }), unit: "cuộc", ...added },
    ...figureKeys.map((key) => ({
      name: `activity/${code}/${key}`,
      title: joined(name, figures[key].title),
      unit: figures[key].unit,
      ...added,
    })),
  ];
  return [...common(any), ...kinds.flatMap((kind) => [...common(kind), ...kind.fields.flatMap((field) => fieldMeasures(kind, field))])];
}

function fieldMeasures(kind: ActivityKind, field: ActivityField): Measure[] {
  const title = joined(kind.name, field.label);
  switch (field.type) {
    case "number":
      return [{ name: `activity/${kind.code}/${field.key}`, title, unit: field.unit ?? "", ...added }];
    case "choice":
      return field.options.flatMap(({ value, label }) => [
        { name: `activity/${kind.code}/${field.key}.${value}`, title: joined(title, label), unit: "cuộc", ...added },
        ...(field.splits ? splitMeasures(kind, `${field.key}.${value}`, joined(title, label)) : []),
      ]);
    case "boolean":
      return [{ name: `activity/${kind.code}/${field.key}`, title, unit: "cuộc", ...added }];
    default:
      return [];
  }
}

/** Figures of the entries of one option; labour is not asked for that way. */
function splitMeasures({ code, fields }: ActivityKind, option: string, title: Text): Measure[] {
  const numbers = fields.flatMap(({ key, type, label, unit }) => (type === "number" ? [{ key, title: label, unit: unit ?? "" }] : []));
  const common = figureKeys.flatMap((key) => (key === "labour" ? [] : [{ key, ...figures[key] }]));
  return [...common, ...numbers].map(({ key, title: figure, unit }) => ({
    name: `activity/${code}/${key}.${option}`,
    title: joined(title, figure),
    unit,
    ...added,
  }));
}

const joined = (one: Text, other: Text): Text => ({ vi: `${one.vi}: ${other.vi}`, en: `${one.en}: ${other.en}` });

/** What a name asks for; null for one that is no measure of the journal. */
function askedBy(name: string, kinds: ReadonlyMap<string, ActivityKind>): Asked | null {
  const [, code = "", part = ""] = /^activity\/([a-z0-9-]+)\/([a-z0-9.-]+)$/.exec(name) ?? [];
  const kind = kinds.get(code);
  if (!kind && code !== any.code) return null;
  const parts = part.split(".");
  if (parts.length > 3) return null;
  const [what = "", key, option = ""] = parts.length === 2 ? ["count", ...parts] : parts;
  const chosen = key === undefined ? null : { key, option };
  const fields = kind?.fields ?? [];
  if (chosen && !splitsBy(fields, chosen, parts.length === 3)) return null;
  const base = { name, kind: kind?.code ?? null, key: null, chosen };
  const times = fields.find((field) => field.times)?.key ?? null;
  if (what === "count") return { ...base, what, key: times };
  const figure = figureKeys.find((each) => each === what);
  if (figure) return { ...base, what: figure };
  const own = fields.find((field) => field.key === what);
  if (own?.type === "number") return { ...base, what: "detail", key: own.key };
  return own?.type === "boolean" && chosen === null
    ? { ...base, what: "count", key: times, chosen: { key: own.key, option: "true" } }
    : null;
}

const splitsBy = (fields: readonly ActivityField[], chosen: { key: string; option: string }, figures: boolean): boolean =>
  fields.some(
    ({ key, type, options, splits = false }) =>
      key === chosen.key && type === "choice" && options.some(({ value }) => value === chosen.option) && (splits || !figures),
  );

async function askedFor(db: Database, names: readonly string[]): Promise<Asked[]> {
  const kinds = new Map((await allKinds(db)).map((kind) => [kind.code, kind]));
  return [...new Set(names)].flatMap((name) => askedBy(name, kinds) ?? []);
}

/**
 * What the journal adds up by itself. Only what was done counts, under its one lead, and never what is the same as another
 * entry. A name that the journal does not know is left out.
 */
export const activityMeasures: MeasureSource = {
  measures: async (db) => measuresOf(await allKinds(db)),

  async query(db, { names, units, scope, period }) {
    const asked = await askedFor(db, names);
    const found = new Map<string, Map<UnitId, MeasuredFigure>>(
      asked.map(({ name }) => [name, new Map(units.map((unit) => [unit, { value: null, records: 0, approximate: 0 }]))]),
    );
    if (asked.length === 0 || units.length === 0) return found;
    for (const { name, unit, value, records, approximate } of await measure(db, asked, [...new Set(units)], scope, period))
      found.get(name)?.set(unit, { value: plain(value), records, approximate });
    return found;
  },

  async records(db: Database, _actor: Actor, { names, unit, scope, period, limit }) {
    const asked = await askedFor(db, names);
    if (asked.length === 0) return [];
    const rows = await measuredRecords(db, asked, unit, scope, period, limit);
    const units = await unitsByIds(db, [...new Set(rows.map(({ lead_id }) => lead_id))]);
    return rows.map(({ id, title, date, lead_id, value, said }) => ({
      kind: "activity",
      id,
      title,
      date,
      unit: unitIn(units, lead_id).name,
      value: plain(value),
      said,
      path: `/activities/${id}`,
    }));
  },
};
