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
 * Learning from one another in a real browser: chị Bưởi of xã Hòa Phú finds what xã Bình Lâm does, copies it, is asked about her own
 * wording and explains it; the province reads both sides. `LOOK=1` keeps pictures of every page.
 */
let app: TestApp;
let url: string;
let tong: Person;
let buoi: Visit;
let hanh: Visit;
let original: string;

type Visit = { browser: TestBrowser; page: Page; person: Person };

const errors: string[] = [];
const method =
  "Mỗi tối thứ bảy, các hộ trong ngõ mang rác đã phân loại ra điểm tập kết ở sân nhà văn hóa, tổ trưởng ghi sổ từng hộ và công khai trên bảng tin của thôn.";
const whole = {
  kind: "model",
  field: "culture-society",
  themes: ["môi trường, rác thải"],
  contents: {
    situation: "Rác để ở đầu ngõ.",
    goals: "95 hộ phân loại rác.",
    area: "Thôn Đoài.",
    method,
    forces: "Chi bộ chủ trì.",
    output: "Không còn điểm rác.",
  },
  goals: [{ name: "hộ phân loại rác", unit: "hộ", baseline: "20", goal: "95" }],
};

async function visit(person: Person, width: "desk" | "phone"): Promise<Visit> {
  const browser = await openBrowser({ baseURL: url });
  await browser.context.addCookies([{ name: "kheo", value: person.token, url }]);
  const page = await browser.newPage(width);
  page.on("pageerror", ({ message }) => errors.push(message));
  page.on("response", (response) => response.status() >= 500 && errors.push(`${response.status()} ${response.url()}`));
  return { browser, page, person };
}

async function accepted(by: Person, reviewer: Person, more: object): Promise<string> {
  const { id } = (await by.post("/exemplars", { ...whole, ...more })).body;
  await by.post(`/exemplars/${id}/register`, { version: 1 });
  expect((await reviewer.post(`/exemplars/${id}/accept`, { version: 2 })).status).toBe(200);
  return id;
}

beforeAll(async () => {
  app = await testApp({ at: new Date().toISOString(), web: await buildWeb(silentLog) });
  await app.app.listen({ host: "127.0.0.1", port: 0 });
  url = `http://127.0.0.1:${(app.app.server.address() as AddressInfo).port}`;
  const unit = await tanGiang(app.db);
  const officer = await app.person({ name: "Lê Thị Hạnh", unit: unit("Ủy ban MTTQ Việt Nam tỉnh Tân Giang"), role: "coordinator" });
  tong = await app.person({ name: "Phạm Văn Tòng", unit: unit("Ủy ban MTTQ Việt Nam xã Bình Lâm"), role: "coordinator" });
  const person = await app.person({ name: "Nông Thị Bưởi", unit: unit("Ủy ban MTTQ Việt Nam xã Hòa Phú"), role: "reporter" });
  original = await accepted(tong, officer, { name: "Ngõ không rác thôn Đoài" });
  await tong.put(`/exemplars/${original}/lesson`, {
    version: 0,
    story: "Bắt đầu từ ba hộ đầu ngõ, sau một mùa mưa ngập rác.",
    steps: "1. Họp tổ, mỗi hộ góp một ý.\n2. Chọn điểm tập kết, làm bảng tin.\n3. Tối thứ bảy ghi sổ.",
    cost: "hơn 12 triệu",
    costNote: "Thùng, bảng tin; hộ góp một nửa",
    helped: "Trưởng thôn đi cùng tổ thu gom hai tháng đầu.",
    hindered: "Hộ đi làm xa: gửi hàng xóm mang hộ.",
    contact: "Trụ sở xã, giờ hành chính",
  });
  const cloned = { name: "Xóm sạch đẹp", contents: { ...whole.contents, situation: "Xóm có hai bãi rác." } };
  await accepted(person, officer, { ...cloned, name: "Ngõ sạch xóm Trại" });
  buoi = await visit(person, "phone");
  hanh = await visit(officer, "desk");
});

afterAll(async () => {
  for (const each of [buoi, hanh]) await each?.browser.close();
});

const sound = soundAs("learning");

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("a commune finds what another one does and begins a copy of it", async () => {
  const { page } = buoi;
  await page.goto("/app/exemplars?text=ngo%20khong%20rac");
  await page.getByRole("link", { name: "Ngõ không rác thôn Đoài" }).waitFor();
  await button(page, "Lọc thêm")
    .click()
    .catch(() => {});
  await sound(page, "list");
  await page.getByRole("link", { name: "Ngõ không rác thôn Đoài" }).click();
  await page.getByRole("tab", { name: "Nhân rộng" }).click();
  await page.getByText("Bắt đầu từ ba hộ đầu ngõ").waitFor();
  await sound(page, "lesson");
  await button(page, "Làm theo mô hình này").click();
  await page.getByRole("textbox", { name: /^Tên mô hình của đơn vị mình/ }).fill("Ngõ không rác bản Hạ");
  await page.getByRole("textbox", { name: /^Đổi gì/ }).fill("Rác nương rẫy, gom theo phiên chợ.");
  await page.getByRole("textbox", { name: /^hộ phân loại rác/ }).fill("40");
  await sound(page, "copy-form");
  await button(page, "Lập bản nháp").click();
  await page.getByRole("heading", { level: 1, name: "Ngõ không rác bản Hạ" }).waitFor();
  await page.getByRole("tab", { name: "Nhân rộng" }).click();
  await page.getByText("Còn giữ nguyên lời của mô hình gốc").waitFor();
  await sound(page, "copy");
});

test("what is written alike is told while writing, and explained afterwards; the reviewer reads both sides", async () => {
  const { page, person } = buoi;
  await page.goto("/app/exemplars/new");
  await page.getByRole("button", { name: /^Mô hình Cách làm/ }).click();
  await page.getByRole("textbox", { name: /^Tên mô hình/ }).fill("Ngõ không rác thôn Thượng");
  await page.getByText("Có thể đã có mô hình như vậy").waitFor();
  await sound(page, "hint");
  const { id } = (await person.post("/exemplars", { ...whole, name: "Đường làng sạch" })).body;
  await person.post(`/exemplars/${id}/register`, { version: 1 });
  await page.goto(`/app/exemplars/${id}`);
  await page.getByText("Xem chỗ giống nhau").first().click();
  await page.locator("mark").first().waitFor();
  await sound(page, "questions");
  await button(page, "Khác").first().click();
  await page.getByRole("textbox", { name: "Khác ở chỗ nào" }).fill("Đây là đường liên thôn, do đoàn viên quét.");
  await button(page, "Ghi câu trả lời").click();
  await said(page, "Đây là đường liên thôn, do đoàn viên quét.").waitFor();
  await hanh.page.goto(`/app/exemplars/${id}`);
  await hanh.page.getByText("Đây là đường liên thôn, do đoàn viên quét.").waitFor();
  await sound(hanh.page, "review");
  await hanh.page.goto("/app/exemplars/signals");
  await hanh.page.getByText("Đây là đường liên thôn, do đoàn viên quét.").waitFor();
  await sound(hanh.page, "signals");
});

test("copies stand beside the original; exemplars are compared; visits are recorded", async () => {
  const { page } = hanh;
  const copied = await buoi.person.post(`/exemplars/${original}/copies`, {
    name: "Ngõ không rác bản Thượng",
    adapted: "Gom theo phiên chợ.",
    goals: [{ name: "hộ phân loại rác", unit: "hộ", goal: "40" }],
  });
  const { id } = copied.body;
  await buoi.person.patch(`/exemplars/${id}`, {
    version: 1,
    contents: { situation: "Rác ven suối.", goals: "40 hộ.", area: "Bản Thượng." },
  });
  await buoi.person.post(`/exemplars/${id}/register`, { version: 2 });
  expect((await hanh.person.post(`/exemplars/${id}/accept`, { version: 3 })).status).toBe(200);
  await page.goto(`/app/exemplars/${original}?tab=learning`);
  await page.getByText("Kết quả so với mô hình gốc").waitFor();
  await button(page, "Ghi lượt đến học tập").click();
  await page.getByRole("textbox", { name: "Số người" }).fill("12");
  await page.getByRole("textbox", { name: "Mang về được gì" }).fill("Cách ghi sổ từng hộ.");
  await button(page, "Ghi lượt đến học tập").click();
  await said(page, "Cách ghi sổ từng hộ.").waitFor();
  await sound(page, "copies");
  await page.goto("/app/exemplars");
  await page.getByRole("checkbox", { name: "So sánh: Ngõ không rác bản Thượng" }).check();
  await page.getByRole("checkbox", { name: "So sánh: Ngõ không rác thôn Đoài" }).check();
  await page.getByRole("link", { name: "So sánh 2 mô hình" }).click();
  await page.getByRole("rowheader", { name: "Thực trạng, lý do" }).waitFor();
  await sound(page, "compare");
  await page.goto("/app/exemplars/peers");
  await page.getByRole("heading", { name: "Chủ đề, phong trào gợi ý" }).waitFor();
  await sound(page, "peers");
  expect(errors).toEqual([]);
});
