import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { testApp, type Person } from "../../../test/support/app.ts";
import { tanGiang } from "../../../test/support/tan-giang.ts";
import { createForm } from "./index.ts";
import type { Form, FormPreview, FormSummary } from "./contract/forms.ts";

const app = await testApp({ at: "2026-03-02T09:00:00+07:00" });
const unit = await tanGiang(app.db);
const front = unit("Ủy ban MTTQ Việt Nam tỉnh Tân Giang");
const binhLam = unit("Ủy ban MTTQ Việt Nam xã Bình Lâm");

let hanh: Person;
let tong: Person;
let reporter: Person;
let neighbour: Person;

beforeAll(async () => {
  hanh = await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" });
  tong = await app.person({ name: "Phạm Văn Tòng", unit: binhLam, role: "coordinator" });
  reporter = await app.person({ name: "Y Mai", unit: front, role: "reporter" });
  neighbour = await app.person({ name: "Đỗ Quốc Bảo", unit: unit("Sở Khoa học và Công nghệ"), role: "coordinator" });
});

const basis = "Kế hoạch 12/KH-MTTQ-BTT ngày 05/01/2026";
const content = {
  sections: [
    { id: "chung", number: "I", heading: "Tình hình chung", narrative: true, guidance: "Nêu ngắn gọn" },
    {
      id: "giam-sat",
      number: "II.1",
      heading: "Giám sát, phản biện xã hội",
      rows: [
        { indicatorId: 1, label: "Số cuộc giám sát", unit: "cuộc", compulsory: true },
        { indicatorId: 2, label: "Số hội nghị phản biện", unit: "hội nghị" },
      ],
    },
    {
      id: "phu-nu",
      number: "III",
      heading: "Phụ nữ",
      fills: "womens-union",
      rows: [{ indicatorId: 1, label: "Số cuộc giám sát", unit: "cuộc" }],
    },
  ],
};

const draft = async (wish: Record<string, unknown> = {}, who = hanh): Promise<Form> => {
  const made = await who.post("/forms", {
    title: "Báo cáo công tác Mặt trận",
    basis,
    addressees: ["MTTQ các xã, phường"],
    periods: { kind: "quarter" },
    content,
    ...wish,
  });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body;
};

const publish = async (form: Form, who = hanh): Promise<Form> => {
  const done = await who.post(`/forms/${form.id}/publish`, { version: form.version });
  expect(done.status, JSON.stringify(done.body)).toBe(200);
  return done.body;
};

describe("making a form", () => {
  test("what nobody said stands as offices have it, and the cost is shown", async () => {
    const form = await draft();
    expect(form).toMatchObject({
      state: "draft",
      own: true,
      edition: 1,
      published: null,
      estimated: true,
      minutes: 15,
      rows: 3,
      owner: { id: front },
    });
    expect(form.settings).toMatchObject({ countsOnTime: "figures", chain: [{ step: "own" }, { step: "receiver" }] });
    expect(form.settings.receiverText).toBe("Ủy ban MTTQ Việt Nam tỉnh Tân Giang");
    expect(form.dueText.vi).toBe("trong 05 ngày sau khi kết thúc kỳ");
    expect(form.can).toEqual(["edit", "publish", "discard"]);
  });

  test("a draft is its owner's alone, and only who defines may make one", async () => {
    const form = await draft();
    expect((await tong.get(`/forms/${form.id}`)).status).toBe(404);
    expect((await neighbour.get(`/forms/${form.id}`)).status).toBe(404);
    expect((await app.anonymous.get(`/forms/${form.id}`)).status).toBe(401);
    expect((await reporter.get(`/forms/${form.id}`)).status).toBe(200);
    expect((await reporter.post("/forms", { title: "X", periods: { kind: "month" } })).status).toBe(403);
    expect((await tong.post("/forms", { title: "X", ownerId: front, periods: { kind: "month" } })).status).toBe(403);
  });

  test("what makes no sense is refused with the field", async () => {
    const bad = async (wish: Record<string, unknown>) => hanh.post("/forms", { title: "X", periods: { kind: "quarter" }, ...wish });
    expect((await bad({ title: "  " })).body.details.fields).toHaveProperty("title");
    expect((await bad({ periods: { kind: "ad-hoc" } })).status).toBe(400);
    expect((await bad({ chain: [{ step: "own" }] })).status).toBe(400);
    expect(
      (
        await bad({
          content: {
            sections: [
              { id: "a", heading: "A" },
              { id: "a", heading: "B" },
            ],
          },
        })
      ).status,
    ).toBe(400);
    expect((await bad({ due: { rule: { kind: "date", date: "2026-02-30", before: true } } })).status).toBe(400);
  });

  test("what another slice proposes is held to the same limits", async () => {
    const sections = [{ id: "a", heading: "Đề cương ".repeat(100) }];
    const proposed = createForm(
      app.db,
      hanh.actor,
      { title: "Đề cương", periods: { kind: "year" }, content: { sections }, origin: "outline" },
      app.services.clock(),
    );
    await expect(proposed).rejects.toMatchObject({ code: "invalid_input" });
  });

  test("an edit names the version it saw", async () => {
    const form = await draft();
    const settings = { ...form.settings, title: "Báo cáo quý" };
    const edited = await hanh.put(`/forms/${form.id}`, { version: form.version, settings });
    expect(edited.body).toMatchObject({ title: "Báo cáo quý", version: form.version + 1 });
    const stale = await hanh.put(`/forms/${form.id}`, { version: form.version, settings });
    expect([stale.status, stale.body.details.current.title]).toEqual([409, "Báo cáo quý"]);
    expect((await reporter.put(`/forms/${form.id}`, { version: form.version + 1, settings })).status).toBe(403);
  });

  test("out of the dictionary: a section per topic, members where they are wanted", async () => {
    const from = (wish: Record<string, unknown>) =>
      hanh.post("/forms/from-dictionary", { title: "Từ danh mục", periods: { kind: "year" }, ...wish });
    const { rows } = await sql<{ id: number; unit: string; members: number }>`
      select id, unit, jsonb_array_length(dimension -> 'members') as members from indicator
       where topic = 'models' and dimension is not null order by id limit 1`.execute(app.db);
    const [divided] = rows;
    if (!divided) throw new Error("the catalogue has no divided indicator");
    const plain = await from({ indicatorIds: [divided.id] });
    expect(plain.status).toBe(201);
    expect(plain.body.settings.content.sections).toMatchObject([
      { id: "models", number: "I", rows: [{ indicatorId: divided.id, member: "", unit: divided.unit }] },
    ]);
    const whole = await from({ indicatorIds: [divided.id], withMembers: true });
    expect(whole.body.rows).toBe(1 + divided.members);
    expect((await from({ indicatorIds: [999_999] })).body.details.fields).toHaveProperty("indicatorIds");
  });

  test("a copy for another unit asks the same, and leaves whom and why to it", async () => {
    const form = await publish(await draft({ title: "Báo cáo để sao chép" }));
    const copied = await tong.post(`/forms/${form.id}/copy`, { title: "Báo cáo khu dân cư" });
    expect(copied.status).toBe(201);
    expect(copied.body).toMatchObject({
      origin: "copy",
      own: true,
      basis: "",
      settings: { addressees: [], content: form.settings.content },
    });
  });
});

describe("publishing", () => {
  test("a row that the dictionary does not have stands in the way", async () => {
    const form = await draft({
      content: { sections: [{ id: "a", heading: "Mục", rows: [{ indicatorId: 999_999, label: "Chỉ tiêu lạ", unit: "cái" }] }] },
    });
    expect((await hanh.post(`/forms/${form.id}/publish`, { version: form.version })).body.message).toContain("Chỉ tiêu lạ");
  });

  test("a day long gone by would open nothing: the preview says so, publishing refuses", async () => {
    const form = await draft({ due: { text: "trước ngày 20/7/2017", rule: { kind: "date", date: "2017-07-20", before: true } } });
    const preview: FormPreview = (await hanh.get(`/forms/${form.id}/preview`)).body;
    expect(preview.rounds).toEqual([]);
    expect(preview.blockers.map(({ vi }) => vi).join()).toContain("20/7/2017 đã qua");
    expect((await hanh.post(`/forms/${form.id}/publish`, { version: form.version })).body.message).toContain("20/7/2017 đã qua");
  });

  test("the preview says whom, when and what is in the way, and changes nothing", async () => {
    const form = await draft({ basis: "", addressees: ["MTTQ các xã, phường", "Tổ Kính Vạn Hoa"] });
    const preview: FormPreview = (await hanh.get(`/forms/${form.id}/preview`)).body;
    expect(preview.units.length).toBeGreaterThan(2);
    expect(preview.units.map(({ unit: { id } }) => id)).toContain(binhLam);
    expect(preview.units.every(({ edge, meant }) => edge === "assign" && meant)).toBe(true);
    expect(preview.unclear).toBe(1);
    expect(preview.blockers.map(({ vi }) => vi).join()).toContain("căn cứ");
    expect(preview.rounds.map(({ period, opensNow, due }) => [period.code, opensNow, due.lastDay])).toEqual([
      ["2026-Q1", true, "2026-04-05"],
      ["2026-Q2", false, "2026-07-05"],
    ]);
    expect((await hanh.post(`/forms/${form.id}/publish`, { version: form.version })).body.code).toBe("wrong_state");
    expect((await hanh.get(`/forms/${form.id}`)).body.state).toBe("draft");
  });

  test("what nobody answers to is set aside only when somebody says so", async () => {
    const form = await draft({ addressees: ["MTTQ các xã, phường", "Tổ Kính Vạn Hoa"] });
    const refused = await hanh.post(`/forms/${form.id}/publish`, { version: form.version });
    expect([refused.status, refused.body.code]).toEqual([409, "wrong_state"]);
    const done = await hanh.post(`/forms/${form.id}/publish`, { version: form.version, setAside: true });
    expect(done.body.state).toBe("open");
  });

  test("a superior is not given a form, nor oneself", async () => {
    const form = await draft({ ownerId: binhLam, addressees: ["Ủy ban MTTQ Việt Nam tỉnh Tân Giang"], title: "Ngược" }, tong);
    const preview: FormPreview = (await tong.get(`/forms/${form.id}/preview`)).body;
    expect(preview.units).toEqual([]);
    expect(preview.notAsked.map(({ unit: { id } }) => id)).toEqual([front]);
    expect((await tong.post(`/forms/${form.id}/publish`, { version: form.version })).status).toBe(409);
  });

  test("a unit is taken out by hand with the reason, and stays out when words are read again", async () => {
    const form = await draft();
    const out = await hanh.post(`/forms/${form.id}/units`, {
      version: form.version,
      unitId: binhLam,
      meant: false,
      reason: "Làm điểm ở xã khác",
    });
    expect(out.status).toBe(200);
    const taken = (out.body as FormPreview).units.find((each) => each.unit.id === binhLam);
    expect(taken).toMatchObject({ meant: false, byHand: true, reason: "Làm điểm ở xã khác" });
    await publish({ ...form, version: form.version + 1 });
    expect((await tong.get(`/forms/${form.id}`)).status).toBe(404);
    const back = await hanh.delete(`/forms/${form.id}/units/${binhLam}`, { version: form.version + 2 });
    expect(back.status).toBe(200);
  });

  test("one cell has one place in a form, but each organisation gives its own", async () => {
    const twice = [
      ...content.sections,
      { id: "lap", heading: "Lặp lại", rows: [{ indicatorId: 2, label: "Số hội nghị phản biện", unit: "hội nghị" }] },
    ];
    const form = await draft({ content: { sections: twice } });
    const refused = await hanh.post(`/forms/${form.id}/publish`, { version: form.version });
    expect(refused.body.message).toContain("Số hội nghị phản biện");
    expect((await publish(await draft({ title: "Hai tổ chức" }))).state).toBe("open");
  });

  test("a new version is prepared beside the one in force, and rounds keep theirs", async () => {
    const form = await publish(await draft({ title: "Biểu hai bản" }));
    expect(form).toMatchObject({ state: "open", published: 1, preparing: null, openRounds: 1 });
    const second = await hanh.post(`/forms/${form.id}/versions`, { version: form.version });
    expect([second.status, second.body.edition, second.body.published]).toEqual([201, 2, 1]);
    expect((await tong.get(`/forms/${form.id}`)).body).toMatchObject({ edition: 1, preparing: null, asked: true, can: [] });
    expect((await tong.get(`/forms/${form.id}`, { edition: 2 })).status).toBe(404);
    const changed = { ...second.body.settings, content: { sections: [content.sections[0]] } };
    const other = await hanh.put(`/forms/${form.id}`, { version: second.body.version, settings: changed, periods: { kind: "month" } });
    expect(other.status).toBe(409);
    const edited = await hanh.put(`/forms/${form.id}`, { version: second.body.version, settings: changed });
    const published = await publish(edited.body);
    expect(published).toMatchObject({ published: 2, openRounds: 1 });
    const [round] = (await hanh.get("/rounds/asked", { formId: form.id })).body.items;
    expect(round.edition).toBe(1);
  });

  test("what the same units give elsewhere is said beside the row, and to each of them", async () => {
    const months = await publish(
      await draft({
        title: "Biểu tháng về phản biện",
        periods: { kind: "month" },
        content: { sections: [{ id: "a", heading: "Phản biện", rows: [{ indicatorId: 77, label: "Số phản biện", unit: "cuộc" }] }] },
      }),
    );
    const quarter = await draft({
      title: "Biểu quý",
      content: { sections: [{ id: "b", heading: "Phản biện", rows: [{ indicatorId: 77, label: "Số phản biện", unit: "cuộc" }] }] },
    });
    const preview: FormPreview = (await hanh.get(`/forms/${quarter.id}/preview`)).body;
    expect(preview.alreadyGiven).toMatchObject([
      { formId: months.id, formTitle: "Biểu tháng về phản biện", samePeriod: false, sectionId: "b", indicatorId: 77 },
    ]);
    await publish(quarter);
    expect((await tong.get(`/forms/${quarter.id}`)).body.alreadyGiven).toMatchObject([{ formId: months.id, units: 1 }]);
  });

  test("closing ends what is owed; history tells it to who may see the form", async () => {
    const form = await publish(await draft({ title: "Biểu sẽ ngừng" }));
    expect((await hanh.post(`/forms/${form.id}/close`, { version: form.version, reason: " " })).status).toBe(400);
    const closed = await hanh.post(`/forms/${form.id}/close`, { version: form.version, reason: "Hết chiến dịch" });
    expect(closed.body).toMatchObject({ state: "closed", openRounds: 0, can: [] });
    expect((await hanh.post(`/forms/${form.id}/versions`, { version: closed.body.version })).status).toBe(409);
    const history = await tong.get("/audit/history", { kind: "form", id: form.id });
    expect(history.body.entries.map(({ act }: { act: string }) => act)).toEqual(["form:close", "form:publish", "form:create"]);
    expect(history.body.entries[0].sentence.vi).toContain("ngừng biểu");
    expect((await neighbour.get("/audit/history", { kind: "form", id: form.id })).status).toBe(404);
  });

  test("a draft is thrown away with its form, a later version alone", async () => {
    const form = await draft();
    expect((await hanh.delete(`/forms/${form.id}/draft`, { version: form.version })).body).toEqual({ formLeft: false });
    expect((await hanh.get(`/forms/${form.id}`)).status).toBe(404);
  });
});

test("lists tell own forms from those that ask, and search finds them without marks", async () => {
  const form = await publish(await draft({ title: "Thống kê chuyên đề Đại đoàn kết" }));
  const own: FormSummary[] = (await hanh.get("/forms", { standing: "own", text: "dai doan ket" })).body.items;
  expect(own.map(({ id, own: mine }) => [id, mine])).toEqual([[form.id, true]]);
  const asked: FormSummary[] = (await tong.get("/forms", { standing: "asked", text: "đại đoàn kết" })).body.items;
  expect(asked.map(({ id, asked: mine, basis: why }) => [id, mine, why])).toEqual([[form.id, true, basis]]);
  expect((await neighbour.get("/forms", { text: "đại đoàn kết" })).body.items).toEqual([]);
  const found = (await tong.get("/search", { text: "dai doan ket" })).body.items;
  expect(found).toContainEqual(expect.objectContaining({ kind: "form", id: form.id }));
  const units = (await tong.get(`/forms/${form.id}/units`)).body.items;
  expect(units.map((each: { unit: { id: number } }) => each.unit.id)).toEqual([binhLam]);
});
