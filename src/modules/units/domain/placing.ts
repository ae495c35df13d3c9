import { areaKinds, isArea, type UnitKind } from "../contract.ts";

/**
 * Whether a unit of kind `kind` may lie under one of kind `parent` (null: as a root). An area lies under a higher area;
 * levels may be missing, since there are no districts after 2025 and an installation may begin at a commune. A body lies
 * under its area, or under another body as its board, office, department or force.
 */
export function mayLieUnder(kind: UnitKind, parent: UnitKind | null): boolean {
  if (parent === null) return isArea(kind);
  if (isArea(kind)) return isArea(parent) && areaKinds.indexOf(kind) > areaKinds.indexOf(parent);
  return true;
}
