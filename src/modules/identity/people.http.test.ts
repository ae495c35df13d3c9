import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { testApp } from "../../../test/support/app.ts";
import { jar } from "../../../test/support/jar.ts";
import { startSmtpSink } from "../../../test/support/smtp.ts";
import { unit } from "../../../test/support/units.ts";
import type { PostId } from "../../kernel/ids.ts";
import { compose } from "./service/mails.ts";
import { endPost } from "./service/posts.ts";

const sink = await startSmtpSink();
const app = await testApp({
  settings: { mail: { smtpUrl: sink.url, from: "Khéo <kheo@tangiang.example>" }, url: "https://danvan.tangiang.example" },
});
const province = await unit(app.db, { kind: "province", name: "Tân Giang" });
const binhLam = await unit(app.db, { kind: "commune", name: "xã Bình Lâm", parentId: province });
const hoaPhu = await unit(app.db, { kind: "commune", name: "xã Hòa Phú", parentId: province });

const hanh = await app.person({ name: "Lê Thị Hạnh", unit: province, role: "administrator" });
await app.db.insertInto("credential").values({ person_id: hanh.id, password_hash: "none", changed_at: new Date() }).execute();
const local = await app.person({ name: "Đỗ Quốc Bảo", unit: binhLam, role: "administrator" });

const post = (unitId: number, role = "reporter") => ({ unitId, role, from: "2026-03-02" });
const password = "sáng thứ hai họp giao ban";

describe("people", () => {
  test("are invited with a post, found without accents, listed by given name", async () => {
    for (const [name, login] of [
      ["Đặng Văn Ân", "an"],
      ["Phạm Thị Ánh", "anh"],
      ["Nguyễn Văn Đường", "duong"],
      ["Trần Thị Dung", "dung"],
    ])
      expect((await hanh.post("/people", { name, login, post: post(hoaPhu) })).status).toBe(201);
    const { people, total } = (await hanh.get("/people", { unitId: hoaPhu })).body;
    // Vietnamese order of the last word: Ánh before Ân, Dung before Đường.
    expect(people.map(({ name }: { name: string }) => name)).toEqual(["Phạm Thị Ánh", "Đặng Văn Ân", "Trần Thị Dung", "Nguyễn Văn Đường"]);
    expect(total).toBe(4);
    expect((await hanh.get("/people", { search: "duong" })).body.people.map(({ name }: { name: string }) => name)).toEqual([
      "Nguyễn Văn Đường",
    ]);
    expect((await hanh.get("/people", { search: "%" })).body.total).toBe(0);
    expect((await hanh.get("/people", { state: "invited", unitId: hoaPhu, limit: 2 })).body).toMatchObject({ total: 4, people: [{}, {}] });
    expect((await local.get("/people")).body.people.map(({ name }: { name: string }) => name)).toEqual(["Đỗ Quốc Bảo"]);
  });

  test("have logins that differ by more than marks and spaces", async () => {
    expect((await hanh.post("/people", { name: "Y Mai", login: "0912 345 678", post: post(binhLam) })).status).toBe(201);
    const again = await hanh.post("/people", { name: "Y Mai", login: "+84912345678", post: post(binhLam) });
    expect(again.body.details.fields.login).toContain("đã có người dùng");
  });

  test("the card's link is told once, to whoever makes it; the record holds no name, login or token", async () => {
    const made = await hanh.post("/people", { name: "Mùa A Páo", login: "mua.a.pao", phone: "0987654321", post: post(binhLam) });
    expect(made.body.link).toMatchObject({
      page: "https://danvan.tangiang.example/app/enter",
      code: expect.stringMatching(/^[0-9A-Z-]{32}$/),
    });
    const id = made.body.person.id;
    expect((await hanh.get(`/people/${id}`)).body.managed.openLink.purpose).toBe("invitation");
    const acts = await app.db.selectFrom("act").selectAll().where("thing_id", "=", id).execute();
    expect(acts.map(({ act }) => act)).toEqual(["post:give", "person:invite", "link:make"]);
    const readable = JSON.stringify(acts.map(({ personal, ...rest }) => ({ ...rest, personal: personal?.toString("latin1") })));
    for (const secret of ["Páo", "mua.a.pao", "0987654321", made.body.link.code.replaceAll("-", "")])
      expect(readable).not.toContain(secret);
    expect(acts[1]?.personal_subject).toBe(id);
  });

  test("a change says the version it saw; the second of two gets what the first made of it", async () => {
    const { body } = await hanh.post("/people", { name: "Cao Văn Chín", login: "chin", post: post(binhLam) });
    const change = { version: 1, name: "Cao Văn Chính", login: "chin", email: "", phone: "" };
    expect((await hanh.patch(`/people/${body.person.id}`, change)).body).toMatchObject({ name: "Cao Văn Chính", version: 2 });
    expect((await hanh.patch(`/people/${body.person.id}`, { ...change, name: "Cao Văn Chin" })).body).toMatchObject({
      code: "conflict",
      details: { current: { name: "Cao Văn Chính", version: 2 } },
    });
  });
});

describe("reach", () => {
  test("an administrator of a commune cannot take over somebody who also serves the province", async () => {
    const two = await hanh.post("/people", { name: "Vũ Thị Mơ", login: "mo", post: post(binhLam) });
    const id = two.body.person.id;
    expect((await local.post(`/people/${id}/link`, {})).status).toBe(200);
    await hanh.post(`/people/${id}/posts`, post(province, "coordinator"));
    expect((await local.get(`/people/${id}`)).body).toMatchObject({ name: "Vũ Thị Mơ", managed: null, posts: [{ unit: { id: binhLam } }] });
    for (const [path, body] of [
      [`/people/${id}/link`, {}],
      [`/people/${id}/deactivate`, { version: 1 }],
      [`/people/${id}/second-factor/reset`, {}],
      [`/people/${id}/sessions/end`, {}],
    ] as const)
      expect((await local.post(path, body)).status, path).toBe(403);
    expect((await local.patch(`/people/${id}`, { version: 1, name: "X", login: "mo", email: "", phone: "" })).status).toBe(403);
    // The post at their own commune is theirs to end.
    const own = (await local.get(`/people/${id}`)).body.posts[0];
    expect((await local.post(`/posts/${own.id}/end`, { version: own.version })).status).toBe(200);
    expect((await local.get(`/people/${id}`)).status).toBe(404);
  });

  test("nor somebody to whom the province has lent, while it has", async () => {
    const vinh = await app.person({ name: "Trần Quốc Vinh", unit: province, role: "signer" });
    const mo = await app.person({ name: "Hoàng Thị Mơ", unit: binhLam, role: "viewer" });
    const lent = await vinh.post("/account/lendings", {
      borrowerId: mo.id,
      permissions: ["plan:issue"],
      from: "2026-03-02",
      until: "2026-03-20",
    });
    expect(lent.status).toBe(200);
    expect((await local.post(`/people/${mo.id}/link`, {})).status).toBe(403);
    await vinh.post(`/account/lendings/${lent.body.id}/end`);
    expect((await local.post(`/people/${mo.id}/link`, {})).status).toBe(200);
  });

  test("nobody gives a post above their own reach", async () => {
    const { body } = await local.post("/people", { name: "Chu Văn Hai", login: "hai", post: post(binhLam) });
    expect((await local.post(`/people/${body.person.id}/posts`, post(province))).status).toBe(403);
    expect((await local.post("/people", { name: "Kẻ Lạ", login: "ke.la", post: post(province, "administrator") })).status).toBe(403);
    expect((await hanh.get("/people", { search: "Kẻ Lạ" })).body.total).toBe(0);
  });

  test("a post is not given twice for the same days", async () => {
    const { body } = await hanh.post("/people", { name: "Tô Thị Lan", login: "lan", post: post(binhLam) });
    const id = body.person.id;
    expect((await hanh.post(`/people/${id}/posts`, { ...post(binhLam), from: "2026-06-01" })).body.code).toBe("conflict");
    expect((await hanh.post(`/people/${id}/posts`, { ...post(binhLam, "clerk"), from: "2026-06-01", until: "2026-05-01" })).body.code).toBe(
      "invalid_input",
    );
    const first = body.person.posts[0];
    expect((await hanh.patch(`/posts/${first.id}`, { version: 1, from: "2026-03-02", until: "2026-05-31" })).status).toBe(200);
    expect(
      (await hanh.post(`/people/${id}/posts`, { ...post(binhLam), from: "2026-06-01" })).body.posts.map(
        ({ state }: { state: string }) => state,
      ),
    ).toEqual(["future", "current"]);
  });
});

describe("closing an account", () => {
  test("ends the sessions and links at once and can be undone", async () => {
    const sau = await app.person({ name: "Ngô Văn Sáu", unit: binhLam, role: "reporter" });
    const link = (await hanh.post(`/people/${sau.id}/link`, {})).body.link;
    expect((await hanh.post(`/people/${sau.id}/deactivate`, { version: 1 })).body).toMatchObject({ state: "closed", version: 2 });
    expect((await sau.get("/account")).status).toBe(401);
    expect((await jar(app).post("/entry/link", { token: link.code })).status).toBe(410);
    expect((await hanh.post(`/people/${sau.id}/link`, {})).body.code).toBe("wrong_state");
    expect((await hanh.post(`/people/${sau.id}/reactivate`, { version: 2 })).body.state).toBe("invited");
  });

  test("the last administrator of the whole cannot be closed, ended or dated, until another can enter", async () => {
    const self = (await hanh.get(`/people/${hanh.id}`)).body;
    expect((await hanh.post(`/people/${hanh.id}/deactivate`, { version: self.version })).body.code).toBe("wrong_state");
    const only = self.posts[0];
    expect((await hanh.post(`/posts/${only.id}/end`, { version: 1 })).body).toMatchObject({
      code: "wrong_state",
      message: expect.stringContaining("cuối cùng"),
    });
    expect((await hanh.patch(`/posts/${only.id}`, { version: 1, from: "2020-01-01", until: "2026-12-31" })).body.code).toBe("wrong_state");

    const { body } = await hanh.post("/people", { name: "Lò Thị Mai", login: "lo.mai", post: post(province, "administrator") });
    // Invited is not in: a post that nobody can use keeps nothing going.
    expect((await hanh.post(`/posts/${only.id}/end`, { version: 1 })).body.code).toBe("wrong_state");
    await jar(app).post("/entry/link/accept", { token: body.link.code, password });
    expect((await hanh.patch(`/posts/${only.id}`, { version: 1, from: "2020-01-01", until: "2026-12-31" })).status).toBe(200);
    expect((await hanh.patch(`/posts/${only.id}`, { version: 2, from: "2020-01-01", until: null })).status).toBe(200);
  });

  test("two administrators who end each other's post at once do not both succeed", async () => {
    const { body } = await hanh.get("/people", { role: "administrator" });
    const others = body.people.filter((person: { id: string; state: string }) => person.id !== hanh.id && person.state === "active");
    expect(others).toHaveLength(1);
    const [theirs] = others[0].posts;
    const [own] = body.people.find((person: { id: string }) => person.id === hanh.id).posts;
    // At the acts themselves: through HTTP the second might find its post ended before it begins.
    const end = ({ id, version }: { id: PostId; version: number }) => endPost(app.db, hanh.actor, id, version, app.services.clock());
    const outcomes = await Promise.allSettled([end(own), end(theirs)]);
    expect(outcomes.map(({ status }) => status).toSorted((one, other) => one.localeCompare(other))).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "wrong_state" } });
    await app.db.updateTable("post").set({ ended_at: null }).where("id", "in", [own.id, theirs.id]).execute();
  });
});

describe("by mail", () => {
  test("an invitation is mailed instead of shown, with a link to KHEO_URL made by the job itself", async () => {
    const made = await hanh.post("/people", {
      name: "Y Mai",
      login: "y.mai",
      email: "mai@binhlam.example",
      post: post(binhLam),
      mail: true,
    });
    expect(made.body).toMatchObject({ link: null, mailed: true });
    const { rows } = await sql<{ payload: string }>`select payload::text from graphile_worker._private_jobs`.execute(app.db);
    expect(rows.every(({ payload }) => !/[0-9A-Z]{26}|@/.test(payload))).toBe(true);
    await app.runJobs();
    const mail = sink.take();
    expect(mail).toMatchObject([{ to: "mai@binhlam.example" }]);
    const token = /https:\/\/danvan\.tangiang\.example\/app\/enter#([0-9A-Z]{26})/.exec(mail[0]?.text ?? "")?.[1];
    const browser = jar(app);
    const accepted = await browser.post("/entry/link/accept", { token, password });
    expect(accepted.body.stage).toBe("in");
    // On https the cookie is bound to the host and never sent in the clear.
    expect(accepted.cookie).toMatch(/^__Host-kheo=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  test("a forgotten password: the same answer for anybody, a mail for who is there, three an hour", async () => {
    const answers: unknown[] = [];
    for (const login of ["y.mai", "khong-co-ai", "y.mai", "y.mai", "y.mai"])
      answers.push((await jar(app).post("/entry/forgotten", { login })).body);
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"done":true}']));
    await app.runJobs();
    const mails = sink.take();
    expect(mails.map(({ to }) => to)).toEqual(["mai@binhlam.example", "mai@binhlam.example", "mai@binhlam.example"]);
    // Each new link ends the one before.
    const tokens = mails.map(({ text }) => /#([0-9A-Z]{26})/.exec(text)?.[1]);
    const open = await Promise.all(tokens.map(async (token) => (await jar(app).post("/entry/link", { token })).status));
    expect(open.filter((status) => status === 200)).toHaveLength(1);
  });

  test("who was invited and never came cannot open the door by asking", async () => {
    await hanh.post("/people", { name: "Hà Thị Tư", login: "tu", email: "tu@binhlam.example", post: post(binhLam) });
    await jar(app).post("/entry/forgotten", { login: "tu" });
    await app.runJobs();
    expect(sink.take()).toEqual([]);
  });

  test("what people's names hold is text, not markup", () => {
    const mail = compose(
      "reset",
      { name: '<img src=x onerror="alert(1)">', url: "https://a.example/app/enter#X", expiresAt: new Date() },
      "vi",
    );
    expect(mail.html).not.toContain("<img");
  });
});
