import type { Text } from "../../../src/kernel/language.ts";
import type { ExemplarKind, LocalField, RoundDetail, RoundInput } from "../../../src/modules/exemplars/contract.ts";
import type { PickedUnit } from "../../ui/unit-picker.tsx";
import { askedByDefault, type Asked } from "../words.ts";
import { say } from "./messages.ts";

export const levels = ["commune", "province", "centre"] as const;
export type Level = (typeof levels)[number];

/** Numbers as they are typed; `key` only tells rows apart. */
export type WrittenCount = { key: number; kind: ExemplarKind; count: string };
export type WrittenAllotment = WrittenCount & { theme: string };
export type WrittenUnit = {
  unit: PickedUnit;
  leastNew: string;
  leastRecognised: Partial<Record<Level, string>>;
  allotted: WrittenAllotment[];
};
export type WrittenLocal = { key: number; code: string; label: string; field: LocalField["field"] };

/** A round as it stands in the form. */
export type WrittenRound = {
  title: string;
  periodFrom: string | null;
  periodUntil: string | null;
  opensOn: string | null;
  closesOn: string | null;
  kinds: ExemplarKind[];
  asked: Asked[];
  localFields: WrittenLocal[];
  totals: WrittenCount[];
  sumNote: string;
  guidance: { id: string; label: string } | null;
  clause: RoundDetail["clause"];
  note: string;
  units: WrittenUnit[];
};

export const yearOf = (year: number) => ({ periodFrom: `${year}-01-01`, periodUntil: `${year}-12-31` });

export const newRound = (day: string): WrittenRound => ({
  title: say("titleOfYear", { year: Number(day.slice(0, 4)) }).vi,
  ...yearOf(Number(day.slice(0, 4))),
  opensOn: day,
  closesOn: null,
  kinds: ["model", "works", "person", "group"],
  asked: askedByDefault,
  localFields: [],
  totals: [],
  sumNote: "",
  guidance: null,
  clause: null,
  note: "",
  units: [],
});

export const nextKey = (rows: readonly { key: number }[]): number => Math.max(-1, ...rows.map(({ key }) => key)) + 1;

export const writtenOf = (round: RoundDetail): WrittenRound => ({
  title: round.title,
  periodFrom: round.periodFrom,
  periodUntil: round.periodUntil,
  opensOn: round.opensOn,
  closesOn: round.closesOn,
  kinds: round.kinds,
  asked: round.asked,
  localFields: round.localFields.map((each, key) => ({ ...each, key })),
  totals: round.totals.map(({ kind, count }, key) => ({ key, kind, count: String(count) })),
  sumNote: round.sumNote ?? "",
  guidance: round.guidance,
  clause: round.clause,
  note: round.note,
  units: round.unitRows.map(({ unit, leastNew, leastRecognised, allotted }) => ({
    unit,
    leastNew: leastNew === null ? "" : String(leastNew),
    leastRecognised: Object.fromEntries(
      levels.flatMap((level) => (leastRecognised[level] ? [[level, String(leastRecognised[level])]] : [])),
    ),
    allotted: allotted.map(({ kind, theme, count }, key) => ({ key, kind, theme, count: String(count) })),
  })),
});

const whole = (typed: string): number => (/^\d+$/.test(typed.trim()) ? Number(typed) : 0);
const counted = <Row extends WrittenCount>(rows: readonly Row[]) => rows.filter(({ count }) => whole(count) > 0);

export const allottedOf = ({ allotted }: WrittenUnit) =>
  counted(allotted).map(({ kind, theme, count }) => ({ kind, theme: theme.trim(), count: whole(count) }));
const totalsOf = ({ totals }: WrittenRound) => counted(totals).map(({ kind, count }) => ({ kind, count: whole(count) }));

/** Kinds of which another number is allotted than the plan names, while it is typed; the server counts again. Nothing allotted: units choose. */
export function sumsOf(round: WrittenRound): RoundDetail["sums"] {
  const totals = totalsOf(round);
  const allotments = round.units.flatMap(allottedOf);
  if (totals.length === 0 || allotments.length === 0) return [];
  const sum = (rows: readonly { kind: ExemplarKind; count: number }[], kind: ExemplarKind) =>
    rows.reduce((all, row) => (row.kind === kind ? all + row.count : all), 0);
  return [...new Set([...totals, ...allotments].map(({ kind }) => kind))]
    .map((kind) => ({ kind, count: sum(totals, kind), allotted: sum(allotments, kind) }))
    .filter(({ count, allotted }) => count !== allotted);
}

export function inputOf(round: WrittenRound): RoundInput {
  return {
    title: round.title.trim(),
    periodFrom: round.periodFrom ?? "",
    periodUntil: round.periodUntil ?? "",
    opensOn: round.opensOn ?? "",
    closesOn: round.closesOn ?? "",
    kinds: round.kinds,
    asked: round.asked,
    localFields: round.localFields
      .filter(({ label }) => label.trim() !== "")
      .map(({ key, code, label, field }) => ({ code: code || `f${key + 1}`, label: label.trim(), field })),
    totals: totalsOf(round),
    sumNote: round.sumNote.trim() || null,
    guidanceDocumentId: round.guidance?.id ?? null,
    clause: round.clause,
    note: round.note.trim(),
    units: round.units.map((each) => ({
      unitId: each.unit.id as RoundInput["units"][number]["unitId"],
      leastNew: each.leastNew.trim() === "" ? null : whole(each.leastNew),
      leastRecognised: Object.fromEntries(
        levels.flatMap((level) =>
          whole(each.leastRecognised[level] ?? "") > 0 ? [[level, whole(each.leastRecognised[level] ?? "")]] : [],
        ),
      ),
      allotted: allottedOf(each),
    })),
  };
}

/** What can be told before anything travels. */
export function problemsOf(round: WrittenRound): Record<string, Text> {
  const problems: Record<string, Text> = {};
  if (round.title.trim() === "") problems["title"] = say("titleMissing");
  for (const key of ["periodFrom", "periodUntil", "opensOn", "closesOn"] as const)
    if (round[key] === null) problems[key] = say("dateMissing");
  if (round.kinds.length === 0) problems["kinds"] = say("kindsMissing");
  return problems;
}
