import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../test/support/database.ts";
import { unit } from "../../../../test/support/units.ts";
import type { DocumentId, PersonId, UnitId } from "../../../kernel/ids.ts";
import { transaction } from "../../../platform/database/index.ts";
import { findDocument, getText, insertDocument } from "./documents.ts";
import { insertAdded } from "./items.ts";
import {
  eraseDocuments,
  findPage,
  giveUpPage,
  insertPages,
  insertRefusal,
  listPages,
  markRefusalSeen,
  moveItems,
  nextWaiting,
  progressOf,
  replaceText,
  saveCorrection,
  saveLines,
  savePage,
  tryUnreadAgain,
  unseenRefusals,
  type PageShape,
} from "./pages.ts";

const { app: db } = await testDatabase();
const at = new Date("2026-03-02T09:00:00+07:00");
let front: UnitId;
let hanh: PersonId;
let tong: PersonId;

const person = async (login: string): Promise<PersonId> => {
  const row = await db.insertInto("person").values({ name: login, login, login_key: login }).returning("id").executeTakeFirstOrThrow();
  return row.id as PersonId;
};

beforeAll(async () => {
  const area = await unit(db, { name: "tỉnh Tân Giang", kind: "province" });
  front = await unit(db, { name: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang", kind: "front", parentId: area });
  [hanh, tong] = [await person("hanh"), await person("tong")];
});

let made = 0;
/** A scan of so many pages that waits for its recognition. */
async function scan(pages: number, hash = (made += 1).toString(16).padStart(64, "0")): Promise<DocumentId> {
  return transaction(db, async (tx) => {
    const row = await insertDocument(
      tx,
      {
        unit_id: front,
        file_hash: hash,
        file_name: "quet.pdf",
        file_size: 1,
        file_type: "application/pdf",
        internal: false,
        uploaded_by: hanh,
        uploaded_at: at,
      },
      { text: "", tables: [], footnotes: [], notes: [] },
      "recognising",
    );
    if (!row) throw new Error("no document");
    await insertPages(tx, row.id, pages);
    return row.id;
  });
}

const image = "b".repeat(64);
const shape: PageShape = {
  width: 595,
  height: 842,
  words: [{ text: "Tỉnh", left: 60, right: 90, baseline: 100, size: 13, bold: false, confidence: 0.9, read: "Tình" }],
  rules: [],
  stamps: ["KHẨN"],
};
const keep = (id: DocumentId, page: number, more: Partial<{ imageHash: string; shape: PageShape }> = {}) =>
  transaction(db, (tx) => savePage(tx, id, page, { source: "recognised", imageHash: image, imageSize: 10, shape, ...more }));

describe("pages are read one after the other", () => {
  test("in their order, each once; how far it is can be told", async () => {
    const id = await scan(3);
    expect([await nextWaiting(db, id), await progressOf(db, id)]).toEqual([1, { pages: 3, read: 0, unread: 0 }]);
    await keep(id, 1);
    await transaction(db, (tx) => giveUpPage(tx, id, 2));
    expect([await nextWaiting(db, id), await progressOf(db, id)]).toEqual([3, { pages: 3, read: 1, unread: 1 }]);
    expect(await findPage(db, id, 1)).toMatchObject({ state: "read", source: "recognised", image_hash: image, shape, version: 2 });
    // A second recogniser that was slower changes nothing, nor does one that gives up.
    await keep(id, 1, { imageHash: "c".repeat(64) });
    await transaction(db, (tx) => giveUpPage(tx, id, 1));
    expect(await findPage(db, id, 1)).toMatchObject({ state: "read", image_hash: image, version: 2 });
    await keep(id, 3);
    expect(await nextWaiting(db, id)).toBeNull();
    expect(await findPage(db, id, 4)).toBeUndefined();
  });

  test("what was given up gets another turn, unless a person has typed it", async () => {
    const id = await scan(2);
    await transaction(db, async (tx) => {
      await giveUpPage(tx, id, 1);
      await giveUpPage(tx, id, 2);
      await saveCorrection(tx, id, 2, ["KẾ HOẠCH", ""], tong, at);
      await tryUnreadAgain(tx, id);
    });
    expect((await listPages(db, id)).map(({ state, corrected }) => [state, corrected])).toEqual([
      ["waiting", null],
      ["unread", ["KẾ HOẠCH", ""]],
    ]);
    expect(await findPage(db, id, 2)).toMatchObject({ corrected_by: tong, corrected_at: at });
  });

  test("a document that was never recognised has no progress", async () => {
    expect(await progressOf(db, "00000000-0000-7000-8000-000000000000" as DocumentId)).toBeNull();
  });
});

test("lines and text of the whole document, and items that move with their lines", async () => {
  const id = await scan(2);
  await transaction(db, async (tx) => {
    await saveLines(tx, id, [["một", "hai"], ["ba"]]);
    await replaceText(tx, id, { text: "một\nhai\nba", tables: [{ line: 3, lineCount: 1 }] });
  });
  expect((await listPages(db, id)).map(({ lines }) => lines)).toEqual([["một", "hai"], ["ba"]]);
  expect(await getText(db, id)).toMatchObject({ text: "một\nhai\nba", tables: [{ line: 3, lineCount: 1 }] });
  const due = { kind: "none", date: null, rule: null, recurrence: null, text: null, lastDay: null } as const;
  const add = (line: number) =>
    transaction(db, (tx) =>
      insertAdded(
        tx,
        id,
        {
          kind: "task",
          position: 0,
          line,
          quote: "x",
          span: { line, start: 0, end: 1 },
          value: { text: "x", lead: [], coordinate: [], due, section: "" },
          splitFrom: null,
        },
        hanh,
        at,
      ),
    );
  const [second, third] = [await add(2), await add(3)];
  await transaction(db, (tx) => moveItems(tx, id, [{ from: 2, to: 1 }], { below: 2, by: 4 }));
  const { rows } = await sql<{ id: string; line: number; span: { line: number } }>`
    select id, line, span from document_item where document_id = ${id}::uuid order by line`.execute(db);
  expect(rows.map((row) => [row.id, row.line, row.span.line])).toEqual([
    [second.id, 1, 1],
    [third.id, 7, 7],
  ]);
});

describe("a secret", () => {
  test("goes with its rows, text and pages, and names every file that is to be erased", async () => {
    const hash = "e".repeat(64);
    const id = await scan(2, hash);
    await keep(id, 1, { imageHash: "d".repeat(64) });
    const { rows, hashes } = await transaction(db, (tx) => eraseDocuments(tx, hash));
    expect([rows.map((row) => row.id), hashes.toSorted()]).toEqual([[id], ["d".repeat(64), hash]]);
    expect([await findDocument(db, id), await listPages(db, id)]).toEqual([undefined, []]);
    const { rows: left } = await sql`select 1 from document_text where document_id = ${id}::uuid`.execute(db);
    expect(left).toEqual([]);
  });

  test("is told to its sender alone, until seen", async () => {
    await transaction(db, (tx) => insertRefusal(tx, front, hanh, at));
    const [told] = await unseenRefusals(db, hanh);
    expect(told?.refused_at).toEqual(at);
    expect(await unseenRefusals(db, tong)).toEqual([]);
    const seen = (by: PersonId) => transaction(db, (tx) => markRefusalSeen(tx, told?.id ?? "", by, at));
    expect([await seen(tong), await seen(hanh), await seen(hanh)]).toEqual([false, true, false]);
    expect(await unseenRefusals(db, hanh)).toEqual([]);
  });
});
