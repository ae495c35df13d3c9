import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { silentLog } from "../../src/platform/log.ts";
import { buildWeb } from "../../src/platform/web-build.ts";
import { testApp, type Person, type TestApp } from "../support/app.ts";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { soundAs } from "../support/sound.ts";
import { tanGiang } from "../support/tan-giang.ts";

/**
 * The register as a graph, in a browser: bà Hạnh registers two plans that cite each other and a directive that nobody has, sees who
 * carries it out, registers it, plans its review and compares a plan with its amendment. Each test goes on from the one before.
 * `LOOK=1` keeps pictures of every page.
 */
const thisYear = new Date().getFullYear();
const nextYear = thisYear + 1;

const plan = (number: string, day: string, basis: string, clauses: readonly string[], type = "KẾ HOẠCH") => `ỦY BAN MTTQ VIỆT NAM
TỈNH TÂN GIANG
BAN THƯỜNG TRỰC

Số: ${number}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Tân Giang, ngày ${day.slice(0, 2)} tháng ${day.slice(3, 5)} năm ${day.slice(6)}

${type}
Thực hiện phong trào thi đua “Dân vận khéo” gắn với xây dựng nông thôn mới, đô thị văn minh trên địa bàn tỉnh

Thực hiện ${basis}, Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh xây dựng Kế hoạch như sau:

I. NỘI DUNG
${clauses.map((clause, at) => `${at + 1}. ${clause}`).join("\n")}

Nơi nhận:
- Lưu: VP.
TM. BAN THƯỜNG TRỰC
PHÓ CHỦ TỊCH

Lê Thị Hạnh
`;

const directiveDay = `12/05/${nextYear - 10}`;
const directive = `Chỉ thị số 18-CT/TU ngày 12/5/${nextYear - 10} của Ban Thường vụ Tỉnh ủy Tân Giang`;
const ofPlan = (number: string, day: string) =>
  `Kế hoạch số ${number}/KH-MTTQ-BTT ngày ${day} của Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh`;
const spread = "Ủy ban MTTQ Việt Nam các xã, phường tổ chức đối thoại với Nhân dân ít nhất 01 lần trong năm.";
const guide = (day: string) =>
  `Ban Phong trào hướng dẫn các xã, phường đăng ký mô hình “Dân vận khéo”, hoàn thành trước ngày ${day}/${thisYear}.`;

const first = plan("31/KH-MTTQ-BTT", `05/01/${thisYear}`, directive, [
  guide("15/3"),
  "Ban Dân chủ - Pháp luật chủ trì giám sát việc thực hiện Quy chế dân chủ tại 10 xã, phường.",
  "Văn phòng tham mưu tổ chức hội nghị sơ kết phong trào và biên soạn tài liệu hỏi đáp về công tác dân vận.",
  spread,
  `Lồng ghép với các hoạt động nêu tại ${ofPlan("32", `06/01/${thisYear}`)}.`,
  `Văn phòng tham mưu tổng kết 10 năm thực hiện ${directive}.`,
]);
const second = plan(
  "32/KH-MTTQ-BTT",
  `06/01/${thisYear}`,
  `${directive}; ${ofPlan("31", `05/01/${thisYear}`)}; Luật Mặt trận Tổ quốc Việt Nam`,
  [spread],
);
const amended = plan("45/KH-MTTQ-BTT", `20/03/${thisYear}`, `${directive}; ${ofPlan("31", `05/01/${thisYear}`)}`, [
  spread,
  guide("30/4"),
  "Ban Phong trào chủ trì giám sát việc thực hiện Quy chế dân chủ tại 10 xã, phường.",
  "Văn phòng tham mưu tổ chức hội nghị sơ kết phong trào.",
  "Văn phòng biên soạn tài liệu hỏi đáp về công tác dân vận.",
  "Hội Liên hiệp Phụ nữ tỉnh vận động hội viên thu gom rác thải nhựa tại các chợ.",
]);
const directiveText = plan(
  "18-CT/TU",
  directiveDay,
  "Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương",
  ["Các cấp ủy lãnh đạo Ủy ban MTTQ Việt Nam và các đoàn thể làm tốt công tác dân vận."],
  "CHỈ THỊ",
).replace("ỦY BAN MTTQ VIỆT NAM\nTỈNH TÂN GIANG\nBAN THƯỜNG TRỰC", "TỈNH ỦY TÂN GIANG");

let app: TestApp;
let hanh: Person;
let browser: TestBrowser;
let page: Page;
const errors: string[] = [];
const ids: Record<string, string> = {};

beforeAll(async () => {
  // The browser's own clock says what is still to come: the server must be in the same year.
  app = await testApp({ at: new Date().toISOString(), web: await buildWeb(silentLog) });
  await app.app.listen({ host: "127.0.0.1", port: 0 });
  const url = `http://127.0.0.1:${(app.app.server.address() as AddressInfo).port}`;
  const unit = await tanGiang(app.db);
  hanh = await app.person({ name: "Lê Thị Hạnh", unit: unit("Ủy ban MTTQ Việt Nam tỉnh Tân Giang"), role: "coordinator" });
  browser = await openBrowser({ baseURL: url });
  await browser.context.addCookies([{ name: "kheo", value: hanh.token, url }]);
  page = await browser.newPage();
  page.on("pageerror", ({ message }) => errors.push(message));
});

afterAll(async () => {
  await browser?.close();
});

const file = (name: string, text: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

const sound = soundAs("register");

async function uploaded(name: string, text: string): Promise<void> {
  await page.goto("/app/documents");
  await page.locator('input[type="file"]').setInputFiles(file(name, text));
  await page.waitForURL(/\/app\/documents\/[0-9a-f-]{36}$/);
  ids[name] = page.url().slice(-36);
  await app.runJobs();
}

/** Reached with the tabulator alone, then pressed. */
async function pressed(name: RegExp): Promise<void> {
  const target = page.getByRole("button", { name }).or(page.getByRole("link", { name })).first();
  await target.waitFor();
  for (let steps = 0; steps < 80 && !(await target.evaluate((element) => element === document.activeElement)); steps++)
    await page.keyboard.press("Tab");
  expect(await target.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press("Enter");
}

describe("the citation graph", () => {
  test("an empty register says so on each of its pages", async () => {
    await page.goto("/app/documents/wanted");
    await page.getByText("Không có văn bản nào cần đăng ký").waitFor();
    await sound(page, "wanted-empty");
    await page.goto("/app/documents/reviews-due");
    await page.getByText(`Chưa thấy văn bản nào đến kỳ trong năm ${thisYear}`).waitFor();
    await sound(page, "reviews-empty");
    await page.goto("/app/documents/compare");
    await page.getByText("Hãy chọn hai văn bản").waitFor();
    await sound(page, "compare-empty");
  });

  test("two plans that cite each other stand in each other's graph, both ways", async () => {
    await uploaded("kh-31.txt", first);
    await uploaded("kh-32.txt", second);
    await page.goto(`/app/documents/${ids["kh-31.txt"]}`);
    await page.getByRole("link", { name: "Ai đang triển khai văn bản này" }).click();
    const down = page.getByRole("region", { name: "Ai đang triển khai" });
    await down
      .getByRole("link", { name: /32\/KH-MTTQ-BTT/ })
      .first()
      .waitFor();
    const up = page.getByRole("region", { name: "Văn bản này căn cứ vào" });
    expect(await up.getByRole("link", { name: /^Kế hoạch 32/ }).count()).toBe(1);
    expect(await up.getByRole("link", { name: /^Chỉ thị 18-CT\/TU/ }).count()).toBe(1);
    await sound(page, "graph");
    await up.getByRole("link", { name: /^Chỉ thị 18-CT\/TU/ }).click();
    await page.getByText("Chưa có trong sổ").waitFor();
    await page.getByText(/^2 văn bản của 1 cơ quan, đơn vị/).waitFor();
    await sound(page, "graph-unregistered");
  });

  test("the document that all stand on is named first among those to be registered; another is set aside and taken back by keyboard", async () => {
    await page.goto("/app/documents/wanted");
    const row = page.getByRole("row", { name: /18-CT\/TU/ });
    await row.waitFor();
    expect(await row.textContent()).toContain("2 văn bản");
    await sound(page, "wanted");
    // A law is cited without a number: it has its page under its title.
    await page.getByRole("link", { name: "Luật Mặt trận Tổ quốc Việt Nam", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Luật Mặt trận Tổ quốc Việt Nam" }).waitFor();
    await page.getByText(/^2 văn bản của 1 cơ quan, đơn vị, qua 2 cấp/).waitFor();
    await sound(page, "graph-law");
    await page.goBack();
    await pressed(/^Bỏ qua: Chỉ thị 18-CT\/TU/);
    await row.waitFor({ state: "detached" });
    await page.getByRole("checkbox", { name: "Xem những văn bản đã bỏ qua" }).focus();
    await page.keyboard.press("Space");
    await pressed(/^Lấy lại: Chỉ thị 18-CT\/TU/);
    await row.waitFor({ state: "detached" });
    await page.getByRole("checkbox", { name: "Xem những văn bản đã bỏ qua" }).focus();
    await page.keyboard.press("Space");
    await row.waitFor();
  });

  test("registered from there, it connects by itself; a wrong file is told", async () => {
    await pressed(/^Tải lên: Chỉ thị 18-CT\/TU/);
    await page.getByRole("heading", { level: 1, name: /Chỉ thị 18-CT\/TU/ }).waitFor();
    await page.locator('input[type="file"]').setInputFiles(file("kh-45.txt", amended));
    await page.getByText("Đang đọc văn bản vừa tải lên…").waitFor();
    await app.runJobs();
    const told = page.getByRole("status").filter({ hasText: "không phải văn bản đang cần" });
    await told.waitFor();
    expect(await told.textContent()).toContain("45/KH-MTTQ-BTT");
    ids["kh-45.txt"] = ((await told.getByRole("link").getAttribute("href")) ?? "").slice(-36);
    await sound(page, "graph-other-file");
    await page.locator('input[type="file"]').setInputFiles(file("ct-18.txt", directiveText));
    await page.getByText("Đang đọc văn bản vừa tải lên…").waitFor();
    await app.runJobs();
    await page.getByText("Đúng văn bản đang cần").waitFor();
    await page.getByRole("heading", { level: 2, name: "Bản trong sổ" }).waitFor();
    await page.getByText(/^3 văn bản của 1 cơ quan, đơn vị/).waitFor();
    await sound(page, "graph-registered");
    await page.goto("/app/documents/wanted");
    await page.getByRole("row", { name: /25-NQ\/TW/ }).waitFor();
    expect(await page.getByRole("link", { name: /^Tải lên: Chỉ thị 18-CT\/TU/ }).count()).toBe(0);
  });
});

describe("reviews that fall due", () => {
  test("are proposed with their basis, the words of the plan before the interval, and are put into the calendar", async () => {
    expect((await hanh.post(`/documents/${ids["kh-31.txt"]}/items/accept-confident`, { threshold: 0 })).status).toBe(200);
    await page.goto(`/app/documents/reviews-due?year=${nextYear}`);
    const proposal = page.getByRole("article").filter({ hasText: "18-CT/TU" });
    await proposal.getByRole("heading", { name: /^Tổng kết 10 năm thực hiện Chỉ thị 18-CT\/TU/ }).waitFor();
    expect(await proposal.textContent()).toContain(`Ngày 12/05/${nextYear}`);
    const bases = await proposal.getByRole("list", { name: "Căn cứ" }).getByRole("listitem").allTextContents();
    expect(bases[0]).toMatch(/^Kế hoạch 31\/KH-MTTQ-BTT .* yêu cầu:.*tổng kết 10 năm/);
    expect(bases[1]).toBe(`Ban hành ${directiveDay}, thêm 10 năm là 12/05/${nextYear}.`);
    await sound(page, "reviews");
    await pressed(/^Đưa vào lịch: Tổng kết 10 năm/);
    await page.waitForURL(/activities\/new/);
    const name = page.getByRole("textbox", { name: "Tên hoạt động" });
    await expect.poll(() => name.inputValue()).toMatch(/^Tổng kết 10 năm thực hiện Chỉ thị 18-CT\/TU/);
    await page.getByRole("button", { name: "Lưu hoạt động" }).click();
    await page.getByRole("heading", { name: "Đã lưu vào lịch dự kiến" }).waitFor();
    const kept = (await hanh.get("/activities", { kind: "review" })).body.items as { name: string; onDate: string; summary?: string }[];
    expect(kept).toMatchObject([{ onDate: `${nextYear}-05-12` }]);
  });

  test("what stands in the calendar is not offered again as if nobody had planned it", async () => {
    await page.goto(`/app/documents/reviews-due?year=${nextYear}`);
    const proposal = page.getByRole("article").filter({ hasText: "18-CT/TU" });
    await proposal.getByRole("link", { name: `Đã có trong lịch ngày 12/05/${nextYear}` }).waitFor();
    expect(await proposal.getByRole("button", { name: /^Đưa vào lịch/ }).count()).toBe(0);
    await sound(page, "reviews-planned");
  });
});

describe("two versions of a plan", () => {
  test("are chosen by keyboard and compared item by item", async () => {
    await page.goto("/app/documents/compare");
    for (const [label, number] of [
      ["Bản cũ", "31/KH"],
      ["Bản mới", "45/KH"],
    ] as const) {
      await page
        .getByRole("combobox", { name: label })
        .or(page.getByLabel(label, { exact: true }))
        .first()
        .focus();
      await page.keyboard.type(number);
      await page.getByRole("option").filter({ hasText: number }).waitFor();
      await expect.poll(() => page.getByRole("option").count()).toBe(1);
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
    }
    const row = (words: string, state: RegExp) => page.getByRole("article").filter({ hasText: words }).filter({ hasText: state }).first();
    await row("hướng dẫn các xã", /^Thay đổi.*Thời hạn/).waitFor();
    expect(await row("hướng dẫn các xã", /^Thay đổi/).textContent()).toMatch(/trước ngày 15\/3\/\d{4} thành trước ngày 30\/4\/\d{4}/);
    expect(await row("giám sát", /^Thay đổi/).textContent()).toMatch(/Ban Dân chủ - Pháp luật thành Ban Phong trào/);
    await row("biên soạn tài liệu", /^Tách thành 2 mục/).waitFor();
    await row("rác thải nhựa", /^Mới/).waitFor();
    await row("Lồng ghép", /^Không còn/).waitFor();
    await row("đối thoại", /^Chuyển chỗ/).waitFor();
    await sound(page, "compare");
    const gone = page.getByRole("checkbox", { name: /mục không còn$/ });
    await gone.focus();
    await page.keyboard.press("Space");
    await page.getByText("Lồng ghép").waitFor({ state: "detached" });
  });

  test("a text that was read again shows what the newer reading changed", async () => {
    const id = ids["kh-32.txt"] ?? "";
    await page.goto(`/app/documents/readings?id=${id}`);
    await page.getByText("Văn bản này mới được đọc một lần").waitFor();
    await sound(page, "readings-once");
    await app.db.updateTable("document").set({ compiler: "0" }).where("id", "=", id).execute();
    const { version } = (await hanh.get(`/documents/${id}`)).body as { version: number };
    expect((await hanh.post(`/documents/${id}/read-again`, { version })).status).toBe(200);
    await app.runJobs();
    await page.reload();
    await page.getByText(/^\d+ mục giữ nguyên$/).waitFor();
    await page.getByText("Mọi mục của hai bản đều như nhau.").waitFor();
    await sound(page, "readings");
    expect(errors).toEqual([]);
  });
});
