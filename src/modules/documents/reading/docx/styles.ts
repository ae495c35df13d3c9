import { child, type XmlElement } from "../xml.ts";
import { childValue, parseWord, toggle } from "./word-xml.ts";

/** What a style says about the things the reader needs; undefined = silent, the style it is based on decides. */
export type Style = {
  numId: string | undefined;
  level: number | undefined;
  hidden: boolean | undefined;
  capitals: boolean | undefined;
  font: string | undefined;
};

export type Styles = {
  /** The style with everything it inherits; an unknown or absent id gives the document's defaults. */
  paragraph(id: string | undefined): Style;
  character(id: string | undefined): Style;
};

/** Styles based on styles; Word itself goes far less deep. */
const deepest = 50;

const silent: Style = { numId: undefined, level: undefined, hidden: undefined, capitals: undefined, font: undefined };

export function readStyles(xml: string | undefined): Styles {
  const elements = new Map<string, XmlElement>();
  let defaults = silent;
  let defaultParagraph: string | undefined;
  if (xml !== undefined) {
    for (const element of parseWord(xml).children) {
      const id = element.attributes["w:styleId"];
      if (element.name === "w:docDefaults") defaults = ownStyle(child(element, "w:rPrDefault"));
      if (element.name !== "w:style" || id === undefined) continue;
      elements.set(id, element);
      if (element.attributes["w:type"] === "paragraph" && isOn(element.attributes["w:default"])) defaultParagraph = id;
    }
  }

  const resolved = new Map<string, Style>();
  const resolve = (id: string, seen: ReadonlySet<string>): Style => {
    const known = resolved.get(id);
    if (known) return known;
    const element = elements.get(id);
    if (!element || seen.has(id) || seen.size > deepest) return silent;
    const parent = childValue(element, "w:basedOn");
    const style = over(parent === undefined ? silent : resolve(parent, new Set([...seen, id])), ownStyle(element));
    resolved.set(id, style);
    return style;
  };
  const nothing = new Set<string>();
  return {
    paragraph: (id) => over(defaults, resolve(id ?? defaultParagraph ?? "", nothing)),
    character: (id) => (id === undefined ? silent : resolve(id, nothing)),
  };
}

/** The values of `upper` where it speaks, of `lower` where it is silent. */
function over(lower: Style, upper: Style): Style {
  return {
    numId: upper.numId ?? lower.numId,
    level: upper.level ?? lower.level,
    hidden: upper.hidden ?? lower.hidden,
    capitals: upper.capitals ?? lower.capitals,
    font: upper.font ?? lower.font,
  };
}

function ownStyle(element: XmlElement | undefined): Style {
  const numbering = child(child(element, "w:pPr"), "w:numPr");
  const level = childValue(numbering, "w:ilvl");
  return {
    numId: childValue(numbering, "w:numId"),
    level: level === undefined ? undefined : Number(level),
    ...runStyle(child(element, "w:rPr")),
  };
}

/** Direct formatting of a run. */
export function runStyle(properties: XmlElement | undefined): Pick<Style, "hidden" | "capitals" | "font"> {
  const fonts = child(properties, "w:rFonts")?.attributes;
  return {
    hidden: toggle(properties, "w:vanish"),
    capitals: toggle(properties, "w:caps"),
    font: fonts?.["w:ascii"] ?? fonts?.["w:hAnsi"],
  };
}

function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}
