import { grouped } from "../../../../kernel/decimals.ts";
import { amountText } from "../../../../kernel/numbers.ts";
import { fold } from "../../../../kernel/text.ts";
import { formatShortDate, type CalendarDate } from "../../../../kernel/time/index.ts";
import type { OfficialBlock, OfficialDraft } from "../../../documents/dispatch/official.ts";
import type { ReportWords } from "../../shapes.ts";
import { paperOf, type Issuer, type Listed } from "./head.ts";

/** What the register of exemplars says of it; numbers as decimal strings. */
export type FromExemplar = {
  name: string;
  place: string | null;
  contents: Partial<Record<"situation" | "goals" | "method" | "area" | "output" | "sustaining" | "forces", string>>;
  money: { value: string; said: string | null } | null;
  labour: { value: string; said: string | null } | null;
  turns: { value: string; said: string | null } | null;
  goals: readonly { name: string; unit: string; baseline: string | null; goal: string; reached: string | null; on: CalendarDate | null }[];
  events: readonly { kind: string; on: CalendarDate; text: string }[];
  recognitions: readonly { level: string; on: CalendarDate; number: string | null }[];
  copies: number;
};

export type ReportOf = {
  issuer: Issuer;
  candidate: Listed & { words: ReportWords; otherAchievement: string | null; periodFrom: CalendarDate; periodUntil: CalendarDate };
  granter: string;
  exemplar: FromExemplar | null;
  before: readonly { formName: string; number: string; on: CalendarDate; granter: string }[];
};

const eventWords: Record<string, string> = {
  survey: "Khảo sát",
  plan: "Xây dựng kế hoạch",
  communicate: "Tuyên truyền",
  launch: "Ra mắt",
  inspect: "Kiểm tra",
  visit: "Đoàn đến thăm, kiểm tra",
  review: "Sơ kết, tổng kết",
  lesson: "Rút kinh nghiệm",
};

const levelWords: Record<string, string> = { commune: "cấp xã", district: "cấp huyện", province: "cấp tỉnh", centre: "cấp Trung ương" };

const heading = (text: string): OfficialBlock => ({ kind: "clause", level: 1, text, title: true });
const prose = (text: string | undefined): OfficialBlock[] =>
  (text ?? "")
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ kind: "prose", text: line }));
const item = (text: string): OfficialBlock => ({ kind: "clause", level: 4, text });

/**
 * Báo cáo thành tích: what the unit wrote, then what the register holds, in the parts of the usual form. A part that nobody wrote
 * anything for says so; nothing is made up. No birth date, no address, no photograph: the form's first part has name, post and unit.
 */
export function reportDraft({ issuer, candidate, granter, exemplar, before }: ReportOf): OfficialDraft {
  const { words, subject } = candidate;
  const person = subject === "individual";
  return paperOf(issuer, {
    type: "Báo cáo thành tích",
    symbol: "BC",
    subject: `Đề nghị tặng ${candidate.formName} của ${granter}`,
    body: [
      heading(person ? "Sơ lược về cá nhân" : "Sơ lược đặc điểm, tình hình"),
      item(`${person ? "Họ và tên" : "Tên tập thể"}: ${candidate.name}.`),
      ...(person ? [item(`Chức vụ, đơn vị: ${[candidate.post, candidate.unit].filter(Boolean).join(", ")}.`)] : []),
      ...(!person && candidate.unit ? [item(`Đơn vị: ${candidate.unit}.`)] : []),
      ...prose(words.background ?? exemplar?.contents.situation),
      heading("Thành tích đạt được"),
      {
        kind: "prose",
        text: `Trong thời gian từ ${formatShortDate(candidate.periodFrom)} đến ${formatShortDate(candidate.periodUntil)}: ${lower(candidate.deed)}.`.replace(
          /\.\.$/,
          ".",
        ),
      },
      ...prose(words.results),
      ...(exemplar ? achieved(exemplar) : []),
      heading("Bài học kinh nghiệm, hướng duy trì và nhân rộng"),
      ...orNone(prose(words.lessons ?? exemplar?.contents.sustaining), "Đơn vị bổ sung khi hoàn thiện báo cáo."),
      heading("Các hình thức đã được khen thưởng"),
      ...orNone(
        before.map((one) => item(`${one.formName} của ${one.granter}, Quyết định số ${one.number} ngày ${formatShortDate(one.on)}.`)),
        "Chưa được khen thưởng.",
      ),
      ...(candidate.otherAchievement
        ? [
            {
              kind: "prose" as const,
              text: `Thành tích đề nghị lần này là thành tích khác với thành tích đã được khen: ${lower(candidate.otherAchievement)}`,
            },
          ]
        : []),
    ],
  });
}

const orNone = (blocks: OfficialBlock[], text: string): OfficialBlock[] => (blocks.length > 0 ? blocks : [{ kind: "prose", text }]);
const lower = (text: string): string => text.charAt(0).toLocaleLowerCase("vi") + text.slice(1);

/** The kind of the event, unless its words begin with it anyway. */
function eventText(kind: string, text: string): string {
  const words = eventWords[kind];
  const told = text.replace(/\.$/, "");
  return words === undefined || fold(told).startsWith(fold(words)) ? told : `${words}: ${told}`;
}

/** Amounts and goals of the exemplar, each as the register has it. */
function achieved(exemplar: FromExemplar): OfficialBlock[] {
  const { contents, goals, events, recognitions, copies } = exemplar;
  const figures = [
    exemplar.money && `kinh phí ${amountText(exemplar.money)} đồng`,
    exemplar.labour && `${amountText(exemplar.labour)} ngày công`,
    exemplar.turns && `${amountText(exemplar.turns)} lượt người tham gia`,
  ].filter(Boolean);
  return [
    item(`Mô hình: ${exemplar.name}${exemplar.place ? `, ${exemplar.place}` : ""}.`),
    ...prose(contents.method),
    ...prose(contents.output),
    ...(figures.length > 0 ? [item(`Huy động được: ${figures.join("; ")}.`)] : []),
    ...(goals.length > 0
      ? [
          {
            kind: "table" as const,
            title: "Kết quả so với mục tiêu đã đăng ký",
            columns: [
              { title: "TT", width: 1, align: "center" as const },
              { title: "Mục tiêu", width: 5 },
              { title: "Đơn vị tính", width: 2, align: "center" as const },
              { title: "Trước khi làm", width: 2, align: "right" as const },
              { title: "Đăng ký", width: 2, align: "right" as const },
              { title: "Đạt được", width: 2, align: "right" as const },
            ],
            rows: goals.map((goal, at) => [
              String(at + 1),
              goal.name,
              goal.unit,
              goal.baseline === null ? "" : grouped(goal.baseline),
              grouped(goal.goal),
              goal.reached === null ? "chưa đo" : grouped(goal.reached),
            ]),
          },
        ]
      : []),
    ...events
      .filter(({ text }) => text.trim() !== "")
      .map(({ kind, on, text }) => item(`Ngày ${formatShortDate(on)}: ${eventText(kind, text.trim())}.`)),
    ...recognitions.map(({ level, on, number }) =>
      item(`Được công nhận ${levelWords[level] ?? ""} ngày ${formatShortDate(on)}${number ? ` (Quyết định số ${number})` : ""}.`),
    ),
    ...(copies > 0 ? [item(`Đã được ${copies} nơi làm theo.`)] : []),
  ];
}
