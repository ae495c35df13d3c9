import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { silentLog } from "../../src/platform/log.ts";
import { buildWeb } from "../../src/platform/web-build.ts";
import { testApp, type Person, type TestApp } from "../support/app.ts";
import { openBrowser, said, sidewaysOverflow, type TestBrowser } from "../support/browser.ts";
import { soundAs } from "../support/sound.ts";
import { tanGiang } from "../support/tan-giang.ts";

/**
 * The register of exemplars in a real browser: bà Hạnh of the province prepares and opens a round, ông Đoàn of a village registers
 * on his phone, ông Tòng of the commune registers too, a reviewer returns it, it is completed and accepted, somebody of another
 * commune finds it. Each test goes on from the one before. `LOOK=1` keeps pictures of every page.
 */
let app: TestApp;
let url: string;
let hanh: Visit;
let vinh: Visit;
let doan: Visit;
let buoi: Visit;

type Visit = { browser: TestBrowser; page: Page; person: Person };

const errors: string[] = [];
const NAME = "Ngõ không rác thôn Đoài";
const ROUND = "Đăng ký mô hình Dân vận khéo của tỉnh";
const GUIDANCE = /huong-dan-dang-ky|Hướng dẫn|HƯỚNG DẪN/i;

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
  hanh = await visit(await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" }), "desk");
  vinh = await visit(await app.person({ name: "Nguyễn Quang Vinh", unit: front, role: "approver" }), "desk");
  doan = await visit(await app.person({ name: "Tô Văn Đoàn", unit: unit("Ban Công tác Mặt trận thôn Đoài"), role: "reporter" }), "phone");
  buoi = await visit(await app.person({ name: "Nông Thị Bưởi", unit: unit("Ủy ban MTTQ Việt Nam xã Hòa Phú"), role: "reporter" }), "phone");
  const words = "ỦY BAN MTTQ VIỆT NAM TỈNH TÂN GIANG\nHƯỚNG DẪN\nĐăng ký mô hình Dân vận khéo\n1. Các xã đăng ký trước ngày 30/12.";
  const file = new File([words], "huong-dan-dang-ky.txt", { type: "text/plain" });
  expect((await hanh.person.upload("/documents", { file })).status).toBeLessThan(300);
});

afterAll(async () => {
  for (const each of [hanh, vinh, doan, buoi]) await each?.browser.close();
});

const sound = soundAs("exemplars");

const field = (page: Page, name: string) => page.getByRole("textbox", { name: new RegExp(`^${name}`) });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

describe("a round of registration", () => {
  test("is prepared for the communes at one go, and says why it cannot open yet", async () => {
    const { page } = hanh;
    await page.goto("/app/exemplars");
    await page.getByText("Chưa có mô hình nào").waitFor();
    await sound(page, "list-empty");
    await page.getByRole("link", { name: "Đợt đăng ký" }).click();
    await page.getByRole("link", { name: "Lập đợt đăng ký" }).click();
    await field(page, "Tên đợt").fill(ROUND);
    await button(page, "Lưu đợt").click();
    await page.getByText("Hãy nhập ngày.").waitFor();
    await field(page, "đến hết ngày").fill(`31/12/${new Date().getFullYear()}`);
    await field(page, "Thêm cả nhóm").fill("Ủy ban MTTQ Việt Nam các xã, phường");
    await button(page, "Thêm nhóm").click();
    await page.getByText(/Đã thêm \d+ đơn vị/).waitFor();
    await field(page, "Cùng một số").fill("1");
    await button(page, "Đặt cho tất cả").click();
    await button(page, "Phân bổ cho Ủy ban MTTQ Việt Nam xã Bình Lâm").click();
    await field(page, "Chủ đề").fill("rác thải");
    await button(page, "Thêm tổng số").click();
    await field(page, "Số lượng").last().fill("2");
    await page.getByText("Mô hình: kế hoạch nêu 2, đã phân bổ 1").waitFor();
    await sound(page, "round-form");
    await field(page, "Số lượng").last().fill("1");
    await page.getByText("Số phân bổ khớp với kế hoạch.").waitFor();
    await page.reload();
    await page.getByText("Đã khôi phục phần bạn gõ dở lần trước").waitFor();
    await button(page, "Lưu đợt").click();
    await page.getByRole("heading", { level: 1, name: ROUND }).waitFor();
    await page.getByText("Chưa có văn bản hướng dẫn").waitFor();
    expect(await button(page, "Mở đợt").isDisabled()).toBe(true);
  });

  test("opens once its guidance is chosen from the register", async () => {
    const { page } = hanh;
    await button(page, "Sửa").click();
    await page.getByRole("combobox", { name: /^Văn bản hướng dẫn/ }).fill("huong dan");
    await page.getByRole("option", { name: GUIDANCE }).click();
    await button(page, "Lưu đợt").click();
    await page.getByText("Đủ điều kiện để mở.").waitFor();
    await button(page, "Mở đợt").click();
    await page.getByText("Đang mở", { exact: true }).waitFor();
    await page.getByText(/ít nhất 1 mô hình mới; 1 mô hình về rác thải/).waitFor();
    await sound(page, "round-open");
    await page.getByRole("link", { name: "Đợt đăng ký" }).click();
    await page.getByRole("link", { name: ROUND }).waitFor();
  });
});

describe("a head of a residential-area board on his phone", () => {
  test("is asked a few questions; what is missing is said at its field, what was typed survives a reload", async () => {
    const { page } = doan;
    await page.goto("/app/exemplars");
    await page.getByRole("link", { name: "Đăng ký mô hình" }).click();
    await page.getByRole("button", { name: /^Mô hình Cách làm/ }).waitFor();
    await page.getByRole("button", { name: /^Mô hình Cách làm/ }).click();
    await field(page, "Tên mô hình").fill(NAME);
    expect(await page.getByRole("radio", { name: ROUND }).isChecked()).toBe(true);
    await page.getByText(/nhận đến hết ngày 31\/12/).waitFor();
    await button(page, "Đăng ký").click();
    await page.getByText("Cần câu trả lời này khi đăng ký").first().waitFor();
    await page.getByText("Hãy chọn một lĩnh vực.").waitFor();
    await sound(page, "new-missing");
    await page.getByRole("button", { name: /^Văn hóa - xã hội/ }).click();
    await field(page, "Thực trạng, lý do").fill("Rác để ở đầu ngõ, 40 hộ mới phân loại.");
    await page.reload();
    await page.getByText("Đã khôi phục phần bạn gõ dở lần trước").waitFor();
    expect(await field(page, "Thực trạng, lý do").inputValue()).toBe("Rác để ở đầu ngõ, 40 hộ mới phân loại.");
    expect(await field(page, "Tên mô hình").inputValue()).toBe(NAME);
  });

  test("saves a draft, and registers when the few answers are there", async () => {
    const { page } = doan;
    await button(page, "Lưu nháp").click();
    await page.getByRole("heading", { name: "Đã lưu nháp" }).waitFor();
    await page.getByRole("link", { name: "Mở trang của mô hình" }).click();
    await page.getByText("Còn thiếu để đăng ký").waitFor();
    await sound(page, "draft");
    await button(page, "Bổ sung ngay").click();
    await field(page, "Mục tiêu, tiêu chí").fill("Đến tháng 10, 95 hộ phân loại rác tại nhà.");
    await field(page, "Địa bàn, đối tượng").fill("Toàn thôn Đoài, 120 hộ.");
    await button(page, "Thêm mục tiêu").click();
    await field(page, "Đo cái gì").fill("hộ phân loại rác");
    await field(page, "Đơn vị tính").fill("hộ");
    await field(page, "Cần đạt").fill("hơn 95");
    await button(page, "Lưu thay đổi").click();
    await page
      .getByText(/Mục tiêu cần một con số/)
      .first()
      .waitFor();
    await field(page, "Cần đạt").fill("95");
    await button(page, "Lưu thay đổi").click();
    await button(page, "Đăng ký").click();
    await page.getByText("Đã đăng ký, chờ duyệt").waitFor();
    await page.getByText(`Đang chờ đơn vị mở đợt “${ROUND}” xem.`).waitFor();
  });
});

describe("the reviewer", () => {
  test("sees at once what to check, and returns it with a reason", async () => {
    const { page } = vinh;
    await page.goto("/app/exemplars?state=registered");
    await page.getByRole("link", { name: NAME }).click();
    await page.getByRole("region", { name: "Cần xem khi duyệt" }).getByText("Có mục tiêu chưa ghi số hiện nay").waitFor();
    await sound(page, "review");
    await button(page, "Trả lại để bổ sung").click();
    await field(page, "Cần bổ sung gì").fill("Hãy ghi số hộ đã phân loại hiện nay.");
    await button(page, "Trả lại để bổ sung").click();
    await said(page, "Hãy ghi số hộ đã phân loại hiện nay.").waitFor();
  });

  test("what came back is completed, and accepted", async () => {
    const phone = doan.page;
    await phone.reload();
    await phone.getByText("Được trả lại để bổ sung").waitFor();
    await phone.getByText("Hãy ghi số hộ đã phân loại hiện nay.").waitFor();
    await button(phone, "Bổ sung, sửa").click();
    await field(phone, "Hiện nay").fill("40");
    await button(phone, "Lưu thay đổi").click();
    await button(phone, "Đăng ký").click();
    await phone.getByText("Đã đăng ký, chờ duyệt").waitFor();
    const { page } = vinh;
    await page.reload();
    await page.getByText("1 mục tiêu bằng số").waitFor();
    await button(page, "Chấp nhận đăng ký").click();
    await page.getByText("Bước 1/4").waitFor();
    await page.getByRole("button", { name: "Lịch sử" }).click();
    await page
      .getByText(/chấp nhận đăng ký/)
      .first()
      .waitFor();
  });

  test("two who change it at once are shown both", async () => {
    const { page, person } = doan;
    await page.reload();
    await button(page, "Bổ sung, sửa").click();
    const id = page.url().split("/").at(-1) ?? "";
    const { version } = (await person.get(`/exemplars/${id}`)).body;
    expect((await person.patch(`/exemplars/${id}`, { version, place: "Ngõ 3" })).status).toBe(200);
    await field(page, "Thực trạng, lý do").fill("Rác để ở đầu ngõ, 40 hộ trong 120 hộ đã phân loại.");
    await button(page, "Lưu thay đổi").click();
    await page.getByRole("dialog").getByText("Ngõ 3").waitFor();
    await sound(page, "conflict");
    await button(page, "Lấy bản đang lưu").click();
    await button(page, "Thôi").click();
    await page.getByText("Ngõ 3").waitFor();
  });
});

describe("somebody without an account", () => {
  test("offers a model on a phone through a link of the board, which takes it over as its draft", async () => {
    const { page } = doan;
    await page.goto("/app/exemplars/invitations");
    await button(page, "Lập đường dẫn mời").click();
    await button(page, "Lập đường dẫn").click();
    const address = page.getByText(/\/app\/invited#/);
    await address.waitFor();
    await sound(page, "invitation");
    const link = new URL((await address.textContent()) ?? "");
    const guest = await openBrowser({ baseURL: url });
    const phone = await guest.newPage("phone");
    await phone.goto(link.pathname + link.hash);
    await phone.getByRole("button", { name: /^Mô hình Cách làm/ }).click();
    await field(phone, "Tên mô hình").fill("Cây cầu ánh sáng");
    await button(phone, "Gửi đơn vị").click();
    await phone.getByText("Hãy chọn một lĩnh vực.").waitFor();
    await phone.getByRole("button", { name: /^Kinh tế/ }).click();
    await field(phone, "Thực trạng, lý do").fill("Bến đò tối.");
    await field(phone, "Mục tiêu, tiêu chí").fill("12 bóng đèn trước Tết.");
    await field(phone, "Địa bàn, đối tượng").fill("Xóm Bến.");
    await sound(phone, "invited");
    await button(phone, "Gửi đơn vị").click();
    await phone.getByRole("heading", { name: "Đã gửi, chờ đơn vị xác nhận" }).waitFor();
    await sound(phone, "invited-given");
    await page.goto("/app/desk");
    await page.getByText("1 bản người dân gửi chờ đơn vị xác nhận").waitFor();
    await page.goto("/app/exemplars/invitations");
    await page.getByRole("article", { name: "Cây cầu ánh sáng" }).waitFor();
    await sound(page, "offers");
    await button(page, "Nhận làm bản nháp").click();
    await page.getByRole("link", { name: "Mở bản nháp" }).click();
    await page.getByRole("heading", { level: 1, name: "Cây cầu ánh sáng" }).waitFor();
    const receipt = new URL((await phone.getByText(/\/app\/invited\/mine#/).textContent()) ?? "");
    await phone.goto(receipt.pathname + receipt.hash);
    await phone.getByText("Đơn vị đang hoàn thiện bản đăng ký.").waitFor();
    await sound(phone, "own-offer");
    await guest.close();
  });
});

describe("an old list", () => {
  test("is looked over column by column and row by row before anything is taken in", async () => {
    const { page } = hanh;
    await page.goto("/app/exemplars/import");
    const rows = [
      "TT;Tên mô hình;Đơn vị;Lĩnh vực;Kinh phí;Cán bộ theo dõi",
      "1;Hàng rào xanh;Xã Bình Lâm;Kinh tế;12 triệu;văn phòng",
      "2;Tiếng kẻng;Chi hội 7;An ninh;chưa rõ;",
      "3;;Xã Bình Lâm;Kinh tế;;",
    ];
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "danh-sach-cu.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\n")) });
    await page.getByText("3 dòng: 2 nhập được, 0 giống mô hình đã có, 1 chưa nhập được.").waitFor();
    await sound(page, "import");
    await button(page, "Nhập 2 mô hình").click();
    await page.getByText("Đã nhập 2 mô hình").waitFor();
    await page.getByText("2/3 dòng").waitFor();
    await sound(page, "import-done");
  });
});

describe("everybody", () => {
  test("finds what was accepted, without accents, with filters in the address", async () => {
    const { page } = buoi;
    await page.goto("/app/exemplars");
    await page.getByRole("searchbox", { name: /^Tìm theo tên/ }).fill("ngo khong rac");
    await page.waitForURL(/text=ngo/);
    await page.getByText("1 mô hình, điển hình").waitFor();
    await button(page, "Lọc thêm").click();
    await page.getByRole("combobox", { name: "Lĩnh vực" }).click();
    await page.getByRole("option", { name: "Kinh tế" }).click();
    await page.getByText("Không có mô hình nào khớp").waitFor();
    await button(page, "Bỏ lọc").click();
    await page.getByRole("link", { name: NAME }).waitFor();
    await sound(page, "list");
    await page.getByRole("link", { name: NAME }).click();
    await page.getByText("Hiện không có việc gì cần làm ở đây.").waitFor();
  });

  test("and the round shows the unit's standing by name", async () => {
    const { page } = hanh;
    await page.goto("/app/exemplars/rounds");
    await page.getByRole("link", { name: ROUND }).click();
    await page.getByText("0 chờ duyệt, 1 đã chấp nhận; 1 mới trong kỳ").waitFor();
    await button(page, "Đóng đợt").click();
    await page.getByRole("dialog").getByRole("button", { name: "Đóng đợt" }).click();
    await page.getByText("Đã đóng", { exact: true }).waitFor();
    await button(page, "Mở lại").click();
    await page.getByText("Đang mở", { exact: true }).waitFor();
  });

  test("reads every page in English as well", async () => {
    const { page } = hanh;
    await page.goto("/app/exemplars");
    await page.getByRole("button", { name: "Tài khoản và cách hiển thị" }).click();
    // The choice is kept with the person: the next page must not be asked for before it has arrived.
    const kept = page.waitForResponse((response) => response.request().method() !== "GET" && response.ok());
    await page.getByText("English", { exact: true }).click();
    await kept;
    await page.keyboard.press("Escape");
    for (const [path, heading] of [
      ["/app/exemplars", "“Skilful mobilisation” exemplars"],
      ["/app/exemplars/new", "Register an exemplar"],
      ["/app/exemplars/rounds", "Rounds of registration"],
      ["/app/exemplars/rounds/new", "Prepare a round"],
    ] as const) {
      await page.goto(path);
      await page.getByRole("heading", { level: 1, name: heading }).waitFor();
      expect(await sidewaysOverflow(page), path).toBe(0);
    }
    await page.goto("/app/exemplars");
    await page.getByRole("link", { name: NAME }).click();
    await page.getByRole("heading", { level: 2, name: "Contents" }).waitFor();
    await page.goto("/app/exemplars/rounds");
    await page.getByRole("link", { name: ROUND }).click();
    await page.getByText("0 waiting, 1 accepted; 1 new in the period").waitFor();
  });

  test("and nothing on the way broke or was blocked by the page's own policy", () => {
    expect(errors).toEqual([]);
  });
});
