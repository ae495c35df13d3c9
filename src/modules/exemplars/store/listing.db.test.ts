import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../test/support/database.ts";
import { unit } from "../../../../test/support/units.ts";
import type { Actor } from "../../../kernel/actor.ts";
import type { ExemplarId, PersonId, UnitId } from "../../../kernel/ids.ts";
import { mayView } from "../policy.ts";
import { sidesOf } from "../service/view.ts";
import type { Filter } from "./asked.ts";
import { findExemplar } from "./exemplars.ts";
import { findExemplars } from "./listing.ts";

const { app: db } = await testDatabase();
const rows = 420;
/** So little that every way is taken: looking, walking, a stretch of months, all. */
const pace = { looked: 12, sizes: [30, 90, 200] };

let front: UnitId;
let communeFront: UnitId;
let village: UnitId;
let women: UnitId;
const visible = new Map<UnitId, Set<ExemplarId>>();

beforeAll(async () => {
  const province = await unit(db, { name: "tỉnh Tân Giang", kind: "province" });
  front = await unit(db, { name: "MTTQ tỉnh Tân Giang", kind: "front", parentId: province });
  const commune = await unit(db, { name: "xã Bình Lâm", kind: "commune", parentId: province });
  communeFront = await unit(db, {
    name: "MTTQ xã Bình Lâm",
    kind: "front",
    parentId: commune,
    relations: [{ kind: "line", superiorId: front }],
  });
  const doai = await unit(db, { name: "thôn Đoài", kind: "residential-area", parentId: commune });
  village = await unit(db, {
    name: "Ban CTMT thôn Đoài",
    kind: "front",
    parentId: doai,
    relations: [{ kind: "line", superiorId: communeFront }],
  });
  women = await unit(db, { name: "Hội LHPN xã Hòa Phú", kind: "womens-union", parentId: province });
  const { id: person } = (await db
    .insertInto("person")
    .values({ name: "Phạm Văn Tòng", login: "tong", login_key: "tong" })
    .returning("id")
    .executeTakeFirstOrThrow()) as { id: PersonId };
  await db.insertInto("person").values({ name: "Lê Thị Hạnh", login: "hanh", login_key: "hanh" }).execute();
  const leads = sql`${[front, communeFront, village, women]}::int[]`;
  await sql`
    insert into exemplar (kind, state, name, place, field, themes, stream, lead_id, contents, money, step, registered_on, accepted_on, first_year, moved_on,
                          typed_by, typed_at, created_at, updated_at, paused)
    select (array['model', 'works', 'person'])[1 + n % 3], state, case n % 7 when 0 then 'Thắp sáng ngõ xóm' when 1 then 'Tuyến đường hoa thôn ' || n when 2 then 'Chợ quê văn minh' else 'Hiến đất mở đường' end,
           case when n % 5 = 0 then 'xóm Đình' end, case when n % 4 > 0 then (array['economy', 'culture-society', 'political-system'])[n % 4] end,
           case when n % 3 = 0 then array['môi trường, rác thải', 'khuyến học'] when n % 3 = 1 then array['khuyến học'] else '{}' end,
           case when n % 6 = 0 then 'existing' else 'new' end, (${leads})[1 + n % 4], jsonb_build_object('method', case when n % 90 = 8 then 'Máy gặt liên hợp' else 'Họp dân bàn, mỗi hộ góp công' end),
           case when n % 3 > 0 then n * 1000000 end, 1 + n % 4, case when state <> 'draft' then date '2026-09-01' - (n * 7919 % 900) end, case when state in ('accepted', 'stopped') then date '2026-09-09' end,
           case when n % 6 > 0 then 2024 + n % 3 end, date '2026-09-01' - n, ${person}::uuid, (${leads})[1 + (n / 3) % 4], now(), now(), n % 13 = 0
      from (select n, case when n % 10 < 6 then 'accepted' else (array['stopped', 'registered', 'draft', case when n % 20 < 10 then 'returned' else 'withdrawn' end])[n % 10 - 5] end as state
              from generate_series(1, ${rows}::int) n) row`.execute(db);
  await sql`
    insert into exemplar_goal (exemplar_id, position, name, unit, baseline, goal)
    select id, case when step = 4 then null else 0 end, 'hộ', 'hộ', 10, 60 from exemplar where step > 1`.execute(db);
  await sql`
    insert into exemplar_reading (goal_id, on_date, value, typed_by, typed_at)
    select g.id, date '2026-09-01' + at, case when e.money % 2000000 = 0 then 70 else 20 end, e.typed_by, now()
      from exemplar_goal g join exemplar e on e.id = g.exemplar_id, generate_series(0, 1) at where e.step > 2`.execute(db);
  await sql`
    insert into exemplar_grade (exemplar_id, year, proposed, proposed_name, proposed_next, proposed_at_unit, proposed_by, proposed_at, grade, grade_name, next_step, decided_at_unit, decided_by, decided_on)
    select id, 2025 + at, 'tot', 'Tốt', 'sustain', lead_id, typed_by, now(), 'tot', 'Tốt', case when at = 0 then 'stop' when step = 2 then 'replicate' else 'sustain' end, lead_id, (select id from person where login = 'hanh'), date '2026-09-02'
      from exemplar, generate_series(0, 1) at where state = 'accepted' and step in (2, 3)`.execute(db);
  // What is written and taken back leaves nothing.
  await sql`delete from exemplar_reading where on_date = date '2026-09-02' and value = 70`.execute(db);
  await sql`update exemplar set name = name || ' tự quản', themes = themes || '{chuyển đổi số}' where step = 1 and state = 'accepted'`.execute(
    db,
  );
  const { rows: all } = await sql<{ id: ExemplarId; state: string }>`select id, state from exemplar`.execute(db);
  for (const reader of [front, village, women]) {
    const actor = { personId: person, personName: "", unitId: reader, permissions: new Set(["exemplar:view"]) } as unknown as Actor;
    const seen = new Set<ExemplarId>();
    for (const { id, state } of all) {
      const record = state === "accepted" || state === "stopped" ? undefined : await findExemplar(db, id);
      if (!record || mayView(actor, record.state, await sidesOf(db, actor, record))) seen.add(id);
    }
    visible.set(reader, seen);
  }
});

/** The same question, asked of every exemplar in the plainest way. */
async function plainly({ reader, words = [], ...filter }: Filter): Promise<ExemplarId[]> {
  const has = (text: ReturnType<typeof sql>) =>
    sql`(select bool_and(case when at < ${words.length}::int or length(word) < 3 then ' ' || heard || ' ' like '% ' || word || ' %' else ' ' || heard like '% ' || word || '%' end)
      from unnest(${[...words]}::text[]) with ordinality asked (word, at), lateral (select regexp_replace(vi_fold(${text}), '[^a-z0-9]+', ' ', 'g') as heard) heard)`;
  const reached = sql`exists (select from exemplar_goal g, lateral (select r.value from exemplar_reading r where r.goal_id = g.id order by r.on_date desc limit 1) last
    where g.exemplar_id = e.id and g.position is not null and last.value >= g.goal)`;
  const read = sql`exists (select from exemplar_goal g join exemplar_reading r on r.goal_id = g.id where g.exemplar_id = e.id and g.position is not null)`;
  const given = <K extends keyof typeof filter>(key: K, where: (value: NonNullable<(typeof filter)[K]>) => ReturnType<typeof sql>) =>
    filter[key] === undefined ? [] : [where(filter[key] as NonNullable<(typeof filter)[K]>)];
  const below = (of: UnitId) => sql`e.lead_id = any(${of === front ? [front, communeFront, village] : [of]}::int[])`;
  const all = [
    filter.state === undefined ? sql`e.state <> 'withdrawn'` : sql`e.state = ${filter.state}::text`,
    ...given("kind", (kind) => sql`e.kind = ${kind}::text`),
    ...given("field", (field) => sql`e.field = ${field}::text`),
    ...given("stream", (stream) => sql`e.stream = ${stream}::text`),
    ...given("theme", (theme) => sql`${theme}::text = any(e.themes)`),
    ...given("year", (year) => sql`e.first_year = ${year}::int`),
    ...given("step", (step) => sql`e.step = ${step}::int`),
    ...given("moneyFrom", (least) => sql`e.money >= ${least}::bigint`),
    ...given("moneyUntil", (most) => sql`e.money <= ${most}::bigint`),
    ...given("result", (result) => ({ reached, read, none: sql`not ${read}` })[result]),
    ...given(
      "next",
      (next) => sql`${next}::text = (select next_step from exemplar_grade g where g.exemplar_id = e.id order by year desc limit 1)`,
    ),
    ...given("unitId", below),
    ...(filter.own ? [below(reader)] : []),
    ...given("quietUntil", (day) => sql`e.state = 'accepted' and not e.paused and e.moved_on <= ${day}::date and ${below(reader)}`),
    ...(words.length > 0 ? [has(sql`concat_ws(' ', e.name, e.place, e.contents ->> 'method')`)] : []),
  ];
  const named = filter.sort === "fit" && words.length > 0 ? sql`${has(sql`e.name`)} desc,` : sql``;
  const { rows: found } = await sql<{ id: ExemplarId }>`
    select e.id from exemplar e where ${sql.join(all, sql` and `)} order by ${named} e.registered_on desc nulls first, e.id desc`.execute(
    db,
  );
  const theirs = found.filter(({ id }) => visible.get(reader)?.has(id)).map(({ id }) => id);
  if (filter.next === undefined || filter.next === "replicate") return theirs;
  // A grade is read by those who have a part in it.
  const { rows: part } = await sql<{ id: ExemplarId }>`
    select id from exemplar e where ${below(reader)} or e.typed_at = any(${reader === front ? [front] : [reader]}::int[])`.execute(db);
  const has_part = new Set(part.map(({ id }) => id));
  return theirs.filter((id) => has_part.has(id));
}

const asked: Omit<Filter, "reader">[] = [
  {},
  ...(["draft", "registered", "returned", "accepted", "stopped", "withdrawn"] as const).map((state) => ({ state })),
  { kind: "works" },
  { kind: "friendly-government" },
  { field: "economy", stream: "existing" },
  { theme: "khuyến học" },
  { theme: "chuyển đổi số", step: 1 },
  { year: 2024 },
  { year: 2026, kind: "person" },
  { year: 2020 },
  { moneyFrom: 100_000_000, moneyUntil: 200_000_000 },
  { moneyFrom: 419_000_000 },
  { result: "reached" },
  { result: "read" },
  { result: "none", step: 2 },
  { next: "replicate" },
  { next: "sustain" },
  { next: "stop" },
  { own: true },
  { quietUntil: "2026-03-01" },
  { words: ["duong"] },
  { words: ["duong"], sort: "fit" },
  { words: ["duong", "hoa"], sort: "fit" },
  { words: ["dinh", "hoa"], sort: "fit" },
  { words: ["may", "gat"], sort: "fit" },
  { words: ["may", "gat", "lien", "ho"] },
  { words: ["hop", "dan", "ban", "moi", "ho", "gop", "con"], sort: "fit" },
  { words: ["tu", "quan"], sort: "fit" },
  { words: ["khong", "co"], sort: "fit" },
  { words: ["duong"], sort: "fit", field: "economy", year: 2025 },
  { words: ["cho", "que"], result: "reached" },
  { words: ["cho", "que"], moneyFrom: 200_000_000, sort: "fit" },
  { words: ["thon", "9"], state: "registered" },
];

describe("a list finds what every exemplar, asked one by one, says", () => {
  test.each(asked.map((filter) => [JSON.stringify(filter), filter] as const))("%s", async (_, filter) => {
    for (const whole of [{ reader: front }, { reader: front, unitId: village }, { reader: village }, { reader: women }]) {
      const expected = await plainly({ ...filter, ...whole });
      for (const offset of [0, 40]) {
        const { records, total, more } = await findExemplars(db, { ...filter, ...whole }, { offset, limit: 20 }, pace);
        expect(records.map(({ id }) => id)).toEqual(expected.slice(offset, offset + 20));
        if (more) {
          expect(total).toBeLessThanOrEqual(expected.length);
          // Who leafs on finds the next page.
          expect(total).toBeGreaterThan(offset + records.length);
        } else expect(total).toBe(expected.length);
        // A list without words is counted; with words it is enough to say that there are at least so many.
        if (!filter.words) expect(more).toBe(false);
      }
    }
  });
});

test("photographs that differ in six bits at most share a quarter or its neighbour", async () => {
  const { rows: found } = await sql<{ missed: number; pairs: number; strangers: number }>`
    with pair as (
      select one, one # bits as other from (
        select hashint8extended(n, 7) as one,
               (select bit_xor(1::bigint << ((hashint8extended(n, at)) & 63)::int) from generate_series(1, 1 + n % 6) at) as bits
          from generate_series(1, 2000) n) made)
    select count(*) filter (where not (picture_quarters(other) && picture_neighbours(one)))::int as missed, count(*)::int as pairs,
           count(*) filter (where picture_quarters(hashint8extended(other, 3)) && picture_neighbours(one))::int as strangers
      from pair`.execute(db);
  expect(found[0]).toEqual({ missed: 0, pairs: 2000, strangers: expect.any(Number) });
  expect(found[0]?.strangers).toBeLessThan(20);
});
