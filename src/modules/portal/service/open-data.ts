import type { Database } from "../../../platform/database/index.ts";
import { writeCsv } from "../../../platform/csv.ts";
import { vietnamDate } from "../../../kernel/time/index.ts";
import { publicPath } from "../domain/paths.ts";
import { dataSets, licence } from "../pages/data.ts";
import type { ShownExemplar, ShownPlan, ShownStatistics } from "../shapes.ts";
import { allCopies, listItems, recognitionsIn, type Item } from "../store/public.ts";

type Cell = string | number | null;
type Source = (db: Database, origin: string) => Promise<Record<string, Cell>[]>;

/** Rows of one file: enough for a country's public models, and bounded. */
const most = 50_000;

const all = async <S extends ShownExemplar | ShownPlan | ShownStatistics>(
  db: Database,
  kind: "exemplar" | "plan" | "statistics",
): Promise<Item<S>[]> => (await listItems<S>(db, { kinds: [kind] }, { offset: 0, limit: most })).items;

const sources: Record<string, Source> = {
  "mo-hinh": async (db, origin) =>
    (await all<ShownExemplar>(db, "exemplar")).map(({ title, shown, slug, opened_at }) => ({
      ten: title,
      loai: shown.kind,
      linh_vuc: shown.field,
      chu_de: shown.themes.join("; "),
      don_vi_chu_tri: shown.lead,
      dia_ban: shown.area,
      nam: shown.year,
      cong_khai_ngay: vietnamDate(opened_at),
      dia_chi: `${origin}${publicPath("exemplar", slug)}`,
    })),
  "ke-hoach": async (db) =>
    (await all<ShownPlan>(db, "plan")).flatMap(({ shown }) =>
      shown.items.map((item) => ({
        ke_hoach: shown.title,
        so: shown.number,
        co_quan: shown.issuer,
        loai: item.kind,
        muc: item.clause,
        noi_dung: item.text,
        can_dat: item.figure,
        ket_qua: item.progress?.done?.value ?? null,
        don_vi_tinh: item.progress?.done?.unit ?? null,
        don_vi_dat: item.progress?.reached ?? null,
        don_vi_duoc_giao: item.progress?.bound ?? null,
        nam: item.progress ? shown.year : null,
        tinh_den: item.progress ? shown.asOf : null,
      })),
    ),
  "cong-nhan": async (db) =>
    (await recognitionsIn(db, most)).map((row) => ({
      ten: row.title,
      loai: row.kind,
      don_vi: row.unit_name,
      dia_ban: row.area_name,
      cap: row.level,
      nam: row.year,
      quyet_dinh: row.number,
      ngay: row.recognised_on,
      thu_hoi: row.revoked_on,
    })),
  "nhan-rong": async (db) =>
    (await allCopies(db, { offset: 0, limit: most })).rows.map((row) => ({
      mo_hinh_goc: row.original_title,
      noi_goc: row.original_area,
      lam_theo: row.title,
      noi_lam_theo: row.area_name,
      don_vi: row.unit_name,
      nam: row.year,
      dieu_chinh: row.adapted,
    })),
  "so-lieu": async (db) =>
    (await all<ShownStatistics>(db, "statistics")).flatMap(({ shown }) =>
      shown.tables.flatMap(({ key, rows, columns, cells }) =>
        [...rows, "tong"].flatMap((row, r) =>
          columns.map((column, c) => ({
            don_vi: shown.unit,
            nam: shown.year,
            bang: key,
            dong: row,
            chi_tieu: column,
            so_luong: cells[r]?.[c] ?? null,
            tinh_den: shown.asOf,
          })),
        ),
      ),
    ),
};

/** A data set as a file; null when there is none of this name. */
export async function openData(db: Database, origin: string, name: string, form: string): Promise<{ body: string; type: string } | null> {
  const source = Object.hasOwn(sources, name) ? sources[name] : undefined;
  const set = dataSets[name];
  if (!source || !set) return null;
  const rows = await source(db, origin);
  const columns = Object.keys(set.columns);
  if (form === "csv")
    return {
      type: "text/csv; charset=utf-8",
      body: writeCsv(
        columns,
        rows.map((row) => columns.map((column) => row[column] ?? null)),
      ),
    };
  return {
    type: "application/json; charset=utf-8",
    body: JSON.stringify({
      title: set.title.vi,
      licence,
      source: origin,
      columns: Object.fromEntries(Object.entries(set.columns).map(([column, { vi }]) => [column, vi])),
      rows,
    }),
  };
}
