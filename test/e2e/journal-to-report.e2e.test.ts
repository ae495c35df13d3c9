import type { AddressInfo } from "node:net";
import { strFromU8, unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { silentLog } from "../../src/platform/log.ts";
import { buildWeb } from "../../src/platform/web-build.ts";
import { testApp, type Person, type TestApp } from "../support/app.ts";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { soundAs } from "../support/sound.ts";
import { tanGiang } from "../support/tan-giang.ts";

/**
 * The second half of the loop in a browser: ông Đoàn writes an activity into the journal of his village on a phone; ông Tòng
 * of the commune finds it in the figures he owes, and sends them; bà Hạnh of the province approves them and begins the
 * report; ông Vinh signs, anh Bảo numbers; the .docx says what ông Đoàn typed, and nobody typed it twice.
 */
let app: TestApp;
let url: string;
const browsers: TestBrowser[] = [];
const errors: string[] = [];
let doan: Page;
let tong: Page;
let hanh: Page;
let vinh: Page;
let bao: Page;

async function sits(person: Person, width: "desk" | "phone" = "desk"): Promise<Page> {
  const browser = await openBrowser({ baseURL: url });
  browsers.push(browser);
  await browser.context.addCookies([{ name: "kheo", value: person.token, url }]);
  const page = await browser.newPage(width);
  page.on("pageerror", ({ message }) => errors.push(message));
  page.on("response", (response) => {
    if (response.status() >= 500) errors.push(`${response.status()} ${response.url()}`);
  });
  return page;
}

beforeAll(async () => {
  app = await testApp({ at: "2026-06-20T09:00:00+07:00", web: process.env["WEB"] ?? (await buildWeb(silentLog)) });
  await app.app.listen({ host: "127.0.0.1", port: 0 });
  url = `http://127.0.0.1:${(app.app.server.address() as AddressInfo).port}`;
  const unit = await tanGiang(app.db);
  const front = unit("Ủy ban MTTQ Việt Nam tỉnh Tân Giang");
  const asks = await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" });
  const rows = await app.db
    .selectFrom("indicator")
    .select(["id", "name", "unit"])
    .where("catalogue_no", "in", [52, 68])
    .orderBy("catalogue_no")
    .execute();
  const made = await asks.post("/forms", {
    title: "Báo cáo kết quả công tác Mặt trận",
    basis: "Kế hoạch 12/KH-MTTQ-BTT ngày 05/01/2026",
    addressees: ["Ủy ban MTTQ Việt Nam các xã, phường"],
    periods: { kind: "half" },
    due: { text: "", rule: { kind: "after-end", days: 10, working: false } },
    content: {
      sections: [
        {
          id: "phong-trao",
          number: "I",
          heading: "Kết quả các phong trào thi đua",
          narrative: true,
          rows: rows.map(({ id, name, unit: measured }) => ({ indicatorId: id, label: name, unit: measured })),
        },
      ],
    },
  });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  expect((await asks.post(`/forms/${made.body.id}/publish`, { version: 1 })).status).toBe(200);
  // People come to work after the half-year is over.
  app.now("2026-07-03T09:00:00+07:00");
  const person = (name: string, at: string, role: Person["actor"]["role"]) => app.person({ name, unit: unit(at), role });
  const province = "Ủy ban MTTQ Việt Nam tỉnh Tân Giang";
  doan = await sits(await person("Tô Văn Đoàn", "Ban Công tác Mặt trận thôn Đoài", "reporter"), "phone");
  tong = await sits(await person("Phạm Văn Tòng", "Ủy ban MTTQ Việt Nam xã Bình Lâm", "coordinator"));
  hanh = await sits(await person("Lê Thị Hạnh", province, "coordinator"));
  vinh = await sits(await person("Trần Quốc Vinh", province, "signer"));
  bao = await sits(await person("Đỗ Quốc Bảo", province, "clerk"));
});

afterAll(async () => {
  for (const browser of browsers) await browser.close();
});

const patiently = { timeout: 20_000 };
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
const link = (page: Page, name: string | RegExp) => page.getByRole("link", { name, exact: true });

const sound = soundAs("journey");

describe("from the journal to the signed report", () => {
  test("the head of a village's board writes it down on his phone", async () => {
    await doan.goto("/app/desk");
    await link(doan, "Ghi hoạt động").click();
    await doan.getByRole("searchbox", { name: "Tìm loại hoạt động" }).fill("ra quan");
    await button(doan, "Ra quân, lao động công ích").click();
    await doan.getByRole("textbox", { name: "Tên hoạt động" }).fill("Đắp đường thôn Đoài");
    await doan.getByRole("textbox", { name: /^Ngày( \*)?$/ }).fill("14/6/2026");
    await doan.getByText("Bước 2: thêm số liệu").click();
    await doan.getByRole("textbox", { name: "Số ngày công" }).fill("64");
    await button(doan, "Lưu hoạt động").click();
    await doan.getByRole("heading", { name: "Đã lưu hoạt động" }).waitFor(patiently);
  });

  test("the commune finds it in what it owes, and sends", async () => {
    await tong.goto("/app/figures");
    await link(tong, "Nhập số liệu").click();
    await tong.waitForURL(/\/app\/submissions\//);
    const labour = tong.getByRole("row", { name: /Ngày công Nhân dân đóng góp/ });
    await labour.getByText("1 bản ghi").waitFor(patiently);
    expect(await labour.getByRole("textbox").first().inputValue()).toBe("64");
    const meetings = tong
      .getByRole("row", { name: /Cuộc họp Nhân dân bàn/ })
      .getByRole("textbox")
      .first();
    await meetings.fill("3");
    await meetings.press("Enter");
    await tong.getByText(/Đã lưu lúc/).waitFor(patiently);
    await button(tong, "Gửi số liệu").click();
    await tong.getByRole("dialog").getByRole("button", { name: "Gửi", exact: true }).click();
    await tong
      .getByText(/Mã đối chiếu/)
      .first()
      .waitFor(patiently);
  });

  test("the province approves it and begins the report", async () => {
    await hanh.goto("/app/approvals");
    await hanh
      .getByRole("link", { name: /xã Bình Lâm/ })
      .first()
      .click();
    await button(hanh, "Duyệt").click();
    await hanh.waitForURL(/\/app\/approvals$/, patiently);
    await hanh.goto("/app/reports/new");
    await hanh.getByRole("radio", { name: /Báo cáo kết quả công tác Mặt trận/ }).check();
    await button(hanh, "Bắt đầu soạn").click();
    await hanh.waitForURL(/\/app\/reports\/[0-9a-f-]{36}/, patiently);
    await hanh.getByText("64", { exact: false }).first().waitFor(patiently);
    await sound(hanh, "report");
    await button(hanh, "Trình ký").click();
    await hanh.getByText("Chờ ký").first().waitFor(patiently);
  });

  test("one signs, another numbers, and the file says what the village wrote", async () => {
    const address = new URL(hanh.url()).pathname;
    await vinh.goto(address);
    await button(vinh, "Ký").click();
    await vinh.getByRole("dialog").getByRole("button", { name: "Ký", exact: true }).click();
    await vinh.getByText(/Bản đóng băng còn nguyên/).waitFor(patiently);

    await bao.goto(address);
    await button(bao, "Cấp số").click();
    await button(bao, "Vào số").click();
    await bao.getByText(/^Số: \d+\/BC-/).waitFor(patiently);
    const file = link(bao, "Tải bản đã ký (Word)");
    await file.waitFor(patiently);
    const path = (await file.getAttribute("href")) ?? "";
    const bytes = await bao.evaluate(async (href) => [...new Uint8Array(await (await fetch(href)).arrayBuffer())], path);
    const xml = strFromU8(unzipSync(Uint8Array.from(bytes))["word/document.xml"] ?? new Uint8Array());
    const text = xml.replaceAll(/<\/w:p>/g, "\n").replaceAll(/<[^>]+>/g, "");
    expect(text).toContain("BÁO CÁO");
    expect(text).toMatch(/Số: 01\/BC-MTTQ-BTT/);
    expect(text).toMatch(/64 ngày công/);
    expect(text).toMatch(/03 cuộc/);
    await sound(bao, "signed");
    expect(errors).toEqual([]);
  });
});
