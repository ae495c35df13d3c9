import { beforeAll, expect, test } from "vitest";
import { testApp, type Person } from "../../../../test/support/app.ts";
import { unit } from "../../../../test/support/units.ts";
import type { UnitId } from "../../../kernel/ids.ts";

const app = await testApp({ at: "2026-11-03T09:00:00+07:00" });
const nowhere = "019a0000-0000-7000-8000-000000000000";

let binhLam: UnitId;
/** Office of the province's Front; the one person of xã Bình Lâm; the commune beside; who reads only. */
let hanh: Person;
let tong: Person;
let buoi: Person;
let viewer: Person;

beforeAll(async () => {
  const { db } = app;
  const province = await unit(db, { name: "tỉnh Tân Giang", kind: "province" });
  const front = await unit(db, { name: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang", kind: "front", parentId: province });
  const relations = [{ kind: "line" as const, superiorId: front }];
  const commune = await unit(db, { name: "xã Bình Lâm", kind: "commune", parentId: province });
  binhLam = await unit(db, { name: "Ủy ban MTTQ Việt Nam xã Bình Lâm", kind: "front", parentId: commune, relations });
  const beside = await unit(db, { name: "xã Hòa Phú", kind: "commune", parentId: province });
  const hoaPhu = await unit(db, { name: "Ủy ban MTTQ Việt Nam xã Hòa Phú", kind: "front", parentId: beside, relations });
  hanh = await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" });
  tong = await app.person({ name: "Phạm Văn Tòng", unit: binhLam, role: "reporter" });
  buoi = await app.person({ name: "Nông Thị Bưởi", unit: hoaPhu, role: "reporter" });
  viewer = await app.person({ name: "Đỗ Quốc Bảo", unit: binhLam, role: "viewer" });
});

const round = (more: object = {}) => ({
  name: "Sơ khảo",
  entriesFrom: "2026-11-01",
  entriesUntil: "2026-11-10",
  judgingFrom: "2026-11-11",
  judgingUntil: "2026-11-20",
  way: "stage",
  ...more,
});
const finals = {
  name: "Chung khảo",
  entriesFrom: "2026-11-21",
  entriesUntil: "2026-11-22",
  judgingFrom: "2026-11-23",
  judgingUntil: "2026-11-30",
};

const contestInput = (more: object = {}) => ({
  title: "Hội thi Dân vận khéo tỉnh Tân Giang",
  rules: "Mỗi đơn vị một đội.",
  kinds: ["team", "exemplar", "work"],
  prizes: ["Giải Nhất", "Giải Nhì"],
  mostEntries: 1,
  rounds: [round(), round(finals)],
  ...more,
});

const on = (day: string) => app.now(`${day}T09:00:00+07:00`);

async function opened(more: object = {}) {
  const made = await hanh.post("/contests", contestInput(more));
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const open = await hanh.post(`/contests/${made.body.id}/move`, { version: 1, act: "open" });
  expect(open.status, JSON.stringify(open.body)).toBe(200);
  return open.body;
}

const team = (more: object = {}) => ({ kind: "team", title: "Đội thi xã Bình Lâm", team: "Lò Văn Dứa; Y Mai", ...more });

async function sent(by: Person, contest: string, more: object = {}) {
  const made = await by.post(`/contests/${contest}/entries`, team(more));
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const done = await by.post(`/contest-entries/${made.body.id}/send`, { version: 1 });
  expect(done.status, JSON.stringify(done.body)).toBe(200);
  return done.body;
}

const minutes = (contest: string) =>
  hanh.upload("/contest-papers", {
    contestId: contest,
    file: new File([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])], "bb.png", { type: "image/png" }),
  });

test("from the rules to prizes over two rounds; nobody sees results before they are published", async () => {
  on("2026-11-03");
  const { id } = await opened();
  const ours = await sent(tong, id);
  const theirs = await sent(buoi, id, { title: "Đội thi xã Hòa Phú", team: "Nông Thị Bưởi" });
  expect((await tong.get(`/contest-entries/${theirs.id}`)).status).toBe(404);
  expect((await tong.get(`/contests/${id}/entries`)).body.items.map((each: { id: string }) => each.id)).toEqual([ours.id]);

  const early = await hanh.post(`/contests/${id}/move`, { version: 2, act: "judge" });
  expect([early.status, early.body.message]).toEqual([409, expect.stringContaining("còn nhận bài")]);
  on("2026-11-11");
  expect((await hanh.post(`/contests/${id}/move`, { version: 2, act: "judge" })).body.lacks).toEqual(["minutes", "results", "nobody-on"]);
  const lines = [
    { entryId: ours.id, points: 88.5, goesOn: true },
    { entryId: theirs.id, points: 88.5, goesOn: true },
  ];
  const written = await hanh.post(`/contests/${id}/results`, { version: 3, lines });
  expect(written.body.lacks).toEqual(["minutes"]);
  expect((await hanh.post(`/contests/${id}/move`, { version: 4, act: "advance" })).status).toBe(409);
  expect((await tong.get(`/contests/${id}`)).body.rounds[0].results).toBeNull();
  expect((await minutes(id)).status).toBe(201);
  const next = await hanh.post(`/contests/${id}/move`, { version: 4, act: "advance" });
  expect([next.body.state, next.body.round.name]).toEqual(["open", "Chung khảo"]);
  const shown = (await tong.get(`/contests/${id}`)).body.rounds;
  expect(shown[0].results.map((each: { points: string; goesOn: boolean }) => [each.points, each.goesOn])).toEqual([
    ["88.50", true],
    ["88.50", true],
  ]);
  expect(JSON.stringify(shown)).not.toContain("Nông Thị Bưởi");
  expect(shown[0].minutes).toEqual([]);

  on("2026-11-23");
  expect((await hanh.post(`/contests/${id}/move`, { version: 5, act: "judge" })).status).toBe(200);
  await minutes(id);
  const unknown = await hanh.post(`/contests/${id}/results`, {
    version: 6,
    lines: [{ entryId: ours.id, goesOn: false, prize: "Giải Ba" }],
  });
  expect(unknown.status).toBe(400);
  const both = lines.map(({ entryId }) => ({ entryId, goesOn: false, prize: "Giải Nhất" }));
  expect((await hanh.post(`/contests/${id}/results`, { version: 6, lines: both })).status).toBe(200);
  const decided = await hanh.post(`/contests/${id}/move`, { version: 7, act: "decide" });
  expect(decided.body.rounds[1].results.map((each: { prize: string }) => each.prize)).toEqual(["Giải Nhất", "Giải Nhất"]);
  const back = await hanh.post(`/contests/${id}/move`, { version: 8, act: "correct" });
  expect(back.status).toBe(400);

  const erased = await tong.post(`/contest-entries/${ours.id}/erase-team`, { version: 3, reason: "Theo yêu cầu" });
  expect([erased.status, erased.body.team]).toEqual([200, null]);
});

test("what is late says so, what is too much is refused, what was returned is sent again", async () => {
  on("2026-11-03");
  const { id } = await opened({ units: [binhLam] });
  const first = await sent(tong, id);
  const second = await tong.post(`/contests/${id}/entries`, { kind: "work", title: "Tiểu phẩm", text: "Lời thoại." });
  const refused = await tong.post(`/contest-entries/${second.body.id}/send`, { version: 1 });
  expect([refused.status, refused.body.message]).toEqual([409, expect.stringContaining("không quá 1 bài")]);
  const returned = await hanh.post(`/contest-entries/${first.id}/return`, { version: 2, reason: "Thiếu tiết mục" });
  expect([returned.body.state, returned.body.reason]).toEqual(["returned", "Thiếu tiết mục"]);
  on("2026-11-11");
  const late = await tong.post(`/contest-entries/${first.id}/send`, { version: 3 });
  expect([late.body.state, late.body.late, late.body.reason]).toEqual(["sent", true, null]);
});

test("whoever writes for a unit of the own line sees the draft and sends it; nobody else beside the unit does", async () => {
  on("2026-11-03");
  const { id } = await opened();
  const draft = await hanh.post(`/contests/${id}/entries`, team({ unitId: binhLam }));
  expect(draft.status, JSON.stringify(draft.body)).toBe(201);
  expect((await hanh.get(`/contests/${id}/entries`)).body.total).toBe(1);
  expect((await tong.get(`/contest-entries/${draft.body.id}`)).status).toBe(200);
  expect((await buoi.get(`/contest-entries/${draft.body.id}`)).status).toBe(404);
  expect((await hanh.post(`/contest-entries/${draft.body.id}/send`, { version: 1 })).body.state).toBe("sent");
});

test("strangers, other units, readers and wrong input are refused", async () => {
  on("2026-11-03");
  const { id } = await opened({ units: [binhLam] });
  expect((await app.anonymous.get(`/contests/${id}`)).status).toBe(401);
  expect((await buoi.get(`/contests/${id}`)).status).toBe(404);
  expect((await buoi.post(`/contests/${id}/entries`, team())).status).toBe(404);
  expect((await viewer.post(`/contests/${id}/entries`, team())).status).toBe(403);
  expect((await tong.post(`/contests/${id}/move`, { version: 2, act: "cancel", reason: "Thôi" })).status).toBe(403);
  expect((await tong.post(`/contests/${id}/entries`, { kind: "work", title: "", text: "" })).status).toBe(400);
  expect((await tong.post(`/contests/${id}/entries`, { kind: "work", title: "Bài", team: "Y Mai" })).status).toBe(400);
  expect((await hanh.post("/contests", contestInput({ rounds: [round({ entriesUntil: "2026-10-01" })] }))).status).toBe(400);
  expect((await hanh.post(`/contests/${id}/move`, { version: 1, act: "cancel", reason: "Thôi" })).status).toBe(409);
  expect((await hanh.get(`/contests/${nowhere}`)).status).toBe(404);
});

const ok = <T extends { status: number; body: unknown }>(answer: T): T["body"] => {
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body as T["body"];
};

test("judges score entries by their rubric, hidden from each other; the points are theirs and cannot be typed", async () => {
  on("2026-11-03");
  const [vinh, mai, bao] = [
    await app.person({ name: "Nguyễn Quang Vinh", unit: hanh.actor.unitId, role: "signer" }),
    await app.person({ name: "Y Mai", unit: hanh.actor.unitId, role: "reporter" }),
    await app.person({ name: "Đinh Văn Lợi", unit: hanh.actor.unitId, role: "reporter" }),
  ];
  const { id } = await opened({ rounds: [round({ way: "appraisal" })], prizes: ["Giải Nhất"] });
  const ours = await sent(tong, id);
  await sent(buoi, id, { title: "Đội thi xã Hòa Phú" });
  on("2026-11-11");
  ok(await hanh.post(`/contests/${id}/move`, { version: 2, act: "judge" }));
  const lines = [
    { key: "a-1", text: "Chào hỏi", max: "40" },
    { key: "a-2", text: "Tiểu phẩm", max: "60" },
  ];
  const content = {
    qualifying: [],
    sections: [{ title: "Phần thi", lines }],
    bonus: [],
    outcomes: [{ from: "50", word: "Đạt" }],
    unmet: "Không đạt",
  };
  const rubric = ok(await hanh.post("/appraisal-rubrics", { title: "Thang điểm hội thi", rates: ["other"], content }));
  ok(await hanh.post(`/appraisal-rubrics/${rubric.id}/publish`, { version: 1 }));
  const panel = ok(
    await hanh.post("/appraisal-rounds", {
      title: "Ban giám khảo",
      rubricId: rubric.id,
      periodFrom: "2026-11-01",
      periodUntil: "2026-11-30",
      selfScoring: false,
      selfUntil: "2026-11-11",
      judgeUntil: "2026-11-20",
    }),
  );
  expect((await tong.get(`/contests/${id}/appraisal-rounds`)).status).toBe(403);
  expect(ok(await hanh.get(`/contests/${id}/appraisal-rounds`)).items).toMatchObject([{ id: panel.id, rubric: "Thang điểm hội thi" }]);
  const handed = ok(await hanh.post(`/contests/${id}/appraise`, { version: 3, appraisalRoundId: panel.id }));
  expect([handed.rounds[0].appraisalRoundId, handed.lacks]).toEqual([panel.id, ["appraisal", "results"]]);
  expect((await hanh.post(`/contests/${id}/take`, { version: 4 })).body.message).toContain("Đợt chấm chưa đóng");

  const members = [
    { personId: vinh.id, unitId: hanh.actor.unitId, part: "head" },
    ...[mai, bao].map((judge) => ({ personId: judge.id, unitId: hanh.actor.unitId, part: "member" })),
  ];
  const before = ok(await hanh.get(`/appraisal-rounds/${panel.id}`));
  ok(await hanh.put(`/appraisal-rounds/${panel.id}/panel`, { version: before.version, members }));
  const open = ok(await hanh.post(`/appraisal-rounds/${panel.id}/open`, { version: before.version + 1 }));
  for (const { id: subject, version, title } of open.rows) {
    let at = ok(await hanh.post(`/appraisal-subjects/${subject}/check`, { version, passed: true })).version;
    for (const judge of [mai, bao]) {
      const assigned = ok(await hanh.post(`/appraisal-subjects/${subject}/judges`, { version: at, personId: judge.id }));
      at = assigned.version;
      const { sheetId } = assigned.statuses.find(({ personId }: { personId: string }) => personId === judge.id);
      const points = title.includes("Bình Lâm") ? ["38", judge === mai ? "50" : "54"] : ["30", "45"];
      ok(
        await judge.put(`/appraisal-sheets/${sheetId}`, {
          version: 1,
          marks: lines.map(({ key }, n) => ({ line: key, points: points[n] })),
        }),
      );
      const other = judge === mai ? bao : mai;
      expect((await other.get(`/appraisal-sheets/${sheetId}`)).status, "hidden from the other judge").toBe(404);
      expect((await tong.get(`/appraisal-sheets/${sheetId}`)).status, "and from whoever entered").toBe(404);
    }
    for (const judge of [mai, bao]) {
      const sheet = ok(await judge.get("/appraisal-sheets")).find((each: any) => each.subject.id === subject);
      ok(await judge.post(`/appraisal-sheets/${sheet.id}/send`, { version: 2 }));
    }
    const now = ok(await hanh.get(`/appraisal-subjects/${subject}`));
    ok(await hanh.post(`/appraisal-subjects/${subject}/conclude`, { version: now.version, discussion: "Thống nhất." }));
  }
  const done = ok(await hanh.get(`/appraisal-rounds/${panel.id}`));
  ok(await vinh.post(`/appraisal-rounds/${panel.id}/close`, { version: done.version }));

  const taken = ok(await hanh.post(`/contests/${id}/take`, { version: 4 }));
  const points = taken.rounds[0].results.map((line: any) => [line.title, line.points, line.pointsOf]);
  expect(points).toEqual([
    ["Đội thi xã Bình Lâm", "90.00", "100.00"],
    ["Đội thi xã Hòa Phú", "75.00", "100.00"],
  ]);
  const typed = await hanh.post(`/contests/${id}/results`, { version: 5, lines: [{ entryId: ours.id, points: 99, goesOn: false }] });
  expect([typed.status, typed.body.message]).toEqual([400, expect.stringContaining("không sửa bằng tay")]);
  ok(await hanh.post(`/contests/${id}/results`, { version: 5, lines: [{ entryId: ours.id, goesOn: false, prize: "Giải Nhất" }] }));
  expect((await tong.get(`/contests/${id}`)).body.rounds[0].results).toBeNull();
  ok(await hanh.post(`/contests/${id}/move`, { version: 6, act: "decide" }));
  expect((await tong.get(`/contests/${id}`)).body.rounds[0].results[0]).toMatchObject({ prize: "Giải Nhất", points: "90.00" });
});

test("what waits is on the desk of whoever owes it, and the search box finds contests", async () => {
  on("2026-11-03");
  const { id } = await opened({ units: [binhLam], title: "Hội thi Tuyên truyền viên giỏi", rounds: [round()] });
  const cards = async (person: Person) =>
    ok(await person.get("/desk"))
      .waiting.cards.filter((card: any) => card.kind.startsWith("contest") && card.title.includes("giỏi"))
      .map((card: any) => [card.kind, card.what.vi]);
  expect(await cards(tong)).toEqual([["contest-enter", "Gửi bài dự thi đến hết 10/11/2026"]]);
  expect(await cards(buoi)).toEqual([]);
  const ours = await sent(tong, id, { title: "Đội tuyên truyền giỏi" });
  expect(await cards(tong)).toEqual([]);
  ok(await hanh.post(`/contest-entries/${ours.id}/return`, { version: 2, reason: "Thiếu tên" }));
  expect(await cards(tong)).toEqual([["contest-entry", "Sửa bài dự thi được trả lại"]]);
  on("2026-11-11");
  expect(await cards(hanh)).toEqual([["contest-judge", "Hết hạn nhận bài, chuyển Sơ khảo sang chấm"]]);
  ok(await hanh.post(`/contests/${id}/move`, { version: 2, act: "judge" }));
  expect(await cards(hanh)).toEqual([["contest-publish", "Chấm và công bố kết quả Sơ khảo trước ngày 20/11/2026"]]);
  const found = async (person: Person) => ok(await person.get("/search", { text: "tuyen truyen vien" })).items.map((hit: any) => hit.to);
  expect(await found(tong)).toEqual([`/awards/contests/${id}`]);
  expect(await found(buoi)).toEqual([]);
});
