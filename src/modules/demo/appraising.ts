import type { Actor } from "../../kernel/actor.ts";
import type { AppraisalRoundId, RubricId, SheetId, SubjectId } from "../../kernel/ids.ts";
import { addDays, vietnamDate, type CalendarDate } from "../../kernel/time/index.ts";
import { transaction } from "../../platform/database/index.ts";
import type { Services } from "../../platform/services.ts";
import {
  addToRound,
  assignJudge,
  checkQualifying,
  closeRound,
  concludeSubject,
  createRound,
  createRubric,
  namePanel,
  openRound,
  publishRubric,
  readRound,
  readSubject,
  saveSelfScores,
  saveSheet,
  sendSelfScores,
  sendSheet,
  type RoundDetail,
  type SubjectDetail,
} from "../appraisal/index.ts";
import { actorByLogin } from "../identity/index.ts";
import { mustHave } from "./must-have.ts";
import { hasAppraisals } from "./store.ts";

const line = (key: string, text: string, max: string | null, evidence = "") => ({ key, text, max, evidence, guidance: "" });

/** A table of the demo, not of any real body. */
const table = {
  qualifying: [line("q-1", "Có kế hoạch phong trào và đăng ký đúng hạn.", null)],
  sections: [
    {
      title: "Chỉ đạo, tuyên truyền",
      lines: [line("a-1", "Kế hoạch, phân công rõ người.", "20", "Số, ngày kế hoạch"), line("a-2", "Tuyên truyền tới khu dân cư.", "20")],
    },
    {
      title: "Mô hình và kết quả",
      lines: [
        line("b-1", "Mô hình mới trong năm, không tính cộng dồn.", "30", "Lấy từ sổ mô hình"),
        line("b-2", "Mô hình được giữ và nhân rộng.", "20"),
      ],
    },
    { title: "Báo cáo", lines: [line("c-1", "Gửi đủ, đúng hạn.", "10")] },
  ],
  bonus: [],
  penalty: [],
  outcomes: [
    { from: "90", word: "Xuất sắc", counts: true, noZero: false },
    { from: "75", word: "Tốt", counts: true, noZero: false },
    { from: "50", word: "Hoàn thành", counts: true, noZero: false },
  ],
  unmet: "Chưa hoàn thành",
};
const scored = table.sections.flatMap(({ lines }) => lines);

const on = (services: Services, day: CalendarDate): Services => ({ ...services, clock: () => new Date(`${day}T09:00:00+07:00`) });

type People = { hanh: Actor; head: Actor; judges: [Actor, Actor] };
/** Shares of a line's most that a commune gives itself, and that two judges give. */
type Commune = { login: string; self: number; judged: [number, number]; comment: string };

const lastYear: Commune[] = [
  { login: "tong.demo", self: 0.95, judged: [0.95, 0.9], comment: "Sổ mô hình khớp với báo cáo." },
  { login: "mai.demo", self: 0.9, judged: [0.85, 0.8], comment: "Mô hình làm thật, hồ sơ còn thiếu ngày." },
  { login: "phuoc.demo", self: 0.85, judged: [0.75, 0.7], comment: "Nhân rộng còn chậm, nên chọn ít việc hơn." },
];
const thisYear: Commune[] = [
  { login: "tong.demo", self: 0.95, judged: [0.9, 0.9], comment: "Đã hỏi chuyện bà con ở hai thôn." },
  { login: "sen.demo", self: 0.9, judged: [0.85, 0.85], comment: "" },
];

/** A round of last year that is closed, and one of this year in which one of two judges is in and the other is not. Once. */
export function appraiseFronts(services: Services): Promise<void> {
  return transaction(services.db, async (db) => {
    if (await hasAppraisals(db)) return;
    const within: Services = { ...services, db };
    const today = vietnamDate(services.clock());
    const actor = (login: string) => actorByLogin(db, login, services.clock());
    const people: People = {
      hanh: await actor("hanh.demo"),
      head: await actor("vinh.demo"),
      judges: [await actor("lananh.demo"), await actor("truong.demo")],
    };
    const year = Number(today.slice(0, 4));
    const begun = on(within, `${year - 1}-10-05` as CalendarDate);
    const drafted = await createRubric(begun, people.hanh, {
      title: "Bảng điểm phong trào “Dân vận khéo” của Mặt trận xã, phường (minh họa)",
      rates: ["front"],
      basis: "Mẫu của tỉnh minh họa, không phải quy định của nơi nào.",
      content: table,
    });
    const rubric = await publishRubric(begun, people.hanh, { id: drafted.id as RubricId, version: drafted.version });
    await pastRound(within, people, { rubric: rubric.id, year: year - 1 });
    await presentRound(within, people, { rubric: rubric.id, year, today });
  });
}

type Opening = {
  rubric: string;
  year: number;
  day: CalendarDate;
  selfUntil: CalendarDate;
  judgeUntil: CalendarDate;
  units: readonly Actor[];
};

async function opened(services: Services, { hanh, head, judges }: People, opening: Opening): Promise<RoundDetail> {
  const then = on(services, opening.day);
  const made = await createRound(then, hanh, {
    title: `Chấm điểm phong trào “Dân vận khéo” năm ${opening.year} của Mặt trận xã, phường`,
    purpose: "appraisal",
    rubricId: opening.rubric,
    periodFrom: `${opening.year}-01-01`,
    periodUntil: `${opening.year}-12-31`,
    selfScoring: true,
    selfUntil: opening.selfUntil,
    judgeUntil: opening.judgeUntil,
    judges: 2,
    final: "mean",
    spreadShare: "15",
    commentShare: "60",
    titles: [],
    note: "Tự chấm kèm minh chứng; hai người chấm độc lập, chỉ thấy điểm của nhau khi cả hai đã gửi.",
  });
  const id = made.id as AppraisalRoundId;
  const added = await addToRound(then, hanh, { id, version: made.version, units: opening.units.map(({ unitId }) => unitId), named: [] });
  const members = [
    { personId: head.personId, unitId: head.unitId, part: "head" as const },
    ...judges.map(({ personId, unitId }) => ({ personId, unitId, part: "member" as const })),
  ];
  const panel = await namePanel(then, hanh, { id, version: added.version, members });
  return openRound(then, hanh, { id, version: panel.version });
}

const subjectOf = (round: RoundDetail, { unitId }: Actor) => mustHave(round.rows.find(({ unit }) => unit.id === unitId));
/** Half points, as people give them. */
const points = (max: string | null, share: number): string => String(Math.round(Number(max ?? 0) * share * 2) / 2);

/** The commune scores itself and sends; bà Hạnh finds that it qualifies and names both judges. */
async function judgedBy(
  services: Services,
  { hanh, judges }: People,
  by: Actor,
  round: RoundDetail,
  { self }: Commune,
): Promise<SubjectDetail> {
  const { id, version } = subjectOf(round, by);
  const which = (at: number) => ({ id: id as SubjectId, version: at });
  const lines = scored.map(({ key, max }) => ({
    line: key,
    points: points(max, self),
    evidence: "Kế hoạch, sổ mô hình và báo cáo đã gửi trên hệ thống.",
    links: [],
  }));
  const saved = await saveSelfScores(services, by, { ...which(version), lines });
  const sent = await sendSelfScores(services, by, which(saved.version));
  let subject = await checkQualifying(services, hanh, { ...which(sent.version), qualifying: { "q-1": true }, passed: true, reason: "" });
  for (const { personId } of judges) subject = await assignJudge(services, hanh, { ...which(subject.version), personId });
  return subject;
}

async function mark(services: Services, judge: Actor, subject: SubjectDetail, share: number, comment: string): Promise<void> {
  const { sheetId } = mustHave(subject.statuses?.find(({ personId }) => personId === judge.personId));
  const id = sheetId as SheetId;
  const marks = scored.map(({ key, max }, at) => ({ line: key, points: points(max, share), comment: at === 0 ? comment : "" }));
  const { version } = await saveSheet(services, judge, { id, version: 1, marks });
  await sendSheet(services, judge, { id, version });
}

async function pastRound(services: Services, people: People, { rubric, year }: { rubric: string; year: number }): Promise<void> {
  const day = (md: string) => `${year}-${md}` as CalendarDate;
  const actors = await Promise.all(lastYear.map(({ login }) => actorByLogin(services.db, login, services.clock())));
  const round = await opened(services, people, {
    rubric,
    year,
    day: day("11-03"),
    selfUntil: day("11-20"),
    judgeUntil: day("12-10"),
    units: actors,
  });
  for (const [at, commune] of lastYear.entries()) {
    const by = mustHave(actors[at]);
    const subject = await judgedBy(on(services, day("11-18")), people, by, round, commune);
    for (const [turn, judge] of people.judges.entries())
      await mark(on(services, day("12-02")), judge, subject, mustHave(commune.judged[turn]), commune.comment);
    const { version } = await readSubject(services.db, people.hanh, subject.id as SubjectId);
    await concludeSubject(on(services, day("12-12")), people.hanh, {
      id: subject.id as SubjectId,
      version,
      discussion: `Hai người chấm gần nhau. ${commune.comment}`,
    });
  }
  const id = round.id as AppraisalRoundId;
  const { version } = await readRound(services.db, people.head, id);
  await closeRound(on(services, day("12-15")), people.head, { id, version });
}

async function presentRound(
  services: Services,
  people: People,
  { rubric, year, today }: { rubric: string; year: number; today: CalendarDate },
): Promise<void> {
  const waiting = await actorByLogin(services.db, "ngoc.demo", services.clock());
  const actors = await Promise.all(thisYear.map(({ login }) => actorByLogin(services.db, login, services.clock())));
  const round = await opened(services, people, {
    rubric,
    year,
    day: addDays(today, -20),
    selfUntil: addDays(today, 4),
    judgeUntil: addDays(today, 18),
    units: [...actors, waiting],
  });
  for (const [at, commune] of thisYear.entries()) {
    const subject = await judgedBy(on(services, addDays(today, -9 + at)), people, mustHave(actors[at]), round, commune);
    // Of the first one judge is in and the other is not; of the second nobody is.
    if (at === 0) await mark(on(services, addDays(today, -2)), people.judges[0], subject, commune.judged[0], commune.comment);
  }
}
