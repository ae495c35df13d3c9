import { grouped } from "../../../../kernel/decimals.ts";
import { amountText } from "../../../../kernel/numbers.ts";
import { fold } from "../../../../kernel/text.ts";
import { dateParts, formatShortDate, type CalendarDate } from "../../../../kernel/time/index.ts";
import { letterheadOf, placeOf, signatureOf } from "../../../documents/dispatch/letterhead.ts";
import type { OfficialBlock, OfficialDraft } from "../../../documents/dispatch/official.ts";
import { contentNames, fieldTitles, kindNames } from "../../messages.ts";
import { contentKeys, type Amount, type Contents, type ExemplarField, type ExemplarKind } from "../../shapes.ts";

/** Who registers, as the paper heads and signs it. `superior`: above it in its line, when its own name does not say it. */
export type Registrant = { name: string; kind: string; areaName: string | null; areaKind: string | null; superior: string | null };

export type OnPaper = {
  kind: ExemplarKind;
  name: string;
  field: ExemplarField | null;
  lead: string;
  area: string | null;
  place: string | null;
  contents: Contents;
  goals: readonly { name: string; unit: string; baseline: string | null; goal: string }[];
  startedOn: CalendarDate | null;
  endsOn: CalendarDate | null;
  money: Amount | null;
  labour: Amount | null;
  partners: readonly string[];
};

type Frame = { registrant: Registrant; addressee: string | null; today: CalendarDate; subject: string; body: OfficialBlock[] };

/** Room for a hand: what is not written yet is filled in on paper. */
const open = "…".repeat(34);

/** Who signs for a unit that has no office of its own. */
function titleOf(name: string): string | null {
  const folded = fold(name);
  if (folded.startsWith("ban cong tac") || folded.startsWith("ban dieu hanh")) return "Trưởng ban";
  if (folded.startsWith("chi bo")) return "Bí thư";
  if (folded.startsWith("chi hoi")) return "Chi hội trưởng";
  return folded.startsWith("to ") ? "Tổ trưởng" : null;
}

/** The registration in the form that offices use: unnumbered, confirmed by the Party cell at the left, signed at the right. */
function framed({ registrant, addressee, today, subject, body }: Frame): OfficialDraft {
  const head = letterheadOf(registrant);
  const { year, month } = dateParts(today);
  const own = titleOf(registrant.name);
  const cell = registrant.areaKind === "residential-area" || registrant.kind === "school";
  return {
    form: head.form === "party" ? "party" : "state",
    issuer: {
      superior: head.superior.length > 0 || registrant.superior === null ? head.superior : [registrant.superior],
      name: head.name,
      called: head.called,
    },
    number: { value: null, type: "ĐK", issuer: head.symbol },
    unnumbered: true,
    place: registrant.areaName === null ? "……………" : placeOf(registrant.areaName),
    date: { year, month, day: null },
    type: "BẢN ĐĂNG KÝ",
    subject,
    addressees: addressee === null ? [] : [addressee],
    body,
    recipients: [],
    archive: "đơn vị đăng ký",
    secretary: { title: cell ? "Xác nhận của chi ủy" : "Xác nhận của cấp ủy", name: null },
    signature: own === null ? signatureOf(head) : { title: own },
  };
}

/** A numbered content: its first line beside its name, further lines below. */
function item(name: string, text: string | null | undefined): OfficialBlock[] {
  const [first = "", ...rest] = (text ?? "").split("\n").filter((line) => line.trim() !== "");
  return [
    { kind: "clause", level: 2, text: first === "" ? `${name}:` : `${name}: ${first}` },
    ...(first === ""
      ? [open, open].map((text) => ({ kind: "prose" as const, text }))
      : rest.map((line) => ({ kind: "prose" as const, text: line }))),
  ];
}

const span = ({ startedOn, endsOn }: OnPaper): string =>
  [startedOn && `từ ngày ${formatShortDate(startedOn)}`, endsOn && `đến ngày ${formatShortDate(endsOn)}`].filter(Boolean).join(" ");

/** What stands beside what was written: figures and units that have a place of their own. */
function withFacts(one: OnPaper, key: (typeof contentKeys)[number]): string {
  const facts = {
    area: [one.area, one.place].filter(Boolean).join(", "),
    forces: [`Chủ trì: ${one.lead}`, one.partners.length > 0 && `Phối hợp, tham gia: ${one.partners.join("; ")}`]
      .filter(Boolean)
      .join(". "),
    resources: [one.money && `${amountText(one.money)} đồng`, one.labour && `${amountText(one.labour)} ngày công`]
      .filter(Boolean)
      .join("; "),
    time: span(one),
  } as Partial<Record<string, string>>;
  return [one.contents[key] ?? "", facts[key] ?? ""].filter(Boolean).join("\n");
}

/** One exemplar with the ten contents of the form. */
export function registrationPaper(
  one: OnPaper,
  frame: { registrant: Registrant; addressee: string | null; today: CalendarDate; year: number },
): OfficialDraft {
  const kind = kindNames[one.kind].vi;
  const goals: OfficialBlock[] =
    one.goals.length === 0
      ? []
      : [
          {
            kind: "table",
            title: "Mục tiêu bằng số",
            columns: [
              { title: "TT", width: 1, align: "center" },
              { title: "Nội dung", width: 7 },
              { title: "Đơn vị tính", width: 3, align: "center" },
              { title: "Hiện nay", width: 3, align: "right" },
              { title: "Cần đạt", width: 3, align: "right" },
            ],
            rows: one.goals.map(({ name, unit, baseline, goal }, at) => [
              String(at + 1),
              name,
              unit,
              baseline === null ? "" : grouped(baseline),
              grouped(goal),
            ]),
          },
        ];
  return framed({
    ...frame,
    subject: `${kind} “Dân vận khéo” năm ${frame.year}`,
    body: [
      { kind: "prose", text: `Đơn vị đăng ký: ${one.lead}` },
      { kind: "prose", text: `Lĩnh vực: ${one.field === null ? open.slice(0, 20) : fieldTitles[one.field].vi}` },
      ...item(`Tên ${kind.charAt(0).toLocaleLowerCase("vi")}${kind.slice(1)}`, one.name),
      ...contentKeys.flatMap((key) => [...item(contentNames[key].name.vi, withFacts(one, key)), ...(key === "goals" ? goals : [])]),
    ],
  });
}

/** Said in one cell: each without its own full stop. */
const joined = (parts: readonly (string | null | undefined)[]): string =>
  parts.flatMap((part) => (part ? [part.replace(/[.;\s]+$/, "")] : [])).join("; ");

/** What a unit registers in a round, as one list. */
export function listPaper(
  all: readonly OnPaper[],
  frame: { registrant: Registrant; addressee: string | null; today: CalendarDate; round: string; year: string },
): OfficialDraft {
  return framed({
    ...frame,
    subject: `Mô hình, điển hình “Dân vận khéo” năm ${frame.year}`,
    body: [
      { kind: "prose", text: `Thực hiện đợt “${frame.round}”, ${frame.registrant.name} đăng ký ${all.length} mô hình, điển hình như sau:` },
      {
        kind: "table",
        columns: [
          { title: "TT", width: 1.5, align: "center" },
          { title: "Tên, loại", width: 5 },
          { title: "Lĩnh vực", width: 3 },
          { title: "Mục tiêu, tiêu chí", width: 5 },
          { title: "Địa bàn, đối tượng", width: 4 },
          { title: "Đơn vị chủ trì", width: 4 },
        ],
        rows: all.map((one, at) => [
          String(at + 1),
          `${one.name} (${kindNames[one.kind].vi.toLocaleLowerCase("vi")})`,
          one.field === null ? "" : fieldTitles[one.field].vi,
          joined([
            one.contents.goals,
            ...one.goals.map(
              ({ name, unit, baseline, goal }) =>
                `${name}: ${baseline === null ? "" : `từ ${grouped(baseline)} `}lên ${grouped(goal)} ${unit}`,
            ),
          ]),
          joined([one.contents.area, one.area, one.place]),
          one.lead,
        ]),
      },
      { kind: "prose", text: `Danh sách này có ${all.length} mô hình, điển hình.` },
    ],
  });
}
