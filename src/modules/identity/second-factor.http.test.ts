import { Secret, TOTP } from "otpauth";
import { describe, expect, test } from "vitest";
import { testApp } from "../../../test/support/app.ts";
import { jar, type Jar } from "../../../test/support/jar.ts";
import { firstSetUp, makeLink } from "./index.ts";
import { rescueAdministrator } from "./service/rescue.ts";
import { transaction } from "../../platform/database/index.ts";

// An installation in which nothing has happened yet: the story of its first administrator.
const app = await testApp({ demo: null });
const password = "sáng thứ hai họp giao ban";
const base = new Date("2026-03-02T09:00:00+07:00").getTime();
let elapsed = 0;
/** Codes work once, so each use waits for the next thirty seconds. */
const later = (seconds = 30) => app.now(new Date(base + (elapsed += seconds) * 1000).toISOString());
const codeOf = (key: string) => new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: app.services.clock().getTime() });
const setUpToken = async () => (await firstSetUp(app.db, app.services.config.url, app.services.clock()))?.split("#")[1] ?? "";

const browser = jar(app);
let key = "";
let recoveryCodes: string[] = [];

const wish = (token: string) => ({
  token,
  name: "Lê Thị Hạnh",
  login: "hanh@tangiang.example",
  password,
  organisation: { name: "tỉnh Tân Giang", kind: "province" },
});

async function enrol(at: Jar, given = "") {
  const begun = await at.post("/account/second-factor", { password: given });
  expect(begun.status, JSON.stringify(begun.body)).toBe(200);
  expect(begun.body.uri).toMatch(/^otpauth:\/\/totp\/Kh%C3%A9o:/);
  const confirmed = await at.post("/account/second-factor/confirm", { code: codeOf(begun.body.key) });
  expect(confirmed.status, JSON.stringify(confirmed.body)).toBe(200);
  return { key: begun.body.key as string, recoveryCodes: confirmed.body.recoveryCodes as string[] };
}

describe("the first administrator", () => {
  test("a start prints a link, the next start another, and only the last one opens", async () => {
    const first = await setUpToken();
    const second = await setUpToken();
    expect(first).not.toBe(second);
    expect((await browser.get("/entry")).body).toEqual({ setUp: false, mail: false });
    expect((await browser.post("/entry/link", { token: first })).status).toBe(410);
    expect((await browser.post("/entry/link", { token: second })).body).toMatchObject({
      purpose: "set-up",
      person: null,
      organisationNeeded: true,
      demoOffered: false,
    });
  });

  test("cannot be made without the link, without an organisation, or with a weak password; nothing of it stays", async () => {
    const token = await setUpToken();
    expect((await browser.post("/entry/set-up", wish("0".repeat(26)))).status).toBe(410);
    expect((await browser.post("/entry/set-up", { ...wish(token), organisation: null })).body).toMatchObject({ code: "invalid_input" });
    expect((await browser.post("/entry/set-up", { ...wish(token), organisation: null, demo: true })).body).toMatchObject({
      code: "invalid_input",
    });
    expect(
      (await browser.post("/entry/set-up", { ...wish(token), password: "hanh@tangiang.example" })).body.details.fields.password,
    ).toBeTruthy();
    expect((await app.db.selectFrom("person").select("id").execute()).length).toBe(0);
    expect((await app.db.selectFrom("unit").select("id").execute()).length).toBe(0);
  });

  test("is made with the organisation at the top, and owes a second factor before anything else", async () => {
    const token = await setUpToken();
    const reply = await browser.post("/entry/set-up", wish(token));
    expect(reply.body).toMatchObject({ stage: "enrol", person: { name: "Lê Thị Hạnh" }, posts: [], permissions: [] });
    expect((await browser.get("/people")).body.code).toBe("second_factor_required");
    expect((await browser.get("/account")).body.code).toBe("second_factor_required");
    expect((await jar(app).post("/entry/set-up", wish(token))).status).toBe(410);
    expect(await firstSetUp(app.db, "http://kheo.example", app.services.clock())).toBeNull();
  });

  test("scans the code, types the six digits, keeps ten recovery codes, and is in with a new token", async () => {
    const before = browser.token();
    const begun = await browser.post("/account/second-factor");
    expect((await browser.post("/account/second-factor/confirm", { code: "000000" })).body).toMatchObject({ code: "invalid_input" });
    expect(begun.status).toBe(200);
    ({ key, recoveryCodes } = await enrol(browser));
    expect(recoveryCodes).toHaveLength(10);
    expect(recoveryCodes[0]).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    expect(browser.token()).not.toBe(before);
    const { body } = await browser.get("/session");
    expect(body).toMatchObject({ stage: "in", post: { role: "administrator", unit: { name: "tỉnh Tân Giang", kind: "province" } } });
    expect(body.permissions).toContain("person:manage");
    expect((await browser.get("/entry")).body.setUp).toBe(true);
  });

  test("the secret is sealed in the database and the recovery codes are hashed", async () => {
    const row = await app.db.selectFrom("second_factor").selectAll().executeTakeFirstOrThrow();
    expect(row.secret?.includes(Buffer.from(Secret.fromBase32(key).bytes))).toBe(false);
    const codes = await app.db.selectFrom("recovery_code").selectAll().execute();
    expect(JSON.stringify(codes)).not.toContain(recoveryCodes[0]?.replaceAll("-", ""));
  });
});

describe("signing in with a second factor", () => {
  const login = { login: "hanh@tangiang.example", password };

  test("the password alone opens nothing but the question for the code", async () => {
    const at = jar(app);
    expect((await at.post("/entry/sign-in", login)).body).toMatchObject({ stage: "code", posts: [] });
    const half = at.token();
    expect((await at.get("/account")).body.code).toBe("second_factor_required");
    expect((await at.post("/account/second-factor", { password })).body.code).toBe("second_factor_required");
    expect((await at.post("/account/second-factor/confirm", { code: "123456" })).body.code).toBe("second_factor_required");
    later();
    expect((await at.post("/entry/second-factor", { code: codeOf(key) })).body.stage).toBe("in");
    expect(at.token()).not.toBe(half);
    at.use(half);
    expect((await at.get("/account")).status).toBe(401);
  });

  test("a code works once, and a step early or late is forgiven", async () => {
    later();
    const code = codeOf(key);
    const one = jar(app);
    await one.post("/entry/sign-in", login);
    later();
    expect((await one.post("/entry/second-factor", { code: `${code.slice(0, 3)} ${code.slice(3)}` })).status).toBe(200);
    const other = jar(app);
    await other.post("/entry/sign-in", login);
    expect((await other.post("/entry/second-factor", { code })).body).toMatchObject({ code: "invalid_input" });
  });

  test("a recovery code works once instead", async () => {
    const typed = recoveryCodes[0]?.toLowerCase().replaceAll("-", " ");
    for (const status of [200, 400]) {
      const at = jar(app);
      await at.post("/entry/sign-in", login);
      expect((await at.post("/entry/second-factor", { code: typed })).status).toBe(status);
    }
    expect((await browser.get("/account")).body.secondFactor.recoveryCodesLeft).toBe(9);
  });

  test("guessing codes is closed like guessing passwords, in every session of the person", async () => {
    const at = jar(app);
    await at.post("/entry/sign-in", login);
    const answers: number[] = [];
    for (let n = 0; n < 6; n++) answers.push((await at.post("/entry/second-factor", { code: `11111${n}` })).status);
    expect(answers.at(-1)).toBe(429);
    const other = jar(app);
    await other.post("/entry/sign-in", login);
    later(5);
    expect((await other.post("/entry/second-factor", { code: codeOf(key) })).body).toMatchObject({
      code: "throttled",
      details: { retryAfter: 10 },
    });
    later(900);
    expect((await other.post("/entry/second-factor", { code: codeOf(key) })).status).toBe(200);
  });

  test("half a session is worth nothing after half an hour", async () => {
    const at = jar(app);
    await at.post("/entry/sign-in", login);
    later(31 * 60);
    expect((await at.post("/entry/second-factor", { code: codeOf(key) })).status).toBe(401);
  });

  test("an administrator may move it to another telephone with the password, not go without", async () => {
    const at = jar(app);
    await at.post("/entry/sign-in", login);
    later();
    await at.post("/entry/second-factor", { code: codeOf(key) });
    expect((await at.post("/account/second-factor/remove", { password })).body).toMatchObject({ code: "wrong_state" });
    expect((await at.post("/account/second-factor", { password: "" })).body.details.fields.password).toBeTruthy();
    const old = key;
    later();
    ({ key, recoveryCodes } = await enrol(at, password));
    expect(key).not.toBe(old);
    const fresh = jar(app);
    await fresh.post("/entry/sign-in", login);
    later();
    expect((await fresh.post("/entry/second-factor", { code: codeOf(old) })).status).toBe(400);
    expect((await fresh.post("/entry/second-factor", { code: codeOf(key) })).status).toBe(200);
  });
});

describe("whoever becomes or stops being an administrator", () => {
  test("owes a second factor from the next request on", async () => {
    const { db } = app;
    const [top] = await db.selectFrom("unit").select("id").execute();
    const tong = await app.person({ name: "Phạm Văn Tòng", unit: top!.id as never, role: "viewer" });
    expect((await tong.get("/account")).status).toBe(200);
    await db.insertInto("post").values({ person_id: tong.id, unit_id: top!.id, role: "administrator", from_day: "2026-01-01" }).execute();
    expect((await tong.get("/account")).body.code).toBe("second_factor_required");
    expect((await tong.get("/session")).body.stage).toBe("enrol");
    await db
      .updateTable("post")
      .set({ ended_at: new Date() })
      .where("person_id", "=", tong.id)
      .where("role", "=", "administrator")
      .execute();
    expect((await tong.get("/account")).status).toBe(200);
  });
});

describe("the way back for a lost last administrator", () => {
  test("`kheo admin-link` needs no name while there is one, and sets password and second factor anew", async () => {
    const rescue = await rescueAdministrator(app.db, app.services.config.url, null, app.services.clock());
    expect(rescue.login).toBe("hanh@tangiang.example");
    const at = jar(app);
    expect((await at.post("/entry/link", { token: rescue.link.code })).body.purpose).toBe("rescue");
    expect((await at.post("/entry/link/accept", { token: rescue.link.code, password: "chiều thứ ba đi cơ sở" })).body.stage).toBe("enrol");
    expect((await browser.get("/account")).status).toBe(401);
    await enrol(at);
    expect((await at.get("/people")).status).toBe(200);
  });

  test("with a login it makes that person administrator at the top, closed or not", async () => {
    const [top] = await app.db.selectFrom("unit").select("id").execute();
    const bao = await app.person({ name: "Đỗ Quốc Bảo", unit: top!.id as never, role: "clerk" });
    const { login } = await app.db
      .updateTable("person")
      .set({ deactivated_at: new Date() })
      .where("id", "=", bao.id)
      .returning("login")
      .executeTakeFirstOrThrow();
    const rescue = await rescueAdministrator(app.db, app.services.config.url, login, app.services.clock());
    expect((await jar(app).post("/entry/link/accept", { token: rescue.link.code, password: "chiều thứ ba đi cơ sở" })).body.stage).toBe(
      "enrol",
    );
    await expect(rescueAdministrator(app.db, app.services.config.url, "không có ai", app.services.clock())).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(rescueAdministrator(app.db, app.services.config.url, null, app.services.clock())).rejects.toMatchObject({
      code: "invalid_input",
    });
  });

  test("an invitation that is opened as a set-up link is not used up", async () => {
    const [someone] = await app.db.selectFrom("person").select("id").execute();
    const link = await transaction(app.db, (tx) =>
      makeLink(tx, "http://kheo.example", { purpose: "invitation", personId: someone!.id as never, createdBy: null }, app.services.clock()),
    );
    expect((await jar(app).post("/entry/set-up", wish(link.code))).status).toBe(410);
    expect((await jar(app).post("/entry/link", { token: link.code })).status).toBe(200);
  });
});
