import type { UnitId } from "../../../kernel/ids.ts";
import { nextPeriod, yearBefore, type Period } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { MeasureLink } from "../contract/dictionary.ts";
import type { FormRow, FormSection } from "../contract/forms.ts";
import { cellKey, type CellKey, type Figure } from "../contract/cells.ts";
import type { Looked } from "../domain/oddities.ts";
import { answerOf, isEmpty, type Computed } from "../domain/submissions-answers.ts";
import { unitOfRound, type RoundUnitRow } from "../store/rounds-units.ts";
import type { SubmissionRow } from "../store/submissions.ts";
import { indicatorInfo, type IndicatorInfo } from "../store/submissions-indicators.ts";
import { partsOf, type PartRow } from "../store/submissions-parts.ts";
import { findSending, givenElsewhere, partsSentIn, type Content } from "../store/submissions-sendings.ts";
import { problem } from "../../../kernel/errors.ts";
import { say } from "../messages/submissions.ts";
import { roundAsks, type RoundAsks } from "./rounds-reading.ts";
import { figuresGiven } from "./submissions-figures.ts";
import { computedFrom, measured, type Measured, type SubmissionSources } from "./submissions-sources.ts";

export type SheetCell = Looked & { row: FormRow; info: IndicatorInfo; target: string | null };
export type SheetPart = { section: FormSection; part: PartRow; narrative: string | null; cells: SheetCell[] };

/** A submission with everything that is known about each of its cells. */
export type Sheet = {
  row: SubmissionRow;
  asks: RoundAsks;
  due: RoundUnitRow;
  period: Period;
  /** In the form's order; a section that several bodies fill, once for each. */
  parts: SheetPart[];
};

/** Once it was sent, what stands is what was sent; while it is prepared, computed figures follow the records. */
const isOpen = ({ state }: SubmissionRow): boolean => state === "draft" || state === "returned";

export const periodOfRound = ({ calendar, kind, code, from, to }: RoundAsks): Period => ({ calendar, kind, code, from, to });

/** Figures are taken until the cut-off, which can come before the period is over. */
export const daysCounted = ({ from, to, cutOff }: RoundAsks) => ({ from, to: cutOff < to && cutOff >= from ? cutOff : to });

const periodBefore = (period: Period): Period | null => (period.kind === "ad-hoc" ? null : nextPeriod(period, -1));

export async function dutyOf(db: Database, { roundId, unitId }: Pick<SubmissionRow, "roundId" | "unitId">): Promise<RoundUnitRow> {
  const due = await unitOfRound(db, roundId, unitId);
  if (!due) throw problem("not_found", say("notAsked"));
  return due;
}

/** A row whose indicator is gone from the dictionary still shows what was sent. */
const unknown = (row: FormRow): IndicatorInfo => ({
  id: row.indicatorId,
  name: row.label,
  definition: "",
  unit: row.unit,
  kind: "count",
  scale: 6,
  overUnits: "none",
  measures: [],
});

export async function loadSheet(db: Database, row: SubmissionRow, sources: SubmissionSources): Promise<Sheet> {
  const [asks, parts, due, sent] = await Promise.all([
    roundAsks(db, row.roundId),
    partsOf(db, row.id),
    dutyOf(db, row),
    isOpen(row) ? undefined : findSending(db, row.id),
  ]);
  const period = periodOfRound(asks);
  const placed = asks.content.sections.flatMap((section) =>
    parts.filter(({ sectionId }) => sectionId === section.id).map((part) => ({ section, part })),
  );
  const units = [...new Set(placed.map(({ part }) => part.unitId))];
  const rows = placed.flatMap(({ section }) => section.rows);
  const cells = [...new Set(rows.map(cellKey))];
  const info = await indicatorInfo(
    db,
    rows.map(({ indicatorId }) => indicatorId),
  );
  const [figures, given, before, targets] = await Promise.all([
    figuresByScope(db, sources, placed, info, asks),
    givenElsewhere(db, { units, period, butRound: row.roundId }),
    figuresBefore(db, row, asks, period, cells),
    sources.targets?.targets(db, {
      unit: row.unitId,
      cells: rows.map((asked) => ({
        key: cellKey(asked),
        indicatorId: asked.indicatorId,
        member: asked.member,
        names: namesIn(linksOf(asked, info.get(asked.indicatorId)).filter((link) => link.part === "value")),
      })),
      period,
    }),
  ]);
  const elsewhere = (unit: UnitId, key: CellKey) => {
    for (const { unitId, title, merged } of given) {
      const figure = unitId === unit ? merged[key] : undefined;
      if (figure && !isEmpty(figure)) return { ...figure, formTitle: title };
    }
    return null;
  };
  const cellIn = (section: FormSection, part: PartRow, asked: FormRow): SheetCell => {
    const key = cellKey(asked);
    const indicator = info.get(asked.indicatorId) ?? unknown(asked);
    const frozen = sent && frozenCell(sent.content, part, key);
    const computed: Computed | null = frozen ? frozen.computed : figures(section.scope, part.unitId, asked);
    const other = elsewhere(part.unitId, key);
    const { unitId } = part;
    return {
      row: asked,
      info: indicator,
      asked: {
        sectionId: section.id,
        unitId,
        key,
        label: asked.label,
        compulsory: asked.compulsory,
        kind: indicator.kind,
        overUnits: indicator.overUnits,
        scope: section.scope,
      },
      indicatorId: asked.indicatorId,
      member: asked.member,
      // Money is kept in đồng, whatever a form prints: the page helps to type millions.
      unit: indicator.kind === "money" || asked.unit === "" ? indicator.unit : asked.unit,
      answer: frozen ? frozen.answer : answerOf(part.answers[key], computed, other),
      computed,
      given: other,
      ...before(section.id, unitId, key),
      target: targets?.get(key) ?? null,
    };
  };
  return {
    row,
    asks,
    due,
    period,
    parts: placed.map(({ section, part }) => ({
      section,
      part,
      narrative: sent ? (partSent(sent.content, part)?.narrative ?? null) : part.narrative,
      cells: section.rows.map((asked) => cellIn(section, part, asked)),
    })),
  };
}

const partSent = ({ parts }: Content, { sectionId, unitId }: PartRow) =>
  parts.find((part) => part.sectionId === sectionId && part.unitId === unitId);

const frozenCell = (content: Content, part: PartRow, key: CellKey) =>
  partSent(content, part)?.cells[key] ?? { answer: null, computed: null };

type Placed = { section: FormSection; part: PartRow };

/** Which measures fill a row: those that the dictionary names for its cell. */
export const linksOf = ({ member }: FormRow, info: IndicatorInfo | undefined): readonly MeasureLink[] =>
  info?.measures.filter((link) => link.member === member) ?? [];

export const namesIn = (links: readonly MeasureLink[]): string[] => links.flatMap(({ names }) => names);

async function figuresByScope(
  db: Database,
  sources: SubmissionSources,
  placed: readonly Placed[],
  info: ReadonlyMap<number, IndicatorInfo>,
  asks: RoundAsks,
): Promise<(scope: FormSection["scope"], unit: UnitId, asked: FormRow) => Computed | null> {
  const found = new Map<FormSection["scope"], Measured>();
  for (const [scope, group] of Map.groupBy(placed, ({ section }) => section.scope)) {
    const names = new Set(
      group.flatMap(({ section }) => section.rows.flatMap((asked) => namesIn(linksOf(asked, info.get(asked.indicatorId))))),
    );
    const units = [...new Set(group.map(({ part }) => part.unitId))];
    found.set(scope, await measured(db, sources, { names: [...names], units, scope, period: daysCounted(asks) }));
  }
  return (scope, unit, asked) => {
    const figures = found.get(scope);
    return figures ? computedFrom(linksOf(asked, info.get(asked.indicatorId)), unit, figures) : null;
  };
}

/**
 * Last period and the same period last year: as the same section had it in the same form, else what the unit gave for it in
 * whatever form.
 */
async function figuresBefore(
  db: Database,
  { unitId: sender }: SubmissionRow,
  { formId }: RoundAsks,
  period: Period,
  cells: readonly CellKey[],
): Promise<(sectionId: string, unit: UnitId, key: CellKey) => { last: Figure | null; yearBefore: Figure | null }> {
  const periods = [periodBefore(period), yearBefore(period)];
  const known = periods.filter((one) => one !== null);
  const [values, parts] = await Promise.all([
    figuresGiven(db, { periods: known, units: [sender], cells }),
    Promise.all(periods.map(async (one) => (one ? partsSentIn(db, { formId, unitId: sender, period: one }) : []))),
  ]);
  return (sectionId, unit, key) => {
    const at = (index: 0 | 1): Figure | null => {
      const then = periods[index] ?? null;
      if (then === null) return null;
      const cell = parts[index]?.find((part) => part.sectionId === sectionId && part.unitId === unit)?.cells[key];
      if (cell?.answer) return figureAlone(cell.answer);
      return unit === sender ? values(then, unit, key) : null;
    };
    return { last: at(0), yearBefore: at(1) };
  };
}

/** The numbers of an answer, without its words. */
export const figureAlone = ({ value, numerator, denominator }: Figure): Figure => ({
  value,
  ...(numerator === undefined ? {} : { numerator }),
  ...(denominator === undefined ? {} : { denominator }),
});
