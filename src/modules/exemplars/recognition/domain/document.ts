import type { UnitRef } from "../../../units/contract.ts";
import { dateParts, type CalendarDate } from "../../../../kernel/time/index.ts";
import { forms } from "../../../documents/dispatch/forms.ts";
import { letterheadOf, placeOf, signatureOf } from "../../../documents/dispatch/letterhead.ts";
import type { OfficialBlock, OfficialDraft } from "../../../documents/dispatch/official.ts";
import { fieldTitles } from "../../messages.ts";
import { DecisionHeader, type PrintedItem } from "../shapes.ts";
import { countedKinds } from "./words.ts";

const typeSymbol = "QĐ";
const movement = "“Dân vận khéo”";

const basesOf: Record<DecisionHeader["form"], (called: string) => string[]> = {
  front: () => ["Căn cứ Điều lệ Mặt trận Tổ quốc Việt Nam"],
  party: (called) => ["Căn cứ Điều lệ Đảng Cộng sản Việt Nam", `Căn cứ Quy chế làm việc của ${called.replace(/^Ban Thường vụ /u, "")}`],
  state: () => ["Căn cứ Luật Tổ chức chính quyền địa phương"],
};

/** How a body heads and words such a decision; everything can be changed before it is signed. */
export function headerFor(unit: UnitRef, { area, year }: { area: string | null; year: number }): DecisionHeader {
  const head = letterheadOf(unit);
  const about = `mô hình, điển hình ${movement} năm ${year}`;
  return DecisionHeader.parse({
    form: head.form,
    superior: head.superior,
    issuer: head.name,
    called: head.called,
    issuerSymbol: head.symbol,
    subject: `Về việc công nhận ${about}`,
    place: area === null ? unit.name : placeOf(area),
    bases: [...basesOf[head.form](head.called), `Xét kết quả thực hiện và kết quả kiểm tra, đánh giá ${about}`],
    articles: [
      "Các đơn vị có mô hình, điển hình được công nhận tiếp tục duy trì, nâng cao chất lượng; các cơ quan, đơn vị liên quan tuyên truyền, nhân rộng.",
      "Quyết định này có hiệu lực kể từ ngày ký.",
      "Các cơ quan, đơn vị liên quan và các đơn vị có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.",
    ],
    recipients: ["Như Điều 4"],
    archive: head.archive,
    signature: signatureOf(head),
  });
}

/** "Quyết định về việc công nhận …": how lists call it. */
export const titleOf = ({ subject }: Pick<DecisionHeader, "subject">): string =>
  `Quyết định ${subject.charAt(0).toLocaleLowerCase("vi")}${subject.slice(1)}`.replaceAll(/\s+/g, " ");

/** What follows the number, with the mark between them: "/QĐ-MTTQ-BTT", "-QĐ/ĐU". */
export function symbolOf({ form, issuerSymbol }: Pick<DecisionHeader, "form" | "issuerSymbol">): string {
  const printed = forms[form].number({ value: "00", type: typeSymbol, issuer: issuerSymbol });
  return printed.slice(printed.indexOf("00") + 2);
}

/** The articles as they are printed: the first says what the list holds, in figures and in words. */
export const articlesOf = (
  { articles }: Pick<DecisionHeader, "articles">,
  list: readonly Pick<PrintedItem, "kind">[],
  year: number,
): string[] => [
  `Công nhận ${countedKinds(list.map(({ kind }) => kind)) || "…"} ${movement} năm ${year} (có danh sách kèm theo).`,
  ...articles,
];

export type PrintedDecision = {
  header: DecisionHeader;
  list: readonly PrintedItem[];
  year: number;
  /** As the office writes it before the symbol; null leaves room for the pen. */
  number: string | null;
  day: CalendarDate | null;
  draft: boolean;
};

/** The official document: a decision with its list as annex. */
export function officialOf({ header, list, year, number, day, draft }: PrintedDecision): OfficialDraft {
  const { superior, issuer, called, issuerSymbol, articles, ...rest } = header;
  return {
    ...rest,
    issuer: { superior, name: issuer, called },
    number: { value: number, type: typeSymbol, issuer: issuerSymbol },
    date: day === null ? { year, month: null, day: null } : dateParts(day),
    type: "Quyết định",
    draft,
    decides: called,
    body: articlesOf({ articles }, list, year).map((text) => ({ kind: "article" as const, text })),
    annexes: [{ label: "DANH SÁCH", title: `Mô hình, điển hình ${movement} năm ${year}`, body: tablesOf(list) }],
  };
}

/** One table; people in one of their own, after collectives. */
function tablesOf(list: readonly PrintedItem[]): OfficialBlock[] {
  const people = list.filter(({ kind }) => kind === "person");
  const others = list.filter(({ kind }) => kind !== "person");
  if (people.length === 0 || others.length === 0) return [tableOf(list, null)];
  return [tableOf(others, "I. Mô hình, điển hình tập thể"), tableOf(people, "II. Điển hình cá nhân")];
}

const tableOf = (list: readonly PrintedItem[], title: string | null): OfficialBlock => ({
  kind: "table",
  title,
  columns: [
    { title: "STT", width: 1, align: "center" },
    { title: list.every(({ kind }) => kind === "person") ? "Họ và tên, việc làm" : "Tên mô hình, điển hình", width: 6 },
    { title: "Đơn vị", width: 4.5 },
    { title: "Lĩnh vực", width: 2.8 },
  ],
  rows: list.map(({ name, unit, field }, at) => [String(at + 1).padStart(2, "0"), name, unit, field === null ? "" : fieldTitles[field].vi]),
});
