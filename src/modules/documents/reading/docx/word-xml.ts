import { child, parseXml, parseXmlBlocks, type Dialect, type XmlElement } from "../xml.ts";

const ooxml: Dialect = {
  prefixes: {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r:",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel:",
    "urn:schemas-microsoft-com:vml": "v:",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a:",
    "http://purl.oclc.org/ooxml/drawingml/main": "a:",
  },
  textual: new Set(["w:t", "m:t", "a:t"]),
};

/** A part of a Word file. */
export function parseWord(xml: string): XmlElement {
  return parseXml(xml, ooxml);
}

export function parseWordBlocks(xml: string, container: string, onBlock: (block: XmlElement) => void): void {
  parseXmlBlocks(xml, ooxml, container, onBlock);
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
