import { writeFileSync } from "node:fs";
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
 * Recognition in a real browser: ông Tòng of the commune's Front drafts a decision from what can be recognised, bà Thanh reads and
 * signs it on her phone, ông Đoàn of the village finds the certificate on his, one recognition is revoked. `LOOK=1` keeps pictures of
 * every page, and the papers.
 */
let app: TestApp;
let url: string;
let tong: Visit;
let thanh: Visit;
let doan: Visit;

type Visit = { browser: TestBrowser; page: Page; person: Person };

const errors: string[] = [];
const year = new Date().getFullYear();

async function visit(person: Person, width: "desk" | "phone"): Promise<Visit> {
  const browser = await openBrowser({ baseURL: url });
  await browser.context.addCookies([{ name: "kheo", value: person.token, url }]);
  const page = await browser.newPage(width);
  page.on("pageerror", ({ message }) => errors.push(message));
  page.on("console", (message) => message.type() === "error" && /policy|Uncaught/i.test(message.text()) && errors.push(message.text()));
  page.on("response", (response) => response.status() >= 500 && errors.push(`${response.status()} ${response.url()}`));
  return { browser, page, person };
}

/** An exemplar of the village that was accepted, in a step. */
async function accepted(name: string, field: string, step = 3, kind = "model"): Promise<void> {
  const whole = { field, contents: { situation: "Rác ở đầu ngõ.", goals: "95 hộ phân loại rác.", area: "Thôn Đoài." } };
  const { id } = (await doan.person.post("/exemplars", { kind, name, ...whole })).body;
  await doan.person.post(`/exemplars/${id}/register`, { version: 1 });
  expect((await tong.person.post(`/exemplars/${id}/accept`, { version: 2 })).status).toBe(200);
  await app.db.updateTable("exemplar").set({ step }).where("id", "=", id).execute();
}

beforeAll(async () => {
  app = await testApp({ at: new Date().toISOString(), web: await buildWeb(silentLog) });
  await app.app.listen({ host: "127.0.0.1", port: 0 });
  url = `http://127.0.0.1:${(app.app.server.address() as AddressInfo).port}`;
  const unit = await tanGiang(app.db);
  const front = unit("Ủy ban MTTQ Việt Nam xã Bình Lâm");
  tong = await visit(await app.person({ name: "Phạm Văn Tòng", unit: front, role: "coordinator" }), "desk");
  thanh = await visit(await app.person({ name: "Vũ Thị Thanh", unit: front, role: "signer" }), "phone");
  doan = await visit(await app.person({ name: "Tô Văn Đoàn", unit: unit("Ban Công tác Mặt trận thôn Đoài"), role: "reporter" }), "phone");
  await accepted("Ngõ không rác thôn Đoài", "culture-society");
  await accepted("Ông Lò Văn Ước vận động bà con khuyến học", "culture-society", 3, "person");
  await accepted("Hiến đất mở đường liên thôn, chỉnh trang khu dân cư kiểu mẫu ở thôn Đoài và thôn Thượng", "economy");
  await accepted("Tổ hòa giải ba bên", "political-system", 1);
});

afterAll(async () => {
  for (const each of [tong, thanh, doan]) await each?.browser.close();
});

const sound = soundAs("recognition");

const field = (page: Page, name: string) => page.getByRole("textbox", { name: new RegExp(`^${name}`) });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("a decision is drafted from what can be recognised; the others say what they lack", async () => {
  const { page } = tong;
  await page.goto("/app/exemplars");
  await page.getByRole("link", { name: "Công nhận", exact: true }).click();
  await page.getByText("Chưa có quyết định công nhận nào").waitFor();
  await button(page, "Soạn quyết định").click();
  await button(page, "Bắt đầu soạn").click();
  await page.getByText("Danh sách chưa có mô hình, điển hình nào.").waitFor();
  await page.getByText("3 mô hình, điển hình đủ điều kiện").waitFor();
  expect(await page.getByRole("link", { name: "Tổ hòa giải ba bên" }).count()).toBe(0);
  await page.getByRole("checkbox", { name: "Chỉ những mô hình đủ điều kiện" }).uncheck();
  await page.getByText("Mới ở bước 1; cần đến bước 3.").waitFor();
  await page.getByRole("checkbox", { name: "Chỉ những mô hình đủ điều kiện" }).check();
  await button(page, "Thêm cả trang này").click();
  await page.getByText("Danh sách công nhận (3)").waitFor();
  await page.getByText("Công nhận 02 (hai) mô hình và 01 (một) cá nhân điển hình").waitFor();
  await sound(page, "draft");
  await button(page, "Sửa lời văn, nơi nhận").click();
  await field(page, "Nơi nhận").fill("Như Điều 4\nĐảng ủy xã (báo cáo)\nỦy ban MTTQ Việt Nam tỉnh (báo cáo)");
  await sound(page, "header");
  await button(page, "Lưu thay đổi").click();
  // What a form still needs is named, and the cursor goes there.
  await button(page, "Đã ký trên giấy").click();
  await button(page, "Lưu bản đã ký").click();
  await page.getByText("Còn thiếu: “Số, ký hiệu trên bản giấy”, “Ngày ban hành”").waitFor();
  expect(await field(page, "Số, ký hiệu trên bản giấy").evaluate((input) => input === document.activeElement)).toBe(true);
  await button(page, "Hủy").click();
  await button(page, "Trình ký").click();
  await page.getByText("Chờ người ký xem và ký.").waitFor();
});

test("it is read and signed on a phone by somebody else", async () => {
  const { page } = thanh;
  await page.goto("/app/desk");
  await page.getByRole("link", { name: /công nhận mô hình, điển hình/ }).click();
  await page.getByText(`Khi ký, quyết định lấy số 01/QĐ-MTTQ-BTT`).waitFor();
  await sound(page, "to-sign");
  await button(page, "Ký ban hành").click();
  await page.getByRole("dialog").getByRole("button", { name: "Ký ban hành" }).click();
  await page.getByText("Đã ký", { exact: true }).waitFor();
  const docx = await page.getByRole("link", { name: "Tải quyết định (.docx)" }).getAttribute("href");
  const pdf = await page.getByRole("link", { name: /Tải tất cả giấy chứng nhận/ }).getAttribute("href");
  const papers = await Promise.all([docx, pdf].map((path) => thanh.person.fetch(path ?? "")));
  expect(papers.map(({ status }) => status)).toEqual([200, 200]);
  if (process.env["LOOK"]) for (const [at, { raw }] of papers.entries()) writeFileSync(`/tmp/look/decision.${["docx", "pdf"][at]}`, raw);
});

test("the village is told and has its certificate; what was wrong is revoked", async () => {
  const { page } = doan;
  await page.goto("/app/desk");
  await page.getByRole("link", { name: /3 mô hình, điển hình/ }).click();
  await page.getByRole("link", { name: "Ngõ không rác thôn Đoài" }).first().click();
  await page.getByRole("tab", { name: "Chấm điểm, công nhận" }).click();
  await page.getByText(`Cấp xã, năm ${year}`).waitFor();
  await page.getByRole("link", { name: "Giấy chứng nhận (.pdf)" }).waitFor();
  await sound(page, "tab");
  const desk = tong.page;
  await desk.goto("/app/exemplars/decisions");
  await desk.getByText(/Số 01\/QĐ-MTTQ-BTT/).waitFor();
  await sound(desk, "list");
  await desk.getByRole("link", { name: /công nhận mô hình, điển hình/ }).click();
  await desk.getByRole("link", { name: "Ông Lò Văn Ước vận động bà con khuyến học" }).click();
  await desk.getByRole("tab", { name: "Chấm điểm, công nhận" }).click();
  await button(desk, "Ghi sự đồng ý").click();
  await field(desk, "Đồng ý bằng cách nào").fill("Bản giấy có chữ ký, lưu tại xã");
  await button(desk, "Ghi sự đồng ý").click();
  await desk.getByText(/Đồng ý ngày .*Bản giấy có chữ ký/).waitFor();
  await button(desk, "Thu hồi công nhận").click();
  await field(desk, "Vì sao thu hồi").fill("Số liệu báo cáo không đúng.");
  await sound(desk, "revoke");
  await button(desk, "Thu hồi công nhận").click();
  await said(desk, "Số liệu báo cáo không đúng.").waitFor();
});

test("rules and blanks are kept by the body", async () => {
  const { page } = tong;
  await page.goto("/app/exemplars/decisions/rules");
  await page.getByText("Quy định chung ban đầu").first().waitFor();
  await button(page, "Đặt quy định của đơn vị").click();
  await page.getByRole("checkbox", { name: "Phải có kết quả chấm điểm đạt" }).check();
  await sound(page, "rule-form");
  await button(page, "Lưu thay đổi").click();
  await page.getByText("từ bước 3; Phải có kết quả chấm điểm đạt").waitFor();
  await page.goto("/app/exemplars/decisions/blanks");
  await button(page, "Thêm mẫu phôi").click();
  await field(page, "Tên phôi").fill("Giấy khen khổ A4 ngang");
  await sound(page, "blank-form");
  await button(page, "Lưu thay đổi").click();
  await page.getByRole("link", { name: "In thử có khung (.pdf)" }).waitFor();
  expect(errors).toEqual([]);
});
