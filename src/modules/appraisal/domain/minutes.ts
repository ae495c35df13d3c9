import { grouped } from "../../../kernel/decimals.ts";
import { letterheadOf, placeOf } from "../../documents/dispatch/letterhead.ts";
import type { OfficialBlock, OfficialDraft } from "../../documents/dispatch/official.ts";
import type { UnitRef } from "../../units/contract.ts";
import type { Part } from "../shapes.ts";

export type MinutesMember = { name: string; unit: string; part: Part };

export type MinutesSubject = {
  title: string;
  unit: string;
  /** Total of each judge, in the order of the sheets; empty while they are not all in. */
  totals: { name: string; total: string }[];
  spread: { points: string; share: string } | null;
  flagged: boolean;
  changes: { name: string; line: string; first: string; later: string; reason: string }[];
  /** Judges who withdrew or were replaced, with the reason. */
  recused: { name: string; reason: string }[];
  discussion: string;
  points: string | null;
  outcome: string | null;
  /** Why it did not qualify. */
  failed: string | null;
};

export type Minutes = {
  body: UnitRef;
  round: { title: string; final: "mean" | "agreed"; spreadShare: string; judges: number };
  rubric: { title: string; edition: number; scale: string; counted: boolean };
  year: number;
  draft: boolean;
  members: MinutesMember[];
  subjects: MinutesSubject[];
  draws: { seed: string; day: string }[];
};

const partWords: Record<Part, string> = { head: "Tổ trưởng, chủ trì", secretary: "Thư ký", member: "Thành viên" };
const gap = "……………………";

const heading = (text: string): OfficialBlock => ({ kind: "clause", level: 1, text, title: true });
const point = (text: string): OfficialBlock => ({ kind: "clause", level: 4, text });
const prose = (text: string): OfficialBlock => ({ kind: "prose", text });

/** The minutes of the panel's meeting. What the system does not know (place, hour, who was absent) is left for the pen. */
export function minutesOf({ body, round, rubric, year, draft, members, subjects, draws }: Minutes): OfficialDraft {
  const head = letterheadOf(body);
  const chair = members.find(({ part }) => part === "head");
  const waiting = subjects.filter(({ totals, failed }) => totals.length === 0 && failed === null);
  return {
    form: head.form,
    issuer: { superior: [...head.superior, ...head.name], name: ["TỔ THẨM ĐỊNH"], called: `Tổ thẩm định của ${head.called}` },
    number: { value: null, type: "BB", issuer: "TTĐ" },
    place: body.areaName ? placeOf(body.areaName) : placeOf(body.name),
    date: { year, month: null, day: null },
    type: "Biên bản",
    subject: `Họp Tổ thẩm định: ${round.title}`,
    draft,
    body: [
      heading("Thời gian, địa điểm"),
      prose(`Cuộc họp bắt đầu hồi …… giờ …… phút, ngày …… tháng …… năm ${year}, tại ${gap}${gap}.`),
      heading("Thành phần"),
      ...members.map(({ name, unit, part }) => point(`${name}, ${unit}: ${partWords[part]}.`)),
      prose(`Vắng mặt: ${gap} Lý do: ${gap}`),
      heading("Cách thẩm định"),
      prose(
        `Bộ tiêu chí: ${rubric.title}, bản ${rubric.edition}, ${rubric.counted ? `${grouped(rubric.scale)} tiêu chí` : `thang điểm ${grouped(rubric.scale)}`}. Mỗi hồ sơ có ít nhất ${round.judges} người chấm độc lập; phiếu chỉ được mở khi đã đủ.`,
      ),
      ...(draws.length > 0
        ? [
            prose(
              `Người chấm được bốc thăm ${draws.map(({ seed, day }) => `ngày ${day}, mã bốc thăm ${seed}`).join("; ")}. Ai có liên quan đến đơn vị được chấm thì không bốc cho hồ sơ đó.`,
            ),
          ]
        : []),
      heading("Kết quả chấm"),
      table(subjects, rubric.counted),
      ...discussed(subjects, round.spreadShare),
      heading("Kết luận"),
      prose(
        `Tổ thẩm định thống nhất kết quả theo bảng dưới đây; điểm kết luận là ${round.final === "mean" ? "điểm trung bình của các phiếu" : "điểm do Tổ thống nhất sau thảo luận"}.`,
      ),
      conclusions(subjects),
      ...(waiting.length > 0 ? [prose(`Chưa kết luận: ${waiting.map(({ title }) => title).join("; ")}, vì chưa đủ phiếu chấm.`)] : []),
      heading("Ký xác nhận của các thành viên"),
      signing(members),
      prose("Biên bản được đọc lại cho mọi người cùng nghe, nhất trí và kết thúc hồi …… giờ …… phút cùng ngày."),
    ],
    recipients: [head.called, "Các thành viên Tổ thẩm định"],
    archive: head.archive,
    signature: { title: "CHỦ TRÌ", name: chair?.name ?? null },
  };
}

const column = (title: string, width: number, align: "left" | "center" | "right" = "left") => ({ title, width, align });

function table(subjects: readonly MinutesSubject[], counted: boolean): OfficialBlock {
  const rows = subjects.map(({ title, unit, totals, spread, failed, flagged }, at) => [
    String(at + 1),
    title === unit ? title : `${title} (${unit})`,
    failed !== null
      ? `Chưa đủ điều kiện: ${failed}`
      : totals.length === 0
        ? "Chưa đủ phiếu"
        : totals.map(({ name, total }) => `${name}: ${grouped(total)}`).join("; "),
    spread === null || totals.length === 0 ? "" : `${grouped(spread.points)} (${grouped(spread.share)}%)${flagged ? " *" : ""}`,
  ]);
  return {
    kind: "table",
    columns: [
      column("STT", 1, "center"),
      column("Hồ sơ", 5),
      column(counted ? "Số tiêu chí đạt theo từng phiếu" : "Điểm theo từng phiếu", 6),
      column("Chênh lệch", 2, "center"),
    ],
    rows,
  };
}

function discussed(subjects: readonly MinutesSubject[], share: string): OfficialBlock[] {
  const blocks = subjects.flatMap(({ title, discussion, changes, recused }) => [
    ...recused.map(({ name, reason }) => point(`${title}: ${name} không chấm, phiếu không tính. Lý do: ${ended(reason)}`)),
    ...(discussion === "" ? [] : [point(`${title}: ${ended(discussion)}`)]),
    ...changes.map(({ name, line, first, later, reason }) =>
      point(`${title}: ${name} sửa “${line}” từ ${first} thành ${later}. Lý do: ${ended(reason)}`),
    ),
  ]);
  const flagged = subjects.some((subject) => subject.flagged);
  const note = flagged ? [prose(`Dấu * là hồ sơ có các phiếu chênh nhau từ ${grouped(share)}% thang điểm trở lên, Tổ đã thảo luận.`)] : [];
  return blocks.length === 0 ? note : [...note, heading("Thảo luận"), ...blocks];
}

const ended = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

const conclusions = (subjects: readonly MinutesSubject[]): OfficialBlock => ({
  kind: "table",
  columns: [column("STT", 1, "center"), column("Hồ sơ", 7), column("Kết quả", 2, "center"), column("Xếp loại", 4, "center")],
  rows: subjects.map(({ title, points, outcome, failed }, at) => [
    String(at + 1),
    title,
    points === null ? "" : grouped(points),
    outcome ?? (failed === null ? "" : "Chưa đủ điều kiện"),
  ]),
});

const signing = (members: readonly MinutesMember[]): OfficialBlock => ({
  kind: "table",
  columns: [column("STT", 1, "center"), column("Họ và tên", 4), column("Nhiệm vụ", 3), column("Chữ ký", 4)],
  rows: members.map(({ name, part }, at) => [String(at + 1), name, partWords[part], ""]),
});
