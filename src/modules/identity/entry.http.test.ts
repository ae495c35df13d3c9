import { describe, expect, test } from "vitest";
import { testApp } from "../../../test/support/app.ts";
import { jar } from "../../../test/support/jar.ts";
import { unit } from "../../../test/support/units.ts";
import { addPerson, firstSetUp, makeLink } from "./index.ts";
import type { PersonId, UnitId } from "../../kernel/ids.ts";
import { transaction } from "../../platform/database/index.ts";

const app = await testApp();
const province = await unit(app.db, { kind: "province", name: "Tân Giang" });
const binhLam = await unit(app.db, { kind: "commune", name: "xã Bình Lâm", parentId: province });
const password = "sáng thứ hai họp giao ban";

let made = 0;
async function invited(name: string, at: UnitId = binhLam) {
  const login = `${name.replaceAll(" ", ".")}${(made += 1)}`;
  const id = await addPerson(app.db, { system: "test" }, { name, login }, [{ unitId: at, role: "reporter", from: "2026-01-01" }]);
  return { id, login };
}
const linkFor = (personId: PersonId) =>
  transaction(app.db, (tx) =>
    makeLink(tx, app.services.config.url, { purpose: "invitation", personId, createdBy: null }, app.services.clock()),
  );

async function entered(name: string) {
  const person = await invited(name);
  const browser = jar(app);
  const link = await linkFor(person.id);
  const reply = await browser.post("/entry/link/accept", { token: link.code, password });
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return { ...person, browser };
}

describe("an invitation", () => {
  test("shows whom it is for, lets them choose a password once, and signs them in", async () => {
    const tong = await invited("Phạm Văn Tòng");
    const link = await linkFor(tong.id);
    expect(link.url).toMatch(/^http:\/\/127\.0\.0\.1:8080\/app\/enter#[0-9A-Z]{26}$/);

    const browser = jar(app);
    const seen = await browser.post("/entry/link", { token: link.code.toLowerCase().replaceAll("-", " ") });
    expect(seen.body).toMatchObject({
      purpose: "invitation",
      person: { name: "Phạm Văn Tòng" },
      post: { role: "reporter", unitName: "xã Bình Lâm" },
    });

    expect((await browser.post("/entry/link/accept", { token: link.code, password: "tòng" })).body).toMatchObject({
      code: "invalid_input",
      details: { fields: { password: expect.stringContaining("10 ký tự") } },
    });
    const accepted = await browser.post("/entry/link/accept", { token: link.code, password });
    expect(accepted.body).toMatchObject({ stage: "in", person: { name: "Phạm Văn Tòng" }, post: { unit: { name: "xã Bình Lâm" } } });
    expect(accepted.cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(accepted.cookie).not.toMatch(/Secure/);

    expect((await browser.get("/session")).body.stage).toBe("in");
    expect((await jar(app).post("/entry/link/accept", { token: link.code, password })).status).toBe(410);
    expect((await jar(app).post("/entry/link", { token: link.code })).body).toMatchObject({ code: "expired" });
  });

  test("runs out after a fortnight, and a newer one ends it", async () => {
    const { id } = await invited("Vũ Thị Mơ");
    const first = await linkFor(id);
    const second = await linkFor(id);
    expect((await jar(app).post("/entry/link", { token: first.code })).status).toBe(410);
    expect((await jar(app).post("/entry/link", { token: second.code })).status).toBe(200);
    app.now("2026-03-17T09:00:00+07:00");
    expect((await jar(app).post("/entry/link", { token: second.code })).status).toBe(410);
    app.now("2026-03-02T09:00:00+07:00");
  });

  test("is stored hashed only", async () => {
    const { id } = await invited("Y Mai");
    const link = await linkFor(id);
    const rows = await app.db.selectFrom("one_time_link").selectAll().where("person_id", "=", id).execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(link.code.replaceAll("-", ""));
    expect(rows[0]?.token_hash).toHaveLength(32);
  });
});

describe("signing in", () => {
  test("takes the login however a keyboard writes it, and a fresh token each time", async () => {
    const hanh = await entered("Lê Thị Hạnh");
    const before = hanh.browser.token();
    const again = await hanh.browser.post("/entry/sign-in", { login: hanh.login.toUpperCase(), password });
    expect(again.body.stage).toBe("in");
    expect(hanh.browser.token()).not.toBe(before);
    const stored = await app.db.selectFrom("session").select(["token_hash"]).where("person_id", "=", hanh.id).execute();
    expect(JSON.stringify(stored)).not.toContain(hanh.browser.token());
  });

  test("a decomposed password (typed on a Mac) is the same password", async () => {
    const bao = await entered("Đỗ Quốc Bảo");
    expect((await jar(app).post("/entry/sign-in", { login: bao.login, password: password.normalize("NFD") })).status).toBe(200);
  });

  test("answers one thing for everything that is wrong", async () => {
    const tam = await entered("Trần Văn Tám");
    const never = await invited("Hoàng Thị Chín");
    const closed = await entered("Ngô Văn Sáu");
    await app.db.updateTable("person").set({ deactivated_at: new Date() }).where("id", "=", closed.id).execute();
    const answers = [];
    for (const [login, given] of [
      [tam.login, "không phải mật khẩu này"],
      [never.login, password],
      [closed.login, password],
      ["khong-co-ai-ten-nay", password],
    ])
      answers.push(await jar(app, { ip: "192.0.2.99" }).post("/entry/sign-in", { login, password: given }));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.status).toBe(400);
    expect(answers[0]?.cookie).toBeNull();
    expect((await closed.browser.get("/account")).status).toBe(401);
  });

  test("takes as long for a login that does not exist", async () => {
    const nam = await entered("Bùi Văn Năm");
    const time = async (login: string, ip: string) => {
      const times: number[] = [];
      for (let n = 0; n < 4; n++) {
        const started = performance.now();
        await jar(app, { ip }).post("/entry/sign-in", { login, password: "sai rồi sai rồi" });
        times.push(performance.now() - started);
      }
      return Math.min(...times);
    };
    const known = await time(nam.login, "192.0.2.20");
    const unknown = await time("ai-do-khong-co", "192.0.2.21");
    // The password hash dominates both; without the throw-away hash the unknown one would be ten times faster.
    expect(unknown).toBeGreaterThan(known / 3);
  });

  test("an account under guessing waits, whoever asks, known or not; an administrator's new link opens it", async () => {
    const mai = await entered("Lò Thị Mai");
    for (const login of [mai.login, "khong-ton-tai"]) {
      const codes: number[] = [];
      for (let n = 0; n < 6; n++)
        codes.push((await jar(app, { ip: `198.51.100.${n}` }).post("/entry/sign-in", { login, password: "đoán mò thôi" })).status);
      expect(codes, login).toEqual([400, 400, 400, 400, 400, 429]);
    }
    const blocked = await jar(app).post("/entry/sign-in", { login: mai.login, password });
    expect(blocked.body).toMatchObject({ code: "throttled", details: { retryAfter: 15 } });
    expect((await jar(app).post("/entry/link/accept", { token: (await linkFor(mai.id)).code, password })).status).toBe(200);
    expect((await jar(app).post("/entry/sign-in", { login: mai.login, password })).status).toBe(200);
  });

  test("the wait passes with time", async () => {
    const ba = await entered("Vi Văn Ba");
    for (let n = 0; n < 6; n++)
      await jar(app, { ip: "198.51.100.77" }).post("/entry/sign-in", { login: ba.login, password: "đoán mò thôi" });
    app.now("2026-03-02T09:00:16+07:00");
    expect((await jar(app).post("/entry/sign-in", { login: ba.login, password })).status).toBe(200);
    app.now("2026-03-02T09:00:00+07:00");
  });

  test("one address that tries many accounts waits too", async () => {
    const ip = "203.0.113.5";
    let last = 0;
    for (let n = 0; n < 41; n++) last = (await jar(app, { ip }).post("/entry/sign-in", { login: `thu-${n}`, password: "x" })).status;
    expect(last).toBe(429);
    expect((await jar(app, { ip: "203.0.113.6" }).post("/entry/sign-in", { login: "thu-99", password: "x" })).status).toBe(400);
  });
});

describe("a session", () => {
  test("does not live on after signing out, ending elsewhere, or its time", async () => {
    const { browser, login } = await entered("Chu Văn Hai");
    const stolen = browser.token();
    await browser.post("/entry/sign-out");
    expect(browser.token()).toBeNull();
    browser.use(stolen);
    expect((await browser.get("/account")).status).toBe(401);

    const desk = jar(app);
    const phone = jar(app, { userAgent: "Mozilla/5.0 (Linux; Android 14) Chrome/130 Mobile" });
    await desk.post("/entry/sign-in", { login, password });
    await phone.post("/entry/sign-in", { login, password });
    const { sessions } = (await desk.get("/account/sessions")).body;
    expect(sessions.map(({ device, current }: { device: string; current: boolean }) => [device, current])).toEqual(
      expect.arrayContaining([
        ["windows/chrome", true],
        ["android/chrome", false],
      ]),
    );
    const other = sessions.find(({ current }: { current: boolean }) => !current);
    await desk.delete(`/account/sessions/${other.id}`);
    expect((await phone.get("/account")).status).toBe(401);
    expect((await desk.get("/account")).status).toBe(200);

    app.now("2026-04-01T10:00:00+07:00");
    expect((await desk.get("/account")).body).toMatchObject({ code: "unauthenticated" });
    app.now("2026-03-02T09:00:00+07:00");
  });

  test("slides with use", async () => {
    const { browser } = await entered("Hà Thị Tư");
    for (const day of ["03-25", "04-20", "05-15"]) {
      app.now(`2026-${day}T09:00:00+07:00`);
      expect((await browser.get("/account")).status, day).toBe(200);
    }
    app.now("2026-03-02T09:00:00+07:00");
  });

  test("of a shared machine is gone the next morning", async () => {
    const { login } = await entered("Mã Văn Bảy");
    const browser = jar(app);
    const reply = await browser.post("/entry/sign-in", { login, password, shared: true });
    expect(reply.cookie).toContain("Max-Age=43200");
    app.now("2026-03-02T14:00:00+07:00");
    expect((await browser.get("/account")).status).toBe(401);
    app.now("2026-03-02T09:00:00+07:00");
  });

  test("changing the password ends the others and renews this one", async () => {
    const { browser, login } = await entered("Tô Thị Lan");
    const other = jar(app);
    await other.post("/entry/sign-in", { login, password });
    const before = browser.token();
    expect(
      (await browser.post("/account/password", { current: "không đúng", next: "chiều thứ ba đi cơ sở" })).body.details.fields.current,
    ).toBeTruthy();
    expect((await browser.post("/account/password", { current: password, next: "chiều thứ ba đi cơ sở" })).status).toBe(200);
    expect(browser.token()).not.toBe(before);
    expect((await browser.get("/account")).status).toBe(200);
    expect((await other.get("/account")).status).toBe(401);
    browser.use(before);
    expect((await browser.get("/account")).status).toBe(401);
  });
});

describe("what comes from elsewhere", () => {
  test("is refused without a same-origin sign, whatever the cookie", async () => {
    const { browser } = await entered("Cao Văn Chín");
    const foreign: Record<string, string>[] = [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site", origin: "https://evil.example" },
      { "sec-fetch-site": "same-origin", origin: "https://evil.example" },
    ];
    for (const headers of foreign)
      expect((await browser.post("/account/sessions/end-others", {}, headers)).body).toMatchObject({ code: "forbidden" });
    expect((await browser.post("/account/sessions/end-others")).status).toBe(200);
  });

  test("links name KHEO_URL and never the Host that was asked for", async () => {
    const hanh = await app.person({ name: "Lê Thị Hạnh", unit: province, role: "administrator" });
    const browser = jar(app);
    browser.use(hanh.token);
    const reply = await browser.post(
      "/people",
      { name: "Mùa A Páo", login: "pao", post: { unitId: binhLam, role: "viewer", from: "2026-03-02" } },
      { host: "evil.example", origin: "http://evil.example" },
    );
    expect(reply.status).toBe(201);
    expect(reply.body.link.url).toMatch(/^http:\/\/127\.0\.0\.1:8080\/app\/enter#/);
  });

  test("garbage in the cookie is nobody", async () => {
    const browser = jar(app);
    for (const token of ["x", "%00", "a".repeat(5000)]) {
      browser.use(token);
      expect((await browser.get("/account")).status).toBe(401);
      expect((await browser.get("/session")).body.stage).toBe("out");
    }
  });
});

test("while somebody administers, no set-up link is made", async () => {
  const { id } = await entered("Đinh Thị Hoa");
  expect(await firstSetUp(app.db, "http://kheo.example", app.services.clock())).not.toBeNull();
  await app.db.insertInto("post").values({ person_id: id, unit_id: province, role: "administrator", from_day: "2026-01-01" }).execute();
  expect(await firstSetUp(app.db, "http://kheo.example", app.services.clock())).toBeNull();
});
