import type { Example, Input, Matrix, MatrixWorld } from "../../../test/support/matrix.ts";
import { reviewedDocument } from "../../../test/support/reviewed-plan.ts";
import type { UnitId } from "../../kernel/ids.ts";
import { transaction } from "../../platform/database/index.ts";
import { noDue } from "./domain/deadlines.ts";
import { insertAdjustment } from "./store/adjustments.ts";
import { saveException, saveProposals, upsertExpressions } from "./store/addressees.ts";
import { insertEdition, insertPlan, updateState } from "./store/editions.ts";
import { insertItems, insertParties } from "./store/items.ts";
import { insertPendingLinks } from "./store/links.ts";

type Wish = { issuer: UnitId; addressed?: UnitId; state?: "draft" | "ready" | "issued"; parent?: Made };
type Made = { id: string; version: number; editionId: string; itemId: string; expressionId: string; addressed: UnitId };

const header = {
  title: "Kế hoạch công tác năm",
  number: null,
  issueDate: "2026-01-05",
  resolveOn: "2026-01-05",
  periodFrom: "2026-01-01",
  periodTo: "2026-12-31",
};

/** A plan with one task, led by one unit that was named by hand, so that nothing hangs on how words are resolved. */
function planOf({ app, maker }: MatrixWorld, { issuer, addressed = issuer, state = "draft", parent }: Wish): Promise<Made> {
  return transaction(app.db, async (tx) => {
    const id = await insertPlan(tx, { issuerId: issuer, parentId: parent?.id ?? null });
    const editionId = await insertEdition(tx, {
      ...header,
      planId: id,
      edition: 1,
      docType: "Kế hoạch",
      issuerPrinted: null,
      documentId: null,
      reason: null,
      preparedBy: maker.id,
    });
    const text = "Tổ chức một hội nghị đối thoại";
    const content = { clause: "II.1", line: null, quote: "", target: null, reporting: null, due: noDue, opensPlan: false };
    const [itemId = ""] = await insertItems(tx, editionId, [{ kind: "task", text, ...content }]);
    const keys = await upsertExpressions(tx, editionId, [{ key: "to kinh van hoa", printed: "Tổ Kính Vạn Hoa", recipient: false }]);
    const expressionId = keys.get("to kinh van hoa") ?? "";
    await saveException(tx, expressionId, addressed, true, "Chọn tay");
    await insertParties(tx, editionId, [{ itemId, role: "lead", expressionId, position: 0 }]);
    await saveProposals(tx, editionId, [{ unitId: addressed, edge: "assign", confirmed: true }]);
    if (parent) await insertPendingLinks(tx, editionId, 1, [parent.itemId]);
    if (state !== "draft") await updateState(tx, editionId, "ready");
    const issue = { by: maker.id, byName: maker.name, at: app.services.clock(), inForceFrom: "2026-01-05" };
    if (state === "issued") await updateState(tx, editionId, "issued", issue);
    return { id, version: { draft: 1, ready: 2, issued: 3 }[state], editionId, itemId, expressionId, addressed };
  });
}

type Sides = (world: MatrixWorld, unit: UnitId) => Wish;
const own =
  (state: Wish["state"] = "draft"): Sides =>
  (_world, issuer) => ({ issuer, state });
/** A plan of the province that asks something of the unit. */
const asked: Sides = ({ province }, addressed) => ({ issuer: province, addressed, state: "issued" });

/** The same act on a plan of the caller's unit, and on one of the commune beside it, which does not exist for the caller. */
function on(sides: Sides, body: (made: Made) => Input = () => ({})): Example {
  const at = (unit: (world: MatrixWorld) => UnitId) => async (world: MatrixWorld) => {
    const made = await planOf(world, sides(world, unit(world)));
    return { id: made.id, ...body(made) };
  };
  return { inside: at(({ inside }) => inside), outside: at(({ outside }) => outside), beyond: "hidden" };
}

const versioned = ({ version }: Made): Input => ({ version });

/** A child plan of the unit under a plan of the province. */
function onChild(body: (parent: Made) => Input = () => ({})): Example {
  const at = (unit: (world: MatrixWorld) => UnitId) => async (world: MatrixWorld) => {
    const parent = await planOf(world, asked(world, unit(world)));
    const child = await planOf(world, { issuer: unit(world), parent });
    return { id: child.id, ...body(parent) };
  };
  return { inside: at(({ inside }) => inside), outside: at(({ outside }) => outside), beyond: "hidden" };
}

/** A request for adjustment about a plan. */
function onRequest(sides: Sides, body: Input): Example {
  const at = (unit: (world: MatrixWorld) => UnitId) => async (world: MatrixWorld) => {
    const plan = await planOf(world, sides(world, unit(world)));
    const { app, maker } = world;
    const adjustmentId = await transaction(app.db, (tx) =>
      insertAdjustment(tx, {
        planId: plan.id,
        edition: 1,
        unitId: plan.addressed,
        itemId: plan.itemId,
        reason: "Xã chỉ có một cán bộ",
        proposedText: null,
        proposedValue: null,
        proposedDue: null,
        requestedBy: maker.id,
        requestedByName: maker.name,
        requestedAt: app.services.clock(),
      }),
    );
    return { adjustmentId, version: 1, ...body };
  };
  return { inside: at(({ inside }) => inside), outside: at(({ outside }) => outside), beyond: "hidden" };
}

/** On a plan that has a target, led by the unit that it addresses. */
function onTarget(sides: Sides, body?: Input): Example {
  const at = (unit: (world: MatrixWorld) => UnitId) => async (world: MatrixWorld) => {
    const plan = await planOf(world, sides(world, unit(world)));
    const itemId = await transaction(world.app.db, async (tx) => {
      const [id = ""] = await insertItems(tx, plan.editionId, [target]);
      await insertParties(tx, plan.editionId, [{ itemId: id, role: "lead", expressionId: plan.expressionId, position: 0 }]);
      return id;
    });
    return { id: plan.id, itemId, ...(body ?? { unitId: plan.addressed }) };
  };
  return { inside: at(({ inside }) => inside), outside: at(({ outside }) => outside), beyond: "hidden" };
}

const documentAt = (unit: (world: MatrixWorld) => UnitId) => async (world: MatrixWorld) => ({
  documentId: await reviewedDocument(world.app.db, { unit: unit(world), by: world.maker.id }),
});

const childFromDocument = (unit: (world: MatrixWorld) => UnitId) => async (world: MatrixWorld) => {
  const { id, addressed } = await planOf(world, asked(world, unit(world)));
  return { id, unitId: addressed, ...(await documentAt(unit)(world)) };
};

const item = {
  kind: "task",
  clause: "II.2",
  text: "Tập huấn cán bộ",
  target: null,
  reporting: null,
  due: { text: "trước ngày 30/9/2026", lastDay: null },
  leads: ["Tổ Kính Vạn Hoa"],
  partners: [],
  opensPlan: false,
};

const target = {
  kind: "target" as const,
  clause: "II.3",
  line: null,
  quote: "",
  text: "Mỗi năm ít nhất 02 cuộc giám sát",
  target: {
    metric: "cuộc giám sát",
    comparator: ">=" as const,
    value: "2",
    valueMax: null,
    unit: "cuộc",
    frequency: "yearly",
    cumulative: false,
  },
  reporting: null,
  due: noDue,
  opensPlan: false,
};

export const matrix: Matrix = {
  list: {
    inside: () => ({}),
    outside: async (world) => {
      const { id } = await planOf(world, { issuer: world.outside, state: "issued" });
      // "id" is no input of the list: it tells the check below what must not be there.
      return { id };
    },
    beyond: { without: (body: { plans: { id: string }[] }, { id }) => body.plans.every((plan) => plan.id !== id) },
  },
  get: on(own()),
  create: { inside: documentAt(({ inside }) => inside), outside: documentAt(({ outside }) => outside), beyond: "hidden" },
  edit: on(own(), ({ version }) => ({ version, header })),
  discard: on(own(), versioned),
  addItem: on(own(), () => ({ item })),
  editItem: on(own(), ({ itemId }) => ({ itemId, version: 1, item })),
  removeItem: on(own(), ({ itemId }) => ({ itemId, version: 1 })),
  addressees: on(own()),
  resolve: on(own()),
  // The unit that stands in it by hand was the second writing of the expression.
  readExpression: on(own(), ({ expressionId }) => ({ expressionId, version: 2, readAs: null, skipped: "Không phải đơn vị" })),
  except: on(own(), ({ expressionId, addressed }) => ({
    expressionId,
    version: 2,
    unitId: addressed,
    meant: false,
    reason: "Đã làm điểm",
  })),
  undoException: on(own(), ({ expressionId, addressed }) => ({ expressionId, version: 2, unitId: addressed })),
  edges: on(own()),
  setEdges: on(own(), ({ addressed }) => ({ units: [{ unitId: addressed, version: 1 }], edge: "coordinate" })),
  matrix: on(own("issued")),
  preview: on(own()),
  ready: on(own(), versioned),
  reopen: on(own("ready"), versioned),
  issue: on(own("ready"), versioned),
  close: on(own("issued"), ({ version }) => ({ version, reason: "Hết giai đoạn" })),
  amend: on(own("issued"), () => ({ reason: "Bổ sung" })),
  editions: on(asked),
  changes: on(own(), () => ({ from: 1, to: 1 })),
  makeChild: on(asked, ({ addressed }) => ({ unitId: addressed })),
  childFromDocument: {
    inside: childFromDocument(({ inside }) => inside),
    outside: childFromDocument(({ outside }) => outside),
    beyond: "hidden",
  },
  clauses: onChild(),
  answerClause: onChild(({ itemId }) => ({ parentItemId: itemId, version: 1, decision: "take-over" })),
  matches: onChild(),
  coverage: on(own("issued")),
  adjustments: on(asked),
  requestAdjustment: on(asked, ({ addressed, itemId }) => ({ unitId: addressed, itemId, reason: "Đề nghị lùi hạn" })),
  decideAdjustment: { ...onRequest(own("issued"), { accept: false, answer: "Không lùi được" }), roles: ["signer", "coordinator"] },
  withdrawAdjustment: onRequest(asked, {}),
  progress: on(asked),
  targets: on(asked),
  targetUnit: onTarget(asked),
  targetMeasures: { inside: () => ({}), why: "names of figures, the same for everybody" },
  makeForm: on(own("issued")),
  linkTarget: onTarget(own("issued"), { version: 0, link: { source: "none", reason: "Không có số liệu" } }),
};
