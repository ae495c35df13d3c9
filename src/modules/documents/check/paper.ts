/** "Phiếu kiểm tra văn bản": the list of questions as a paper in the office's own form, to be handed to the writer. */
import type { OfficialDraft } from "../dispatch/official.ts";
import type { Letterhead } from "../dispatch/letterhead.ts";
import { say } from "./messages.ts";
import type { Finding, Severity } from "./finding.ts";

export type Checked = {
  /** "Kế hoạch 12/KH-MTTQ-BTT ngày 12/3/2026 …" or the name of the draft's file. */
  what: string;
  findings: readonly Finding[];
  head: Letterhead;
  place: string;
  /** Day of the check, "2026-03-12". */
  on: string;
  by: string | null;
};

const order: readonly Severity[] = ["wrong", "look", "hint"];

/** Always in Vietnamese: the paper is for colleagues, whatever language the reader has chosen. */
export function findingsPaper({ what, findings, head, place, on, by }: Checked): OfficialDraft {
  const [year = 0, month = 0, day = 0] = on.split("-").map(Number);
  const sorted = order.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  return {
    form: head.form,
    issuer: { superior: head.superior, name: head.name, called: head.called },
    number: { value: null, type: "PKT", issuer: head.symbol },
    place,
    date: { year, month, day },
    type: "PHIẾU KIỂM TRA VĂN BẢN",
    subject: what,
    body: [
      { kind: "prose", text: say(findings.length === 0 ? "none" : "paperIntro", { count: findings.length }).vi },
      ...(findings.length === 0
        ? []
        : [
            {
              kind: "table" as const,
              columns: [
                { title: "TT", width: 1, align: "center" as const },
                { title: "Chỗ trong văn bản", width: 5 },
                { title: "Điều cần xem lại", width: 7 },
                { title: "Có thể sửa; căn cứ", width: 6 },
                { title: "Xử lý", width: 2.5 },
              ],
              rows: sorted.map((finding, k) => [
                `${k + 1}`,
                placeOf(finding),
                `[${say(finding.severity).vi}] ${finding.reason.vi}`,
                mendOf(finding),
                "",
              ]),
            },
          ]),
      { kind: "prose", text: say("paperNote").vi },
    ],
    recipients: ["Người soạn thảo"],
    archive: head.archive,
    signature: { title: "NGƯỜI KIỂM TRA", name: by },
  };
}

function placeOf({ place, places, quote }: Finding): string {
  if (!place) return say("paperNowhere").vi;
  const lines = [...new Set(places.map(({ line }) => line))];
  const shown = lines.slice(0, 8).join(", ") + (lines.length > 8 ? ` … (${lines.length} dòng)` : "");
  return `Dòng ${shown}${quote === null ? "" : `: “${quote}”`}`;
}

const mendOf = ({ mend, basis }: Finding): string => [mend?.vi, `(${basis.vi})`].filter(Boolean).join(" ");
