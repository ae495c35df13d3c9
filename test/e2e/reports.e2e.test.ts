import type { AddressInfo } from "node:net";
import { strFromU8, unzipSync } from "fflate";
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { silentLog } from "../../src/platform/log.ts";
import { buildWeb } from "../../src/platform/web-build.ts";
import { testApp, type Person, type TestApp } from "../support/app.ts";
import { axe, openBrowser, sidewaysOverflow, widths, type TestBrowser } from "../support/browser.ts";
import { today } from "../../web/ui/dates.ts";
import { tanGiang } from "../support/tan-giang.ts";

/**
 * A report in a real browser: ông Tòng of a commune's Front writes it over the journal's figures, bà Thu signs it on her
 * phone, anh Bảo gives it its number. Each test goes on from where the one before it left the report.
 */
const FRONT = "Ủy ban MTTQ Việt Nam xã Bình Lâm";

let app: TestApp;
let url: string;
let tong: Visit;
let thu: Visit;
let bao: Visit;
let report: string;

type Visit = { browser: TestBrowser; page: Page; person: Person; errors: string[] };

async function visit(person: Person, width: "desk" | "phone" = "desk"): Promise<Visit> {
  const browser = await openBrowser({ baseURL: url });
  await browser.context.addCookies([{ name: "kheo", value: person.token, url }]);
  const page = await browser.newPage(width);
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  page.on("console", (message) => message.type() === "error" && /policy|Uncaught/i.test(message.text()) && errors.push(message.text()));
  return { browser, page, person, errors };
}

beforeAll(async () => {
  // The browser's own clock offers the period: the server must be in the same one.
  app = await testApp({ at: new Date().toISOString(), web: await buildWeb(silentLog) });
  await app.app.listen({ host: "127.0.0.1", port: 0 });
  url = `http://127.0.0.1:${(app.app.server.address() as AddressInfo).port}`;
  const unit = await tanGiang(app.db);
  tong = await visit(await app.person({ name: "Phạm Văn Tòng", unit: unit(FRONT), role: "coordinator" }));
  thu = await visit(await app.person({ name: "Nguyễn Thị Thu", unit: unit(FRONT), role: "signer" }), "phone");
  bao = await visit(await app.person({ name: "Đỗ Quốc Bảo", unit: unit(FRONT), role: "clerk" }));
  const activities: Record<string, string>[] = [
    { kind: "training", name: "Tập huấn công tác Mặt trận", onDate: today(), turns: "45" },
    { kind: "unity-day", name: "Ngày hội thôn Đoài", onDate: today(), summary: "Bà con bàn việc giữ sạch đường thôn." },
  ];
  for (const activity of activities) expect((await tong.person.upload("/activities", activity)).status).toBe(201);
});

afterAll(async () => {
  for (const each of [tong, thu, bao]) await each?.browser.close();
});

const block = (page: Page, words: string | RegExp) => page.locator("section[id^='b-']").filter({ hasText: words }).first();

describe("a report is written over live figures", () => {
  test("from a template and a period; the journal's figures stand in its sentences", async () => {
    const { page } = tong;
    await page.goto("/app/reports");
    await page.getByText("Chưa có báo cáo nào").waitFor();
    await page.getByRole("link", { name: "Soạn văn bản mới" }).click();
    await page.getByRole("radio", { name: /tháng, quý/ }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole("button", { name: "Bắt đầu soạn" }).click();
    await page.waitForURL(/\/app\/reports\/[0-9a-f-]{36}$/);
    report = page.url();
    await page
      .getByRole("button", { name: /01 lớp|45 lượt/ })
      .first()
      .waitFor();
    expect(await axe(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBe(0);
  });

  test("behind a figure stands where it comes from", async () => {
    const { page } = tong;
    await page.getByRole("button", { name: /: 45 lượt người/ }).click();
    await page.getByText("nhật ký hoạt động").waitFor();
    await page.getByRole("link", { name: "Xem từng hoạt động" }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press("Escape");
  });

  test("a sentence is changed around its figures, which stay whole; it saves itself", async () => {
    const { page } = tong;
    const sentence = block(page, "tập huấn cho");
    await sentence.getByRole("button", { name: /^Sửa: / }).click();
    const field = page.getByRole("textbox", { name: "Câu" });
    await field.press("Control+End");
    await field.press("Backspace");
    await field.pressSequentially(" của thôn.");
    await page.getByText("Đã lưu", { exact: true }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole("button", { name: "Xong" }).click();
    await page.reload();
    await block(page, /45 lượt người của thôn\./).waitFor();
  });

  test("what the journal tells for a heading is kept or dropped", async () => {
    const { page } = tong;
    await page.getByRole("button", { name: /^Cách làm, kết quả đáng chú ý/ }).click();
    await page.getByText("Bà con bàn việc giữ sạch đường thôn.").waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole("button", { name: /^Giữ: / }).click();
    await page.getByText("Đã lưu", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Xong" }).click();
    await block(page, "Bà con bàn việc giữ sạch đường thôn.").waitFor();
  });

  test("a block that was removed comes back", async () => {
    const { page } = tong;
    const count = await page.locator("section[id^='b-']").count();
    await block(page, "Trên đây là")
      .getByRole("button", { name: /^Việc khác/ })
      .click();
    await page.getByRole("menuitem", { name: "Xóa đoạn" }).click();
    await page.getByRole("button", { name: "Lấy lại" }).click();
    await expect.poll(() => page.locator("section[id^='b-']").count()).toBe(count);
    await page.getByRole("button", { name: "Trình ký" }).click();
    await page.getByText("Chờ ký").waitFor();
  });
});

describe("it becomes a document", () => {
  test("read and signed on a phone", async () => {
    const { page } = thu;
    await page.goto(report);
    await block(page, "tập huấn cho").waitFor();
    expect(await sidewaysOverflow(page)).toBe(0);
    expect(await axe(page)).toEqual([]);
    await page.getByRole("button", { name: "Ký", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Ký", exact: true }).click();
    await page.getByText("Đã ký, chờ số").waitFor();
    expect(await axe(page)).toEqual([]);
  });

  test("numbered by the clerk, downloaded with its figures, marked as sent", async () => {
    const { page } = bao;
    await page.goto(report);
    await page.getByRole("button", { name: "Cấp số" }).click();
    await page.getByRole("textbox", { name: "Số", exact: false }).first().waitFor();
    await page.getByRole("button", { name: "Vào số" }).click();
    await page.getByText(/^Số: \d+\/BC-/).waitFor();
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: /Tải bản đã ký/ }).click();
    const words = strFromU8(unzipSync(await readFile(await (await download).path()))["word/document.xml"]!).replace(/<[^>]+>/g, "");
    expect(words).toContain("45 lượt người");
    expect(words).toContain("Bà con bàn việc giữ sạch đường thôn.");
    await page.getByRole("button", { name: "Ghi là đã gửi" }).click();
    await page.getByRole("textbox", { name: /^Gửi cho ai/ }).fill("Ủy ban MTTQ Việt Nam tỉnh, bản giấy");
    await page.getByRole("button", { name: "Đã gửi" }).click();
    await page.getByText("Bản đóng băng còn nguyên").waitFor();
    expect(await axe(page)).toEqual([]);
    await page.goto("/app/reports");
    await page
      .getByRole("link", { name: /^Báo cáo/ })
      .first()
      .waitFor();
    await page.setViewportSize(widths.phone);
    expect(await sidewaysOverflow(page)).toBe(0);
    expect(await axe(page)).toEqual([]);
  });

  test("and nothing on the way broke or was blocked by the page's own policy", () => {
    expect([tong, thu, bao].flatMap(({ errors }) => errors)).toEqual([]);
  });
});
