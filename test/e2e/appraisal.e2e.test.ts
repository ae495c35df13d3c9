import { writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { UnitId } from "../../src/kernel/ids.ts";
import { silentLog } from "../../src/platform/log.ts";
import { buildWeb } from "../../src/platform/web-build.ts";
import { testApp, type Person, type TestApp } from "../support/app.ts";
import { openBrowser, widths, type TestBrowser } from "../support/browser.ts";
import { soundAs } from "../support/sound.ts";
import { tanGiang } from "../support/tan-giang.ts";

/**
 * An appraisal in a real browser: bà Hạnh of the province makes a rubric from a sample and opens a round, ông Tòng's commune
 * scores itself on his phone, chị Y Mai and anh Bảo judge, the sheets open, ông Vinh closes. One browser, several people:
 * the session changes between them. `LOOK=1` keeps pictures and the minutes.
 */
let app: TestApp;
let url: string;
let browser: TestBrowser;
let page: Page;
let unit: (name: string) => UnitId;
const people: Record<string, Person> = {};
const errors: string[] = [];
const ROUND = "Thẩm định chính quyền thân thiện";

const person = (name: string): Person => {
  const found = people[name];
  if (!found) throw new Error(`nobody called ${name}`);
  return found;
};

async function as(name: string, width: "desk" | "phone" = "desk"): Promise<void> {
  await browser.context.clearCookies();
  await browser.context.addCookies([{ name: "kheo", value: person(name).token, url }]);
  await page.setViewportSize(widths[width]);
}

beforeAll(async () => {
  // The browser's own clock offers the day: the server must be in the same one.
  app = await testApp({ at: new Date().toISOString(), web: await buildWeb(silentLog) });
  await app.app.listen({ host: "127.0.0.1", port: 0 });
  url = `http://127.0.0.1:${(app.app.server.address() as AddressInfo).port}`;
  unit = await tanGiang(app.db);
  const front = unit("Ủy ban MTTQ Việt Nam tỉnh Tân Giang");
  const home = unit("Sở Nội vụ");
  people["hanh"] = await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" });
  people["vinh"] = await app.person({ name: "Nguyễn Quang Vinh", unit: front, role: "signer" });
  people["mai"] = await app.person({ name: "Y Mai", unit: home, role: "reporter" });
  people["bao"] = await app.person({ name: "Đỗ Quốc Bảo", unit: home, role: "reporter" });
  people["tong"] = await app.person({ name: "Phạm Văn Tòng", unit: unit("Ủy ban MTTQ Việt Nam xã Bình Lâm"), role: "reporter" });
  browser = await openBrowser({ baseURL: url });
  page = await browser.newPage();
  page.on("pageerror", ({ message }) => errors.push(message));
  page.on("console", (message) => message.type() === "error" && /policy|Uncaught/i.test(message.text()) && errors.push(message.text()));
  page.on("response", (response) => response.status() >= 500 && errors.push(`${response.status()} ${response.url()}`));
});

afterAll(() => browser?.close());

const looks = soundAs("appraisal");
const sound = (name: string) => looks(page, name);

const box = (name: string | RegExp) => page.getByRole("textbox", { name });
const button = (name: string) => page.getByRole("button", { name, exact: true });
const choose = async (label: string, option: RegExp) => {
  await page.getByRole("combobox", { name: label }).click();
  await page.getByRole("option", { name: option }).click();
};
const confirm = async (name: string) => {
  await button(name).first().click();
  await page.getByRole("dialog").getByRole("button", { name, exact: true }).click();
};
const fill = async (points: readonly string[]) => {
  const boxes = page.getByRole("textbox", { name: /^Điểm:/ });
  for (const [at, value] of points.entries()) await boxes.nth(at).fill(value);
};

describe("an appraisal", () => {
  test("has a rubric, made from a sample that says it is one, and published", async () => {
    await as("hanh");
    await page.goto("/app/appraisal");
    await page.getByText("Chưa có đợt thẩm định nào").waitFor();
    await page.goto("/app/appraisal/rubrics/new");
    await page.getByRole("link", { name: /^Dùng mẫu này: Chính quyền thân thiện/ }).click();
    await page.getByText("Tổng 100 điểm").waitFor();
    await page.getByText(/sao từ mẫu, không phải quy định/).waitFor();
    await sound("rubric-form");
    await box("Tên bộ tiêu chí").fill("Chính quyền thân thiện của tỉnh");
    await button("Lưu").click();
    await page.getByRole("heading", { level: 1, name: "Chính quyền thân thiện của tỉnh" }).waitFor();
    await confirm("Ban hành");
    await page.getByText("Đã ban hành", { exact: true }).waitFor();
    await sound("rubric");
  });

  test("has a round with the commune in it and a panel, and opens", async () => {
    await page.goto("/app/appraisal/rounds/new");
    await box("Tên đợt").fill(ROUND);
    await choose("Bộ tiêu chí đã ban hành", /Chính quyền thân thiện của tỉnh/);
    const year = new Date().getFullYear();
    await box(/^Hạn tự chấm/).fill(`30/12/${year}`);
    await box(/^Hạn chấm xong/).fill(`31/12/${year}`);
    await sound("round-form");
    await button("Lưu").click();
    await page.getByRole("heading", { level: 1, name: ROUND }).waitFor();
    await box("Thêm đơn vị").fill("mttq xa binh lam");
    await page
      .getByRole("option", { name: /xã Bình Lâm/ })
      .first()
      .click();
    await button("Thêm").first().click();
    await page.getByRole("link", { name: "Ủy ban MTTQ Việt Nam xã Bình Lâm" }).waitFor();
    await box("Đơn vị công tác").fill("so noi vu");
    await page
      .getByRole("option", { name: /Sở Nội vụ/ })
      .first()
      .click();
    await choose("Người", /Y Mai/);
    await button("Thêm vào tổ").click();
    await page.getByText("Y Mai, Sở Nội vụ").waitFor();
    const id = page.url().split("/").at(-1) ?? "";
    const { version } = (await person("hanh").get(`/appraisal-rounds/${id}`)).body;
    const at = { mai: "Sở Nội vụ", bao: "Sở Nội vụ", vinh: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang" };
    const members = Object.entries(at).map(([name, where]) => ({
      personId: person(name).id,
      unitId: unit(where),
      part: name === "vinh" ? "head" : "member",
    }));
    expect((await person("hanh").put(`/appraisal-rounds/${id}/panel`, { version, members })).status).toBe(200);
    await page.reload();
    await page.getByText("Tổ trưởng").first().waitFor();
    await confirm("Mở đợt");
    await page.getByText("Còn phải làm").waitFor();
    await sound("round");
  });

  test("is scored by the commune itself, on a phone, with evidence", async () => {
    await as("tong", "phone");
    await page.goto("/app/appraisal");
    await page.getByRole("link", { name: ROUND }).click();
    await page.getByRole("link", { name: "Ủy ban MTTQ Việt Nam xã Bình Lâm" }).click();
    await fill(["19", "24", "18"]);
    await box(/^Minh chứng:/)
      .first()
      .fill("Quy chế số 03, niêm yết tại nhà văn hóa 6 thôn");
    await page.getByText("Tổng: 61 / 100").waitFor();
    await sound("self");
    await page.reload();
    await page.getByText("Đã khôi phục phần bạn gõ dở lần trước").waitFor();
    await confirm("Gửi phần tự chấm");
    await page
      .getByRole("dialog")
      .getByText(/chưa chấm xong/)
      .waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Hủy" }).click();
    await fill(["19", "24", "18", "14", "19"]);
    await confirm("Gửi phần tự chấm");
    await page.getByText("Chờ xét điều kiện").first().waitFor();
  });

  test("is checked, its judges are named, and two judge it without seeing each other", async () => {
    await as("hanh");
    await page.reload();
    for (const condition of ["Có bản đăng ký", "Có tờ trình"]) await page.getByRole("checkbox", { name: new RegExp(condition) }).check();
    await button("Đủ điều kiện, chuyển chấm").click();
    await page.getByText("Đang chấm").first().waitFor();
    const subject = page.url();
    const id = subject.split("/").at(-1) ?? "";
    for (const name of ["mai", "bao"]) {
      const { version } = (await person("hanh").get(`/appraisal-subjects/${id}`)).body;
      expect((await person("hanh").post(`/appraisal-subjects/${id}/judges`, { version, personId: person(name).id })).status).toBe(200);
    }
    await page.reload();
    await page.getByText("Y Mai").first().waitFor();
    await sound("subject");
    await as("mai", "phone");
    await page.goto("/app/desk");
    await page.getByText("Phiếu chấm cần hoàn thành").first().waitFor();
    await page.goto("/app/appraisal/sheets");
    await page.getByRole("link", { name: "Ủy ban MTTQ Việt Nam xã Bình Lâm" }).click();
    await fill(["19", "24", "18", "14", "6"]);
    await page.getByText("Tổng: 81 / 100").waitFor();
    await box(/^Nhận xét:/).fill("Mới lấy ý kiến ở một thôn");
    await sound("sheet");
    await confirm("Gửi phiếu");
    await page.getByText("Phiếu đã gửi.").waitFor();
    const bao = person("bao");
    const [sheet] = (await bao.get("/appraisal-sheets")).body;
    const marks = ["20", "25", "20", "15", "20"].map((points, at) => ({ line: `${"abcde"[at]}-1`, points, comment: "" }));
    expect((await bao.put(`/appraisal-sheets/${sheet.id}`, { version: 1, marks })).status).toBe(200);
    expect((await bao.post(`/appraisal-sheets/${sheet.id}/send`, { version: 2 })).status).toBe(200);
    await as("hanh");
    await page.goto(subject);
  });

  test("stands side by side, is discussed and concluded, and comes out as minutes", async () => {
    await page.getByText("Các phiếu chênh nhau từ 15% trở lên").waitFor();
    await sound("scores");
    await button("Lưu kết luận").click();
    await page.getByText("Hãy ghi ý kiến thảo luận").waitFor();
    await box(/^Ý kiến thảo luận/).fill("Tổ đã xem phiếu lấy ý kiến của cả 6 thôn, thống nhất lấy điểm trung bình.");
    await button("Lưu kết luận").click();
    await page.getByText("Đạt chuẩn (90,5 / 100)").waitFor();
    await as("vinh");
    await page.getByRole("link", { name: "Về đợt thẩm định" }).click();
    await page.getByText("Mọi hồ sơ đã có kết luận").waitFor();
    await confirm("Chốt kết quả");
    await page.getByText("1/1 (100%)").waitFor();
    const href = await page.getByRole("link", { name: "Tải biên bản họp (Word)" }).getAttribute("href");
    const minutes = await person("vinh").fetch(href ?? "");
    expect(minutes.status).toBe(200);
    if (process.env["LOOK"]) writeFileSync("/tmp/look/bien-ban.docx", minutes.raw);
    await as("tong", "phone");
    await page.goto(page.url().replace(/rounds\/.*/, ""));
    await page.getByText("Đã chốt").waitFor();
    expect(errors).toEqual([]);
  });
});
