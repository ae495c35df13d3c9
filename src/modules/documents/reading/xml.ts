import { SaxesParser } from "saxes";
import { refuse } from "./refusals.ts";

/**
 * A light tree. Names carry one fixed prefix per namespace, whatever prefix the file chose and whether it is
 * transitional or strict; elements of namespaces that are not listed have their local name only.
 */
export type XmlElement = { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string };

/** What of a file's XML matters: its namespaces by the prefix used here, and where text is text. */
export type Dialect = {
  prefixes: Record<string, string>;
  /** Elements that hold text a reader sees; everything else between elements is layout. `all`: text mixes with elements. */
  textual: ReadonlySet<string> | "all";
};

/** Where text mixes with elements it is a child of this name among the others. */
export const textNode = "#text";

/** What office programs nest stays far below; deeper is an attack on the stack. */
const deepest = 400;

export function parseXml(xml: string, dialect: Dialect): XmlElement {
  return parse(xml, dialect);
}

/** Hands over the children of `container` one by one, so that a long document is never one tree in memory. */
export function parseXmlBlocks(xml: string, dialect: Dialect, container: string, onBlock: (block: XmlElement) => void): void {
  let found = false;
  parse(xml, dialect, container, onBlock, () => (found = true));
  if (!found) throw refuse.damaged();
}

function parse(
  xml: string,
  { prefixes, textual }: Dialect,
  container?: string,
  onBlock?: (block: XmlElement) => void,
  onContainer?: () => void,
): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  // A document type could declare entities that blow up; no office format has one.
  parser.on("doctype", () => {
    throw refuse.damaged();
  });
  parser.on("opentag", (tag) => {
    if (open.length >= deepest) throw refuse.damaged();
    const attributes: Record<string, string> = {};
    for (const attribute of Object.values(tag.attributes)) {
      attributes[(prefixes[attribute.uri] ?? "") + attribute.local] = attribute.value;
    }
    const name = (prefixes[tag.uri] ?? "") + tag.local;
    if (name === container) onContainer?.();
    open.push({ name, attributes, children: [], text: "" });
  });
  const onText = (text: string): void => {
    const element = open.at(-1);
    if (!element) return;
    if (textual === "all") element.children.push({ name: textNode, attributes: {}, children: [], text });
    else if (textual.has(element.name)) element.text += text;
  };
  parser.on("text", onText);
  parser.on("cdata", onText);
  parser.on("closetag", () => {
    const element = open.pop();
    const parent = open.at(-1);
    if (!element) return;
    if (!parent) root = element;
    else if (onBlock && parent.name === container) onBlock(element);
    else parent.children.push(element);
  });
  try {
    parser.write(xml).close();
  } catch (error) {
    if (error instanceof Error && error.name === "Problem") throw error;
    throw refuse.damaged();
  }
  if (!root) throw refuse.damaged();
  return root;
}

export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.name === name);
}

export function findAll(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const candidate of element.children) {
    if (candidate.name === name) found.push(candidate);
    found.push(...findAll(candidate, name));
  }
  return found;
}
