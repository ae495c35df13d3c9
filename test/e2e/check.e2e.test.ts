import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { silentLog } from "../../src/platform/log.ts";
import { buildWeb } from "../../src/platform/web-build.ts";
import { testApp, type TestApp } from "../support/app.ts";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { soundAs } from "../support/sound.ts";
import { tanGiang } from "../support/tan-giang.ts";

/** Bà Hạnh checks a draft before she sends it for signature, keeps it, and sets a question aside. */
const draft = `ỦY BAN MTTQ VIỆT NAM
TỈNH TÂN GIANG
BAN THƯỜNG TRỰC

Số:      /KH-MTTQ-BTT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Tân Giang, ngày     tháng 3 năm 2026

KẾ HOẠCH
Phát động phong trào thi đua "Dân vận khéo" năm 2026

Thực hiện Hướng dẫn số 09-HD/BDVTU ngày 3/2/2026 của Ban Tuyên giáo và Dân vận Tỉnh ủy, Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh xây dựng Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU
1. Nâng cao nhận thức của cán bộ Mặt trận các cấp, cùng cố niềm tin của Nhân dân.

II. NỘI DUNG
1. Ủy ban MTTQ Việt Nam các xã, phường, thị trấn đăng ký mô hình xong trước ngày 31/6/2026.
2. Chọn 12 mô hình để nhân rộng, gồm 05 mô hình kinh tế, 04 mô hình văn hóa, 02 mô hình bảo vệ môi trường.
4. Hội nghị sơ kết tổ chức vào Thứ Hai, ngày 15/9/2026 (có mời Ban Dân vận Tỉnh ủy.

IV. TỔ CHỨC THỰC HIỆN
1. Văn phòng đôn đốc việc thực hiện.

Nơi nhận:
- Ủy ban MTTQ Việt Nam các xã, phường;
- Lưu: VP.
TM. BAN THƯỜNG TRỰC
CHỦ TỊCH

Lê Thị Hạnh
`;

let app: TestApp;
let browser: TestBrowser;
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  app = await testApp({ at: "2026-03-16T09:00:00+07:00", web: await buildWeb(silentLog) });
  await app.app.listen({ host: "127.0.0.1", port: 0 });
  const url = `http://127.0.0.1:${(app.app.server.address() as AddressInfo).port}`;
  const unit = await tanGiang(app.db);
  const hanh = await app.person({ name: "Lê Thị Hạnh", unit: unit("Ủy ban MTTQ Việt Nam tỉnh Tân Giang"), role: "coordinator" });
  browser = await openBrowser({ baseURL: url });
  await browser.context.addCookies([{ name: "kheo", value: hanh.token, url }]);
  page = await browser.newPage();
  page.on("pageerror", ({ message }) => errors.push(message));
});

afterAll(async () => {
  await browser?.close();
});

const sound = soundAs("check");

test("a draft is pasted, its words are lit, and it is kept only when she says so", async () => {
  await page.goto("/app/documents");
  await page.getByRole("link", { name: "Kiểm tra bản thảo" }).click();
  await page.getByLabel("Nội dung văn bản").fill(draft);
  await page.getByRole("button", { name: "Kiểm tra", exact: true }).click();
  const question = page.getByRole("button", { name: /Không có ngày “31\/6\/2026”/ });
  await question.waitFor();
  await question.click();
  await expect.poll(() => page.locator("mark[data-main]").textContent()).toBe("ngày 31/6/2026");
  for (const words of ["12 mô hình", "thứ Ba", "thị trấn", "củng cố", "“III”"])
    expect(await page.getByText(words).count()).toBeGreaterThan(0);
  await sound(page);
  expect((await app.db.selectFrom("document").select("id").execute()).length).toBe(0);

  await page.getByRole("button", { name: "Đưa vào sổ văn bản" }).click();
  await page.waitForURL(/documents\/[0-9a-f-]{36}$/);
  await app.runJobs();
  await page.reload();
});

test("a question of the kept document is set aside with one click, and stands beside the review", async () => {
  await page.getByRole("link", { name: "Kiểm tra văn bản" }).click();
  const card = page.getByRole("listitem").filter({ hasText: "để trống" });
  await card.getByRole("button", { name: "Không phải lỗi" }).click();
  await page.getByText("Đã gác 1 điểm").waitFor();
  await sound(page);

  await page.goto(page.url().replace(/check$/, "review"));
  await page.getByRole("button", { name: /^Kiểm tra \(\d+\)$/ }).click();
  await page.getByRole("button", { name: /Không có ngày/ }).click();
  expect(await page.evaluate(() => [...(CSS.highlights.get("plan-check") ?? [])].map(String).join(""))).toBe("ngày 31/6/2026");
  expect(errors).toEqual([]);
});
