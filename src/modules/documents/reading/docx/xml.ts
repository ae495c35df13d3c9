import { SaxesParser } from "saxes";
import { refuse } from "../refusals.ts";

/**
 * A light tree. Names carry one fixed prefix per namespace, whatever prefix the file chose and whether it is
 * transitional or strict; elements of namespaces that are not listed have their local name only.
 */
export type XmlElement = { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string };

const prefixes: Record<string, string> = {
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
  "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
  "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
  "http://purl.oclc.org/ooxml/officeDocument/relationships": "r:",
  "http://schemas.openxmlformats.org/package/2006/relationships": "rel:",
  "urn:schemas-microsoft-com:vml": "v:",
};

/** Word's own nesting stays far below; deeper is an attack on the stack. */
const deepest = 400;

/** Only these hold text that a reader sees; white space between elements is dropped. */
const textual = new Set(["w:t", "m:t"]);

export function parseXml(xml: string): XmlElement {
  return parse(xml);
}

/** Hands over the children of `container` one by one, so that a long document is never one tree in memory. */
export function parseXmlBlocks(xml: string, container: string, onBlock: (block: XmlElement) => void): void {
  if (!child(parse(xml, container, onBlock), container)) throw refuse.damaged();
}

function parse(xml: string, container?: string, onBlock?: (block: XmlElement) => void): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  // A document type could declare entities that blow up; OOXML forbids it.
  parser.on("doctype", () => {
    throw refuse.damaged();
  });
  parser.on("opentag", (tag) => {
    if (open.length >= deepest) throw refuse.damaged();
    const attributes: Record<string, string> = {};
    for (const attribute of Object.values(tag.attributes)) {
      attributes[(prefixes[attribute.uri] ?? "") + attribute.local] = attribute.value;
    }
    open.push({ name: (prefixes[tag.uri] ?? "") + tag.local, attributes, children: [], text: "" });
  });
  const onText = (text: string): void => {
    const element = open.at(-1);
    if (element && textual.has(element.name)) element.text += text;
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

/** `w:val` of a child: the usual way Word writes a property. */
export function childValue(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attributes["w:val"];
}

/** An on/off property: present without value is on; undefined when absent, so that a style can decide. */
export function toggle(element: XmlElement | undefined, name: string): boolean | undefined {
  const property = child(element, name);
  if (!property) return undefined;
  const value = property.attributes["w:val"];
  return value === undefined || !["0", "false", "off", "none"].includes(value);
}

export function findAll(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const candidate of element.children) {
    if (candidate.name === name) found.push(candidate);
    found.push(...findAll(candidate, name));
  }
  return found;
}
