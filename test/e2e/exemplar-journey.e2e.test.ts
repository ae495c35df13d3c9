import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillModels } from "../../src/modules/demo/working.ts";
import { silentLog } from "../../src/platform/log.ts";
import { buildWeb } from "../../src/platform/web-build.ts";
import { testApp, type TestApp, type Visitor } from "../support/app.ts";
import { openBrowser, sidewaysOverflow, widths, type TestBrowser } from "../support/browser.ts";
import { demoProvince } from "../support/demo-province.ts";

/**
 * A model on the demo province from the round to the public page: bà Hạnh opens a round, ông Đoàn registers on his phone, she accepts;
 * it is carried out and recognised, ông Vinh signs; a visitor whose browser runs no script verifies the certificate and reads the
 * model, and meets nothing that the editor left out. Each test goes on from the one before. What single pages are like is looked at
 * by the tests of the parts.
 */
type Visit = { browser: TestBrowser; page: Page; person: Visitor & { token: string } };

let app: TestApp;
let url: string;
let hanh: Visit;
let doan: Visit;
let vinh: Visit;
let tong: Visitor;
let visitor: TestBrowser;
let street: Page;
/** The model; in public, the paths of its page and of its certificate. */
let id: string;
let path: string;
let certificate: string;

const errors: string[] = [];
const year = new Date().getFullYear();
const NAME = "Bến thuyền không rác";
const ROUND = "Đợt bổ sung mô hình cuối năm";
/** Stands in the content that is left out, and in what only the inside knows. */
const CANARY = "chimhoangyen";

async function visit(person: Visitor & { token: string }, width: "desk" | "phone"): Promise<Visit> {
  const browser = await openBrowser({ baseURL: url });
  await browser.context.addCookies([{ name: "kheo", value: person.token, url }]);
  return { browser, page: watched(await browser.newPage(width)), person };
}

function watched(page: Page): Page {
  page.on("pageerror", ({ message }) => errors.push(message));
  page.on("console", (message) => message.type() === "error" && /policy|Uncaught/i.test(message.text()) && errors.push(message.text()));
  page.on("response", (response) => response.status() >= 500 && errors.push(`${response.status()} ${response.url()}`));
  return page;
}

beforeAll(async () => {
  // The browser's own clock offers the day: the server must be in the same one.
  app = await testApp({ at: new Date().toISOString(), web: await buildWeb(silentLog) });
  const demo = await demoProvince(app);
  await fillModels(app.services, { every: 30 });
  await app.app.listen({ host: "127.0.0.1", port: 0 });
  url = `http://127.0.0.1:${(app.app.server.address() as AddressInfo).port}`;
  hanh = await visit(await demo.login("hanh"), "desk");
  doan = await visit(await demo.login("doan"), "phone");
  vinh = await visit(await demo.login("vinh"), "desk");
  tong = await demo.login("tong");
  visitor = await openBrowser({ baseURL: url, javaScriptEnabled: false });
  street = watched(await visitor.newPage("phone"));
  const words = "ỦY BAN MTTQ VIỆT NAM TỈNH TÂN GIANG\nHƯỚNG DẪN\nĐăng ký bổ sung mô hình\n1. Các xã đăng ký trước ngày 30/12.";
  const file = new File([words], "huong-dan-bo-sung.txt", { type: "text/plain" });
  expect((await hanh.person.upload("/documents", { file })).status).toBeLessThan(300);
});

afterAll(async () => {
  for (const each of [hanh?.browser, doan?.browser, vinh?.browser, visitor]) await each?.close();
});

const field = (page: Page, name: string) => page.getByRole("textbox", { name: new RegExp(`^${name}`) });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

async function done(answer: Promise<{ status: number; body: any }>): Promise<any> {
  // oxlint-disable-line typescript/no-explicit-any -- answers of several shapes
  const { status, body } = await answer;
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return body;
}

test("bà Hạnh opens a round that names its guidance", async () => {
  const { page } = hanh;
  await page.goto("/app/exemplars/rounds/new");
  await field(page, "Tên đợt").fill(ROUND);
  await field(page, "đến hết ngày").fill(`31/12/${year}`);
  await field(page, "Thêm cả nhóm").fill("Ủy ban MTTQ Việt Nam các xã, phường");
  await button(page, "Thêm nhóm").click();
  await page.getByText(/Đã thêm \d+ đơn vị/).waitFor();
  await page.getByRole("combobox", { name: /^Văn bản hướng dẫn/ }).fill("huong dan");
  await page.getByRole("option", { name: /bổ sung|bo-sung/i }).click();
  await button(page, "Lưu đợt").click();
  await page.getByText("Đủ điều kiện để mở.").waitFor();
  await button(page, "Mở đợt").click();
  await page.getByText("Đang mở", { exact: true }).waitFor();
});

test("ông Đoàn registers a model on his phone", async () => {
  const { page } = doan;
  await page.goto("/app/exemplars/new");
  await page.getByRole("button", { name: /^Mô hình Cách làm/ }).click();
  await field(page, "Tên mô hình").fill(NAME);
  await page.getByRole("radio", { name: ROUND }).check();
  await page.getByRole("button", { name: /^Văn hóa - xã hội/ }).click();
  await field(page, "Thực trạng, lý do").fill("Rác trôi đầy bến sau mỗi phiên chợ.");
  await field(page, "Mục tiêu, tiêu chí").fill("Bến sạch sau mỗi phiên, 60 hộ thuyền nhận phần việc.");
  await field(page, "Địa bàn, đối tượng").fill("Bến thuyền thôn Lâm Trung.");
  await page.getByText(/^Bước 2: bổ sung/).click();
  await field(page, "Lực lượng thực hiện").fill(`Tổ bến; bà ${CANARY} giữ sổ.`);
  expect(await sidewaysOverflow(page)).toBe(0);
  await button(page, "Đăng ký").click();
  await page.getByRole("link", { name: "Mở trang của mô hình" }).click();
  await page.getByText("Đã đăng ký, chờ duyệt").waitFor();
  id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
});

test("bà Hạnh accepts it", async () => {
  const { page } = hanh;
  await page.goto("/app/exemplars?state=registered");
  await page.getByRole("link", { name: NAME }).click();
  await button(page, "Chấp nhận đăng ký").click();
  await page.getByText("Bước 1/4").waitFor();
});

test("it comes to step 3, and the commune recognises it on paper", async () => {
  for (const step of [1, 2]) {
    const { version, steps } = await done(doan.person.get(`/exemplars/${id}/life`));
    type Gates = { step: number; gates: { code: string; met: boolean }[] };
    const gates = (steps as Gates[]).find((each) => each.step === step)?.gates ?? [];
    const reasons = Object.fromEntries(gates.filter(({ met }) => !met).map(({ code }) => [code, `Sổ của tổ bến (${CANARY}).`]));
    await done(doan.person.post(`/exemplars/${id}/step/pass`, { version, reasons }));
  }
  const draft = await done(tong.post("/exemplar-decisions", { year, exemplarIds: [id] }));
  await done(
    tong.upload(`/exemplar-decisions/${draft.id}/sign-on-paper`, {
      version: String(draft.version),
      number: "77",
      day: new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Ho_Chi_Minh" }).format(),
      signer: "Nông Văn Thuận",
      post: "CHỦ TỊCH",
      file: new File(["%PDF-1.4\n"], "quyet-dinh.pdf", { type: "application/pdf" }),
    }),
  );
});

test("the province recognises it: bà Hạnh drafts, ông Vinh signs", async () => {
  const { page } = hanh;
  await page.goto("/app/exemplars/decisions");
  await button(page, "Soạn quyết định").click();
  await button(page, "Bắt đầu soạn").click();
  await button(page, `Thêm ${NAME}`).click();
  await page.getByText("Danh sách công nhận (1)").waitFor();
  await button(page, "Trình ký").click();
  await page.getByText("Chờ người ký xem và ký.").waitFor();
  await vinh.page.goto("/app/desk");
  await vinh.page.getByRole("link", { name: /công nhận mô hình, điển hình/ }).click();
  await button(vinh.page, "Ký ban hành").click();
  await vinh.page.getByRole("dialog").getByRole("button", { name: "Ký ban hành" }).click();
  await vinh.page.getByText("Đã ký", { exact: true }).waitFor();
});

test("ông Đoàn has the certificate, whose code anybody verifies without signing in", async () => {
  const { page } = doan;
  await page.goto(`/app/exemplars/${id}?tab=recognition`);
  const paper = page.getByRole("link", { name: "Giấy chứng nhận (.pdf)" }).first();
  const [download] = await Promise.all([page.waitForEvent("download"), paper.click()]);
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  expect(Buffer.concat(parts).subarray(0, 5).toString()).toBe("%PDF-");
  const { recognitions } = await done(doan.person.get(`/exemplars/${id}/recognitions`));
  const ofProvince = recognitions.find(({ level }: { level: string }) => level === "province");
  certificate = new URL(ofProvince.address).pathname;
  expect(certificate).toBe(`/xac-minh/${ofProvince.code}`);
  expect((await street.goto(certificate))?.status()).toBe(200);
  await street.getByText(NAME).first().waitFor();
  await street.getByText(ofProvince.decision.number).first().waitFor();
  expect(await sidewaysOverflow(street)).toBe(0);
});

test("bà Hạnh looks at the public page first, and opens it without one content", async () => {
  const { page, browser } = hanh;
  await page.goto(`/app/publications/exemplar/${id}`);
  await page.getByRole("checkbox", { name: /^Lực lượng thực hiện/ }).uncheck();
  const address = page.getByRole("link", { name: "Xem trang như người dân sẽ thấy" });
  await address.waitFor();
  const preview = watched(await browser.newPage());
  await preview.goto((await address.getAttribute("href")) ?? "");
  await preview.getByRole("heading", { level: 1, name: NAME }).waitFor();
  expect(await preview.content()).not.toContain(CANARY);
  await preview.close();
  await field(page, "Vì sao công khai").fill(`Cách làm hay (${CANARY})`);
  await button(page, "Công khai").click();
  const shown = page.getByRole("link", { name: "Mở trang công khai của mục này" });
  await shown.waitFor();
  path = new URL((await shown.getAttribute("href")) ?? "", url).pathname;
  expect(path).toMatch(/^\/mo-hinh\/ben-thuyen-khong-rac/);
});

test("a visitor without script finds and reads it; what was left out is nowhere", async () => {
  await street.goto("/");
  await street.getByRole("searchbox").fill("ben thuyen khong rac");
  await street.getByRole("button", { name: "Tìm" }).click();
  await street.getByRole("link", { name: NAME }).click();
  expect(new URL(street.url()).pathname).toBe(path);
  await street.getByText("Rác trôi đầy bến sau mỗi phiên chợ.").waitFor();
  for (const size of Object.values(widths)) {
    await street.setViewportSize(size);
    expect(await sidewaysOverflow(street), `${size.width}`).toBe(0);
  }
  expect(JSON.stringify(await done(hanh.person.get(`/exemplars/${id}`))), "it is known inside").toContain(CANARY);
  const listed = await app.anonymous.fetch("/sitemap.xml");
  expect(listed.raw.toString()).toContain(path);
  const own = [path, `/en${path}`, certificate, "/", "/mo-hinh", "/mo-hinh?tim=chimhoangyen", "/nhan-rong", "/khen-thuong", "/so-lieu"];
  const files = ["/sitemap.xml", "/tin-moi.atom", "/du-lieu", "/du-lieu/mo-hinh.csv", "/du-lieu/mo-hinh.json"];
  for (const each of [...own, ...files]) {
    const { status, raw } = await app.anonymous.fetch(each);
    expect(status, each).toBe(200);
    // What was searched for stands in the box of the search, nowhere else.
    const text = raw.toString().replaceAll(/(value="|tim=)chimhoangyen/g, "");
    expect(text, each).not.toContain(CANARY);
  }
  expect(errors).toEqual([]);
});
