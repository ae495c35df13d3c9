import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { silentLog } from "../../src/platform/log.ts";
import { buildWeb } from "../../src/platform/web-build.ts";
import { testApp } from "../support/app.ts";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { soundAs } from "../support/sound.ts";
import { tanGiang } from "../support/tan-giang.ts";

/** Bà Hạnh keeps the directory of the province: she walks the tree, edits a village, imports some, and asks who is meant. */
let browser: TestBrowser;
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  const app = await testApp({ at: "2026-11-16T09:00:00+07:00", web: await buildWeb(silentLog) });
  await app.app.listen({ host: "127.0.0.1", port: 0 });
  const url = `http://127.0.0.1:${(app.app.server.address() as AddressInfo).port}`;
  const unit = await tanGiang(app.db);
  const hanh = await app.person({ name: "Lê Thị Hạnh", unit: unit("Tỉnh Tân Giang"), role: "administrator" });
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

const looks = soundAs("units");
const sound = (name: string) => looks(page, name);

const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
const link = (name: string) => page.getByRole("link", { name, exact: true });
const field = (name: string) => page.getByRole("textbox", { name: new RegExp(`^${name}`) });

test("the tree opens branch by branch, today and before July 2025", async () => {
  await page.goto("/app/units");
  await button("Mở các đơn vị thuộc Xã Bình Lâm").click();
  await button("Mở các đơn vị thuộc Thôn Đoài").click();
  await link("Ban Công tác Mặt trận thôn Đoài").waitFor();
  await sound("units-tree");
  await field("Xem tại ngày").fill("01/05/2024");
  await link("Huyện Sơn Khê").waitFor();
  expect(page.url()).toContain("asOf=2024-05-01");
  await button("Hôm nay").click();
  await link("Đặc khu Cồn Én").waitFor();
});

test("a unit is found without accents", async () => {
  await page.getByRole("searchbox", { name: /^Tìm đơn vị/ }).fill("mttq hoa phu");
  await link("Ủy ban MTTQ Việt Nam xã Hòa Phú").waitFor();
  await sound("units-search");
  await page.getByRole("searchbox", { name: /^Tìm đơn vị/ }).fill("không có đâu");
  await page.getByText("Không có đơn vị nào khớp").waitFor();
});

test("a village is added, renamed and ended, and its history tells by whom", async () => {
  await page.getByRole("searchbox", { name: /^Tìm đơn vị/ }).fill("xa hoa phu");
  await link("Xã Hòa Phú").click();
  await button("Thêm đơn vị bên dưới").click();
  await button("Thêm").click();
  await page.getByText("Cần điền ô này.").first().waitFor();
  await page.getByRole("combobox", { name: /^Loại/ }).click();
  await page.getByRole("option", { name: /^Khu dân cư/ }).click();
  await field("Tên").fill("Thôn Hạ");
  await field("Từ ngày").fill("01/01/2026");
  await sound("units-add");
  await button("Thêm").click();
  await page.getByRole("heading", { level: 1, name: "Thôn Hạ" }).waitFor();

  await button("Đổi tên").click();
  await field("Tên mới").fill("Thôn Hạ Long");
  await field("Từ ngày").fill("01/10/2026");
  await button("Lưu").click();
  await page.getByRole("heading", { level: 1, name: "Thôn Hạ Long" }).waitFor();

  await button("Thêm hoặc đổi mã").click();
  await field("Mã số").fill("TH-01");
  await button("Lưu").click();
  await page.getByRole("cell", { name: "TH-01" }).waitFor();

  await button("Kết thúc hoạt động").click();
  await field("Ngày hoạt động cuối cùng").fill("31/12/2026");
  await field("Lý do").fill("Sáp nhập thôn");
  await page.getByRole("dialog").getByRole("button", { name: "Kết thúc hoạt động" }).click();
  await page.getByText("01/01/2026 – 31/12/2026").first().waitFor();

  await button("Lịch sử").click();
  await page.getByText("Lê Thị Hạnh (Người quản trị, Tỉnh Tân Giang) kết thúc hoạt động của đơn vị").waitFor();
  await page.getByText("Sáp nhập thôn").waitFor();
  await sound("units-unit");
});

test("a file is looked at first; rows that cannot be taken say what to do; the others are imported", async () => {
  await page.goto("/app/units/import");
  const csv = "Loại,Tên,Cấp trên,Từ ngày\nthôn,Thôn Một,,01/01/2026\nhành tinh,Sao Hỏa,,\nthôn,Thôn Hai,,32/13/2026\n";
  await page.locator('input[type="file"]').setInputFiles({ name: "thon.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await page.getByText("3 dòng: ", { exact: false }).waitFor();
  await page.getByText("Không hiểu loại").waitFor();
  await sound("units-import");
  await button("Chỉ nhập 1 đơn vị đã đúng").click();
  await page.getByText("Đã nhập 1 đơn vị.").waitFor();
});

test("an expression shows who is meant, who is not and why; the question survives a reload", async () => {
  await page.goto("/app/units/addressees");
  await button("mỗi xã, phường").click();
  await page.getByText("UBND đặc khu Cồn Én").waitFor();
  await sound("units-addressees");
  await page.reload();
  await page.getByText("Đặc khu Cồn Én không phải xã, phường").waitFor();
  expect(await field("Cụm từ trong văn bản").inputValue()).toBe("mỗi xã, phường");
  await field("Cụm từ trong văn bản").fill("Báo Tân Giang");
  await button("Xem ai được giao").click();
  await page.getByText("Khéo không hiểu cụm từ này").waitFor();
});
