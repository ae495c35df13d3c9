import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../../../test/support/database.ts";
import { unit } from "../../../../test/support/units.ts";
import type { DocumentId, PersonId, UnitId } from "../../../kernel/ids.ts";
import { transaction } from "../../../platform/database/index.ts";
import type { Correction } from "../domain/corrections.ts";
import {
  findCorrectionForUpdate,
  forgetLearntFrom,
  issuerOf,
  listRemembered,
  remember,
  rememberedFor,
  removeCorrection,
  silence,
  type Issuer,
} from "./corrections.ts";
import { insertDocument } from "./documents.ts";
import { insertAdded, lockItems, updateStates } from "./items.ts";

const { app: db } = await testDatabase();
const at = new Date("2026-03-02T09:00:00+07:00");
const later = new Date("2026-04-02T09:00:00+07:00");
let front: UnitId;
let committee: UnitId;
let hanh: PersonId;
let document: DocumentId;
let item: string;

beforeAll(async () => {
  const area = await unit(db, { name: "tỉnh Tân Giang", kind: "province" });
  front = await unit(db, { name: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang", kind: "front", parentId: area });
  committee = await unit(db, { name: "Ủy ban nhân dân tỉnh Tân Giang", kind: "peoples-committee", parentId: area });
  const person = await db
    .insertInto("person")
    .values({ name: "Lê Thị Hạnh", login: "hanh", login_key: "hanh" })
    .returning("id")
    .executeTakeFirstOrThrow();
  hanh = person.id as PersonId;
  await transaction(db, async (tx) => {
    const row = await insertDocument(
      tx,
      {
        unit_id: front,
        file_hash: "a".repeat(64),
        file_name: "ke-hoach.txt",
        file_size: 1,
        file_type: "text/plain",
        internal: false,
        uploaded_by: hanh,
        uploaded_at: at,
      },
      { text: "x", tables: [], footnotes: [], notes: [] },
    );
    if (!row) throw new Error("no document");
    document = row.id;
    const due = { kind: "none", date: null, rule: null, recurrence: null, text: null, lastDay: null } as const;
    const added = await insertAdded(
      tx,
      document,
      {
        kind: "task",
        position: 0,
        line: null,
        quote: null,
        span: null,
        value: { text: "x", lead: [], coordinate: [], due, section: "" },
        splitFrom: null,
      },
      hanh,
      at,
    );
    item = added.id;
  });
});

const body = (to: string[], from = "Ban Dân vận các xã"): Correction => ({ aspect: "body", from, to });
const keep = (correction: Correction, issuer: Issuer, more: { unit?: UnitId; at?: Date; item?: string | null } = {}) =>
  transaction(db, (tx) =>
    remember(tx, correction, { unit: more.unit ?? front, issuer, document, item: more.item ?? null, by: hanh, at: more.at ?? at }),
  );
const decided = async (issuer: Issuer, by = front) => (await rememberedFor(db, by, issuer)).map(({ correction }) => correction);

test("the newest decision about the same words stands; the same one again keeps where it came from", async () => {
  const issuer: Issuer = { unit: front, name: null };
  await keep(body(["Đảng ủy các xã"]), issuer);
  await keep(body(["Đảng ủy các xã"], "ban Dân vận các xã;"), issuer, { at: later });
  expect((await rememberedFor(db, front, issuer)).map(({ made_at }) => made_at)).toEqual([at]);
  await keep(body(["MTTQ các xã"]), issuer, { at: later });
  const [row] = await rememberedFor(db, front, issuer);
  expect(row).toMatchObject({ correction: body(["MTTQ các xã"]), made_at: later, made_by: hanh, document_id: document });
});

test("it is remembered for one issuer by one unit, as a unit or by its printed name", async () => {
  const named: Issuer = { unit: null, name: "huyện ủy tân an" };
  await keep(body(["A"]), named);
  await keep(body(["B"]), named, { unit: committee });
  expect(await decided(named)).toEqual([body(["A"])]);
  expect(await decided(named, committee)).toEqual([body(["B"])]);
  expect(await decided({ unit: null, name: "huyện ủy khác" })).toEqual([]);
  expect(issuerOf({ issuer_unit_id: null, issuer: " HUYỆN UỶ Tân An " })).toEqual(named);
  expect(issuerOf({ issuer_unit_id: front, issuer: "x" })).toEqual({ unit: front, name: null });
  expect(issuerOf({ issuer_unit_id: null, issuer: " " })).toBeNull();
  expect((await listRemembered(db, [front, committee], named)).length).toBe(2);
  expect((await listRemembered(db, [committee], null)).length).toBe(1);
});

test("every aspect comes back as it was put in", async () => {
  const issuer: Issuer = { unit: committee, name: null };
  const all: Correction[] = [
    body([]),
    { aspect: "lead", from: "Tổ chức thực hiện", to: ["UBND tỉnh"] },
    { aspect: "due", from: "định kỳ", to: { kind: "recurring", date: null, rule: "quarterly", recurrence: null } },
    { aspect: "header", field: "issuer", from: "UBND", to: "UBND tỉnh" },
    { aspect: "opening", kind: "task", from: "Trên đây là Kế hoạch" },
    { aspect: "heading", kind: "task", from: "Mục đích, yêu cầu" },
  ];
  for (const correction of all) await keep(correction, issuer);
  const back = await decided(issuer);
  expect(back.length).toBe(all.length);
  for (const correction of all) expect(back).toContainEqual(correction);
});

test("silenced it is not offered and still listed; a new decision speaks again; removed it is gone", async () => {
  const issuer: Issuer = { unit: null, name: "silent" };
  await keep(body(["A"]), issuer);
  const [row] = await rememberedFor(db, front, issuer);
  const id = row?.id ?? "";
  await transaction(db, async (tx) => {
    expect(await findCorrectionForUpdate(tx, id, [committee])).toBeUndefined();
    expect((await findCorrectionForUpdate(tx, id, [front]))?.id).toBe(id);
    await silence(tx, id, { person: hanh, at: later });
  });
  expect(await decided(issuer)).toEqual([]);
  expect(await listRemembered(db, [front], issuer)).toMatchObject([{ silenced_by: hanh, silenced_at: later }]);
  await keep(body(["B"]), issuer, { at: later });
  expect(await decided(issuer)).toEqual([body(["B"])]);
  await transaction(db, (tx) => removeCorrection(tx, id));
  expect(await listRemembered(db, [front], issuer)).toEqual([]);
});

test("what was learnt from an item goes when the item is put back", async () => {
  const issuer: Issuer = { unit: null, name: "undone" };
  await keep(body(["A"]), issuer, { item });
  await keep(body(["A"], "khác"), issuer);
  await transaction(db, (tx) => forgetLearntFrom(tx, [item]));
  await transaction(db, (tx) => forgetLearntFrom(tx, []));
  expect(await decided(issuer)).toEqual([body(["A"], "khác")]);
});

test("items are locked and get one state together; back in proposed nobody's name stands at them", async () => {
  await transaction(db, async (tx) => {
    expect((await lockItems(tx, document, [item])).map(({ id }) => id)).toEqual([item]);
    expect(await lockItems(tx, document, ["019a0000-0000-7000-8000-000000000000"])).toEqual([]);
    expect(await updateStates(tx, [item], "dropped", hanh, later)).toMatchObject([{ state: "dropped", version: 2, changed_by: hanh }]);
    expect(await updateStates(tx, [item], "proposed", hanh, later)).toMatchObject([{ version: 3, changed_by: null, changed_at: null }]);
    expect(await updateStates(tx, [], "accepted", hanh, later)).toEqual([]);
  });
});
