import type { Example, Matrix, MatrixCaller, MatrixWorld } from "../../../test/support/matrix.ts";
import type { PersonId, UnitId } from "../../kernel/ids.ts";
import type { Role } from "../../kernel/permissions.ts";
import { transaction } from "../../platform/database/index.ts";
import { addPerson, makeLink } from "./index.ts";
import { hashPassword } from "./passwords.ts";
import { savePassword } from "./store/people.ts";

let made = 0;

/** Somebody at a unit, who has been invited and has not come yet. */
async function somebodyAt(world: MatrixWorld, unit: UnitId, role: Role = "viewer"): Promise<PersonId> {
  const login = `ma-trận-${(made += 1)}`;
  return addPerson(world.app.db, { system: "test" }, { name: "Đỗ Quốc Bảo", login }, [{ unitId: unit, role, from: "2026-01-01" }]);
}

async function personInput(world: MatrixWorld, unit: UnitId) {
  const id = await somebodyAt(world, unit);
  return { id, version: 1 };
}

async function closedInput(world: MatrixWorld, unit: UnitId) {
  const { id } = await personInput(world, unit);
  await world.app.db.updateTable("person").set({ deactivated_at: new Date() }).where("id", "=", id).execute();
  return { id, version: 1 };
}

async function withFactor(world: MatrixWorld, unit: UnitId) {
  const { id } = await personInput(world, unit);
  await world.app.db
    .insertInto("second_factor")
    .values({ person_id: id, secret: Buffer.alloc(48), confirmed_at: new Date() })
    .execute();
  return { id };
}

async function postInput(world: MatrixWorld, unit: UnitId) {
  const personId = await somebodyAt(world, unit);
  const { id } = await world.app.db.selectFrom("post").select("id").where("person_id", "=", personId).executeTakeFirstOrThrow();
  return { id, version: 1, from: "2026-01-01", until: "2026-12-31" };
}

const newcomer = (unitId: UnitId) => ({
  name: "Nông Thị Bưởi",
  login: `người-mới-${(made += 1)}`,
  post: { unitId, role: "viewer", from: "2026-03-02" },
});

async function linkInput(world: MatrixWorld) {
  const { app } = world;
  const personId = await somebodyAt(world, world.inside);
  const link = await transaction(app.db, (tx) =>
    makeLink(tx, app.services.config.url, { purpose: "invitation", personId, createdBy: null }, app.services.clock()),
  );
  return { token: link.code, password: goodPassword };
}

/** The same call on something of the one commune and of the other. */
const onBoth = (input: (world: MatrixWorld, unit: UnitId) => unknown, beyond: Example["beyond"]): Example => ({
  inside: (world) => input(world, world.inside) as never,
  outside: (world) => input(world, world.outside) as never,
  beyond,
});

const own = (inside: Example["inside"], rest: Partial<Example> = {}): Example => ({ inside, why: "only one's own account", ...rest });
const atTheDoor = (inside: Example["inside"], rest: Partial<Example> = {}): Example => ({
  inside,
  why: "before anybody is known",
  ...rest,
});
const nothing = () => ({});
const unknownId = "01990000-0000-7000-8000-000000000000";

async function ownPost(_world: MatrixWorld, caller: MatrixCaller) {
  return { postId: caller.person?.actor.postId ?? unknownId };
}

/** What of the caller's post can be lent; roles that may not lend are refused before this is read. */
async function lendingTo(world: MatrixWorld, unit: UnitId) {
  const borrowerId = await somebodyAt(world, unit);
  return { borrowerId, permissions: ["work:view"], from: "2026-03-02", until: "2026-03-20" };
}

async function lendingOf(world: MatrixWorld, caller: MatrixCaller) {
  const { db } = world.app;
  const borrower = await somebodyAt(world, world.inside);
  const row = await db
    .insertInto("lending")
    .values({
      post_id: caller.person?.actor.postId ?? world.maker.actor.postId,
      borrower_id: borrower,
      permissions: ["work:view"],
      from_day: "2026-03-02",
      until_day: "2026-03-20",
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { id: row.id };
}

const goodPassword = "bốn từ không liên quan";

/** The caller's own password, which setting up a second factor asks for. */
async function withPassword({ app }: MatrixWorld, { person }: MatrixCaller) {
  const hash = await hashPassword(goodPassword);
  if (person) await transaction(app.db, (tx) => savePassword(tx, person.id, hash, app.services.clock()));
  return { password: goodPassword };
}

const wrongPassword = { password: "không phải mật khẩu" };

export const matrix: Matrix = {
  "entry.state": atTheDoor(nothing),
  "entry.session": atTheDoor(nothing),
  "entry.signIn": atTheDoor(() => ({ login: `không-có-${(made += 1)}`, ...wrongPassword }), { answers: 400 }),
  "entry.secondFactor": atTheDoor(() => ({ code: "000000" }), { answers: 409 }),
  "entry.signOut": atTheDoor(nothing),
  "entry.lookAtLink": atTheDoor(linkInput),
  "entry.acceptLink": atTheDoor(linkInput, { answers: 200 }),
  "entry.forgotten": atTheDoor(() => ({ login: "không có ai" })),
  "entry.setUp": atTheDoor(() => ({ token: "0".repeat(26), name: "Kẻ Lạ", login: "ke-la", password: goodPassword }), { answers: 410 }),
  "entry.switchPost": own(ownPost),

  "account.read": own(nothing),
  "account.change": own(() => ({ version: 1, name: "Y Mai", email: "", phone: "", language: "vi", largeType: true })),
  "account.changePassword": own(() => ({ current: "sai mật khẩu", next: goodPassword }), { answers: 400 }),
  "account.beginSecondFactor": own(withPassword),
  "account.confirmSecondFactor": own(() => ({ code: "000000" }), { answers: 409 }),
  "account.renewRecoveryCodes": own(() => wrongPassword, { answers: 400 }),
  "account.removeSecondFactor": own(() => wrongPassword, { answers: 400 }),
  "account.sessions": own(nothing),
  "account.endSession": own(() => ({ id: unknownId }), { answers: 404 }),
  "account.endOtherSessions": own(nothing),
  "account.lendings": own(nothing),
  "account.endLending": {
    inside: lendingOf,
    outside: async (world) => {
      const stranger = await somebodyAt(world, world.inside);
      const post = await world.app.db.selectFrom("post").select("id").where("person_id", "=", stranger).executeTakeFirstOrThrow();
      return lendingOf(world, {
        ...world.app.anonymous,
        person: { ...world.maker, actor: { ...world.maker.actor, postId: post.id as never } },
      });
    },
    beyond: "hidden",
  },
  "account.colleagues": {
    inside: nothing,
    outside: async (world) => ({ search: "Bảo", hidden: await somebodyAt(world, world.outside) }),
    beyond: { without: (body, { hidden }) => !JSON.stringify(body).includes(String(hidden)) },
  },
  "account.lend": {
    inside: (world) => lendingTo(world, world.inside),
    outside: (world) => lendingTo(world, world.outside),
    // Somebody of another commune is no colleague: told as a wrong choice, not as a missing right.
    beyond: { status: 400 },
  },

  "people.list": onBoth(async (world, unit) => ({ unitId: unit, search: "Bảo", hidden: await somebodyAt(world, unit) }), {
    without: (body) => body.total === 0,
  }),
  "people.read": onBoth(personInput, "hidden"),
  "people.invite": onBoth((_world, unit) => newcomer(unit), "forbidden"),
  "people.change": onBoth(
    async (world, unit) => ({
      ...(await personInput(world, unit)),
      name: "Đỗ Quốc Bảo",
      login: `đổi-${(made += 1)}`,
      email: "",
      phone: "0912 345 678",
    }),
    "hidden",
  ),
  "people.makeLink": onBoth(personInput, "hidden"),
  "people.deactivate": onBoth(personInput, "hidden"),
  "people.reactivate": onBoth(closedInput, "hidden"),
  "people.resetSecondFactor": onBoth(withFactor, "hidden"),
  "people.endSessions": onBoth(personInput, "hidden"),
  "people.givePost": {
    inside: async (world) => ({ ...(await personInput(world, world.inside)), unitId: world.inside, role: "clerk", from: "2026-03-02" }),
    outside: async (world) => ({ ...(await personInput(world, world.inside)), unitId: world.outside, role: "clerk", from: "2026-03-02" }),
    beyond: "forbidden",
  },
  "people.changePost": onBoth(postInput, "hidden"),
  "people.endPost": onBoth(postInput, "hidden"),
};
