import { strFromU8, strToU8, zipSync } from "fflate";

/** Word files written by hand for tests: the XML that Word makes and the `docx` library cannot. */
export type Handmade = {
  body: string;
  numbering?: string;
  styles?: string;
  footnotes?: string;
  endnotes?: string;
  header?: string;
  footer?: string;
  contentType?: string;
  /** Namespaces of ISO/IEC 29500 Strict, as Word writes on request. */
  strict?: boolean;
  extra?: Record<string, Uint8Array>;
  /** Further parts that the document refers to as `rId-NAME`, by their path under word/. */
  related?: Record<string, [path: string, content: Uint8Array]>;
};

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(" ");

const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

export function handmadeDocx({
  body,
  numbering,
  styles,
  footnotes,
  header,
  contentType = main,
  strict = false,
  extra = {},
  related = {},
  endnotes,
  footer,
}: Handmade): Uint8Array {
  const parts = { numbering, styles, footnotes, endnotes, header, footer };
  const files: Record<string, Uint8Array> = {
    "[Content_Types].xml": strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${contentType}"/></Types>`,
    ),
    "_rels/.rels": relations([["rId1", "officeDocument", "word/document.xml"]]),
    "word/_rels/document.xml.rels": relations([
      ...Object.keys(parts).map((name): [string, string, string] => [`rId-${name}`, name, `${name}.xml`]),
      ...Object.entries(related).map(([name, [path]]): [string, string, string] => [`rId-${name}`, name, path]),
    ]),
    "word/document.xml": part("document", `<w:body>${body}</w:body>`),
    ...Object.fromEntries(Object.values(related).map(([path, content]) => [`word/${path}`, content])),
    ...extra,
  };
  const roots = { numbering: "numbering", styles: "styles", footnotes: "footnotes", endnotes: "endnotes", header: "hdr", footer: "ftr" };
  for (const [name, content] of Object.entries(parts)) {
    if (content !== undefined) files[`word/${name}.xml`] = part(roots[name as keyof typeof roots], content);
  }
  if (strict) for (const [name, content] of Object.entries(files)) files[name] = strToU8(strictly(strFromU8(content)));
  return zipSync(files);
}

function strictly(xml: string): string {
  return xml
    .replaceAll("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
    .replaceAll(relationships, "http://purl.oclc.org/ooxml/officeDocument/relationships");
}

function part(root: string, content: string): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} ${namespaces}>${content}</w:${root}>`);
}

function relations(list: [id: string, type: string, target: string][]): Uint8Array {
  const entries = list.map(([id, type, to]) => `<Relationship Id="${id}" Type="${relationships}/${type}" Target="${to}"/>`);
  return strToU8(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join("")}</Relationships>`);
}

export function run(text: string, properties = ""): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph; `content` is text, or runs when it begins with "<". */
export function paragraph(content: string, properties = ""): string {
  const runs = content === "" || content.startsWith("<") ? content : run(content);
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

export function item(content: string, numId: number, level = 0): string {
  return paragraph(content, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);
}

export function level(at: number, format: string, text: string, more = ""): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

export function list(id: number, ...levels: string[]): string {
  return `<w:abstractNum w:abstractNumId="${id}">${levels.join("")}</w:abstractNum>`;
}

export function num(id: number, abstract: number, overrides = ""): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`;
}

export function table(...rows: string[][]): string {
  const cells = (row: string[]): string => row.map((cell) => (cell.startsWith("<w:tc") ? cell : tableCell(cell))).join("");
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join("")}</w:tbl>`;
}

export function tableCell(content: string, properties = ""): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith("<") ? content : paragraph(content)}</w:tc>`;
}
