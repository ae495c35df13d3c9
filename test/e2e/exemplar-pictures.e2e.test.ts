import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { silentLog } from "../../src/platform/log.ts";
import { buildWeb } from "../../src/platform/web-build.ts";
import { testApp, type Person, type TestApp } from "../support/app.ts";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { photograph } from "../support/photograph.ts";
import { soundAs } from "../support/sound.ts";
import { tanGiang } from "../support/tan-giang.ts";

/**
 * Photographs of a model: ông Đoàn of a village adds them from his phone, records and takes off a consent, covers a face with
 * finger and keyboard; somebody of another commune sees what may be public. Each test goes on from the one before.
 */
let app: TestApp;
let url: string;
let id: string;
let doan: Visit;
let buoi: Visit;

type Visit = { browser: TestBrowser; page: Page; person: Person };
const errors: string[] = [];

async function visit(person: Person, width: "desk" | "phone"): Promise<Visit> {
  const browser = await openBrowser({ baseURL: url });
  await browser.context.addCookies([{ name: "kheo", value: person.token, url }]);
  const page = await browser.newPage(width);
  page.on("pageerror", ({ message }) => errors.push(message));
  page.on("console", (message) => message.type() === "error" && /policy|Uncaught/i.test(message.text()) && errors.push(message.text()));
  return { browser, page, person };
}

beforeAll(async () => {
  app = await testApp({ at: new Date().toISOString(), web: await buildWeb(silentLog) });
  await app.app.listen({ host: "127.0.0.1", port: 0 });
  url = `http://127.0.0.1:${(app.app.server.address() as AddressInfo).port}`;
  const unit = await tanGiang(app.db);
  doan = await visit(await app.person({ name: "Tô Văn Đoàn", unit: unit("Ban Công tác Mặt trận thôn Đoài"), role: "reporter" }), "phone");
  buoi = await visit(await app.person({ name: "Nông Thị Bưởi", unit: unit("Ủy ban MTTQ Việt Nam xã Hòa Phú"), role: "reporter" }), "desk");
  const tong = await app.person({ name: "Phạm Văn Tòng", unit: unit("Ủy ban MTTQ Việt Nam xã Bình Lâm"), role: "coordinator" });
  const contents = { situation: "Rác để ở đầu ngõ.", goals: "95 hộ phân loại rác.", area: "Thôn Đoài." };
  const made = await doan.person.post("/exemplars", { kind: "model", name: "Ngõ không rác thôn Đoài", field: "culture-society", contents });
  id = made.body.id;
  expect((await doan.person.post(`/exemplars/${id}/register`, { version: 1 })).status).toBe(200);
  expect((await tong.post(`/exemplars/${id}/accept`, { version: 2 })).status).toBe(200);
});

afterAll(async () => {
  for (const each of [doan, buoi]) await each?.browser.close();
});

const sound = soundAs("pictures");

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
const photo = (name: string, seed: number) => ({ name, mimeType: "image/jpeg", buffer: photograph({ width: 1200, height: 900, seed }) });

/** Things whose unsent photographs are kept in this browser. */
const keptPhotos = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.open("kheo", 1);
        request.addEventListener("success", () => {
          const count = request.result.transaction("photos").objectStore("photos").count();
          count.addEventListener("success", () => {
            request.result.close();
            resolve(count.result);
          });
        });
      }),
  );

test("several at once are added from a phone; they are being processed, then they are there", async () => {
  const { page } = doan;
  await page.goto(`/app/exemplars/${id}?tab=pictures`);
  await button(page, "Thêm ảnh, tài liệu").click();
  await page.locator('input[type="file"][accept="image/*"][multiple]').setInputFiles([photo("IMG_1.jpg", 21), photo("IMG_2.jpg", 22)]);
  await page.locator('input[type="file"][accept^=".pdf"]').setInputFiles({
    name: "Biên bản họp thôn.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.4 biên bản"),
  });
  await page.getByRole("radio", { name: /^Có trẻ em/ }).check();
  await sound(page, "add");
  await button(page, "Gửi 3 tệp").click();
  await page.getByText("Đang xử lý").first().waitFor();
  await page.getByRole("link", { name: "Biên bản họp thôn.pdf" }).waitFor();
  await app.runJobs();
  await page.getByText("Chưa công khai được: cần đồng ý hoặc che hết mặt").first().waitFor();
  // Each is there as soon as it is processed: the page may have asked between the two.
  await expect.poll(() => page.locator('img[src$="/thumb"]').count()).toBe(2);
  await sound(page, "gallery");
  expect(await keptPhotos(page), "what was sent is not kept to be sent again").toBe(0);
});

test("a consent is recorded in plain words, and taken off with a reason", async () => {
  const { page } = doan;
  await button(page, "Xem, sửa: Ảnh 1").click();
  await page.getByRole("textbox", { name: /^Chú thích/ }).fill("Bà con dọn ngõ ngày thứ bảy");
  await page.getByRole("textbox", { name: /^Mô tả cho người/ }).fill("Người lớn và trẻ em quét dọn một con ngõ");
  await page.getByRole("checkbox", { name: /^Dùng làm ảnh bìa/ }).check();
  await button(page, "Lưu").click();
  await page.getByText("Đã lưu.").first().waitFor();
  await button(page, "Ghi đồng ý").click();
  await page.getByRole("radio", { name: /^Ghi trong biên bản họp/ }).check();
  await sound(page, "consent");
  await page.getByRole("dialog").getByRole("button", { name: "Ghi đồng ý" }).click();
  await page.getByText("Được phép công khai", { exact: true }).waitFor();
  await page.getByText(/Tô Văn Đoàn ghi ngày/).waitFor();
  await button(page, "Bỏ đồng ý").click();
  await page.getByRole("textbox", { name: /^Lý do/ }).fill("Một gia đình đổi ý");
  await page.getByRole("dialog").getByRole("button", { name: "Bỏ đồng ý" }).click();
  await page.getByText("Chưa công khai được: cần đồng ý hoặc che hết mặt").waitFor();
});

test("faces are covered with finger and keyboard; then the covered version may be public", async () => {
  const { page } = doan;
  await button(page, "Che mặt").click();
  const frame = page.getByRole("group", { name: "Ảnh để vẽ vùng che" });
  await frame.scrollIntoViewIfNeeded();
  const box = await frame.boundingBox();
  if (!box) throw new Error("no frame");
  await page.mouse.move(box.x + box.width * 0.1, box.y + box.height * 0.1);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.4, { steps: 4 });
  await page.mouse.up();
  await button(page, "Vùng che 1: cách trái 10%, cách trên 10%, rộng 20%, cao 30%").waitFor();
  await button(page, "Thêm vùng che").click();
  const second = page.getByRole("button", { name: /^Vùng che 2/ });
  await second.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  await button(page, "Vùng che 2: cách trái 42%, cách trên 35%, rộng 20%, cao 27%").waitFor();
  await page.getByRole("checkbox", { name: /^Đã che hết mặt/ }).check();
  await sound(page, "blur");
  await button(page, "Lưu bản che").click();
  await page.getByText("Được phép công khai bản đã che").waitFor();
  await sound(page, "covered");
  await button(page, "Về danh sách ảnh").click();
  await page.getByText("Ảnh bìa", { exact: true }).waitFor();
  await button(page, "Xem, sửa: Ảnh 2").click();
  await button(page, "Gỡ ảnh").click();
  await page.getByRole("textbox", { name: /^Lý do/ }).fill("Ảnh mờ");
  await page.getByRole("dialog").getByRole("button", { name: "Gỡ ảnh" }).click();
  await page.getByText("Ảnh bìa", { exact: true }).waitFor();
  expect(await page.locator('img[src$="/thumb"]').count()).toBe(1);
});

test("somebody of another commune sees what may be public, and can change nothing", async () => {
  const { page } = buoi;
  await page.goto(`/app/exemplars/${id}?tab=pictures`);
  await page.getByText(/chỉ thấy ảnh được phép công khai/).waitFor();
  expect(await page.locator("li img").evaluateAll((images) => images.map((image) => image.getAttribute("src") ?? ""))).toEqual([
    expect.stringMatching(/\/public$/),
  ]);
  expect(await button(page, "Thêm ảnh, tài liệu").count()).toBe(0);
  await button(page, "Xem, sửa: Bà con dọn ngõ ngày thứ bảy").click();
  await page.getByRole("img", { name: "Người lớn và trẻ em quét dọn một con ngõ" }).waitFor();
  expect(await button(page, "Che mặt").count()).toBe(0);
  await sound(page, "beyond");
  expect(errors).toEqual([]);
});
