import { sql } from "kysely";
import type { Example, Input, Matrix, MatrixWorld } from "../../../../test/support/matrix.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import { addDays, vietnamDate } from "../../../kernel/time/index.ts";
import { transaction } from "../../../platform/database/index.ts";
import { insertPublication } from "../store/publications.ts";
import { insertVote } from "./store.ts";

/** A public contest of the unit whose one round is being judged, with three entries. */
async function contestAt({ app, maker }: MatrixWorld, unit: UnitId): Promise<{ contest: string; entries: string[] }> {
  const now = app.services.clock();
  return transaction(app.db, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      insert into contest (body_id, title, kinds, state, created_by, created_at)
      values (${unit}::int, 'Hội thi', '{work}', 'judging', ${maker.id}::uuid, ${now}::timestamptz) returning id`.execute(tx);
    const contest = rows[0]?.id ?? "";
    await sql`insert into contest_round (contest_id, position, name, entries_from, entries_until, judging_from, judging_until, way)
      values (${contest}::uuid, 1, 'Chung khảo', '2020-01-01', '2020-06-30', '2020-07-01', '2020-12-31', 'stage')`.execute(tx);
    const { rows: entries } = await sql<{ id: string }>`
      insert into contest_entry (contest_id, unit_id, quota_unit_id, kind, title, state, sent_on, typed_by, created_at)
      select ${contest}::uuid, ${unit}::int, ${unit}::int, 'work', title, 'sent', '2020-06-01', ${maker.id}::uuid, ${now}::timestamptz
        from unnest(array['Bài một', 'Bài hai', 'Bài ba']) title returning id`.execute(tx);
    await insertPublication(
      tx,
      {
        kind: "contest",
        thingId: contest,
        unitId: unit,
        unitName: "xã",
        title: "Hội thi",
        shown: { words: "", title: "Hội thi", issuer: "xã", rules: "", prizes: [], rounds: [] },
        choice: { leftOut: [], pictures: [], consent: null },
        print: "0",
        reason: "Cách làm hay",
        facets: { field: null, subkind: null, areaId: null, areaName: null, year: null, themes: [] },
      },
      `hoi-thi-${contest}`,
      { personId: maker.id, personName: maker.name },
      now,
    );
    return { contest, entries: entries.map(({ id }) => id) };
  });
}

async function voteAt(world: MatrixWorld, unit: UnitId): Promise<string> {
  const { app, maker } = world;
  const { contest, entries } = await contestAt(world, unit);
  const now = app.services.clock();
  const vote = {
    contestId: contest,
    round: 1,
    most: 1,
    mostPerNetwork: 30,
    opensAt: now,
    closesAt: new Date(now.getTime() + 86_400_000),
    reason: "Để dân biết",
    key: Buffer.alloc(32),
    by: { personId: maker.id, personName: maker.name },
    entries: entries.map((id) => ({ id, title: "Bài", unit: "xã", summary: "" })),
  };
  return transaction(app.db, (tx) => insertVote(tx, vote, now));
}

const both = (make: (world: MatrixWorld, unit: UnitId) => Promise<Input>): Example => ({
  inside: (world) => make(world, world.inside),
  outside: (world) => make(world, world.outside),
  beyond: "hidden",
});

const reason = "Để dân biết";

export const matrix: Matrix = {
  "votes.get": both(async (world, unit) => ({ contestId: (await contestAt(world, unit)).contest })),
  "votes.open": both(async (world, unit) => {
    const today = vietnamDate(world.app.services.clock());
    return { contestId: (await contestAt(world, unit)).contest, round: 1, opensOn: today, closesOn: addDays(today, 7), reason };
  }),
  "votes.close": both(async (world, unit) => ({ id: await voteAt(world, unit), version: 1, reason })),
};
