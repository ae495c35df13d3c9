import { sql } from "kysely";
import type { ExemplarId } from "../../src/kernel/ids.ts";
import { samePictures } from "../../src/modules/exemplars/likeness/store.ts";
import { figure, pairsOf, type Bench, type Figure, type Pair } from "../figure.ts";
import { fill, rare, settle } from "./fill.ts";
import { openPlace, type Place, type Visitor } from "./place.ts";
import { makeTree, type Tree } from "./tree.ts";

const scales = { small: 3_000, large: 300_000 };
const rounds = 5;
/** Of each round for a 95th percentile: the 38th of 40. */
const perRound = 40;
const year = new Date().getFullYear();

type Filled = { place: Place; tree: Tree; officer: Visitor; commune: Visitor; centre: Visitor; photographed: string };

async function filled(total: number): Promise<Filled> {
  const place = await openPlace();
  try {
    const db = place.databases.app;
    const tree = await makeTree(db);
    const officer = await place.person("hanh", tree.front);
    await fill(place.databases, officer.person, total);
    await settle(place.databases.migrator);
    const { rows } = await sql<{ id: string }>`
      select p.exemplar_id as id
        from exemplar_picture p join exemplar e on e.id = p.exemplar_id and e.state = 'accepted'
        join unit_at lead on lead.unit_id = e.lead_id and lead.province_id = ${tree.province}::int
       order by p.id desc limit 1`.execute(db);
    return {
      place,
      tree,
      officer,
      commune: await place.person("tong", tree.communeFront),
      centre: await place.person("vinh", tree.centre),
      photographed: rows[0]?.id ?? "",
    };
  } catch (error) {
    await place.close();
    throw error;
  }
}

/** What people do, each as (whose session, path). Every filter and order that the page offers, each way of searching, every board. */
const acts = {
  list: (at: Filled) =>
    [
      [at.officer, "/exemplars"],
      [at.commune, "/exemplars"],
      [at.centre, "/exemplars"],
      [at.officer, "/exemplars?page=20"],
      [at.officer, `/exemplars?kind=works&year=${year - 1}`],
      [at.officer, "/exemplars?kind=friendly-government"],
      [at.commune, "/exemplars?field=economy&page=3"],
      [at.commune, "/exemplars?stream=existing"],
      [at.officer, "/exemplars?theme=khuy%E1%BA%BFn+h%E1%BB%8Dc"],
      [at.officer, `/exemplars?year=${year - 3}`],
      [at.officer, `/exemplars?unitId=${at.tree.commune}`],
      [at.centre, `/exemplars?unitId=${at.tree.province}`],
      [at.officer, "/exemplars?step=4"],
      [at.officer, "/exemplars?moneyFrom=200000000"],
      [at.officer, "/exemplars?moneyFrom=900000000"],
      [at.officer, "/exemplars?result=reached"],
      [at.officer, "/exemplars?result=none"],
      [at.officer, "/exemplars?next=replicate"],
      [at.officer, "/exemplars?next=stop"],
      [at.officer, "/exemplars?level=province"],
      [at.officer, "/exemplars?level=centre"],
      [at.officer, "/exemplars?state=registered"],
      [at.centre, "/exemplars?state=returned"],
      [at.officer, "/exemplars?state=draft"],
      [at.officer, "/exemplars?state=stopped"],
      [at.commune, "/exemplars?own=true"],
      [at.officer, "/exemplars?own=true"],
      [at.commune, "/exemplars?quiet=true"],
      [at.officer, "/exemplars?quiet=true"],
    ] as const,
  search: (at: Filled) =>
    [
      [at.officer, "/exemplars?text=hien+dat+mo+tuyen+duong"],
      [at.commune, "/exemplars?text=may+gat+lien+hop"],
      [at.officer, "/exemplars?text=may+gat+lien+hop&sort=fit"],
      [at.officer, "/exemplars?text=duong&sort=fit"],
      [at.officer, "/exemplars?text=ho+dan+ban+cong&sort=fit"],
      [at.commune, "/exemplars?text=hop+dan+ban+tung+khoan+thu+chi&sort=fit"],
      [at.officer, "/exemplars?text=zalo+kenh+muong+noi+dong&sort=fit"],
      [at.centre, "/exemplars?text=cuu+chien+binh+gan+camera&sort=fit"],
      [at.officer, "/exemplars?text=thap+sang+hien+dat+mo+ben+nuoc+cho+que&sort=fit"],
      [at.commune, "/exemplars?text=khong+ai+viet&sort=fit"],
      [at.commune, "/exemplars?text=thắp+sáng+ngõ&sort=fit"],
      [at.officer, "/exemplars?text=kenh+muo&sort=fit"],
      [at.officer, "/exemplars?text=cho+que+an+khe&field=economy"],
      [at.officer, "/exemplars?text=bang+tin&theme=khuy%E1%BA%BFn+h%E1%BB%8Dc&sort=fit"],
      [at.officer, `/exemplars?text=duong&unitId=${at.tree.commune}&sort=fit`],
      [at.officer, `/exemplars?text=kenh+muong&unitId=${at.tree.front}&sort=fit`],
      [at.officer, "/exemplars?text=kenh+muong&moneyFrom=200000000&sort=fit"],
      [at.officer, "/exemplars?text=kenh+muong&result=reached&sort=fit"],
      [at.officer, `/exemplars?text=kenh+muong&year=${year - 2}&sort=fit`],
      [at.officer, "/search?text=bien+ban+hop+cau+dan+sinh"],
    ] as const,
  boards: (at: Filled) =>
    [
      [at.officer, "/exemplar-boards"],
      [at.centre, "/exemplar-boards"],
      [at.commune, `/exemplar-boards?year=${year - 1}`],
    ] as const,
  pictures: (at: Filled) => [[at.officer, `/exemplars/${at.photographed}/pictures`]] as const,
  peers: (at: Filled) =>
    [
      [at.officer, "/exemplar-peers"],
      [at.commune, "/exemplar-peers"],
    ] as const,
};

type Kind = keyof typeof acts;

const ask = async (kind: Kind, at: Filled): Promise<void> => {
  for (const [visitor, path] of acts[kind](at)) await visitor.get(path);
};

/** Milliseconds of one act of a kind, over all of them. */
async function mean(kind: Kind, at: Filled): Promise<number> {
  const started = performance.now();
  await ask(kind, at);
  return (performance.now() - started) / acts[kind](at).length;
}

/** The 95th percentile of single acts, and the mean of as many `select 1` in between. */
function percentile(kind: Kind, at: Filled): Promise<Pair> {
  const queue: number[] = [];
  return pairsOf(
    rounds,
    async () => {
      const times: number[] = [];
      queue.length = 0;
      for (let index = 0; index < perRound; index++) {
        const all = acts[kind](at);
        const [visitor, path] = all[index % all.length] ?? all[0];
        const started = performance.now();
        await visitor.get(path);
        const between = performance.now();
        times.push(between - started);
        await sql`select 1`.execute(at.place.databases.app);
        queue.push(performance.now() - between);
      }
      return times.toSorted((a, b) => a - b)[Math.floor(perRound * 0.95) - 1] ?? Number.NaN;
    },
    async () => queue.reduce((sum, time) => sum + time, 0) / queue.length,
  );
}

type Listed = { total: number; more?: boolean; items: { id: string; name: string; registeredOn: string }[] };

/** Before anything is timed: what is answered is what the rows say. */
async function assertRight({ place, officer, centre, tree, photographed }: Filled): Promise<void> {
  const db = place.databases.app;
  const count = async (where: ReturnType<typeof sql>): Promise<number> => {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from exemplar e where ${where}`.execute(db);
    return rows[0]?.count ?? -1;
  };
  const same = (what: string, found: unknown, expected: unknown): void => {
    if (JSON.stringify(found) !== JSON.stringify(expected))
      throw new Error(`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
  };
  const open = sql`e.state in ('accepted', 'stopped')`;
  const inFirst = sql`e.lead_id in (select unit_id from unit_at where province_id = ${tree.province}::int)`;
  const named = (await officer.get("/exemplars?text=may+gat+lien+hop&state=accepted")) as Listed;
  same("a rare word", named.total, await count(sql`e.state = 'accepted' and e.name like ${`%${rare[0]}%`}::text`));
  if (named.total === 0 || !named.items.every(({ name }) => name.includes(rare[0] ?? "?"))) throw new Error("a rare word finds others");
  const newest = (await officer.get("/exemplars?state=accepted")) as Listed;
  const { rows: last } = await sql<{
    on: string;
  }>`select registered_on as on from exemplar e where e.state = 'accepted' order by 1 desc limit 50`.execute(db);
  same(
    "newest first",
    newest.items.map(({ registeredOn }) => registeredOn),
    last.map(({ on }) => on),
  );
  const cohort = sql`${sql`coalesce(e.first_year, extract(year from e.registered_on)::int)`} = ${year - 1}::int and e.state in ('registered', 'accepted', 'stopped')`;
  type Board = { counts: { registered: number; recognised: number; running: number } };
  const province = ((await officer.get(`/exemplar-boards?year=${year - 1}`)) as Board).counts;
  same("registered in the province", province.registered, await count(sql`${cohort} and ${inFirst}`));
  same("running in the province", province.running, await count(sql`e.state = 'accepted' and not e.paused and ${inFirst}`));
  const recognised = sql`exists (select from exemplar_recognition r where r.exemplar_id = e.id)`;
  same("recognised in the province", province.recognised, await count(sql`${cohort} and ${inFirst} and ${recognised}`));
  const whole = ((await centre.get(`/exemplar-boards?year=${year - 1}`)) as Board).counts;
  same("registered in the country", whole.registered, await count(cohort));
  same("open in the country", (await count(open)) > 0, true);
  const { items } = (await officer.get(`/exemplars/${photographed}/pictures`)) as { items: unknown[] };
  if (items.length === 0) throw new Error("no photographs");
}

/** Whether a photograph was used before, by anybody in the country. */
async function reuse({ place, photographed }: Filled): Promise<number> {
  const started = performance.now();
  await samePictures(place.databases.app, photographed as ExemplarId);
  return performance.now() - started;
}

/** A province's board after one of its exemplars changed: counted anew from its rows. */
async function changed({ place, officer, photographed }: Filled): Promise<number> {
  await sql`update exemplar set updated_at = now() where id = ${photographed}::uuid`.execute(place.databases.app);
  const started = performance.now();
  await officer.get("/exemplar-boards");
  return performance.now() - started;
}

const selectOne = async ({ place }: Filled): Promise<number> => {
  const started = performance.now();
  for (let at = 0; at < perRound; at++) await sql`select 1`.execute(place.databases.app);
  return (performance.now() - started) / perRound;
};

/** The register of a country: lists, search and boards on 300,000 against 3,000, and against the least a database can do. */
export const exemplarsBench: Bench = {
  name: "exemplars",
  what: "lists, search and boards of 300,000 exemplars (22,000 in a province, with 60,000 photographs) against 3,000",
  async run() {
    const small = await filled(scales.small);
    try {
      const large = await filled(scales.large);
      try {
        for (const at of [small, large]) {
          await assertRight(at);
          // Boards are counted now; what that left behind is cleared as after any large import.
          await settle(at.place.databases.migrator);
        }
        const figures: Figure[] = [];
        const words = {
          list: "a page of the list",
          search: "a search",
          boards: "a board",
          pictures: "the photographs of one",
          peers: "what units alike do",
        } as const;
        for (const kind of ["list", "search", "boards", "pictures", "peers"] as const) {
          const { value, against } = await pairsOf(
            rounds,
            () => mean(kind, large),
            () => mean(kind, small),
          );
          figures.push(
            figure({
              key: `${kind}-scale`,
              what: `${words[kind]} over HTTP, mean, ${scales.large.toLocaleString("en")} exemplars`,
              value,
              unit: "ms",
              against: { what: `${scales.small.toLocaleString("en")} exemplars`, value: against },
              goal: 3,
              better: "lower",
            }),
          );
        }
        for (const [kind, goal] of [
          ["search", 100],
          ["boards", 300],
        ] as const) {
          const { value, against } = await percentile(kind, large);
          const what = `${words[kind]} over HTTP, 95th percentile, ${scales.large.toLocaleString("en")} exemplars`;
          figures.push(
            figure({ key: `${kind}-p95`, what, value, unit: "ms", against: { what: "select 1", value: against }, goal, better: "lower" }),
          );
        }
        const reused = await pairsOf(
          rounds,
          () => reuse(large),
          () => reuse(small),
        );
        figures.push(
          figure({
            key: "picture-reuse",
            what: "whether a photograph was used before, among all of the country",
            value: reused.value,
            unit: "ms",
            against: { what: `${scales.small.toLocaleString("en")} exemplars`, value: reused.against },
            goal: 3,
            better: "lower",
          }),
        );
        const anew = await pairsOf(
          rounds,
          () => changed(large),
          () => selectOne(large),
        );
        figures.push(
          figure({
            key: "board-anew",
            what: "a province's board of 22,000 just after one of them changed",
            value: anew.value,
            unit: "ms",
            against: { what: "select 1", value: anew.against },
            goal: 300,
            better: "lower",
          }),
        );
        return { name: "exemplars", n: rounds * perRound, figures };
      } finally {
        await large.place.close();
      }
    } finally {
      await small.place.close();
    }
  },
};
