import type { Actor } from "../../kernel/actor.ts";
import type { IndicatorId, UnitId } from "../../kernel/ids.ts";
import { addDays, daysBetween, nextPeriod, periodOf, vietnamDate, type CalendarDate, type Period } from "../../kernel/time/index.ts";
import type { Services } from "../../platform/services.ts";
import { activityMeasures, activityNarratives, noDuties, recordActivity } from "../activities/index.ts";
import { actorByLogin } from "../identity/index.ts";
import {
  approveSubmission,
  createForm,
  enterAndSubmit,
  enterSubmission,
  excuseFromRound,
  openAllRounds,
  publishForm,
  readAsked,
  readRoom,
  readSubmission,
  returnSubmission,
  type FormContent,
  type SubmissionSources,
} from "../indicators/index.ts";
import { mustHave } from "./must-have.ts";
import { journal, type DemoEntry } from "./journal.ts";
import { catalogueRows, hasJournal, unitsNamed } from "./store.ts";

/**
 * The second half of the demo: two periods of journals, and what was sent of them: in time, late, returned and sent again,
 * excused, missing; and one giving that two organisations wrote down. Every step is the act that a person does on screen, on
 * the day on which it would have been done.
 */
export async function keepJournalAndReport(services: Services): Promise<void> {
  if (await hasJournal(services.db)) return;
  const today = vietnamDate(services.clock());
  const running = mustHave(periodOf("civil", "quarter", today));
  const last = nextPeriod(running, -1);
  await keepJournals(services, { last, running, today });
  await report(services, { last, today });
}

const sources: SubmissionSources = { measures: [activityMeasures], narratives: [activityNarratives], targets: null };

/** The same services on another day, in the afternoon. */
const on = (services: Services, day: CalendarDate): Services => ({ ...services, clock: () => new Date(`${day}T15:00:00+07:00`) });
const earlier = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? a : b);

type Days = { last: Period; running: Period; today: CalendarDate };

function dayOf({ period, at, planned }: DemoEntry, { last, running, today }: Days): CalendarDate {
  if (planned) return addDays(today, 12);
  const [from, to] = period === "last" ? [last.from, last.to] : [running.from, today];
  return addDays(from, Math.floor(at * daysBetween(from, to)));
}

async function keepJournals(services: Services, days: Days): Promise<void> {
  const partners = await unitsNamed(services.db, [...new Set(journal.flatMap(({ partners: named = [] }) => named))]);
  const actors = new Map<string, Actor>();
  for (const entry of journal) {
    const { by, at: _at, period: _period, planned, partners: named = [], ...input } = entry;
    const actor = actors.get(by) ?? (await actorByLogin(services.db, by, services.clock()));
    actors.set(by, actor);
    const onDate = dayOf(entry, days);
    await recordActivity({ ...on(services, planned ? days.today : onDate), duties: noDuties }, actor, {
      ...input,
      onDate,
      partners: named.map((name) => mustHave(partners.get(name))),
      ...(planned ? { state: "planned" as const } : {}),
    });
  }
}

/** Numbers of the common catalogue, by section of the demo's form. */
const asked: { id: string; number: string; heading: string; narrative: boolean; catalogue: number[]; fills?: "womens-union" }[] = [
  { id: "tuyen-truyen", number: "1", heading: "Tuyên truyền, quán triệt, tập huấn", narrative: false, catalogue: [14, 15, 16, 17, 21] },
  { id: "doi-thoai", number: "2", heading: "Đối thoại, tiếp công dân, hòa giải", narrative: true, catalogue: [25, 26, 27, 28, 52, 55] },
  { id: "giam-sat", number: "3", heading: "Giám sát, phản biện xã hội", narrative: true, catalogue: [39, 40, 42, 43] },
  { id: "an-sinh", number: "4", heading: "Vận động, chăm lo an sinh", narrative: true, catalogue: [61, 63, 64, 65, 66, 68] },
  { id: "phu-nu", number: "5", heading: "Kết quả của Hội Liên hiệp Phụ nữ", narrative: true, catalogue: [], fills: "womens-union" },
];

async function formContent({ db }: Services): Promise<FormContent> {
  const rows = await catalogueRows(
    db,
    asked.flatMap(({ catalogue }) => catalogue),
  );
  return {
    sections: asked.map(({ catalogue, fills = null, ...section }) => ({
      ...section,
      fills,
      scope: "line",
      guidance: null,
      rows: catalogue.map((number) => {
        const { id, name, unit } = mustHave(rows.get(number));
        return { indicatorId: id as IndicatorId, member: "", label: name, unit, compulsory: false };
      }),
    })),
  };
}

/** Asked for in the last quarter, sent after its end, and the round of the running one has just begun. */
async function report(services: Services, { last, today }: Omit<Days, "running">): Promise<void> {
  const hanh = await actorByLogin(services.db, "hanh.demo", services.clock());
  const asking = on(services, addDays(last.to, -20));
  const draft = await createForm(
    services.db,
    hanh,
    {
      title: "Báo cáo số liệu công tác dân vận của Mặt trận",
      basis: "Kế hoạch thực hiện phong trào thi đua “Dân vận khéo” của Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Tân Giang",
      receiverText: "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh (qua Ban Phong trào)",
      addressees: ["Ủy ban MTTQ Việt Nam các xã, phường"],
      periods: { calendar: "civil", kind: "quarter" },
      due: { text: "", rule: { kind: "after-end", days: 10, working: false }, levels: [], cutOff: null },
      minutes: 25,
      content: await formContent(services),
      origin: "dictionary",
    },
    asking.clock(),
  );
  await publishForm(services.db, hanh, { id: draft.id, version: draft.version, setAside: true }, asking.clock());
  const roundId = await roundOf(services, hanh, draft.id);

  const day = (after: number) => on(services, earlier(addDays(last.to, after), today)).clock();
  await send(services, roundId, "tong.demo", day(4), {
    "doi-thoai": "Các thôn giữ nếp sinh hoạt hằng tháng; việc hiến đất làm đường được Nhân dân đồng thuận.",
    "an-sinh": "Khởi công một nhà Đại đoàn kết tại thôn Suối Vàng; hỗ trợ chín hộ có nhà bị tốc mái.",
  });
  await send(services, roundId, "sen.demo", day(6), { "giam-sat": "Giám sát thu chi các khoản đóng góp tại năm tổ dân phố." });
  await send(services, roundId, "mai.demo", day(9), { "doi-thoai": "Đối thoại bằng hai thứ tiếng, bà con phát biểu nhiều hơn quý trước." });
  await send(services, roundId, "thang.demo", day(9));
  const returned = await send(services, roundId, "phuoc.demo", day(7));
  await approveAll(services, hanh, roundId, returned, day(11));
  await giveBack(services, hanh, roundId, returned, day(11));
  await excuseOne(services, hanh, roundId, day(8));
  // After the last day: it waits for approval, and is shown as late.
  await send(services, roundId, "ngoc.demo", day(16));

  await openAllRounds(services.db, services.clock(), services.log);
  const running = await roundOf(services, hanh, draft.id);
  if (running === roundId) return;
  await send(services, running, "sen.demo", services.clock());
  const tong = await actorByLogin(services.db, "tong.demo", services.clock());
  await enterSubmission(services.db, tong, { roundId: running, unitId: tong.unitId }, services.clock(), sources);
}

/** The newest round of the form. */
async function roundOf({ db, clock }: Services, hanh: Actor, formId: string): Promise<string> {
  const { items } = await readAsked(db, hanh, { formId, state: "any", page: 1 }, clock());
  return mustHave(items.toSorted((a, b) => b.period.from.localeCompare(a.period.from))[0]).id;
}

/** What the journal gives, with a few words; sent by the one person of the commune. */
async function send({ db, clock }: Services, roundId: string, login: string, now: Date, narratives: Record<string, string> = {}) {
  const actor = await actorByLogin(db, login, clock());
  await enterAndSubmit(db, actor, { roundId, unitId: actor.unitId, narratives }, now, sources);
  return actor.unitId;
}

async function approveAll({ db }: Services, hanh: Actor, roundId: string, besides: UnitId, now: Date): Promise<void> {
  for (const { unit, submissionId, progress } of (await readRoom(db, hanh, roundId, now)).units) {
    if (submissionId === null || progress !== "sent" || unit.id === besides) continue;
    const { version } = await readSubmission(db, hanh, submissionId, sources);
    await approveSubmission(db, hanh, { id: submissionId, version, text: "" }, now, sources);
  }
}

async function giveBack({ db }: Services, hanh: Actor, roundId: string, to: UnitId, now: Date): Promise<void> {
  const found = (await readRoom(db, hanh, roundId, now)).units.find(({ unit }) => unit.id === to);
  const id = mustHave(found?.submissionId);
  const { version } = await readSubmission(db, hanh, id, sources);
  const reason = "Đề nghị kiểm tra lại số lượt tiếp công dân và bổ sung phần giám sát.";
  await returnSubmission(db, hanh, { id, version, reason, cells: [] }, now, sources);
}

async function excuseOne({ db }: Services, hanh: Actor, roundId: string, now: Date): Promise<void> {
  const [missing] = (await readRoom(db, hanh, roundId, now)).missing;
  if (!missing) return;
  const { unit, version } = missing.unit;
  const reason = "Xã vừa thay cán bộ phụ trách, số liệu gộp vào quý sau.";
  await excuseFromRound(db, hanh, { id: roundId, units: [{ unitId: unit.id, version }], reason }, now);
}
