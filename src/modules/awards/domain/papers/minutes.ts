import { formatDate, type CalendarDate } from "../../../../kernel/time/index.ts";
import type { OfficialBlock, OfficialDraft } from "../../../documents/dispatch/official.ts";
import type { Needed, Votes } from "../../shapes.ts";
import { counted } from "../counts.ts";
import { shareText } from "../votes.ts";
import { campaignWords, countedWords, dayParts, formLines, paperOf, type Issuer, type Listed } from "./head.ts";

export type MinutesOf = {
  issuer: Issuer;
  campaign: string;
  meeting: {
    heldOn: CalendarDate;
    place: string;
    members: number;
    present: number;
    attendance: string;
    absent: string;
    opinions: string;
    chairName: string;
    chairPost: string;
    secretaryName: string;
    secretaryPost: string;
  };
  needed: Needed;
  rows: readonly { candidate: Listed; votes: Votes | null; passed: boolean }[];
};

const heading = (text: string): OfficialBlock => ({ kind: "clause", level: 1, text, title: true });
const item = (text: string): OfficialBlock => ({ kind: "clause", level: 4, text });
const lines = (text: string): string[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim().replace(/^[-+]\s*/, ""))
    .filter(Boolean);
const ended = (text: string): string => (/[.;:]$/.test(text) ? text : `${text}.`);
const who = (name: string, post: string): string => [name, post].filter(Boolean).join(", ");

/** "trên 50% tổng số thành viên hội đồng". */
export const neededText = ({ percent, more, of }: Needed): string =>
  `${more ? "trên" : "từ"} ${String(percent).replace(".", ",")}%${more ? "" : " trở lên"} ${of === "members" ? "tổng số thành viên hội đồng" : "số thành viên có mặt"}`;

/** Biên bản họp hội đồng: who was there, what was said, how it voted, what it concludes. Numbers are those of the votes. */
export function minutesDraft({ issuer, campaign, meeting, needed, rows }: MinutesOf): OfficialDraft {
  const { members, present } = meeting;
  const passed = rows.filter((row) => row.passed).map(({ candidate }) => candidate);
  const failed = rows.filter((row) => !row.passed).map(({ candidate }) => candidate);
  const absent = members - present;
  return paperOf(issuer, {
    type: "Biên bản",
    symbol: "BB",
    subject: `Họp hội đồng xét khen thưởng\n${campaignWords(campaign)}`,
    date: dayParts(meeting.heldOn),
    body: [
      heading("Thời gian, địa điểm"),
      item(`Thời gian: ${formatDate(meeting.heldOn)}.`),
      item(`Địa điểm: ${ended(meeting.place || "…")}`),
      heading("Thành phần"),
      item(`Tổng số thành viên hội đồng: ${counted(members)}; có mặt: ${counted(present)}; vắng mặt: ${counted(absent)}.`),
      ...lines(meeting.attendance).map((line) => item(ended(line))),
      ...(absent > 0 && meeting.absent ? [item(`Vắng mặt: ${ended(meeting.absent)}`)] : []),
      item(`Chủ trì: ${ended(who(meeting.chairName, meeting.chairPost) || "…")}`),
      item(`Thư ký: ${ended(who(meeting.secretaryName, meeting.secretaryPost) || "…")}`),
      heading("Nội dung"),
      { kind: "prose", text: `Hội đồng xem xét hồ sơ đề nghị khen thưởng của ${countedWords(rows.map(({ candidate }) => candidate))}.` },
      ...lines(meeting.opinions).map((line) => item(ended(line))),
      heading("Kết quả bỏ phiếu"),
      {
        kind: "prose",
        text: `Số phiếu phát ra: ${counted(present)}; số phiếu thu về: ${counted(present)}. Trường hợp được thông qua cần ${neededText(needed)} đồng ý.`,
      },
      {
        kind: "table",
        columns: [
          { title: "TT", width: 1, align: "center" },
          { title: "Tập thể, cá nhân", width: 5 },
          { title: "Hình thức", width: 2.4 },
          { title: "Đồng ý", width: 1.5, align: "center" },
          { title: "Không đồng ý", width: 1.6, align: "center" },
          { title: "Phiếu trắng", width: 1.5, align: "center" },
          { title: "Tỷ lệ đồng ý", width: 1.6, align: "center" },
          { title: "Kết quả", width: 2, align: "center" },
        ],
        rows: rows.map(({ candidate, votes, passed: through }, at) => [
          String(at + 1),
          [candidate.name, candidate.post, candidate.unit].filter(Boolean).join(", "),
          candidate.formName,
          votes === null ? "" : String(votes.for),
          votes === null ? "" : String(votes.against),
          votes === null ? "" : String(votes.blank),
          votes === null ? "" : shareText(votes.for, needed.of === "members" ? members : present),
          votes === null ? "" : through ? "Thông qua" : "Không thông qua",
        ]),
      },
      heading("Kết luận"),
      ...(passed.length > 0
        ? [{ kind: "prose" as const, text: `Hội đồng đề nghị khen thưởng ${countedWords(passed)}, cụ thể:` }, ...formLines(passed)]
        : [{ kind: "prose" as const, text: "Không có trường hợp nào được thông qua." }]),
      ...(failed.length > 0 ? [{ kind: "prose" as const, text: `Chưa được thông qua: ${countedWords(failed)}.` }] : []),
      { kind: "prose", text: "Biên bản được đọc cho các thành viên dự họp nghe và thống nhất thông qua." },
    ],
    recipients: ["Các thành viên hội đồng", "Hồ sơ khen thưởng"],
    secretary: { title: "Thư ký", name: meeting.secretaryName || null },
    signature: { title: "Chủ trì", name: meeting.chairName || null },
  });
}
