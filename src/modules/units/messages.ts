import { phrasebook, type Text } from "../../kernel/language.ts";
import type { ActNames, FieldNames } from "../audit/contract.ts";
import type { UnitKind } from "./contract.ts";

type Rejected = { place: string; name: string; what: string; todo: string };
type Counts = { rows: number; created: number; unchanged: number; rejected: number };

export const say = phrasebook(
  {
    noUnit: "Không tìm thấy đơn vị này trong danh mục. Hãy kiểm tra lại đường dẫn, hoặc tìm theo tên.",
    noParent: "Không tìm thấy cấp trên đã chọn. Hãy chọn lại cấp trên trong danh mục.",
    looseUnit: ({ name, parent, from, to }: { name: string; parent: string; from: string; to: string }) =>
      `"${name}" không có cấp trên trong thời gian từ ${from} đến ${to}: "${parent}" không tồn tại suốt thời gian đó, hoặc nằm dưới chính nó. Hãy sửa ngày của một trong hai đơn vị, hoặc chọn cấp trên khác.`,
    noRoot: "gốc của cây",
    rootBySystem: "Đơn vị gốc của cây chỉ được tạo khi cài đặt lần đầu hoặc bằng lệnh import-units. Hãy chọn một cấp trên.",
    wrongPlace: ({ kind, parent }: { kind: string; parent: string }) =>
      `${kind} không thể nằm dưới ${parent}. Hãy chọn cấp trên phù hợp: địa bàn nằm dưới địa bàn cấp cao hơn; tổ chức nằm dưới địa bàn của nó hoặc dưới tổ chức mà nó là bộ phận.`,
    wrongDays: "Ngày kết thúc phải sau ngày bắt đầu. Hãy sửa lại ngày.",
    sameName: ({ name, parent }: { name: string; parent: string }) =>
      `Dưới "${parent}" đã có "${name}" cùng loại trong thời gian đó. Hãy mở đơn vị đã có thay vì tạo mới, hoặc đặt tên khác.`,
    changed: ({ name }: { name: string }) =>
      `"${name}" vừa được người khác sửa. Hãy xem lại những gì đã đổi rồi lưu lần nữa; nội dung bạn nhập vẫn còn trên màn hình.`,
    notThen: ({ name, day }: { name: string; day: string }) =>
      `"${name}" không tồn tại vào ngày ${day}. Hãy chọn một ngày trong thời gian đơn vị hoạt động.`,
    codeTaken: ({ code, name }: { code: string; name: string }) =>
      `Mã ${code} đang thuộc về "${name}" trong thời gian đó. Hãy gỡ mã khỏi đơn vị kia từ ngày đổi, hoặc kiểm tra lại mã.`,
    noSuchRelation: "Quan hệ này không tồn tại vào ngày đã chọn. Hãy tải lại trang để xem các quan hệ hiện có.",
    hasDependents: ({ name, count, first }: { name: string; count: number; first: string }) =>
      `Chưa kết thúc được "${name}": còn ${count} đơn vị trực thuộc sau ngày đó (${first}). Hãy kết thúc hoặc chuyển các đơn vị đó trước.`,
    endedAlready: ({ name, day }: { name: string; day: string }) => `"${name}" đã kết thúc ngày ${day}. Hãy tải lại trang để xem.`,
    noFile: ({ path }: { path: string }) => `Không đọc được tệp ${path}. Hãy kiểm tra lại đường dẫn và quyền đọc.`,
    rejectedRow: ({ place, name, what, todo }: Rejected) => `Dòng ${place}${name ? ` "${name}"` : ""}: ${what} ${todo}`,
    imported: ({ rows, created, unchanged, rejected }: Counts) =>
      `Đã nhập ${created} đơn vị mới từ ${rows} dòng; ${unchanged} dòng đã có sẵn; bỏ qua ${rejected} dòng.`,
    notImported: ({ rows, created, unchanged, rejected }: Counts) =>
      `Chưa ghi gì. Trong ${rows} dòng: ${created} đơn vị mới có thể nhập, ${unchanged} dòng đã có sẵn, ${rejected} dòng chưa nhận được.`,
    exported: ({ path }: { path: string }) => `Đã xuất danh mục đơn vị ra ${path}.`,
    issuerNotThen: "Đơn vị ban hành không tồn tại vào ngày đó. Hãy chọn ngày khác hoặc đơn vị ban hành khác.",
  },
  {
    noUnit: "This unit is not in the directory. Check the link, or search by name.",
    noParent: "The superior that you chose was not found. Choose it again from the directory.",
    looseUnit: ({ name, parent, from, to }: { name: string; parent: string; from: string; to: string }) =>
      `"${name}" has no superior from ${from} to ${to}: "${parent}" does not exist for all of that time, or lies below it. Correct the days of one of the two, or choose another superior.`,
    noRoot: "the root of the tree",
    rootBySystem: "The root of the tree is made at the first set-up or with the command import-units only. Choose a superior.",
    wrongPlace: ({ kind, parent }: { kind: string; parent: string }) =>
      `${kind} cannot lie under ${parent}. Choose a fitting superior: an area lies under a higher area; a body under its area or under the body that it is a part of.`,
    wrongDays: "The last day must not be before the first. Correct the days.",
    sameName: ({ name, parent }: { name: string; parent: string }) =>
      `"${name}" of the same kind is under "${parent}" already at that time. Open that unit instead of adding another, or choose another name.`,
    changed: ({ name }: { name: string }) =>
      `Somebody else has just changed "${name}". See what changed and save again; what you typed is still on the screen.`,
    notThen: ({ name, day }: { name: string; day: string }) => `"${name}" does not exist on ${day}. Choose a day on which it does.`,
    codeTaken: ({ code, name }: { code: string; name: string }) =>
      `The code ${code} belongs to "${name}" at that time. Take it off that unit from the day of the change, or check the code.`,
    noSuchRelation: "There is no such relation on the day you chose. Reload the page to see the relations there are.",
    hasDependents: ({ name, count, first }: { name: string; count: number; first: string }) =>
      `"${name}" cannot end yet: ${count} units hang on it after that day (${first}). End or move them first.`,
    endedAlready: ({ name, day }: { name: string; day: string }) => `"${name}" ended on ${day} already. Reload the page to see.`,
    noFile: ({ path }: { path: string }) => `The file ${path} cannot be read. Check the path and the right to read it.`,
    rejectedRow: ({ place, name, what, todo }: Rejected) => `Row ${place}${name ? ` "${name}"` : ""}: ${what} ${todo}`,
    imported: ({ rows, created, unchanged, rejected }: Counts) =>
      `Imported ${created} new units from ${rows} rows; ${unchanged} rows were there already; ${rejected} rows left out.`,
    notImported: ({ rows, created, unchanged, rejected }: Counts) =>
      `Nothing was written. Of ${rows} rows: ${created} new units could be taken, ${unchanged} rows are there already, ${rejected} rows cannot be taken.`,
    exported: ({ path }: { path: string }) => `The directory of units was written to ${path}.`,
    issuerNotThen: "The issuing unit does not exist on that day. Choose another day or another issuer.",
  },
);

/** What the acts of this slice are called in a history, after the name of who did them. */
export const actNames: ActNames = {
  "unit:create": { vi: "thêm đơn vị", en: "added the unit" },
  "unit:rename": { vi: "đổi tên đơn vị", en: "renamed the unit" },
  "unit:set-code": { vi: "cập nhật mã của đơn vị", en: "changed a code of the unit" },
  "unit:set-relation": { vi: "cập nhật quan hệ của đơn vị", en: "changed a relation of the unit" },
  "unit:end": { vi: "kết thúc hoạt động của đơn vị", en: "ended the unit" },
  "unit:import": { vi: "nhập danh mục đơn vị từ tệp", en: "imported units from a file" },
};

export const fieldNames: FieldNames = {
  name: { vi: "Tên", en: "Name" },
  from: { vi: "Từ ngày", en: "From" },
  until: { vi: "Đến hết ngày", en: "Until" },
  code: { vi: "Mã", en: "Code" },
  system: { vi: "Hệ mã", en: "Code system" },
  parent: { vi: "Cấp trên", en: "Superior" },
  superior: { vi: "Đơn vị trên", en: "Superior" },
  created: { vi: "Số đơn vị mới", en: "New units" },
};

/** What a kind of unit is called. */
export const kindNames: Record<UnitKind, Text> = {
  country: { vi: "Quốc gia", en: "Country" },
  province: { vi: "Tỉnh, thành phố", en: "Province" },
  district: { vi: "Huyện, quận, thị xã", en: "District" },
  commune: { vi: "Xã, phường, đặc khu", en: "Commune" },
  "residential-area": { vi: "Khu dân cư (thôn, tổ dân phố)", en: "Residential area" },
  "party-committee": { vi: "Cấp ủy", en: "Party committee" },
  "peoples-council": { vi: "Hội đồng nhân dân", en: "People's Council" },
  "peoples-committee": { vi: "Ủy ban nhân dân", en: "People's Committee" },
  front: { vi: "Mặt trận Tổ quốc", en: "Fatherland Front" },
  "trade-union": { vi: "Công đoàn", en: "Trade union" },
  "farmers-union": { vi: "Hội Nông dân", en: "Farmers' union" },
  "womens-union": { vi: "Hội Liên hiệp Phụ nữ", en: "Women's union" },
  "youth-union": { vi: "Đoàn Thanh niên", en: "Youth union" },
  veterans: { vi: "Hội Cựu chiến binh", en: "Veterans' association" },
  department: { vi: "Sở, phòng, ban, ngành", en: "Department" },
  "armed-force": { vi: "Lực lượng vũ trang", en: "Armed force" },
  school: { vi: "Trường học", en: "School" },
  "steering-committee": { vi: "Ban Chỉ đạo", en: "Steering committee" },
  board: { vi: "Ban trực thuộc", en: "Internal board" },
  office: { vi: "Văn phòng", en: "Office" },
  "other-body": { vi: "Tổ chức khác", en: "Other body" },
};
