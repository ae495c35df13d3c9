import { child, type XmlElement } from "../xml.ts";

/** What a style says about the things the reader needs; undefined = silent, its parent decides. */
export type Style = {
  hidden: boolean | undefined;
  capitals: boolean | undefined;
  font: string | undefined;
  list: string | undefined;
};

export type Styles = {
  /** The style with all it inherits. `family` as in ODF: "paragraph", "text", "section" … */
  get(family: string, name: string | undefined): Style;
  /** The font behind a declared face's name. */
  fontFace(name: string): string;
};

const silent: Style = { hidden: undefined, capitals: undefined, font: undefined, list: undefined };
const deepest = 50;

/** `declared`: top elements of styles.xml, then of content.xml, whose automatic styles win. */
export function readStyles(declared: readonly XmlElement[]): Styles {
  const faces = new Map<string, string>();
  const named = new Map<string, XmlElement>();
  const defaults = new Map<string, XmlElement>();
  for (const group of declared) {
    for (const element of group.children) {
      const name = element.attributes["style:name"] ?? "";
      const family = element.attributes["style:family"] ?? "";
      if (element.name === "style:font-face") faces.set(name, unquoted(element.attributes["svg:font-family"] ?? name));
      if (element.name === "style:style") named.set(`${family} ${name}`, element);
      if (element.name === "style:default-style") defaults.set(family, element);
    }
  }
  const fontFace = (name: string): string => faces.get(name) ?? name;
  const own = (element: XmlElement | undefined): Style => {
    const text = child(element, "style:text-properties")?.attributes ?? {};
    const section = child(element, "style:section-properties")?.attributes ?? {};
    const face = text["style:font-name"];
    const display = text["text:display"] ?? section["text:display"];
    const transform = text["fo:text-transform"];
    return {
      hidden: display === undefined ? undefined : display !== "true",
      capitals: transform === undefined ? undefined : transform === "uppercase",
      font: face === undefined ? unquotedOrNot(text["fo:font-family"]) : fontFace(face),
      list: element?.attributes["style:list-style-name"],
    };
  };
  const resolved = new Map<string, Style>();
  const resolve = (family: string, name: string, depth: number): Style => {
    const key = `${family} ${name}`;
    const known = resolved.get(key);
    if (known) return known;
    const element = named.get(key);
    if (!element || depth > deepest) return own(defaults.get(family));
    const parent = element.attributes["style:parent-style-name"];
    const style = over(parent === undefined ? own(defaults.get(family)) : resolve(family, parent, depth + 1), own(element));
    resolved.set(key, style);
    return style;
  };
  return { fontFace, get: (family, name) => (name === undefined ? silent : resolve(family, name, 0)) };
}

/** The values of `upper` where it speaks, of `lower` where it is silent. */
export function over(lower: Style, upper: Style): Style {
  return {
    hidden: upper.hidden ?? lower.hidden,
    capitals: upper.capitals ?? lower.capitals,
    font: upper.font ?? lower.font,
    // An empty name takes a list away again.
    list: upper.list ?? lower.list,
  };
}

const unquoted = (family: string): string => (family.split(",")[0] ?? "").trim().replace(/^['"]|['"]$/g, "");
const unquotedOrNot = (family: string | undefined): string | undefined => (family === undefined ? undefined : unquoted(family));
