import type { UnitId } from "../../../../kernel/ids.ts";
import { isArea, type UnitKind } from "../../contract.ts";
import { forms, type Level } from "./lexicon.ts";
import { wording } from "./wording.ts";

/** A unit of the directory, as the rules look at it. `lo`/`hi`: see unit_at. */
export type WorldUnit = {
  id: UnitId;
  name: string;
  kind: UnitKind;
  parentId: UnitId | null;
  parentName: string | null;
  areaId: UnitId | null;
  lo: number;
  hi: number;
};

/** A unit that is no more on the day; `successors`: what began in its place the day after, or what lay in it and still is. */
export type EndedUnit = Pick<WorldUnit, "id" | "name" | "kind" | "parentName"> & { lastDay: string; successors: UnitId[] };

/**
 * What an expression can mean for one issuer on one day: everything in the issuer's area, the areas above it and the bodies
 * there, and what has ended.
 */
export type World = {
  asOf: string;
  issuer: WorldUnit;
  units: readonly WorldUnit[];
  ended: readonly EndedUnit[];
  superiors: readonly { unitId: UnitId; superiorId: UnitId }[];
};

export type Indexed = World & {
  byId: ReadonlyMap<UnitId, WorldUnit>;
  /** The issuer's area; null for an issuer outside the tree of areas. */
  area: WorldUnit | null;
  level: Level;
  /** Areas above the issuer's own, nearest first. */
  above: readonly WorldUnit[];
  levelOf: (unit: WorldUnit) => Level;
  /** Bodies directly at an area. */
  bodiesAt: (area: UnitId) => readonly WorldUnit[];
  said: (unit: { name: string }) => string;
  /** Areas by full name ("xã bình lâm") and by proper name ("bình lâm"). */
  areasByName: ReadonlyMap<string, readonly WorldUnit[]>;
  areasByProperName: ReadonlyMap<string, readonly WorldUnit[]>;
  /** Bodies that no generic word means, by every name they go by. */
  bodiesByName: ReadonlyMap<string, readonly WorldUnit[]>;
  endedByName: ReadonlyMap<string, readonly EndedUnit[]>;
};

const formPattern = new RegExp(`^(?:${forms.map(([pattern]) => pattern).join("|")}) `, "u");
const formAlone = new RegExp(` (?:${forms.map(([pattern]) => pattern).join("|")})$`, "u");

export const properName = (said: string): string => said.replace(formPattern, "");
/** "xã", "thị trấn" … of an area's name; empty when the name has none. */
export const formOf = (said: string): string => formPattern.exec(said)?.[0].trim() ?? "";

const generic: readonly UnitKind[] = [
  "party-committee",
  "peoples-council",
  "peoples-committee",
  "front",
  "trade-union",
  "farmers-union",
  "womens-union",
  "youth-union",
  "veterans",
];

export function indexed(world: World): Indexed {
  const byId = new Map(world.units.map((unit) => [unit.id, unit]));
  const spoken = new Map(world.units.map((unit) => [unit.id, wording(unit.name)]));
  const said = (unit: { name: string; id?: UnitId }) => (unit.id === undefined ? undefined : spoken.get(unit.id)) ?? wording(unit.name);
  const areaOf = (unit: WorldUnit) => (unit.areaId === null ? null : (byId.get(unit.areaId) ?? null));
  const levelOf = (unit: WorldUnit): Level => {
    const kind = areaOf(unit)?.kind ?? "commune";
    return isArea(kind) ? kind : "commune";
  };
  const area = areaOf(world.issuer);
  const above: WorldUnit[] = [];
  for (let up = area?.parentId ? byId.get(area.parentId) : undefined; up; up = up.parentId ? byId.get(up.parentId) : undefined)
    above.push(up);
  const atArea = Map.groupBy(
    world.units.filter((unit) => !isArea(unit.kind) && unit.parentId !== null && unit.parentId === unit.areaId),
    (unit) => unit.areaId as UnitId,
  );
  const areas = world.units.filter((unit) => isArea(unit.kind));
  return {
    ...world,
    byId,
    area,
    level: area && isArea(area.kind) ? area.kind : "province",
    above,
    levelOf,
    said,
    bodiesAt: (id) => atArea.get(id) ?? [],
    areasByName: collect(areas, (unit) => [said(unit)]),
    areasByProperName: collect(areas, (unit) => [properName(said(unit))]),
    bodiesByName: collect(
      world.units.filter((unit) => !isArea(unit.kind) && !generic.includes(unit.kind)),
      (unit) => namesOf(unit, said, { area: areaOf(unit), parent: unit.parentId === null ? undefined : byId.get(unit.parentId) }),
    ),
    endedByName: collect(world.ended, (unit) => [
      wording(unit.name),
      wording(unit.name).replace(/ (?:tỉnh|huyện|thành|quận|thị) ủy.*$/u, ""),
    ]),
  };
}

/** "sở nội vụ tỉnh tân giang" → also "sở nội vụ tỉnh", "sở nội vụ"; "ban tổ chức tỉnh ủy" → also "ban tổ chức". */
function namesOf(
  unit: WorldUnit,
  said: (unit: WorldUnit) => string,
  { area, parent }: { area: WorldUnit | null; parent?: WorldUnit },
): string[] {
  const whole = said(unit);
  const names = [whole];
  const drop = (suffix: string) => {
    if (suffix !== "") names.push(...names.filter((name) => name.endsWith(` ${suffix}`)).map((name) => name.slice(0, -suffix.length - 1)));
  };
  if (area) {
    drop(said(area));
    drop(properName(said(area)));
  }
  names.push(...names.map((name) => name.replace(formAlone, "")));
  if (parent && parent !== area) {
    drop(said(parent));
    if (area) drop(said(parent).replace(` ${properName(said(area))}`, ""));
  }
  return [...new Set(names.filter((name) => name.length > 2))];
}

function collect<T>(units: readonly T[], names: (unit: T) => string[]): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const unit of units) for (const name of names(unit)) map.set(name, [...(map.get(name) ?? []), unit]);
  return map;
}
