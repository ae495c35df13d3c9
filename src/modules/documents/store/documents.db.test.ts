import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../test/support/database.ts";
import { unit } from "../../../../test/support/units.ts";
import type { DocumentId, PersonId, UnitId } from "../../../kernel/ids.ts";
import { transaction } from "../../../platform/database/index.ts";
import type { Proposal } from "../domain/items.ts";
import { numberKey } from "../domain/number.ts";
import {
  addReaders,
  docTypesOf,
  findByFile,
  findDocument,
  findDocumentForUpdate,
  findManyDocuments,
  findReadable,
  getNotes,
  getText,
  insertDocument,
  listDocuments,
  readableAmong,
  savePlan,
  unfinishedReviews,
  updateDocument,
  type DocumentChange,
  type RegisterFilter,
} from "./documents.ts";
import { citedBy, findByNumber, lookalikes, settleLookalike } from "./relations.ts";
import {
  acceptConfident,
  countItems,
  findItemForUpdate,
  insertAdded,
  insertProposals,
  listItems,
  refreshProposal,
  removeItems,
  updateItem,
} from "./items.ts";

const { app: db } = await testDatabase();
const now = new Date("2026-03-02T09:00:00+07:00");
let front: UnitId;
let committee: UnitId;
let commune: UnitId;
let hanh: PersonId;
let files = 0;

beforeAll(async () => {
  const area = await unit(db, { name: "tỉnh Tân Giang", kind: "province" });
  front = await unit(db, { name: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang", kind: "front", parentId: area });
  committee = await unit(db, { name: "Ủy ban nhân dân tỉnh Tân Giang", kind: "peoples-committee", parentId: area });
  commune = await unit(db, {
    name: "Ủy ban MTTQ Việt Nam xã Bình Lâm",
    kind: "front",
    parentId: await unit(db, { name: "xã Bình Lâm", kind: "commune", parentId: area }),
  });
  const person = await db
    .insertInto("person")
    .values({ name: "Lê Thị Hạnh", login: "hanh", login_key: "hanh" })
    .returning("id")
    .executeTakeFirstOrThrow();
  hanh = person.id as PersonId;
});

async function register(unit_id: UnitId, change: DocumentChange = {}, hash = String((files += 1)).padStart(64, "0")) {
  return transaction(db, async (tx) => {
    const row = await insertDocument(
      tx,
      {
        unit_id,
        file_hash: hash,
        file_name: "ke-hoach.docx",
        file_size: 100,
        file_type: "application/octet-stream",
        internal: false,
        uploaded_by: hanh,
        uploaded_at: now,
      },
      { text: "dòng một\ndòng hai", tables: [{ line: 1, lineCount: 2 }], footnotes: [], notes: [{ vi: "có ảnh", en: "has pictures" }] },
    );
    if (!row) throw new Error("already there");
    const key = "number" in change ? { number_key: numberKey(change.number ?? null) } : {};
    return updateDocument(tx, row.id, { ...change, ...key });
  });
}

const all: RegisterFilter = { words: [], state: undefined, docType: undefined, year: undefined, offset: 0, limit: 50 };

describe("the register", () => {
  test("keeps one row per file and unit; another unit has its own", async () => {
    const hash = "f".repeat(64);
    const first = await register(front, {}, hash);
    const again = await transaction(db, (tx) =>
      insertDocument(
        tx,
        {
          unit_id: front,
          file_hash: hash,
          file_name: "x.docx",
          file_size: 1,
          file_type: "x",
          internal: false,
          uploaded_by: hanh,
          uploaded_at: now,
        },
        { text: "", tables: [], footnotes: [], notes: [] },
      ),
    );
    expect(again).toBeUndefined();
    expect((await findByFile(db, front, hash))?.id).toBe(first.id);
    expect(await findByFile(db, commune, hash)).toBeUndefined();
    await register(commune, {}, hash);
    const [similar] = await lookalikes(db, first, [front, commune]);
    expect(similar?.why).toBe("same-file");
  });

  test("is readable by its own unit, by those it addresses, and by all once it is opened", async () => {
    const draft = await register(front, { number: "7/KH-MTTQ-BTT", subject: "Kế hoạch nháp" });
    const may = async (scope: UnitId[]) => (await findReadable(db, draft.id, scope)) !== undefined;
    expect(await may([front])).toBe(true);
    expect(await may([committee])).toBe(false);
    expect(await may([])).toBe(false);
    await transaction(db, (tx) => addReaders(tx, draft.id, [commune, commune], now));
    expect(await may([commune])).toBe(true);
    expect(await may([committee])).toBe(false);
    await transaction(db, (tx) => updateDocument(tx, draft.id, { audience: "installation" }));
    expect(await may([committee])).toBe(true);
    expect((await readableAmong(db, [draft.id, randomUUID() as DocumentId], [committee])).size).toBe(1);
    expect(await readableAmong(db, [], [committee])).toEqual(new Set());
    await expect(transaction(db, (tx) => updateDocument(tx, draft.id, { internal: true }))).rejects.toThrow(/document_internal_stays/);
  });

  test("is searched without accents, every word counting, and filtered", async () => {
    await register(front, {
      number: "12/KH-MTTQ-BTT",
      doc_type: "Kế hoạch",
      printed_date: "2026-01-05",
      subject: "Thực hiện phong trào thi đua Dân vận khéo",
      state: "review",
    });
    const found = async (more: Partial<RegisterFilter>) =>
      (await listDocuments(db, [front], { ...all, ...more })).rows.map(({ number }) => number);
    expect(await found({ words: ["dan", "van", "khéo"] })).toEqual(["12/KH-MTTQ-BTT"]);
    expect(await found({ words: ["12/kh"] })).toEqual(["12/KH-MTTQ-BTT"]);
    expect(await found({ words: ["dan", "khongco"] })).toEqual([]);
    expect(await found({ docType: "Kế hoạch", year: 2026, state: "review" })).toEqual(["12/KH-MTTQ-BTT"]);
    expect(await found({ year: 2025 })).toEqual([]);
    expect(await docTypesOf(db, [front])).toEqual(["Kế hoạch"]);
    expect(await docTypesOf(db, [committee])).toEqual([]);
    expect((await unfinishedReviews(db, [front], 10)).map(({ number }) => number)).toEqual(["12/KH-MTTQ-BTT"]);
  });

  test("keeps the text apart, with notes and the compiled plan", async () => {
    const row = await register(front, {});
    expect(await getText(db, row.id)).toMatchObject({ text: "dòng một\ndòng hai", tables: [{ line: 1, lineCount: 2 }], plan: null });
    expect(await getNotes(db, row.id)).toEqual([{ vi: "có ảnh", en: "has pictures" }]);
    await transaction(db, (tx) => savePlan(tx, row.id, { outline: [] } as never));
    expect((await getText(db, row.id)).plan).toEqual({ outline: [] });
    expect((await findDocument(db, row.id))?.id).toBe(row.id);
    expect((await transaction(db, (tx) => findDocumentForUpdate(tx, row.id)))?.state).toBe("compiling");
    expect(await findManyDocuments(db, [row.id])).toHaveLength(1);
    expect(await findManyDocuments(db, [])).toEqual([]);
  });

  test("two documents with one number and different dates are two; the same number and date is asked about, once", async () => {
    const one = await register(front, { number: "25-NQ/TW", printed_date: "2013-06-03" });
    const two = await register(front, { number: "25 - NQ/TW", printed_date: "2003-03-12" });
    const unclear = await register(front, { number: "025-NQ/TW", printed_date: "2013-06" });
    const why = async () => (await lookalikes(db, one, [front])).map(({ id, why: reason }) => [id, reason]);
    expect(await why()).toEqual([[unclear.id, "same-number"]]);
    const same = await register(front, { number: "25-NQ/TW", printed_date: "2013-06-03" });
    expect(await why()).toEqual([
      [unclear.id, "same-number"],
      [same.id, "same-number-and-date"],
    ]);
    await transaction(db, async (tx) => {
      await settleLookalike(tx, one.id, unclear.id, false, hanh, now);
      await settleLookalike(tx, same.id, one.id, true, hanh, now);
      await settleLookalike(tx, same.id, one.id, true, hanh, now);
    });
    expect(await why()).toEqual([]);
    expect((await findByNumber(db, [numberKey("25-NQ/TW") ?? ""], [front])).map(({ id }) => id)).toContain(two.id);
    expect(await findByNumber(db, [], [front])).toEqual([]);
    expect(await findByNumber(db, [numberKey("25-NQ/TW") ?? ""], [committee])).toEqual([]);
  });
});

const proposal = (more: Partial<Proposal>): Proposal => ({
  kind: "task",
  position: 0,
  compiledId: "t-1",
  line: 1,
  quote: "dòng một",
  span: { line: 1, start: 0, end: 8 },
  confidence: 0.9,
  value: {
    text: "dòng một",
    lead: [],
    coordinate: [],
    due: { kind: "none", date: null, rule: null, recurrence: null, text: null, lastDay: null },
    section: "I",
  },
  ...more,
});

describe("review items", () => {
  test("are kept in the order of reading, counted, and decided with a version", async () => {
    const { id } = await register(front, {});
    await transaction(db, (tx) =>
      insertProposals(tx, id, [
        proposal({ compiledId: "t-2", line: 2, quote: "dòng hai", span: { line: 2, start: 0, end: 8 }, confidence: 0.4 }),
        proposal({}),
        proposal({
          kind: "header",
          compiledId: "header.number",
          line: null,
          quote: null,
          span: null,
          confidence: null,
          value: { field: "number", text: null },
        }),
      ]),
    );
    const items = await listItems(db, id);
    expect(items.map(({ kind, line }) => [kind, line])).toEqual([
      ["header", null],
      ["task", 1],
      ["task", 2],
    ]);
    // A header field that was not found asks nothing of anybody.
    expect(await countItems(db, id)).toEqual({ total: 2, undecided: 2 });
    const accepted = await transaction(db, (tx) => acceptConfident(tx, id, { threshold: 0.8, kinds: ["task"], except: [] }, hanh, now));
    expect(accepted.map(({ line, state, version }) => [line, state, version])).toEqual([[1, "accepted", 2]]);
    const second = items[2];
    await transaction(db, async (tx) => {
      const row = await findItemForUpdate(tx, id, second?.id ?? "");
      if (!row) throw new Error("gone");
      const dropped = await updateItem(tx, row, { state: "dropped" }, hanh, now);
      expect(dropped).toMatchObject({ state: "dropped", version: 2, changed_by: hanh });
      expect(await updateItem(tx, dropped, { state: "proposed" }, hanh, now)).toMatchObject({
        state: "proposed",
        changed_by: null,
        changed_at: null,
      });
      expect(await findItemForUpdate(tx, randomUUID() as DocumentId, row.id)).toBeUndefined();
    });
    expect((await listItems(db, id, "task")).length).toBe(2);
  });

  test("an undecided one follows a newer reading, a decided one does not, and one can be added or taken away", async () => {
    const { id } = await register(front, {});
    await transaction(db, (tx) => insertProposals(tx, id, [proposal({}), proposal({ compiledId: "t-2" })]));
    const [one, two] = await listItems(db, id);
    await transaction(db, async (tx) => {
      await refreshProposal(tx, one?.id ?? "", proposal({ quote: "dòng", span: { line: 1, start: 0, end: 4 }, confidence: 0.5 }));
      if (two) await updateItem(tx, two, { state: "accepted" }, hanh, now);
      await refreshProposal(tx, two?.id ?? "", proposal({ quote: "khác" }));
      const added = await insertAdded(
        tx,
        id,
        {
          kind: "task",
          position: 0,
          line: 2,
          quote: "dòng hai",
          span: { line: 2, start: 0, end: 8 },
          value: proposal({}).value,
          splitFrom: one?.id ?? null,
        },
        hanh,
        now,
      );
      expect(added).toMatchObject({ state: "added", original: null, split_from: one?.id });
    });
    const after = await listItems(db, id);
    expect(after.map(({ quote, state }) => [quote, state])).toEqual([
      ["dòng", "proposed"],
      ["dòng một", "accepted"],
      ["dòng hai", "added"],
    ]);
    await transaction(db, (tx) => removeItems(tx, [two?.id ?? ""]));
    await transaction(db, (tx) => removeItems(tx, []));
    expect(await countItems(db, id)).toEqual({ total: 2, undecided: 1 });
  });

  test("a citation leads to the registered document, from both ends, dropped ones not", async () => {
    const cited = await register(front, { number: "9-CT/TU", printed_date: "2025-05-06" });
    const { id } = await register(commune, { number: "3/KH-MTTQ", printed_date: "2026-02-02" });
    const value = { type: "Chỉ thị", number: "9 -CT/TU", date: "2025-05-06", issuer: null, title: null };
    await transaction(db, (tx) => insertProposals(tx, id, [proposal({ kind: "citation", compiledId: "c-1", value })]));
    const citing = async (scope: UnitId[]) => (await citedBy(db, cited, scope)).map((row) => row.id);
    expect(await citing([front, commune])).toEqual([id]);
    // Who may not read the citing document does not learn of it.
    expect(await citing([front])).toEqual([]);
    const [item] = await listItems(db, id, "citation");
    await transaction(db, async (tx) => item && updateItem(tx, item, { state: "dropped" }, hanh, now));
    expect(await citing([commune])).toEqual([]);
  });
});
