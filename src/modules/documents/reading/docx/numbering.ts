import { type Counter, type Level, type List, nextLabel } from "../lines/counting.ts";
import type { Styles } from "./styles.ts";
import { child, findAll, type XmlElement } from "../xml.ts";
import { childValue, parseWord, toggle } from "./word-xml.ts";

/** Levels may belong to a paragraph style. */
type StyledLevel = Level & { style: string | undefined };
type StyledList = List & { levels: Map<number, StyledLevel> };

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
  const lists = xml === undefined ? new Map<string, StyledList>() : readLists(parseWord(xml), styles);
  return {
    label({ numId, level, styleId, styleLevel }) {
      const list = numId === undefined ? undefined : lists.get(numId);
      if (!list) return "";
      const at = level ?? levelOfStyle(list, styleId) ?? styleLevel ?? 0;
      const definition = list.levels.get(at);
      if (!definition) return "";
      return nextLabel(list, at);
    },
  };
}

function levelOfStyle(list: StyledList, styleId: string | undefined): number | undefined {
  if (styleId === undefined) return undefined;
  return [...list.levels].find(([, level]) => level.style === styleId)?.[0];
}

function readLists(root: XmlElement, styles: Styles): Map<string, StyledList> {
  const abstracts = new Map<string, { levels: Map<number, StyledLevel>; link: string | undefined; counters: Counter[] }>();
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

  const lists = new Map<string, StyledList>();
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

function readLevels(parent: XmlElement): Map<number, StyledLevel> {
  const levels = new Map<number, StyledLevel>();
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
