import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, vietnamDate } from "../../src/kernel/time/dates.ts";
import type { UnitId } from "../../src/kernel/ids.ts";
import { openWork } from "../../src/modules/work/index.ts";
import { transaction } from "../../src/platform/database/index.ts";
import { silentLog } from "../../src/platform/log.ts";
import { buildWeb } from "../../src/platform/web-build.ts";
import { showDate } from "../../web/ui/dates.ts";
import { testApp, type Person, type TestApp } from "../support/app.ts";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { soundAs } from "../support/sound.ts";
import { tanGiang } from "../support/tan-giang.ts";

/**
 * Chasing in a real browser: ông Tòng of a commune sees what he owes on his phone and asks for time; bà Hạnh of the province
 * answers, and writes to the commune that is late. Each test goes on from the one before it.
 */
const LATE = "Báo cáo chuyên đề dân chủ cơ sở";
const SOON = "Báo cáo kết quả tháng cao điểm";

let app: TestApp;
let tong: Visit;
let hanh: Visit;
const today = vietnamDate(new Date());

type Visit = { browser: TestBrowser; page: Page; errors: string[] };

async function visit(person: Person, url: string, width: "desk" | "phone"): Promise<Visit> {
  const browser = await openBrowser({ baseURL: url });
  await browser.context.addCookies([{ name: "kheo", value: person.token, url }]);
  const page = await browser.newPage(width);
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  page.on("console", (message) => message.type() === "error" && /policy|Uncaught/i.test(message.text()) && errors.push(message.text()));
  return { browser, page, errors };
}

const sound = soundAs("reminders");

beforeAll(async () => {
  // Real time: the browser counts days by its own clock.
  app = await testApp({ at: new Date().toISOString(), web: await buildWeb(silentLog) });
  await app.app.listen({ host: "127.0.0.1", port: 0 });
  const url = `http://127.0.0.1:${(app.app.server.address() as AddressInfo).port}`;
  const unit = await tanGiang(app.db);
  const [front, commune] = [unit("Ủy ban MTTQ Việt Nam tỉnh Tân Giang"), unit("Ủy ban MTTQ Việt Nam xã Bình Lâm")];
  const officer = await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" });
  await owe(officer, front, commune, LATE, addDays(today, -3));
  await owe(officer, front, commune, SOON, addDays(today, 4));
  tong = await visit(await app.person({ name: "Phạm Văn Tòng", unit: commune, role: "coordinator" }), url, "phone");
  hanh = await visit(officer, url, "desk");
});

afterAll(async () => {
  for (const each of [tong, hanh]) await each?.browser.close();
});

async function owe({ actor }: Person, assigner: UnitId, lead: UnitId, title: string, lastDay: string): Promise<void> {
  const origin = { kind: "plan-report" as const, planId: "019a0000-0000-7000-8000-0000000000aa", itemId: title, planVersion: 1, clause: "IV.1", quote: "báo cáo kết quả", documentId: null, line: 40 }; // prettier-ignore
  const due = { text: "", date: lastDay, lastDay };
  const work = { kind: "report" as const, title, text: "Báo cáo kết quả thực hiện", lead, partners: [], assigner, edge: "assign" as const, due, period: null, origin }; // prettier-ignore
  await transaction(app.db, (tx) => openWork(tx, actor, [work], app.services.clock()));
}

const card = (page: Page, title: string) => page.getByRole("listitem").filter({ hasText: title }).first();

describe("reminders", () => {
  test("on a phone: one list, what is over first; more time is asked for with a reason", async () => {
    const { page } = tong;
    await page.goto("/app/reminders");
    await card(page, LATE).waitFor();
    expect(await page.getByRole("heading", { level: 2 }).allTextContents()).toEqual(["Đã quá ngày", "Trong bảy ngày tới"]);
    await sound(page);
    await card(page, SOON).getByRole("button", { name: "Xin thêm thời gian" }).click();
    await page.getByLabel("Xin làm đến hết ngày").fill(showDate(addDays(today, 9)));
    await page.getByLabel("Lý do").fill("Ba thôn bị chia cắt do mưa lũ.");
    await sound(page);
    await page.getByRole("button", { name: "Gửi đề nghị" }).click();
    await page.getByText(`Đã xin đến ngày ${showDate(addDays(today, 9))}, đang chờ trả lời`).waitFor();
  });

  test("whoever assigned it reads the reason; refusing wants one, granting moves the deadline", async () => {
    const { page } = hanh;
    await page.goto("/app/reminders");
    const request = card(page, SOON);
    await request.getByText("Ba thôn bị chia cắt do mưa lũ.").waitFor();
    await request.getByRole("button", { name: "Chưa đồng ý" }).click();
    await request.getByText("Hãy ghi lý do chưa đồng ý.").waitFor();
    await sound(page);
    await request.getByRole("button", { name: "Đồng ý", exact: true }).click();
    await page.getByText("Đã đồng ý, hạn đã lùi.").waitFor();
    await tong.page.reload();
    await card(tong.page, LATE).waitFor();
    expect(await tong.page.getByText(SOON).count(), "due in nine days: nothing to remind of yet").toBe(0);
  });

  test("from the desk a polite text goes to the units that are late, and stands in their list", async () => {
    const { page } = hanh;
    await page.goto("/app/desk");
    await page.getByRole("button", { name: "Soạn lời nhắc" }).click();
    const dialog = page.getByRole("dialog");
    const text = dialog.getByLabel("Nội dung");
    await expect.poll(() => text.inputValue()).toContain(LATE);
    expect(await text.inputValue()).not.toContain(SOON);
    await sound(page);
    await dialog.getByRole("button", { name: "Gửi đến 1 việc đang nợ" }).click();
    await page.getByText("Đã gửi lời nhắc cho 1 việc.").waitFor();
    await tong.page.reload();
    await card(tong.page, LATE)
      .getByText(/Lê Thị Hạnh .* nhắc lúc/)
      .waitFor();
    await sound(tong.page);
  });

  test("and nothing on the way broke or was blocked by the page's own policy", () => {
    expect([tong, hanh].flatMap(({ errors }) => errors)).toEqual([]);
  });
});
