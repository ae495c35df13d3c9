import { html } from "../../../kernel/html.ts";
import type { Text } from "../../../kernel/language.ts";
import { reader, type Page, type Place } from "./frame.ts";
import { told } from "./words.ts";

/** Data sets with their columns: the dictionary that the page shows and the JSON carries. */
export const dataSets: Record<string, { title: Text; columns: Record<string, Text> }> = {
  "mo-hinh": {
    title: { vi: "Mô hình, điển hình đã công khai", en: "Public models and exemplary people" },
    columns: {
      ten: { vi: "Tên mô hình, điển hình", en: "Name" },
      loai: { vi: "Loại", en: "Kind" },
      linh_vuc: { vi: "Một trong bốn lĩnh vực của phong trào", en: "One of the four fields of the movement" },
      chu_de: { vi: "Chủ đề, cách nhau bằng dấu chấm phẩy", en: "Themes, separated by semicolons" },
      don_vi_chu_tri: { vi: "Đơn vị chủ trì", en: "Unit that leads" },
      dia_ban: { vi: "Thôn, tổ dân phố và xã, phường", en: "Residential area and commune" },
      nam: { vi: "Năm bắt đầu hoặc năm tính là mới", en: "Year of its beginning, or in which it is new" },
      cong_khai_ngay: { vi: "Ngày công khai (năm-tháng-ngày)", en: "Day of publication (ISO 8601)" },
      dia_chi: { vi: "Địa chỉ trang", en: "Address of the page" },
    },
  },
  "ke-hoach": {
    title: { vi: "Chỉ tiêu và nhiệm vụ của các kế hoạch đã công khai", en: "Targets and tasks of public plans" },
    columns: {
      ke_hoach: { vi: "Tên kế hoạch", en: "Title of the plan" },
      so: { vi: "Số, ký hiệu", en: "Number" },
      co_quan: { vi: "Cơ quan ban hành", en: "Issuer" },
      loai: { vi: "target: chỉ tiêu; task: nhiệm vụ; report: chế độ báo cáo", en: "target, task or report" },
      muc: { vi: "Mục trong kế hoạch", en: "Clause" },
      noi_dung: { vi: "Nội dung", en: "Text" },
      can_dat: { vi: "Con số cần đạt, như kế hoạch ghi", en: "Figure to reach, as the plan says" },
      ket_qua: {
        vi: "Kết quả đã duyệt trong năm; trống: không cộng được hoặc được giữ lại",
        en: "Approved result in the year; empty: does not add up or is withheld",
      },
      don_vi_tinh: { vi: "Đơn vị tính của kết quả", en: "Unit of measure of the result" },
      don_vi_dat: { vi: "Số đơn vị đã đạt; trống nếu từ 1 đến 4", en: "Units that reached it; empty from 1 to 4" },
      don_vi_duoc_giao: { vi: "Số đơn vị phải thực hiện", en: "Units bound by it" },
      nam: { vi: "Năm của kết quả", en: "Year of the result" },
      tinh_den: { vi: "Ngày chốt", en: "As of" },
    },
  },
  "cong-nhan": {
    title: { vi: "Công nhận mô hình, điển hình", en: "Recognitions" },
    columns: {
      ten: { vi: "Tên như trong quyết định", en: "Name as the decision prints it" },
      loai: { vi: "Loại", en: "Kind" },
      don_vi: { vi: "Đơn vị", en: "Unit" },
      dia_ban: { vi: "Địa bàn", en: "Area" },
      cap: { vi: "Cấp công nhận: commune, district, province, centre", en: "Level" },
      nam: { vi: "Năm", en: "Year" },
      quyet_dinh: { vi: "Số quyết định", en: "Number of the decision" },
      ngay: { vi: "Ngày công nhận", en: "Day" },
      thu_hoi: { vi: "Ngày thu hồi, nếu có", en: "Day on which it was revoked, if it was" },
    },
  },
  "nhan-rong": {
    title: { vi: "Nhân rộng mô hình", en: "Replication" },
    columns: {
      mo_hinh_goc: { vi: "Mô hình gốc", en: "Original" },
      noi_goc: { vi: "Nơi có mô hình gốc", en: "Area of the original" },
      lam_theo: { vi: "Mô hình làm theo", en: "Copy" },
      noi_lam_theo: { vi: "Nơi làm theo", en: "Area of the copy" },
      don_vi: { vi: "Đơn vị làm theo", en: "Unit that copied" },
      nam: { vi: "Năm", en: "Year" },
      dieu_chinh: { vi: "Đã điều chỉnh gì", en: "What was adapted" },
    },
  },
  "so-lieu": {
    title: { vi: "Số liệu theo năm", en: "Statistics by year" },
    columns: {
      don_vi: { vi: "Đơn vị công bố, tính cả cấp dưới", en: "Body, with those below it" },
      nam: { vi: "Năm", en: "Year" },
      bang: { vi: "field: theo lĩnh vực; kind: theo loại", en: "Table: by field or by kind" },
      dong: { vi: "Lĩnh vực hoặc loại; tong: tổng", en: "Field or kind; tong: the sum" },
      chi_tieu: { vi: "new: mới; kept: duy trì; recognised: được công nhận; copied: làm theo nơi khác", en: "What is counted" },
      so_luong: { vi: "Số lượng; trống: được giữ lại", en: "Count; empty: withheld" },
      tinh_den: { vi: "Ngày chốt", en: "As of" },
    },
  },
};

export const licence = { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" };

export function dataPage(place: Place): Page {
  const t = reader(place.language);
  return {
    title: t(told("data")),
    body: html`<h1>${t(told("data"))}</h1>
      <p>${t(told("dataLead"))} ${t(told("licence"))}: <a rel="license" href="${licence.url}">${t(told("licenceText"))}</a>.</p>
      ${Object.entries(dataSets).map(
        ([name, { title, columns }]) =>
          html`<section>
            <h2>${t(title)}</h2>
            <p>${t(told("download"))}: <a href="/du-lieu/${name}.csv">${name}.csv</a>, <a href="/du-lieu/${name}.json">${name}.json</a></p>
            <details>
              <summary>${t(told("dictionary"))}</summary>
              <div class="scroll" tabindex="0" role="region" aria-label="${t(told("dictionary"))}: ${t(title)}">
                <table>
                  <thead>
                    <tr>
                      <th scope="col">${t(told("column"))}</th>
                      <th scope="col">${t(told("meaning"))}</th>
                    </tr>
                  </thead>
                  <tbody>
                    ${Object.entries(columns).map(
                      ([column, meaning]) =>
                        html`<tr>
                          <th scope="row"><code>${column}</code></th>
                          <td>${t(meaning)}</td>
                        </tr>`,
                    )}
                  </tbody>
                </table>
              </div>
            </details>
          </section>`,
      )}
      <p>${t(told("withheldNote"))}</p>`,
  };
}
