import type { Example, Input, Matrix, MatrixWorld } from "../../../../test/support/matrix.ts";
import type { RoundId, UnitId } from "../../../kernel/ids.ts";
import { parsePeriod } from "../../../kernel/time/index.ts";
import { transaction } from "../../../platform/database/index.ts";
import { insertFixing, insertRound, saveRoundState } from "../store/rounds.ts";
import { excuseUnits } from "../store/rounds-units.ts";
import { boardOf, formOf } from "./forms.ts";

type Wish = { excused?: boolean; fixed?: boolean; closed?: boolean };

/** A round of a form of the unit, which asks a village of it. */
export async function roundOf(
  world: MatrixWorld,
  owner: UnitId,
  { excused = false, fixed = false, closed = false }: Wish = {},
): Promise<{ id: RoundId; asked: UnitId; formId: string }> {
  const asked = await boardOf(world, owner);
  const formId = await formOf(world, { owner, asked, state: "open" });
  const now = world.app.services.clock();
  const period = parsePeriod("civil", "2026-03");
  if (!period) throw new Error("no such period");
  const due = { text: "chậm nhất ngày 05/4/2026", lastDay: "2026-04-05" };
  const id = await transaction(world.app.db, async (tx) => {
    const made = await insertRound(
      tx,
      { formId, n: 1, period, cutOff: "2026-03-31", due, openedBy: null, units: [{ unitId: asked, edge: "assign", due }] },
      now,
    );
    if (!made) throw new Error("no round was opened");
    if (excused) await excuseUnits(tx, made, [{ unitId: asked, version: 1 }], "Mưa lũ", now);
    if (fixed) await insertFixing(tx, made, world.maker.id, now, { units: {}, totals: {} });
    if (closed) await saveRoundState(tx, made, "closed");
    return made;
  });
  return { id, asked, formId };
}

/** The same act on a round of the caller's unit, and on one of the commune beside it. */
function on(wish: Wish, body: (asked: UnitId) => Input = () => ({})): Example {
  const at = (unit: (world: MatrixWorld) => UnitId) => async (world: MatrixWorld) => {
    const { id, asked } = await roundOf(world, unit(world), wish);
    return { id, ...body(asked) };
  };
  return { inside: at(({ inside }) => inside), outside: at(({ outside }) => outside), beyond: "hidden" };
}

const openForm = (unit: (world: MatrixWorld) => UnitId) => async (world: MatrixWorld) => ({
  id: await formOf(world, { owner: unit(world), asked: await boardOf(world, unit(world)), state: "open" }),
  period: "2026-03",
});

const seen = (unitId: UnitId, version = 1) => ({ units: [{ unitId, version }] });

export const matrix: Matrix = {
  owed: { inside: () => ({}), why: "what one's own units owe" },
  asked: { inside: () => ({}), why: "rounds of one's own forms" },
  get: on({}),
  room: on({}),
  open: { inside: openForm(({ inside }) => inside), outside: openForm(({ outside }) => outside), beyond: "hidden" },
  extend: on({}, (unit) => ({ ...seen(unit), lastDay: "2026-04-20", reason: "Mưa lũ" })),
  excuse: on({}, (unit) => ({ ...seen(unit), reason: "Mưa lũ" })),
  undoExcuse: on({ excused: true }, (unit) => seen(unit, 2)),
  fixFigures: on({}),
  changedSince: on({ fixed: true }),
  chaseText: on({}),
  close: on({}, () => ({ reason: "Không cần nữa" })),
  reopen: on({ closed: true }),
};
