/**
 * Bodies and areas that reorganisation ended, with what came after them and the act that did it. A text of that day or
 * later which still speaks of them is asked about. `checked: false`: from general knowledge, not read in the act itself;
 * asked about more softly. Dates are the first day without the body. Sources for NFC text, tone on the first vowel, any case.
 */
import type { CalendarDate } from "../../../../kernel/time/index.ts";

type Both = { vi: string; en: string };

export type Ended = {
  id: string;
  find: string;
  /** What was ended, in words. */
  what: Both;
  from: CalendarDate;
  successor: Both;
  basis: Both;
  checked: boolean;
};

const twoLevels: Both = {
  vi: "Nghị quyết 202/2025/QH15 và mô hình chính quyền địa phương hai cấp từ ngày 01/7/2025",
  en: "Resolution 202/2025/QH15 and local government in two levels from 1 July 2025",
};
const merged: Both = {
  vi: "Hợp nhất Ban Tuyên giáo và Ban Dân vận, công bố ngày 03/02/2025 ở Trung ương, cấp tỉnh theo đó",
  en: "Merger of the Propaganda and the Mass Mobilisation boards, announced on 3 February 2025 for the Centre, the provinces with it",
};
const departments: Both = {
  vi: "Sắp xếp cơ quan chuyên môn cấp tỉnh từ ngày 01/3/2025 (Nghị định 45/2025/NĐ-CP); xem quyết định của tỉnh",
  en: "Departments of provinces arranged anew from 1 March 2025 (Decree 45/2025/NĐ-CP); see the province's decision",
};

const communes: Both = { vi: "xã, phường, đặc khu", en: "communes, wards, special zones" };

export const ended: readonly Ended[] = [
  {
    id: "district",
    find: String.raw`(?:cấp huyện|huyện ủy|quận ủy|thị ủy|(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|mttq|ủy ban mttq(?: việt nam)?|công an|hội [\p{L} ]{3,20}|đoàn thanh niên|liên đoàn lao động|phòng [\p{L}]{2,8}(?: [\p{L}]{2,8}){0,3}|lãnh đạo)(?: các)? (?:huyện|quận|thị xã)|các huyện|các quận|(?:huyện|quận), (?:thị xã|thành phố|huyện))`,
    what: { vi: "cấp huyện", en: "districts" },
    from: "2025-07-01",
    successor: communes,
    basis: twoLevels,
    checked: true,
  },
  {
    id: "township",
    find: String.raw`(?:xã, phường,? (?:và )?thị trấn|xã, thị trấn|phường, thị trấn|các thị trấn)`,
    what: { vi: "thị trấn", en: "townships" },
    from: "2025-07-01",
    successor: communes,
    basis: twoLevels,
    checked: true,
  },
  {
    id: "mass-mobilisation-board",
    find: String.raw`ban dân vận(?! cấp xã)`,
    what: { vi: "Ban Dân vận", en: "the Mass Mobilisation board" },
    from: "2025-02-03",
    successor: {
      vi: "Ban Tuyên giáo và Dân vận (cấp tỉnh, Trung ương); ở xã là Ban Xây dựng Đảng",
      en: "the board for Propaganda and Mass Mobilisation; in a commune the board for Party building",
    },
    basis: merged,
    checked: true,
  },
  {
    id: "propaganda-board",
    find: String.raw`ban tuyên giáo(?! và dân vận)(?= (?:tỉnh ủy|thành ủy|trung ương|huyện ủy|đảng ủy))`,
    what: { vi: "Ban Tuyên giáo", en: "the Propaganda board" },
    from: "2025-02-03",
    successor: { vi: "Ban Tuyên giáo và Dân vận", en: "the board for Propaganda and Mass Mobilisation" },
    basis: merged,
    checked: true,
  },
  {
    id: "department-labour",
    find: String.raw`(?:sở|bộ) lao động,? ?-? ?thương binh (?:và|&) xã hội|sở lđ-?tb ?(?:và|&) ?xh`,
    what: { vi: "ngành Lao động - Thương binh và Xã hội", en: "the Labour, Invalids and Social Affairs branch" },
    from: "2025-03-01",
    successor: {
      vi: "Sở Nội vụ (một số nhiệm vụ về Y tế, Giáo dục và Đào tạo, Nông nghiệp và Môi trường)",
      en: "Home Affairs (some tasks to Health, Education, Agriculture and Environment)",
    },
    basis: departments,
    checked: false,
  },
  {
    id: "department-planning",
    find: String.raw`(?:sở|bộ) kế hoạch và đầu tư`,
    what: { vi: "ngành Kế hoạch và Đầu tư", en: "the Planning and Investment branch" },
    from: "2025-03-01",
    successor: { vi: "Sở Tài chính", en: "Finance" },
    basis: departments,
    checked: false,
  },
  {
    id: "department-agriculture",
    find: String.raw`(?:sở|bộ) nông nghiệp và phát triển nông thôn|(?:sở|bộ) tài nguyên và môi trường`,
    what: {
      vi: "ngành Nông nghiệp và Phát triển nông thôn, Tài nguyên và Môi trường",
      en: "the Agriculture and the Natural Resources branches",
    },
    from: "2025-03-01",
    successor: { vi: "Sở Nông nghiệp và Môi trường", en: "Agriculture and Environment" },
    basis: departments,
    checked: false,
  },
  {
    id: "department-information",
    find: String.raw`(?:sở|bộ) thông tin và truyền thông`,
    what: { vi: "ngành Thông tin và Truyền thông", en: "the Information and Communications branch" },
    from: "2025-03-01",
    successor: {
      vi: "Sở Khoa học và Công nghệ; Sở Văn hóa, Thể thao và Du lịch (báo chí)",
      en: "Science and Technology; Culture, Sports and Tourism (press)",
    },
    basis: departments,
    checked: false,
  },
  {
    id: "department-transport",
    find: String.raw`(?:sở|bộ) giao thông vận tải`,
    what: { vi: "ngành Giao thông vận tải", en: "the Transport branch" },
    from: "2025-03-01",
    successor: { vi: "Sở Xây dựng", en: "Construction" },
    basis: departments,
    checked: false,
  },
  {
    id: "province-dong-nai",
    find: String.raw`tỉnh đồng nai`,
    what: { vi: "tỉnh Đồng Nai", en: "Đồng Nai as a province" },
    from: "2026-04-30",
    successor: { vi: "thành phố Đồng Nai", en: "the city of Đồng Nai" },
    basis: { vi: "Nghị quyết 30/2026/QH16, hiệu lực ngày 30/4/2026", en: "Resolution 30/2026/QH16, in force on 30 April 2026" },
    checked: true,
  },
];

/** Provinces of the list before 1 July 2025 whose names ended, by the province that they went into (Resolution 202/2025/QH15). */
const provincesInto: Record<string, string[]> = {
  "tỉnh Tuyên Quang": ["Hà Giang"],
  "tỉnh Lào Cai": ["Yên Bái"],
  "tỉnh Thái Nguyên": ["Bắc Kạn"],
  "tỉnh Bắc Ninh": ["Bắc Giang"],
  "tỉnh Phú Thọ": ["Vĩnh Phúc", "Hòa Bình"],
  "thành phố Hải Phòng": ["Hải Dương"],
  "tỉnh Hưng Yên": ["Thái Bình"],
  "tỉnh Ninh Bình": ["Hà Nam", "Nam Định"],
  "tỉnh Quảng Trị": ["Quảng Bình"],
  "thành phố Đà Nẵng": ["Quảng Nam"],
  "tỉnh Quảng Ngãi": ["Kon Tum"],
  "tỉnh Gia Lai": ["Bình Định"],
  "tỉnh Khánh Hòa": ["Ninh Thuận"],
  "tỉnh Đắk Lắk": ["Phú Yên"],
  "tỉnh Lâm Đồng": ["Đắk Nông", "Bình Thuận"],
  "thành phố Đồng Nai": ["Bình Phước"],
  "Thành phố Hồ Chí Minh": ["Bà Rịa - Vũng Tàu", "Bình Dương"],
  "tỉnh Tây Ninh": ["Long An"],
  "tỉnh Đồng Tháp": ["Tiền Giang"],
  "tỉnh Vĩnh Long": ["Bến Tre", "Trà Vinh"],
  "tỉnh An Giang": ["Kiên Giang"],
  "thành phố Cần Thơ": ["Sóc Trăng", "Hậu Giang"],
  "tỉnh Cà Mau": ["Bạc Liêu"],
};

export const endedProvinces: ReadonlyMap<string, string> = new Map(
  Object.entries(provincesInto).flatMap(([into, names]) => names.map((name) => [name.toLowerCase(), into] as const)),
);

export const provincesFrom: CalendarDate = "2025-07-01";
export const provincesBasis: Both = {
  vi: "Nghị quyết 202/2025/QH15 ngày 12/6/2025 về sắp xếp đơn vị hành chính cấp tỉnh",
  en: "Resolution 202/2025/QH15 of 12 June 2025 on the provinces",
};
