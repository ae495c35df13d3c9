import type { Matrix, MatrixWorld } from "../../../test/support/matrix.ts";
import { unit } from "../../../test/support/units.ts";
import type { UnitId } from "../../kernel/ids.ts";
import { transaction } from "../../platform/database/index.ts";
import { openWork } from "../work/index.ts";
import { askForTime } from "./service/extensions.ts";

let boards = 0;

/** A duty of the unit that another unit assigned, due in nine days. */
async function dutyOf(world: MatrixWorld, lead: UnitId, assigner: UnitId) {
  const { db, services } = world.app;
  const [id] = await transaction(db, (tx) =>
    openWork(
      tx,
      world.maker.actor,
      [
        {
          kind: "task",
          title: "Việc của xã",
          text: "Tổ chức thực hiện",
          lead,
          partners: [],
          assigner,
          edge: "assign",
          due: { text: "trước ngày 12/3/2026", date: "2026-03-12", lastDay: "2026-03-11" },
          period: null,
          origin: {
            kind: "plan-task",
            planId: "019a0000-0000-7000-8000-0000000000aa",
            itemId: "1",
            planVersion: 1,
            clause: "II",
            quote: "Tổ chức",
            documentId: null,
            line: null,
          },
        },
      ],
      services.clock(),
    ),
  );
  if (!id) throw new Error("nothing was opened");
  return { kind: "work" as const, id: id as string, unitId: lead };
}

/** A request for time of a board of the unit, asked by somebody who is not the caller. */
async function requestAt(world: MatrixWorld, assigner: UnitId) {
  const board = await unit(world.app.db, { kind: "board", name: `Ban ${(boards += 1)}`, parentId: assigner });
  const thing = await dutyOf(world, board, assigner);
  const asker = await world.app.person({ name: "Người xin", unit: board, role: "coordinator" });
  const { id, version } = await askForTime(
    world.app.db,
    asker.actor,
    { thing, untilDay: "2026-03-20", reason: "Mưa lũ" },
    world.app.services.clock(),
  );
  return { id, version };
}

export const matrix: Matrix = {
  today: { inside: () => ({}), why: "one's own list" },
  seen: { inside: () => ({}), why: "one's own list" },
  mail: { inside: () => ({ on: true }), why: "one's own setting" },
  draftReminder: {
    inside: async (world) => ({ things: [await dutyOf(world, world.inside, world.inside)] }),
    outside: async (world) => ({ things: [await dutyOf(world, world.inside, world.outside)] }),
    beyond: "forbidden",
  },
  remind: {
    inside: async (world) => ({ things: [await dutyOf(world, world.inside, world.inside)], text: "Trân trọng nhắc." }),
    outside: async (world) => ({ things: [await dutyOf(world, world.inside, world.outside)], text: "Trân trọng nhắc." }),
    beyond: "forbidden",
  },
  extensions: { inside: () => ({}), why: "requests of one's own units and those one decides on" },
  ask: {
    inside: async (world) => ({ thing: await dutyOf(world, world.inside, world.province), untilDay: "2026-03-20", reason: "Mưa lũ" }),
    outside: async (world) => ({ thing: await dutyOf(world, world.outside, world.province), untilDay: "2026-03-20", reason: "Mưa lũ" }),
    beyond: "hidden",
  },
  decide: {
    inside: async (world) => ({ ...(await requestAt(world, world.inside)), grant: true, answer: "" }),
    outside: async (world) => ({ ...(await requestAt(world, world.outside)), grant: true, answer: "" }),
    beyond: "hidden",
  },
  withdrawRequest: {
    inside: async (world) => await requestAt(world, world.inside),
    outside: async (world) => await requestAt(world, world.outside),
    beyond: "hidden",
  },
};
