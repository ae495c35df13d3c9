import type { Actor } from "../../kernel/actor.ts";
import type { DocumentId, ExemplarId, ExemplarRoundId, UnitId } from "../../kernel/ids.ts";
import { addDays, vietnamDate, type CalendarDate } from "../../kernel/time/index.ts";
import { transaction } from "../../platform/database/index.ts";
import type { Services } from "../../platform/services.ts";
import {
  acceptExemplar,
  addEvent,
  addReading,
  closeRound,
  createExemplar,
  createRound,
  openRound,
  passStep,
  readLife,
  registerExemplar,
  type EventIn,
  type ExemplarDetail,
} from "../exemplars/index.ts";
import { actorByLogin } from "../identity/index.ts";
import { mustHave } from "./must-have.ts";
import { demoModels, demoNames, type DemoModel } from "./models.ts";
import { communes } from "./province.ts";
import { recogniseAndShow } from "./recognising.ts";
import { hasModels, unitsNamed } from "./store.ts";

/**
 * Some two hundred models of last year and this one: registered in a round with its guidance or by an organisation of its own,
 * accepted, carried out as far as each has come, last year's best recognised and shown to the public. Every step is the act that a person does on screen, on its day. `every`: only
 * each so-and-so-many-th of them.
 */
export async function registerModels(services: Services, guidance: DocumentId, { every = 1 }: { every?: number } = {}): Promise<void> {
  if (!(await hasModels(services.db))) await registerAll(services, guidance, every);
  // Drawing takes longer than writing: where only some models are wanted, one of them is shown with photographs.
  await recogniseAndShow(services, Object.values(localLogins), { pictured: every === 1 ? 10 : 3 });
}

async function registerAll(services: Services, guidance: DocumentId, every: number): Promise<void> {
  const today = vietnamDate(services.clock());
  const year = Number(today.slice(0, 4));
  const people = await peopleOf(services);
  const plots = plotsOf(await unitsNamed(services.db, leadsWanted()));
  for (const each of [year - 1, year]) {
    const round = await openedRound(services, people.hanh, { guidance, year: each, today, fronts: plots.fronts });
    for (const [at, plot] of plots.all.entries()) {
      // Every fifth place registers in one of the two years only.
      if (at % every > 0 || at % 5 === (each === year ? 1 : 0)) continue;
      await transaction(services.db, (db) => live({ ...services, db }, people, plot, { year: each, at, today, round: round.id }));
    }
    if (each < year) await closeRound(on(services, `${each}-12-16`), people.hanh, round);
  }
}

type People = { hanh: Actor; bich: Actor; duc: Actor; locals: Map<string, Actor> };

/** Who works at the Front of a commune. */
const localLogins: Record<string, string> = {
  "xã Bình Lâm": "tong.demo",
  "xã Ea Mlăng": "mai.demo",
  "xã Sơn Hòa": "phuoc.demo",
  "phường Đông Kinh Bắc": "sen.demo",
  "phường Đông Kinh Nam": "thang.demo",
  "xã Thác Bạc": "ngoc.demo",
};

async function peopleOf({ db, clock }: Services): Promise<People> {
  const actor = (login: string) => actorByLogin(db, login, clock());
  const locals = new Map<string, Actor>();
  for (const [commune, login] of Object.entries(localLogins)) locals.set(commune, await actor(login));
  return { hanh: await actor("hanh.demo"), bich: await actor("bich.demo"), duc: await actor("duc.demo"), locals };
}

const named = (commune: string): string => commune.charAt(0).toLowerCase() + commune.slice(1);
const frontOf = (commune: string): string => `Ủy ban MTTQ Việt Nam ${named(commune)}`;
const boardOf = (area: string): string => `Ban Công tác Mặt trận ${named(area)}`;
const womenOf = (commune: string): string => `Hội Liên hiệp Phụ nữ ${named(commune)}`;
const youthOf = (commune: string): string => `Đoàn TNCS Hồ Chí Minh ${named(commune)}`;

/** Residential areas of wards bear the same names, so their own boards cannot be told apart by name: their Fronts lead. */
const ownBoard = (area: string): boolean => !area.startsWith("Tổ dân phố");

const leadsWanted = (): string[] =>
  communes.flatMap(({ name, residentialAreas }) => [
    frontOf(name),
    womenOf(name),
    youthOf(name),
    ...residentialAreas.filter(ownBoard).map(boardOf),
  ]);

/** Who registers what where. `by`: the login's kind; a commune without a person of its own is served by the province's organisations. */
type Plot = { lead: UnitId; commune: string; place: string; by: "local" | "women" | "youth"; model: DemoModel };

function plotsOf(units: ReadonlyMap<string, UnitId>): { all: Plot[]; fronts: UnitId[] } {
  const all: Plot[] = [];
  const fronts: UnitId[] = [];
  let turn = 0;
  const next = (): DemoModel => demoModels[turn++ % demoModels.length] ?? mustHave(demoModels[0]);
  for (const [at, { name, residentialAreas }] of communes.entries()) {
    const commune = named(name);
    const add = (lead: string, place: string, by: Plot["by"]) => {
      const id = units.get(lead);
      if (id !== undefined) all.push({ lead: id, commune, place: shortOf(place), by, model: next() });
    };
    if (localLogins[commune] !== undefined) {
      fronts.push(mustHave(units.get(frontOf(name))));
      for (const area of residentialAreas)
        for (let count = 0; count < 4; count += 1) add(count % 2 === 0 && ownBoard(area) ? boardOf(area) : frontOf(name), area, "local");
    }
    for (const area of residentialAreas) add(womenOf(name), area, "women");
    if (at % 2 === 0) for (const area of residentialAreas.slice(0, 2)) add(youthOf(name), area, "youth");
  }
  return { all, fronts };
}

/** "thôn Lâm Trung", "tổ dân phố số 1". */
const shortOf = (area: string): string => named(area);

type Opening = { guidance: DocumentId; year: number; today: CalendarDate; fronts: readonly UnitId[] };

/** The same services on another day, in the forenoon. */
const on = (services: Services, day: CalendarDate): Services => ({ ...services, clock: () => new Date(`${day}T09:30:00+07:00`) });
const earlier = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? a : b);

async function openedRound(
  services: Services,
  hanh: Actor,
  { guidance, year, today, fronts }: Opening,
): Promise<{ id: ExemplarRoundId; version: number }> {
  const opensOn = earlier(`${year}-01-05`, today);
  const then = on(services, opensOn);
  const round = await createRound(then, hanh, {
    title: `Đăng ký mô hình, điển hình “Dân vận khéo” năm ${year}`,
    periodFrom: `${year}-01-01`,
    periodUntil: `${year}-12-31`,
    opensOn,
    closesOn: `${year}-12-15`,
    kinds: ["model", "works", "person", "group", "self-government", "friendly-government", "creative-activity"],
    asked: ["field", "situation", "goals", "area"],
    localFields: [],
    totals: [],
    guidanceDocumentId: guidance,
    note: "Mỗi xã, phường đăng ký ít nhất 02 mô hình mới trong năm, không tính cộng dồn.",
    units: fronts.map((unitId) => ({ unitId, leastNew: 2, leastRecognised: {}, allotted: [] })),
  });
  const id = round.id as ExemplarRoundId;
  const { version } = await openRound(then, hanh, { id, version: round.version });
  return { id, version };
}

/** A number that looks like chance and is the same in every demo. */
const chance = (seed: number, below: number): number => (Math.imul(seed + 11, 2_654_435_761) >>> 8) % below;

type Living = { year: number; at: number; today: CalendarDate; round: ExemplarRoundId };

async function live(services: Services, people: People, plot: Plot, { year, at, today, round }: Living): Promise<void> {
  const seed = year * 1000 + at;
  const registered = addDays(`${year}-01-08`, chance(seed, year < Number(today.slice(0, 4)) ? 320 : 300));
  if (registered > addDays(today, -3)) return;
  const { by, above } = actorsFor(people, plot);
  const { model, place } = plot;
  const figure = model.goal.least + chance(seed + 7, model.goal.most - model.goal.least + 1);
  const one = (names: readonly string[]) => names[chance(seed + 23, names.length)] ?? "";
  const fill = (text: string) =>
    text
      .replaceAll("{nơi}", place)
      .replaceAll("{bà}", one(demoNames.women))
      .replaceAll("{ông}", one(demoNames.men))
      .replaceAll("{n}", figure.toLocaleString("vi-VN"));
  const draft = await createExemplar(on(services, registered), by, {
    kind: model.kind,
    name: fill(model.name),
    leadId: plot.lead,
    roundId: plot.by === "local" ? round : null,
    // Some were there before and are registered again, as lists of every year have them.
    stream: chance(seed + 3, 5) === 0 ? "existing" : "new",
    field: model.field,
    themes: [model.theme],
    place: `${place}, ${plot.commune}`,
    contents: {
      situation: fill(model.situation),
      goals: fill(model.goals),
      method: fill(model.method),
      area: `${place.charAt(0).toUpperCase()}${place.slice(1)}, ${plot.commune}; mọi hộ trong khu dân cư.`,
      forces: "Ban công tác Mặt trận chủ trì; các chi hội phối hợp; từng hộ tham gia.",
      output: fill(model.output),
      ...(chance(seed + 5, 3) === 0 ? {} : { sustaining: "Giao chi hội giữ nếp, đưa vào quy ước khu dân cư; nơi bên cạnh đã đến xem." }),
    },
    goals: [{ name: model.goal.name, unit: model.goal.unit, baseline: String(model.goal.baseline), goal: String(figure) }],
    turns: String(40 + chance(seed + 13, 160)),
    ...(model.money === undefined
      ? {}
      : { money: `${chance(seed + 2, 4) === 0 ? "hơn " : ""}${Math.round(model.money * (0.6 + chance(seed, 9) / 10))} triệu` }),
  });
  const sent = await registerExemplar(on(services, registered), by, versionOf(draft));
  // The last of them still wait, so that the reviewer's list is not empty.
  if (registered > addDays(today, -20)) return;
  const accepted = addDays(registered, 4 + chance(seed, 8));
  await acceptExemplar(on(services, earlier(accepted, today)), above, versionOf(sent));
  if (chance(seed + 17, 3) > 0)
    await walk(services, by, { id: draft.id as ExemplarId, from: accepted, today, figure, goal: mustHave(draft.goals[0]).id, model });
}

const versionOf = ({ id, version }: ExemplarDetail) => ({ id: id as ExemplarId, version });

/** Who types and who accepts: never the same person unless nobody else works there. */
function actorsFor({ hanh, bich, duc, locals }: People, { commune, by }: Plot): { by: Actor; above: Actor } {
  if (by === "women") return { by: bich, above: bich };
  if (by === "youth") return { by: duc, above: duc };
  return { by: mustHave(locals.get(commune)), above: hanh };
}

type Walk = { id: ExemplarId; from: CalendarDate; today: CalendarDate; figure: number; goal: string; model: DemoModel };

/** As far as the days since have allowed: survey, organisation, launch, inspection, review. What is still missing at a gate says why. */
async function walk(services: Services, by: Actor, { id, from, today, figure, goal, model }: Walk): Promise<void> {
  const events: (
    | readonly [after: number, event: Omit<EventIn, "onDate" | "documents" | "findings" | "details"> & { details?: EventIn["details"] }]
    | readonly [after: number, "pass"]
    | readonly [after: number, "read", share: number]
  )[] = [
    [6, { kind: "survey", text: `Khảo sát từng nhà: ${model.situation.toLocaleLowerCase("vi")}` }],
    [12, "pass"],
    [14, { kind: "plan", text: "Họp khu dân cư thông qua cách làm, tiến độ và phần việc của từng chi hội." }],
    [15, { kind: "assign", text: "Trưởng ban công tác phụ trách chung, mỗi ngõ một người." }],
    [18, { kind: "communicate", text: "Phát thanh ba buổi, dán thông báo ở nhà văn hóa." }],
    [25, { kind: "launch", text: "Ra mắt gọn trong buổi sinh hoạt khu dân cư, các hộ ký cam kết." }],
    [26, "pass"],
    [70, "read", 0.5],
    [150, "read", 0.8],
    [
      180,
      {
        kind: "inspect",
        text: "Xã đến xem và hỏi chuyện các hộ.",
        details: { conclusion: "Làm đúng nội dung đăng ký, bà con đồng tình." },
      },
    ],
    [200, "read", 1],
    [205, "pass"],
    [230, { kind: "review", text: "Sơ kết tại khu dân cư.", details: { lessons: "Bàn với dân trước, làm nhỏ mà đều, có người giữ." } }],
    [235, "pass"],
  ];
  for (const [after, what, share = 1] of events) {
    const onDate = addDays(from, after);
    if (onDate > today) return;
    const then = on(services, onDate);
    if (what === "pass") await passAll(then, by, id);
    else if (what === "read") {
      const value = model.goal.baseline + Math.round((figure - model.goal.baseline) * share);
      await addReading(then, by, { id, goalId: goal, onDate, value: String(value), note: "Trưởng ban công tác đếm." });
    } else await addEvent(then, by, { id, details: {}, ...what, onDate, documents: [], findings: [] });
  }
}

/** Gates that are not met are passed with a word why, as people do. */
export async function passAll(then: Services, by: Actor, id: ExemplarId): Promise<void> {
  const life = await readLife(then.db, by, id, vietnamDate(then.clock()));
  const reasons = Object.fromEntries(
    (life.steps.find(({ step }) => step === life.step)?.gates ?? [])
      .filter(({ met }) => !met)
      .map(({ code }) => [code, "Có trong sổ của khu dân cư, bổ sung sau."]),
  );
  await passStep(then, by, { id, version: life.version, reasons });
}
