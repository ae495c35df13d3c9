import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { cellOf, readTotals, readValues, valueKey, type Submission } from "../../src/modules/indicators/index.ts";
import { testApp, type Answer, type Person } from "../support/app.ts";
import { journal, neighbours, repeated, type Body, type Entry } from "../support/half-year-journal.ts";
import { tanGiang } from "../support/tan-giang.ts";

/**
 * A half-year report of a commune rebuilt from its journal: six organisations wrote down what they did, nobody types a figure
 * into the form, and what stands there is what this test adds up from its own table.
 */
const app = await testApp({ at: "2026-06-20T09:00:00+07:00" });
const unit = await tanGiang(app.db);
const province = unit("Ủy ban MTTQ Việt Nam tỉnh Tân Giang");
const front = unit("Ủy ban MTTQ Việt Nam xã Bình Lâm");
const bodies = {
  front,
  village: unit("Ban Công tác Mặt trận thôn Đoài"),
  youth: unit("Đoàn TNCS Hồ Chí Minh xã Bình Lâm"),
  women: unit("Hội Liên hiệp Phụ nữ xã Bình Lâm"),
  veterans: unit("Hội Cựu chiến binh xã Bình Lâm"),
  union: unit("Công đoàn xã Bình Lâm"),
};

/** What an entry gives for a cell; undefined: nothing. */
type Pick = (entry: Entry) => number | undefined;
type Asked = { no: number; member?: string; value: Pick; over?: Pick };

const when = (kind: string, pick: Pick, having: Record<string, string> = {}): Pick => {
  const fits = ({ kind: is, more = {} }: Entry) => is === kind && Object.entries(having).every(([key, option]) => more[key] === option);
  return (entry) => (fits(entry) ? pick(entry) : undefined);
};
const turns: Pick = (entry) => entry.turns;
const gifts: Pick = (entry) => entry.gifts;
const money: Pick = (entry) => entry.money;
const own =
  (key: string): Pick =>
  ({ more = {} }) =>
    more[key] === undefined ? undefined : Number(more[key]);
const times =
  (key = ""): Pick =>
  (entry) =>
    own(key)(entry) ?? 1;
const both =
  (...picks: Pick[]): Pick =>
  (entry) => {
    const found = picks.flatMap((pick) => pick(entry) ?? []);
    return found.length === 0 ? undefined : found.reduce((sum, one) => sum + one);
  };

const poor = { fund: "poor" };
const allGifts: Asked = { no: 64, value: gifts };
const giving: Asked[] = [
  { no: 65, value: both(when("gift-giving", money), when("visit", money)) },
  { no: 66, value: when("gift-giving", own("cases")) },
  { no: 68, value: (entry) => entry.labour },
];
const telling: Asked[] = [
  { no: 92, value: when("propaganda", times("sessions")) },
  { no: 93, value: when("propaganda", turns) },
];
const campaigns: Asked[] = [
  { no: 94, value: when("campaign-work", times("sessions")) },
  { no: 95, value: when("campaign-work", turns) },
];
const training: Asked[] = [
  { no: 16, value: when("training", times("classes")) },
  { no: 17, value: when("training", turns) },
];
const members: Asked[] = [
  { no: 80, value: when("member-admission", own("members")) },
  { no: 82, value: when("member-admission", own("outstanding")) },
  { no: 83, value: when("member-admission", own("party")) },
];
const models: Asked[] = [
  { no: 7, value: when("model-launch", turns) },
  { no: 8, value: when("model-launch", money) },
  { no: 9, value: when("model-launch", own("households")) },
];
const mediation: Asked[] = [
  { no: 55, value: when("mediation", own("cases")) },
  { no: 56, value: when("mediation", own("settled")), over: when("mediation", own("cases")) },
];
const options = (no: number, kind: string, key: string, all: string[]): Asked[] =>
  all.map((option) => ({ no, member: option, value: when(kind, times(), { [key]: option }) }));

const sections: { id: string; fills?: string; scope?: "area"; by: Body[]; asked: Asked[] }[] = [
  {
    id: "mat-tran",
    by: ["front", "village"],
    asked: [
      ...models,
      { no: 14, value: when("document-study", times()) },
      { no: 15, value: when("document-study", turns) },
      ...training,
      { no: 18, value: when("inspection", times()) },
      { no: 20, value: when("party-front-session", times()) },
      { no: 21, value: when("propaganda", own("articles")) },
      { no: 24, value: when("dialogue", times()) },
      ...options(24, "dialogue", "level", ["party-secretary", "chairman", "other"]),
      { no: 25, value: when("dialogue", own("opinions")) },
      { no: 26, value: when("dialogue", own("answered")), over: when("dialogue", own("opinions")) },
      { no: 27, value: when("reception-day", times()) },
      { no: 28, value: when("reception-day", own("visits")) },
      { no: 30, value: when("reception-day", own("groups")) },
      { no: 31, value: when("reception-day", own("letters")) },
      { no: 32, value: when("reception-day", own("qualified")) },
      { no: 33, value: when("reception-day", own("transferred")) },
      { no: 36, value: when("voter-meeting", times()) },
      { no: 37, value: when("voter-meeting", own("opinions")) },
      { no: 38, value: when("voter-meeting", own("answered")), over: when("voter-meeting", own("opinions")) },
      { no: 39, value: when("supervision", times()) },
      ...options(39, "supervision", "form", ["documents", "team", "inspection-boards", "with-bodies"]),
      { no: 40, value: when("social-criticism", times(), { form: "conference" }) },
      { no: 41, value: when("social-criticism", times()) },
      ...options(41, "social-criticism", "form", ["conference", "written"]),
      { no: 42, value: when("supervision", own("recommendations")) },
      { no: 43, value: when("supervision", own("accepted")), over: when("supervision", own("recommendations")) },
      { no: 44, value: when("party-government-opinion", own("opinions")) },
      { no: 46, value: when("supervision", times(), { by: "people-inspection" }) },
      { no: 47, value: when("supervision", times(), { by: "community-investment" }) },
      { no: 48, value: when("supervision", own("cases")) },
      { no: 49, value: when("supervision", own("recovered")) },
      { no: 52, value: when("meeting-people", times()) },
      ...mediation,
      { no: 58, value: both(when("fund-raising", money, poor), when("fund-raising", own("in-kind"), poor)) },
      { no: 58, member: "cash", value: when("fund-raising", money, poor) },
      { no: 58, member: "in-kind", value: when("fund-raising", own("in-kind"), poor) },
      { no: 59, value: when("fund-raising", both(money, own("in-kind")), { fund: "gratitude" }) },
      { no: 60, value: when("relief", both(money, own("in-kind"))) },
      { no: 61, value: when("charity-house", own("built")) },
      { no: 62, value: when("charity-house", own("repaired")) },
      { no: 63, value: when("charity-house", money) },
      ...giving,
      { no: 67, value: when("campaign-work", own("land")) },
      { no: 69, value: when("campaign-work", own("contributed")) },
      { no: 70, value: when("campaign-work", own("roads")) },
      { no: 87, value: when("visit", times(), { whom: "religious" }) },
      { no: 90, value: when("review", both(own("collectives"), own("individuals"))) },
      { no: 90, member: "collective", value: when("review", own("collectives")) },
      { no: 90, member: "individual", value: when("review", own("individuals")) },
      ...telling,
    ],
  },
  {
    id: "thanh-nien",
    fills: "youth-union",
    by: ["youth"],
    asked: [...training, allGifts, ...giving, ...members, ...telling, ...campaigns],
  },
  {
    id: "phu-nu",
    fills: "womens-union",
    by: ["women"],
    asked: [
      ...models,
      ...training,
      allGifts,
      ...giving,
      { no: 71, value: when("loan-support", own("households")) },
      { no: 72, value: when("loan-support", own("insured")) },
      ...telling,
      ...campaigns,
    ],
  },
  {
    id: "cuu-chien-binh",
    fills: "veterans",
    by: ["veterans"],
    asked: [allGifts, ...giving, ...members, ...mediation, ...telling, ...campaigns],
  },
  { id: "cong-doan", fills: "trade-union", by: ["union"], asked: [allGifts, ...giving, ...members, ...telling, ...campaigns] },
  // Of the whole commune: what the organisations say of their own part is in it already.
  { id: "toan-xa", scope: "area", by: ["front", "village", "youth", "women", "veterans", "union"], asked: [allGifts, ...campaigns] },
];

const summed = (entries: readonly Entry[], pick: Pick): string | null => {
  const values = entries.flatMap((entry) => pick(entry) ?? []);
  return values.length === 0 ? null : String(values.reduce((sum, value) => sum + value));
};
const counted = (by: readonly Body[]) => journal.filter((entry) => entry.out === undefined && by.includes(entry.by));
/** What ought to stand in a cell; records that give one number of a ratio only do not fill it. */
function expected(entries: readonly Entry[], { value, over }: Asked) {
  if (!over) return { value: summed(entries, value) };
  const ratio = { value: null, numerator: summed(entries, value), denominator: summed(entries, over) };
  return ratio.numerator === null || ratio.denominator === null ? { value: null } : ratio;
}

const people = {} as Record<Body | "province" | "neighbour", Person>;
const ids = new Map<number, number>();
const key = ({ no, member }: Asked) => `${ids.get(no)}${member === undefined ? "" : `:${member}`}`;

const ok = ({ status, body }: Answer) => {
  expect(status, JSON.stringify(body).slice(0, 500)).toBeLessThan(300);
  return body;
};

/** "hơn 187,5 triệu", "1.240": as people type. */
function typed(field: string, value: number | string, { said = {} }: Entry): string {
  if (typeof value === "string") return value;
  const text = field === "money" ? `${String(value / 1_000_000).replace(".", ",")} triệu` : value.toLocaleString("vi-VN");
  return said[field] ? `${said[field]} ${text}` : text;
}

async function record(who: Person, entry: Entry) {
  const { on, kind, name, out, more = {} } = entry;
  const figures = (["turns", "gifts", "money", "labour"] as const).flatMap((field) =>
    entry[field] === undefined ? [] : [[field, typed(field, entry[field], entry)]],
  );
  const details = Object.entries(more).map(([field, value]) => [field, typed(field, value, entry)]);
  const state = out === "planned" ? { state: "planned" } : {};
  const given = { kind, name, onDate: on, ...Object.fromEntries(figures), details: Object.fromEntries(details), ...state };
  const made = ok(await who.post("/activities", given));
  if (out === "cancelled") ok(await who.post(`/activities/${made.id}/cancel`, { version: made.version, reason: "Mưa lớn" }));
  return made;
}

let roundId = "";
const open = async (): Promise<Submission> => ok(await people.front.post(`/indicators/rounds/${roundId}/units/${front}/submission`));
function cellIn(told: Submission, id: string, asked: string) {
  const section = told.sections.find(({ sectionId }) => sectionId === id);
  const cell = section?.cells.find((one) => one.key === asked);
  if (!section || !cell) throw new Error(`no cell ${asked} in ${id}`);
  return { unitId: section.unit.id, cell };
}
const noOf = (no: number): string => String(ids.get(no));

beforeAll(async () => {
  for (const body of Object.keys(bodies) as Body[])
    people[body] = await app.person({ name: `Người của ${body}`, unit: bodies[body], role: "coordinator" });
  people.province = await app.person({ name: "Lê Thị Hạnh", unit: province, role: "coordinator" });
  people.neighbour = await app.person({ name: "Y Mai", unit: unit("Ủy ban MTTQ Việt Nam xã Hòa Phú"), role: "coordinator" });
  const dictionary = await app.db.selectFrom("indicator").select(["id", "catalogue_no", "name", "unit"]).execute();
  for (const { id, catalogue_no: no } of dictionary) if (no !== null) ids.set(no, id);
  const row = ({ no, member = "" }: Asked) => {
    const found = dictionary.find(({ catalogue_no: is }) => is === no);
    return { indicatorId: found?.id, member, label: `${found?.name} ${member}`.trim(), unit: found?.unit };
  };
  const form = ok(
    await people.province.post("/forms", {
      title: "Báo cáo sáu tháng đầu năm",
      basis: "Kế hoạch 12/KH-MTTQ-BTT ngày 05/01/2026",
      addressees: ["Ủy ban MTTQ Việt Nam các xã, phường"],
      periods: { kind: "half" },
      due: { text: "", rule: { kind: "after-end", days: 10, working: false } },
      content: {
        sections: sections.map(({ id, fills = null, scope = "line", asked }, place) => ({
          id,
          number: String(place + 1),
          heading: `Phần ${id}`,
          fills,
          scope,
          rows: asked.map(row),
        })),
      },
    }),
  );
  ok(await people.province.post(`/forms/${form.id}/publish`, { version: 1 }));
  roundId = ok(await people.province.get("/rounds/asked", { formId: form.id })).items[0].id;
  app.now("2026-07-03T09:00:00+07:00");
  await Promise.all(
    (Object.keys(bodies) as Body[]).map(async (body) => {
      for (const entry of journal) if (entry.by === body) await record(people[body], entry);
    }),
  );
  await record(people.neighbour, neighbours);
}, 60_000);

test("the evening that two organisations wrote down is asked about, and counted once when they say that it is the same", async () => {
  const before = cellIn(await open(), "toan-xa", noOf(64)).cell.answer?.value;
  expect(before).toBe(summed(counted(sections.at(-1)?.by ?? []), gifts));
  const again = await record(people.union, repeated);
  expect(Number(cellIn(await open(), "toan-xa", noOf(64)).cell.answer?.value)).toBe(Number(before) + 45);
  const asked = ok(await people.front.get("/activities/doubles"));
  expect(asked.items).toMatchObject([
    { reasons: ["gifts"], later: { id: again.id }, earlier: { name: "Nói chuyện về cháy nổ ở dãy trọ" } },
  ]);
  ok(await people.front.post(`/activities/doubles/${asked.items[0].id}`, { answer: "same" }));
  expect(cellIn(await open(), "toan-xa", noOf(64)).cell.answer?.value).toBe(before);
});

test("every figure of the form is the sum of the journal's own; what is planned, cancelled, repeated or elsewhere is in none", async () => {
  const told = await open();
  const wanted = sections.flatMap(({ id, by, asked }) =>
    asked.map((one) => ({ cell: `${id} ${key(one)}`, ...expected(counted(by), one) })),
  );
  const found = sections.flatMap(({ id, asked }) =>
    asked.map((one) => {
      const { answer } = cellIn(told, id, key(one)).cell;
      if (!answer) return { cell: `${id} ${key(one)}`, value: null };
      expect(answer.from).toBe("computed");
      const { value, numerator, denominator } = answer;
      return { cell: `${id} ${key(one)}`, value, ...(numerator === undefined ? {} : { numerator, denominator }) };
    }),
  );
  expect(found).toEqual(wanted);
  const filled = wanted.filter((one) => one.value !== null || "numerator" in one);
  expect(filled.length, "cells that the journal fills").toBeGreaterThanOrEqual(90);
  expect(filled.filter(({ cell }) => cell.startsWith("mat-tran")).length).toBeGreaterThanOrEqual(60);
});

test("a figure that holds one said with “hơn” says so, and the others do not", async () => {
  const told = await open();
  const said = (id: string, no: number) => cellIn(told, id, noOf(no)).cell.answer?.said;
  expect([said("mat-tran", 93), said("mat-tran", 65), said("thanh-nien", 95), said("cuu-chien-binh", 92)]).toEqual(Array(4).fill("khoảng"));
  expect([said("mat-tran", 92), said("mat-tran", 66), said("phu-nu", 93), said("cong-doan", 93)]).toEqual(Array(4).fill(null));
});

test("the records behind a number are those that give it", async () => {
  const byText = (a: readonly unknown[], b: readonly unknown[]) => a.join().localeCompare(b.join());
  const told = await open();
  const behind = async (id: string, no: number) => {
    const { unitId } = cellIn(told, id, noOf(no));
    const { records } = ok(await people.front.get(`/indicators/submissions/${told.id}/records`, { sectionId: id, unitId, key: noOf(no) }));
    return records.map(({ title, value }: { title: string; value: string }) => [title, Number(value)] as const).toSorted(byText);
  };
  const own = (by: Body[], pick: Pick) =>
    counted(by)
      .flatMap((entry) => {
        const value = pick(entry);
        return value === undefined ? [] : [[entry.name, value] as const];
      })
      .toSorted(byText);
  expect(await behind("mat-tran", 92)).toEqual(own(["front", "village"], when("propaganda", times("sessions"))));
  expect(await behind("toan-xa", 64)).toEqual(own(Object.keys(bodies) as Body[], gifts));
  expect(await behind("cong-doan", 64)).toEqual([["Quà Tết công nhân", 210]]);
});

test("sent, the commune's figures hold what each organisation did once, and the province's sum is the commune's", async () => {
  const told = await open();
  const seen = told.sections.map(({ sectionId, unit: { id }, version }) => ({ sectionId, unitId: id, version }));
  ok(await people.front.post(`/indicators/submissions/${told.id}/submit`, { key: randomUUID(), seen }));
  const period = { calendar: "civil", code: "2026-H1" } as const;
  const all = Map.groupBy(sections.flatMap(({ by, asked }) => asked.map((one) => ({ by, one }))), ({ one }) => key(one)); // prettier-ignore
  const cells = [...all.keys()].map(cellOf);
  const values = await readValues(app.db, { tier: "provisional", periods: [period], units: [front], cells });
  const wanted = [...all].map(([cell, parts]) => {
    const entries = counted([...new Set(parts.flatMap(({ by }) => by))]);
    return [cell, parts[0] && expected(entries, parts[0].one)];
  });
  const numbers = ({
    value = null,
    numerator,
    denominator,
  }: { value?: string | null; numerator?: string | null; denominator?: string | null } = {}) =>
    // prettier-ignore
    numerator === undefined ? { value } : { value: null, numerator, denominator };
  expect([...all.keys()].map((cell) => [cell, numbers(values.get(valueKey(period, front, cell)))])).toEqual(wanted);
  const totals = await readTotals(app.db, {
    tier: "provisional",
    period,
    area: unit("Tỉnh Tân Giang"),
    by: "self",
    series: null,
    cells: [cellOf(noOf(64)), cellOf(noOf(93))],
  });
  expect([64, 93].map((no) => totals.rows[0]?.cells.get(noOf(no))?.value)).toEqual(
    [gifts, when("propaganda", turns)].map((pick) => summed(counted(Object.keys(bodies) as Body[]), pick)),
  );
});
