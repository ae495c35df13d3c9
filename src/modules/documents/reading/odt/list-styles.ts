import { formatNumber } from "../lines/number-formats.ts";
import { bulletText } from "../lines/symbols.ts";
import { child, findAll, type XmlElement } from "../xml.ts";

type Level = {
  start: number;
  /** As `formatNumber` calls it; "bullet" has its text in `bullet`. */
  format: string;
  prefix: string;
  suffix: string;
  /** How many levels the label shows, this one included. */
  shown: number;
  /** "%1%.%2%." where the file says it so; prefix and suffix are in it. */
  pattern: string | undefined;
  bullet: string;
  gap: string;
};

export type ListStyle = ReadonlyMap<number, Level>;

/** Style of the numbers of headings, under a name that no list style can have. */
export const outlineName = "#outline";

/** Values by level, from 1; undefined = not used since its last restart. */
export type Counters = (number | undefined)[];

export function readListStyles(declared: readonly XmlElement[], fontFace: (name: string) => string): Map<string, ListStyle> {
  const styles = new Map<string, ListStyle>();
  for (const group of declared) {
    for (const element of [...findAll(group, "text:list-style"), ...findAll(group, "text:outline-style")]) {
      const name = element.name === "text:outline-style" ? outlineName : (element.attributes["style:name"] ?? "");
      const levels = element.children.flatMap((level): [number, Level][] => {
        const at = Number(level.attributes["text:level"]);
        return Number.isInteger(at) && at >= 1 && at <= 10 ? [[at, readLevel(level, fontFace)]] : [];
      });
      styles.set(name, new Map(levels));
    }
  }
  return styles;
}

/** Counts the next paragraph of a list's level and gives its label, with the gap after it. `restart` as the item says. */
export function nextLabel(style: ListStyle | undefined, counters: Counters, at: number, restart: number | undefined): string {
  const level = style?.get(at);
  const current = counters[at];
  counters[at] = restart ?? (current === undefined ? (level?.start ?? 1) : current + 1);
  counters.length = at + 1;
  for (let above = 1; above < at; above += 1) counters[above] ??= style?.get(above)?.start ?? 1;
  if (!level || !style) return "";
  const label = level.format === "bullet" ? level.bullet : numberText(style, level, counters, at);
  return label.trim() === "" ? "" : label.trimEnd() + level.gap;
}

function numberText(style: ListStyle, level: Level, counters: Counters, at: number): string {
  const number = (of: number): string => {
    const value = counters[of];
    return value === undefined || of > at ? "" : formatNumber(value, style.get(of)?.format ?? "decimal");
  };
  if (level.pattern !== undefined) return level.pattern.replace(/%(\d{1,2})%/g, (_, digits: string) => number(Number(digits)));
  if (level.format === "none") return "";
  const numbers: string[] = [];
  for (let of = Math.max(1, at - level.shown + 1); of <= at; of += 1) numbers.push(number(of));
  return level.prefix + numbers.filter((text) => text !== "").join(".") + level.suffix;
}

function readLevel(element: XmlElement, fontFace: (name: string) => string): Level {
  const { attributes } = element;
  const properties = child(element, "style:list-level-properties");
  const follows = child(properties, "style:list-level-label-alignment")?.attributes["text:label-followed-by"];
  const text = child(element, "style:text-properties")?.attributes;
  const font = text?.["style:font-name"] ?? text?.["fo:font-family"];
  const bullet = element.name === "text:list-level-style-bullet";
  const picture = element.name === "text:list-level-style-image";
  return {
    start: whole(attributes["text:start-value"], 1),
    format: bullet || picture ? "bullet" : formatOf(attributes["style:num-format"] ?? ""),
    prefix: attributes["style:num-prefix"] ?? "",
    suffix: attributes["style:num-suffix"] ?? "",
    shown: whole(attributes["text:display-levels"], 1),
    pattern: attributes["loext:num-list-format"] ?? attributes["style:num-list-format"],
    bullet: picture ? "•" : bulletText(attributes["text:bullet-char"] ?? "", font === undefined ? undefined : fontFace(font)),
    gap: follows === "nothing" ? "" : " ",
  };
}

function formatOf(format: string): string {
  const known: Record<string, string> = {
    "": "none",
    "1": "decimal",
    a: "lowerLetter",
    A: "upperLetter",
    i: "lowerRoman",
    I: "upperRoman",
  };
  return known[format] ?? (format.startsWith("01") ? "decimalZero" : "decimal");
}

function whole(value: string | undefined, otherwise: number): number {
  const number = Number(value);
  return value !== undefined && Number.isInteger(number) && Math.abs(number) < 1_000_000 ? number : otherwise;
}
