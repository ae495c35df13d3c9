import { fold } from "../../../kernel/text.ts";
import { isSmall } from "./withhold.ts";

const counted =
  /(^| )(nguoi|ho|gia dinh|nhan khau|em|chau|tre|tre em|hoc sinh|sinh vien|hoi vien|doan vien|thanh vien|vu|cap vo chong|luot nguoi|dang vien|cu|ba|ong|phu nu|nan nhan|benh nhan|doi tuong|truong hop)( |$)/;

/** Whether a unit of measure counts people, households or cases: "hộ", "cháu", "hộ nghèo". Kilometres and per cent do not. */
export const countsPeople = (unit: string): boolean => counted.test(fold(unit)) && !fold(unit).includes("%");

/** A figure as the public may see it: null when it counts fewer than five people. */
export function publicFigure(value: string, unit: string): string | null {
  return countsPeople(unit) && isSmall(Number(value)) ? null : value;
}
