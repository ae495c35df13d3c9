import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import type { IndicatorId, SubmissionId, UnitId } from "../src/kernel/ids.ts";
import { parsePeriod } from "../src/kernel/time/index.ts";
import { ensureInstallationKey } from "../src/modules/audit/index.ts";
import { newPerson } from "../src/modules/identity/service/people.ts";
import { placePost } from "../src/modules/identity/service/posts.ts";
import { beginSession } from "../src/modules/identity/service/sessions.ts";
import { reading, placesOfCells } from "../src/modules/indicators/store/figures-slots.ts";
import { foldAll } from "../src/modules/indicators/service/totals-folding.ts";
import { writeValues } from "../src/modules/indicators/service/figures.ts";
import { readSums, type AskedSums } from "../src/modules/indicators/store/totals.ts";
import { importUnits } from "../src/modules/units/index.ts";
import { readConfig } from "../src/platform/config.ts";
import { openDatabases, transaction, type Database } from "../src/platform/database/index.ts";
import { openFiles } from "../src/platform/files.ts";
import { sessionCookie } from "../src/platform/http/cookies.ts";
import { silentLog } from "../src/platform/log.ts";
import { createMailer } from "../src/platform/mail.ts";
import type { Services } from "../src/platform/services.ts";
import { createApp } from "../src/server/app.ts";
import { figure, pairsOf, type Figure } from "./figure.ts";

const communes = 130;
const wanted = 40;
const rounds = 7;
const perRound = 40;
const period = parsePeriod("civil", "2026-Q3");
const system = { system: "bench" };

/** A province of 130 communes whose Fronts have all sent forty figures, as the application itself writes them. */
async function filled(db: Database): Promise<{ province: UnitId; front: UnitId; ids: IndicatorId[]; expected: Map<IndicatorId, bigint> }> {
  if (!period) throw new Error("no period");
  const file = {
    name: "units.json",
    bytes: new TextEncoder().encode(
      JSON.stringify([
        { kind: "province", name: "Tỉnh Tân Giang" },
        { kind: "front", name: "MTTQ tỉnh Tân Giang", parent: "Tỉnh Tân Giang" },
        ...Array.from({ length: communes }, (_, at) => [
          { kind: "commune", name: `Xã Tân ${at + 1}`, parent: "Tỉnh Tân Giang" },
          { kind: "front", name: `MTTQ xã Tân ${at + 1}`, parent: `Xã Tân ${at + 1}` },
        ]).flat(),
      ]),
    ),
  };
  await importUnits(db, system, { file, mode: "all" });
  const { rows: units } = await sql<{ id: UnitId; name: string }>`select unit_id as id, name from unit_edge`.execute(db);
  const idOf = (name: string): UnitId => units.find((unit) => unit.name === name)?.id ?? (0 as UnitId);
  const { rows } = await sql<{ id: IndicatorId }>`
    select id from indicator where value_kind in ('count', 'money', 'stock') order by id limit ${wanted}
  `.execute(db);
  const ids = rows.map(({ id }) => id);
  const expected = new Map<IndicatorId, bigint>();
  for (let at = 1; at <= communes; at++) {
    const cells = ids.map((indicatorId) => {
      const value = at * 1000 + indicatorId;
      expected.set(indicatorId, (expected.get(indicatorId) ?? 0n) + BigInt(value));
      return { indicatorId, member: "", value: String(value) };
    });
    const giving = {
      tier: "provisional" as const,
      period,
      unit: idOf(`MTTQ xã Tân ${at}`),
      submissionId: randomUUID() as SubmissionId,
      cells,
    };
    await transaction(db, (tx) => writeValues(tx, giving));
  }
  await foldAll(db);
  return { province: idOf("Tỉnh Tân Giang"), front: idOf("MTTQ tỉnh Tân Giang"), ids, expected };
}

/** A session as signing in makes it, for an officer of the province's Front. */
async function signedIn(db: Database, unit: UnitId): Promise<string> {
  return transaction(db, async (tx) => {
    const person = await newPerson(tx, { name: "Lê Thị Hạnh", login: "hanh", email: null, phone: null, language: "vi" });
    await placePost(tx, system, { personId: person.id, unitId: unit, role: "coordinator", from: "2020-01-01", until: null });
    const { token } = await beginSession(tx, { personId: person.id, complete: true, shared: false, userAgent: "bench", now: new Date() });
    return token;
  });
}

/** Milliseconds of one act, over many in a row. */
async function each(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  for (let at = 0; at < perRound; at++) await act();
  return (performance.now() - started) / perRound;
}

/**
 * What 130 communes sent in forty indicators, added up for their province: the statement against `select 1`, and the endpoint
 * against one that reads nothing but the session.
 */
export async function rollUp(): Promise<{ n: number; figures: Figure[] }> {
  const data = mkdtempSync(join(tmpdir(), "kheo-bench-"));
  chmodSync(data, 0o711);
  const config = readConfig({ KHEO_DATA: data, PORT: "8080" });
  const databases = await openDatabases(config, { log: silentLog, use: "server" });
  try {
    const db = databases.app;
    const { province, front, ids, expected } = await filled(db);
    await ensureInstallationKey(db, join(data, "secrets"));
    const services: Services = {
      config,
      log: silentLog,
      databases,
      db,
      files: await openFiles(data),
      mailer: createMailer(config, silentLog),
      clock: () => new Date(),
      demo: null,
    };
    const app = await createApp(services, { web: null });
    try {
      await app.listen({ host: "127.0.0.1", port: 0 });
      const { port } = app.server.address() as AddressInfo;
      const cookie = `${sessionCookie(config.url)}=${await signedIn(db, front)}`;
      const get = async (path: string): Promise<unknown> => {
        const answer = await fetch(`http://127.0.0.1:${port}/api${path}`, { headers: { cookie, "sec-fetch-site": "same-origin" } });
        if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
        return answer.json();
      };
      const query = `/figures/totals?period=2026-Q3&area=${province}&cells=${ids.join(",")}`;
      const placed = await placesOfCells(
        db,
        ids.map((indicatorId) => ({ indicatorId, member: "" })),
      );
      if (!period) throw new Error("no period");
      const asked: AskedSums = {
        approved: false,
        period,
        area: province,
        areaKind: "province",
        by: "self",
        ...reading(placed.values()),
        series: null,
      };
      await assertRight(await get(query), expected);
      const statement = await pairsOf(
        rounds,
        () => each(() => readSums(db, asked)),
        () => each(() => sql`select 1`.execute(db)),
      );
      const http = await pairsOf(
        rounds,
        () => each(() => get(query)),
        () => each(() => get("/account/sessions")),
      );
      return {
        n: rounds * perRound,
        figures: [
          figure({
            key: "roll-up-sql",
            what: `sums of ${communes} communes × ${ids.length} indicators, the statement`,
            value: statement.value,
            unit: "ms",
            against: { what: "select 1", value: statement.against },
            goal: 8,
            better: "lower",
          }),
          figure({
            key: "roll-up-http",
            what: `sums of ${communes} communes × ${ids.length} indicators over HTTP`,
            value: http.value,
            unit: "ms",
            against: { what: "an empty signed-in endpoint (where one is signed in)", value: http.against },
            goal: 4,
            better: "lower",
          }),
        ],
      };
    } finally {
      await app.close();
    }
  } finally {
    await databases.close();
    rmSync(data, { recursive: true, force: true });
  }
}

type Answer = { rows: { submissions: number; cells: Record<string, { value: string | null; given: number }> }[] };

async function assertRight(answer: unknown, expected: ReadonlyMap<IndicatorId, bigint>): Promise<void> {
  const [row] = (answer as Answer).rows;
  if (row?.submissions !== communes) throw new Error(`${row?.submissions} communes, not ${communes}`);
  for (const [id, sum] of expected) {
    const cell = row.cells[String(id)];
    if (cell?.value !== String(sum) || cell.given !== communes) throw new Error(`indicator ${id}: ${cell?.value}, not ${sum}`);
  }
}
