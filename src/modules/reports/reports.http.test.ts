import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { testApp, type Answer, type Person } from "../../../test/support/app.ts";
import { tanGiang } from "../../../test/support/tan-giang.ts";
import type { UnitId } from "../../kernel/ids.ts";
import { readDocument } from "../documents/reading/read.ts";
import type { Preview, Report, SourcePiece } from "./contract.ts";

const app = await testApp({ at: "2026-06-01T09:00:00+07:00" });
const unit = await tanGiang(app.db);
const front = unit("Ủy ban MTTQ Việt Nam tỉnh Tân Giang");
const binhLam = unit("Ủy ban MTTQ Việt Nam xã Bình Lâm");
const hoaPhu = unit("Ủy ban MTTQ Việt Nam xã Hòa Phú");

/** The province's office: who writes, who signs, the clerk; two communes; a stranger. */
let hanh: Person;
let chair: Person;
let clerk: Person;
let tong: Person;
let mai: Person;
let stranger: Person;
let roundId: string;

const ok = (answer: Answer): Report => {
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body;
};

/** A commune sends its half-year: supervisions, criticism, money, and words. */
async function send(who: Person, unitId: UnitId, figures: Record<string, unknown>, narrative: string, approve = true): Promise<void> {
  const told = ok(await who.post(`/indicators/rounds/${roundId}/units/${unitId}/submission`)) as unknown as {
    id: string;
    sections: { sectionId: string; unit: { id: number }; version: number }[];
  };
  for (const { sectionId, unit: by, version } of told.sections) {
    const body = sectionId === "a" ? { cells: figures, narrative } : { cells: {} };
    ok(await who.patch(`/indicators/submissions/${told.id}/parts/${sectionId}`, { unitId: by.id, version, ...body }));
  }
  const now = (await who.get(`/indicators/submissions/${told.id}`)).body;
  const seen = now.sections.map(({ sectionId, unit: by, version }: (typeof told.sections)[number]) => ({
    sectionId,
    unitId: by.id,
    version,
  }));
  ok(await who.post(`/indicators/submissions/${told.id}/submit`, { key: randomUUID(), seen }));
  if (!approve) return;
  const { version } = (await hanh.get(`/indicators/submissions/${told.id}`)).body;
  ok(await hanh.post(`/indicators/submissions/${told.id}/approve`, { version }));
}

const shared = "Tổ chức Ngày hội Đại đoàn kết toàn dân tộc tại tất cả các khu dân cư với đông đảo Nhân dân tham gia";

beforeAll(async () => {
  hanh = await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" });
  chair = await app.person({ name: "Đinh Văn Chủ", unit: front, role: "signer" });
  clerk = await app.person({ name: "Đỗ Quốc Bảo", unit: front, role: "clerk" });
  tong = await app.person({ name: "Phạm Văn Tòng", unit: binhLam, role: "coordinator" });
  mai = await app.person({ name: "Y Mai", unit: hoaPhu, role: "coordinator" });
  stranger = await app.person({ name: "Ngô Láng Giềng", unit: unit("Sở Nội vụ"), role: "coordinator" });
  const row = (indicatorId: number, label: string, measure: string) => ({ indicatorId, label, unit: measure });
  const form = ok(
    await hanh.post("/forms", {
      title: "Báo cáo công tác Mặt trận",
      basis: "Kế hoạch 12/KH-MTTQ-BTT ngày 05/01/2026",
      addressees: ["MTTQ các xã, phường"],
      periods: { kind: "half" },
      due: { text: "trước ngày 15/6", rule: { kind: "day-of-year", at: [{ month: 6, day: 15 }, { month: 12, day: 15 }], before: true } }, // prettier-ignore
      chain: [{ step: "receiver" }],
      content: {
        sections: [
          {
            id: "a",
            number: "I",
            heading: "Giám sát, phản biện xã hội",
            narrative: true,
            rows: [
              row(39, "Số cuộc giám sát", "cuộc"),
              row(40, "Số hội nghị phản biện", "hội nghị"),
              row(58, "Quỹ “Vì người nghèo”", "đồng"),
            ],
          },
          { id: "b", number: "II", heading: "Phương hướng", narrative: true },
        ],
      },
    }),
  );
  ok(await hanh.post(`/forms/${form.id}/publish`, { version: 1 }));
  roundId = (await hanh.get("/rounds/asked", { formId: form.id })).body.items[0].id;
  await send(
    tong,
    binhLam,
    { "39": { value: "7" }, "40": { value: "2" }, "58": { value: "553000000" } },
    `- ${shared}\n- Ra mắt mô hình "Dòng sông không rác"`,
  );
  await send(mai, hoaPhu, { "39": { value: "5", said: "hơn" }, "58": { value: "10207000000" } }, `- ${shared.toUpperCase()}`, false);
});

const begun = async (who = hanh, more: Record<string, unknown> = {}): Promise<Report> =>
  ok(await who.post("/reports", { unitId: front, roundId, ...more }));
const read = async (id: string, who = hanh): Promise<Report> => ok(await who.get(`/reports/${id}`));
const preview = async (id: string, mode = "draft", who = hanh): Promise<Preview> =>
  (await who.get(`/reports/${id}/preview`, { mode })).body;
const act = async (who: Person, id: string, name: string, more: Record<string, unknown> = {}) =>
  who.post(`/reports/${id}/${name}`, { version: (await read(id)).version, ...more });
const textOf = (told: Preview): string => told.lines.join("\n");

/** Signed by the chair. */
async function signed(more: Record<string, unknown> = {}): Promise<Report> {
  const { id } = await begun(hanh, more);
  ok(await act(hanh, id, "ready"));
  return ok(await act(chair, id, "sign"));
}

describe("a consolidated report", () => {
  test("begins as the form it asked for: its headings, a sentence per figure, a place for what units tell", async () => {
    const told = await begun();
    expect(told).toMatchObject({ state: "draft", unit: { id: front }, period: { code: "2026-H1" }, figuresFrom: "units", roundId });
    expect(told.header).toMatchObject({ form: "front", type: "Báo cáo", typeSymbol: "BC", issuerSymbol: "MTTQ-BTT", place: "Tân Giang" });
    expect(told.blocks.map(({ content }) => content.kind)).toEqual([
      "sentence",
      "heading",
      "sentence",
      "sentence",
      "sentence",
      "narrative",
      "heading",
      "narrative",
      "sentence",
    ]);
    expect(told.can).toMatchObject({ edit: true, ready: true, sign: false, number: false });
  });

  test("a draft shows what was sent, marked; official text knows approved figures only and says who is not in", async () => {
    const { id } = await begun();
    const draft = await preview(id);
    expect(textOf(draft)).toContain("Số cuộc giám sát: khoảng 12 cuộc.".replace("khoảng", "hơn"));
    expect(textOf(draft)).toContain("Quỹ “Vì người nghèo”: 10,76 tỷ đồng.");
    expect(draft.figures.find(({ ref }) => ref === "I039")).toMatchObject({
      provisional: "12",
      approved: "7",
      from: "units",
      given: 2,
      asked: 4,
    });
    const official = await preview(id, "official");
    expect(textOf(official)).toContain("Quỹ “Vì người nghèo”: 553 triệu đồng.");
    expect(textOf(official)).toMatch(/Số liệu tổng hợp từ 1\/4 đơn vị; chưa có số liệu của .*xã Hòa Phú/);
    expect(official.missing.map(({ id: missing }) => missing)).toContain(hoaPhu);
    expect(draft.checks.every(({ blocks }) => !blocks)).toBe(true);
  });

  test("what units wrote is gathered by heading, copies folded, the source named; kept pieces are printed", async () => {
    const { id, blocks } = await begun();
    const block = blocks.find(({ content }) => content.kind === "narrative");
    const pieces: SourcePiece[] = (await hanh.get(`/reports/${id}/blocks/${block?.id}/sources`)).body;
    expect(pieces.map(({ text, alike }) => [text, alike.length])).toEqual([
      [shared, 1],
      ['Ra mắt mô hình "Dòng sông không rác"', 0],
    ]);
    const [, model] = pieces;
    const kept = { key: model?.key, unitName: "xã Bình Lâm", text: "Ra mắt mô hình “Dòng sông không rác”", state: "kept" };
    const content = { ...block?.content, pieces: [kept] };
    ok(await hanh.post(`/reports/${id}/blocks`, { changes: [{ act: "put", id: block?.id, version: 1, content }] }));
    expect(textOf(await preview(id, "official"))).toContain("- Ra mắt mô hình “Dòng sông không rác” (xã Bình Lâm).");
    const again: SourcePiece[] = (await hanh.get(`/reports/${id}/blocks/${block?.id}/sources`)).body;
    expect(again.map(({ state }) => state)).toEqual(["new", "kept"]);
  });

  test("two people write in two blocks; in the same one the slower is told what stands there", async () => {
    const { id } = await begun();
    const text = (words: string) => ({ kind: "text", text: words });
    const put = (block: string, words: string, version = 1) =>
      hanh.post(`/reports/${id}/blocks`, { changes: [{ act: "put", id: block, version, content: text(words) }] });
    ok(await put("b8", "Tiếp tục thực hiện."));
    ok(await put("b6", "Nổi bật."));
    const stale = await put("b8", "Viết sau");
    expect(stale.status).toBe(409);
    expect(stale.body.details).toMatchObject({ blockId: "b8", current: { version: 2, content: { text: "Tiếp tục thực hiện." } } });
    const gone = await hanh.post(`/reports/${id}/blocks`, { changes: [{ act: "remove", id: "b6", version: 2 }, { act: "remove", id: "khong-co", version: 1 }] }); // prettier-ignore
    expect(gone.status).toBe(404);
    expect(
      (await read(id)).blocks.some(({ id: block }) => block === "b6"),
      "all or none",
    ).toBe(true);
  });

  test("a sentence with a gap does not go to the signer", async () => {
    const { id } = await begun();
    const gap = { kind: "text", text: "Đối thoại {{I024}}." };
    ok(await hanh.post(`/reports/${id}/blocks`, { changes: [{ act: "add", id: "gap", after: null, content: gap }] }));
    const refused = await act(hanh, id, "ready");
    expect(refused.status).toBe(409);
    expect(refused.body.details.checks).toMatchObject([{ blockId: "gap", blocks: true }]);
  });

  test("a stale header is refused", async () => {
    const { id, header } = await begun();
    ok(await hanh.patch(`/reports/${id}`, { version: 1, header: { ...header, subject: "Kết quả mới" } }));
    const stale = await hanh.patch(`/reports/${id}`, { version: 1, header });
    expect(stale.status).toBe(409);
    expect(stale.body.details.current).toMatchObject({ version: 2 });
  });
});

describe("the signature", () => {
  test("who wrote it does not sign it; the signer freezes text and figures", async () => {
    const both = await app.person({ name: "Trần Kiêm Nhiệm", unit: front, role: "signer" });
    const { id } = await begun();
    expect((await act(chair, id, "sign")).status, "not handed over yet").toBe(409);
    ok(await act(hanh, id, "ready"));
    expect((await act(hanh, id, "sign")).status, "a writer holds no signature").toBe(403);
    expect((await hanh.patch(`/reports/${id}`, { version: 2, figuresFrom: "own" })).status, "what was handed over is not edited").toBe(409);
    const done = ok(await act(chair, id, "sign"));
    expect(done).toMatchObject({ state: "signed", signed: { by: "Đinh Văn Chủ", how: "here", intact: true } });
    expect(done.signed?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect((await act(both, id, "sign")).status, "signed once").toBe(409);
    const frozen = await preview(id);
    expect(frozen.mode).toBe("frozen");
    expect(textOf(frozen)).toContain("Đinh Văn Chủ");
  });

  test("somebody who tampers with the frozen copy is seen", async () => {
    const { id } = await signed();
    await app.db.updateTable("report").set({ frozen: { ...((await app.db.selectFrom("report").select("frozen").where("id", "=", id).executeTakeFirstOrThrow()).frozen as object), units: 99 } as never }).where("id", "=", id).execute(); // prettier-ignore
    expect((await read(id)).signed?.intact).toBe(false);
  });

  test("figures that change later are told and never applied", async () => {
    const { id } = await signed();
    const submission = (await mai.post(`/indicators/rounds/${roundId}/units/${hoaPhu}/submission`)).body;
    const { version } = (await hanh.get(`/indicators/submissions/${submission.id}`)).body;
    ok(await hanh.post(`/indicators/submissions/${submission.id}/approve`, { version }));
    const restated = (await hanh.get(`/reports/${id}/restated`)).body;
    expect(restated).toContainEqual({ ref: "I039", title: "Cuộc giám sát", unit: "cuộc", signed: "7", now: "12" });
    expect(textOf(await preview(id))).toContain("Quỹ “Vì người nghèo”: 553 triệu đồng.");
  });
});

describe("the clerk", () => {
  test("gives number and date once in a year, and the file carries them", async () => {
    const { id } = await signed();
    expect((await clerk.get(`/reports/${id}/next-number`)).body).toEqual({
      series: "2026",
      number: "01",
      date: "2026-06-01",
      symbol: "/BC-MTTQ-BTT",
    });
    const number = { number: "05", series: "2026", date: "2026-06-05" };
    expect((await act(hanh, id, "number", number)).status, "the writer is no clerk").toBe(403);
    const numbered = ok(await act(clerk, id, "number", number));
    expect(numbered).toMatchObject({ state: "numbered", number: "05/BC-MTTQ-BTT", date: "2026-06-05" });
    const other = await signed();
    const taken = await act(clerk, other.id, "number", number);
    expect(taken.status).toBe(409);
    expect(taken.body.details.fields.number).toContain("05");
    expect((await clerk.get(`/reports/${other.id}/next-number`)).body.number).toBe("06");
    const file = await hanh.fetch(`/files/reports/${id}/docx`);
    const { lines } = await readDocument({ name: "bao-cao.docx", bytes: new Uint8Array(file.raw) });
    expect(lines).toContain("Số: 05/BC-MTTQ-BTT");
    expect(lines).toContain("Tân Giang, ngày 05 tháng 6 năm 2026");
    expect(lines.join("\n")).toContain("TM. BAN THƯỜNG TRỰC");
    expect(lines.join("\n")).not.toContain("DỰ THẢO");
  });

  test("attaches the signed scan, says that it left, and from then on nothing changes", async () => {
    const { id } = await signed();
    ok(await act(clerk, id, "number", { number: "11", series: "2026", date: "2026-06-05" }));
    const pdf = (content: string) => new File([content], "ban-ky.pdf", { type: "application/pdf" });
    const upload = async (file: File) => clerk.upload(`/reports/${id}/scan`, { version: String((await read(id)).version), file });
    expect((await upload(pdf("không phải pdf"))).status).toBe(415);
    expect(ok(await upload(pdf("%PDF-1.7 bản quét"))).scan).toMatchObject({ name: "ban-ky.pdf" });
    expect((await hanh.fetch(`/files/reports/${id}/scan`)).raw.toString()).toBe("%PDF-1.7 bản quét");
    expect(ok(await act(clerk, id, "send", { to: "Tỉnh ủy" }))).toMatchObject({
      state: "sent",
      sent: { by: "Đỗ Quốc Bảo", to: "Tỉnh ủy" },
    });
    expect((await act(clerk, id, "number", { number: "12", series: "2026", date: "2026-06-05" })).status).toBe(409);
  });
});

describe("letters with the same engine", () => {
  test.each([
    ["letter", "letter-chase", "Đôn đốc gửi báo cáo sáu tháng", "/MTTQ-BTT", "V/v đôn đốc gửi báo cáo sáu tháng"],
    ["submission-letter", undefined, "Xin chủ trương tổ chức hội nghị biểu dương", "/TTr-MTTQ-BTT", "TỜ TRÌNH"],
    ["notice", undefined, "Lịch tiếp dân quý III năm 2026", "/TB-MTTQ-BTT", "THÔNG BÁO"],
  ])("a %s is begun, written, signed, numbered and downloaded", async (kind, templateId, subject, symbol, head) => {
    const { id, blocks } = ok(await hanh.post("/reports", { unitId: front, kind, templateId, subject }));
    const words = { kind: "text", text: "Đề nghị các đơn vị thực hiện trước ngày 15 tháng 6 năm 2026." };
    const changes = blocks.map(({ id: block, version }, at) =>
      at === 0 ? { act: "put", id: block, version, content: words } : { act: "remove", id: block, version },
    );
    ok(await hanh.post(`/reports/${id}/blocks`, { changes }));
    ok(await act(hanh, id, "ready"));
    ok(await act(chair, id, "sign"));
    const numbered = ok(await act(clerk, id, "number", { number: "07", series: "2026", date: "2026-06-01" }));
    expect(numbered).toMatchObject({ kind, state: "numbered", number: `07${symbol}` });
    const file = await clerk.fetch(`/files/reports/${id}/docx`);
    const { lines } = await readDocument({ name: "van-ban.docx", bytes: new Uint8Array(file.raw) });
    const text = lines.join("\n");
    for (const part of [`Số: 07${symbol}`, head, words.text, "Đinh Văn Chủ", "Nơi nhận:"]) expect(text).toContain(part);
  });
});

describe("what was signed is corrected by another document", () => {
  test("it names the first, begins with the reason, and the first stays as it was", async () => {
    const { id } = await signed();
    expect((await hanh.post(`/reports/${id}/correct`, { kind: "correction", reason: "Nhầm" })).status, "no number yet").toBe(409);
    ok(await act(clerk, id, "number", { number: "21", series: "2026", date: "2026-06-05" }));
    const correction = ok(await hanh.post(`/reports/${id}/correct`, { kind: "correction", reason: "Cộng nhầm số liệu xã Hòa Phú" }));
    expect(correction).toMatchObject({ state: "draft", corrects: { id, kind: "correction", number: "21/BC-MTTQ-BTT" } });
    expect(correction.header.subject).toBe("Đính chính Báo cáo số 21/BC-MTTQ-BTT");
    const replacement = ok(await hanh.post(`/reports/${id}/correct`, { kind: "replacement", reason: "Sai mẫu" }));
    expect(replacement.blocks.length).toBeGreaterThan(8);
    expect((await read(id)).correctedBy.map(({ kind }) => kind)).toEqual(["correction", "replacement"]);
    expect((await read(id)).state).toBe("numbered");
  });
});

describe("a unit's report for a round it owes", () => {
  test("with its number it is the signed document of what the unit sent; nobody uploads it again", async () => {
    const signer = await app.person({ name: "Hà Văn Ký", unit: hoaPhu, role: "signer" });
    const filing = await app.person({ name: "Tô Thị Thư", unit: hoaPhu, role: "clerk" });
    const sent = async () => ok(await mai.post(`/indicators/rounds/${roundId}/units/${hoaPhu}/submission`)) as unknown as { id: string; document: { number: string; date: string; fileName: string } | null }; // prettier-ignore
    expect((await sent()).document).toBeNull();
    const { id } = ok(await mai.post("/reports", { unitId: hoaPhu, roundId }));
    const next = async (who: Person, name: string, more: Record<string, unknown> = {}) =>
      ok(await who.post(`/reports/${id}/${name}`, { version: (await read(id, mai)).version, ...more }));
    const { blocks } = await read(id, mai);
    const gap = blocks.find(({ content }) => content.kind === "sentence" && content.text.includes("I040"));
    ok(await mai.post(`/reports/${id}/blocks`, { changes: [{ act: "remove", id: gap?.id, version: 1 }] }));
    await next(mai, "ready");
    await next(signer, "sign");
    expect((await sent()).document, "signed and without a number it is no document yet").toBeNull();
    await next(filing, "number", { number: "31", series: "2026", date: "2026-05-29" });
    const { id: submissionId, document } = await sent();
    expect(document).toMatchObject({ number: "31/BC-MTTQ-BTT", date: "2026-05-29" });
    expect(document?.fileName).toMatch(/^31-BC-MTTQ-BTT .*\.docx$/);
    const file = await hanh.fetch(`/files/indicators/submissions/${submissionId}/document`);
    const { lines } = await readDocument({ name: "bao-cao.docx", bytes: new Uint8Array(file.raw) });
    expect(lines).toContain("Số: 31/BC-MTTQ-BTT");
    const { version } = await read(id, mai);
    const scan = new File(["%PDF-1.7 có dấu đỏ"], "ban-ky.pdf", { type: "application/pdf" });
    ok(await filing.upload(`/reports/${id}/scan`, { version: String(version), file: scan }));
    expect((await sent()).document).toMatchObject({ number: "31/BC-MTTQ-BTT", fileName: "ban-ky.pdf" });
    await next(filing, "number", { number: "32", series: "2026", date: "2026-05-30" });
    expect((await sent()).document).toMatchObject({ number: "32/BC-MTTQ-BTT", date: "2026-05-30", fileName: "ban-ky.pdf" });
    const history = (await hanh.get("/audit/history", { kind: "submission", id: submissionId })).body.entries;
    expect(history.filter(({ act: name }: { act: string }) => name === "submission:attach-document")).toHaveLength(3);
  });

  test("the total of a superior is nobody's document", async () => {
    const { id } = await signed();
    ok(await act(clerk, id, "number", { number: "61", series: "2026", date: "2026-06-05" }));
    const told = ok(await tong.post(`/indicators/rounds/${roundId}/units/${binhLam}/submission`)) as unknown as { document: unknown };
    expect(told.document).toBeNull();
  });
});

describe("figures added up from units", () => {
  test("without a round there is nobody to add: the editor is told whose figures stand there", async () => {
    const { id } = ok(await hanh.post("/reports", { unitId: front, kind: "report", templateId: undefined, figuresFrom: "units", period: { calendar: "civil", code: "2026-Q2" } })); // prettier-ignore
    const { checks } = await preview(id);
    expect(checks.map(({ what }) => what.en)).toContainEqual(expect.stringContaining("not tied to a reporting round"));
    const { version } = await read(id);
    ok(await hanh.patch(`/reports/${id}`, { version, figuresFrom: "own" }));
    expect(JSON.stringify((await preview(id)).checks)).not.toContain("not tied to a reporting round");
  });
});

describe("who sees what", () => {
  test("a draft is its unit's alone; signed it is read by whoever asked for it", async () => {
    const own = ok(await tong.post("/reports", { unitId: binhLam, roundId }));
    expect(own).toMatchObject({ figuresFrom: "own", header: { addressees: ["Ủy ban MTTQ Việt Nam tỉnh Tân Giang"] } });
    expect(textOf(await preview(own.id, "official", tong))).toContain("Số cuộc giám sát: 07 cuộc.");
    expect((await hanh.get(`/reports/${own.id}`)).status).toBe(404);
    ok(await tong.post(`/reports/${own.id}/ready`, { version: own.version }));
    const signer = await app.person({ name: "Hoàng Thị Lan", unit: binhLam, role: "signer" });
    ok(await signer.post(`/reports/${own.id}/sign`, { version: own.version + 1 }));
    expect((await hanh.get(`/reports/${own.id}`)).body.state).toBe("signed");
    expect((await hanh.get("/reports")).body.reports.some(({ id }: Report) => id === own.id)).toBe(true);
    for (const path of [`/reports/${own.id}`, `/reports/${own.id}/preview`, `/reports/${own.id}/restated`]) {
      expect((await stranger.get(path)).status, path).toBe(404);
      expect((await app.anonymous.get(path)).status, path).toBe(401);
    }
    expect((await stranger.fetch(`/files/reports/${own.id}/docx`)).status).toBe(404);
    expect((await app.anonymous.fetch(`/files/reports/${own.id}/docx`)).status).toBe(401);
  });

  test("where one person works alone the scan of the signed paper is the approval, shown as such", async () => {
    const alone = await app.person({ name: "Vừ A Páo", unit: unit("Ủy ban MTTQ Việt Nam phường Đông Kinh Bắc"), role: "coordinator" });
    const letter = ok(
      await alone.post("/reports", {
        unitId: alone.actor.unitId,
        kind: "letter",
        templateId: "letter-chase",
        subject: "Đôn đốc gửi báo cáo",
      }),
    );
    expect(letter.can).toMatchObject({ sign: false, signOnPaper: true });
    ok(
      await alone.post(`/reports/${letter.id}/blocks`, {
        changes: [{ act: "put", id: "b1", version: 1, content: { kind: "text", text: "Đề nghị các đơn vị gửi báo cáo." } }],
      }),
    );
    const file = new File(["%PDF-1.7"], "cong-van.pdf", { type: "application/pdf" });
    const done = ok(await alone.upload(`/reports/${letter.id}/sign-on-paper`, { version: "1", file, signer: "Nguyễn Văn Phường" }));
    expect(done.signed).toMatchObject({ how: "on-paper", by: "Nguyễn Văn Phường" });
    const numbered = ok(
      await alone.post(`/reports/${letter.id}/number`, { version: done.version, number: "249", series: "2026", date: "2026-06-01" }),
    );
    expect(numbered.number).toBe("249/MTTQ-BTT");
  });

  test("desk, search and history know it", async () => {
    const { id } = await begun();
    ok(await act(hanh, id, "ready"));
    const cards = (who: Person) => who.get("/desk").then(({ body }) => body.waiting?.cards ?? []);
    const mine = (all: { kind: string; id: string }[]) => all.filter((card) => card.id === id).map(({ kind }) => kind);
    expect(mine(await cards(chair))).toEqual(["report-ready"]);
    expect(mine(await cards(hanh))).toEqual([]);
    const found = (await hanh.get("/search", { text: "báo cáo công tác mặt trận" })).body;
    expect(JSON.stringify(found)).toContain("report");
    const history = (await hanh.get("/audit/history", { kind: "report", id })).body.entries;
    expect(history.map(({ act: name }: { act: string }) => name)).toEqual(["report:ready", "report:create"]);
    expect((await stranger.get("/audit/history", { kind: "report", id })).status).toBe(404);
  });
});

describe("input that is wrong is told", () => {
  test.each([
    ["no period", { unitId: front, kind: "report" }, 400],
    ["a period that is none", { unitId: front, kind: "report", period: { calendar: "civil", code: "2026-Q9" } }, 400],
    ["a round that is none", { unitId: front, roundId: "019a0000-0000-7000-8000-000000000000" }, 404],
    ["an outline that is none", { unitId: front, kind: "letter", templateId: "khong-co" }, 404],
    ["another's unit", { unitId: 999_999, kind: "letter" }, 404],
  ])("%s", async (_name, body, status) => {
    expect((await hanh.post("/reports", body)).status).toBe(status);
  });
  test("a unit's own outline from a report, used for the next period", async () => {
    const { id } = await begun();
    const template = (await hanh.post("/report-templates", { unitId: front, fromReport: id, title: "Của tỉnh" })).body;
    expect(template).toMatchObject({ title: "Của tỉnh", editable: true, owner: { id: front } });
    const edited = {
      version: 1,
      title: "Của tỉnh",
      subject: "Kết quả {period}",
      periods: ["quarter"],
      blocks: template.blocks.slice(0, 3),
    };
    expect((await hanh.patch(`/report-templates/${template.id}`, edited)).body).toMatchObject({ version: 2 });
    expect((await hanh.patch(`/report-templates/${template.id}`, edited)).status).toBe(409);
    const next = ok(
      await hanh.post("/reports", { unitId: front, templateId: template.id, period: { calendar: "civil", code: "2026-Q3" } }),
    );
    expect(next.header.subject).toBe("Kết quả quý III năm 2026");
    expect(next.blocks).toHaveLength(3);
    const starts = (await hanh.get("/reports/starts")).body;
    const own = starts.find((start: { unit: { id: number } }) => start.unit.id === front);
    expect(own.templates.map(({ title }: { title: string }) => title)).toContain("Của tỉnh");
    expect(own.rounds).toMatchObject([{ roundId, side: "collected" }]);
  });
});
