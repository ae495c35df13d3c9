import { sql, type RawBuilder } from "kysely";
import type { PersonId } from "../../src/kernel/ids.ts";
import type { Database, Databases } from "../../src/platform/database/index.ts";
import { provinces } from "./tree.ts";

/** Of 300 exemplars so many lie in the first province: 22,000 of 300,000; the others share the rest. */
const inFirst = 22;
const of = 300;
/** Photographs of the first province for each of its exemplars, times 22: 60,000 for 22,000. */
const photographs = 60;

const deeds = [
  "Hiến đất mở",
  "Thắp sáng",
  "Trồng hoa dọc",
  "Góp công sửa",
  "Giữ sạch",
  "Bê tông hóa",
  "Gắn camera cho",
  "Phủ xanh",
  "Dân tự quản",
  "Chung tay dựng",
];
const things = [
  "tuyến đường liên thôn",
  "con ngõ xóm",
  "nhà văn hóa thôn",
  "kênh mương nội đồng",
  "chợ quê",
  "bến nước",
  "sân chơi trẻ em",
  "khu nghĩa trang",
  "điểm tập kết rác",
  "cầu dân sinh",
  "trường mầm non",
  "đường điện chiếu sáng",
];
const ways = [
  "tổ liên gia góp vốn",
  "chi hội phụ nữ nuôi heo đất",
  "đoàn viên trực ngày thứ bảy",
  "hội cựu chiến binh nêu gương",
  "già làng vận động từng nhà",
  "nhóm Zalo báo tin",
  "mỗi hộ một việc tốt",
  "ký cam kết giữa các hộ",
];
const reasons = [
  "Đường hẹp, mùa mưa lầy lội, trẻ đi học vất vả",
  "Rác để đầu ngõ, nhiều hộ chưa phân loại",
  "Trộm cắp vặt xảy ra ban đêm",
  "Thanh niên thiếu chỗ vui chơi",
  "Ruộng thiếu nước vụ đông xuân",
  "Hộ khó khăn cần vốn làm ăn",
];
/** One in a few thousand has one of these: what somebody looks for by name. */
export const rare = ["máy gặt liên hợp", "nón lá làng nghề", "bè cá lồng", "ong mật rừng tràm", "gốm đỏ", "thổ cẩm"];
const themes = [
  "môi trường, rác thải",
  "nông thôn mới, đô thị văn minh",
  "an ninh trật tự",
  "chuyển đổi số",
  "khuyến học",
  "giảm nghèo, an sinh",
];

const list = (words: readonly string[]): RawBuilder<unknown> => sql`${[...words]}::text[]`;
/** One of a list, by the row's number and a salt, always the same. */
const pick = (words: readonly string[], salt: number): RawBuilder<unknown> =>
  sql`(${list(words)})[1 + ${chance(salt)} % ${words.length}::int]`;
/** 0 to 9999 of the row, independent for each salt. */
const chance = (salt: number): RawBuilder<unknown> => sql`(abs(hashint8(n * 1009 + ${salt}::bigint)::bigint) % 10000)::int`;

/** The exemplars with these numbers. A register grows by its days; one in ten came later, from an old list. */
function exemplars(
  db: Database,
  person: PersonId,
  { from, until, total }: { from: number; until: number; total: number },
): Promise<unknown> {
  return sql`
    with lead as materialized (
      select front.unit_id, front.name, front.area_id,
             row_number() over (partition by front.province_id order by front.lo) - 1 as at,
             count(*) over (partition by front.province_id) as many,
             dense_rank() over (order by front.province_id) - 1 as province
        from unit_at front join tree_version version using (ver)
       where version.valid @> current_date and front.kind = 'front' and front.commune_id is not null
    ), row as (
      select n, n / ${of}::int * ${inFirst}::int + n % ${of}::int as first, n / ${of}::int * ${of - inFirst}::int + n % ${of}::int - ${inFirst}::int as rest
        from generate_series(${from}::int, ${until - 1}::int) n
    ), numbered as (
      select n, case when n % ${of}::int < ${inFirst}::int then 0 else 1 + rest % ${provinces - 1}::int end as province,
             case when n % ${of}::int < ${inFirst}::int then first else rest / ${provinces - 1}::int end as at
        from row
    ), said as (
      select n, lead.unit_id, lead.area_id, ${chance(1)} as luck, date '2022-01-10' + case when ${chance(9)} % 10 = 0 then ${chance(2)} % 1700 else (n::bigint * 1700 / ${total}::int)::int end as registered_on,
             ${pick(deeds, 3)} || ' ' || ${pick(things, 4)} || ' ' || regexp_replace(lead.name, '^(MTTQ|Ban CTMT) ', '')
               || case when n % 2500 = 7 then ': ' || (${list(rare)})[1 + n / 2500 % ${rare.length}::int] else '' end as name,
             ${pick(things, 4)} as thing, ${pick(ways, 6)} as way, ${pick(reasons, 7)} as reason, ${pick(themes, 8)} as theme
        from numbered join lead on lead.province = numbered.province and lead.at = numbered.at % lead.many
    )
    insert into exemplar (kind, state, name, field, themes, stream, lead_id, area_id, contents, money, turns, step, registered_on, accepted_on,
                          first_year, moved_on, reason, typed_by, typed_at, created_at, updated_at)
    select (array['model', 'model', 'model', 'model', 'works', 'works', 'person', 'group', 'self-government', 'creative-activity'])[1 + luck % 10],
           state, name, (array['economy', 'culture-society', 'defence-security', 'political-system'])[1 + luck % 4], array[theme],
           case when luck % 6 = 0 then 'existing' else 'new' end, unit_id, area_id,
           jsonb_build_object(
             'situation', reason || '; ' || (20 + luck % 180) || ' hộ cùng chịu cảnh ấy nhiều năm.',
             'goals', (50 + luck % 400) || ' hộ tham gia, ' || (1 + luck % 9) || ' việc xong trước mùa mưa.',
             'method', 'Họp dân bàn ' || (1 + luck % 5) || ' buổi, ' || way || ', công khai từng khoản thu chi trên bảng tin.',
             'area', 'Cả khu dân cư cùng làm ' || thing || '.',
             'output', 'Dài ' || (100 + luck % 3000) || ' m, ' || (5 + luck % 300) || ' ngày công, ' || (1 + luck % 40) || ' hộ hiến đất.'),
           case when luck % 10 < 6 then (luck + 1) * 100000 end, case when luck % 10 < 7 then 20 + luck % 900 end, 1 + luck % 4,
           case when state <> 'draft' then registered_on end, case when state in ('accepted', 'stopped') then registered_on + 9 end,
           case when luck % 6 > 0 and state <> 'draft' then extract(year from registered_on)::int end, registered_on + luck % 400,
           case when state in ('stopped', 'returned', 'withdrawn') then 'Làm xong' end,
           ${person}::uuid, unit_id, registered_on, registered_on
      from (select *, case when luck < 8600 then 'accepted' when luck < 9000 then 'stopped' when luck < 9600 then 'registered'
                           when luck < 9800 then 'draft' when luck < 9900 then 'returned' else 'withdrawn' end as state from said) row`.execute(
    db,
  );
}

/** A statement at a time has five minutes; two at a time use what the machine has. */
const portion = 10_000;

/** Exemplars of all states over five years, with goals, launches, recognitions, photographs and entries, in a few statements. */
export async function fill({ app: db, migrator: owner }: Databases, person: PersonId, total: number): Promise<void> {
  const rebuild = await unwatched(owner);
  for (let from = 0; from < total; from += 2 * portion)
    await Promise.all(
      [from, from + portion]
        .filter((at) => at < total)
        .map((at) => exemplars(db, person, { from: at, until: Math.min(at + portion, total), total })),
    );
  await sql`
    insert into exemplar_goal (exemplar_id, position, name, unit, baseline, goal)
    select id, 0, 'hộ tham gia', 'hộ', 10, 60 from exemplar where step > 1 and state = 'accepted' and turns is not null`.execute(db);
  await sql`
    insert into exemplar_reading (goal_id, on_date, value, typed_by, typed_at)
    select g.id, e.registered_on + 90, 20 + e.turns % 60, e.typed_by, e.registered_on + 90
      from exemplar_goal g join exemplar e on e.id = g.exemplar_id where e.step > 2`.execute(db);
  await sql`
    insert into exemplar_event (exemplar_id, kind, on_date, unit_id, text, typed_by, typed_at)
    select id, what, accepted_on + 20, lead_id, 'Ra mắt trước toàn dân.', typed_by, accepted_on + 20
      from exemplar, unnest(case when step = 4 and money % 700000 = 0 then array['launch', 'awarded'] else array['launch'] end) what
     where state = 'accepted' and step > 1`.execute(db);
  await sql`
    with chosen as materialized (
      select id, name, kind, field, lead_id, registered_on + 200 as on_date, step from exemplar where state = 'accepted' and step > 2 and stream = 'new'
    ), decided as (
      insert into exemplar_decision (body_id, level, year, title, header, created_by, created_by_name, created_at, updated_at)
      select lead_id, case when step = 4 then 'province' else 'commune' end, extract(year from on_date)::int, 'Công nhận mô hình', '{}',
             ${person}::uuid, 'Cán bộ', now(), now()
        from chosen group by 1, 2, 3
      returning id, body_id, level, year
    )
    insert into exemplar_recognition (exemplar_id, decision_id, level, year, recognised_on, kind, field, printed_as, unit_name, certificate_code)
    select chosen.id, decided.id, decided.level, decided.year, chosen.on_date, chosen.kind, chosen.field, chosen.name, 'MTTQ',
           regexp_replace(upper(substr(md5(chosen.id::text), 1, 15)), '(.{5})(.{5})(.{5})', '\\1-\\2-\\3')
      from chosen join decided on decided.body_id = chosen.lead_id and decided.year = extract(year from chosen.on_date)
       and decided.level = case when chosen.step = 4 then 'province' else 'commune' end`.execute(db);
  await sql`
    with first as (select min(unit_id) as id from unit_at where kind = 'province'),
    theirs as materialized (
      select e.id, e.lead_id, e.typed_by, lead.province_id = (select id from first) as first,
             row_number() over (partition by lead.province_id = (select id from first) order by e.id) as n
        from exemplar e join unit_at lead on lead.unit_id = e.lead_id join tree_version version on version.ver = lead.ver and version.valid @> current_date
    )
    insert into exemplar_picture (exemplar_id, state, came_as, print_hash, web_hash, thumb_hash, width, height, phash, name, shows, cover,
                                  added_by, added_unit, added_at)
    select id, 'ready', file, file, file, file, 1600, 1200, hashint8extended(n, at + case when first then 0 else 9 end), 'IMG_' || n || '.jpg',
           (array['none', 'people', 'people', 'children-or-poor'])[1 + n % 4], at = 1, typed_by, lead_id, now()
      from theirs, generate_series(1, 3) at, lateral (select md5(n || ':' || at || first) || md5(at || ':' || n) as file) bytes
     where case when first then n * ${photographs}::int / ${inFirst}::int - (n - 1) * ${photographs}::int / ${inFirst}::int >= at else at = 1 end`.execute(
    db,
  );
  await Promise.all(
    [0, 1].map((half) =>
      sql`
        insert into exemplar_entry (id, state, registered_on, lead_id, typed_at, round_id, money, quiet_since, marks, said)
        select id, state, registered_on, lead_id, typed_at, round_id, money, case when state = 'accepted' and not paused then moved_on end,
               exemplar_marks(id), exemplar_said(name, place, contents)
          from (select * from exemplar order by registered_on nulls last, id) e where hashint8(extract(epoch from moved_on)::bigint) & 1 = ${half}::int`.execute(
        owner,
      ),
    ),
  );
  await sql`
    insert into exemplar_word
    select distinct word from exemplar_entry, unnest(tsvector_to_array(said)) told (word) where word not like '/%'`.execute(owner);
  await rebuild();
}

const tables = [
  "exemplar",
  "exemplar_entry",
  "exemplar_goal",
  "exemplar_reading",
  "exemplar_event",
  "exemplar_decision",
  "exemplar_recognition",
  "exemplar_picture",
  "exemplar_board",
  "exemplar_touched",
  "unit_at",
  "unit_edge",
  "unit_relation",
];

const filled = ["exemplar", "exemplar_entry", "exemplar_goal", "exemplar_reading", "exemplar_recognition", "exemplar_picture"];

/**
 * Takes off what every single act of a person brings along: triggers, whose work the filling does for all at once, and the indexes of
 * words, which grow ten times faster as a whole. Returns what puts them back.
 */
async function unwatched(owner: Database): Promise<() => Promise<void>> {
  const { rows } = await sql<{ name: string; made: string }>`
    select indexname as name, indexdef as made from pg_indexes
     where tablename = any(${filled}::text[]) and (indexdef like '% gin %' or tablename = 'exemplar_entry' and indexname not like '%_pkey')`.execute(
    owner,
  );
  const asOwner = (statements: RawBuilder<unknown>[]) =>
    owner.transaction().execute(async (tx) => {
      for (const each of [sql`set local role kheo_owner`, sql`set local maintenance_work_mem = '256MB'`, ...statements])
        await each.execute(tx);
    });
  const triggers = (state: "disable" | "enable") =>
    filled.map((table) => sql`alter table ${sql.table(table)} ${sql.raw(state)} trigger user`);
  await asOwner([...triggers("disable"), ...rows.map(({ name }) => sql`drop index ${sql.table(name)}`)]);
  return () => asOwner([...rows.map(({ made }) => sql.raw(made)), ...triggers("enable")]);
}

/** What autovacuum has done by the time somebody looks: without it every index entry is checked against its row. */
export const settle = (owner: Database): Promise<void> =>
  owner.connection().execute(async (one) => {
    await sql`set role kheo_owner`.execute(one);
    for (const table of tables) await sql`vacuum (analyze) ${sql.table(table)}`.execute(one);
    await sql`reset role`.execute(one);
  });
