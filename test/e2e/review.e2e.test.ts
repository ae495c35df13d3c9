import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { silentLog } from "../../src/platform/log.ts";
import { buildWeb } from "../../src/platform/web-build.ts";
import { testApp, type Person, type TestApp } from "../support/app.ts";
import { axe, openBrowser, sidewaysOverflow, widths, type TestBrowser } from "../support/browser.ts";
import { numberedPlan } from "../support/plan-document.ts";
import { tanGiang } from "../support/tan-giang.ts";

/**
 * The review of a document in a real browser: bà Hạnh and ông Vinh of the province's Front go through the same plan. Each
 * test goes on from where the one before it left the document.
 */
const FRONT = "Ủy ban MTTQ Việt Nam tỉnh Tân Giang";

let app: TestApp;
let url: string;
let hanh: Visit;
let vinh: Visit;
let review: string;

type Visit = { browser: TestBrowser; page: Page; person: Person; errors: string[] };

async function visit(person: Person): Promise<Visit> {
  const browser = await openBrowser({ baseURL: url });
  await browser.context.addCookies([{ name: "kheo", value: person.token, url }]);
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  // A policy that blocks something of our own says so here.
  page.on("console", (message) => message.type() === "error" && /policy|Uncaught/i.test(message.text()) && errors.push(message.text()));
  return { browser, page, person, errors };
}

beforeAll(async () => {
  app = await testApp({ at: "2026-11-16T09:00:00+07:00", web: await buildWeb(silentLog) });
  await app.app.listen({ host: "127.0.0.1", port: 0 });
  url = `http://127.0.0.1:${(app.app.server.address() as AddressInfo).port}`;
  const unit = await tanGiang(app.db);
  hanh = await visit(await app.person({ name: "Lê Thị Hạnh", unit: unit(FRONT), role: "coordinator" }));
  vinh = await visit(await app.person({ name: "Trần Quốc Vinh", unit: unit(FRONT), role: "coordinator" }));
});

afterAll(async () => {
  await hanh?.browser.close();
  await vinh?.browser.close();
});

/** Other work may keep the machine busy. */
const patiently = { timeout: 15_000 };

const progress = (page: Page) => page.getByText(/^Đã rà soát \d+\/\d+$/);
const done = async (page: Page): Promise<number> => Number(/soát (\d+)/.exec((await progress(page).textContent()) ?? "")?.[1]);
const question = (page: Page) => page.locator("#asked");
const left = async (page: Page): Promise<number> =>
  Number(/\d+/.exec((await page.getByText(/^Còn \d+ câu hỏi$/).textContent()) ?? "")?.[0]);
const card = (page: Page, words: string) => page.locator("[data-card]").filter({ hasText: words }).first();

describe("a plan is uploaded and reviewed", () => {
  test("by dropping the file; its page opens and says what it waits for", async () => {
    const { page } = hanh;
    await page.goto("/app/documents");
    await page.getByText("Chưa có văn bản nào").waitFor();
    expect(await axe(page)).toEqual([]);
    await page.locator('input[type="file"]').setInputFiles({
      name: "ke-hoach-62.docx",
      mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      buffer: Buffer.from(await numberedPlan()),
    });
    await page.waitForURL(/\/app\/documents\/[0-9a-f-]{36}$/);
    await app.runJobs();
    await page.getByRole("link", { name: "Rà soát", exact: true }).click();
    await question(page).waitFor();
    review = page.url().split("?")[0] ?? "";
    expect(await done(page)).toBe(0);
  });

  test("what is doubtful is asked, answered by a number for all it concerns, and taken back with one key", async () => {
    const { page } = hanh;
    expect(await axe(page)).toEqual([]);
    const first = (await question(page).textContent()) ?? "";
    const before = await left(page);
    const concerned = await page.locator("[data-card]").count();
    expect(concerned).toBeGreaterThan(0);
    await page.keyboard.press("0");
    await expect.poll(() => question(page).textContent(), patiently).not.toBe(first);
    const answers = await page
      .locator("section", { has: question(page) })
      .locator("ol button")
      .allTextContents();
    const leaving = answers.findIndex((words) => /Giữ nguyên|Để trống|Đúng|không ghi$|Không có trong/.test(words));
    await page.keyboard.press(String(leaving + 1));
    await expect.poll(() => left(page), patiently).toBeLessThan(before);
    // The next question is where the last one was, with its first answer under the finger.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest("ol")?.parentElement?.querySelector("#asked") !== null))
      .toBe(true);
    await page.keyboard.press("z");
    await expect.poll(() => left(page), patiently).toBe(before);
    await page.setViewportSize(widths.phone);
    expect(await sidewaysOverflow(page)).toBe(0);
    expect(await axe(page)).toEqual([]);
    await page.setViewportSize(widths.desk);
    await page.getByRole("button", { name: /^Tất cả/ }).click();
    await page.locator("[data-card]").first().waitFor();
  });

  test("one of several is taken out of a question by a key and asked about alone; undo brings the question back as it was", async () => {
    const { page } = hanh;
    await page.keyboard.press("q");
    await question(page).waitFor();
    const rows = page.locator("#pane-items [data-card]");
    for (let tries = 0; (await rows.count()) < 3 && tries < 20; tries++) {
      const title = (await question(page).textContent()) ?? "";
      await page.keyboard.press("0");
      await expect.poll(() => question(page).textContent(), patiently).not.toBe(title);
    }
    const title = (await question(page).textContent()) ?? "";
    const [count, before] = [await rows.count(), await done(page)];
    await page.keyboard.press("j");
    await expect.poll(() => page.locator("[data-card][data-selected]").count(), patiently).toBe(1);
    await page.keyboard.press("x");
    await expect.poll(() => page.locator("[data-card][data-out]").count(), patiently).toBe(1);
    expect(await axe(page)).toEqual([]);
    // What is below the fold is shown before the answer counts.
    const more = page.getByText("Còn dòng chưa hiện");
    await page.keyboard.press("1");
    await expect
      .poll(async () => {
        // Looked at first: a key that comes after the answer would answer the next question, and one undo takes back one answer.
        const now = await question(page).textContent();
        if (now === title && (await more.count()) > 0) await page.keyboard.press("1");
        return now;
      }, patiently)
      .not.toBe(title);
    await page.keyboard.press("z");
    await expect.poll(() => rows.count(), patiently).toBe(count);
    expect(await page.locator("[data-card][data-out]").count()).toBe(1);
    await expect.poll(() => done(page), patiently).toBe(before);
    await page.getByRole("button", { name: /^Tất cả/ }).click();
    await page.locator("[data-card]").first().waitFor();
  });

  test("what cannot be taken is refused with the reason, before it travels", async () => {
    const { page } = vinh;
    await page.goto("/app/documents");
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: "ban-do.dwg", mimeType: "application/octet-stream", buffer: Buffer.from("x") });
    await page.getByText(/ban-do\.dwg.*không đúng loại/).waitFor();
  });

  test("pointing at an item lights up its words, and the words their item", async () => {
    const { page } = hanh;
    const item = card(page, "Câu lạc bộ Hưu trí tỉnh phối hợp tuyên truyền");
    await item.getByRole("button").first().click();
    const words = page.locator('mark[data-lit="selected"]');
    await expect.poll(() => words.allTextContents().then((texts) => texts.join("")), patiently).toContain("Câu lạc bộ Hưu trí");
    await page.locator("mark", { hasText: "bố trí kinh phí" }).first().click();
    await expect.poll(() => page.locator("[data-selected]").textContent(), patiently).toContain("bố trí kinh phí");
  });

  test("with the keyboard alone: accept goes on to the next, undo brings back", async () => {
    const { page } = hanh;
    const first = page.locator("[data-card] button").first();
    await first.focus();
    await first.press("Enter");
    const before = await done(page);
    await page.keyboard.press("a");
    await page.keyboard.press("a");
    await expect.poll(() => done(page), patiently).toBe(before + 2);
    await page.keyboard.press("k");
    await page.keyboard.press("u");
    await expect.poll(() => done(page), patiently).toBe(before + 1);
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Phím tắt" }).waitFor();
    await page.keyboard.press("Escape");
  });

  test("what is doubtful comes first under its own filter, and what is certain is accepted together", async () => {
    const { page } = hanh;
    await page.getByRole("button", { name: /^Cần xem/ }).click();
    expect(await page.locator("[data-card][data-doubt]").count()).toBeGreaterThan(0);
    expect(await axe(page)).toEqual([]);
    await page.getByRole("button", { name: /^Nhận \d+ mục chắc chắn$/ }).click();
    await page.getByRole("button", { name: "Nhận các mục này" }).click();
    const left = Number(/\d+/.exec((await page.getByRole("button", { name: /^Cần xem/ }).textContent()) ?? "")?.[0]);
    await expect.poll(() => page.getByRole("button", { name: /^Chưa rà soát/ }).textContent(), patiently).toBe(`Chưa rà soát ${left}`);
  });

  test("a reload loses neither decisions nor half-typed words", async () => {
    const { page } = hanh;
    await page.getByRole("button", { name: /^Tất cả/ }).click();
    await card(page, "Câu lạc bộ Hưu trí tỉnh phối hợp tuyên truyền").getByRole("button").first().click();
    await page.keyboard.press("e");
    await page.getByRole("textbox", { name: "Nội dung" }).fill("Đề nghị Câu lạc bộ Hưu trí tỉnh vận động hội viên nêu gương.");
    const before = await done(page);
    await page.reload();
    await expect.poll(() => done(page), patiently).toBe(before);
    await card(page, "Câu lạc bộ Hưu trí tỉnh phối hợp tuyên truyền").getByRole("button").first().click();
    await page.keyboard.press("e");
    await page.getByText("Đã khôi phục phần bạn gõ dở lần trước").waitFor();
    expect(await page.getByRole("textbox", { name: "Nội dung" }).inputValue()).toContain("Đề nghị Câu lạc bộ");
    expect(await axe(page)).toEqual([]);
  });

  test("two people do not overwrite each other: the second sees what the first did, and chooses", async () => {
    const { page } = vinh;
    await page.goto(`${review}?filter=all`);
    const theirs = card(page, "Câu lạc bộ Hưu trí tỉnh phối hợp tuyên truyền");
    await theirs.getByRole("button").first().click();
    await page.keyboard.press("d");
    await theirs.getByText("Đã bỏ").first().waitFor();
    await hanh.page.getByRole("button", { name: "Lưu", exact: true }).click();
    const dialog = hanh.page.getByRole("dialog", { name: "Nội dung vừa được người khác sửa" });
    await dialog.getByText("Trần Quốc Vinh").waitFor();
    expect(await axe(hanh.page)).toEqual([]);
    await dialog.getByRole("button", { name: "Lấy bản đang lưu" }).click();
    await hanh.page.getByRole("button", { name: /^Đã bỏ/ }).click();
    await card(hanh.page, "Câu lạc bộ Hưu trí tỉnh phối hợp tuyên truyền").waitFor();
  });

  test("words selected in the text become a new item with its place", async () => {
    const { page } = hanh;
    await page.getByRole("button", { name: /^Tất cả/ }).click();
    await page.locator("[data-line] [data-start]", { hasText: "tránh phô trương" }).evaluate((words) => {
      const text = words.firstChild as Text;
      const start = text.data.indexOf("tránh phô trương");
      const range = document.createRange();
      range.setStart(text, start);
      range.setEnd(text, text.data.indexOf("hình thức") + "hình thức".length);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    });
    await page.getByRole("group", { name: "Thêm từ đoạn đã chọn" }).getByRole("button", { name: "Nhiệm vụ" }).click();
    expect(await page.getByRole("textbox", { name: "Nội dung" }).inputValue()).toBe("tránh phô trương, hình thức");
    await page.getByRole("button", { name: "Lưu", exact: true }).click();
    const added = card(page, "tránh phô trương, hình thức");
    await added.getByText("Thêm mới").waitFor();
    expect(await page.locator('mark[data-lit="selected"]').textContent()).toBe("tránh phô trương, hình thức");
  });

  test("it works on a phone: text and items are two tabs, nothing scrolls sideways", async () => {
    const { page } = hanh;
    await page.setViewportSize(widths.phone);
    await page.getByRole("button", { name: /^Nhiệm vụ \d/ }).click();
    expect(await sidewaysOverflow(page)).toBe(0);
    expect(await axe(page)).toEqual([]);
    await card(page, "hướng dẫn nội dung").getByRole("button").first().click();
    await page.getByRole("button", { name: "Xem trong văn bản" }).click();
    await page.locator('mark[data-lit="selected"]').first().waitFor({ state: "visible" });
    expect(await sidewaysOverflow(page)).toBe(0);
    expect(await axe(page)).toEqual([]);
    await page.setViewportSize(widths.desk);
  });

  test("it is finished when every item is decided, after what stays unclear has been seen", async () => {
    const { page } = hanh;
    await page.getByRole("button", { name: "Hoàn tất rà soát" }).click();
    await page.getByText(/mục chưa rà soát. Hãy nhận/).waitFor();
    await page.getByRole("button", { name: "Xem mục còn lại" }).click();
    for (let left = await page.locator('[data-state="proposed"]').count(); left > 0; left--) {
      await page.locator('[data-state="proposed"]').first().getByRole("button", { name: /^Nhận/ }).click();
      await expect.poll(() => page.locator('[data-state="proposed"]').count(), patiently).toBe(left - 1);
    }
    await page.getByRole("button", { name: "Hoàn tất rà soát" }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /hoàn tất/i })
      .click();
    await page.waitForURL(/\/app\/documents\/[0-9a-f-]{36}$/);
    await page.getByText("Đã rà soát").first().waitFor();
    await page.getByRole("link", { name: "Lập kế hoạch từ văn bản này" }).waitFor();
    expect(await axe(page)).toEqual([]);
  });

  test("and nothing on the way broke or was blocked by the page's own policy", () => {
    expect([...hanh.errors, ...vinh.errors]).toEqual([]);
  });
});
