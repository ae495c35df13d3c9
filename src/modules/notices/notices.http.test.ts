import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testApp, type Person } from "../../../test/support/app.ts";
import { startSmtpSink } from "../../../test/support/smtp.ts";
import { unit } from "../../../test/support/units.ts";
import type { UnitId, WorkId } from "../../kernel/ids.ts";
import { transaction } from "../../platform/database/index.ts";
import type { Edge } from "../units/contract.ts";
import { openWork } from "../work/index.ts";
import type { Line } from "./contract.ts";
import { mailList } from "./jobs.ts";
import { tellToday } from "./service/telling.ts";

const post = await startSmtpSink();
const settings = { mail: { smtpUrl: post.url, from: "kheo@tan-giang.example" } };
const app = await testApp({ at: "2026-06-05T06:30:00+07:00", settings });
const nowhere = "019a0000-0000-7000-8000-000000000000";

let front: UnitId;
let binhLam: UnitId;
let sonHoa: UnitId;
let peoples: UnitId;
let hanh: Person;
let vinh: Person;
let tong: Person;
let mai: Person;
let luc: Person;

beforeAll(async () => {
  const province = await unit(app.db, { name: "tỉnh Tân Giang", kind: "province" });
  front = await unit(app.db, { name: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang", kind: "front", parentId: province });
  const communeFront = async (name: string) =>
    unit(app.db, {
      name: `Ủy ban MTTQ Việt Nam ${name}`,
      kind: "front",
      parentId: await unit(app.db, { name, kind: "commune", parentId: province }),
    });
  binhLam = await communeFront("xã Bình Lâm");
  sonHoa = await communeFront("xã Sơn Hòa");
  peoples = await unit(app.db, { name: "Ủy ban nhân dân tỉnh Tân Giang", kind: "peoples-committee", parentId: province });
  hanh = await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" });
  vinh = await app.person({ name: "Trần Quốc Vinh", unit: front, role: "approver" });
  tong = await app.person({ name: "Phạm Văn Tòng", unit: binhLam, role: "coordinator" });
  mai = await app.person({ name: "Y Mai Mlô", unit: sonHoa, role: "reporter" });
  luc = await app.person({ name: "Trịnh Văn Lực", unit: peoples, role: "coordinator" });
  await app.db.updateTable("person").set({ email: "tong@tan-giang.example" }).where("id", "=", tong.id).execute();
});

let made = 0;
async function duty(lead: UnitId, lastDay: string, edge: Edge = "assign") {
  const title = `Báo cáo chuyên đề ${(made += 1)}`;
  const [id] = await transaction(app.db, (tx) =>
    openWork(
      tx,
      hanh.actor,
      [
        {
          kind: "report",
          title,
          text: "Báo cáo kết quả thực hiện",
          lead,
          partners: [],
          assigner: front,
          edge,
          due: { text: "", date: lastDay, lastDay },
          period: null,
          origin: {
            kind: "plan-report",
            planId: "019a0000-0000-7000-8000-0000000000aa",
            itemId: "r1",
            planVersion: 1,
            clause: "IV.1",
            quote: "báo cáo kết quả",
            documentId: null,
            line: 40,
          },
        },
      ],
      app.services.clock(),
    ),
  );
  return { title, thing: { kind: "work", id: id as WorkId, unitId: lead } };
}

/** The daily round of some day; people's sessions stay in the fifth of June. */
const tell = (at: string) => tellToday({ ...app.services, clock: () => new Date(`${at}T06:30:00+07:00`) }, mailList);
const today = async (person: Person): Promise<Line[]> => (await person.get("/notices/today")).body.lines;
const told = async (title: string, person: Person) => {
  const { rows } = await app.db.executeQuery<{ stage: number }>(
    app.db
      .selectFrom("notice_line")
      .innerJoin("work_item", "work_item.id", "notice_line.thing_id")
      .select("stage")
      .where("work_item.title", "=", title)
      .where("person_id", "=", person.id)
      .orderBy("stage")
      .compile(),
  );
  return rows.map(({ stage }) => stage);
};

describe("what is due is told", () => {
  test("once at each stage to those who owe, and no more once they have sent", async () => {
    const { title, thing } = await duty(binhLam, "2026-06-12");
    await tell("2026-06-04");
    expect(await told(title, tong)).toEqual([]);
    await tell("2026-06-05");
    await tell("2026-06-05");
    await tell("2026-06-06");
    expect(await told(title, tong)).toEqual([-7]);
    await tell("2026-06-12");
    await tell("2026-06-13");
    expect(await told(title, tong)).toEqual([-7, 0, 1]);
    expect(await told(title, mai)).toEqual([]);
    expect(await told(title, hanh)).toEqual([]);
    expect((await today(tong)).find((line) => line.title === title)).toMatchObject({ daysLeft: 7, late: false });

    const { body } = await tong.get(`/work/${thing.id}`);
    await tong.upload(`/work/${thing.id}/complete`, { version: String(body.version), text: "Đã gửi báo cáo." });
    expect((await today(tong)).map((line) => line.title)).not.toContain(title);
    await tell("2026-06-15");
    expect(await told(title, tong)).toEqual([-7, 0, 1]);
  });

  test("a partner is never chased by itself and never late", async () => {
    const asked = await duty(peoples, "2026-06-03", "request");
    const assigned = await duty(binhLam, "2026-06-03");
    await tell("2026-06-10");
    expect(await told(asked.title, luc)).toEqual([]);
    expect(await told(assigned.title, tong)).toEqual([7]);
    expect((await today(luc)).find((line) => line.title === asked.title)).toMatchObject({ daysLeft: -2, late: false });
    expect((await today(tong)).find((line) => line.title === assigned.title)).toMatchObject({ daysLeft: -2, late: true });
  });

  test("by one mail a day, which leaves out what was sent meanwhile; not to whoever switched it off", async () => {
    const first = await duty(binhLam, "2026-06-05");
    const second = await duty(binhLam, "2026-06-05");
    await tell("2026-06-05");
    const { body } = await tong.get(`/work/${second.thing.id}`);
    await tong.upload(`/work/${second.thing.id}/complete`, { version: String(body.version), text: "Đã xong." });
    await app.runJobs();
    const mails = post.take().filter(({ to }) => to === "tong@tan-giang.example");
    expect(mails.filter(({ text }) => text.includes(first.title))).toHaveLength(1);
    expect(mails.some(({ text }) => text.includes(second.title))).toBe(false);

    expect((await tong.put("/notices/mail", { on: false })).status).toBe(200);
    const third = await duty(binhLam, "2026-06-06");
    await tell("2026-06-06");
    await app.runJobs();
    expect(post.take().some(({ text }) => text.includes(third.title))).toBe(false);
  });
});

describe("news of what a unit waited for", () => {
  const exemplar = (lead: UnitId, name: string, state: "accepted" | "returned" = "accepted") =>
    app.db
      .insertInto("exemplar")
      .values({
        kind: "model",
        state,
        name,
        stream: "new",
        lead_id: lead,
        registered_on: "2026-03-01",
        accepted_on: state === "accepted" ? "2026-03-02" : null,
        moved_on: "2026-03-02",
        typed_by: tong.id,
        typed_at: lead,
        created_at: new Date("2026-03-01T00:00:00Z"),
        updated_at: new Date("2026-06-19T00:00:00Z"),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
  afterAll(() => app.now("2026-06-05T06:30:00+07:00"));
  const mailsTo = async (address: string) => {
    await app.runJobs();
    return post.take().filter(({ to }) => to === address);
  };
  const news = async (person: Person) => (await person.get("/notices/today")).body.news;

  test("is one line for a decision however many it names, told once, to the units it is about", async () => {
    app.now("2026-06-20T06:30:00+07:00");
    await app.db.updateTable("person").set({ email: "mai@tan-giang.example" }).where("id", "=", mai.id).execute();
    const { id: decision } = await app.db
      .insertInto("exemplar_decision")
      .values({
        body_id: front,
        level: "province",
        year: 2026,
        title: "Công nhận mô hình năm 2026",
        state: "signed",
        header: JSON.stringify({ called: "Ủy ban MTTQ Việt Nam tỉnh" }),
        number: "12/QĐ-MTTQ",
        decided_on: "2026-06-18",
        signer_name: "Trần Quốc Vinh",
        signer_post: "CHỦ TỊCH",
        signed_how: "here",
        signed_by: vinh.id,
        signed_at: new Date("2026-06-18T03:00:00Z"),
        frozen: "{}",
        docx_hash: "a".repeat(64),
        created_by: hanh.id,
        created_by_name: "Lê Thị Hạnh",
        created_at: new Date("2026-06-17T03:00:00Z"),
        updated_at: new Date("2026-06-18T03:00:00Z"),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const leads = [...Array.from({ length: 12 }, () => binhLam), sonHoa];
    for (const [at, lead] of leads.entries()) {
      const { id } = await exemplar(lead, `Mô hình ${at + 1}`);
      await app.db
        .insertInto("exemplar_recognition")
        .values({
          exemplar_id: id,
          decision_id: decision,
          level: "province",
          year: 2026,
          recognised_on: "2026-06-18",
          kind: "model",
          printed_as: `Mô hình ${at + 1}`,
          unit_name: "Ủy ban MTTQ Việt Nam xã",
          certificate_code: `ABCDE-FGHJK-000${String(at).padStart(2, "0")}`,
        })
        .execute();
    }
    expect(await news(tong)).toMatchObject([
      { kind: "recognition", text: { vi: "12 mô hình, điển hình của Ủy ban MTTQ Việt Nam xã Bình Lâm đã được công nhận cấp tỉnh." } },
    ]);
    expect(await news(luc)).toEqual([]);
    expect((await tong.get("/desk")).body.waiting.cards.filter(({ kind }: { kind: string }) => kind === "recognition")).toHaveLength(1);
    await tong.put("/notices/mail", { on: true });
    await tell("2026-06-20");
    const [mail, ...more] = await mailsTo("tong@tan-giang.example");
    expect(more).toEqual([]);
    expect(mail?.text).toContain("- 12 mô hình, điển hình của Ủy ban MTTQ Việt Nam xã Bình Lâm đã được công nhận cấp tỉnh.");
    await tell("2026-06-21");
    expect((await mailsTo("tong@tan-giang.example")).filter(({ text }) => text.includes("12 mô hình"))).toEqual([]);
  });

  test("tells of registrations that came back and of awards in the list of the day, and to nobody who switched mail off", async () => {
    app.now("2026-06-20T06:30:00+07:00");
    await exemplar(sonHoa, "Sáng đường quê", "returned");
    await exemplar(sonHoa, "Ngõ không rác", "returned");
    const { id: campaign } = await app.db
      .insertInto("award_campaign")
      .values({
        body_id: front,
        title: "Khen thưởng năm 2026",
        kind: "regular",
        state: "decided",
        period_from: "2026-01-01",
        period_until: "2026-12-31",
        opens_on: "2026-05-01",
        closes_on: "2026-05-31",
        forms: JSON.stringify([{ form: "x" }]),
        needed_percent: "50",
        needed_more: true,
        needed_of: "members",
        quorum_percent: "66.67",
        created_by: hanh.id,
        created_at: new Date("2026-05-01T00:00:00Z"),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const { id: decision } = await app.db
      .insertInto("award_decision")
      .values({
        campaign_id: campaign,
        body_id: front,
        state: "signed",
        candidates: [nowhere],
        number: "15/QĐ-MTTQ",
        decided_on: "2026-06-18",
        signer_name: "Trần Quốc Vinh",
        created_by: hanh.id,
        created_at: new Date("2026-06-17T00:00:00Z"),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    for (const deed of ["Đường điện", "Bến đò"])
      await app.db
        .insertInto("award")
        .values({
          campaign_id: campaign,
          decision_id: decision,
          body_id: front,
          unit_id: sonHoa,
          subject: "collective",
          form: "x",
          form_name: "Giấy khen",
          deed,
          period_from: "2026-01-01",
          period_until: "2026-12-31",
          number: "15/QĐ-MTTQ",
          granted_on: "2026-06-18",
          granter: "Ủy ban MTTQ Việt Nam tỉnh",
          printed_name: deed,
          typed_by: hanh.id,
          typed_at: new Date("2026-06-18T00:00:00Z"),
        })
        .execute();
    expect((await news(mai)).map(({ kind, text }: { kind: string; text: { vi: string } }) => [kind, text.vi])).toEqual([
      ["returned", "2 bản đăng ký của Ủy ban MTTQ Việt Nam xã Sơn Hòa được trả lại để bổ sung; mở từng bản để đọc lý do."],
      ["recognition", "“Mô hình 13” (Ủy ban MTTQ Việt Nam xã Sơn Hòa) đã được công nhận cấp tỉnh."],
      ["award", "2 tập thể, cá nhân của Ủy ban MTTQ Việt Nam xã Sơn Hòa được khen thưởng: Khen thưởng năm 2026."],
    ]);
    await mai.put("/notices/mail", { on: false });
    await tell("2026-06-22");
    expect(await mailsTo("mai@tan-giang.example")).toEqual([]);
  });
});

describe("a reminder by a person's click", () => {
  test("goes to those who still owe, a partner too, in the sender's words", async () => {
    const owes = await duty(sonHoa, "2026-06-08");
    const partner = await duty(peoples, "2026-06-08", "request");
    const draft = await hanh.post("/notices/reminders/draft", { things: [owes.thing, partner.thing] });
    expect(draft.body.text).toContain(owes.title);
    expect(draft.body.owing).toHaveLength(2);
    const sent = await hanh.post("/notices/reminders", { things: [owes.thing, partner.thing], text: "Trân trọng nhắc các đồng chí." });
    expect(sent).toMatchObject({ status: 201, body: { reminded: 2, left: 0 } });
    expect((await today(luc)).find(({ title }) => title === partner.title)?.reminders).toMatchObject([
      { by: "Lê Thị Hạnh", text: "Trân trọng nhắc các đồng chí.", from: { id: front } },
    ]);
  });

  test("is refused to strangers, to those who did not ask, and when nobody owes", async () => {
    const { thing } = await duty(sonHoa, "2026-06-09");
    expect((await app.anonymous.post("/notices/reminders", { things: [thing], text: "Nhắc" })).status).toBe(401);
    expect((await tong.post("/notices/reminders", { things: [thing], text: "Nhắc" })).status).toBe(403);
    expect((await hanh.post("/notices/reminders", { things: [thing], text: " " })).status).toBe(400);
    expect((await hanh.post("/notices/reminders", { things: [{ ...thing, id: nowhere }], text: "Nhắc" })).status).toBe(409);
  });
});

describe("more time", () => {
  test("is asked for with a reason and granted by who gave the work, which moves the day", async () => {
    const { thing, title } = await duty(sonHoa, "2026-06-08");
    const approver = await app.person({ name: "Rơ Châm H'Lan", unit: sonHoa, role: "coordinator" });
    const asked = await mai.post("/extensions", { thing, untilDay: "2026-06-15", reason: "Mưa lũ, hai thôn bị chia cắt" });
    expect(asked).toMatchObject({ status: 201, body: { state: "asked", fromDay: "2026-06-08", mayDecide: false, mayWithdraw: true } });
    expect((await mai.post("/extensions", { thing, untilDay: "2026-06-16", reason: "Lần nữa" })).status).toBe(409);
    expect((await approver.post(`/extensions/${asked.body.id}/decision`, { version: 1, grant: true, answer: "" })).status).toBe(403);
    expect((await tong.post(`/extensions/${asked.body.id}/decision`, { version: 1, grant: true, answer: "" })).status).toBe(404);

    const waiting = (await vinh.get("/extensions")).body.items.find(({ id }: { id: string }) => id === asked.body.id);
    expect(waiting).toMatchObject({ title, mayDecide: true });
    expect((await vinh.get("/desk")).body.waiting.cards).toContainEqual(expect.objectContaining({ kind: "extension", id: asked.body.id }));
    expect((await vinh.post(`/extensions/${asked.body.id}/decision`, { version: 9, grant: true, answer: "" })).status).toBe(409);
    const granted = await vinh.post(`/extensions/${asked.body.id}/decision`, { version: 1, grant: true, answer: "Đồng ý" });
    expect(granted.body).toMatchObject({ state: "granted", grantedUntil: "2026-06-15", decidedBy: "Trần Quốc Vinh" });
    expect((await mai.get(`/work/${thing.id}`)).body.due.lastDay).toBe("2026-06-15");
    expect((await vinh.post(`/extensions/${asked.body.id}/decision`, { version: 2, grant: false, answer: "Thôi" })).status).toBe(409);
  });

  test("can be refused with a reason, or withdrawn; the day stays", async () => {
    const { thing } = await duty(sonHoa, "2026-06-09");
    const asked = await mai.post("/extensions", { thing, untilDay: "2026-06-24", reason: "Bận" });
    expect((await vinh.post(`/extensions/${asked.body.id}/decision`, { version: 1, grant: false, answer: "" })).status).toBe(400);
    const refused = await vinh.post(`/extensions/${asked.body.id}/decision`, { version: 1, grant: false, answer: "Kỳ họp đã ấn định" });
    expect(refused.body).toMatchObject({ state: "refused", answer: "Kỳ họp đã ấn định" });
    const again = await mai.post("/extensions", { thing, untilDay: "2026-06-12", reason: "Xin thêm ba ngày" });
    const withdrawn = await mai.post(`/extensions/${again.body.id}/withdrawal`, { version: 1 });
    expect(withdrawn.body.state).toBe("withdrawn");
    expect((await mai.get(`/work/${thing.id}`)).body.due.lastDay).toBe("2026-06-09");
  });

  test.each([
    ["an earlier day", { untilDay: "2026-06-02" }, 400],
    ["no reason", { reason: "" }, 400],
    ["another unit's duty", { unit: "binhLam" }, 404],
  ])("%s is refused", async (_what, wrong, status) => {
    const { thing } = await duty("unit" in wrong ? binhLam : sonHoa, "2026-06-09");
    const { unit: _unit, ...body } = { untilDay: "2026-06-24", reason: "Bận", unit: "", ...wrong };
    expect((await mai.post("/extensions", { thing, ...body })).status).toBe(status);
  });
});
