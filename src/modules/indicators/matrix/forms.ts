import type { Example, Input, Matrix, MatrixWorld } from "../../../../test/support/matrix.ts";
import { unit } from "../../../../test/support/units.ts";
import type { FormId, UnitId } from "../../../kernel/ids.ts";
import { transaction } from "../../../platform/database/index.ts";
import { FormSettings, type FormSettings as Settings } from "../contract/forms.ts";
import { insertForm, publishVersion, saveVersion } from "../store/forms.ts";
import { saveByHand } from "../store/forms-units.ts";

const settings: Settings = FormSettings.parse({
  title: "Báo cáo công tác Mặt trận",
  basis: "Kế hoạch 01/KH-MTTQ-BTT",
  receiverText: "Ban Thường trực",
  addressees: [],
  due: { rule: { kind: "after-end", days: 5 } },
  countsOnTime: "figures",
  chain: [{ step: "receiver" }],
  minutes: 20,
  content: { sections: [{ id: "a", heading: "Kết quả", narrative: true }] },
});

type Wish = { owner: UnitId; asked: UnitId; state?: "draft" | "open"; version?: "preparing" };

/** A monthly form of one unit that asks another, named by hand so that nothing hangs on how words are resolved. */
export function formOf({ app, maker }: MatrixWorld, { owner, asked, state = "draft", version }: Wish): Promise<FormId> {
  const now = app.services.clock();
  return transaction(app.db, async (tx) => {
    const id = await insertForm(
      tx,
      {
        ownerId: owner,
        origin: "dictionary",
        planId: null,
        documentId: null,
        periods: { calendar: "civil", kind: "month", from: null, to: null },
        createdBy: maker.id,
      },
      now,
    );
    await saveVersion(tx, id, 1, settings, maker.id, now);
    await saveByHand(tx, id, { unitId: asked, edge: "assign", meant: true, reason: "Chọn tay" });
    if (state === "open") await publishVersion(tx, id, 1, { by: maker.id, at: now, today: "2026-03-02" });
    if (version === "preparing") await saveVersion(tx, id, 2, settings, maker.id, now);
    return id;
  });
}

/** The same act on a form of the caller's unit, and on one of the commune beside it, which does not exist for the caller. */
function on(wish: Omit<Wish, "owner" | "asked">, body: (asked: UnitId) => Input = () => ({})): Example {
  const at = (ownerIn: (world: MatrixWorld) => UnitId) => async (world: MatrixWorld) => {
    const asked = await boardOf(world, ownerIn(world));
    return { id: await formOf(world, { owner: ownerIn(world), asked, ...wish }), ...body(asked) };
  };
  return { inside: at(({ inside }) => inside), outside: at(({ outside }) => outside), beyond: "hidden" };
}

const boards = new WeakMap<MatrixWorld, Map<UnitId, Promise<UnitId>>>();

/** A village of the commune, to be asked. */
export function boardOf(world: MatrixWorld, commune: UnitId): Promise<UnitId> {
  const known = boards.get(world) ?? new Map<UnitId, Promise<UnitId>>();
  boards.set(world, known);
  const made = known.get(commune) ?? unit(world.app.db, { kind: "residential-area", name: `Thôn Trúc ${commune}`, parentId: commune });
  known.set(commune, made);
  return made;
}

const newForm = { title: "Biểu mới", periods: { kind: "quarter" } };
const seen = { version: 1 };

export const matrix: Matrix = {
  list: {
    inside: () => ({}),
    outside: async (world) => {
      const id = await formOf(world, { owner: world.outside, asked: await boardOf(world, world.outside), state: "open" });
      // "id" is no input of the list: it tells the check below what must not be there.
      return { id };
    },
    beyond: { without: (body: { items: { id: string }[] }, { id }) => body.items.every((form) => form.id !== id) },
  },
  get: on({ state: "open" }),
  units: on({ state: "open" }),
  create: {
    inside: () => newForm,
    outside: ({ outside }) => ({ ...newForm, ownerId: outside }),
    beyond: "forbidden",
  },
  fromDictionary: {
    inside: () => ({ ...newForm, indicatorIds: [1, 2] }),
    outside: ({ outside }) => ({ ...newForm, indicatorIds: [1], ownerId: outside }),
    beyond: "forbidden",
  },
  copy: on({ state: "open" }),
  edit: on({}, () => ({ ...seen, settings })),
  preview: on({}),
  except: on({}, (unitId) => ({ ...seen, unitId, meant: false, reason: "Làm điểm" })),
  undoException: on({}, (unitId) => ({ ...seen, unitId })),
  publish: on({}, () => seen),
  newVersion: on({ state: "open" }, () => seen),
  discard: on({}, () => seen),
  close: on({ state: "open" }, () => ({ ...seen, reason: "Hết giai đoạn" })),
};
