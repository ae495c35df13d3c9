import type { Note } from "../extracted.ts";
import { decodeText } from "../plain-text.ts";
import { htmlPart } from "./saved-page.ts";

/** The page's text: by its byte order mark, by what it says of itself when that fits its bytes, else by what its bytes look like. */
export function decodePage(bytes: Uint8Array): { html: string; notes: Note[] } {
  const part = htmlPart(bytes);
  const content = part?.bytes ?? bytes;
  const head = Buffer.from(content.subarray(0, 8192)).toString("latin1");
  const marked = /^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/.test(head);
  const declared =
    /<meta[^>]{1,200}charset\s*=\s*["']?\s*([\w:-]{2,30})/i.exec(head)?.[1] ??
    /^<\?xml[^>]+encoding=["']([\w-]+)/i.exec(head)?.[1] ??
    part?.charset;
  const said = marked ? undefined : decodeAs(declared?.toLowerCase(), content);
  if (said !== undefined) return { html: said, notes: [] };
  const { text, notes } = decodeText(content);
  return { html: text, notes };
}

/** undefined when the bytes are not in the encoding that they are said to be in. */
function decodeAs(charset: string | undefined, bytes: Uint8Array): string | undefined {
  if (charset === undefined || charset.startsWith("utf-16")) return undefined;
  // Pages in old Vietnamese fonts say so: one character for each byte, whatever the font makes of it.
  if (/^(x-user-defined|user-defined|iso-8859-1|latin1|windows-1252|us-ascii)$/.test(charset)) {
    const utf8 = strict("utf-8", bytes);
    // Editors that knew nothing else wrote Latin-1 into the head of pages that were UTF-8.
    return utf8 ?? (charset.startsWith("windows") ? strict("windows-1252", bytes) : Buffer.from(bytes).toString("latin1"));
  }
  const text = strict(charset, bytes);
  return charset === "windows-1258" ? text?.normalize("NFC") : text;
}

function strict(charset: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
