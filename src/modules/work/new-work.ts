import type { UnitId } from "../../kernel/ids.ts";
import type { WorkDue, WorkEdge, WorkKind, WorkOrigin } from "./contract.ts";

/** What a plan puts on a unit's desk. */
export type NewWork = {
  kind: WorkKind;
  /** One line for lists. */
  title: string;
  /** The whole duty. */
  text: string;
  lead: UnitId;
  partners: readonly UnitId[];
  assigner: UnitId;
  edge: WorkEdge;
  due: WorkDue;
  /** 2026, 2026-Q3; null for a single duty. */
  period: string | null;
  origin: WorkOrigin;
};
