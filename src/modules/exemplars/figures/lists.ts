import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import { dateParts, formatShortDate, vietnamDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import { day, number, text, xlsxOf, type Table } from "../../../platform/spreadsheet/index.ts";
import { letterheadOf, placeOf, signatureOf } from "../../documents/dispatch/letterhead.ts";
import { renderOfficial } from "../../documents/dispatch/render.ts";
import { isArea } from "../../units/contract.ts";
import { ancestorsOf, getUnit, unitsByIds } from "../../units/index.ts";
import { fieldTitles, kindNames, stateNames } from "../messages.ts";
import { unitIn } from "../service/view.ts";
import { boardArea, yearAsked } from "./boards.ts";
import { levelTitle } from "./measures.ts";
import { say } from "./messages.ts";
import { listedIn, type ListedRow } from "./store/lists.ts";

type Reading = { db: Database; clock: () => Date };
type Asked = { unitId?: UnitId | undefined; year?: number | undefined };
type File = { name: string; bytes: Uint8Array };

/** More rows than an office prints; who has more asks for its parts. */
export const most = { sheet: 5000, paper: 500 } as const;

type Listed = { title: string; where: string; year: number; rows: (ListedRow & { lead: string; area: string })[] };

async function listed({ db, clock }: Reading, actor: Actor, asked: Asked, limit: number): Promise<Listed> {
  const year = yearAsked(asked.year, clock());
  const area = await boardArea(db, actor, asked.unitId);
  const rows = await listedIn(db, area, year, limit + 1);
  if (rows.length > limit) throw problem("too_large", say("listTooLong", { most: limit }));
  const units = await unitsByIds(db, [area.id, ...new Set(rows.map(({ lead_id }) => lead_id))]);
  return {
    title: `Danh sách mô hình, điển hình “Dân vận khéo” năm ${year}`,
    where: unitIn(units, area.id).name,
    year,
    rows: rows.map((row) => {
      const lead = unitIn(units, row.lead_id);
      return { ...row, lead: lead.name, area: row.place ?? lead.areaName ?? "" };
    }),
  };
}

const streams = { existing: "Đang thực hiện", new: "Mới" } as const;
const levelOf = ({ level }: ListedRow): string => levelTitle(level);

/** The list as offices keep it: one line a model, numbers as numbers. */
export async function listSheet(services: Reading, actor: Actor, asked: Asked): Promise<File> {
  const { title, where, year, rows } = await listed(services, actor, asked, most.sheet);
  const columns: [header: string, width: number][] = [
    ["STT", 6],
    ["Tên mô hình, điển hình", 44],
    ["Loại", 18],
    ["Lĩnh vực", 20],
    ["Đơn vị chủ trì", 34],
    ["Địa bàn", 26],
    ["Mới hay đang thực hiện", 14],
    ["Ngày đăng ký", 13],
    ["Tình trạng", 18],
    ["Bước", 8],
    ["Kinh phí (đồng)", 17],
    ["Ngày công", 12],
    ["Lượt người", 12],
    ["Kết quả", 50],
    [`Xếp loại năm ${year}`, 14],
    ["Cấp công nhận", 14],
  ];
  const table: Table = {
    sheet: `Mô hình ${year}`,
    titles: [title.toLocaleUpperCase("vi"), where, `(Số liệu ngày ${formatShortDate(vietnamDate(services.clock()))})`],
    columns: columns.map(([header, width]) => ({ header, width })),
    rows: rows.map((row, at) => [
      number(String(at + 1)),
      text(row.name),
      text(kindNames[row.kind].vi),
      text(row.field && fieldTitles[row.field].vi),
      text(row.lead),
      text(row.area),
      text(streams[row.stream]),
      day(row.registered_on),
      text(stateNames[row.state].vi),
      text(`${row.step}/4`),
      number(row.money),
      number(row.labour),
      number(row.turns),
      text(row.output),
      text(row.grade),
      text(levelOf(row)),
    ]),
    total: null,
  };
  return { name: `${title.replaceAll(/[“”]/g, "")} - ${where}.xlsx`, bytes: await xlsxOf(table) };
}

/** The same as an annex of a report: a page that can be signed by the unit that asks. */
export async function listPaper(services: Reading, actor: Actor, asked: Asked): Promise<File> {
  const { title, where, year, rows } = await listed(services, actor, asked, most.paper);
  const { db, clock } = services;
  const [unit, above] = await Promise.all([getUnit(db, actor.unitId), ancestorsOf(db, actor.unitId)]);
  const area = isArea(unit.kind) ? unit : above.findLast(({ kind }) => isArea(kind));
  const head = letterheadOf({ ...unit, areaName: area?.name ?? null });
  const today = vietnamDate(clock());
  const bytes = await renderOfficial({
    form: head.form,
    issuer: { superior: head.superior, name: head.name, called: head.called },
    number: { value: null, type: "DS", issuer: head.symbol },
    place: area ? placeOf(area.name) : unit.name,
    date: { year: dateParts(today).year, month: null, day: null },
    type: "DANH SÁCH",
    subject: `Mô hình, điển hình “Dân vận khéo” năm ${year} (${where})`,
    body: [
      {
        kind: "table",
        columns: [
          { title: "STT", width: 6, align: "center" },
          { title: "Tên mô hình, điển hình", width: 26 },
          { title: "Lĩnh vực", width: 13 },
          { title: "Đơn vị chủ trì", width: 19 },
          { title: "Kết quả", width: 24 },
          { title: "Công nhận", width: 12, align: "center" },
        ],
        rows: rows.map((row, at) => [
          String(at + 1),
          row.name,
          row.field === null ? "" : fieldTitles[row.field].vi,
          [row.lead, row.area].filter((part, index, all) => part !== "" && all.indexOf(part) === index).join(", "),
          row.output ?? "",
          levelOf(row),
        ]),
      },
      { kind: "prose", text: `Danh sách có ${rows.length} mô hình, điển hình.` },
    ],
    recipients: [],
    archive: head.archive,
    signature: signatureOf(head),
  });
  return { name: `${title.replaceAll(/[“”]/g, "")} - ${where}.docx`, bytes };
}
