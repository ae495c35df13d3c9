/** Exact arithmetic on decimal strings ("1234.5"): figures are added, compared and shared out without a float. */

type Decimal = { units: bigint; scale: number };

function read(value: string): Decimal {
  const found = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(value);
  if (!found) throw new RangeError(`not a decimal: ${value}`);
  const [, sign, whole = "", fraction = ""] = found;
  const units = BigInt(whole + fraction);
  return { units: sign === "-" ? -units : units, scale: fraction.length };
}

function written({ units, scale }: Decimal): string {
  const negative = units < 0n;
  const digits = String(negative ? -units : units).padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const fraction = scale === 0 ? "" : digits.slice(digits.length - scale).replace(/0+$/, "");
  const text = fraction === "" ? whole : `${whole}.${fraction}`;
  return negative && text !== "0" ? `-${text}` : text;
}

function aligned(a: string, b: string): [bigint, bigint, number] {
  const [first, second] = [read(a), read(b)];
  const scale = Math.max(first.scale, second.scale);
  const raise = ({ units, scale: own }: Decimal): bigint => units * 10n ** BigInt(scale - own);
  return [raise(first), raise(second), scale];
}

/** Without zeros that say nothing: "0012.50" → "12.5". */
export const plain = (value: string): string => written(read(value));

export function minus(a: string, b: string): string {
  const [first, second, scale] = aligned(a, b);
  return written({ units: first - second, scale });
}

export function plus(a: string, b: string): string {
  const [first, second, scale] = aligned(a, b);
  return written({ units: first + second, scale });
}

/** -1, 0 or 1. */
export function order(a: string, b: string): number {
  const [first, second] = aligned(a, b);
  return first < second ? -1 : first > second ? 1 : 0;
}

export const isZero = (value: string): boolean => read(value).units === 0n;

export const absolute = (value: string): string => plain(value).replace(/^-/, "");

/** Ten to the power of `by` times the value; `by` may be negative. */
export function shifted(value: string, by: number): string {
  const { units, scale } = read(value);
  return by >= scale ? written({ units: units * 10n ** BigInt(by - scale), scale: 0 }) : written({ units, scale: scale - by });
}

/** `a / b` times `factor`, to `places`, halves away from zero; null where there is nothing to divide by. */
export function quotient(
  a: string,
  b: string,
  { factor = 1n, places = 1, down = false }: { factor?: bigint; places?: number; down?: boolean } = {},
): string | null {
  const [first, second] = aligned(a, b);
  if (second === 0n) return null;
  const negative = first < 0n !== second < 0n;
  const above = (first < 0n ? -first : first) * factor * 10n ** BigInt(places);
  const below = second < 0n ? -second : second;
  const units = down ? above / below : (above * 2n + below) / (below * 2n);
  return written({ units: negative ? -units : units, scale: places });
}

/** Decimals after the point. */
export const places = (value: string): number => plain(value).split(".")[1]?.length ?? 0;

/** As Vietnamese prints it, thousands by points and a decimal comma: "1234.5" → "1.234,5". */
export function grouped(value: string): string {
  const [whole = "0", fraction] = plain(value).split(".");
  const text = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ".");
  return fraction === undefined ? text : `${text},${fraction}`;
}
