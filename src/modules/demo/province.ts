/**
 * The fictional province of the demo: the shape of a real one after 1 July 2025 (two levels of government, no districts),
 * with the districts it had before, so that history can be shown. Every name is invented; no place or person is meant.
 */

export type DemoCommune = { name: string; residentialAreas: string[] };

export const provinceName = "Tỉnh Tân Giang";
/** The province in names of bodies: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang". */
export const provinceInNames = "tỉnh Tân Giang";

/** The last day on which districts existed (Nghị quyết 202/2025/QH15: two levels of government from 2025-07-01). */
export const districtsUntil = "2025-07-01";
export const districts = ["Thành phố Đông Kinh", "Huyện Bình Giang", "Huyện Sơn Hòa"];
/** The boards that a district's Party committee had, and the divisions of its People's Committee. */
export const districtPartyBoards = ["Văn phòng", "Ban Tổ chức", "Ban Tuyên giáo", "Ban Dân vận", "Ủy ban Kiểm tra"];
export const districtDivisions = ["Phòng Nội vụ", "Phòng Tài chính - Kế hoạch", "Phòng Văn hóa và Thông tin", "Phòng Giáo dục và Đào tạo"];

/** Some of the communes that the districts had; the communes of today were made out of them. */
export const formerCommunes = [
  { name: "Phường Bến Ngự", district: "Thành phố Đông Kinh" },
  { name: "Phường Cửa Bắc", district: "Thành phố Đông Kinh" },
  { name: "Thị trấn Bình Giang", district: "Huyện Bình Giang" },
  { name: "Xã Lâm Thượng", district: "Huyện Bình Giang" },
  { name: "Xã Lâm Trung", district: "Huyện Bình Giang" },
  { name: "Xã Gò Sậy", district: "Huyện Bình Giang" },
  { name: "Thị trấn Sơn Hòa", district: "Huyện Sơn Hòa" },
  { name: "Xã Sơn Nam", district: "Huyện Sơn Hòa" },
  { name: "Xã Đèo Gió", district: "Huyện Sơn Hòa" },
];

const hamlets = (...names: string[]) => names.map((name) => `Thôn ${name}`);
const wardsOf = (...numbers: number[]) => numbers.map((number) => `Tổ dân phố số ${number}`);

export const communes: DemoCommune[] = [
  { name: "Phường Đông Kinh Bắc", residentialAreas: wardsOf(1, 2, 3, 4, 5) },
  { name: "Phường Đông Kinh Nam", residentialAreas: wardsOf(1, 2, 3, 4) },
  { name: "Phường Hòa Lạc Thượng", residentialAreas: wardsOf(1, 2, 3) },
  { name: "Xã Tân Khê", residentialAreas: hamlets("Khê Đông", "Khê Tây", "Bến Ngự") },
  { name: "Xã Bình Lâm", residentialAreas: hamlets("Lâm Trung", "Lâm Hạ", "Đồng Mây", "Suối Vàng") },
  { name: "Xã Hòa Phú Đông", residentialAreas: hamlets("Phú Hậu", "Phú Tiền", "Gò Sậy") },
  { name: "Xã An Giang Thượng", residentialAreas: hamlets("An Bình", "An Lộc", "Cầu Đá") },
  { name: "Xã Đồng Tháp Mây", residentialAreas: hamlets("Đồng Trên", "Đồng Dưới", "Láng Sen") },
  { name: "Xã Sơn Hòa", residentialAreas: hamlets("Sơn Nam", "Sơn Bắc", "Đá Chồng") },
  { name: "Xã Ea Mlăng", residentialAreas: ["Buôn Mlăng A", "Buôn Mlăng B", "Thôn Hợp Tiến"] },
  { name: "Xã Thác Bạc", residentialAreas: hamlets("Thác Trên", "Thác Dưới", "Đèo Gió") },
  { name: "Xã Úc Kỳ Sơn", residentialAreas: hamlets("Kỳ Đông", "Kỳ Tây", "Hang Dơi") },
];

/** Departments, forces and the like at the province, each a body of its own. */
export const provincialDepartments = [
  "Sở Nội vụ",
  "Sở Tài chính",
  "Sở Nông nghiệp và Môi trường",
  "Sở Văn hóa, Thể thao và Du lịch",
  "Sở Giáo dục và Đào tạo",
  "Sở Y tế",
  "Sở Tư pháp",
  "Sở Dân tộc và Tôn giáo",
  "Báo và Phát thanh - Truyền hình tỉnh",
];
export const provincialForces = ["Công an tỉnh Tân Giang", "Bộ Chỉ huy Quân sự tỉnh Tân Giang"];

/** Boards inside bodies; two of the Party's became one on 1 March 2025 (a date of this demo). */
export const boardsMergedOn = "2025-03-01";
export const partyBoards = ["Văn phòng Tỉnh ủy", "Ban Tổ chức Tỉnh ủy", "Ủy ban Kiểm tra Tỉnh ủy", "Ban Nội chính Tỉnh ủy"];
export const mergedPartyBoards = { before: ["Ban Tuyên giáo Tỉnh ủy", "Ban Dân vận Tỉnh ủy"], since: "Ban Tuyên giáo và Dân vận Tỉnh ủy" };
export const frontBoards = [
  "Văn phòng Ủy ban MTTQ Việt Nam tỉnh",
  "Ban Tổ chức - Kiểm tra Ủy ban MTTQ Việt Nam tỉnh",
  "Ban Phong trào Ủy ban MTTQ Việt Nam tỉnh",
  "Ban Tuyên giáo Ủy ban MTTQ Việt Nam tỉnh",
  "Ban Dân chủ-Pháp luật Ủy ban MTTQ Việt Nam tỉnh",
];
