import { beforeAll, describe, expect, test } from "vitest";
import { testApp, type Person } from "../../../../test/support/app.ts";
import { unit } from "../../../../test/support/units.ts";
import type { Check, Finding } from "../contract.ts";
import { readDocument } from "../reading/read.ts";

const app = await testApp();

type Parts = { number?: string; date?: string; opening?: string; body?: string };

/** A commune's plan with a task that names no lead, a day that does not exist and a district that has ended. */
const plan = ({ number = "07/KH-MTTQ-BTT", date = "12 tháng 3 năm 2026", opening, body }: Parts = {}) => `ỦY BAN MTTQ VIỆT NAM
XÃ BÌNH LÂM
BAN THƯỜNG TRỰC

Số: ${number}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Bình Lâm, ngày ${date}

KẾ HOẠCH
Thực hiện phong trào thi đua "Dân vận khéo" năm 2026

${opening ?? "Thực hiện Kế hoạch số 12/KH-MTTQ-BTT ngày 05/01/2026 của Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Tân Giang, Ban Thường trực Ủy ban MTTQ Việt Nam xã Bình Lâm xây dựng Kế hoạch như sau:"}

I. NỘI DUNG
${body ?? "1. Ban Công tác Mặt trận các thôn đăng ký mô hình xong trước ngày 31/6/2026.\n2. Hội Nông dân xã ra mắt mô hình trước ngày 15/11/2026."}

Nơi nhận:
- Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh;
- Đảng ủy xã;
- Các tổ chức thành viên;
- Ban Công tác Mặt trận các thôn;
- Lưu: VP.
TM. BAN THƯỜNG TRỰC
CHỦ TỊCH

Phạm Văn Tòng
`;

const parent = `ỦY BAN MTTQ VIỆT NAM
TỈNH TÂN GIANG
BAN THƯỜNG TRỰC

Số: 12/KH-MTTQ-BTT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Tân Giang, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
Thực hiện phong trào thi đua "Dân vận khéo" năm 2026

Thực hiện Hướng dẫn số 09-HD/BTGDVTU ngày 20/12/2025 của Ban Tuyên giáo và Dân vận Tỉnh ủy, Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Tân Giang xây dựng Kế hoạch như sau:

I. NỘI DUNG
1. Ủy ban MTTQ Việt Nam các xã tổ chức hội nghị đối thoại với chủ rừng về phòng cháy, chữa cháy mùa khô xong trước ngày 31/6/2026.
2. Ủy ban MTTQ Việt Nam các xã đăng ký mô hình "Dân vận khéo" trước ngày 31/5/2026.

Nơi nhận:
- Ủy ban MTTQ Việt Nam các xã;
- Lưu: VP.
TM. BAN THƯỜNG TRỰC
PHÓ CHỦ TỊCH

Lê Thị Hạnh
`;

const file = (text: string, name = "ke-hoach.txt") => new File([text], name, { type: "text/plain" });
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const nowhere = "019a0000-0000-7000-8000-000000000000";

let hanh: Person;
let tong: Person;
let mai: Person;

beforeAll(async () => {
  const province = await unit(app.db, { name: "tỉnh Tân Giang", kind: "province" });
  const front = await unit(app.db, { name: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang", kind: "front", parentId: province });
  const commune = await unit(app.db, { name: "xã Bình Lâm", kind: "commune", parentId: province });
  const communeFront = await unit(app.db, { name: "Ủy ban MTTQ Việt Nam xã Bình Lâm", kind: "front", parentId: commune });
  const peoples = await unit(app.db, { name: "Ủy ban nhân dân tỉnh Tân Giang", kind: "peoples-committee", parentId: province });
  await unit(app.db, { name: "xã Suối Cạn", kind: "commune", parentId: province, until: "2025-06-30" });
  hanh = await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" });
  tong = await app.person({ name: "Phạm Văn Tòng", unit: communeFront, role: "coordinator" });
  mai = await app.person({ name: "Y Mai", unit: peoples, role: "coordinator" });
});

async function registered(by: Person, text: string): Promise<string> {
  const { body } = await by.upload("/documents", { file: file(text) });
  await app.runJobs();
  return body.document.id as string;
}

const checkOf = async (id: string, by: Person): Promise<Check> => (await by.get(`/documents/${id}/check`)).body;
const rulesOf = (findings: readonly Finding[]): string[] => findings.map(({ rule }) => rule);

describe("a document of the register", () => {
  test("is asked about where its words stand, and a question set aside stays so until it is taken up", async () => {
    const id = await registered(tong, plan());
    const { ready, findings, setAside } = await checkOf(id, tong);
    expect([ready, setAside]).toEqual([true, []]);
    const day = findings.find(({ rule }) => rule === "obligation/no-such-day");
    expect(day).toMatchObject({ severity: "wrong", quote: "ngày 31/6/2026", basis: { vi: "Lịch dương" } });
    expect(day?.reason.vi).toMatch(/\?$/);
    const { lines } = (await tong.get(`/documents/${id}/text`)).body;
    expect(lines[(day?.place?.line ?? 0) - 1].slice(day?.place?.start, day?.place?.end)).toBe("ngày 31/6/2026");

    const after = await tong.post(`/documents/${id}/check`, { key: day?.key, aside: true });
    expect(rulesOf(after.body.findings)).not.toContain("obligation/no-such-day");
    expect(after.body.setAside).toMatchObject([{ by: "Phạm Văn Tòng", finding: { key: day?.key } }]);
    expect((await checkOf(id, tong)).setAside).toHaveLength(1);
    const back = await tong.post(`/documents/${id}/check`, { key: day?.key, aside: false });
    expect(back.body).toMatchObject({ setAside: [] });
    expect(rulesOf(back.body.findings)).toContain("obligation/no-such-day");
  });

  test("is checked by each office for itself: nobody sees what another set aside", async () => {
    const id = await registered(hanh, parent);
    const { version } = (await hanh.get(`/documents/${id}`)).body;
    await hanh.patch(`/documents/${id}`, { version, audience: "installation" });
    const [first] = (await checkOf(id, hanh)).findings;
    if (!first) throw new Error("the plan of the province raises no question");
    await hanh.post(`/documents/${id}/check`, { key: first.key, aside: true });
    const elsewhere = await checkOf(id, tong);
    expect([elsewhere.setAside, elsewhere.findings[0]?.key]).toEqual([[], first.key]);
  });

  test("is compared with the plan that it carries out", async () => {
    const id = await registered(tong, plan({ number: "08/KH-MTTQ-BTT" }));
    const asked = (await checkOf(id, tong)).findings.find(({ rule }) => rule === "obligation/not-taken-up");
    expect(asked?.reason.vi).toContain("đối thoại với chủ rừng");
    expect(asked?.reason.vi).toContain("12/KH-MTTQ-BTT");
  });

  test("is compared with how the register knows what it cites", async () => {
    const opening =
      "Thực hiện Kế hoạch số 12/KH-MTTQ-BTT ngày 15/01/2026 của Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Tân Giang, xây dựng Kế hoạch như sau:";
    const id = await registered(tong, plan({ number: "09/KH-MTTQ-BTT", opening }));
    const asked = (await checkOf(id, tong)).findings.find(({ rule }) => rule === "reference/elsewhere");
    expect(asked?.reason.vi).toContain("05/01/2026");
  });

  test("is asked about a replaced document and an ended commune", async () => {
    await registered(
      tong,
      plan({
        number: "10/KH-MTTQ-BTT",
        opening: "Kế hoạch này thay thế Kế hoạch số 31/KH-MTTQ-BTT ngày 03/02/2025 của Ban Thường trực Ủy ban MTTQ Việt Nam xã Bình Lâm.",
      }),
    );
    const id = await registered(
      tong,
      plan({
        number: "11/KH-MTTQ-BTT",
        opening:
          "Tiếp tục thực hiện Kế hoạch số 31/KH-MTTQ-BTT ngày 03/02/2025 của Ban Thường trực Ủy ban MTTQ Việt Nam xã Bình Lâm, xây dựng Kế hoạch như sau:",
        body: "1. Hội Nông dân xã phối hợp với xã Suối Cạn ra mắt mô hình trước ngày 15/11/2026.",
      }),
    );
    const { findings } = await checkOf(id, tong);
    expect(rulesOf(findings)).toEqual(expect.arrayContaining(["reference/superseded", "reorganised/place"]));
  });

  test("is a paper in the office's own form, once it has been read, for those who may read it", async () => {
    const { body } = await tong.upload("/documents", { file: file(plan({ number: "17/KH-MTTQ-BTT" })) });
    const address = `/files/documents/${body.document.id}/check`;
    expect((await tong.fetch(address)).status).toBe(409);
    await app.runJobs();
    const answer = await tong.fetch(address);
    expect([answer.status, answer.headers["content-type"]]).toEqual([200, word]);
    const { text } = await readDocument({ name: "phieu.docx", bytes: new Uint8Array(answer.raw) });
    expect(text).toMatch(/XÃ BÌNH LÂM[^]*PHIẾU KIỂM TRA VĂN BẢN[^]*ngày 31\/6\/2026[^]*Phạm Văn Tòng/u);
    expect((await mai.fetch(address)).status).toBe(404);
    expect((await app.anonymous.fetch(address)).status).toBe(401);
    expect((await tong.fetch("/files/documents/none/check")).status).toBe(404);
  });

  test("refuses strangers, other units and what is no question", async () => {
    const id = await registered(tong, plan({ number: "12/KH-MTTQ-BTT" }));
    expect((await app.anonymous.get(`/documents/${id}/check`)).status).toBe(401);
    expect((await mai.get(`/documents/${id}/check`)).status).toBe(404);
    expect((await mai.post(`/documents/${id}/check`, { key: "format/blank:1", aside: true })).status).toBe(404);
    expect((await tong.get(`/documents/${nowhere}/check`)).status).toBe(404);
    expect((await tong.post(`/documents/${id}/check`, { key: "", aside: true })).status).toBe(400);
    expect((await tong.post(`/documents/${id}/check`, { key: "x" })).status).toBe(400);
  });
});

describe("a draft", () => {
  test("is checked and nothing of it is kept", async () => {
    const count = async () =>
      (
        await app.db
          .selectFrom("document")
          .select((get) => get.fn.countAll<string>().as("n"))
          .executeTakeFirstOrThrow()
      ).n;
    const files = async () => (await Array.fromAsync(app.services.files.list())).length;
    const before = [await count(), await files()];
    const { status, body } = await tong.upload("/documents/check-draft", {
      file: file(plan({ number: "     /KH-MTTQ-BTT", date: "    tháng 3 năm 2026" }), "du-thao.txt"),
    });
    expect(status).toBe(200);
    expect(rulesOf(body.findings)).toEqual(expect.arrayContaining(["obligation/no-such-day", "format/blank", "obligation/not-taken-up"]));
    expect(body.header).toMatchObject({ docType: "Kế hoạch", number: "KH-MTTQ-BTT" });
    expect(body.lines[0]).toBe("ỦY BAN MTTQ VIỆT NAM");
    expect([await count(), await files()]).toEqual(before);
  });

  test("is a paper too, and refused as one when it is secret", async () => {
    const paper = await tong.upload("/documents/check-draft/paper", { file: file(plan(), "du-thao.txt") });
    expect([paper.status, paper.headers["content-type"]]).toEqual([200, word]);
    const secret = await tong.upload("/documents/check-draft/paper", { file: file(plan().replace("KẾ HOẠCH\n", "MẬT\n\nKẾ HOẠCH\n")) });
    expect([secret.status, secret.body.code]).toEqual([422, "secret"]);
  });

  test("is refused when secret, empty or sent by a stranger", async () => {
    const secret = await tong.upload("/documents/check-draft", { file: file(plan().replace("KẾ HOẠCH\n", "TỐI MẬT\n\nKẾ HOẠCH\n")) });
    expect([secret.status, secret.body.code]).toEqual([422, "secret"]);
    expect((await tong.upload("/documents/check-draft", { file: file("  \n ") })).status).toBe(400);
    expect((await tong.upload("/documents/check-draft", { file: file("x".repeat(400_001)) })).status).toBe(413);
    expect((await app.anonymous.upload("/documents/check-draft", { file: file(plan()) })).status).toBe(401);
    const viewer = await app.person({ name: "Đỗ Quốc Bảo", unit: tong.actor.unitId, role: "viewer" });
    expect((await viewer.upload("/documents/check-draft", { file: file(plan()) })).status).toBe(403);
  });
});
