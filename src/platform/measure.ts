import type { Actor } from "../kernel/actor.ts";
import type { UnitId } from "../kernel/ids.ts";
import type { Text } from "../kernel/language.ts";
import type { Period } from "../kernel/time/index.ts";
import type { Database } from "./database/index.ts";

/**
 * A figure that a slice computes from records it holds ("lượt người dự tập huấn"). Named by indicators, which then need
 * nobody to type it. The name stays for ever: "activity/training/turns".
 */
export type Measure = {
  name: string;
  title: Text;
  /** Unit of measure as a form prints it: "cuộc", "lượt người", "đồng". */
  unit: string;
  overUnits: "sum" | "none";
  overTime: "sum" | "last" | "none";
};

/**
 * Whose records count for a unit. `own`: what the unit and its boards led, for quotas of the unit itself. `line`: what the unit led itself, with its boards and with the bodies of its own line
 * below it (a commune's Front and the boards of its residential areas). `area`: what any body in the unit's area led.
 * A record has one lead, so it counts once in either.
 */
export type MeasureScope = "own" | "line" | "area";

/** `value` is a decimal string, null when there is no record; `approximate` counts the records whose figure was said with "hơn" or "khoảng". */
export type MeasuredFigure = { value: string | null; records: number; approximate: number };

/** One record behind a figure. `path` inside the staff application, without /app. */
export type MeasuredRecord = {
  kind: string;
  id: string;
  title: string;
  date: string;
  unit: string;
  value: string | null;
  said: string | null;
  path: string;
};

/** What a slice offers: the list, one query for many names and units, and the records behind one number. */
export type MeasureSource = {
  measures(db: Database): Promise<Measure[]>;
  query(
    db: Database,
    asked: { names: readonly string[]; units: readonly UnitId[]; scope: MeasureScope; period: Pick<Period, "from" | "to"> },
  ): Promise<Map<string, Map<UnitId, MeasuredFigure>>>;
  records(
    db: Database,
    actor: Actor,
    asked: { names: readonly string[]; unit: UnitId; scope: MeasureScope; period: Pick<Period, "from" | "to">; limit: number },
  ): Promise<MeasuredRecord[]>;
};

/** A record worth telling under a heading: one line of text, and where it comes from. `path` as in `MeasuredRecord`. */
export type NarrativeLine = { kind: string; id: string; date: string; unit: UnitId; text: string; path: string };

/**
 * What a slice proposes for a narrative: what was done and held in the period, newest first. `names`: the measures that the
 * heading's figures are computed from, so that the lines are about the same things; empty: anything whose words fit `heading`.
 */
export type NarrativeSource = {
  lines(
    db: Database,
    actor: Actor,
    asked: {
      units: readonly UnitId[];
      scope: MeasureScope;
      period: Pick<Period, "from" | "to">;
      names: readonly string[];
      heading: string;
      limit: number;
    },
  ): Promise<NarrativeLine[]>;
};

/** A cell of a form. `names`: the measures that give its value, so that a target which counts the same is found by them. */
export type TargetCell = { key: string; indicatorId: number; member: string; names?: readonly string[] };

/**
 * What a unit is to reach, for the cells of a form: decimal strings by cell key ("12", "12:economy"), in the indicator's own
 * unit. Offered by whoever holds targets.
 */
export type TargetSource = {
  targets(db: Database, asked: { unit: UnitId; cells: readonly TargetCell[]; period: Period }): Promise<Map<string, string>>;
};
