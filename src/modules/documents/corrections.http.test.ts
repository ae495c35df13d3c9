import { beforeAll, describe, expect, test } from "vitest";
import { testApp, type Person } from "../../../test/support/app.ts";
import { unit } from "../../../test/support/units.ts";
import type { Item, TaskValue } from "./contract.ts";

/** Bà Hạnh reviews a plan of the province's Front in January, and its next one in March. Ông Tòng works in a commune. */
const app = await testApp();
let hanh: Person;
let tong: Person;

beforeAll(async () => {
  const province = await unit(app.db, { name: "tỉnh Tân Giang", kind: "province" });
  const front = await unit(app.db, { name: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang", kind: "front", parentId: province });
  const commune = await unit(app.db, { name: "xã Bình Lâm", kind: "commune", parentId: province });
  const communeFront = await unit(app.db, { name: "Ủy ban MTTQ Việt Nam xã Bình Lâm", kind: "front", parentId: commune });
  hanh = await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" });
  tong = await app.person({ name: "Phạm Văn Tòng", unit: communeFront, role: "coordinator" });
});

const plan = (number: string) => `ỦY BAN MTTQ VIỆT NAM
TỈNH TÂN GIANG
BAN THƯỜNG TRỰC

Số: ${number}
Tân Giang, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
Thực hiện phong trào thi đua "Dân vận khéo" năm 2026

Căn cứ Chỉ thị số 05-CT/TU ngày 15/01/2025 của Tỉnh ủy về công tác dân vận.

I. NỘI DUNG
1. Ban Dân vận các xã tổ chức tuyên truyền, vận động Nhân dân thực hiện phong trào thi đua "Dân vận khéo".
2. Ban Dân vận các xã tổ chức hội nghị biểu dương điển hình trong quý III.

II. TỔ CHỨC THỰC HIỆN
1. Ban Dân vận các xã chủ trì, phối hợp với các Ban chuyên môn đôn đốc, kiểm tra việc thực hiện.
2. Giao Văn phòng cơ quan Ủy ban MTTQ Việt Nam tỉnh theo dõi việc thực hiện kế hoạch này.

Nơi nhận:
- Lưu: VP.
TM. BAN THƯỜNG TRỰC
PHÓ CHỦ TỊCH

Lê Thị Hạnh
`;
type Task = Extract<Item, { kind: "task" }>;

async function reviewed(number: string, by: Person = hanh): Promise<string> {
  const { body } = await by.upload("/documents", { file: new File([plan(number)], "ke-hoach.txt", { type: "text/plain" }) });
  await app.runJobs();
  return body.document.id as string;
}
const tasks = async (id: string, by: Person = hanh): Promise<Task[]> =>
  (await by.get(`/documents/${id}/items`, { kind: "task" })).body.items;
const led = (items: readonly Task[], lead: string) => items.filter(({ value }) => value.lead.includes(lead));
const offers = async (id: string, by: Person = hanh) => (await by.get(`/documents/${id}/offers`)).body.offers;
const nowhere = "019a0000-0000-7000-8000-000000000000";
const WRONG = "Ban Dân vận các xã";
const RIGHT = "Ủy ban MTTQ Việt Nam các xã";
const renamed = (value: TaskValue): TaskValue => ({ ...value, lead: [RIGHT] });

let first: string;
let remembered: string;

describe("a correction in one document", () => {
  test("is offered for its other items, with what each would become", async () => {
    first = await reviewed("1/KH");
    const items = led(await tasks(first), WRONG);
    expect(items.length).toBe(3);
    const [one, ...others] = items;
    if (!one) throw new Error("no task");
    const to = { kind: "task", span: one.span, value: renamed(one.value) };
    expect((await hanh.put(`/documents/${first}/items/${one.id}`, { version: one.version, to })).status).toBe(200);
    const [offer] = await offers(first);
    expect(offer).toMatchObject({
      here: true,
      remembered: { correction: { aspect: "body", from: WRONG, to: [RIGHT] }, by: "Lê Thị Hạnh", silenced: false },
    });
    expect(offer.items.map(({ item }: { item: string }) => item).toSorted()).toEqual(others.map(({ id }) => id).toSorted());
    expect(offer.items[0].value.lead).toEqual([RIGHT]);
    expect(led(await tasks(first), WRONG).length).toBe(2);
    remembered = offer.remembered.id;
  });

  test("one answer takes it over for all; they are still to be decided, and accepted then they count as corrected", async () => {
    const items = led(await tasks(first), WRONG);
    const entries = items.map(({ id: item, version, value }) => ({
      item,
      version,
      to: "proposed",
      value: { kind: "task", value: renamed(value) },
    }));
    const answer = await hanh.post(`/documents/${first}/items/settle`, { entries, correction: remembered });
    expect(answer.body).toMatchObject({ passed: 0 });
    expect(answer.body.items.map(({ state }: Item) => state)).toEqual(["proposed", "proposed"]);
    expect(await offers(first)).toEqual([]);
    const [one, other] = answer.body.items as Task[];
    if (!one || !other) throw new Error("no task");
    const accepted = await hanh.post(`/documents/${first}/items/${one.id}/accept`, { version: one.version });
    expect(accepted.body.items).toMatchObject([{ state: "corrected", value: { lead: [RIGHT] } }]);
    const back = await hanh.post(`/documents/${first}/items/${other.id}/restore`, { version: other.version });
    expect(back.body.items).toMatchObject([{ state: "proposed", value: { lead: [WRONG] } }]);
  });

  test("an answer passes over what somebody else changed meanwhile, and says so", async () => {
    const items = await tasks(first);
    const entries = items.map(({ id: item, version }, index) => ({ item, version: index === 0 ? version + 7 : version, to: "accepted" }));
    const answer = await hanh.post(`/documents/${first}/items/settle`, { entries });
    expect(answer.body).toMatchObject({ passed: 1 });
    expect(answer.body.items.length).toBe(items.length);
    const undo = (answer.body.items as Task[])
      .filter(({ id }) => id !== items[0]?.id)
      .map(({ id: item, version }) => {
        const before = items.find((each) => each.id === item);
        return { item, version, to: "proposed", value: { kind: "task", value: before?.value } };
      });
    const undone = await hanh.post(`/documents/${first}/items/settle`, { entries: undo });
    expect(undone.body.items.every(({ state }: Item) => state === "proposed")).toBe(true);
  });
});

describe("the next document of the same issuer", () => {
  test("is offered it with where it comes from, and nothing is changed by itself", async () => {
    const again = (await tasks(first)).find(({ value }) => value.lead.includes(WRONG)) ?? (await tasks(first))[0];
    if (!again) throw new Error("no task");
    await hanh.put(`/documents/${first}/items/${again.id}`, {
      version: again.version,
      to: { kind: "task", span: again.span, value: renamed(again.value) },
    });
    const second = await reviewed("2/KH");
    const found = await offers(second);
    const offer = found.find(
      ({ remembered: { correction } }: { remembered: { correction: { from: string } } }) => correction.from === WRONG,
    );
    expect(offer.here).toBe(false);
    expect(offer.remembered.document.label).toContain("1/KH");
    expect(offer.items.length).toBe(3);
    expect(led(await tasks(second), WRONG).length).toBe(3);
    remembered = offer.remembered.id;
  });

  test("another unit that reads its own copy is offered nothing of it", async () => {
    const copy = await reviewed("2/KH", tong);
    expect(await offers(copy, tong)).toEqual([]);
    expect((await tong.get("/document-corrections")).body.remembered).toEqual([]);
  });

  test("never again: it stays in the list, can be taken up, and removed", async () => {
    const second = await reviewed("2/KH");
    const silenced = await hanh.put(`/document-corrections/${remembered}/silent`, { silent: true });
    expect(silenced.body).toMatchObject({ id: remembered, silenced: true });
    expect(await offers(second)).toEqual([]);
    const listed = (await hanh.get("/document-corrections", { document: second })).body.remembered;
    expect(listed).toMatchObject([{ id: remembered, silenced: true }]);
    await hanh.put(`/document-corrections/${remembered}/silent`, { silent: false });
    expect((await offers(second)).length).toBe(1);
    expect((await hanh.delete(`/document-corrections/${remembered}`)).body).toEqual({ removed: true });
    expect(await offers(second)).toEqual([]);
    expect((await hanh.get("/document-corrections")).body.remembered).toEqual([]);
  });

  test("is offered what was corrected in a document that it cites too", async () => {
    const cited = async (id: string): Promise<Extract<Item, { kind: "citation" }>[]> =>
      (await hanh.get(`/documents/${id}/items`, { kind: "citation" })).body.items;
    const [citation] = await cited(first);
    if (!citation) throw new Error("nothing cited");
    const value = { ...citation.value, issuer: "Ban Thường vụ Tỉnh ủy Tân Giang" };
    const to = { kind: "citation", span: citation.span, value };
    expect((await hanh.put(`/documents/${first}/items/${citation.id}`, { version: citation.version, to })).status).toBe(200);
    const second = await reviewed("3/KH");
    const [offer] = await offers(second);
    expect(offer.remembered.correction).toEqual({
      aspect: "citation",
      from: "Chỉ thị 05-CT/TU",
      to: { issuer: "Ban Thường vụ Tỉnh ủy Tân Giang" },
    });
    const [same] = await cited(second);
    expect(offer.items).toMatchObject([{ item: same?.id, value: { number: "05-CT/TU", issuer: "Ban Thường vụ Tỉnh ủy Tân Giang" } }]);
    expect((await hanh.delete(`/document-corrections/${offer.remembered.id}`)).status).toBe(200);
  });

  test("a passage left out says how such passages begin", async () => {
    const second = await reviewed("2/KH");
    const section = (await tasks(second)).filter(({ value }) => value.section.startsWith("I"));
    const entries = section.map(({ id: item, version }) => ({ item, version, to: "dropped" }));
    await hanh.post(`/documents/${second}/items/settle`, { entries: entries.slice(0, 1) });
    const listed = (await hanh.get("/document-corrections")).body.remembered;
    expect(listed.map(({ correction }: { correction: { aspect: string } }) => correction.aspect)).toEqual(["opening"]);
  });
});

describe("refused are", () => {
  test("strangers, other units, ids of nothing and values of another kind", async () => {
    const [task] = await tasks(first);
    if (!task) throw new Error("no task");
    const settle = `/documents/${first}/items/settle`;
    const entry = { item: task.id, version: task.version, to: "accepted" };
    for (const [path, method] of [
      [`/documents/${first}/offers`, "get"],
      ["/document-corrections", "get"],
    ] as const)
      expect((await app.anonymous[method](path)).status).toBe(401);
    expect((await app.anonymous.post(settle, { entries: [entry] })).status).toBe(401);
    expect((await app.anonymous.delete(`/document-corrections/${nowhere}`)).status).toBe(401);
    expect((await tong.post(settle, { entries: [entry] })).status).toBe(404);
    expect((await tong.get(`/documents/${first}/offers`)).status).toBe(404);
    expect((await hanh.delete(`/document-corrections/${nowhere}`)).status).toBe(404);
    expect((await hanh.put(`/document-corrections/${nowhere}/silent`, { silent: true })).status).toBe(404);
    expect((await hanh.put(`/document-corrections/${nowhere}/silent`, {})).status).toBe(400);
    expect((await hanh.get("/document-corrections", { document: nowhere })).status).toBe(404);
    expect((await hanh.post(settle, { entries: [] })).status).toBe(400);
    expect((await hanh.post(settle, { entries: [{ ...entry, item: nowhere }] })).status).toBe(404);
    const event = { kind: "event", value: { kind: "review", year: null, refers: null, recurrence: null } };
    expect((await hanh.post(settle, { entries: [{ ...entry, value: event }] })).status).toBe(400);
  });
});
