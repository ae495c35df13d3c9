import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DocumentId } from "../../src/kernel/ids.ts";
import { transaction } from "../../src/platform/database/index.ts";
import { silentLog } from "../../src/platform/log.ts";
import { buildWeb } from "../../src/platform/web-build.ts";
import { giveUpPage, insertRefusal, savePage, saveLines } from "../../src/modules/documents/store/pages.ts";
import { updateDocument } from "../../src/modules/documents/store/documents.ts";
import { testApp, type Person, type TestApp } from "../support/app.ts";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { planLines, planSheet } from "../support/page-picture.ts";
import { soundAs } from "../support/sound.ts";
import { tanGiang } from "../support/tan-giang.ts";

/** A scan in a real browser. What the recognition makes of it is set here, since recognising takes seconds a page. */
let app: TestApp;
let browser: TestBrowser;
let page: Page;
let hanh: Person;
let id: DocumentId;

beforeAll(async () => {
  app = await testApp({ at: "2026-11-16T09:00:00+07:00", web: await buildWeb(silentLog) });
  await app.app.listen({ host: "127.0.0.1", port: 0 });
  const url = `http://127.0.0.1:${(app.app.server.address() as AddressInfo).port}`;
  const unit = await tanGiang(app.db);
  hanh = await app.person({ name: "Lê Thị Hạnh", unit: unit("Ủy ban MTTQ Việt Nam tỉnh Tân Giang"), role: "coordinator" });
  browser = await openBrowser({ baseURL: url });
  await browser.context.addCookies([{ name: "kheo", value: hanh.token, url }]);
  page = await browser.newPage();
});

afterAll(async () => {
  await browser?.close();
});

const sound = soundAs("recognition");

/** Words of a line side by side, one of which the recognition was not sure of. */
function shapeOf(lines: readonly string[]) {
  const words = lines.flatMap((line, row) =>
    line.split(" ").map((text, at) => ({
      text,
      left: 60 + at * 48,
      right: 100 + at * 48,
      baseline: 60 + row * 24,
      size: 12,
      bold: false,
      confidence: text === "trồng" ? 0.4 : 0.97,
    })),
  );
  return { width: 595, height: 842, words, rules: [], stamps: [] };
}

test("while it is recognised its page shows how far it is", async () => {
  await page.goto("/app/documents");
  const picture = planSheet().toBuffer("image/png");
  await page.locator('input[type="file"]').setInputFiles({ name: "ke-hoach-quet.png", mimeType: "image/png", buffer: picture });
  await page.waitForURL(/\/app\/documents\/[0-9a-f-]{36}$/);
  id = /[0-9a-f-]{36}$/.exec(page.url())?.[0] as DocumentId;
  await page.getByText("Đang nhận dạng chữ: xong 0/1 trang").waitFor();
  await page.getByRole("button", { name: "Dừng nhận dạng" }).waitFor();
  await sound(page, "recognising");
});

test("its text stands beside its image, doubtful words marked, and is corrected", async () => {
  const stored = await app.services.files.put(planSheet().toBuffer("image/jpeg"));
  await transaction(app.db, async (tx) => {
    await savePage(tx, id, 1, { source: "recognised", imageHash: stored.sha256, imageSize: stored.size, shape: shapeOf(planLines) });
    await saveLines(tx, id, [planLines]);
    await updateDocument(tx, id, { state: "review" });
  });
  await page.reload();
  await page.getByRole("link", { name: "Xem chữ bên cạnh ảnh trang" }).click();
  await page.getByRole("img", { name: "Ảnh trang 1" }).waitFor();
  expect(await page.locator("mark").allTextContents()).toEqual(["trồng"]);
  await sound(page, "recognised-page");
  await page.getByRole("button", { name: "Sửa chữ trang này" }).click();
  await page.getByRole("textbox", { name: "Chữ của trang" }).fill(planLines.join("\n").replace("200 cây", "250 cây"));
  await sound(page, "recognised-correction");
  await page.getByRole("button", { name: "Lưu và đọc lại văn bản" }).click();
  await page.getByText("250 cây xanh").waitFor();
  await page.getByText("Lê Thị Hạnh đã sửa").waitFor();
});

test("a page that was given up is typed from its image", async () => {
  const { body } = await hanh.upload("/documents", {
    file: new File([new Uint8Array(planSheet({ stamp: "KHẨN" }).toBuffer("image/png"))], "khan.png"),
  });
  await transaction(app.db, async (tx) => {
    await giveUpPage(tx, body.document.id, 1);
    await updateDocument(tx, body.document.id, { state: "failed", failure: { vi: "Không nhận dạng được trang nào.", en: "None." } });
  });
  await page.goto(`/app/documents/${body.document.id}`);
  await page.getByText("1 trang không nhận dạng được").waitFor();
  await sound(page, "recognition-given-up");
});

test("whoever sent a secret is told on the register that nothing of it is left", async () => {
  await transaction(app.db, (tx) => insertRefusal(tx, hanh.actor.unitId, hanh.id, new Date("2026-11-16T02:00:00Z")));
  await page.goto("/app/documents");
  const told = page.getByText("mang dấu độ mật");
  await told.waitFor();
  await sound(page, "recognition-refusal");
  await page.getByRole("button", { name: "Đã hiểu" }).click();
  await told.waitFor({ state: "detached" });
});
