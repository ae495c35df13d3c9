import type { UnitRef } from "../../units/contract.ts";
import type { Figure } from "../shapes.ts";
import type { Mode, Than } from "../wording/sentence.ts";

/** What one unit below gave, for an annex: by reference of the figure, what is approved and what was sent last. */
export type UnitFigures = { unit: UnitRef; values: ReadonlyMap<string, { approved: string | null; provisional: string | null }> };

/** Everything a report's text needs to know of figures at one moment. */
export type Live = {
  figures: ReadonlyMap<string, Figure>;
  /** One per unit below that is asked, in the order of the directory. */
  units: readonly UnitFigures[];
  /** Asked and not in the figures of a mode. */
  missing: Record<Mode, readonly UnitRef[]>;
  than: Than;
  /** "quý III năm 2026"; null for a letter about no period. */
  period: string | null;
};

/**
 * How units are called in running text: by their area ("xã Bình Lâm"), unless several bodies of one area are in the list.
 */
export function calledUnits(units: readonly UnitRef[]): string[] {
  const short = ({ name, areaName }: UnitRef): string => (areaName ? areaName.charAt(0).toLocaleLowerCase("vi") + areaName.slice(1) : name);
  const seen = new Map<string, number>();
  for (const unit of units) seen.set(short(unit), (seen.get(short(unit)) ?? 0) + 1);
  return units.map((unit) => (seen.get(short(unit)) === 1 ? short(unit) : unit.name));
}
