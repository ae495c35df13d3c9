import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../test/support/database.ts";
import { unit } from "../../../../test/support/units.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import { transaction } from "../../../platform/database/index.ts";
import { noDue } from "../domain/deadlines.ts";
import {
  addressedUnits,
  edgesOf,
  expressionsOf,
  saveException,
  saveProposals,
  saveResolutions,
  updateEdges,
  upsertExpressions,
} from "./addressees.ts";
import { copyContent, editionsOf, insertEdition, insertPlan, plansInForce, updateHeader, updateState } from "./editions.ts";
import { deleteItem, insertItems, insertParties, itemsOf, updateItem } from "./items.ts";
import { insertPendingLinks, linksOf, updateLink } from "./links.ts";
import { listPlans } from "./listing.ts";

const { app: db } = await testDatabase();
const province = await unit(db, { kind: "province", name: "Tỉnh Tân Giang" });
const front = await unit(db, { kind: "front", name: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang", parentId: province });
const binhLam = await unit(db, { kind: "commune", name: "Xã Bình Lâm", parentId: province });
const hoaPhu = await unit(db, { kind: "commune", name: "Xã Hòa Phú", parentId: province });
let hanh = "";

beforeAll(async () => {
  const person = { name: "Lê Thị Hạnh", login: "hanh", login_key: "hanh" };
  hanh = (await db.insertInto("person").values(person).returning("id").executeTakeFirstOrThrow()).id;
});

const edition = (planId: string, number: number) => ({
  planId,
  edition: number,
  title: "Kế hoạch công tác Mặt trận năm 2026",
  docType: "Kế hoạch",
  number: "12/KH-MTTQ-BTT",
  issuerPrinted: null,
  issueDate: "2026-01-05",
  resolveOn: "2026-01-05",
  periodFrom: "2026-01-01",
  periodTo: "2026-12-31",
  documentId: null,
  reason: null,
  preparedBy: hanh,
});

const task = {
  kind: "task" as const,
  clause: "II.1",
  line: 4,
  quote: "Mỗi xã …",
  text: "Mỗi xã tổ chức một hội nghị",
  target: null,
  reporting: null,
  due: noDue,
  opensPlan: false,
};
const target = {
  metric: "hội nghị đối thoại",
  comparator: ">=" as const,
  value: "1.50",
  valueMax: null,
  unit: "hội nghị",
  frequency: "yearly",
  cumulative: false,
};

/** A draft with a task and a target that both communes lead. */
async function draft(issuerId: UnitId = front) {
  return transaction(db, async (tx) => {
    const planId = await insertPlan(tx, { issuerId, parentId: null });
    const editionId = await insertEdition(tx, edition(planId, 1));
    const items = await insertItems(tx, editionId, [task, { ...task, kind: "target", target }]);
    const keys = await upsertExpressions(tx, editionId, [{ key: "moi xa", printed: "Mỗi xã", recipient: false }]);
    const expressionId = keys.get("moi xa") ?? "";
    await saveResolutions(tx, [
      { id: expressionId, units: [binhLam, hoaPhu], understood: { vi: "mỗi xã", en: "each commune" }, left: [], unclear: [] },
    ]);
    await insertParties(
      tx,
      editionId,
      items.map((itemId) => ({ itemId, role: "lead" as const, expressionId, position: 0 })),
    );
    await saveProposals(
      tx,
      editionId,
      [binhLam, hoaPhu].map((unitId) => ({ unitId, edge: "assign" as const, confirmed: false })),
    );
    return { planId, editionId, items, expressionId };
  });
}

const issue = (editionId: string) =>
  transaction(db, (tx) =>
    updateState(tx, editionId, "issued", { by: hanh, byName: "Lê Thị Hạnh", at: new Date(), inForceFrom: "2026-01-05" }),
  );

describe("items", () => {
  test("come back as they were written, figures as plain decimals, parties in order", async () => {
    const { editionId } = await draft();
    expect(await itemsOf(db, editionId)).toMatchObject([
      { kind: "task", position: 1, target: null, leads: [{ printed: "Mỗi xã" }], version: 1 },
      { kind: "target", position: 2, target: { value: "1.5", valueMax: null, comparator: ">=" } },
    ]);
  });

  test("are written only over the version that was seen", async () => {
    const { editionId, items } = await draft();
    const write = (version: number) =>
      transaction(db, (tx) => updateItem(tx, editionId, items[0]!, version, { ...task, text: "Mỗi xã tổ chức hai hội nghị" }));
    expect([await write(1), await write(1), await write(2)]).toEqual([true, false, true]);
  });
});

describe("addressees", () => {
  test("what the hand did outlives a new resolution", async () => {
    const { editionId, expressionId } = await draft();
    await transaction(db, async (tx) => {
      await saveException(tx, expressionId, hoaPhu, false, "Đã làm điểm");
      await saveException(tx, expressionId, province, true, "Chỉ đạo điểm");
      await saveResolutions(tx, [{ id: expressionId, units: [binhLam, hoaPhu], understood: null, left: [], unclear: [] }]);
    });
    expect(new Set(await addressedUnits(db, editionId))).toEqual(new Set([province, binhLam]));
    const [expression] = await expressionsOf(db, editionId);
    expect(expression?.units).toHaveLength(3);
    expect(expression?.understood).toBeNull();
  });

  test("an edge is set only over the version that was seen, and keeps what was decided when proposed again", async () => {
    const { editionId } = await draft();
    const set = (version: number) => transaction(db, (tx) => updateEdges(tx, editionId, [{ unitId: binhLam, version }], "request"));
    expect([await set(1), await set(1)]).toEqual([[binhLam], []]);
    await transaction(db, (tx) => saveProposals(tx, editionId, [{ unitId: binhLam, edge: "assign", confirmed: false }]));
    expect(await edgesOf(db, editionId)).toMatchObject([{ unitId: binhLam, edge: "request", confirmed: true }]);
  });
});

describe("editions", () => {
  test("a copy says the same under the same identities and leaves its source alone", async () => {
    const { planId, editionId, items } = await draft();
    await issue(editionId);
    const copy = await transaction(db, async (tx) => {
      const id = await insertEdition(tx, edition(planId, 2));
      await copyContent(tx, editionId, id);
      return id;
    });
    expect((await itemsOf(db, copy)).map(({ id }) => id)).toEqual(items);
    expect(await addressedUnits(db, copy)).toHaveLength(2);
    expect(await edgesOf(db, copy)).toHaveLength(2);
    await transaction(db, (tx) => deleteItem(tx, copy, items[0]!));
    expect(await itemsOf(db, editionId)).toHaveLength(2);
  });

  test("one is prepared and one in force at a time, whoever asks", async () => {
    const { planId, editionId } = await draft();
    await expect(transaction(db, (tx) => insertEdition(tx, edition(planId, 2)))).rejects.toMatchObject({ code: "23505" });
    await issue(editionId);
    const second = await transaction(db, (tx) => insertEdition(tx, edition(planId, 2)));
    await expect(issue(second)).rejects.toMatchObject({ code: "23505" });
    expect((await editionsOf(db, planId)).map(({ state }) => state)).toEqual(["issued", "draft"]);
  });

  test("the header is written only over the version that was seen; a period cannot end before it begins", async () => {
    const { planId, editionId } = await draft();
    const header = {
      title: "Kế hoạch",
      number: null,
      issueDate: null,
      resolveOn: "2026-01-05",
      periodFrom: "2026-01-01",
      periodTo: "2026-06-30",
    };
    const write = (version: number, change = {}) => transaction(db, (tx) => updateHeader(tx, editionId, version, { ...header, ...change }));
    expect([await write(1), await write(1)]).toEqual([true, false]);
    await expect(write(2, { periodTo: "2025-12-31" })).rejects.toMatchObject({ code: "23514" });
    expect((await editionsOf(db, planId))[0]).toMatchObject({ title: "Kế hoạch", version: 2 });
  });

  test("only plans in force whose period has not ended owe another period", async () => {
    const { planId, editionId } = await draft();
    expect(await plansInForce(db, "2026-06-01")).not.toContain(planId);
    await issue(editionId);
    expect(await plansInForce(db, "2026-06-01")).toContain(planId);
    expect(await plansInForce(db, "2027-01-01")).not.toContain(planId);
  });
});

describe("listPlans", () => {
  const all = { text: "", state: "any", standing: "any", parentId: null, page: 1, pageSize: 100 } as const;

  test("shows a draft to its owner, a plan in force to those it addresses, and neither to anybody else", async () => {
    const [hidden, open] = [await draft(), await draft()];
    await issue(open.editionId);
    const seenBy = async (reached: UnitId[], drafting: UnitId[]) =>
      (await listPlans(db, { ...all, reached, drafting })).map(({ id }) => id);
    expect(await seenBy([front], [front])).toEqual(expect.arrayContaining([hidden.planId, open.planId]));
    expect(await seenBy([binhLam], [binhLam])).toContain(open.planId);
    expect(await seenBy([binhLam], [binhLam])).not.toContain(hidden.planId);
    // Above everybody, but of no office: what is in force.
    expect(await seenBy([province, front], [province])).toContain(open.planId);
    expect(await seenBy([province, front], [province])).not.toContain(hidden.planId);
    const other = await unit(db, { kind: "commune", name: "Xã Thạch Sơn", parentId: province });
    expect(await seenBy([other], [other])).not.toContain(open.planId);
  });

  test("finds by words without marks and by number", async () => {
    const { planId } = await draft();
    const find = async (text: string) =>
      (await listPlans(db, { ...all, text, reached: [front], drafting: [front] })).some(({ id }) => id === planId);
    expect([await find("cong tac mat tran"), await find("12/kh"), await find("giám sát")]).toEqual([true, true, false]);
  });
});

test("links: one answer per clause; declining needs a reason; an item that goes leaves the answer", async () => {
  const parent = await draft();
  const child = await draft(binhLam);
  const [clause = ""] = parent.items;
  await transaction(db, async (tx) => {
    await insertPendingLinks(tx, child.editionId, 1, [clause, clause]);
    await insertPendingLinks(tx, child.editionId, 1, [clause]);
  });
  const answer = (version: number, decision: "take-over" | "decline", childItemId: string | null) =>
    transaction(db, (tx) => updateLink(tx, child.editionId, clause, version, { decision, childItemId, reason: null, parentEdition: 1 }));
  expect([await answer(1, "take-over", child.items[0]!), await answer(1, "take-over", null)]).toEqual([true, false]);
  await expect(answer(2, "decline", null)).rejects.toMatchObject({ code: "23514" });
  await transaction(db, (tx) => deleteItem(tx, child.editionId, child.items[0]!));
  expect(await linksOf(db, child.editionId)).toMatchObject([{ decision: "take-over", childItemId: null }]);
});
