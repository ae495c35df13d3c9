import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { silentLog } from "../../src/platform/log.ts";
import { buildWeb } from "../../src/platform/web-build.ts";
import { testApp, type Person, type TestApp } from "../support/app.ts";
import { openBrowser, widths, type TestBrowser } from "../support/browser.ts";
import { soundAs } from "../support/sound.ts";
import { tanGiang } from "../support/tan-giang.ts";

/**
 * Figures of a half-year in a real browser: ông Tòng of xã Bình Lâm enters them with the keyboard, from a spreadsheet and
 * without network; chị Nga adds her organisation's part; bà Hạnh of the province sends a cell back, approves, and stands in
 * the room of the day before. Each test goes on from the one before. `LOOK=1` keeps pictures.
 */
let app: TestApp;
let url: string;
let hanh: Visit;
let tong: Visit;
let nga: Visit;
let roundId: string;
let formId: string;

type Visit = { browser: TestBrowser; page: Page; person: Person };
const errors: string[] = [];

async function visit(person: Person): Promise<Visit> {
  const browser = await openBrowser({ baseURL: url });
  await browser.context.addCookies([{ name: "kheo", value: person.token, url }]);
  const page = await browser.newPage();
  page.on("pageerror", ({ message }) => errors.push(message));
  page.on(
    "console",
    (message) => message.type() === "error" && /policy|Uncaught|Warning/i.test(message.text()) && errors.push(message.text()),
  );
  page.on("response", (response) => {
    if (response.status() >= 500) errors.push(`${response.status()} ${response.url()}`);
  });
  return { browser, page, person };
}

/** A row of the form for an indicator of the shipped catalogue. */
async function row(catalogueNo: number, compulsory = false) {
  const { id, name, unit } = await app.db
    .selectFrom("indicator")
    .select(["id", "name", "unit"])
    .where("catalogue_no", "=", catalogueNo)
    .executeTakeFirstOrThrow();
  return { indicatorId: id, label: name, unit, compulsory };
}

beforeAll(async () => {
  app = await testApp({ at: "2026-06-10T09:00:00+07:00", web: process.env["WEB"] ?? (await buildWeb(silentLog)) });
  await app.app.listen({ host: "127.0.0.1", port: 0 });
  url = `http://127.0.0.1:${(app.app.server.address() as AddressInfo).port}`;
  const unit = await tanGiang(app.db);
  const front = "Ủy ban MTTQ Việt Nam xã Bình Lâm";
  const people = [
    await app.person({ name: "Lê Thị Hạnh", unit: unit("Ủy ban MTTQ Việt Nam tỉnh Tân Giang"), role: "coordinator" }),
    await app.person({ name: "Phạm Văn Tòng", unit: unit(front), role: "reporter" }),
    await app.person({ name: "Trịnh Thị Nga", unit: unit("Hội Liên hiệp Phụ nữ xã Bình Lâm"), role: "reporter" }),
  ];
  [hanh, tong, nga] = (await Promise.all(people.map(visit))) as [Visit, Visit, Visit];
  const training = { kind: "training", name: "Tập huấn công tác Hội", onDate: "2026-04-14", turns: "80" };
  expect((await nga.person.post("/activities", training)).status).toBe(201);
  expect((await nga.person.post("/activities", { ...training, name: "Tập huấn chi hội trưởng", onDate: "2026-05-06" })).status).toBe(201);
  const made = await hanh.person.post("/forms", {
    title: "Báo cáo kết quả công tác Mặt trận",
    basis: "Kế hoạch 12/KH-MTTQ-BTT ngày 05/01/2026",
    addressees: ["Ủy ban MTTQ Việt Nam các xã, phường"],
    periods: { kind: "half" },
    due: {
      text: "trước ngày 15/6 và 15/12",
      rule: { kind: "day-of-year", at: [6, 12].map((month) => ({ month, day: 15 })), before: true },
    },
    content: {
      sections: [
        {
          id: "giam-sat",
          number: "I",
          heading: "Giám sát, phản biện xã hội",
          narrative: true,
          guidance: "Nêu việc mới, cách làm hay; không quá một trang.",
          rows: [await row(39, true), await row(40), await row(42), await row(43), await row(27)],
        },
        { id: "an-sinh", number: "II", heading: "Vận động nguồn lực", rows: [await row(58), await row(64), await row(61), await row(75)] },
        { id: "phu-nu", number: "III", heading: "Công tác của Hội Phụ nữ", fills: "womens-union", rows: [await row(16), await row(17)] },
      ],
    },
  });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  formId = made.body.id;
  const published = await hanh.person.post(`/forms/${formId}/publish`, { version: 1 });
  expect(published.status, JSON.stringify(published.body)).toBe(200);
  roundId = (await hanh.person.get("/rounds/asked", { formId })).body.items[0].id;
});

afterAll(async () => {
  for (const each of [hanh, tong, nga]) await each?.browser.close();
});

/** Other work may keep the machine busy. */
const patiently = { timeout: 15_000 };

const sound = soundAs("figures");

/** Pages whose parts other pages show are looked at when somebody looks. */
const look = async (page: Page, name: string): Promise<void> => (process.env["LOOK"] ? sound(page, name) : undefined);

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
const cell = (page: Page, name: RegExp) => page.getByRole("textbox", { name }).first();
const saved = (page: Page) => page.getByText(/Đã lưu lúc/).waitFor(patiently);

/** As a spreadsheet puts a block on the clipboard. */
const paste = (page: Page, text: string) =>
  page.evaluate((block) => {
    const data = new DataTransfer();
    data.setData("text/plain", block);
    document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);

describe("ông Tòng enters figures", () => {
  test("from what he owes, in one click; with the keys of a spreadsheet", async () => {
    const { page } = tong;
    await page.goto("/app/figures");
    await page.getByText("Kế hoạch 12/KH-MTTQ-BTT").first().waitFor();
    await sound(page, "landing");
    await page.getByRole("link", { name: "Nhập số liệu" }).click();
    await page.waitForURL(/\/app\/submissions\//);
    const first = page.locator("table input").first();
    await first.focus();
    await page.keyboard.type("12");
    await page.keyboard.press("Enter");
    await page.keyboard.type("hơn 3");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.type("nhiều");
    await page.keyboard.press("Enter");
    await page.getByText("Chưa hiểu “nhiều”").first().waitFor();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.type("7");
    await page.keyboard.press("F2");
    await page.keyboard.press("Escape");
    await page.keyboard.type("5");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.getByText("Chưa hiểu “nhiều”").count(), patiently).toBe(0);
    await page.getByText("“hơn 3” chưa phải số chính xác").waitFor();
    await saved(page);
    await sound(page, "entry");
  });

  test("a block from a spreadsheet is seen before it is filled in, rows found by their names", async () => {
    const { page } = tong;
    await page.locator("table input").first().focus();
    const names = await page.locator("table").nth(1).locator("tbody th").allTextContents();
    const name = (at: number) => (names[at] ?? "").replace(/\s*\([^()]*\)\s*(cần nhập)?$/, "").trim();
    await paste(page, `1\t${name(0)}\tđồng\t553 triệu\n2\t${name(1)}\tsuất\t1.250\n3\t${name(2)}\tnhà\tnhiều lắm\n`);
    await page.getByRole("dialog").getByText("Chưa hiểu, bỏ qua").waitFor();
    await look(page, "paste");
    await page.getByRole("button", { name: "Điền 2 ô" }).click();
    await expect.poll(() => page.locator("table").nth(1).locator("input").first().inputValue(), patiently).toBe("553.000.000");
    await saved(page);
    await page.reload();
    await expect.poll(() => page.locator("table").nth(1).locator("input").nth(1).inputValue(), patiently).toBe("1.250");
  });

  test("without network nothing is lost, and it is saved by itself afterwards", async () => {
    const { page, browser } = tong;
    await browser.context.setOffline(true);
    await page.locator("table").nth(1).locator("input").nth(2).fill("2");
    await page.keyboard.press("Enter");
    await page.getByText(/Mất mạng: đã giữ trên máy này/).waitFor(patiently);
    await browser.context.setOffline(false);
    await saved(page);
    // With a thumb: number keys cannot type words, so they are offered under the cell.
    await page.setViewportSize(widths.phone);
    const money = page.locator("table").nth(1).locator("input").first();
    await money.fill("12");
    await button(page, "triệu").click();
    await page.keyboard.press("Enter");
    await expect.poll(() => money.inputValue(), patiently).toBe("12.000.000");
    await look(page, "phone");
    await money.fill("553 triệu");
    await page.keyboard.press("Enter");
    await page.setViewportSize(widths.desk);
    await page.getByRole("textbox", { name: /^Lời văn của mục/ }).fill("Đã giám sát việc rà soát hộ nghèo tại 4 thôn.");
    await saved(page);
  });

  test("chị Nga fills her organisation's section and says that it is done", async () => {
    const { page } = nga;
    await page.goto("/app/figures");
    await page.getByRole("link", { name: "Nhập phần của mình" }).click();
    // Her journal has filled it; the records stand behind the figure, and another figure asks for its reason.
    await expect.poll(() => page.locator("table input").nth(1).inputValue(), patiently).toBe("160");
    await page
      .getByRole("button", { name: /^2 bản ghi/ })
      .first()
      .click();
    await page.getByRole("dialog").getByText("Tập huấn chi hội trưởng").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("table input").first().fill("4");
    await page.keyboard.press("Enter");
    await page.getByRole("textbox", { name: /Khác số tính từ nhật ký/ }).fill("Hai lớp chưa ghi nhật ký.");
    await page.keyboard.press("Tab");
    await saved(page);
    await look(page, "part");
    await button(page, "Xong phần của tôi").click();
    await page.getByText(/^Đã xong: Trịnh Thị Nga/).waitFor();
  });

  test("and he sends the whole", async () => {
    const { page } = tong;
    await page.reload();
    await page.getByText(/^Đã xong: Trịnh Thị Nga/).waitFor();
    await button(page, "Gửi số liệu").click();
    await look(page, "send");
    await page.getByRole("dialog").getByRole("button", { name: "Gửi", exact: true }).click();
    await page
      .getByText(/^Đã gửi lúc|Mã đối chiếu/)
      .first()
      .waitFor(patiently);
    await look(page, "sent");
  });
});

describe("bà Hạnh looks at them", () => {
  test("sends one cell back with a reason", async () => {
    const { page } = hanh;
    await page.goto("/app/approvals");
    await page.getByRole("link", { name: /xã Bình Lâm/ }).waitFor();
    await look(page, "queue");
    await page.getByRole("link", { name: /xã Bình Lâm/ }).click();
    await page
      .getByRole("button", { name: /^Cần sửa ô/ })
      .first()
      .click();
    await page.getByLabel(/^Vì sao cần sửa/).fill("Cùng kỳ chỉ 2 cuộc, xin xem lại.");
    await page.getByLabel(/^Lời nhắn cho đơn vị/).fill("Nhờ anh xem lại một ô.");
    await sound(page, "approval");
    await button(page, "Trả lại").click();
    await page.waitForURL(/\/app\/approvals$/);
  });

  test("ông Tòng sees which and why, mends it and sends again", async () => {
    const { page } = tong;
    await page.reload();
    await page.getByText("Nơi nhận trả lại: Cùng kỳ chỉ 2 cuộc, xin xem lại.").waitFor();
    await look(page, "returned");
    await cell(page, /./).fill("2");
    await page.keyboard.press("Enter");
    await saved(page);
    await button(page, "Gửi lại").click();
    await page.getByRole("dialog").getByRole("button", { name: "Gửi", exact: true }).click();
    await expect.poll(() => page.getByText(/Mã đối chiếu/).count(), patiently).toBe(2);
  });

  test("approves, and the room tells who is missing and what it adds up to", async () => {
    const { page } = hanh;
    await page.goto("/app/approvals");
    await page.getByRole("link", { name: /xã Bình Lâm/ }).click();
    await button(page, "Duyệt").click();
    await page.waitForURL(/\/app\/approvals$/);
    await page.goto(`/app/rounds/${roundId}`);
    await page.getByText("Đơn vị chưa gửi").waitFor();
    await button(page, "Soạn tin nhắc").click();
    await page.getByRole("textbox", { name: /cấp dưới/ }).waitFor();
    await sound(page, "room");
    for (const tab of [/^Tất cả đơn vị/, /^Số liệu đáng hỏi/, /^Tổng số/]) {
      await page.getByRole("tab", { name: tab }).click();
      await page.getByRole("tabpanel").first().waitFor();
      await look(page, `room-${tab.source.slice(1, 4)}`);
    }
    await expect
      .poll(
        () =>
          page
            .getByRole("row", { name: /Vì người nghèo/ })
            .first()
            .textContent(),
        patiently,
      )
      .toMatch(/553\.000\.000/);
    await page.getByRole("row", { name: /^Xã Bình Lâm/ }).waitFor(patiently);
    await look(page, "room-areas");
    await button(page, "Xã Bình Lâm").click();
    await page.getByRole("heading", { name: /Tổng của Xã Bình Lâm/i }).waitFor(patiently);
    await page.getByRole("link", { name: "Cả địa bàn" }).click();
    await button(page, "Chốt số liệu").click();
    await page.getByRole("dialog").getByRole("button", { name: "Chốt số liệu" }).click();
    await page.getByText(/^Chốt số liệu lúc/).waitFor();
  });

  test("her forms and the dictionary read well", async () => {
    const { page } = hanh;
    for (const [path, name] of [
      ["/app/figures", "hanh-landing"],
      ["/app/forms", "forms"],
      [`/app/forms/${formId}`, "form"],
      ["/app/forms/new", "form-new"],
      ["/app/dictionary", "dictionary"],
    ] as const) {
      await page.goto(path);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await look(page, name);
    }
    await page.goto("/app/forms/new");
    await page.getByLabel(/^Tên biểu mẫu/).fill("Báo cáo tháng");
    await button(page, "Soạn tiếp").click();
    await page.waitForURL(/\/edit$/);
    await button(page, "Thêm mục").click();
    await page.getByLabel("Tên mục").fill("Giám sát");
    await page.getByRole("searchbox", { name: "Thêm chỉ tiêu" }).fill("giam sat");
    await page
      .getByRole("button", { name: /^Thêm .*giám sát/i })
      .first()
      .click();
    await sound(page, "builder");
    await button(page, "Lưu").click();
    await page.getByText("Cần làm xong trước khi ban hành:").waitFor(patiently);
    await look(page, "builder-saved");
  });

  test("nothing failed on the way", () => expect(errors).toEqual([]));
});
