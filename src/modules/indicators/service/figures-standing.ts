import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import { isArea, type UnitKind, type UnitRef } from "../../units/contract.ts";
import { ancestorsOf, getUnit, reaches, unitsByIds } from "../../units/index.ts";
import { cellKey, type CellKey } from "../contract/cells.ts";
import type { Series } from "../contract/figures.ts";
import { maySeeFigures } from "../domain/figures-policy.ts";
import { say } from "../messages/figures.ts";
import { findForm, findVersion } from "../store/forms.ts";
import { owningUnits } from "./forms-reading.ts";

/** The body that a post speaks for (a board speaks for its body), and the area it works in. */
export type Home = { kind: UnitKind | null; area: UnitId | null };

export async function homeOf(db: Database, unit: UnitId): Promise<Home> {
  const [own, above] = await Promise.all([getUnit(db, unit), ancestorsOf(db, unit)]);
  const line = [...above, own];
  const parts = new Set<UnitKind>(["board", "office", "steering-committee"]);
  const body = line.findLast(({ kind }) => !isArea(kind) && !parts.has(kind));
  return { kind: isArea(own.kind) ? null : (body?.kind ?? own.kind), area: line.findLast(({ kind }) => isArea(kind))?.id ?? null };
}

/** Whether a form of one's own unit asks for all of these cells, and the area in which it may look. */
async function issuedArea(db: Database, actor: Actor, formId: string | undefined, cells: readonly CellKey[]): Promise<UnitId | null> {
  if (formId === undefined) return null;
  const form = await findForm(db, formId);
  if (!form || form.state === "draft" || !(await owningUnits(db, actor)).includes(form.ownerId)) return null;
  const asked = new Set<CellKey>();
  for (let n = 1, version = await findVersion(db, form.id, n); version; version = await findVersion(db, form.id, (n += 1)))
    for (const { rows } of version.content.sections) for (const row of rows) asked.add(cellKey(row));
  return cells.every((cell) => asked.has(cell)) ? (await homeOf(db, form.ownerId)).area : null;
}

type Looking = { formId?: string | undefined; cells: readonly CellKey[]; day: string };

/** Whose figures an actor may see in an area: all, or those of their own line. Otherwise the area has none for them. */
export async function seriesSeen(db: Database, actor: Actor, area: UnitId, looking: Looking): Promise<(series: Series) => boolean> {
  const [home, issuer, reached] = await Promise.all([
    homeOf(db, actor.unitId),
    issuedArea(db, actor, looking.formId, looking.cells),
    reaches(db, actor.unitId, area, looking.day),
  ]);
  const ownLine = home.kind !== null && home.area !== null && (await reaches(db, home.area, area, looking.day));
  const issued = issuer !== null && (await reaches(db, issuer, area, looking.day));
  if (!maySeeFigures(actor, { reached, ownLine, issued })) throw problem("not_found", say("noFigures"));
  return reached || issued ? () => true : (series) => series.startsWith(`${home.kind}@`);
}

/** The units, when the actor may see the figures of each; otherwise there are none for them. */
export async function unitsSeen(db: Database, actor: Actor, ids: readonly UnitId[], looking: Looking): Promise<Map<UnitId, UnitRef>> {
  const [home, issuer, units] = await Promise.all([
    homeOf(db, actor.unitId),
    issuedArea(db, actor, looking.formId, looking.cells),
    unitsByIds(db, ids, looking.day),
  ]);
  for (const id of new Set(ids)) {
    const unit = units.get(id);
    if (!unit) throw problem("not_found", say("noFigures"));
    const reached = await reaches(db, actor.unitId, id, looking.day);
    const ownLine = !reached && unit.kind === home.kind && home.area !== null && (await reaches(db, home.area, id, looking.day));
    const issued = !reached && !ownLine && issuer !== null && (await reaches(db, issuer, id, looking.day));
    if (!maySeeFigures(actor, { reached, ownLine, issued })) throw problem("not_found", say("noFigures"));
  }
  return units;
}
