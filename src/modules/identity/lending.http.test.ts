import { describe, expect, test } from "vitest";
import { testApp, type Person } from "../../../test/support/app.ts";
import { jar } from "../../../test/support/jar.ts";
import { unit } from "../../../test/support/units.ts";
import { actsFor } from "../../kernel/actor.ts";
import { beginSession, readCaller } from "./index.ts";
import { transaction } from "../../platform/database/index.ts";

const app = await testApp();
const province = await unit(app.db, { kind: "province", name: "Tân Giang" });
const binhLam = await unit(app.db, { kind: "commune", name: "xã Bình Lâm", parentId: province });
const front = await unit(app.db, { kind: "front", name: "Ủy ban MTTQ Việt Nam xã Bình Lâm", parentId: binhLam });
const committee = await unit(app.db, { kind: "peoples-committee", name: "Ủy ban nhân dân xã Bình Lâm", parentId: binhLam });
const hoaPhu = await unit(app.db, { kind: "commune", name: "xã Hòa Phú", parentId: province });

// Anh Tòng is the Front's one person in Bình Lâm; chị Mai works at the commune's People's Committee, ông Sáu in another commune.
const tong = await app.person({ name: "Phạm Văn Tòng", unit: front, role: "approver" });
const mai = await app.person({ name: "Y Mai", unit: committee, role: "viewer" });
const sau = await app.person({ name: "Ngô Văn Sáu", unit: hoaPhu, role: "reporter" });

const days = { from: "2026-03-02", until: "2026-03-20" };
const actorOf = async (token: string | null) => (await readCaller(app.db, token ?? "", app.services.clock))?.actor;
const at = (day: string) => app.now(`2026-${day}T09:00:00+07:00`);

async function lent(permissions: string[], over: object = {}) {
  at("03-02");
  const reply = await tong.post("/account/lendings", { borrowerId: mai.id, permissions, ...days, ...over });
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body as { id: string; postId: string };
}

async function borrowing(person: Person, { id, postId }: { id: string; postId: string }) {
  const browser = jar(app);
  browser.use((await freshSession(person)).token);
  const reply = await browser.post("/session/post", { postId, lendingId: id });
  return { browser, reply };
}

describe("lending part of a post", () => {
  test("is offered to people of the same commune, whatever body they work at", async () => {
    const { colleagues } = (await tong.get("/account/colleagues", { search: "mai" })).body;
    expect(colleagues).toEqual([{ personId: mai.id, name: "Y Mai", unitNames: ["Ủy ban nhân dân xã Bình Lâm"] }]);
    expect((await tong.get("/account/colleagues")).body.colleagues.map(({ name }: { name: string }) => name)).toEqual(["Y Mai"]);
    expect((await tong.post("/account/lendings", { borrowerId: sau.id, permissions: ["work:report"], ...days })).body.details.fault).toBe(
      "notColleague",
    );
  });

  test("the borrower acts with what was lent and reads what it is about, in the lender's place", async () => {
    const lending = await lent(["work:report"]);
    const { browser, reply } = await borrowing(mai, lending);
    expect(reply.body.post).toMatchObject({
      lendingId: lending.id,
      unit: { id: front },
      onBehalfOf: { name: "Phạm Văn Tòng" },
      until: "2026-03-20",
    });
    // What was lent, and reading what it is about: nothing else that changes anything.
    expect(reply.body.permissions.filter((permission: string) => !permission.endsWith(":view"))).toEqual(["work:report"]);
    expect(reply.body.permissions).toEqual(expect.arrayContaining(["document:view", "plan:view", "unit:view", "work:view"]));
    const actor = await actorOf(browser.token());
    expect(actor).toMatchObject({
      personId: mai.id,
      unitId: front,
      role: "approver",
      onBehalfOf: { personId: tong.id, personName: "Phạm Văn Tòng" },
    });
    // Whoever made something does not approve it through somebody else's hands either.
    expect([actsFor(actor!, mai.id), actsFor(actor!, tong.id), actsFor(actor!, sau.id)]).toEqual([true, true, false]);
  });

  test("the history says who acted for whom", async () => {
    const lending = await lent(["work:report"]);
    const { browser } = await borrowing(mai, lending);
    const act = await app.db.selectFrom("act").selectAll().where("act", "=", "post:lend").orderBy("id", "desc").executeTakeFirstOrThrow();
    expect(act).toMatchObject({ person_id: tong.id, unit_id: front, after: { permissions: ["work:report"], ...days } });
    await browser.post("/entry/sign-out");
    const ended = await app.db
      .selectFrom("act")
      .selectAll()
      .where("act", "=", "session:end")
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow();
    expect(ended).toMatchObject({ person_id: mai.id, on_behalf_of: tong.id });
  });

  test("is not lent on", async () => {
    const hoa = await app.person({ name: "Đinh Thị Hoa", unit: committee, role: "viewer" });
    const lending = await lent(["work:report", "work:confirm"], { borrowerId: hoa.id });
    const { browser } = await borrowing(hoa, lending);
    expect((await browser.get("/account/colleagues")).status).toBe(403);
    expect((await browser.post("/account/lendings", { borrowerId: mai.id, permissions: ["work:report"], ...days })).status).toBe(403);
  });

  test.each([
    ["what the post has not", { permissions: ["plan:issue"] }, "notLendable"],
    ["lending itself", { permissions: ["post:lend"] }, "notLendable"],
    ["to oneself", { borrowerId: "self" }, "oneself"],
    ["into the past", { from: "2026-01-01", until: "2026-01-31" }, "dates"],
    ["without an end in sight", { until: "2028-01-01" }, "tooLong"],
  ])("refuses to lend %s", async (_what, change, fault) => {
    at("03-02");
    const input = { borrowerId: mai.id, permissions: ["work:report"], ...days, ...change };
    if (input.borrowerId === "self") input.borrowerId = tong.id;
    expect((await tong.post("/account/lendings", input)).body).toMatchObject({ code: "invalid_input", details: { fault } });
  });

  test("begins and ends on its days", async () => {
    const hue = await app.person({ name: "Tô Thị Huệ", unit: committee, role: "viewer" });
    const lending = await lent(["work:report"], { borrowerId: hue.id, from: "2026-03-10", until: "2026-03-12" });
    for (const [day, status] of [
      ["03-09", 403],
      ["03-10", 200],
      ["03-12", 200],
      ["03-13", 403],
    ] as const) {
      at(day);
      const browser = jar(app);
      const { token } = await freshSession(hue);
      browser.use(token);
      expect((await browser.post("/session/post", { postId: lending.postId, lendingId: lending.id })).status, day).toBe(status);
    }
    at("03-02");
  });

  test("ends at once when the lender takes it back; the borrower falls back to their own post", async () => {
    const lan = await app.person({ name: "Vi Thị Lan", unit: committee, role: "viewer" });
    const lending = await lent(["work:report"], { borrowerId: lan.id });
    const { browser } = await borrowing(lan, lending);
    expect((await sau.post(`/account/lendings/${lending.id}/end`)).status).toBe(404);
    expect((await tong.post(`/account/lendings/${lending.id}/end`)).body.state).toBe("past");
    expect((await tong.post(`/account/lendings/${lending.id}/end`)).body.code).toBe("wrong_state");
    const { body } = await browser.get("/session");
    expect(body.post).toMatchObject({ lendingId: null, unit: { id: committee } });
    expect(body.permissions).not.toContain("work:report");
  });

  test("may be given back by the borrower", async () => {
    const ly = await app.person({ name: "Lý Văn Páo", unit: committee, role: "viewer" });
    const lending = await lent(["work:report"], { borrowerId: ly.id });
    expect((await ly.get("/account/lendings")).body.received).toHaveLength(1);
    expect((await ly.post(`/account/lendings/${lending.id}/end`)).body.state).toBe("past");
  });

  test("ends with the post, and while the lender's account is closed", async () => {
    const bay = await app.person({ name: "Mã Văn Bảy", unit: committee, role: "viewer" });
    const lender = await app.person({ name: "Hà Thị Tư", unit: front, role: "reporter" });
    const reply = await lender.post("/account/lendings", { borrowerId: bay.id, permissions: ["work:report"], ...days });
    const { browser } = await borrowing(bay, reply.body);
    expect((await browser.get("/session")).body.post.lendingId).toBe(reply.body.id);
    await app.db.updateTable("person").set({ deactivated_at: new Date() }).where("id", "=", lender.id).execute();
    expect((await browser.get("/session")).body.post.lendingId).toBeNull();
    await app.db.updateTable("person").set({ deactivated_at: null }).where("id", "=", lender.id).execute();
    expect((await browser.get("/session")).body.post.lendingId).toBe(reply.body.id);
    await app.db.updateTable("post").set({ ended_at: new Date() }).where("id", "=", reply.body.postId).execute();
    expect((await browser.get("/session")).body.post.lendingId).toBeNull();
  });

  test("a borrowed post that was never lent to me cannot be taken into use, nor the lender's post itself", async () => {
    const lending = await lent(["work:report"]);
    expect((await borrowing(sau, lending)).reply.status).toBe(403);
    const browser = jar(app);
    browser.use(sau.token);
    expect((await browser.post("/session/post", { postId: lending.postId })).status).toBe(403);
  });
});

test("switching posts gives a new token and other permissions", async () => {
  const { db } = app;
  const both = await app.person({ name: "Nông Thị Bưởi", unit: front, role: "viewer" });
  const second = await db
    .insertInto("post")
    .values({ person_id: both.id, unit_id: committee, role: "clerk", from_day: "2026-01-01" })
    .returning("id")
    .executeTakeFirstOrThrow();
  const browser = jar(app);
  browser.use(both.token);
  expect((await browser.get("/session")).body.posts).toHaveLength(2);
  const switched = await browser.post("/session/post", { postId: second.id });
  expect(switched.body).toMatchObject({ post: { role: "clerk", unit: { id: committee } } });
  expect(switched.body.permissions).toContain("dispatch:number");
  expect(browser.token()).not.toBe(both.token);
  expect((await both.get("/session")).body.stage).toBe("out");
});

async function freshSession(person: Person) {
  return transaction(app.db, (tx) =>
    beginSession(tx, { personId: person.id, complete: true, shared: false, userAgent: "test", now: app.services.clock() }),
  );
}
