import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { silentLog } from "../../src/platform/log.ts";
import { buildWeb } from "../../src/platform/web-build.ts";
import { testApp } from "../support/app.ts";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { planWithTargets } from "../support/plan-with-targets.ts";
import { soundAs } from "../support/sound.ts";
import { tanGiang } from "../support/tan-giang.ts";

/**
 * Bà Hạnh of the province's Front pastes a letter and gets its form; then she looks how far the targets of her plan are, and
 * what stands behind one figure. `LOOK=1` keeps pictures of every page.
 */
let browser: TestBrowser;
let page: Page;
let planId: string;
const errors: string[] = [];
const patient = { timeout: 20_000 };

beforeAll(async () => {
  const app = await testApp({ at: "2026-11-16T09:00:00+07:00", web: await buildWeb(silentLog) });
  await app.app.listen({ host: "127.0.0.1", port: 0 });
  const url = `http://127.0.0.1:${(app.app.server.address() as AddressInfo).port}`;
  const unit = await tanGiang(app.db);
  const front = unit("Ủy ban MTTQ Việt Nam tỉnh Tân Giang");
  const binhLam = unit("Ủy ban MTTQ Việt Nam xã Bình Lâm");
  const hoaPhu = unit("Ủy ban MTTQ Việt Nam xã Hòa Phú");
  const hanh = await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" });
  const tong = await app.person({ name: "Phạm Văn Tòng", unit: binhLam, role: "reporter" });
  ({ id: planId } = await planWithTargets(app.db, {
    issuer: front,
    by: hanh,
    units: [
      { unit: binhLam, edge: "assign" },
      { unit: hoaPhu, edge: "assign" },
      { unit: unit("UBND xã Hòa Phú"), edge: "request" },
    ],
    targets: [
      { metric: "cuộc giám sát", value: "2" },
      { metric: "cuộc phản biện xã hội" },
      { metric: "tỷ lệ hộ gia đình văn hóa", value: "90", unit: "%" },
    ],
  }));
  for (const [name, onDate] of [
    ["Giám sát thu chi quỹ thôn", "2026-03-10"],
    ["Giám sát làm đường thôn Đoài", "2026-06-12"],
  ])
    await tong.upload("/activities", { kind: "supervision", name: name ?? "", onDate: onDate ?? "" });
  browser = await openBrowser({ baseURL: url });
  await browser.context.addCookies([{ name: "kheo", value: hanh.token, url }]);
  page = await browser.newPage();
  page.on("pageerror", ({ message }) => errors.push(message));
  page.on("console", (message) => message.type() === "error" && /policy|Uncaught/i.test(message.text()) && errors.push(message.text()));
});

afterAll(async () => {
  await browser?.close();
  expect(errors).toEqual([]);
});

const looks = soundAs("targets");
const sound = (name: string) => looks(page, name);

const letter = `Số: 215/MTTQ-BTT
V/v báo cáo kết quả công tác Mặt trận 6 tháng cuối năm 2026
Kính gửi: Ủy ban MTTQ Việt Nam các xã, phường, đặc khu.
Báo cáo gửi về Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh (qua Ban Phong trào) trước ngày 15/12/2026.
ĐỀ CƯƠNG BÁO CÁO
I. TÌNH HÌNH NHÂN DÂN
II. KẾT QUẢ
1. Giám sát, phản biện xã hội
- Chủ trì … cuộc giám sát; tổ chức … hội nghị phản biện xã hội.
2. Việc khác
- Tổ chức … buổi chiếu phim lưu động, … lượt người xem.`;

test("a letter that is pasted becomes a form: matches, what is new, due and receiver", async () => {
  await page.goto("/app/forms/from-outline");
  await page.getByRole("textbox", { name: /^Hoặc dán nội dung/ }).fill(letter);
  await page.getByRole("button", { name: "Đọc và đề xuất biểu" }).click();
  await page.getByRole("heading", { name: "Các mục" }).waitFor(patient);
  expect(await page.getByRole("textbox", { name: "Tên biểu" }).inputValue()).toBe(
    "Báo cáo kết quả công tác Mặt trận 6 tháng cuối năm 2026",
  );
  expect(await page.getByRole("textbox", { name: "Nơi nhận" }).inputValue()).toBe(
    "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh (qua Ban Phong trào)",
  );
  expect(await page.getByText("khớp danh mục", { exact: true }).count()).toBeGreaterThan(0);
  await sound("intake");
  const films = page
    .getByRole("listitem")
    .filter({ has: page.locator('input[value="Buổi chiếu phim lưu động"]') })
    .last();
  await films.getByRole("combobox", { name: "Là chỉ tiêu" }).selectOption({ label: "Không hỏi số này" });
  await page.getByRole("button", { name: "Lập biểu nháp" }).click();
  await page.waitForURL(/\/forms\/[0-9a-f-]+\/edit/, patient);
});

test("the heat map counts from the journal and leads to the records and the clause", async () => {
  await page.goto(`/app/plans/${planId}?tab=targets`);
  const cell = page.getByRole("button", { name: /^Ủy ban MTTQ Việt Nam xã Bình Lâm, cuộc giám sát: Đạt, 2\/2/ });
  await cell.waitFor(patient);
  await sound("targets");
  await cell.click();
  const behind = page.getByRole("dialog");
  await behind.getByText("Giám sát làm đường thôn Đoài").waitFor(patient);
  await behind.getByText("02 cuộc giám sát").waitFor();
  await sound("targets-behind");
  await page.keyboard.press("Escape");
});

test("what a target counts is confirmed with one click, or said to be uncountable with the reason", async () => {
  await page.getByText("3 chỉ tiêu chưa được xác nhận cách tính.").waitFor(patient);
  await page.getByRole("button", { name: "Đúng, tính như vậy" }).first().click();
  await page.getByText("2 chỉ tiêu chưa được xác nhận cách tính.").waitFor(patient);
  await page.getByRole("button", { name: "Chọn cách tính" }).first().click();
  await page.getByRole("radio", { name: "Không tính tự động được" }).check();
  await page.getByRole("textbox", { name: "Lý do" }).fill("Chưa có nơi theo dõi");
  await sound("targets-link");
  await page.getByRole("button", { name: "Lưu cách tính" }).click();
  await page.getByText("Không tính tự động: Chưa có nơi theo dõi").waitFor(patient);
});
