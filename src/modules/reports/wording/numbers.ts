import { grouped } from "../../../kernel/decimals.ts";
import { absolute, order, places, plain, shifted } from "../../../kernel/decimals.ts";
import type { Said as Weight } from "../../../kernel/numbers.ts";

export { grouped };

/** "hơn", "khoảng": a figure that somebody said that way keeps it. */
export type { Weight };

/** Units whose name says money, with how many zeros stand between them and one đồng. */
const moneyUnits: Record<string, number> = { đồng: 0, "nghìn đồng": 3, "ngàn đồng": 3, "triệu đồng": 6, "tỷ đồng": 9, "tỉ đồng": 9 };

/**
 * Units that measure and do not count: a leading zero would look odd ("05 km", "05 %").
 */
const measuring = new Set(["%", "km", "m", "m2", "m²", "m3", "ha", "kg", "tấn", "điểm"]);

export const isMoney = (unit: string): boolean => unit.trim().toLocaleLowerCase("vi") in moneyUnits;
export const isShare = (unit: string): boolean => unit.trim() === "%";

/**
 * Money as reports write it: "553 triệu đồng", "10,76 tỷ đồng", "900.000 đồng". Only shortened when nothing is lost:
 * 107.591.250 đồng stays as it is, since the sum must be found again in the books.
 */
export function money(value: string, unit = "đồng"): string {
  const dong = shifted(value, moneyUnits[unit.trim().toLocaleLowerCase("vi")] ?? 0);
  const size = absolute(dong);
  for (const [name, zeros] of [
    ["tỷ đồng", 9],
    ["triệu đồng", 6],
  ] as const) {
    const short = shifted(dong, -zeros);
    if (order(size, shifted("1", zeros)) >= 0 && places(short) <= (zeros === 9 ? 2 : 3)) return `${grouped(short)} ${name}`;
  }
  return `${grouped(dong)} đồng`;
}

/** A count as offices write it, one digit with a zero in front: "05", "0", "12", "1.234". */
export const counted = (value: string): string => (/^[1-9]$/.test(plain(value)) ? `0${plain(value)}` : grouped(value));

/** The value alone, in the style of its unit. */
export function bare(value: string, unit: string): string {
  if (isMoney(unit)) return money(value, unit);
  return measuring.has(unit.trim().toLocaleLowerCase("vi")) ? grouped(value) : counted(value);
}

/** The value with its unit: "05 cuộc", "hơn 1.200 lượt người", "82,6%", "553 triệu đồng". */
export function withUnit(value: string, unit: string, said: Weight | null = null): string {
  const text = isMoney(unit) ? money(value, unit) : joined(bare(value, unit), unit);
  return said === null ? text : `${said} ${text}`;
}

/** A per cent sign is written close to the number, as offices do; other units stand apart. */
export function joined(text: string, unit: string): string {
  const name = unit.trim();
  return name === "" ? text : name === "%" ? `${text}%` : `${text} ${name}`;
}

/** A difference, without sign and without a leading zero: "3 cuộc", "1,5 điểm phần trăm", "20 triệu đồng". */
export function difference(value: string, unit: string): string {
  const size = absolute(value);
  if (isMoney(unit)) return money(size, unit);
  return isShare(unit) ? `${grouped(size)} điểm phần trăm` : joined(grouped(size), unit);
}
