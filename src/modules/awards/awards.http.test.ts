import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { testApp, type Person } from "../../../test/support/app.ts";
import { unit } from "../../../test/support/units.ts";
import type { UnitId } from "../../kernel/ids.ts";

const app = await testApp({ at: "2026-11-03T09:00:00+07:00" });
const nowhere = "019a0000-0000-7000-8000-000000000000";

let front: UnitId;
let binhLam: UnitId;
let village: UnitId;
/** Office of the province's Front; who signs there; the one person of xã Bình Lâm; head of a village's board; the commune beside. */
let hanh: Person;
let vinh: Person;
let tong: Person;
let dua: Person;
let buoi: Person;
let viewer: Person;

beforeAll(async () => {
  const { db } = app;
  const province = await unit(db, { name: "tỉnh Tân Giang", kind: "province" });
  front = await unit(db, { name: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang", kind: "front", parentId: province });
  const line = (superiorId: UnitId) => [{ kind: "line" as const, superiorId }];
  const commune = await unit(db, { name: "xã Bình Lâm", kind: "commune", parentId: province });
  binhLam = await unit(db, { name: "Ủy ban MTTQ Việt Nam xã Bình Lâm", kind: "front", parentId: commune, relations: line(front) });
  const area = await unit(db, { name: "thôn Đoài", kind: "residential-area", parentId: commune });
  village = await unit(db, { name: "Ban Công tác Mặt trận thôn Đoài", kind: "front", parentId: area, relations: line(binhLam) });
  const beside = await unit(db, { name: "xã Hòa Phú", kind: "commune", parentId: province });
  const hoaPhu = await unit(db, { name: "Ủy ban MTTQ Việt Nam xã Hòa Phú", kind: "front", parentId: beside, relations: line(front) });
  hanh = await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" });
  vinh = await app.person({ name: "Nguyễn Quang Vinh", unit: front, role: "signer" });
  tong = await app.person({ name: "Phạm Văn Tòng", unit: binhLam, role: "coordinator" });
  dua = await app.person({ name: "Lò Văn Dứa", unit: village, role: "reporter" });
  buoi = await app.person({ name: "Nông Thị Bưởi", unit: hoaPhu, role: "reporter" });
  viewer = await app.person({ name: "Đỗ Quốc Bảo", unit: binhLam, role: "viewer" });
});

const campaignInput = (more: object = {}) => ({
  title: "Khen thưởng phong trào Dân vận khéo năm 2026",
  kind: "thematic",
  periodFrom: "2026-01-01",
  periodUntil: "2026-12-31",
  opensOn: "2026-11-01",
  closesOn: "2026-11-30",
  forms: [{ code: "giay-khen" }, { code: "bang-khen", granter: "Chủ tịch Ủy ban nhân dân tỉnh" }],
  mostCollectives: 2,
  units: [{ unitId: binhLam, mostCollectives: 1, mostIndividuals: 1 }],
  ...more,
});

async function open(more: object = {}) {
  const made = await hanh.post("/award-campaigns", campaignInput(more));
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const opened = await hanh.post(`/award-campaigns/${made.body.id}/move`, { version: 1, act: "open" });
  expect(opened.status, JSON.stringify(opened.body)).toBe(200);
  return opened.body;
}

const collective = (more: object = {}) => ({
  subject: "collective",
  form: "giay-khen",
  printedName: "Ban Công tác Mặt trận thôn Đoài",
  printedUnit: "xã Bình Lâm, tỉnh Tân Giang",
  deed: "Vận động nhân dân phân loại rác tại nhà năm 2026",
  words: { results: "95 trong 110 hộ phân loại rác." },
  ...more,
});
const person = (more: object = {}) => collective({ subject: "individual", printedName: "Y Mai", printedPost: "Chi hội trưởng", ...more });

async function begun(by: Person, campaign: string, more: object = {}) {
  const made = await by.post(`/award-campaigns/${campaign}/candidates`, more);
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body;
}

async function proposed(by: Person, campaign: string, more: object = collective()) {
  const { id } = await begun(by, campaign, more);
  const sent = await by.post(`/award-candidates/${id}/propose`, { version: 1 });
  expect(sent.status, JSON.stringify(sent.body)).toBe(200);
  return sent.body;
}

const meeting = (more: object = {}) => ({
  heldOn: "2026-11-03",
  place: "Phòng họp",
  members: 9,
  present: 8,
  chairName: "Lê Thị Hạnh",
  secretaryName: "Đỗ Quốc Bảo",
  ...more,
});

/** From proposals to a council with a closed meeting in which everybody passed. */
async function voted(campaign: { id: string; version: number }) {
  await hanh.post(`/award-campaigns/${campaign.id}/move`, { version: campaign.version, act: "council" });
  const council = (await hanh.post(`/award-campaigns/${campaign.id}/meetings`, meeting())).body;
  const [held] = council.meetings;
  const votes = held.votes.map(({ candidate }: any) => ({ candidateId: candidate.id, votes: { for: 8, against: 0, blank: 0 } }));
  await hanh.put(`/award-meetings/${held.id}`, { ...meeting({ votes }), version: 1 });
  const closed = await hanh.post(`/award-meetings/${held.id}/close`, { version: 2 });
  expect(closed.status, JSON.stringify(closed.body)).toBe(200);
  return closed.body;
}

async function granted(number: string, more: object = {}, who: object = collective(), scan: File | null = null) {
  const campaign = await open(more);
  const candidate = await proposed(tong, campaign.id, who);
  await voted(campaign);
  const drafted = await hanh.post(`/award-campaigns/${campaign.id}/decisions`, { candidates: [candidate.id] });
  expect(drafted.status, JSON.stringify(drafted.body)).toBe(201);
  const [decision] = drafted.body.decisions;
  const signed = await vinh.upload(`/award-decisions/${decision.id}/sign`, {
    version: "1",
    number,
    decidedOn: "2026-11-03",
    signerName: "Nguyễn Quang Vinh",
    ...(scan ? { file: scan } : {}),
  });
  expect(signed.status, JSON.stringify(signed.body)).toBe(200);
  return { campaign, candidate, council: signed.body, decision: signed.body.decisions[0] };
}

describe("a campaign", () => {
  test("says which of its forms the body may not clearly grant, and is seen once open by whom it addresses", async () => {
    const { body: made } = await hanh.post(
      "/award-campaigns",
      campaignInput({ forms: [{ code: "giay-khen" }, { code: "ky-niem-chuong-dan-van" }] }),
    );
    expect(made.doubts.map(({ code, kind }: any) => [code, kind])).toEqual([
      ["giay-khen", "unsure"],
      ["ky-niem-chuong-dan-van", "not-named"],
    ]);
    expect((await tong.get(`/award-campaigns/${made.id}`)).status).toBe(404);
    await hanh.post(`/award-campaigns/${made.id}/move`, { version: 1, act: "open" });
    const seen = await dua.get(`/award-campaigns/${made.id}`);
    expect(seen.body).toMatchObject({ mayPropose: true, manages: false, can: [], doubts: [], units: [{ unit: { id: binhLam } }] });
    expect((await buoi.get(`/award-campaigns/${made.id}`)).status).toBe(404);
    expect((await buoi.get("/award-campaigns")).body.total).toBe(0);
    const waits = async (by: Person) => (await by.get("/desk")).body.waiting.cards.map(({ kind, id }: any) => `${kind} ${id}`);
    const hits = async (by: Person) => (await by.get("/search", { text: made.title })).body.items.map(({ id }: any) => id);
    expect(await waits(tong)).toContain(`award-campaign ${made.id}`);
    expect(await hits(tong)).toContain(made.id);
    expect([await waits(hanh), await waits(buoi), await hits(buoi)].flat().filter((line) => line.includes(made.id))).toEqual([]);
    await proposed(tong, made.id);
    expect(await waits(tong)).not.toContain(`award-campaign ${made.id}`);
    await hanh.post(`/award-campaigns/${made.id}/move`, { version: 2, act: "council" });
    expect(await waits(hanh)).toContain(`award-council ${made.id}`);
    await hanh.post(`/award-campaigns/${made.id}/move`, { version: 3, act: "cancel", reason: "Thử" });
  });

  test("names what is wrong, and tells of a change in between", async () => {
    for (const [wrong, field] of [
      [{ closesOn: "2026-01-01" }, "closesOn"],
      [{ periodUntil: "2025-01-01" }, "periodUntil"],
      [{ forms: [{ code: "co-thi-dua" }] }, "forms"],
      [{ units: [{ unitId: 999_999 }] }, "units"],
    ] as const) {
      const answer = await hanh.post("/award-campaigns", campaignInput(wrong));
      expect([answer.status, Object.keys(answer.body.details.fields)], JSON.stringify(wrong)).toEqual([400, [field]]);
    }
    const campaign = await open();
    const stale = await hanh.put(`/award-campaigns/${campaign.id}`, { ...campaignInput(), version: 1 });
    expect([stale.status, stale.body.details.current.state]).toEqual([409, "open"]);
    expect((await hanh.post(`/award-campaigns/${campaign.id}/move`, { version: 2, act: "council" })).body.code).toBe("wrong_state");
    expect((await hanh.post(`/award-campaigns/${campaign.id}/move`, { version: 2, act: "cancel" })).status).toBe(400);
    expect((await tong.post(`/award-campaigns/${campaign.id}/move`, { version: 2, act: "close" })).status).toBe(403);
  });

  test("a body corrects a form of award for itself, the starting one stays", async () => {
    const { items } = (await hanh.get("/award-forms")).body;
    const { own: _, version: __, ...form } = items.find(({ code }: any) => code === "bang-khen");
    await hanh.put("/award-forms/bang-khen", { ...form, name: "Bằng khen của tỉnh" });
    const named = async (by: Person) => (await by.get("/award-forms")).body.items.find(({ code }: any) => code === "bang-khen").name;
    expect([await named(hanh), await named(tong)]).toEqual(["Bằng khen của tỉnh", "Bằng khen"]);
    await hanh.put("/award-forms/bang-khen", form);
    expect((await dua.put("/award-forms/bang-khen", form)).status).toBe(403);
  });
});

describe("a candidate", () => {
  test("is proposed within the quota of its unit; beyond it the answer says what to do", async () => {
    const campaign = await open();
    await proposed(dua, campaign.id, collective({ printedName: "Tổ tự quản số 1" }));
    const second = await begun(tong, campaign.id, collective({ printedName: "Tổ tự quản số 2" }));
    const refused = await tong.post(`/award-candidates/${second.id}/propose`, { version: 1 });
    expect([refused.status, refused.body.message]).toEqual([409, expect.stringMatching(/không quá 1 tập thể.*rút một đề nghị/i)]);
    const now = (await tong.get(`/award-campaigns/${campaign.id}`)).body;
    expect(now.units[0]).toMatchObject({ mostCollectives: 1, used: { collective: 1, individual: 0 } });
    const first = (await tong.get(`/award-campaigns/${campaign.id}/candidates`, { state: "proposed" })).body.items[0];
    await dua.post(`/award-candidates/${first.id}/withdraw`, { version: first.version, reason: "Nhường tổ khác" });
    expect((await tong.post(`/award-candidates/${second.id}/propose`, { version: 1 })).status).toBe(200);
  });

  test("needs what the decision prints, and what was achieved", async () => {
    const campaign = await open();
    const bare = await begun(tong, campaign.id, person({ printedPost: null, words: {} }));
    const post = await tong.post(`/award-candidates/${bare.id}/propose`, { version: 1 });
    expect(Object.keys(post.body.details.fields)).toEqual(["printedPost"]);
    await tong.put(`/award-candidates/${bare.id}`, { ...person({ words: {} }), version: 1 });
    expect(Object.keys((await tong.post(`/award-candidates/${bare.id}/propose`, { version: 2 })).body.details.fields)).toEqual([
      "words.results",
    ]);
    for (const [wrong, field] of [
      [collective({ form: "co" }), "form"],
      [collective({ form: "ky-niem-chuong-dan-van" }), "form"],
      [collective({ printedPost: "Trưởng ban" }), "printedPost"],
      [collective({ exemplarId: nowhere }), "exemplarId"],
    ] as const)
      expect(Object.keys((await tong.post(`/award-campaigns/${campaign.id}/candidates`, wrong)).body.details.fields)).toEqual([field]);
    const outside = await tong.post(`/award-campaigns/${campaign.id}/candidates`, collective({ unitId: front }));
    expect(outside.status).toBe(403);
    expect((await viewer.post(`/award-campaigns/${campaign.id}/candidates`, collective())).status).toBe(403);
    expect((await app.anonymous.post(`/award-campaigns/${campaign.id}/candidates`, collective())).status).toBe(401);
  });

  test("is seen by its unit, by those above it and by the office; a draft by its unit alone", async () => {
    const campaign = await open();
    const draft = await begun(dua, campaign.id, collective());
    expect((await hanh.get(`/award-candidates/${draft.id}`)).status).toBe(404);
    await dua.post(`/award-candidates/${draft.id}/propose`, { version: 1 });
    expect((await hanh.get(`/award-candidates/${draft.id}`)).body.can).toEqual(["withdraw", "return"]);
    expect((await tong.get(`/award-candidates/${draft.id}`)).status).toBe(200);
    expect((await buoi.get(`/award-candidates/${draft.id}`)).status).toBe(404);
    const back = await hanh.post(`/award-candidates/${draft.id}/return`, { version: 2, reason: "Bổ sung số hộ" });
    expect(back.body).toMatchObject({ state: "returned", reason: "Bổ sung số hộ" });
    expect((await dua.get("/desk")).body.waiting.cards).toContainEqual(expect.objectContaining({ kind: "award-candidate", id: draft.id }));
    expect((await dua.post(`/award-candidates/${draft.id}/return`, { version: 3, reason: "x" })).status).toBe(403);
    // A commune writes for a village whose head has no screen: the draft is its own too, and nobody else's above.
    const written = await begun(tong, campaign.id, person({ unitId: village, printedName: "Lò Thị Én" }));
    expect((await tong.get(`/award-campaigns/${campaign.id}/candidates`)).body.items.map(({ id }: any) => id)).toContain(written.id);
    expect((await hanh.get(`/award-candidates/${written.id}`)).status).toBe(404);
  });
});

describe("from the council to the register", () => {
  test("votes must add up and enough be there; the decision is signed by another than who proposed; the award is in the register", async () => {
    const campaign = await open({ units: [{ unitId: binhLam }] });
    const who = await proposed(tong, campaign.id, collective({ printedName: "Tổ hòa giải thôn Đông" }));
    const mai = await proposed(tong, campaign.id, person({ printedName: "Y Lan", form: "bang-khen" }));
    await hanh.post(`/award-campaigns/${campaign.id}/move`, { version: 2, act: "council" });
    expect((await tong.post(`/award-candidates/${who.id}/withdraw`, { version: 2, reason: "x" })).body.code).toBe("wrong_state");
    const few = (await hanh.post(`/award-campaigns/${campaign.id}/meetings`, meeting({ present: 5 }))).body.meetings[0];
    expect(few.quorum).toBe(false);
    expect((await hanh.post(`/award-meetings/${few.id}/close`, { version: 1 })).body.details.fields.present).toMatch(/66,67/);
    const ballots = (against: number) => [
      { candidateId: who.id, votes: { for: 7, against, blank: 0 } },
      { candidateId: mai.id, votes: { for: 4, against: 4, blank: 0 } },
    ];
    const short = await hanh.put(`/award-meetings/${few.id}`, { ...meeting({ votes: ballots(0) }), version: 1 });
    expect(short.body.meetings[0].votes.map(({ difference }: any) => difference)).toEqual([-1, 0]);
    const refused = await hanh.post(`/award-meetings/${few.id}/close`, { version: 2 });
    expect([refused.status, refused.body.message]).toEqual([400, expect.stringContaining("tổng số phiếu là 7 nhưng có 8 người")]);
    await hanh.put(`/award-meetings/${few.id}`, { ...meeting({ votes: ballots(1) }), version: 2 });
    const closed = (await hanh.post(`/award-meetings/${few.id}/close`, { version: 3 })).body;
    expect(closed.meetings[0].votes.map(({ passes, share }: any) => [passes, share])).toEqual([
      [true, "77,8%"],
      [false, "44,4%"],
    ]);
    expect(closed.complete).toBe(true);
    const failed = await hanh.post(`/award-campaigns/${campaign.id}/decisions`, { candidates: [who.id, mai.id] });
    expect(failed.body.code).toBe("wrong_state");
    const foreign = await hanh.post(`/award-campaigns/${campaign.id}/decisions`, {
      candidates: [who.id],
      granter: "Chủ tịch Ủy ban nhân dân tỉnh",
    });
    expect(Object.keys(foreign.body.details.fields)).toEqual(["granter"]);
    const [decision] = (await hanh.post(`/award-campaigns/${campaign.id}/decisions`, { candidates: [who.id] })).body.decisions;
    const signing = { version: 1, number: "05/QĐ-MTTQ-BTT", decidedOn: "2026-11-03", signerName: "Nguyễn Quang Vinh" };
    expect((await tong.post(`/award-decisions/${decision.id}/sign`, signing)).status).toBe(403);
    expect((await hanh.post(`/award-decisions/${decision.id}/sign`, { ...signing, decidedOn: "2026-12-24" })).status).toBe(400);
    const signed = await vinh.post(`/award-decisions/${decision.id}/sign`, signing);
    expect(signed.body).toMatchObject({ campaign: { state: "decided", awarded: { collective: 1 } }, decisions: [{ state: "signed" }] });
    const listed = (await tong.get("/awards", { text: "to hoa giai" })).body;
    expect(listed.items).toMatchObject([{ number: "05/QĐ-MTTQ-BTT", formName: "Giấy khen", unit: { id: binhLam }, can: [] }]);
    expect((await buoi.get("/awards", { text: "to hoa giai" })).body.total).toBe(0);
    expect((await tong.get(`/award-candidates/${who.id}`)).body.award).toMatchObject({ number: "05/QĐ-MTTQ-BTT" });
    const history = await hanh.get("/audit/history", { kind: "award-campaign", id: campaign.id });
    expect(JSON.stringify(history.body)).not.toContain("Y Lan");
  });

  test("no more than the campaign's quota, counted over its decisions", async () => {
    const campaign = await open({ units: [], mostCollectives: 1 });
    const one = await proposed(tong, campaign.id, collective({ printedName: "Tổ số 3" }));
    const two = await proposed(tong, campaign.id, collective({ printedName: "Tổ số 4" }));
    await voted(campaign);
    const both = await hanh.post(`/award-campaigns/${campaign.id}/decisions`, { candidates: [one.id, two.id] });
    expect([both.body.code, both.body.details.over]).toEqual(["wrong_state", 1]);
    expect((await hanh.post(`/award-campaigns/${campaign.id}/decisions`, { candidates: [one.id] })).status).toBe(201);
    expect((await hanh.post(`/award-campaigns/${campaign.id}/decisions`, { candidates: [two.id] })).body.code).toBe("wrong_state");
    const [drafted] = (await hanh.get(`/award-campaigns/${campaign.id}/council`)).body.decisions;
    await hanh.post(`/award-decisions/${drafted.id}/cancel`, { version: 1, reason: "Chọn tổ khác" });
    expect((await hanh.post(`/award-campaigns/${campaign.id}/decisions`, { candidates: [two.id] })).status).toBe(201);
  });

  test("who proposed does not write the award down", async () => {
    const campaign = await open({ units: [] });
    const own = await proposed(hanh, campaign.id, collective({ printedName: "Văn phòng", unitId: front }));
    await voted(campaign);
    const [decision] = (await hanh.post(`/award-campaigns/${campaign.id}/decisions`, { candidates: [own.id] })).body.decisions;
    const signing = { version: 1, number: "06/QĐ-MTTQ-BTT", decidedOn: "2026-11-03", signerName: "Nguyễn Quang Vinh" };
    expect((await hanh.post(`/award-decisions/${decision.id}/sign`, signing)).status).toBe(403);
    expect((await vinh.post(`/award-decisions/${decision.id}/sign`, signing)).status).toBe(200);
  });
});

describe("on blanks", () => {
  test("what a decision granted is printed, one or all, by its office alone; what was revoked is not", async () => {
    const field = { key: "recipient", x: 40, y: 90, width: 200, size: 20 };
    const blank = (await hanh.post("/print-blanks", { name: "Giấy khen", width: 297, height: 210, fields: [field] })).body;
    const { decision, candidate } = await granted("15/QĐ-MTTQ-BTT", {}, collective({ printedName: "Tổ tự quản số 15" }));
    const path = (more = "") => `/files/awards/decisions/${decision.id}/blanks?blank=${blank.id}${more}`;
    const pages = ({ raw }: { raw: Buffer }) => raw.toString("latin1").match(/\/Type \/Page\b/g)?.length;
    const all = await hanh.fetch(path());
    expect([all.status, all.headers["content-type"], pages(all)]).toEqual([200, "application/pdf", 1]);
    expect((await hanh.fetch(path(`&form=giay-khen&candidate=${candidate.id}`))).status).toBe(200);
    expect((await hanh.fetch(path("&form=bang-khen"))).status).toBe(404);
    expect((await hanh.fetch(path(`&candidate=${nowhere}`))).status).toBe(404);
    expect((await hanh.fetch(path("&candidate=x"))).status).toBe(404);
    expect((await hanh.fetch(`/files/awards/decisions/${decision.id}/blanks?blank=${nowhere}`)).status).toBe(404);
    expect((await tong.fetch(path())).status).toBe(403);
    expect((await buoi.fetch(path())).status).toBe(404);
    expect((await app.anonymous.fetch(path())).status).toBe(401);
    const [award] = (await hanh.get("/awards", { text: "so 15" })).body.items;
    await hanh.post(`/awards/${award.id}/revoke`, { version: 1, revokedOn: "2026-11-03", reason: "Kê khai không đúng" });
    expect((await hanh.fetch(path())).status).toBe(404);
    const draft = await open();
    const next = await proposed(tong, draft.id, collective({ printedName: "Tổ tự quản số 16" }));
    await voted(draft);
    const [unsigned] = (await hanh.post(`/award-campaigns/${draft.id}/decisions`, { candidates: [next.id] })).body.decisions;
    expect((await hanh.fetch(`/files/awards/decisions/${unsigned.id}/blanks?blank=${blank.id}`)).status).toBe(409);
  });
});

describe("one achievement, one award", () => {
  test("an earlier award is found and shown; the same again is refused until it is said how it differs; revoking frees it", async () => {
    const name = { printedName: "Tổ tự quản đường hoa" };
    const { council } = await granted("07/QĐ-MTTQ-BTT", {}, collective(name));
    expect(council.campaign.state).toBe("decided");
    const campaign = await open();
    const asked = await tong.post("/award-candidates/earlier", { campaignId: campaign.id, printedName: "to tu quan duong hoa" });
    expect(asked.body.items).toMatchObject([{ kind: "award", same: true, where: "07/QĐ-MTTQ-BTT ngày 03/11/2026" }]);
    const again = await begun(tong, campaign.id, collective(name));
    const refused = await tong.post(`/award-candidates/${again.id}/propose`, { version: 1 });
    expect([refused.status, refused.body.details.earlier.length, refused.body.message]).toEqual([
      409,
      1,
      expect.stringContaining("Giấy khen, 07/QĐ-MTTQ-BTT"),
    ]);
    const explained = { ...collective({ ...name, otherAchievement: "Việc trồng hoa; lần trước khen việc phân loại rác." }), version: 1 };
    await tong.put(`/award-candidates/${again.id}`, explained);
    expect((await tong.post(`/award-candidates/${again.id}/propose`, { version: 2 })).body.otherAchievement).toContain("trồng hoa");
    const next = await open({ periodFrom: "2027-01-01", periodUntil: "2027-12-31" });
    expect((await tong.post("/award-candidates/earlier", { campaignId: next.id, ...name })).body.items.some(({ same }: any) => same)).toBe(
      false,
    );

    const [award] = (await hanh.get("/awards", { text: "duong hoa" })).body.items;
    expect(award.can).toEqual(["revoke"]);
    const revoked = await hanh.post(`/awards/${award.id}/revoke`, { version: 1, revokedOn: "2026-11-03", reason: "Kê khai không đúng" });
    expect(revoked.body).toMatchObject({ revokedOn: "2026-11-03", can: [] });
    expect((await tong.post(`/awards/${award.id}/revoke`, { version: 2, revokedOn: "2026-11-03", reason: "x" })).status).toBe(403);
    expect((await hanh.get("/awards", { text: "duong hoa", revoked: "false" })).body.total).toBe(0);
  });

  test("holds between campaigns that decide at the same time, and for what was granted before the system", async () => {
    const input = {
      unitId: binhLam,
      subject: "collective",
      form: "bang-khen",
      printedName: "Chi hội Cựu chiến binh thôn Đoài",
      deed: "Giữ gìn an ninh",
      periodFrom: "2026-01-01",
      periodUntil: "2026-06-30",
      number: "88/QĐ-UBND",
      grantedOn: "2026-07-01",
      granter: "Chủ tịch Ủy ban nhân dân tỉnh",
    };
    expect((await hanh.post("/awards", input)).status).toBe(201);
    expect((await hanh.post("/awards", { ...input, number: "89/QĐ-UBND" })).status).toBe(409);
    expect((await buoi.post("/awards", input)).status).toBe(403);
    // The table itself holds it, whatever a service forgets.
    const twice = sql`insert into award (body_id, unit_id, subject, form, form_name, printed_name, deed, period_from, period_until, number, granted_on, granter, typed_by, typed_at)
      select body_id, unit_id, subject, form, form_name, printed_name, deed, period_until, period_until + 10, 'x', granted_on, granter, typed_by, typed_at
        from award where number = '88/QĐ-UBND'`;
    await expect(twice.execute(app.db)).rejects.toThrow(/award_once_per_holder/);
  });
});

describe("papers", () => {
  test("are official .docx files, of what one may see; scans are kept as they are", async () => {
    const { campaign, candidate, council, decision } = await granted(
      "09/QĐ-MTTQ-BTT",
      { units: [{ unitId: binhLam }] },
      person({ printedName: "Hồ Văn Sử" }),
      new File([Buffer.from("%PDF-1.4 quyết định")], "qd.pdf", { type: "application/pdf" }),
    );
    const zip = (answer: { raw: Buffer }) => answer.raw.subarray(0, 2).toString();
    const [held] = council.meetings;
    for (const [by, path] of [
      [tong, `candidates/${candidate.id}/report`],
      [tong, `campaigns/${campaign.id}/submission`],
      [hanh, `meetings/${held.id}/minutes`],
      [hanh, `decisions/${decision.id}/docx`],
      [tong, "register.xlsx?subject=individual"],
    ] as const) {
      const answer = await by.fetch(`/files/awards/${path}`);
      expect([answer.status, zip(answer)], path).toEqual([200, "PK"]);
    }
    expect((await hanh.fetch(`/files/awards/decisions/${decision.id}/scan`)).raw.toString()).toContain("%PDF");
    for (const path of [`meetings/${held.id}/minutes`, `decisions/${decision.id}/docx`])
      expect((await tong.fetch(`/files/awards/${path}`)).status, path).toBe(403);
    expect((await tong.fetch(`/files/awards/decisions/${decision.id}/scan`)).status).toBe(404);
    for (const path of [`candidates/${candidate.id}/report`, `decisions/${decision.id}/docx`, `papers/${nowhere}`, "papers/x"])
      expect((await buoi.fetch(`/files/awards/${path}`)).status, path).toBe(404);
    expect((await app.anonymous.fetch("/files/awards/register.xlsx")).status).toBe(401);
  });

  test("a signed report may stand for the words, a fake is refused, and another's is not there", async () => {
    const campaign = await open({ units: [{ unitId: binhLam }] });
    const { id } = await begun(tong, campaign.id, collective({ printedName: "Tổ số 9", words: {} }));
    const pdf = new File([Buffer.from("%PDF-1.4 báo cáo")], "bao-cao.pdf", { type: "application/pdf" });
    const fake = new File([Buffer.from("MZ")], "bao-cao.pdf", { type: "application/pdf" });
    const sent = (file: File) => tong.upload("/award-papers", { campaignId: campaign.id, candidateId: id, kind: "report", file });
    expect((await sent(fake)).status).toBe(415);
    const paper = await sent(pdf);
    expect(paper.status, JSON.stringify(paper.body)).toBe(201);
    expect((await tong.post(`/award-candidates/${id}/propose`, { version: 1 })).body.papers).toHaveLength(1);
    expect((await buoi.fetch(`/files/awards/papers/${paper.body.id}`)).status).toBe(404);
    expect((await hanh.fetch(`/files/awards/papers/${paper.body.id}`)).status).toBe(200);
    expect((await buoi.post(`/award-papers/${paper.body.id}/take-off`)).status).toBe(404);
    expect((await tong.post(`/award-papers/${paper.body.id}/take-off`)).status).toBe(200);
  });
});

describe("an individual", () => {
  test("consents to be public, and can be erased: register, candidate and papers", async () => {
    const consent = { on: "2026-11-02", how: "Bằng văn bản" };
    const { candidate } = await granted("10/QĐ-MTTQ-BTT", { units: [] }, person({ printedName: "Lý Thị Hoa", consent }));
    const open_ = async () =>
      (await sql<{ may_be_public: boolean }>`select may_be_public from award where number = '10/QĐ-MTTQ-BTT'`.execute(app.db)).rows[0];
    expect(await open_()).toEqual({ may_be_public: true });
    const [award] = (await hanh.get("/awards", { text: "ly thi hoa" })).body.items;
    expect(award).toMatchObject({ consent: true, can: ["revoke", "erase"] });
    expect((await tong.post(`/awards/${award.id}/erase`, { version: 1, reason: "x" })).status).toBe(403);
    const erased = await hanh.post(`/awards/${award.id}/erase`, { version: 1, reason: "Theo yêu cầu của người được khen" });
    expect(erased.body).toMatchObject({ printedName: null, printedPost: null, consent: false });
    expect(await open_()).toEqual({ may_be_public: false });
    expect((await hanh.get(`/award-candidates/${candidate.id}`)).body).toMatchObject({ printedName: null, words: {}, mayErase: false });
    expect((await hanh.get("/awards", { text: "ly thi hoa" })).body.total).toBe(0);
    const { rows } =
      await sql`select 1 from act where act::text ilike '%Lý Thị Hoa%' or after::text ilike '%Lý Thị Hoa%' or before::text ilike '%Lý Thị Hoa%'`.execute(
        app.db,
      );
    expect(rows).toEqual([]);
  });
});

test("suggestions say why, and what was awarded already", async () => {
  const campaign = await open({ units: [] });
  const { db } = app;
  const base = {
    kind: "model",
    state: "accepted",
    stream: "new",
    lead_id: binhLam,
    typed_by: tong.id,
    typed_at: binhLam,
    moved_on: "2026-03-01",
    registered_on: "2026-02-01",
    accepted_on: "2026-03-01",
    created_at: new Date(),
    updated_at: new Date(),
  } as const;
  const [good, quiet] = await db
    .insertInto("exemplar")
    .values([
      { ...base, name: "Ngõ không rác" },
      { ...base, name: "Chưa có gì" },
    ])
    .returning("id")
    .execute();
  const goal = await db
    .insertInto("exemplar_goal")
    .values({ exemplar_id: good!.id, position: 1, name: "hộ phân loại", unit: "hộ", baseline: "40", goal: "95" })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("exemplar_reading")
    .values({ goal_id: goal.id, on_date: "2026-10-01", value: "96", typed_by: tong.id, typed_at: new Date() })
    .execute();
  const items = async (text = "") => (await tong.get(`/award-campaigns/${campaign.id}/suggestions`, { text })).body.items;
  expect(await items()).toMatchObject([
    { exemplarId: good!.id, subject: "collective", why: [{ text: "Đạt cả 1 mục tiêu đã đăng ký" }], earlier: [] },
  ]);
  expect((await items("chua co gi")).map(({ exemplarId }: any) => exemplarId)).toEqual([quiet!.id]);
  await proposed(tong, campaign.id, collective({ exemplarId: good!.id, printedName: "Mặt trận xã Bình Lâm" }));
  expect((await items())[0].earlier).toMatchObject([{ kind: "candidate", same: true }]);
  expect(await buoi.get(`/award-campaigns/${campaign.id}/suggestions`).then(({ body }) => body.items)).toEqual([]);
});
