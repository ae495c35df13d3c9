import { beforeAll, describe, expect, test } from "vitest";
import { testApp, type Person } from "../../../test/support/app.ts";
import { tanGiang } from "../../../test/support/tan-giang.ts";
import { handmadeDocx } from "../documents/reading/docx/handmade.ts";
import type { IntakeProposal, IntakeRow } from "./contract.ts";

const app = await testApp({ at: "2026-05-25T09:00:00+07:00" });
const unit = await tanGiang(app.db);

let hanh: Person;
let reporter: Person;

beforeAll(async () => {
  hanh = await app.person({ name: "Lê Thị Hạnh", unit: unit("Ủy ban MTTQ Việt Nam tỉnh Tân Giang"), role: "coordinator" });
  reporter = await app.person({ name: "Phạm Văn Tòng", unit: unit("Ủy ban MTTQ Việt Nam xã Bình Lâm"), role: "reporter" });
});

const letter = `ỦY BAN MTTQ VIỆT NAM TỈNH TÂN GIANG
Số: 215/MTTQ-BTT
V/v báo cáo kết quả công tác Mặt trận 6 tháng đầu năm 2026
Tân Giang, ngày 20 tháng 5 năm 2026
Kính gửi: Ủy ban MTTQ Việt Nam các xã, phường, đặc khu.
Báo cáo gửi về Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh (qua Ban Phong trào) trước ngày 15/6/2026.

ĐỀ CƯƠNG BÁO CÁO
I. TÌNH HÌNH NHÂN DÂN
II. KẾT QUẢ
1. Giám sát, phản biện
- Chủ trì … cuộc giám sát.
- Tổ chức … hội nghị phản biện xã hội.
2. Việc khác
- Tổ chức … buổi chiếu phim lưu động.`;

const rowsOf = ({ sections }: IntakeProposal): IntakeRow[] => sections.flatMap(({ rows }) => rows);

describe("a letter becomes the proposal of a form", () => {
  test("pasted text: sections, rows, matches with the dictionary, due, period, receiver", async () => {
    const { status, body } = await hanh.upload("/indicators/intake", { text: letter });
    expect(status).toBe(200);
    const proposal: IntakeProposal = body;
    expect(proposal.period?.value.code).toBe("2026-H1");
    expect(proposal.due?.value).toMatchObject({ date: "2026-06-15", before: true });
    expect(proposal.receiver?.value).toBe("Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh");
    expect(proposal.addressees?.value).toEqual(["Ủy ban MTTQ Việt Nam các xã, phường, đặc khu"]);
    expect(proposal.sections.map(({ number }) => number)).toEqual(["I", "II", "II.1", "II.2"]);
    const [supervision, criticism, films] = rowsOf(proposal);
    expect(supervision?.candidates[0]?.name).toMatch(/giám sát/iu);
    expect(criticism?.candidates[0]?.name).toMatch(/phản biện/iu);
    expect(films).toMatchObject({ matched: false, label: "Buổi chiếu phim lưu động", unit: "buổi" });
    expect(proposal.lines[(films?.line ?? 0) - 1]?.slice(films?.start, films?.end)).toBe("…");
  });

  test("a Word file with a table", async () => {
    const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
    const row = (...texts: string[]) => `<w:tr>${texts.map(cell).join("")}</w:tr>`;
    const body = `<w:p><w:r><w:t>I. Kết quả hoạt động</w:t></w:r></w:p><w:tbl>${row("STT", "Nội dung", "ĐVT", "Kết quả")}${row("1", "Số cuộc giám sát", "Cuộc", "")}${row("2", "Số lớp tập huấn", "Lớp", "")}</w:tbl>`;
    const file = new File([new Uint8Array(handmadeDocx({ body }))], "bieu.docx");
    const answer = await hanh.upload("/indicators/intake", { file });
    expect(answer.status).toBe(200);
    expect(rowsOf(answer.body).map(({ label, unit: measure }) => [label, measure])).toEqual([
      ["Số cuộc giám sát", "cuộc"],
      ["Số lớp tập huấn", "lớp"],
    ]);
  });

  test("a secret text is refused and nothing of it is kept", async () => {
    const before = await app.db.selectFrom("document").select("id").execute();
    const { status, body } = await hanh.upload("/indicators/intake", { text: `TỐI MẬT\n${letter}` });
    expect(status).toBe(422);
    expect(body.code).toBe("secret");
    expect(await app.db.selectFrom("document").select("id").execute()).toHaveLength(before.length);
  });

  test("nothing given, a stranger, one who may not define", async () => {
    expect((await hanh.upload("/indicators/intake", { text: "  " })).status).toBe(400);
    expect((await app.anonymous.upload("/indicators/intake", { text: letter })).status).toBe(401);
    expect((await reporter.upload("/indicators/intake", { text: letter })).status).toBe(403);
  });
});

describe("the proposal with decisions becomes a draft form", () => {
  const decided = async () => {
    const proposal: IntakeProposal = (await hanh.upload("/indicators/intake", { text: letter })).body;
    return {
      title: proposal.title?.value,
      basis: proposal.basis?.value,
      receiverText: proposal.receiver?.value,
      addressees: proposal.addressees?.value,
      periods: { kind: "half" },
      due: { text: "trước ngày 15/6/2026", rule: { kind: "date", date: "2026-06-15", before: true } },
      sections: proposal.sections.map(({ number, heading, narrative, guidance, rows }) => ({
        number,
        heading,
        narrative,
        guidance,
        rows: rows.map(({ label, unit: measure, valueKind, matched, candidates: [best] }) => ({
          label,
          unit: measure,
          indicator:
            matched && best
              ? { indicatorId: best.indicatorId, member: best.member }
              : { create: { name: label, unit: measure, valueKind } },
        })),
      })),
    };
  };

  test("with what is new in the own dictionary", async () => {
    const { status, body } = await hanh.post("/indicators/intake/forms", await decided());
    expect(status).toBe(201);
    expect(body.form).toMatchObject({
      state: "draft",
      origin: "outline",
      title: "Báo cáo kết quả công tác Mặt trận 6 tháng đầu năm 2026",
      rows: 3,
    });
    expect(body.created.map(({ name }: { name: string }) => name)).toEqual(["Buổi chiếu phim lưu động"]);
    const again: IntakeProposal = (await hanh.upload("/indicators/intake", { text: letter })).body;
    expect(rowsOf(again).at(-1)).toMatchObject({ matched: true, candidates: [{ name: "Buổi chiếu phim lưu động", own: true }] });
  });

  test("bad input, a stranger, another unit's name", async () => {
    const wish = await decided();
    expect((await hanh.post("/indicators/intake/forms", { ...wish, sections: [] })).status).toBe(400);
    expect((await app.anonymous.post("/indicators/intake/forms", wish)).status).toBe(401);
    expect((await reporter.post("/indicators/intake/forms", wish)).status).toBe(403);
    expect((await hanh.post("/indicators/intake/forms", { ...wish, ownerId: unit("Sở Nội vụ") })).status).toBe(403);
  });
});
