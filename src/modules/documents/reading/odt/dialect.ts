import type { Dialect } from "../xml.ts";

const oasis = "urn:oasis:names:tc:opendocument:xmlns:";

/** The names that ODF programs use anyway, whatever a file calls its namespaces. */
export const openDocument: Dialect = {
  prefixes: {
    [`${oasis}office:1.0`]: "office:",
    [`${oasis}text:1.0`]: "text:",
    [`${oasis}table:1.0`]: "table:",
    [`${oasis}style:1.0`]: "style:",
    [`${oasis}drawing:1.0`]: "draw:",
    [`${oasis}xsl-fo-compatible:1.0`]: "fo:",
    [`${oasis}svg-compatible:1.0`]: "svg:",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext:",
    "http://www.w3.org/XML/1998/namespace": "xml:",
  },
  textual: "all",
};
