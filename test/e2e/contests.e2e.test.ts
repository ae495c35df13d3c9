import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { silentLog } from "../../src/platform/log.ts";
import { buildWeb } from "../../src/platform/web-build.ts";
import { testApp, type Answer, type Person } from "../support/app.ts";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { soundAs } from "../support/sound.ts";
import { tanGiang } from "../support/tan-giang.ts";

/** A contest in real browsers: a commune enters on a phone, the province publishes round by round, a visitor without scripts votes. */
let url: string;
let hanh: Person;
let tong: Person;
let contest: string;
let other: string;
const browsers: TestBrowser[] = [];
const errors: string[] = [];
/** A day in Vietnam, so many from today. */
const day = (distance: number) => new Date(Date.now() + 7 * 3_600_000 + distance * 86_400_000).toISOString().slice(0, 10);
const ok = ({ status, body }: Answer): Answer["body"] => {
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return body;
};

/** Without a person: a visitor whose browser runs no script; `scripts` for the tool that looks at pages. */
async function visit(person: Person | null, width: "desk" | "phone", scripts = person !== null): Promise<Page> {
  const browser = await openBrowser({ baseURL: url, javaScriptEnabled: scripts });
  browsers.push(browser);
  if (person) await browser.context.addCookies([{ name: "kheo", value: person.token, url }]);
  const page = await browser.newPage(width);
  page.on("pageerror", ({ message }) => errors.push(message));
  page.on("response", (response) => response.status() >= 500 && errors.push(`${response.status()} ${response.url()}`));
  return page;
}

const windowOf = (name: string, days: readonly [number, number, number, number]) => {
  const [entriesFrom, entriesUntil, judgingFrom, judgingUntil] = days.map(day);
  return { name, entriesFrom, entriesUntil, judgingFrom, judgingUntil, way: "stage" };
};
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]);
const minutes = () => hanh.upload("/contest-papers", { contestId: contest, file: new File([png], "bien-ban.png", { type: "image/png" }) });
const move = async (act: string) => {
  const { version } = ok(await hanh.get(`/contests/${contest}`));
  return ok(await hanh.post(`/contests/${contest}/move`, { version, act }));
};

beforeAll(async () => {
  const app = await testApp({ at: new Date().toISOString(), web: await buildWeb(silentLog) });
  await app.app.listen({ host: "127.0.0.1", port: 0 });
  url = `http://127.0.0.1:${(app.app.server.address() as AddressInfo).port}`;
  const unit = await tanGiang(app.db);
  hanh = await app.person({ name: "Lê Thị Hạnh", unit: unit("Ủy ban MTTQ Việt Nam tỉnh Tân Giang"), role: "coordinator" });
  tong = await app.person({ name: "Phạm Văn Tòng", unit: unit("Ủy ban MTTQ Việt Nam xã Bình Lâm"), role: "coordinator" });
  const rounds = [windowOf("Sơ khảo", [-20, -3, -2, 5]), windowOf("Chung khảo", [-2, -1, -1, 9])];
  const facts = { title: "Hội thi “Dân vận khéo” tỉnh Tân Giang", rules: "Mỗi xã, phường một đội.", kinds: ["team", "work"] };
  contest = ok(await hanh.post("/contests", { ...facts, prizes: ["Giải Nhất", "Giải Nhì"], rounds })).id;
  await move("open");
  const draft = ok(await hanh.post(`/contests/${contest}/entries`, { kind: "team", title: "Đội thi cơ quan tỉnh", team: "Đỗ Quốc Bảo" }));
  other = ok(await hanh.post(`/contest-entries/${draft.id}/send`, { version: 1 })).id;
});

afterAll(() => Promise.all(browsers.map((browser) => browser.close())));

const sound = soundAs("contests");

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("a team enters with a file, results are published round by round, visitors read them and vote", async () => {
  const phone = await visit(tong, "phone");
  await phone.goto(`/app/awards/contests/${contest}`);
  await phone.getByRole("link", { name: "Gửi bài dự thi" }).click();
  await phone.getByRole("textbox", { name: /^Tên bài hoặc tên đội/ }).fill("Đội thi xã Bình Lâm");
  await phone.getByRole("textbox", { name: /^Thành viên đội thi/ }).fill("Lò Văn Dứa; Y Mai");
  await button(phone, "Lưu nháp").click();
  await phone.locator("input[type=file]").setInputFiles({ name: "ban-do.png", mimeType: "image/png", buffer: png });
  await phone.getByRole("link", { name: "ban-do.png" }).waitFor();
  await button(phone, "Gửi bài").click();
  await phone.getByText("Gửi sau hạn").waitFor();
  await sound(phone, "entry");

  const desk = await visit(hanh, "desk");
  await desk.goto(`/app/awards/contests/${contest}`);
  await button(desk, "Chuyển sang chấm").click();
  await desk.getByRole("textbox", { name: "Điểm của Đội thi xã Bình Lâm" }).fill("88,5");
  for (const team of ["Đội thi xã Bình Lâm", "Đội thi cơ quan tỉnh"])
    await desk.getByRole("checkbox", { name: `Vào vòng sau: ${team}` }).check();
  await button(desk, "Lưu kết quả").click();
  await desk.getByText("Đã lưu", { exact: true }).waitFor();
  await desk.locator("input[type=file]").setInputFiles({ name: "bien-ban.png", mimeType: "image/png", buffer: png });
  await desk.getByRole("link", { name: "bien-ban.png" }).waitFor();
  await sound(desk, "judging");
  await phone.goto(`/app/awards/contests/${contest}`);
  await phone.getByRole("heading", { name: "Hội thi “Dân vận khéo” tỉnh Tân Giang" }).waitFor();
  expect(await phone.getByText("88,5").count(), "nothing before it is published").toBe(0);
  await button(desk, "Công bố và mở vòng sau").click();
  await desk.getByText("88,5", { exact: true }).first().waitFor();
  await phone.reload();
  await phone.getByText("88,5", { exact: true }).first().waitFor();

  // The second round is judged; an editor makes the contest public and opens a vote.
  await move("judge");
  const thing = { kind: "contest", thingId: contest, reason: "Cho dân biết", choice: { leftOut: [], pictures: [], consent: null } };
  const { path, version } = ok(await hanh.post("/publications", thing));
  await desk.goto(`/app/publications/contest/${contest}`);
  await desk.getByRole("heading", { name: "Mở bình chọn cho vòng Chung khảo" }).waitFor();
  ok(await hanh.post(`/contests/${contest}/votes`, { round: 2, opensOn: day(0), closesOn: day(5), reason: "Để dân tham gia" }));

  const street = await visit(null, "phone");
  await street.goto(path);
  await street.getByText("Vào vòng sau").first().waitFor();
  await street.getByRole("link", { name: "Đến trang bình chọn" }).click();
  await street.getByRole("radio", { name: "Đội thi xã Bình Lâm" }).check();
  const [, a, b] = /(\d) \+ (\d)/.exec((await street.locator("label[for=tong]").textContent()) ?? "") ?? [];
  await street.locator("#tong").fill(String(Number(a) + Number(b)));
  await button(street, "Gửi bình chọn").click();
  await street.getByText("Đã ghi nhận bình chọn của bạn").waitFor();

  const looker = await visit(null, "desk", true);
  await looker.goto(`${path}/binh-chon`);
  await sound(looker, "vote");

  ok(await minutes());
  const now = ok(await hanh.get(`/contests/${contest}`));
  const [mine] = now.rounds[1].results.filter(({ entryId }: { entryId: string }) => entryId !== other);
  const lines = [
    { entryId: mine.entryId, goesOn: false, prize: "Giải Nhất" },
    { entryId: other, goesOn: false },
  ];
  ok(await hanh.post(`/contests/${contest}/results`, { version: now.version, lines }));
  await move("decide");
  ok(await hanh.post("/publications", { ...thing, version }));
  await street.goto(path);
  await street.getByText("Giải Nhất").first().waitFor();
  expect(errors).toEqual([]);
});
