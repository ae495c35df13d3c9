import type { UnitId } from "../../../kernel/ids.ts";
import type { Period } from "../../../kernel/time/period.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { Adds, Given } from "../domain/adding.ts";

/** What the dictionary says of a cell that a report names. `measures`: what computes it. */
export type CellInfo = {
  ref: string;
  key: string;
  indicatorId: number;
  member: string;
  title: string;
  unit: string;
  adds: Adds;
  measures: string[];
};

export async function cellsByRef(_db: Database, _refs: readonly string[]): Promise<Map<string, CellInfo>> {
  return new Map();
}

export type Tier = "provisional" | "approved";

/** What units gave, by period code, unit and cell key. */
export type GivenValues = (period: Period, unit: UnitId, key: string) => Given | undefined;

export async function valuesOf(
  _db: Database,
  _asked: { tier: Tier; periods: readonly Period[]; units: readonly UnitId[]; keys: readonly string[] },
): Promise<GivenValues> {
  return () => undefined;
}

/** "I012" by the indicator's number. */
export async function codesOf(_db: Database, _ids: readonly number[]): Promise<Map<number, string>> {
  return new Map();
}

/** A narrative of a section as a unit sent it. */
export type ToldNarrative = { submissionId: string; unit: UnitId; sectionId: string; heading: string; text: string; approved: boolean };

/** What units wrote in a round under these sections: of each unit what it sent last, drafts left out. */
export async function narrativesSent(_db: Database, _asked: { roundId: string; sections: readonly string[] }): Promise<ToldNarrative[]> {
  return [];
}

/** Figures of the dictionary whose name fits these words; all of them without words. */
export async function findCells(_db: Database, _text: string): Promise<CellInfo[]> {
  return [];
}
