import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { UnitId } from "../../src/kernel/ids.ts";
import { createLog } from "../../src/platform/log.ts";
import { buildWeb } from "../../src/platform/web-build.ts";
import { testApp, type Person, type TestApp } from "../support/app.ts";
import { axe, openBrowser, sidewaysOverflow, widths, type TestBrowser } from "../support/browser.ts";
import { tanGiang } from "../support/tan-giang.ts";

/** What every page stands in: the way in, navigation, language, type size, search, the end of a session. */
const FRONT = "Ủy ban MTTQ Việt Nam tỉnh Tân Giang";

let app: TestApp;
let url: string;
let browser: TestBrowser;
let page: Page;
let hanh: Person;
let built: string[] = [];

const signIn = () => browser.context.addCookies([{ name: "kheo", value: hanh.token, url }]);

beforeAll(async () => {
  const web = await buildWeb(createLog({ format: "json", level: "info" }, (line) => built.push(line)));
  built = [];
  await buildWeb(createLog({ format: "json", level: "info" }, (line) => built.push(line)));
  app = await testApp({ web });
  await app.app.listen({ host: "127.0.0.1", port: 0 });
  url = `http://127.0.0.1:${(app.app.server.address() as AddressInfo).port}`;
  const unit: (name: string) => UnitId = await tanGiang(app.db);
  hanh = await app.person({ name: "Lê Thị Hạnh", unit: unit(FRONT), role: "coordinator" });
  browser = await openBrowser({ baseURL: url });
  page = await browser.newPage();
});

afterAll(() => browser?.close());

test("the web is built again only when something that it is made of has changed", () => {
  expect(built.join("")).toContain("web is up to date");
});

test("without a session a page leads to the sign-in, and from there back to itself", async () => {
  await page.goto("/app/documents?state=review");
  await page.waitForURL((at) => at.pathname === "/app/sign-in" && at.searchParams.get("next") === "/documents?state=review");
  expect(await axe(page)).toEqual([]);
  await signIn();
  await page.reload();
  await page.waitForURL(/\/app\/documents\?state=review$/);
});

describe("signed in", () => {
  test("the page's policy allows no script but our own, and styles carry the nonce of the response", async () => {
    const response = await page.goto("/app/documents");
    const policy = response?.headers()["content-security-policy"] ?? "";
    expect(policy).toContain("script-src 'self'");
    expect(policy).toMatch(/style-src 'self' 'nonce-[^']+'/);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    const again = await page.request.get("/app/documents");
    expect(again.headers()["content-security-policy"]).not.toBe(policy);
  });

  test("a navigation takes the focus to the new page's heading and names the tab", async () => {
    await page.getByRole("navigation", { name: "Điều hướng chính" }).first().getByRole("link", { name: "Kế hoạch" }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), { timeout: 10_000 }).toBe("H1");
    expect(await page.title()).toBe("Kế hoạch · Khéo");
    await page.keyboard.press("Shift+Tab");
  });

  test("the skip link is the first stop of the keyboard and leads to the content", async () => {
    await page.goto("/app/documents");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id), { timeout: 10_000 }).toBe("main");
  });

  test("search finds without accents, from anywhere by one key", async () => {
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("/");
    await page.keyboard.type("ban dan chu phap luat");
    await page.getByRole("option", { name: /Ban Dân chủ - Pháp luật/ }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press("Escape");
  });

  test("language and large type are a person's own and stay", async () => {
    await page.getByRole("button", { name: "Tài khoản và cách hiển thị" }).click();
    await page.getByText("English", { exact: true }).click();
    await page.getByRole("heading", { name: "Documents", level: 1 }).waitFor();
    await page.getByRole("switch", { name: "Large type" }).click();
    const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
    await expect.poll(size, { timeout: 10_000 }).toBe("18px");
    await expect
      .poll(async () => (await hanh.get("/session")).body.person, { timeout: 10_000 })
      .toMatchObject({ language: "en", largeType: true });
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await page.getByRole("heading", { name: "Documents", level: 1 }).waitFor();
    await expect.poll(size, { timeout: 10_000 }).toBe("18px");
    for (const width of Object.values(widths)) {
      await page.setViewportSize(width);
      expect(await axe(page)).toEqual([]);
      expect(await sidewaysOverflow(page)).toBe(0);
    }
    await page.setViewportSize(widths.desk);
    await page.getByRole("button", { name: "Account and display" }).click();
    await page.getByText("Tiếng Việt", { exact: true }).click();
    await page.getByRole("switch", { name: "Chữ lớn" }).click();
    await expect
      .poll(async () => (await hanh.get("/session")).body.person, { timeout: 10_000 })
      .toMatchObject({ language: "vi", largeType: false });
  });

  test("on a phone the navigation is a bar at the bottom, the rest a drawer", async () => {
    await page.setViewportSize(widths.phone);
    await page.goto("/app/documents");
    await page.getByRole("button", { name: "Thêm", exact: true }).click();
    const drawer = page.getByRole("dialog", { name: "Trình đơn" });
    await drawer.getByRole("link", { name: "Tổ chức, địa bàn" }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.setViewportSize(widths.desk);
  });

  test("an address that is no page says so, inside the shell", async () => {
    await page.goto("/app/khong-co-trang-nay");
    await page.getByRole("heading", { name: "Không có trang này" }).waitFor();
    await page.getByRole("navigation", { name: "Điều hướng chính" }).first().waitFor();
    expect(await axe(page)).toEqual([]);
  });

  test("a session that ends under an open page asks to sign in again and loses nothing", async () => {
    await page.goto("/app/documents");
    const find = page.getByRole("searchbox", { name: "Tìm theo số, trích yếu, cơ quan ban hành" });
    await find.waitFor();
    await browser.context.clearCookies();
    await find.fill("dân vận khéo");
    const dialog = page.getByRole("dialog", { name: "Phiên làm việc đã hết" });
    await dialog.waitFor();
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Tôi đã đăng nhập lại" }).click();
    await dialog.getByText("Chưa thấy đăng nhập").waitFor();
    await signIn();
    await dialog.getByRole("button", { name: "Tôi đã đăng nhập lại" }).click();
    await dialog.waitFor({ state: "hidden" });
    expect(await find.inputValue()).toBe("dân vận khéo");
    await page.getByText("Không có văn bản nào khớp").waitFor();
  });
});
