import type { UnitId } from "../../../kernel/ids.ts";
import type { Text } from "../../../kernel/language.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { MeasureSource } from "../../../platform/measure.ts";
import type { Part } from "../contract.ts";
import type { Choice, Shown } from "../shapes.ts";
import type { Opening } from "../store/publications.ts";

export type Showing = { db: Database; clock: () => Date; sources: readonly MeasureSource[] };
export type Ask = { thingId: string; choice: Choice };

/** A thing as the public would see it with this choice, and what stands in the way. */
export type Seen = {
  unitId: UnitId;
  unitName: string;
  title: string;
  shown: Shown;
  facets: Opening["facets"];
  parts: Part[];
  choice: Choice;
  blocked: Text | null;
  notes: Text[];
  needsConsent: boolean;
};

export const noFacets: Opening["facets"] = { field: null, subkind: null, areaId: null, areaName: null, year: null, themes: [] };
