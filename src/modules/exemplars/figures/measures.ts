import type { Text } from "../../../kernel/language.ts";
import type { Measure } from "../../../platform/measure.ts";
import { exemplarFields, exemplarKinds, type ExemplarField, type ExemplarKind } from "../shapes.ts";
import { fieldTitles, kindNames } from "../messages.ts";

/**
 * What the register counts by itself. Models are every kind but exemplary persons, who are counted apart. One lead counts an
 * exemplar, partners do not; what is the same as another one is not counted.
 */
export const families = ["new", "running", "recognised", "replicated", "stopped", "inspected", "persons"] as const;
export type Family = (typeof families)[number];

/** Levels of recognition; the district's ended in 2025 and stays in the figures of its years. */
export const countedLevels = ["commune", "district", "province", "centre"] as const;
export type CountedLevel = (typeof countedLevels)[number];

export const amounts = ["turns", "money", "labour"] as const;
export type AmountKey = (typeof amounts)[number];

/** `field`, `kind` or `level` with its key; an amount; or all of them. */
export type Asked = { name: string; family: Family; part: "count" | "field" | "kind" | "level" | AmountKey; key: string | null };

const titles: Record<Family, { title: Text; overTime: Measure["overTime"] }> = {
  new: { title: { vi: "Mô hình đăng ký mới", en: "New exemplars" }, overTime: "sum" },
  running: { title: { vi: "Mô hình đang duy trì", en: "Exemplars running" }, overTime: "last" },
  recognised: { title: { vi: "Mô hình được công nhận", en: "Exemplars recognised" }, overTime: "sum" },
  replicated: { title: { vi: "Mô hình được nhân rộng", en: "Exemplars replicated" }, overTime: "sum" },
  stopped: { title: { vi: "Mô hình dừng hoạt động", en: "Exemplars stopped" }, overTime: "sum" },
  inspected: { title: { vi: "Mô hình đang duy trì được kiểm tra, đánh giá", en: "Running exemplars inspected" }, overTime: "last" },
  persons: { title: { vi: "Điển hình là cá nhân", en: "Exemplary persons" }, overTime: "sum" },
};

const levelNames: Record<CountedLevel, Text> = {
  commune: { vi: "cấp xã", en: "commune" },
  district: { vi: "cấp huyện", en: "district" },
  province: { vi: "cấp tỉnh", en: "province" },
  centre: { vi: "Trung ương", en: "centre" },
};

const amountNames: Record<AmountKey, { title: Text; unit: string }> = {
  turns: { title: { vi: "lượt người tham gia", en: "turns of participants" }, unit: "lượt người" },
  money: { title: { vi: "kinh phí huy động", en: "money mobilised" }, unit: "đồng" },
  labour: { title: { vi: "ngày công", en: "days of labour" }, unit: "ngày công" },
};

/** Families whose amounts are told: what an exemplar has mobilised so far has no day of its own, so no other can say it. */
const withAmounts: readonly Family[] = ["new", "running"];

const joined = (one: Text, other: Text): Text => ({ vi: `${one.vi}: ${other.vi}`, en: `${one.en}: ${other.en}` });

type Offered = Asked & Measure;

function offer(family: Family): Offered[] {
  const { title, overTime } = titles[family];
  const unit = family === "persons" ? "người" : "mô hình";
  const one = (part: Asked["part"], key: string | null, more: Text | null, of = unit): Offered => ({
    name: `exemplar/${family}/${key === null ? part : `${part}.${key}`}`,
    family,
    part,
    key,
    title: more === null ? title : joined(title, more),
    unit: of,
    overUnits: "sum",
    overTime,
  });
  return [
    one("count", null, null),
    ...exemplarFields.map((field: ExemplarField) => one("field", field, fieldTitles[field])),
    ...(family === "persons" ? [] : exemplarKinds.map((kind: ExemplarKind) => one("kind", kind, kindNames[kind]))),
    ...(family === "recognised" ? countedLevels.map((level) => one("level", level, levelNames[level])) : []),
    ...(withAmounts.includes(family) ? amounts.map((key) => one(key, null, amountNames[key].title, amountNames[key].unit)) : []),
  ];
}

const all = families.flatMap(offer);
const byName = new Map(all.map((one) => [one.name, one]));

/** "exemplar/new/count", "exemplar/new/field.economy", "exemplar/recognised/level.province", "exemplar/running/kind.self-government", "exemplar/new/money". */
export const exemplarMeasureList: readonly Measure[] = all.map(({ name, title, unit, overUnits, overTime }) => ({
  name,
  title,
  unit,
  overUnits,
  overTime,
}));

/** What names ask for, each once; one that the register does not know is left out. */
export const askedBy = (names: readonly string[]): Asked[] =>
  [...new Set(names)].flatMap((name) => {
    const found = byName.get(name);
    return found ? [{ name, family: found.family, part: found.part, key: found.key }] : [];
  });

/** "cấp tỉnh"; nothing for what nobody has recognised. */
export const levelTitle = (level: string | null): string =>
  level === null ? "" : (new Map(Object.entries(levelNames)).get(level)?.vi ?? level);
