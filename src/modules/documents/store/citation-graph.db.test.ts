import { createHash, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../test/support/database.ts";
import { unit } from "../../../../test/support/units.ts";
import type { DocumentId, PersonId, UnitId } from "../../../kernel/ids.ts";
import { transaction } from "../../../platform/database/index.ts";
import { numberKey } from "../domain/number.ts";
import { citersOf, copiesOf, datedIn, orderedReviews, printedOf, reachFrom, sameNumber, unregistered } from "./citation-graph.ts";
import { insertDocument, updateDocument } from "./documents.ts";
import { insertAdded, insertProposals, listItems, updateItem } from "./items.ts";
import { asideAmong, endingsOf, saveEndings, setAside, takeBack } from "./register.ts";

const { app } = await testDatabase();
const now = new Date("2026-03-05T02:00:00Z");

let front: UnitId;
let other: UnitId;
let hanh: PersonId;

type Citing = { number: string; date: string | null };

/** A registered document of a unit that cites these. */
async function registered(at: UnitId, number: string | null, date: string | null, cites: readonly Citing[] = []): Promise<DocumentId> {
  return transaction(app, async (tx) => {
    const row = await insertDocument(
      tx,
      {
        unit_id: at,
        file_hash: createHash("sha256").update(randomUUID()).digest("hex"),
        file_name: "ke-hoach.txt",
        file_size: 1,
        file_type: "text/plain",
        internal: false,
        uploaded_by: hanh,
        uploaded_at: now,
      },
      { text: "1. Thực hiện.", tables: [], footnotes: [], notes: [] },
    );
    if (!row) throw new Error("the file is there already");
    await updateDocument(tx, row.id, { state: "review", doc_type: "Kế hoạch", number, number_key: numberKey(number), printed_date: date });
    await insertProposals(
      tx,
      row.id,
      cites.map((value, position) => ({
        kind: "citation" as const,
        position,
        compiledId: `c${position}`,
        line: 1,
        quote: "Thực hiện.",
        span: { line: 1, start: 3, end: 13 },
        confidence: 0.9,
        value: { type: "Chỉ thị", issuer: "Tỉnh ủy", title: null, ...value },
      })),
    );
    return row.id;
  });
}

beforeAll(async () => {
  const province = await unit(app, { name: "tỉnh Tân Giang", kind: "province" });
  front = await unit(app, { name: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang", kind: "front", parentId: province });
  other = await unit(app, { name: "Ủy ban nhân dân tỉnh Tân Giang", kind: "peoples-committee", parentId: province });
  const person = await app
    .insertInto("person")
    .values({ name: "Lê Thị Hạnh", login: "hanh", login_key: "hanh" })
    .returning("id")
    .executeTakeFirstOrThrow();
  hanh = person.id as PersonId;
});

describe("the graph", () => {
  test("keyed by number and date; copies of two units are one node; a ring ends; the limit keeps the nearest", async () => {
    const directive = { number: "01-CT/TU", date: "2020-01-01" };
    await registered(front, "1/KH", "2021-01-01", [directive, { number: "3/KH", date: "2023-01-01" }]);
    await registered(other, "01/KH", "2021-01-01", [directive]);
    await registered(front, "2/KH", "2022-01-01", [{ number: "1/KH", date: "2021-01-01" }]);
    await registered(front, "3/KH", "2023-01-01", [{ number: "2/KH", date: "2022-01-01" }]);
    await registered(front, "4/KH", "2024-01-01", [{ number: "1-CT/TU", date: "2019-12-31" }]);
    const node = "1-ct/tu@2020-01-01";
    const edges = await reachFrom(app, [front, other], node, "down", 100);
    expect(edges.map(({ from, to }) => `${from}>${to}`).toSorted()).toEqual([
      "1/kh@2021-01-01>1-ct/tu@2020-01-01",
      "1/kh@2021-01-01>3/kh@2023-01-01",
      "2/kh@2022-01-01>1/kh@2021-01-01",
      "3/kh@2023-01-01>2/kh@2022-01-01",
    ]);
    expect(await reachFrom(app, [front], node, "down", 2)).toHaveLength(1);
    expect((await reachFrom(app, [front], "2/kh@2022-01-01", "up", 100)).map(({ to }) => to)).toContain(node);
    expect((await copiesOf(app, [front, other], ["1/kh@2021-01-01"])).length).toBe(2);
    expect(await printedOf(app, [front, other], [node])).toMatchObject([{ citedBy: 1, date: "2020-01-01", unlike: false }]);
    expect(await sameNumber(app, [front], node, "1-ct/tu")).toEqual(["1-ct/tu@2019-12-31"]);
    expect(new Set((await citersOf(app, [front, other], [node], 5)).map(({ number }) => number))).toEqual(new Set(["01/KH", "1/KH"]));
  });

  test("another unit sees nothing of it", async () => {
    const stranger = [999_999 as UnitId];
    expect(await reachFrom(app, stranger, "1-ct/tu@2020-01-01", "down", 100)).toEqual([]);
    expect(await copiesOf(app, stranger, ["1/kh@2021-01-01"])).toEqual([]);
    expect(await unregistered(app, stranger, { unit: front, aside: false, least: 1, offset: 0, limit: 10 })).toEqual([]);
  });

  test("a person's word about a citation goes before its print, a dropped one leads nowhere, a blank number is itself alone", async () => {
    const draft = await registered(front, "Số:   /KH", null);
    const citing = await registered(front, "7/KH", "2025-07-07", [{ number: "77/KH", date: "2024-07-07" }]);
    const [item] = await listItems(app, citing, "citation");
    if (!item) throw new Error("no citation");
    const linked = await transaction(app, (tx) => updateItem(tx, item, { state: "accepted", linked_to: draft }, hanh, now));
    expect((await reachFrom(app, [front], `id:${draft}`, "down", 10)).map(({ from }) => from)).toEqual(["7/kh@2025-07-07"]);
    expect(await reachFrom(app, [front], "77/kh@2024-07-07", "down", 10)).toEqual([]);
    await transaction(app, (tx) => updateItem(tx, linked, { state: "dropped" }, hanh, now));
    expect(await reachFrom(app, [front], `id:${draft}`, "down", 10)).toEqual([]);
  });

  test("what waits to be registered, the most cited first, without what the unit set aside", async () => {
    for (const number of ["21/KH", "22/KH"]) await registered(front, number, "2026-01-01", [{ number: "88-NQ/TW", date: "2018-08-08" }]);
    const ask = (aside: boolean) => unregistered(app, [front], { unit: front, aside, least: 2, offset: 0, limit: 10 });
    expect(await ask(false)).toEqual([{ node: "88-nq/tw@2018-08-08", total: 1 }]);
    await transaction(app, (tx) => setAside(tx, front, "cited|88-nq/tw@2018-08-08", hanh, now));
    expect([await ask(false), await ask(true)]).toEqual([[], [{ node: "88-nq/tw@2018-08-08", total: 1 }]]);
    expect(await asideAmong(app, front, ["cited|88-nq/tw@2018-08-08", "x"])).toEqual(new Set(["cited|88-nq/tw@2018-08-08"]));
    await transaction(app, (tx) => takeBack(tx, front, "cited|88-nq/tw@2018-08-08"));
    expect(await ask(true)).toEqual([]);
  });
});

test("documents of the years asked for, kept items that order a review, and what was ended", async () => {
  const id = await registered(front, "31/KH", "2026-01-05", [{ number: "9-CT/TU", date: "2016-05-06" }]);
  expect((await datedIn(app, [front], ["2016"], ["2030"])).map(({ node }) => node)).toEqual(["9-ct/tu@2016-05-06"]);
  await transaction(app, (tx) =>
    insertAdded(
      tx,
      id,
      {
        kind: "event",
        position: 9,
        line: null,
        quote: "Tổng kết 10 năm thực hiện Chỉ thị",
        span: null,
        value: { kind: "tổng kết", year: 2026, refers: "9-CT/TU", recurrence: null },
        splitFrom: null,
      },
      hanh,
      now,
    ),
  );
  expect(await orderedReviews(app, [front])).toMatchObject([{ document: id, planDate: "2026-01-05" }]);
  expect(await orderedReviews(app, [other])).toEqual([]);
  const ending = { node: "9-ct/tu@2016-05-06", line: 1, words: "thay thế", how: "replaced" as const };
  await transaction(app, (tx) => saveEndings(tx, id, [ending]));
  expect(await endingsOf(app, [front], [ending.node])).toMatchObject([{ document: id, how: "replaced" }]);
  expect(await endingsOf(app, [other], [ending.node])).toEqual([]);
  await transaction(app, (tx) => saveEndings(tx, id, []));
  expect(await endingsOf(app, [front], [ending.node])).toEqual([]);
});
