import { fold } from "../../../kernel/text.ts";

const areaWord = /^(?:Xã|Phường|Thị trấn|Đặc khu|Huyện|Quận|Thị xã|Tỉnh|Thành phố|Thôn|Tổ dân phố) /u;

/** As it stands inside a sentence: "xã Bình Lâm". */
const inside = (area: string): string => (areaWord.test(area) ? area.charAt(0).toLocaleLowerCase("vi") + area.slice(1) : area);

/** "Thôn Suối Vàng, xã Bình Lâm": from the smaller to the larger; null when there is none. */
export function placeName(areas: readonly (string | null | undefined)[]): string | null {
  const known = areas.filter((area) => area !== null && area !== undefined && area !== "");
  return known.map((area, at) => (at === 0 ? area : inside(area ?? ""))).join(", ") || null;
}

/** A unit with the places that its own name does not say already: "Trường THCS Lê Lợi, xã Bình Lâm", "Mặt trận xã Bình Lâm". */
export function withPlace(unit: string, area: string | null): string {
  const own = fold(unit);
  const more = (area ?? "").split(", ").filter((part) => part !== "" && !own.includes(fold(part)));
  return [unit, ...more.map(inside)].join(", ");
}
