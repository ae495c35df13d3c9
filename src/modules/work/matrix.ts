import type { Example, Input, Matrix, MatrixWorld } from "../../../test/support/matrix.ts";
import type { UnitId, WorkId } from "../../kernel/ids.ts";
import { transaction } from "../../platform/database/index.ts";
import type { WorkEdge, WorkState } from "./contract.ts";
import { openWork } from "./index.ts";
import { updateWork } from "./store/items.ts";

type Wish = { edge?: WorkEdge; state?: WorkState; lead?: UnitId; assigner?: UnitId };

/** An item of the unit, put into the state that the act needs. */
async function itemAt(
  world: MatrixWorld,
  unit: UnitId,
  { edge = "assign", state = "open", lead = unit, assigner = unit }: Wish,
): Promise<WorkId> {
  const { db, services } = world.app;
  const now = services.clock();
  return transaction(db, async (tx) => {
    const [id] = await openWork(
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
          edge,
          due: { text: "trước ngày 15/11/2026", date: "2026-11-15", lastDay: "2026-11-14" },
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
      now,
    );
    if (!id) throw new Error("nothing was opened");
    if (state !== "open") await updateWork(tx, id, { state }, now);
    return id;
  });
}

/** An act on an item that the unit leads, and on one of the commune beside it, which does not exist for the caller. */
const onLead = (wish: Wish, body: Input = {}): Example => act(wish, body, (unit) => ({ lead: unit }));
/** The same where the unit gave the item out. */
const onAssigner = (wish: Wish, body: Input = {}): Example => act(wish, body, (unit) => ({ assigner: unit, lead: unit }));

function act(wish: Wish, body: Input, sides: (unit: UnitId) => Wish): Example {
  const on = (unit: (world: MatrixWorld) => UnitId) => async (world: MatrixWorld) => {
    const id = await itemAt(world, unit(world), { ...wish, ...sides(unit(world)) });
    return { id, version: wish.state === undefined || wish.state === "open" ? 1 : 2, ...body };
  };
  return { inside: on(({ inside }) => inside), outside: on(({ outside }) => outside), beyond: "hidden" };
}

const withoutVersion = ({ inside, outside, ...rest }: Example): Example => {
  const strip =
    (input: Example["inside"]) =>
    async (...given: Parameters<Example["inside"]>) => {
      const { version: _version, ...left } = await input(...given);
      return left;
    };
  return { ...rest, inside: strip(inside), ...(outside ? { outside: strip(outside) } : {}) };
};

/** How each endpoint is called in the permission matrix. */
export const matrix: Matrix = {
  desk: { inside: () => ({}), why: "one's own desk" },
  counts: { inside: () => ({}), why: "one's own desk" },
  list: { inside: () => ({}), why: "items of one's own units" },
  get: withoutVersion(onLead({})),
  accept: onLead({}),
  acceptMany: {
    inside: async (world) => ({ items: [{ id: await itemAt(world, world.inside, {}), version: 1 }] }),
    outside: async (world) => ({ items: [{ id: await itemAt(world, world.outside, {}), version: 1 }] }),
    beyond: { without: (body: { accepted: number }) => body.accepted === 0 },
  },
  see: onLead({ edge: "inform" }),
  answer: onLead({ edge: "request" }, { text: "Đề nghị khác" }),
  decline: onLead({ edge: "request" }, { reason: "Không thuộc chức năng" }),
  progress: onLead({}, { text: "Đã làm một nửa" }),
  complete: onLead({}, { text: "Đã xong" }),
  comment: withoutVersion(onLead({}, { text: "Ý kiến" })),
  confirm: onAssigner({ state: "reported" }),
  return: onAssigner({ state: "reported" }, { reason: "Thiếu danh sách" }),
  rollOver: onAssigner({}, { reason: "Mưa lũ", lastDay: "2026-12-20" }),
  withdraw: onAssigner({}, { reason: "Giao đơn vị khác" }),
  agree: onAssigner({ state: "answered", edge: "request" }),
  insist: onAssigner({ state: "declined", edge: "request" }, { text: "Mong xem xét lại" }),
};
