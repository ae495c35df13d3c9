import { Secret, TOTP } from "otpauth";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { startServer, type RunningServer } from "../support/server.ts";
import { soundAs } from "../support/sound.ts";

/**
 * From the link that the server prints to a colleague on a phone: bà Hạnh sets the installation up, prints cards, and chị Mai
 * enters with hers. Each test goes on from where the one before it stopped.
 */
let server: RunningServer;
let hanh: TestBrowser;
let mai: TestBrowser;
let desk: Page;
let phone: Page;
let key = "";
const errors: string[] = [];
const cards = new Map<string, string>();

beforeAll(async () => {
  server = await startServer();
  hanh = await openBrowser({ baseURL: server.url });
  mai = await openBrowser({ baseURL: server.url });
  desk = await hanh.newPage("desk");
  phone = await mai.newPage("phone");
  for (const page of [desk, phone]) {
    page.on("pageerror", ({ message }) => errors.push(message));
    page.on("console", (message) => message.type() === "error" && /policy|Uncaught/i.test(message.text()) && errors.push(message.text()));
  }
});

afterAll(async () => {
  await hanh?.close();
  await mai?.close();
  await server?.stop();
});

const sound = soundAs("identity");

const field = (page: Page, name: string) => page.getByRole("textbox", { name: new RegExp(`^${name}`) });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

let lastStep = 0;
/**
 * What the authenticator on the telephone shows. Each code works once; the telephone's clock may run half a minute ahead of the server's,
 * so nobody waits for the next one.
 */
function codeOf(secret: string): string {
  lastStep = Math.max(lastStep + 1, Math.floor(Date.now() / 30_000));
  return new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")) }).generate({ timestamp: lastStep * 30_000 });
}

describe("the first administrator", () => {
  test("is told at the door that nothing is set up yet", async () => {
    await desk.goto("/app/");
    await desk.getByText("Khéo chưa được cài đặt lần đầu").waitFor();
    await sound(desk);
  });

  test("opens the printed link, names the organisation, and is told which boxes are wrong", async () => {
    await desk.goto(server.setUpLink);
    await button(desk, "Cài đặt").click();
    await desk.getByText("Hãy ghi tên địa bàn.").waitFor();
    await sound(desk);
    await field(desk, "Tên địa bàn").fill("tỉnh Tân Giang");
    await field(desk, "Họ và tên").fill("Lê Thị Hạnh");
    await field(desk, "Tên đăng nhập").fill("hanh@tangiang.example");
    await desk.getByLabel(/^Chọn mật khẩu/).fill("hanh@tangiang.example");
    await button(desk, "Cài đặt").click();
    await desk.getByText("Mật khẩu gần giống họ tên hoặc tên đăng nhập").waitFor();
    await desk.getByLabel(/^Chọn mật khẩu/).fill("sáng thứ hai họp giao ban");
    await button(desk, "Cài đặt").click();
  });

  test("sets up a second factor before anything else, and keeps the recovery codes", async () => {
    await desk.getByText("2. Quét mã này bằng ứng dụng đó").waitFor();
    await sound(desk);
    key = (await desk.locator("code").first().textContent()) ?? "";
    await field(desk, "3. Nhập 6 chữ số").fill("000000");
    await button(desk, "Xác nhận").click();
    await desk.getByText("Mã không đúng hoặc đã dùng").waitFor();
    await field(desk, "3. Nhập 6 chữ số").fill(codeOf(key));
    await button(desk, "Xác nhận").click();
    await button(desk, "Tôi đã cất các mã này").waitFor();
    expect(await desk.locator("ol code").count()).toBe(10);
    await sound(desk);
    // Coming back to the window reads the session anew; the codes must not be taken away by that.
    await desk.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
    await desk.waitForTimeout(500);
    await button(desk, "Tôi đã cất các mã này").click();
    await desk.waitForURL(/\/app\/units/);
  });
});

describe("colleagues", () => {
  test("are added, each with a card to print", async () => {
    await desk.goto("/app/people");
    await desk.getByRole("link", { name: "Thêm người" }).click();
    for (const [name, login, role] of [
      ["Y Mai", "binhlam.vanthu", /điều phối$/i],
      ["Đỗ Quốc Bảo", "0912 345 678", /^Văn thư$/],
    ] as const) {
      await field(desk, "Họ và tên").fill(name);
      await field(desk, "Tên đăng nhập").fill(login);
      await field(desk, "Đơn vị").fill("tan giang");
      await desk.getByRole("option").first().click();
      await desk.getByRole("radio", { name: role }).check();
      await button(desk, "Thêm và tạo lối vào").click();
      await desk.getByRole("img", { name: `Mã QR để ${name} vào Khéo` }).waitFor();
      cards.set(name, (await desk.locator("article code").textContent()) ?? "");
      await button(desk, "Thêm người nữa").click();
    }
  });

  test("get new cards together when the first were lost", async () => {
    await desk.goto("/app/people");
    await button(desk, "In thẻ cho 2 người chưa vào").click();
    await button(desk, "Tạo thẻ").click();
    await desk.locator("article").nth(1).waitFor();
    await sound(desk);
    await desk.emulateMedia({ media: "print" });
    // On paper there are the cards alone: no navigation, no buttons.
    expect(await desk.getByRole("button", { name: "In thẻ" }).isVisible()).toBe(false);
    expect(await desk.getByRole("navigation").first().isVisible()).toBe(false);
    expect(await desk.getByText("Y Mai").isVisible()).toBe(true);
    await desk.emulateMedia({ media: null });
    const names = await desk.locator("article h2").allTextContents();
    const codes = await desk.locator("article code").allTextContents();
    expect(names).toEqual(["Đỗ Quốc Bảo", "Y Mai"]);
    expect(codes).not.toContain(cards.get("Y Mai"));
    names.forEach((name, at) => cards.set(name, codes[at] ?? ""));
    await button(desk, "Xong").click();
  });

  test("are seen by the administrator with everything about their way in", async () => {
    await desk.getByRole("link", { name: "Y Mai" }).click();
    await desk.getByText("Có một thẻ hoặc đường dẫn chưa dùng").waitFor();
    await desk.getByRole("button", { name: "Lịch sử" }).click();
    await desk.getByText("thêm người dùng và mời vào").waitFor();
    await sound(desk);
  });
});

describe("chị Mai on her phone", () => {
  test("types the code of her card, however she types it, and chooses a password", async () => {
    await phone.goto("/app/enter");
    await field(phone, "Mã trên thẻ").fill("không phải mã");
    await button(phone, "Tiếp tục").click();
    await phone.getByText("Đường dẫn hoặc mã này đã dùng").waitFor();
    await field(phone, "Mã trên thẻ").fill((cards.get("Y Mai") ?? "").toLowerCase().replaceAll("-", " "));
    await button(phone, "Tiếp tục").click();
    await phone.getByText("binhlam.vanthu").waitFor();
    await sound(phone);
    await phone.getByLabel(/^Chọn mật khẩu/).fill("chiều thứ ba đi cơ sở");
    await button(phone, "Lưu mật khẩu và vào").click();
    await phone.waitForURL((url) => !/sign-in|enter/.test(url.pathname));
  });

  test("lends part of her post while she is away, and takes it back", async () => {
    await phone.goto("/app/account");
    await button(phone, "Cho mượn").click();
    await phone.getByRole("combobox", { name: "Cho ai" }).fill("bao");
    await phone.getByRole("option", { name: /Đỗ Quốc Bảo/ }).click();
    await field(phone, "Đến hết ngày").fill("31/12/2099");
    await phone.locator("form").getByRole("button", { name: "Cho mượn", exact: true }).click();
    await phone.getByText("Mỗi lần cho mượn tối đa một năm").waitFor();
    await sound(phone);
    const soon = new Date(Date.now() + 7 * 86_400_000);
    await field(phone, "Đến hết ngày").fill(`${soon.getDate()}/${soon.getMonth() + 1}/${soon.getFullYear()}`);
    await phone.locator("form").getByRole("button", { name: "Cho mượn", exact: true }).click();
    await phone.getByText("đang có hiệu lực").waitFor();
    await button(phone, "Lấy lại").click();
    await phone.getByText("đã kết thúc").waitFor();
    await sound(phone);
  });

  test("is signed out at once when the administrator says so, and what she typed stays", async () => {
    await field(phone, "Điện thoại").fill("0987 654 321");
    await desk.reload();
    await button(desk, "Đăng xuất mọi nơi").click();
    await desk.getByRole("dialog").getByRole("button", { name: "Đăng xuất mọi nơi" }).click();
    await desk.getByText("Hiện không đăng nhập ở đâu").waitFor();
    await button(phone, "Lưu").first().click();
    await phone.getByText("Phiên làm việc đã hết").waitFor();
    const again = await mai.newPage("phone");
    await again.goto("/app/sign-in");
    await field(again, "Tên đăng nhập").fill("BinhLam.VanThu");
    await again.getByLabel(/^Mật khẩu/).fill("chiều thứ ba đi cơ sở");
    await button(again, "Đăng nhập").click();
    await again.waitForURL((url) => !url.pathname.includes("sign-in"));
    await again.close();
    await button(phone, "Tôi đã đăng nhập lại").click();
    await phone.getByText("Phiên làm việc đã hết").waitFor({ state: "hidden" });
    expect(await field(phone, "Điện thoại").inputValue()).toBe("0987 654 321");
    await button(phone, "Lưu").first().click();
    await phone.getByText("Đã lưu.").first().waitFor();
  });
});

describe("bà Hạnh comes back", () => {
  test("with a wrong password, then the right one and the code of her telephone", async () => {
    await desk.getByRole("button", { name: "Tài khoản và cách hiển thị" }).click();
    await button(desk, "Đăng xuất").click();
    await desk.waitForURL(/sign-in/);
    await field(desk, "Tên đăng nhập").fill("hanh@tangiang.example");
    await desk.getByLabel(/^Mật khẩu/).fill("sai mật khẩu");
    await button(desk, "Đăng nhập").click();
    await desk.getByText("Tên đăng nhập hoặc mật khẩu không đúng").waitFor();
    await sound(desk);
    await desk.getByLabel(/^Mật khẩu/).fill("sáng thứ hai họp giao ban");
    await button(desk, "Đăng nhập").click();
    await field(desk, "Mã 6 chữ số").waitFor();
    await sound(desk);
    await field(desk, "Mã 6 chữ số").fill(codeOf(key));
    await button(desk, "Tiếp tục").click();
    await desk.waitForURL((url) => !url.pathname.includes("sign-in"));
  });

  test("a link from elsewhere cannot send her on to another site", async () => {
    await desk.goto("/app/sign-in?next=//evil.example/");
    await desk.waitForURL((url) => !url.pathname.includes("sign-in"));
    expect(new URL(desk.url()).origin).toBe(server.url);
  });

  test("nothing on these pages broke the page's own policy", () => {
    expect(errors).toEqual([]);
  });
});
