import { appendFile, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../test/support/database.ts";
import type { Actor } from "../../kernel/actor.ts";
import type { PersonId, PostId, UnitId } from "../../kernel/ids.ts";
import { permissionsOf } from "../../kernel/permissions.ts";
import { transaction, type Database } from "../../platform/database/index.ts";
import { createLog } from "../../platform/log.ts";
import {
  ensureInstallationKey,
  eraseSubject,
  historyOf,
  keepSealsOutside,
  openPersonal,
  recordAct,
  startSealer,
  verifyAudit,
} from "./index.ts";
import { sealActs } from "./store.ts";

const folder = await mkdtemp(join(tmpdir(), "kheo-audit-"));
afterAll(() => rm(folder, { recursive: true }));

const hanhId = "01990000-0000-7000-8000-000000000001" as PersonId;
const tongId = "01990000-0000-7000-8000-000000000002" as PersonId;
const hanh: Actor = {
  personId: hanhId,
  personName: "Lê Thị Hạnh",
  postId: "01990000-0000-7000-8000-00000000000a" as PostId,
  role: "coordinator",
  unitId: 4 as UnitId,
  unitName: "MTTQ tỉnh Tân Giang",
  permissions: new Set(permissionsOf("coordinator")),
};
const plan = (id: number) => ({ kind: "plan", id: `plan-${id}` });
const issue = (db: Database, id: number, more: object = {}) =>
  transaction(db, (tx) => recordAct(tx, hanh, { act: "plan:issue", thing: plan(id), after: { id }, ...more }));

/** What nobody but the owner of the tables could do, and only by taking the guards off. */
const tamper = (owner: Database, statement: string) =>
  transaction(owner, async (tx) => {
    await sql.raw("alter table act disable trigger user; alter table act_seal disable trigger user").execute(tx);
    await sql.raw(statement).execute(tx);
    await sql.raw("alter table act enable trigger user; alter table act_seal enable trigger user").execute(tx);
  });

describe("writing", async () => {
  const { app, portal, migrator } = await testDatabase();

  test("an act is written with its transaction or not at all", async () => {
    await issue(app, 1);
    await expect(
      transaction(app, async (tx) => {
        await recordAct(tx, hanh, { act: "plan:issue", thing: plan(1) });
        throw new Error("changed my mind");
      }),
    ).rejects.toThrow("changed my mind");
    const { rows } = await sql`select count(*)::int from act where thing_id = 'plan-1'`.execute(app);
    expect(rows).toEqual([{ count: 1 }]);
  });

  test.each([
    "update act set note = 'x'",
    "delete from act",
    "truncate act",
    "insert into act (act, thing_kind, thing_id, system, at, hash) values ('plan:issue', 'plan', '1', 'me', '2020-01-01', '\\x00')",
    "insert into act (id, act, thing_kind, thing_id, system) overriding system value values (99, 'plan:issue', 'plan', '1', 'me')",
    "insert into act_seal select * from act_seal",
    "delete from act_pending",
    "delete from subject_key",
    "update installation_key set public_key = '\\x00'",
    "alter table act disable trigger user",
    "set role kheo_owner",
  ])("the app may not: %s", async (statement) => {
    await expect(sql.raw(statement).execute(app)).rejects.toThrow(/permission denied|must be owner/);
  });

  test("the portal does not even see it", async () => {
    await expect(sql`select * from act`.execute(portal)).rejects.toThrow(/permission denied/);
  });

  test("the owner cannot change it by a slip either", async () => {
    await expect(sql`delete from act`.execute(migrator)).rejects.toThrow(/never changed/);
  });
});

describe("reading", async () => {
  const { app } = await testDatabase();
  const words = {
    acts: { "plan:issue": { vi: "ban hành kế hoạch", en: "issued the plan" } },
    fields: { number: { vi: "Số", en: "Number" }, open: { vi: "Công khai", en: "Public" } },
  };
  const personNames = async (_db: Database, ids: readonly PersonId[]) =>
    new Map(
      ids.flatMap((id): [PersonId, string][] =>
        id === hanhId ? [[id, "bà Lê Thị Hạnh"]] : id === tongId ? [[id, "ông Phạm Văn Tòng"]] : [],
      ),
    );

  test("a history reads like sentences, newest first, with what changed and why", async () => {
    await issue(app, 7, { before: { number: "12/KH", secretKey: 1 }, after: { number: "13/KH", open: true }, note: "Số cũ bị trùng" });
    await transaction(app, (tx) =>
      recordAct(tx, { ...hanh, onBehalfOf: { personId: tongId, personName: "Phạm Văn Tòng" } }, { act: "plan:issue", thing: plan(7) }),
    );
    await transaction(app, (tx) => recordAct(tx, { system: "cli" }, { act: "plan:other", thing: plan(7) }));
    await transaction(app, (tx) =>
      recordAct(tx, { ...hanh, personId: "01990000-0000-7000-8000-0000000000ff" as PersonId }, { act: "plan:issue", thing: plan(7) }),
    );
    const { entries, more } = await historyOf(app, plan(7), { dictionary: words, personNames });
    expect(more).toBe(false);
    expect(entries.map(({ sentence }) => sentence.vi)).toEqual([
      "(người đã được xóa tên) (Người điều phối, MTTQ tỉnh Tân Giang) ban hành kế hoạch",
      "Hệ thống plan:other",
      "bà Lê Thị Hạnh (Người điều phối, MTTQ tỉnh Tân Giang) thay ông Phạm Văn Tòng ban hành kế hoạch",
      "bà Lê Thị Hạnh (Người điều phối, MTTQ tỉnh Tân Giang) ban hành kế hoạch",
    ]);
    expect(entries[2]?.sentence.en).toBe("bà Lê Thị Hạnh (Coordinator, MTTQ tỉnh Tân Giang) in place of ông Phạm Văn Tòng issued the plan");
    expect(entries[3]).toMatchObject({
      note: "Số cũ bị trùng",
      changes: [
        { field: words.fields.number, before: "12/KH", after: "13/KH" },
        { field: words.fields.open, before: null, after: "có" },
      ],
    });
  });

  test("a long history comes in pages", async () => {
    for (let time = 0; time < 60; time++) await issue(app, 8);
    const first = await historyOf(app, plan(8), { dictionary: words, personNames });
    const rest = await historyOf(app, plan(8), { dictionary: words, personNames }, first.entries.at(-1)?.id);
    expect([first.entries.length, first.more, rest.entries.length, rest.more]).toEqual([50, true, 10, false]);
  });
});

describe("personal values", async () => {
  const { app } = await testDatabase();
  const secrets = join(folder, "secrets");
  const act = {
    act: "person:change",
    thing: { kind: "person", id: tongId },
    personal: { subject: tongId, values: { phone: "0912 000 111" } },
  };
  const lastAct = async () =>
    (
      await sql<{ id: string; raw: string }>`select id::text, encode(personal, 'escape') as raw from act order by id desc limit 1`.execute(
        app,
      )
    ).rows[0]!;

  test("without the installation's key nothing is written in clear instead", async () => {
    await expect(transaction(app, (tx) => recordAct(tx, hanh, act))).rejects.toMatchObject({ code: "unavailable" });
  });

  test("are sealed, open with the installation's key, and are gone with the subject's", async () => {
    await ensureInstallationKey(app, secrets);
    await ensureInstallationKey(app, secrets);
    await transaction(app, (tx) => recordAct(tx, hanh, act));
    await transaction(app, (tx) => recordAct(tx, hanh, act));
    const { id, raw } = await lastAct();
    expect(raw).not.toContain("0912");
    expect(await openPersonal(app, secrets, id)).toEqual({ phone: "0912 000 111" });

    await ensureInstallationKey(app, join(folder, "other"));
    await expect(openPersonal(app, join(folder, "other"), id)).rejects.toMatchObject({ code: "unavailable" });

    await transaction(app, (tx) => eraseSubject(tx, { system: "test" }, tongId));
    expect(await openPersonal(app, secrets, id)).toBeNull();
    await transaction(app, (tx) => recordAct(tx, hanh, act));
    expect((await lastAct()).raw).toBeNull();
  });

  test("erasing leaves the record whole", async () => {
    await sealActs(app);
    const seals = join(folder, "personal-seals");
    await keepSealsOutside(app, seals);
    expect((await verifyAudit(app, seals)).findings).toEqual([]);
  });
});

describe("sealing", async () => {
  const { app } = await testDatabase();

  test("an act that commits late is sealed later, and every act exactly once", async () => {
    const written = Promise.withResolvers<void>();
    const mayCommit = Promise.withResolvers<void>();
    const late = transaction(app, async (tx) => {
      await recordAct(tx, hanh, { act: "plan:issue", thing: plan(1) });
      written.resolve();
      await mayCommit.promise;
    });
    await written.promise;
    await issue(app, 2);
    await issue(app, 3);
    expect(await sealActs(app)).toMatchObject({ n: "1", rows: 2 });
    expect(await sealActs(app)).toBeUndefined();
    mayCommit.resolve();
    await late;
    expect(await sealActs(app)).toMatchObject({ n: "2", rows: 1 });
  });

  test("with writers and two sealers at once, every act is covered once and the chain holds", async () => {
    const seals = join(folder, "busy");
    const stop = await startSealer({ db: app, folder: seals, log: createLog({ format: "json", level: "error" }), everyMs: 5 });
    const written = new AbortController();
    const second = (async () => {
      while (!written.signal.aborted) await sealActs(app);
    })();
    await Promise.all(
      Array.from({ length: 6 }, (_one, writer) =>
        (async () => {
          for (let time = 0; time < 40; time++) await issue(app, writer * 100 + time).catch(() => undefined);
        })(),
      ),
    );
    written.abort();
    await second;
    await stop();
    await keepSealsOutside(app, seals);
    const { rows } = await sql`select sum(rows)::int as sealed, (select count(*)::int from act) as acts from act_seal`.execute(app);
    expect(rows[0]).toEqual({ sealed: 243, acts: 243 });
    expect(await verifyAudit(app, seals)).toMatchObject({ acts: 243, pending: 0, findings: [] });
  });
});

describe("verify-audit finds", () => {
  const given = async () => {
    const { app, migrator } = await testDatabase();
    const seals = await mkdtemp(join(folder, "seals-"));
    for (const round of [1, 2, 3]) {
      for (const id of [1, 2, 3]) await issue(app, round * 10 + id);
      await sealActs(app);
    }
    await keepSealsOutside(app, seals);
    expect(await verifyAudit(app, seals)).toMatchObject({ acts: 9, seals: 3, outside: 3, findings: [] });
    const findings = async () => (await verifyAudit(app, seals)).findings.map(({ en }) => en);
    const file = join(seals, (await readdir(seals))[0] ?? "");
    return { app, seals, file, findings, tamper: (statement: string) => tamper(migrator, statement) };
  };

  test("a changed row", async () => {
    const { tamper: owner, findings } = await given();
    await owner("update act set after = '{\"id\": 99}' where id = 5");
    expect(await findings()).toEqual(["Row 5 of the record (plan plan-22) was changed: its content does not match its digest."]);
  });

  test("a changed row whose digest was computed anew", async () => {
    const { tamper: owner, findings } = await given();
    await owner("update act set note = 'x' where id = 5");
    await owner(`update act set hash = audit_digest(id::text, (extract(epoch from at) * 1000000)::bigint::text, act, thing_kind, thing_id, unit_id::text,
      person_id::text, post_id::text, role, post_unit_id::text, post_unit, on_behalf_of::text, system, before::text, after::text, note,
      personal_subject::text, encode(personal, 'hex')) where id = 5`);
    expect(await findings()).toEqual(["Seal 2 does not match the rows it covers: a row was changed, replaced or reordered."]);
  });

  test("a removed row", async () => {
    const { tamper: owner, findings } = await given();
    await owner("delete from act where id = 4");
    expect(await findings()).toEqual(["Row 4 of the record was removed: seal 2 covers it, but the row is gone."]);
  });

  test("two rows that changed places", async () => {
    const { tamper: owner, findings } = await given();
    await owner(`update act set at = other.at, thing_id = other.thing_id, after = other.after, hash = other.hash
      from act other where (act.id, other.id) in ((4, 5), (5, 4))`);
    expect(await findings()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Row 4 .* changed/), expect.stringMatching(/^Row 5 .* changed/)]),
    );
  });

  test("a row slipped in past the guards", async () => {
    const { tamper: owner, findings } = await given();
    await owner(
      "insert into act (id, at, act, thing_kind, thing_id, system, hash) overriding system value values (50, now(), 'plan:issue', 'plan', '1', 'x', audit_digest('x'))",
    );
    expect(await findings()).toEqual(expect.arrayContaining([expect.stringMatching(/^Row 50 .* slipped in/)]));
  });

  test("a row removed before it was sealed", async () => {
    const { app, tamper: owner, findings } = await given();
    await issue(app, 99);
    await owner("delete from act where id = 10");
    expect(await findings()).toEqual(["Row 10 of the record was removed before it was sealed."]);
    await sealActs(app);
    expect(await findings()).toEqual(["Row 10 of the record was removed: seal 4 covers it, but the row is gone."]);
  });

  test("a changed seal, and a chain with a seal taken out of the middle", async () => {
    const { tamper: owner, findings } = await given();
    await owner("update act_seal set rows = 4 where n = 1");
    expect((await findings())[0]).toMatch(/^Seal 1 was changed/);
    await owner("delete from act_seal where n = 2");
    expect(await findings()).toEqual(
      expect.arrayContaining([expect.stringMatching(/broken at 3/), expect.stringMatching(/file .* has seal 2/)]),
    );
  });

  test("a chain cut off at its end, with its rows, by the seals outside", async () => {
    const { tamper: owner, findings, file, seals } = await given();
    await owner("delete from act_seal where n = 3");
    await owner("delete from act where id > 6");
    expect(await findings()).toEqual([expect.stringMatching(/cut: the file seals-\d{4}-\d{2}\.txt outside the database has seal 3/)]);
    await rm(file);
    expect(await findings()).toEqual([expect.stringContaining(`no seal file in ${seals}`)]);
  });

  test("a seal file that was edited; a line torn by a power cut is none, and is mended", async () => {
    const { app, findings, file, seals } = await given();
    await appendFile(file, "4 abc");
    expect(await findings()).toEqual([]);
    await issue(app, 50);
    await sealActs(app);
    await keepSealsOutside(app, seals);
    expect(await findings()).toEqual([expect.stringMatching(/line 4, cannot be read/)]);
    await writeFile(file, (await readFile(file, "utf8")).replace(/^2 ..../m, "2 0000"));
    expect(await findings()).toEqual(expect.arrayContaining([expect.stringMatching(/^Seal 2 in the database differs/)]));
    expect(await keepSealsOutside(app, seals)).toBe("kept");
  });
});
