/**
 * A program for the test that kills: it opens KHEO_DATA as the server does and has communes send figures from many
 * connections at once. What a unit sent goes to stdout only after its commit was acknowledged.
 *   node test/support/figure-ledger.ts write SECONDS | check
 */
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { IndicatorId, SubmissionId, UnitId } from "../../src/kernel/ids.ts";
import { parsePeriod } from "../../src/kernel/time/index.ts";
import { readValues, writeValues } from "../../src/modules/indicators/index.ts";
import { valueKey } from "../../src/modules/indicators/contract.ts";
import { foldAll, proveAll } from "../../src/modules/indicators/service/totals-folding.ts";
import { importUnits } from "../../src/modules/units/index.ts";
import { readConfig } from "../../src/platform/config.ts";
import { openDatabases, transaction } from "../../src/platform/database/index.ts";
import { createLog } from "../../src/platform/log.ts";

const [what, seconds = "0"] = process.argv.slice(2);
const config = readConfig();
const log = createLog(config.log);
const databases = await openDatabases(config, { log, use: "server" });
const db = databases.app;
const period = parsePeriod("civil", "2026-Q3");
if (!period) throw new Error("no period");
const quarter = period;
const cell = { indicatorId: 39 as IndicatorId, member: "" };
process.stdout.write(`server ${databases.serverPid()}\n`);

const senders = async (): Promise<UnitId[]> => {
  const { rows } = await sql<{ id: UnitId }>`select id from unit where kind = 'front' order by id`.execute(db);
  return rows.map(({ id }) => id);
};

if (what === "write") {
  if ((await senders()).length === 0) {
    const rows = Array.from({ length: 8 }, (_, at) => [
      { kind: "commune", name: `Xã Tân ${at}`, parent: "Tỉnh Tân Giang" },
      { kind: "front", name: `MTTQ xã Tân ${at}`, parent: `Xã Tân ${at}` },
    ]);
    const bytes = new TextEncoder().encode(JSON.stringify([{ kind: "province", name: "Tỉnh Tân Giang" }, ...rows.flat()]));
    await importUnits(db, { system: "test" }, { file: { name: "units.json", bytes }, mode: "all" });
  }
  const until = Date.now() + Number(seconds) * 1000;
  await Promise.all([...(await senders()).map((unit) => sendUntil(unit, until)), foldUntil(until)]);
}
if (what === "check") {
  const units = await senders();
  const values = await readValues(db, { tier: "provisional", periods: [period], units, cells: [cell] });
  for (const unit of units) process.stdout.write(`found ${unit} ${values.get(valueKey(period, unit, "39"))?.value ?? 0}\n`);
  await foldAll(db);
  const proof = await proveAll(db, log);
  process.stdout.write(`differences ${proof.differences}\n`);
}
await databases.close();
process.stdout.write("closed\n");

/** Each unit's figure only grows, so the last acknowledged one is the least that must be there. */
async function sendUntil(unit: UnitId, until: number) {
  for (let value = 1; Date.now() < until; value++) {
    try {
      await transaction(db, (tx) =>
        writeValues(tx, {
          tier: "provisional",
          period: quarter,
          unit,
          submissionId: randomUUID() as SubmissionId,
          cells: [{ ...cell, value: String(value) }],
        }),
      );
      process.stdout.write(`wrote ${unit} ${value}\n`);
    } catch {
      // The database server was killed: not acknowledged, so nothing is claimed. It comes back by itself.
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

async function foldUntil(until: number) {
  while (Date.now() < until) {
    await foldAll(db).catch(() => {});
    await new Promise((done) => setTimeout(done, 20));
  }
}
