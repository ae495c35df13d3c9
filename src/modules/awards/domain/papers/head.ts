import { dateParts, type CalendarDate } from "../../../../kernel/time/index.ts";
import { letterheadOf, placeOf, signatureOf } from "../../../documents/dispatch/letterhead.ts";
import type { OfficialBlock, OfficialDraft } from "../../../documents/dispatch/official.ts";
import { counted } from "../counts.ts";
import type { Subject } from "../../shapes.ts";

/** Who issues a paper: the unit, the name of its area for the place, and the year in which it is written. */
export type Issuer = { name: string; kind: string; areaName: string | null; year: number };

/** How a unit is called in a sentence: "Ban Thường trực Ủy ban MTTQ Việt Nam xã Bình Lâm". */
export const called = ({ name, kind, areaName }: Omit<Issuer, "year">): string => letterheadOf({ name, kind, areaName }).called;

/** "đợt “Biểu dương năm 2026”"; a title that has quotation marks of its own stands without a second pair. */
export const campaignWords = (title: string): string => (/[“”"]/.test(title) ? `đợt ${title}` : `đợt “${title}”`);

type Written = Pick<OfficialDraft, "subject" | "body"> & Partial<OfficialDraft> & { symbol: string };

/** The paper before number, day and signature: they come by hand, and the file may be edited before. */
export function paperOf(issuer: Issuer, { symbol, type = null, date, ...rest }: Written & { date?: OfficialDraft["date"] }): OfficialDraft {
  const head = letterheadOf(issuer);
  // A board of a residential area keeps no register of numbers, and its head signs as such.
  const board = issuer.kind === "front" && head.form === "state";
  return {
    form: head.form,
    unnumbered: board,
    issuer: { superior: head.superior, name: head.name, called: head.called },
    number: { value: null, type: symbol, issuer: head.symbol },
    place: issuer.areaName === null ? issuer.name : placeOf(issuer.areaName),
    date: date ?? { year: issuer.year, month: null, day: null },
    type,
    archive: head.archive,
    signature: board ? { title: "Trưởng ban" } : signatureOf(head),
    ...rest,
  };
}

/** One who is proposed, as lists print it. */
export type Listed = {
  subject: Subject;
  name: string;
  post: string | null;
  unit: string | null;
  deed: string;
  formName: string;
};

export const dayParts = (day: CalendarDate): OfficialDraft["date"] => dateParts(day);

/** "02 (hai) tập thể và 01 (một) cá nhân"; what there is none of is left out. */
export function countedWords(listed: readonly Pick<Listed, "subject">[]): string {
  const collectives = listed.filter(({ subject }) => subject === "collective").length;
  const individuals = listed.length - collectives;
  return [collectives > 0 ? `${counted(collectives)} tập thể` : "", individuals > 0 ? `${counted(individuals)} cá nhân` : ""]
    .filter(Boolean)
    .join(" và ");
}

/** "- Giấy khen: 02 (hai) tập thể và 01 (một) cá nhân;" form by form, in the order of the list. */
export function formLines(listed: readonly Listed[]): OfficialBlock[] {
  const forms = [...new Set(listed.map(({ formName }) => formName))];
  return forms.map((formName, at) => ({
    kind: "clause",
    level: 4,
    text: `${formName}: ${countedWords(listed.filter((one) => one.formName === formName))}${at === forms.length - 1 ? "." : ";"}`,
  }));
}

const placeText = ({ post, unit }: Listed): string => [post, unit].filter(Boolean).join(", ");

/** The list: collectives first, then individuals, each numbered from 1 as offices do. */
export function listTables(listed: readonly Listed[]): OfficialBlock[] {
  return (["collective", "individual"] as const).flatMap((subject): OfficialBlock[] => {
    const rows = listed.filter((one) => one.subject === subject);
    if (rows.length === 0) return [];
    const person = subject === "individual";
    return [
      {
        kind: "table",
        title: `${person ? "Cá nhân" : "Tập thể"}: ${counted(rows.length)}`,
        columns: [
          { title: "TT", width: 1, align: "center" },
          { title: person ? "Họ và tên" : "Tên tập thể", width: 4 },
          { title: person ? "Chức vụ, đơn vị" : "Đơn vị", width: 4 },
          { title: "Thành tích", width: 6 },
          { title: "Hình thức", width: 2.4 },
        ],
        rows: rows.map((one, at) => [String(at + 1), one.name, placeText(one), one.deed, one.formName]),
      },
    ];
  });
}
