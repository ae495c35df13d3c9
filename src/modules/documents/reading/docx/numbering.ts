import { formatNumber } from "../lines/number-formats.ts";
import type { Styles } from "./styles.ts";
import { bulletText } from "../lines/symbols.ts";
import { child, findAll, type XmlElement } from "../xml.ts";
import { childValue, parseWord, toggle } from "./word-xml.ts";

type Level = {
  start: number;
  format: string;
  /** "%1.%2." */
  pattern: string;
  suffix: string;
  /** All numbers of the label in decimals, whatever their own level says (w:isLgl). */
  legal: boolean;
  /** 1-based level whose paragraphs restart this one; 0 = never; undefined = any level above. */
  restart: number | undefined;
  style: string | undefined;
  hidden: boolean;
  font: string | undefined;
};

type List = {
  levels: Map<number, Level>;
  /** Counters are shared by all lists of one abstract definition: that is how Word continues a list. */
  counters: Counter[];
  /** Levels of this list that start again at their first use (w:startOverride). */
  pending: Map<number, number>;
};

/** undefined = not used since its last restart. */
type Counter = number | undefined;

/** How a paragraph is numbered: by itself (`level` given) or by its style, whose place in the list decides. */
export type Numbered = {
  numId: string | undefined;
  level: number | undefined;
  styleId: string | undefined;
  styleLevel: number | undefined;
};

export type Numbering = {
  /** The label of the next paragraph of a list, with the gap after it; empty when it has none. Counts: call once per paragraph, in order. */
  label(numbered: Numbered): string;
};

/**
 * Labels as Word computes them (ECMA-376 part 1, 17.9), so that "mục II.1.a" of another document can be found.
 * A level that is skipped counts as used once: Word and LibreOffice both number the next paragraph of it 2.
 */
export function readNumbering(xml: string | undefined, styles: Styles): Numbering {
  const lists = xml === undefined ? new Map<string, List>() : readLists(parseWord(xml), styles);
  return {
    label({ numId, level, styleId, styleLevel }) {
      const list = numId === undefined ? undefined : lists.get(numId);
      if (!list) return "";
      const at = level ?? levelOfStyle(list, styleId) ?? styleLevel ?? 0;
      const definition = list.levels.get(at);
      if (!definition) return "";
      count(list, at);
      return definition.hidden ? "" : labelText(list, at, definition);
    },
  };
}

function levelOfStyle(list: List, styleId: string | undefined): number | undefined {
  if (styleId === undefined) return undefined;
  return [...list.levels].find(([, level]) => level.style === styleId)?.[0];
}

function count(list: List, at: number): void {
  const { levels, counters, pending } = list;
  const override = pending.get(at);
  pending.delete(at);
  const start = levels.get(at)?.start ?? 1;
  const current = counters[at];
  counters[at] = override ?? (current === undefined ? start : current + 1);
  for (let above = 0; above < at; above += 1) counters[above] ??= levels.get(above)?.start ?? 1;
  for (const [below, { restart }] of levels) {
    if (below > at && restart !== 0 && at + 1 <= (restart ?? below)) counters[below] = undefined;
  }
}

function labelText(list: List, at: number, level: Level): string {
  if (level.format === "bullet") {
    const bullet = bulletText(level.pattern, level.font);
    return bullet === "" ? "" : bullet + level.suffix;
  }
  const text = level.pattern.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const value = list.counters[index];
    if (index > at || value === undefined) return "";
    const format = list.levels.get(index)?.format ?? "decimal";
    return formatNumber(value, level.legal && format !== "none" ? "decimal" : format);
  });
  return text.trim() === "" ? "" : text.trimEnd() + level.suffix;
}

function readLists(root: XmlElement, styles: Styles): Map<string, List> {
  const abstracts = new Map<string, { levels: Map<number, Level>; link: string | undefined; counters: Counter[] }>();
  const nums: XmlElement[] = [];
  for (const element of root.children) {
    if (element.name === "w:num") nums.push(element);
    if (element.name !== "w:abstractNum") continue;
    abstracts.set(element.attributes["w:abstractNumId"] ?? "", {
      levels: readLevels(element),
      link: childValue(element, "w:numStyleLink"),
      counters: [],
    });
  }
  const abstractOf = (numId: string | undefined): string | undefined =>
    childValue(
      nums.find((num) => num.attributes["w:numId"] === numId),
      "w:abstractNumId",
    );

  const lists = new Map<string, List>();
  for (const num of nums) {
    const numId = num.attributes["w:numId"];
    const own = abstracts.get(childValue(num, "w:abstractNumId") ?? "");
    // A definition may only point at a numbering style, which names the list that has the levels.
    const linked = own?.link === undefined ? undefined : abstracts.get(abstractOf(styles.paragraph(own.link).numId) ?? "");
    const definition = linked ?? own;
    if (numId === undefined || !definition) continue;
    const levels = new Map(definition.levels);
    const pending = new Map<number, number>();
    for (const override of num.children.filter(({ name }) => name === "w:lvlOverride")) {
      const at = Number(override.attributes["w:ilvl"]);
      for (const [index, level] of readLevels(override)) levels.set(index, level);
      const start = childValue(override, "w:startOverride");
      const level = levels.get(at);
      if (start === undefined || !level) continue;
      levels.set(at, { ...level, start: Number(start) });
      pending.set(at, Number(start));
    }
    lists.set(numId, { levels, counters: definition.counters, pending });
  }
  return lists;
}

function readLevels(parent: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const element of parent.children) {
    if (element.name !== "w:lvl") continue;
    const restart = childValue(element, "w:lvlRestart");
    const properties = child(element, "w:rPr");
    const fonts = child(properties, "w:rFonts")?.attributes;
    levels.set(Number(element.attributes["w:ilvl"] ?? 0), {
      start: Number(childValue(element, "w:start") ?? 0),
      format: formatOf(element),
      pattern: childValue(element, "w:lvlText") ?? "",
      suffix: childValue(element, "w:suff") === "nothing" ? "" : " ",
      legal: toggle(element, "w:isLgl") ?? false,
      restart: restart === undefined ? undefined : Number(restart),
      style: childValue(element, "w:pStyle"),
      hidden: toggle(properties, "w:vanish") ?? false,
      font: fonts?.["w:ascii"] ?? fonts?.["w:hAnsi"],
    });
  }
  return levels;
}

/** Newer formats stand in an AlternateContent beside a plain one: "01, 02, 03" is custom there, decimalZero outside. */
function formatOf(level: XmlElement): string {
  const element = child(level, "w:numFmt") ?? findAll(level, "w:numFmt")[0];
  const format = element?.attributes["w:val"] ?? "decimal";
  return format === "custom" && element?.attributes["w:format"]?.startsWith("01") ? "decimalZero" : format;
}
