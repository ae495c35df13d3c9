import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { silentLog } from "../../src/platform/log.ts";
import { buildWeb } from "../../src/platform/web-build.ts";
import { testApp, type Person, type TestApp } from "../support/app.ts";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { soundAs } from "../support/sound.ts";
import { tanGiang } from "../support/tan-giang.ts";

/**
 * From a campaign to the register in a real browser: bà Hạnh of the province prepares and opens it, ông Đoàn proposes on his phone
 * what the system suggests, the council votes, ông Vinh writes the signed decision down. `LOOK=1` keeps pictures of every page.
 */
let app: TestApp;
let url: string;
let hanh: Visit;
let vinh: Visit;
let doan: Visit;

type Visit = { browser: TestBrowser; page: Page; person: Person };

const errors: string[] = [];
const CAMPAIGN = "Khen thưởng phong trào thi đua “Dân vận khéo”";
const MODEL = "Ngõ không rác thôn Đoài";
const VILLAGE = "Ban Công tác Mặt trận thôn Đoài";

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
  const village = unit(VILLAGE);
  hanh = await visit(await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" }), "desk");
  vinh = await visit(await app.person({ name: "Nguyễn Quang Vinh", unit: front, role: "signer" }), "desk");
  doan = await visit(await app.person({ name: "Tô Văn Đoàn", unit: village, role: "reporter" }), "phone");
  const tong = await app.person({ name: "Phạm Văn Tòng", unit: unit("Ủy ban MTTQ Việt Nam xã Bình Lâm"), role: "coordinator" });
  const { body: model } = await doan.person.post("/exemplars", {
    kind: "model",
    name: MODEL,
    field: "culture-society",
    contents: { situation: "Rác để ở đầu ngõ.", goals: "95 hộ phân loại rác.", area: "Thôn Đoài." },
    goals: [{ name: "hộ phân loại rác", unit: "hộ", baseline: "40", goal: "95" }],
  });
  await doan.person.post(`/exemplars/${model.id}/register`, { version: 1 });
  expect((await tong.post(`/exemplars/${model.id}/accept`, { version: 2 })).status).toBe(200);
  await app.db
    .insertInto("exemplar_reading")
    .values({ goal_id: model.goals[0].id, on_date: model.movedOn, value: "96", typed_by: doan.person.id, typed_at: new Date() })
    .execute();
});

afterAll(async () => {
  for (const each of [hanh, vinh, doan]) await each?.browser.close();
});

const sound = soundAs("awards");

const field = (page: Page, name: string) => page.getByRole("textbox", { name: new RegExp(`^${name}`) });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const link = (page: Page, name: string) => page.getByRole("link", { name });

describe("a campaign of awards", () => {
  test("is prepared with forms and quotas, and opened", async () => {
    const { page } = hanh;
    await page.goto("/app/awards");
    await page.getByText("Chưa có đợt khen thưởng nào").waitFor();
    await link(page, "Lập đợt khen thưởng").click();
    await field(page, "Tên đợt").fill(CAMPAIGN);
    await field(page, "đến hết ngày").fill("31/12/2099");
    await field(page, "Không quá \\(tập thể\\)").fill("2");
    await field(page, "Căn cứ").fill("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022");
    await sound(page, "new");
    await button(page, "Lưu đợt").click();
    await page.getByText("Cần kiểm tra thẩm quyền").waitFor();
    await button(page, "Mở nhận đề nghị").click();
    await page.getByText("Đang nhận đề nghị").first().waitFor();
    await sound(page, "campaign");
  });

  test("takes what a village proposes on a phone: suggested with the reason, sent with its words", async () => {
    const { page } = doan;
    await page.goto("/app/awards");
    await link(page, CAMPAIGN).click();
    await link(page, "Đề nghị khen thưởng").click();
    await page.getByText("Đạt cả 1 mục tiêu đã đăng ký").waitFor();
    await sound(page, "suggestions");
    await button(page, `Chọn ${MODEL}`).click();
    expect(await field(page, "Tên tập thể").inputValue()).toBe(VILLAGE);
    await button(page, "Gửi đề nghị").click();
    await page
      .getByText(/Chưa có phần thành tích/)
      .first()
      .waitFor();
    await field(page, "Thành tích đạt được").fill("96 trong 110 hộ phân loại rác tại nhà; hết rác đầu ngõ từ tháng 5.");
    await sound(page, "form");
    await button(page, "Gửi đề nghị").click();
    await page.getByText("Đã đề nghị", { exact: true }).waitFor();
    await sound(page, "candidate");
    const download = page.waitForEvent("download");
    await link(page, "Tải báo cáo thành tích").click();
    expect((await download).suggestedFilename()).toMatch(/\.docx$/);
  });

  test("goes to the council, whose votes must add up", async () => {
    const { page } = hanh;
    await page.reload();
    await link(page, VILLAGE).waitFor();
    await button(page, "Chuyển sang họp hội đồng").click();
    await page.getByRole("dialog").getByRole("button", { name: "Chuyển sang họp hội đồng" }).click();
    await link(page, "Họp hội đồng, quyết định").click();
    await button(page, "Ghi cuộc họp").click();
    await field(page, "Địa điểm").fill("Phòng họp số 1");
    await field(page, "Số thành viên hội đồng").fill("9");
    await field(page, "Số người có mặt").fill("8");
    await field(page, "Chủ trì").fill("Lê Thị Hạnh");
    await field(page, "Thư ký").fill("Đỗ Quốc Bảo");
    await button(page, "Lưu cuộc họp").click();
    await field(page, `Đồng ý: ${VILLAGE}`).fill("7");
    await field(page, `Không đồng ý: ${VILLAGE}`).fill("0");
    await field(page, `Phiếu trắng: ${VILLAGE}`).fill("0");
    await page.getByText("Thiếu 1 phiếu").waitFor();
    await field(page, `Phiếu trắng: ${VILLAGE}`).fill("1");
    await page.getByText("Thông qua (77,8%)").waitFor();
    await sound(page, "council");
    await button(page, "Kết thúc cuộc họp").click();
    await page.getByRole("dialog").getByRole("button", { name: "Kết thúc cuộc họp" }).click();
    await page.getByText("Hồ sơ đủ để lập quyết định").waitFor();
    await button(page, "Lập dự thảo quyết định").click();
    await button(page, "Ghi nhận quyết định đã ký").waitFor();
    await sound(page, "decision");
  });

  test("ends in the register, with the history of the collective and its export", async () => {
    const { page } = vinh;
    await page.goto("/app/awards");
    await link(page, CAMPAIGN).click();
    await link(page, "Họp hội đồng, quyết định").click();
    await button(page, "Ghi nhận quyết định đã ký").click();
    await field(page, "Số, ký hiệu").fill("05/QĐ-MTTQ-BTT");
    await field(page, "Người ký").fill("Nguyễn Quang Vinh");
    await sound(page, "sign");
    await button(page, "Ghi nhận quyết định đã ký").click();
    await page.getByText(/Số 05\/QĐ-MTTQ-BTT ngày/).waitFor();
    await page.goto("/app/awards/register");
    await page.getByText("1 khen thưởng").waitFor();
    await sound(page, "register");
    const download = page.waitForEvent("download");
    await link(page, "Tải sổ").click();
    expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
    await doan.page.goto("/app/awards/register");
    await doan.page.getByText(VILLAGE).first().waitFor();
  });

  test("and nothing on the way broke", () => expect(errors).toEqual([]));
});
