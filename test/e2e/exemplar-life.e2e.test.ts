import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { silentLog } from "../../src/platform/log.ts";
import { buildWeb } from "../../src/platform/web-build.ts";
import { testApp, type Person, type TestApp } from "../support/app.ts";
import { openBrowser, said, type TestBrowser } from "../support/browser.ts";
import { soundAs } from "../support/sound.ts";
import { tanGiang } from "../support/tan-giang.ts";

/**
 * The four steps in a real browser: ông Tòng of the commune walks them on his phone, bà Hạnh of the province comes to inspect and
 * decides the grade. Each test goes on from the one before. `LOOK=1` keeps pictures of every page.
 */
type Visit = { browser: TestBrowser; page: Page; person: Person };

let app: TestApp;
let url: string;
let id: string;
let tong: Visit;
let hanh: Visit;
const errors: string[] = [];
const NAME = "Ngõ không rác thôn Đoài";

async function visit(person: Person, width: "desk" | "phone"): Promise<Visit> {
  const browser = await openBrowser({ baseURL: url });
  await browser.context.addCookies([{ name: "kheo", value: person.token, url }]);
  const page = await browser.newPage(width);
  page.on("pageerror", ({ message }) => errors.push(message));
  page.on("console", (message) => message.type() === "error" && /policy|Uncaught/i.test(message.text()) && errors.push(message.text()));
  page.on("response", (response) => response.status() >= 500 && errors.push(`${response.status()} ${response.url()}`));
  return { browser, page, person };
}

beforeAll(async () => {
  // The browser's own clock offers the day: the server must be in the same one.
  app = await testApp({ at: new Date().toISOString(), web: await buildWeb(silentLog) });
  await app.app.listen({ host: "127.0.0.1", port: 0 });
  url = `http://127.0.0.1:${(app.app.server.address() as AddressInfo).port}`;
  const unit = await tanGiang(app.db);
  const front = unit("Ủy ban MTTQ Việt Nam tỉnh Tân Giang");
  hanh = await visit(await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" }), "desk");
  tong = await visit(
    await app.person({ name: "Phạm Văn Tòng", unit: unit("Ủy ban MTTQ Việt Nam xã Bình Lâm"), role: "coordinator" }),
    "phone",
  );
  const made = await tong.person.post("/exemplars", {
    kind: "model",
    name: NAME,
    field: "culture-society",
    contents: { situation: "Rác để ở đầu ngõ.", goals: "95 hộ phân loại rác.", area: "Thôn Đoài.", method: "Ngõ tự quản." },
    goals: [{ name: "Hộ phân loại rác", unit: "hộ", baseline: "40", goal: "95" }],
    startedOn: "2026-01-05",
  });
  id = made.body.id;
  expect((await tong.person.post(`/exemplars/${id}/register`, { version: 1 })).status).toBe(200);
  expect((await hanh.person.post(`/exemplars/${id}/accept`, { version: 2 })).status).toBe(200);
});

afterAll(async () => {
  for (const each of [tong, hanh]) await each?.browser.close();
});

const sound = soundAs("life");

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
const field = (page: Page, name: string) => page.getByRole("textbox", { name: new RegExp(`^${name}`) });

async function write(page: Page, kind: RegExp, text: string, more: () => Promise<void> = () => Promise.resolve()): Promise<void> {
  await button(page, "Thêm minh chứng").click();
  await page.getByRole("dialog").getByRole("button", { name: kind }).click();
  await field(page, "Đã làm gì").fill(text);
  await more();
  await button(page, "Lưu").click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

test("step 1: what is missing has the button that adds it, and then it is passed", async () => {
  const { page } = tong;
  await page.goto(`/app/exemplars/${id}`);
  await page.getByRole("tab", { name: "Bốn bước" }).click();
  await page.getByRole("heading", { name: /^Bước 1\. Xác định/ }).waitFor();
  await button(page, "Thêm: Khảo sát").click();
  await field(page, "Đã làm gì").fill("Hỏi 120 hộ, 104 hộ đồng tình.");
  await field(page, "Số hộ").fill("120");
  await button(page, "Lưu").click();
  await said(page, "Hỏi 120 hộ, 104 hộ đồng tình.").waitFor();
  await button(page, "Xác nhận qua bước 1").click();
  await page.getByRole("heading", { name: /^Bước 2\. Tổ chức/ }).waitFor();
  await page.getByText(/Qua bước ngày .*Bình Lâm xác nhận/).waitFor();
});

test("step 2: plan, launch with its commitments; what cannot be had is passed with a reason", async () => {
  const { page } = tong;
  await button(page, "Thêm: Sản phẩm, kết quả đầu ra").click();
  await field(page, "Sản phẩm, kết quả").fill("95 hộ có thùng phân loại.");
  await button(page, "Lưu").click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await write(page, /^Kế hoạch/, "Kế hoạch 6 tháng, mỗi tháng một ngõ.");
  await write(page, /^Ra mắt/, "Ra mắt tại nhà văn hóa thôn.", () => field(page, "Cam kết").fill("Không để rác ngoài ngõ."));
  await write(page, /^Tuyên truyền/, "Phát loa và đến từng nhà.");
  await said(page, "Không để rác ngoài ngõ.").waitFor();
  await button(page, "Xác nhận qua bước 2").click();
  await page.getByText("Còn mục chưa có.").waitFor();
  await field(page, "Vì sao chưa có: Phân công phụ trách").fill("Ban Công tác Mặt trận lo cả.");
  await field(page, "Vì sao chưa có: Lực lượng thực hiện").fill("Ghi trong kế hoạch.");
  await sound(page, "step-2");
  await button(page, "Xác nhận qua bước 2").click();
  await page.getByRole("heading", { name: /^Bước 3\. Kiểm tra/ }).waitFor();
  await page.getByText("Qua bước khi chưa có:").waitFor();
});

test("step 3: the province inspects, the lead answers and writes where the goal stands", async () => {
  const { page } = hanh;
  await page.goto(`/app/exemplars/${id}?tab=steps`);
  await write(page, /^Kiểm tra/, "Đi 3 ngõ cùng tổ tự quản.", async () => {
    await field(page, "Kết luận").fill("Có kết quả, cần sổ theo dõi.");
    await button(page, "Thêm việc cần khắc phục").click();
    await field(page, "Việc cần khắc phục").fill("Chưa có sổ theo dõi.");
    await page.getByLabel("Khắc phục trong bao nhiêu ngày").fill("15");
    await sound(page, "inspection");
  });
  await page.getByText("Chờ trả lời").waitFor();
  await tong.page.goto("/app/desk");
  await tong.page.getByText("1 kiến nghị chờ trả lời").waitFor();
  await tong.page.getByRole("link", { name: NAME }).click();
  await button(tong.page, /^Trả lời: Chưa có sổ/).click();
  await field(tong.page, "Đã khắc phục thế nào").fill("Đã lập sổ theo ngõ.");
  await button(tong.page, "Trả lời").click();
  await tong.page.getByText("Đã trả lời, chờ xác nhận").waitFor();
  const read = async (value: string, day: string | null) => {
    await button(tong.page, "Ghi số liệu: Hộ phân loại rác").click();
    await field(tong.page, "Số đạt được").fill(value);
    if (day) await field(tong.page, "Ngày").fill(day);
    await button(tong.page, "Lưu").click();
    await tong.page.getByRole("dialog").waitFor({ state: "detached" });
  };
  await read("hơn 60", "01/06/2026");
  await read("82", null);
  await tong.page.getByRole("img", { name: /Hiện trạng 40; 01\/06\/2026: hơn 60; .*: 82; Mục tiêu 95 hộ/ }).waitFor();
  await page.reload();
  await button(page, /^Xác nhận đã khắc phục: Chưa có sổ/).click();
  await button(page, "Xác nhận đã khắc phục").click();
  await page.getByText("1 kiến nghị đã khắc phục").waitFor();
});

test("step 4: a review with its lessons ends the walk", async () => {
  const { page } = tong;
  await button(page, "Xác nhận qua bước 3").click();
  await page.getByRole("heading", { name: /^Bước 4\. Sơ kết/ }).waitFor();
  await button(page, "Thêm: Khả năng duy trì, nhân rộng").click();
  await field(page, "Khả năng duy trì").fill("Tổ tự quản giữ, các thôn khác làm theo được.");
  await button(page, "Lưu").click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await write(page, /^Sơ kết/, "Tổng kết một năm.", () => field(page, "Bài học kinh nghiệm").fill("Làm từ ngõ nhỏ."));
  await button(page, "Xác nhận đã xong bốn bước").click();
  await page.getByText("Đã đi hết bốn bước.").waitFor();
  await sound(page, "walked");
});

test("the grades of the year are proposed in a list and decided above by another person", async () => {
  const { page } = tong;
  await page.goto("/app/exemplars/grades");
  const choose = async (on: Page, name: RegExp) => {
    await on.getByRole("combobox", { name: `Xếp loại: ${NAME}` }).click();
    await on.getByRole("option", { name }).click();
  };
  await choose(page, /^Tốt/);
  await sound(page, "grades-lead");
  await button(page, "Đề xuất 1 mô hình").click();
  await page.getByText(/đề xuất Tốt/).waitFor();
  await hanh.page.goto("/app/desk");
  await hanh.page.getByRole("link", { name: /^Xếp loại năm/ }).click();
  await choose(hanh.page, /^Khá/);
  await button(hanh.page, "Quyết định 1 mô hình").click();
  await hanh.page.getByText("Không có mô hình nào trong danh sách").waitFor();
  await page.goto(`/app/exemplars/${id}?tab=steps`);
  await page.getByText(/Năm \d{4}: Khá → duy trì/).waitFor();
  await page.goto("/app/exemplars?quiet=true");
  await page.getByText("Không có mô hình nào khớp").waitFor();
  expect(errors).toEqual([]);
});
