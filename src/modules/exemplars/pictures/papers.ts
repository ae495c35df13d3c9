/** What the first bytes of each kind of paper are; the type that leaves again is ours, never what the browser claimed. */
const office = "PK\u0003\u0004";
const oldOffice = "\u00d0\u00cf\u0011\u00e0";
const kinds: Record<string, { type: string; begins: string | null }> = {
  pdf: { type: "application/pdf", begins: "%PDF" },
  docx: { type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", begins: office },
  xlsx: { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", begins: office },
  pptx: { type: "application/vnd.openxmlformats-officedocument.presentationml.presentation", begins: office },
  odt: { type: "application/vnd.oasis.opendocument.text", begins: office },
  doc: { type: "application/msword", begins: oldOffice },
  xls: { type: "application/vnd.ms-excel", begins: oldOffice },
  ppt: { type: "application/vnd.ms-powerpoint", begins: oldOffice },
  rtf: { type: "application/rtf", begins: "{\\rtf" },
  txt: { type: "text/plain; charset=utf-8", begins: null },
};

/** The type of a paper whose ending and content agree; otherwise which of the two is wrong. */
export function paperType(name: string, bytes: Uint8Array): { type: string } | { wrong: "ending" | "content" } {
  const kind = kinds[name.toLowerCase().split(".").at(-1) ?? ""];
  if (!kind) return { wrong: "ending" };
  const { begins, type } = kind;
  // A text has no zero bytes, in whatever encoding an office still writes.
  const agrees =
    begins === null ? !bytes.subarray(0, 4096).includes(0) : [...begins].every((each, at) => bytes[at] === each.codePointAt(0));
  return agrees ? { type } : { wrong: "content" };
}
