import { authorise, type Actor, type SystemActor } from "../../kernel/actor.ts";
import { problem } from "../../kernel/errors.ts";
import type { UnitId } from "../../kernel/ids.ts";
import { addDays, formatShortDate } from "../../kernel/time/index.ts";
import { transaction, type Database, type Transaction } from "../../platform/database/index.ts";
import { recordAct } from "../audit/index.ts";
import { NewUnit, type EndUnit, type Rename, type SetCode, type SetRelation, type UnitRef } from "./contract.ts";
import { mayLieUnder } from "./domain/placing.ts";
import { changedFrom, endedAfter, holdsOn, reach, type Span } from "./domain/timeline.ts";
import { kindNames, say } from "./messages.ts";
import { mayEditUnit } from "./policy.ts";
import { getUnit } from "./reading.ts";
import {
  codesOf,
  countEdit,
  dependentsAfter,
  edgesOf,
  endRelationsTo,
  findHead,
  findUnitForUpdate,
  holdersOfCode,
  insertCodes,
  insertEdges,
  insertRelations,
  insertUnits,
  relationsOf,
  replaceCodes,
  replaceEdges,
  replaceRelations,
  sameNamed,
  type EdgeRow,
  type UnitHead,
} from "./store/editing.ts";
import { liesWithin } from "./store/reading.ts";
import { lockTree, rebuildTree } from "./store/tree.ts";

type Editor = Actor | SystemActor;

/** Adds a unit under another. A root can only be added by the system (set-up, import on the server). */
export function createUnit(db: Database, actor: Editor, given: NewUnit): Promise<UnitRef> {
  const input = NewUnit.parse(given);
  return transaction(db, async (tx) => {
    await lockTree(tx);
    const { kind, name, parentId } = input;
    if (parentId === null && !("system" in actor)) throw problem("invalid_input", say("rootBySystem"));
    authorise(await mayEdit(tx, actor, parentId), "unit:edit");
    if (input.from && input.until && input.until < input.from) throw problem("invalid_input", say("wrongDays"));
    const parent = parentId === null ? null : await findHead(tx, parentId);
    if (parent === undefined) throw problem("invalid_input", say("noParent"), { fields: { parentId: say("noParent") } });
    const parentName = parentId === null ? "" : (await getUnit(tx, parentId)).name;
    const above = parentId === null ? { from: null, until: null } : reach(await edgesOf(tx, parentId));
    // A day that was left empty means "as long as the superior exists".
    const span: Span = { from: input.from ?? above.from, until: input.until ?? above.until };
    if (!mayLieUnder(kind, parent?.kind ?? null)) throw wrongPlace(kind, parent, parentName);
    const [same] = await sameNamed(tx, { kind, name, parentId, ...span });
    if (same) throw problem("conflict", say("sameName", { name, parent: parentName }), { unit: same });
    for (const { system, code } of input.codes) await refuseTakenCode(tx, system, code, span);

    const [id] = await insertUnits(tx, [kind]);
    if (id === undefined) throw new Error("insert into unit gave no id");
    await insertEdges(tx, [{ unitId: id, parentId, name, ...span }]);
    await insertCodes(
      tx,
      input.codes.map((code) => ({ unitId: id, ...code, ...span })),
    );
    await insertRelations(
      tx,
      input.relations.map((relation) => ({ unitId: id, ...relation, ...span })),
    );
    await rebuildTree(tx, multirange([span]));
    await recordAct(tx, actor, {
      act: "unit:create",
      thing: { kind: "unit", id: String(id) },
      unitId: id,
      after: { kind, name, parent: parentName, ...span, codes: input.codes, relations: input.relations },
    });
    return getUnit(tx, id, span.from ?? undefined);
  });
}

export function renameUnit(db: Database, actor: Editor, { id, version, name, from }: Rename): Promise<{ version: number }> {
  return edit(db, actor, id, version, async (tx, edges) => {
    const held = edges.find((edge) => holdsOn(edge, from));
    const renamed = changedFrom(edges, from, (edge) => ({ ...edge, name }));
    if (!held || !renamed) throw notThen(edges, from);
    await replaceEdges(tx, id, renamed);
    await rebuildTree(tx, multirange([{ from, until: held.until }]));
    await recordAct(tx, actor, {
      act: "unit:rename",
      thing: { kind: "unit", id: String(id) },
      unitId: id,
      before: { name: held.name },
      after: { name, from },
    });
  });
}

export function setCode(db: Database, actor: Editor, { id, version, system, code, from }: SetCode): Promise<{ version: number }> {
  return edit(db, actor, id, version, async (tx, edges) => {
    if (!edges.some((edge) => holdsOn(edge, from))) throw notThen(edges, from);
    const codes = await codesOf(tx, id);
    const others = codes.filter((row) => row.system !== system);
    const before = codes.find((row) => row.system === system && holdsOn(row, from));
    // The new code holds from the day to the end of the unit, whatever was planned for later.
    const kept = endedBefore(
      codes.filter((row) => row.system === system),
      from,
    );
    const span: Span = { from, until: reach(edges).until };
    if (code !== null) await refuseTakenCode(tx, system, code, span, id);
    await replaceCodes(tx, id, [...others, ...kept, ...(code === null ? [] : [{ unitId: id, system, code, ...span }])]);
    await recordAct(tx, actor, {
      act: "unit:set-code",
      thing: { kind: "unit", id: String(id) },
      unitId: id,
      before: { system, code: before?.code ?? null },
      after: { system, code, from },
    });
  });
}

export function setRelation(db: Database, actor: Editor, given: SetRelation): Promise<{ version: number }> {
  const { id, version, kind, superiorId, from, ended = false } = given;
  return edit(db, actor, id, version, async (tx, edges) => {
    if (!edges.some((edge) => holdsOn(edge, from))) throw notThen(edges, from);
    const superior = await edgesOf(tx, superiorId);
    if (superiorId === id || superior.length === 0) throw problem("invalid_input", say("noParent"));
    if (!superior.some((edge) => holdsOn(edge, from))) throw notThen(superior, from);
    const rows = await relationsOf(tx, id);
    // Of several memberships only the one to this superior is concerned; line and party have one superior at a time.
    const concerned = rows.filter((row) => row.kind === kind && (kind !== "member" || row.superiorId === superiorId));
    const before = concerned.find((row) => holdsOn(row, from));
    if (ended && before?.superiorId !== superiorId) throw problem("wrong_state", say("noSuchRelation"));
    const others = rows.filter((row) => !concerned.includes(row));
    const until = earlier(reach(edges).until, reach(superior).until);
    const added = ended ? [] : [{ unitId: id, kind, superiorId, from, until }];
    await replaceRelations(tx, id, [...others, ...endedBefore(concerned, from), ...added]);
    await recordAct(tx, actor, {
      act: "unit:set-relation",
      thing: { kind: "unit", id: String(id) },
      unitId: id,
      before: { relation: kind, superior: before ? (await getUnit(tx, before.superiorId, from)).name : null },
      after: { relation: kind, superior: ended ? null : (await getUnit(tx, superiorId, from)).name, superiorId, from },
    });
  });
}

/** The unit's last day. Units under it must have ended or moved before; relations to it end with it. */
export function endUnit(db: Database, actor: Editor, { id, version, lastDay, reason }: EndUnit): Promise<{ version: number }> {
  return edit(db, actor, id, version, async (tx, edges) => {
    const whole = reach(edges);
    const name = nameOn(edges, lastDay);
    if (!holdsOn(whole, lastDay)) throw notThen(edges, lastDay);
    if (whole.until === lastDay) throw problem("wrong_state", say("endedAlready", { name, day: formatShortDate(lastDay) }));
    const dependents = await dependentsAfter(tx, id, lastDay);
    if (dependents.length > 0) {
      const first = dependents
        .slice(0, 3)
        .map((unit) => unit.name)
        .join(", ");
      throw problem("wrong_state", say("hasDependents", { name, count: dependents.length, first }), { dependents });
    }
    await replaceEdges(tx, id, endedAfter(edges, lastDay));
    await replaceCodes(tx, id, endedAfter(await codesOf(tx, id), lastDay));
    await replaceRelations(tx, id, endedAfter(await relationsOf(tx, id), lastDay));
    await endRelationsTo(tx, id, lastDay);
    await rebuildTree(tx, multirange([{ from: lastDay, until: whole.until }]));
    await recordAct(tx, actor, {
      act: "unit:end",
      thing: { kind: "unit", id: String(id) },
      unitId: id,
      before: { until: whole.until },
      after: { until: lastDay },
      ...(reason ? { note: reason } : {}),
    });
  });
}

/** What every edit of an existing unit shares: its turn, the version that was seen, the right to it, the count. */
function edit(
  db: Database,
  actor: Editor,
  id: UnitId,
  version: number,
  act: (tx: Transaction, edges: EdgeRow[]) => Promise<void>,
): Promise<{ version: number }> {
  return transaction(db, async (tx) => {
    await lockTree(tx);
    const head = await findUnitForUpdate(tx, id);
    if (!head) throw problem("not_found", say("noUnit"));
    authorise(await mayEdit(tx, actor, id), "unit:edit");
    const edges = await edgesOf(tx, id);
    if (head.version !== version) {
      const name = edges.at(-1)?.name ?? "";
      throw problem("conflict", say("changed", { name }), { seen: version, current: { version: head.version, name } });
    }
    await act(tx, edges);
    await countEdit(tx, id);
    return { version: version + 1 };
  });
}

async function mayEdit(tx: Transaction, actor: Editor, id: UnitId | null): Promise<boolean> {
  const reached = "system" in actor || (id !== null && (await liesWithin(tx, actor.unitId, id)));
  return mayEditUnit(actor, reached);
}

async function refuseTakenCode(tx: Transaction, system: string, code: string, span: Span, own?: UnitId): Promise<void> {
  const holders = await holdersOfCode(tx, system, code, span);
  const other = holders.find((row) => row.unitId !== own);
  if (other) throw problem("conflict", say("codeTaken", { code, name: (await getUnit(tx, other.unitId)).name }), { unit: other.unitId });
}

/** Rows as they are up to the day before `from`. */
function endedBefore<T extends Span>(rows: readonly T[], from: string): T[] {
  return endedAfter(rows, addDays(from, -1));
}

function earlier(a: string | null, b: string | null): string | null {
  return a === null ? b : b === null || a < b ? a : b;
}

function nameOn(edges: readonly EdgeRow[], day: string): string {
  return (edges.find((edge) => holdsOn(edge, day)) ?? edges.at(-1))?.name ?? "";
}

function notThen(edges: readonly EdgeRow[], day: string) {
  return problem("invalid_input", say("notThen", { name: nameOn(edges, day), day: formatShortDate(day) }), {
    from: reach(edges).from,
    until: reach(edges).until,
  });
}

function wrongPlace(kind: UnitHead["kind"], parent: UnitHead | null, parentName: string) {
  const words = (language: "vi" | "en") => ({
    kind: kindNames[kind][language],
    parent: parent ? `${kindNames[parent.kind][language]} "${parentName}"` : say("noRoot")[language],
  });
  return problem("invalid_input", { vi: say("wrongPlace", words("vi")).vi, en: say("wrongPlace", words("en")).en });
}

/** Spans as PostgreSQL reads them, for rebuildTree. */
export function multirange(spans: readonly Span[]): string {
  return `{${spans.map(({ from, until }) => `[${from ?? ""},${until === null ? "" : addDays(until, 1)})`).join(",")}}`;
}
