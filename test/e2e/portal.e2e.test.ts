import type { AddressInfo } from "node:net";
import { createCanvas } from "@napi-rs/canvas";
import { sql } from "kysely";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { silentLog } from "../../src/platform/log.ts";
import { buildWeb } from "../../src/platform/web-build.ts";
import { testApp, type Person, type TestApp } from "../support/app.ts";
import { axe, openBrowser, screenshot, sidewaysOverflow, widths, type TestBrowser } from "../support/browser.ts";
import { tanGiang } from "../support/tan-giang.ts";

/**
 * What people see: bà Hạnh opens a model to the public in the staff application, a visitor whose browser runs no script finds it,
 * and it is gone when she takes it back. `LOOK=1` keeps pictures of every page.
 */
let app: TestApp;
let url: string;
let hanh: Person;
let exemplar: string;
let staff: TestBrowser;
let visitor: TestBrowser;
let desk: Page;
let street: Page;
let looker: Page;

const errors: string[] = [];
/** The month in Vietnam, where the calendar lives. */
const month = (): number => Number(new Intl.DateTimeFormat("en", { timeZone: "Asia/Ho_Chi_Minh", month: "numeric" }).format());
const NAME = "Ngõ không rác thôn Đoài";

/** A street with houses, as far as a drawing goes. */
function photograph(): Buffer {
  const canvas = createCanvas(800, 600);
  const context = canvas.getContext("2d");
  for (const [colour, x, y, width, height] of [
    ["#bcd6ee", 0, 0, 800, 600],
    ["#8fae7c", 0, 380, 800, 220],
    ["#cfc3ae", 300, 380, 200, 220],
    ["#c98f6b", 60, 220, 180, 180],
    ["#b3573f", 560, 240, 180, 160],
  ] as const) {
    context.fillStyle = colour;
    context.fillRect(x, y, width, height);
  }
  return canvas.toBuffer("image/jpeg", 70);
}

beforeAll(async () => {
  app = await testApp({ at: new Date().toISOString(), web: await buildWeb(silentLog) });
  await app.app.listen({ host: "127.0.0.1", port: 0 });
  url = `http://127.0.0.1:${(app.app.server.address() as AddressInfo).port}`;
  const unit = await tanGiang(app.db);
  const front = unit("Ủy ban MTTQ Việt Nam tỉnh Tân Giang");
  hanh = await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" });
  const lead = unit("Ban Công tác Mặt trận thôn Đoài");
  const contents = {
    situation: "Rác để ở đầu ngõ, mới có 40 hộ phân loại.",
    method: "Mỗi nhóm 10 hộ cử một người nhắc nhau.\n\nThứ bảy hằng tuần cả ngõ cùng quét dọn.",
    forces: "Ông Tư, số điện thoại 0912 345 678.",
    output: "95 hộ phân loại rác tại nhà, ngõ sạch quanh năm.",
  };
  const { rows } = await sql<{ id: string }>`
    insert into exemplar (kind, state, name, field, themes, stream, lead_id, contents, registered_on, accepted_on, first_year, moved_on, step, typed_by, typed_at, created_at, updated_at)
    values ('model', 'accepted', ${NAME}, 'culture-society', array['môi trường, rác thải'], 'new', ${lead}::int, ${JSON.stringify(contents)}::jsonb, '2026-02-01', '2026-02-02',
            2026, '2026-02-02', 3, ${hanh.id}::uuid, ${lead}::int, now(), now()) returning id`.execute(app.db);
  exemplar = rows[0]?.id ?? "";
  await sql`insert into exemplar_goal (exemplar_id, position, name, unit, baseline, goal) values (${exemplar}::uuid, 0, 'hộ phân loại rác', 'hộ', 40, 95)`.execute(
    app.db,
  );
  const { sha256 } = await app.services.files.put(photograph());
  await sql`insert into exemplar_picture (exemplar_id, came_as, state, print_hash, web_hash, thumb_hash, name, caption, alt, shows, width, height, added_by, added_unit, added_at)
    values (${exemplar}::uuid, 'x', 'ready', ${sha256}, ${sha256}, ${sha256}, 'ngo.jpg', 'Ngõ 3 sau buổi quét dọn', 'Con ngõ sạch giữa hai dãy nhà', 'none', 800, 600, ${hanh.id}::uuid, ${lead}::int, now())`.execute(
    app.db,
  );
  staff = await openBrowser({ baseURL: url });
  await staff.context.addCookies([{ name: "kheo", value: hanh.token, url }]);
  desk = await staff.newPage("desk");
  visitor = await openBrowser({ baseURL: url, javaScriptEnabled: false });
  street = await visitor.newPage("phone");
  looker = await staff.newPage();
  for (const page of [desk, street]) {
    page.on("pageerror", ({ message }) => errors.push(message));
    page.on("console", (message) => message.type() === "error" && /policy|Uncaught/i.test(message.text()) && errors.push(message.text()));
    page.on("response", (response) => response.status() >= 500 && errors.push(`${response.status()} ${response.url()}`));
  }
});

afterAll(async () => {
  await staff?.close();
  await visitor?.close();
});

/** No violation and nothing cut off at either width. What the visitor sees is looked at by a browser that has scripts. */
async function sound(page: Page, name: string): Promise<void> {
  const shown = page === street ? looker : page;
  if (page === street) await shown.goto(page.url());
  if (process.env["LOOK"]) await screenshot(shown, `portal-${name}`);
  for (const size of Object.values(widths)) {
    await shown.setViewportSize(size);
    expect(await sidewaysOverflow(shown), `${name} at ${size.width}`).toBe(0);
    // The public pages are the same at both widths but for their columns.
    if (page !== street || size === widths.phone) expect(await axe(shown), `${name} at ${size.width}`).toEqual([]);
  }
  if (shown === page) await page.setViewportSize(widths.desk);
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

describe("an editor", () => {
  test("sees what could be public, and is told what must not go out", async () => {
    await desk.goto("/app/publications");
    await desk.getByText("Chưa có gì được công khai").waitFor();
    await sound(desk, "staff-empty");
    await desk.getByText("Có thể công khai", { exact: true }).click();
    await desk.getByRole("link", { name: NAME }).click();
    await desk.getByText(/Có số điện thoại/).waitFor();
    await desk.getByRole("checkbox", { name: /^Lực lượng thực hiện/ }).uncheck();
    await desk.getByRole("checkbox", { name: /^Ngõ 3 sau buổi/ }).check();
    await desk.getByRole("link", { name: "Xem trang như người dân sẽ thấy" }).waitFor();
    await sound(desk, "staff-preview");
    const address = (await desk.getByRole("link", { name: "Xem trang như người dân sẽ thấy" }).getAttribute("href")) ?? "";
    const preview = await staff.newPage();
    await preview.goto(address);
    await preview.getByText("Xem trước: trang này chưa công khai").waitFor();
    await preview.getByRole("heading", { level: 1, name: NAME }).waitFor();
    expect(await preview.getByText("0912").count()).toBe(0);
    await sound(preview, "preview");
    await preview.close();
    expect((await street.goto("/mo-hinh/ngo-khong-rac-thon-doai"))?.status()).toBe(404);
    await sound(street, "missing");
  });

  test("opens it with a reason, in her name", async () => {
    await desk.getByRole("textbox", { name: /^Vì sao công khai/ }).fill("Cách làm hay, xã khác có thể làm theo");
    await button(desk, "Công khai").click();
    await desk.getByText("Mở trang công khai của mục này").waitFor();
    await sound(desk, "staff-open");
  });

  test("keeps a calendar of stories, and publishes one", async () => {
    await desk.goto("/app/publications/calendar");
    await button(desk, `Viết bài, Tháng ${month()}`).click();
    await desk.getByRole("combobox", { name: /^Về mô hình/ }).fill("ngo khong rac");
    await desk.getByRole("option", { name: new RegExp(NAME) }).click();
    await desk.getByRole("textbox", { name: "Tên bài" }).fill("Chuyện một con ngõ");
    await sound(desk, "staff-calendar");
    await button(desk, "Bắt đầu viết").click();
    await desk.getByRole("textbox", { name: "Lời dẫn" }).fill("Ba tháng trước, đầu ngõ 3 còn là nơi đổ rác.");
    await desk.getByRole("checkbox", { name: "Ngõ 3 sau buổi quét dọn" }).check();
    await sound(desk, "staff-story");
    await button(desk, "Đã xong").click();
    await desk.getByRole("link", { name: "Xem trước và công khai" }).click();
    await desk.getByRole("textbox", { name: /^Vì sao công khai/ }).fill("Bài tháng này");
    await button(desk, "Công khai").click();
    await desk.getByText("Mở trang công khai của mục này").waitFor();
    const { body } = await hanh.get("/stories/calendar", { year: new Date().getFullYear() });
    const story = body.months.flatMap(({ stories }: { stories: { id: string }[] }) => stories)[0];
    const file = await hanh.fetch(`/files/portal/stories/${story.id}.docx`);
    expect(file.status).toBe(200);
    if (process.env["LOOK"]) (await import("node:fs")).writeFileSync("/tmp/look/story.docx", file.raw);
  });
});

describe("a visitor without script", () => {
  test("finds the model from the start page, without accents", async () => {
    await street.goto("/");
    await street.getByRole("heading", { level: 1 }).waitFor();
    await sound(street, "start");
    await street.getByRole("searchbox").fill("rac thai ngo");
    await street.getByRole("button", { name: "Tìm" }).click();
    await street.getByText("1 mô hình, điển hình").waitFor();
    await sound(street, "gallery");
    await street.getByRole("link", { name: NAME }).click();
    await street.getByText("Ngõ 3 sau buổi quét dọn").waitFor();
    expect(await street.getByText("0912").count()).toBe(0);
    await sound(street, "model");
    await street.getByRole("link", { name: "Chuyện một con ngõ" }).click();
    await street.getByText("đầu ngõ 3 còn là nơi đổ rác").waitFor();
    await sound(street, "story");
  });

  test("reads every other page, in English as well", async () => {
    for (const path of ["/ke-hoach", "/nhan-rong", "/khen-thuong", "/so-lieu", "/du-lieu", "/gioi-thieu", "/xac-minh"]) {
      expect((await street.goto(path))?.status(), path).toBe(200);
      await sound(street, path.slice(1));
    }
    await street.getByRole("textbox").fill("abcde fghjk mnpqr");
    await street.getByRole("button", { name: "Kiểm tra" }).click();
    await street.getByText("Không có giấy chứng nhận nào mang mã này").waitFor();
    await street.goto("/mo-hinh/ngo-khong-rac-thon-doai");
    await street.getByRole("link", { name: "English" }).click();
    await street.getByText("Goals and results").waitFor();
    await sound(street, "model-en");
    await street.getByRole("link", { name: "For officers" }).waitFor();
  });

  test("does not find it any more when it was taken back", async () => {
    await desk.goto(`/app/publications/exemplar/${exemplar}`);
    await button(desk, "Rút khỏi trang công khai").click();
    await desk.getByRole("textbox", { name: "Vì sao rút" }).fill("Cần bổ sung");
    await button(desk, "Rút khỏi trang công khai").click();
    await desk.getByText("Đã rút", { exact: true }).first().waitFor();
    expect((await street.goto("/mo-hinh/ngo-khong-rac-thon-doai"))?.status()).toBe(404);
    expect((await street.goto("/guong-sang/chuyen-mot-con-ngo"))?.status()).toBe(404);
    expect(errors).toEqual([]);
  });
});
