import type { AddressInfo } from "node:net";
import { createCanvas } from "@napi-rs/canvas";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { silentLog } from "../../src/platform/log.ts";
import { buildWeb } from "../../src/platform/web-build.ts";
import { testApp, type Person, type TestApp } from "../support/app.ts";
import { axe, openBrowser, sidewaysOverflow, widths, type TestBrowser } from "../support/browser.ts";
import { tanGiang } from "../support/tan-giang.ts";

/**
 * The journal in a real browser: ông Đoàn, head of a village's Front board, records an activity with two photographs on his
 * phone; ông Tòng of the commune sees it. Each test goes on from where the one before it left off.
 */
let app: TestApp;
let url: string;
let doan: Visit;
let tong: Visit;

type Visit = { browser: TestBrowser; page: Page; person: Person; errors: string[] };

async function visit(person: Person, width: "desk" | "phone"): Promise<Visit> {
  const browser = await openBrowser({ baseURL: url });
  await browser.context.addCookies([{ name: "kheo", value: person.token, url }]);
  const page = await browser.newPage(width);
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  page.on("console", (message) => message.type() === "error" && /policy|Uncaught/i.test(message.text()) && errors.push(message.text()));
  return { browser, page, person, errors };
}

beforeAll(async () => {
  // The browser's own clock offers the day: the server must be in the same one.
  app = await testApp({ at: new Date().toISOString(), web: await buildWeb(silentLog) });
  await app.app.listen({ host: "127.0.0.1", port: 0 });
  url = `http://127.0.0.1:${(app.app.server.address() as AddressInfo).port}`;
  const unit = await tanGiang(app.db);
  doan = await visit(await app.person({ name: "Tô Văn Đoàn", unit: unit("Ban Công tác Mặt trận thôn Đoài"), role: "reporter" }), "phone");
  tong = await visit(
    await app.person({ name: "Phạm Văn Tòng", unit: unit("Ủy ban MTTQ Việt Nam xã Bình Lâm"), role: "coordinator" }),
    "desk",
  );
});

afterAll(async () => {
  await doan?.browser.close();
  await tong?.browser.close();
});

/** A photograph as a phone would make it, only smaller. */
function photograph(name: string, colour: string) {
  const canvas = createCanvas(640, 480);
  const paint = canvas.getContext("2d");
  paint.fillStyle = colour;
  paint.fillRect(0, 0, 640, 480);
  return { name, mimeType: "image/jpeg", buffer: Buffer.from(canvas.toBuffer("image/jpeg", 80)) };
}

const nextYear = new Date().getFullYear() + 1;
const NAME = "Dọn vệ sinh đường thôn Đoài";

describe("an activity is recorded on a phone", () => {
  test("with four fields; what was typed survives a reload", async () => {
    const { page } = doan;
    await page.goto("/app/desk");
    await page.getByRole("link", { name: "Ghi hoạt động" }).click();
    await page.getByRole("button", { name: /^Tất cả \d+ loại$/ }).click();
    expect(await axe(page)).toEqual([]);
    await page.getByRole("searchbox", { name: "Tìm loại hoạt động" }).fill("ra quan");
    await page.getByRole("button", { name: "Ra quân, lao động công ích" }).click();
    await page.getByRole("textbox", { name: "Tên hoạt động" }).fill(NAME);
    await page.getByRole("group", { name: "Đơn vị chủ trì" }).getByText("Ban Công tác Mặt trận thôn Đoài").waitFor();
    await page.reload();
    await page.getByText("Đã khôi phục phần bạn gõ dở lần trước").waitFor();
    expect(await page.getByRole("textbox", { name: "Tên hoạt động" }).inputValue()).toBe(NAME);
  });

  test("a number as people say it is read while it is typed; two photographs are shown before they go", async () => {
    const { page } = doan;
    const turns = page.getByRole("textbox", { name: "Lượt người tham gia" });
    await turns.fill("hơn 1.20");
    await turns.fill("hơn 120");
    await page.getByText("Hiểu là hơn 120 lượt người").waitFor();
    await page.getByRole("textbox", { name: "Số tiền (đồng)" }).fill("2,5 triệu");
    await page.getByText("Hiểu là 2.500.000 đồng").waitFor();
    await page
      .getByRole("group", { name: "Ảnh" })
      .locator('input[type="file"]')
      .last()
      .setInputFiles([photograph("truoc.jpg", "#885533"), photograph("sau.jpg", "#338855")]);
    await page.getByRole("img", { name: "Ảnh 2" }).waitFor();
    expect(await sidewaysOverflow(page)).toBe(0);
    expect(await axe(page)).toEqual([]);
    await page.getByRole("button", { name: "Lưu hoạt động" }).click();
    await page.getByRole("heading", { name: "Đã lưu hoạt động" }).waitFor();
    await page.getByText("Có số ghi “hơn/khoảng”").waitFor();
    expect(await axe(page)).toEqual([]);
  });

  test("the next one begins empty, with the kind used last at the front; what is missing is said at its field", async () => {
    const { page } = doan;
    await page.getByRole("button", { name: "Ghi tiếp" }).click();
    expect(await page.getByRole("textbox", { name: "Tên hoạt động" }).inputValue()).toBe("");
    expect(await page.getByRole("region", { name: "Hay dùng" }).getByRole("button").first().textContent()).toBe(
      "Ra quân, lao động công ích",
    );
    await page.getByRole("button", { name: "Lưu hoạt động" }).click();
    await page.getByText("Hãy chọn loại hoạt động.").waitFor();
    await page.getByText("Hãy ghi tên hoạt động.").waitFor();
    await page.getByRole("region", { name: "Hay dùng" }).getByRole("button").nth(1).click();
    await page.getByRole("textbox", { name: "Tên hoạt động" }).fill("Họp dân bàn việc mở đường");
    await page.getByRole("textbox", { name: /^Ngày/ }).fill(`28/11/${nextYear}`);
    await page.getByText("Ngày này chưa tới").waitFor();
    await page.getByRole("button", { name: "Lưu hoạt động" }).click();
    await page.getByRole("heading", { name: "Đã lưu vào lịch dự kiến" }).waitFor();
  });

  test("its page shows figures and photographs and lets the exact number be given", async () => {
    const { page } = doan;
    await page.goto("/app/activities");
    await page.getByRole("link", { name: NAME }).click();
    await page.getByRole("heading", { name: NAME }).waitFor();
    await page.getByText("Cần số chính xác").first().waitFor();
    await expect
      .poll(() => page.getByRole("img", { name: "Ảnh 1" }).evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0);
    expect(await sidewaysOverflow(page)).toBe(0);
    expect(await axe(page)).toEqual([]);
    await page.getByRole("button", { name: "Sửa", exact: true }).click();
    await page.getByRole("textbox", { name: "Lượt người tham gia" }).fill("124");
    expect(await sidewaysOverflow(page)).toBe(0);
    await page.getByRole("button", { name: "Lưu thay đổi" }).click();
    await page.getByText("124", { exact: true }).waitFor();
    await page.getByText("Cần số chính xác").waitFor({ state: "detached" });
  });
});

describe("the commune sees its villages' journal", () => {
  test("in a list with filters in the address, and as an evidence binder", async () => {
    const { page } = tong;
    await page.goto("/app/activities");
    await page.getByRole("link", { name: NAME }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole("searchbox", { name: /^Tìm theo tên/ }).fill("ve sinh");
    await page.waitForURL(/text=ve/);
    await page.getByText("1 hoạt động").waitFor();
    await page.getByRole("button", { name: "Tập minh chứng" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Tải tập minh chứng" }).click();
    expect((await download).suggestedFilename()).toMatch(/\.zip$/);
    await page.keyboard.press("Escape");
    await page.setViewportSize(widths.phone);
    expect(await sidewaysOverflow(page)).toBe(0);
    expect(await axe(page)).toEqual([]);
    await page.setViewportSize(widths.desk);
  });

  test("and in a calendar where planned and done differ by more than colour; its private address is shown once", async () => {
    const { page } = tong;
    await page.goto(`/app/activities/calendar?view=month&day=${nextYear}-11-01`);
    await page.getByRole("button", { name: "Tạo liên kết lịch" }).click();
    await page.getByText(/\/calendar\/.+\.ics$/).waitFor();
    await page.getByRole("button", { name: /^Thu hồi/ }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.setViewportSize(widths.phone);
    expect(await sidewaysOverflow(page)).toBe(0);
    expect(await axe(page)).toEqual([]);
    await page.setViewportSize(widths.desk);
  });

  test("what comes round is made once", async () => {
    const { page } = tong;
    await page.goto("/app/activities/recurring");
    await page.getByRole("button", { name: "Tạo lịch lặp lại" }).click();
    await page.getByRole("combobox", { name: "Loại hoạt động" }).click();
    await page.getByRole("option", { name: /giao ban/i }).click();
    await page.getByRole("textbox", { name: "Tên hoạt động" }).fill("Giao ban hằng tháng");
    expect(await axe(page)).toEqual([]);
    await page.getByRole("button", { name: "Lưu lịch" }).click();
    await page.getByText(/kỳ tới/).waitFor();
    await page.setViewportSize(widths.phone);
    expect(await sidewaysOverflow(page)).toBe(0);
    await page.setViewportSize(widths.desk);
  });

  test("and nothing on the way broke or was blocked by the page's own policy", () => {
    expect([...doan.errors, ...tong.errors]).toEqual([]);
  });
});
