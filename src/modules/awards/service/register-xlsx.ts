import type { Actor } from "../../../kernel/actor.ts";
import type { Database } from "../../../platform/database/index.ts";
import { day, number, text, xlsxOf } from "../../../platform/spreadsheet/index.ts";
import type { AwardFilter, AwardRow } from "../contract.ts";
import { say } from "../messages.ts";
import type { FileOut } from "./papers.ts";
import { registerForExport } from "./register.ts";

const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const columns = [
  { header: "TT", width: 5 },
  { header: "Tập thể, cá nhân", width: 34 },
  { header: "Chức vụ", width: 18 },
  { header: "Đơn vị", width: 34 },
  { header: "Hình thức", width: 20 },
  { header: "Thành tích", width: 46 },
  { header: "Số quyết định", width: 20 },
  { header: "Ngày quyết định", width: 13 },
  { header: "Nơi quyết định", width: 30 },
  { header: "Đợt", width: 34 },
  { header: "Thu hồi ngày", width: 13 },
  { header: "Lý do thu hồi", width: 30 },
];

const rowOf = (award: AwardRow, at: number) => [
  number(String(at + 1)),
  text(award.printedName ?? say("erasedName").vi),
  text(award.printedPost),
  text(award.printedUnit ?? award.unit.name),
  text(award.formName),
  text(award.deed),
  text(award.number),
  day(award.grantedOn),
  text(award.granter),
  text(award.campaign?.title),
  day(award.revokedOn),
  text(award.revokedReason),
];

/** Sổ theo dõi khen thưởng, as filtered, of what the actor may see. */
export async function registerFile(db: Database, actor: Actor, filter: AwardFilter): Promise<FileOut> {
  const awards = await registerForExport(db, actor, filter);
  const bytes = await xlsxOf({
    sheet: "Khen thưởng",
    titles: ["SỔ THEO DÕI KHEN THƯỞNG", actor.unitName],
    columns,
    rows: awards.map(rowOf),
    total: null,
  });
  return { name: "So theo doi khen thuong.xlsx", type: xlsxType, content: Buffer.from(bytes) };
}
