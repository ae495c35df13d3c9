/** The page inside a page saved as one file (MIME, RFC 2557); undefined for a plain page. */
export function htmlPart(bytes: Uint8Array): { bytes: Uint8Array; charset: string | undefined } | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const top = headersOf(file);
  const boundary = /boundary="?([^"\s;]+)"?/i.exec(top.headers)?.[1];
  if (!/^[\w-]+:/.test(file.trimStart()) || !/multipart\/related/i.test(top.headers) || boundary === undefined) return undefined;
  for (const part of file.slice(top.end).split(`--${boundary}`).slice(1, 200)) {
    const { headers, end } = headersOf(part.trimStart());
    if (!/content-type:\s*text\/html/i.test(headers)) continue;
    const body = part.trimStart().slice(end);
    const transfer = /content-transfer-encoding:\s*([\w-]+)/i.exec(headers)?.[1]?.toLowerCase();
    return { bytes: transferred(body, transfer), charset: /charset="?([\w-]+)/i.exec(headers)?.[1] };
  }
  return undefined;
}

/** Folded lines are put together again; `end` is where the body begins. */
function headersOf(text: string): { headers: string; end: number } {
  const blank = /\r?\n\r?\n/.exec(text.slice(0, 20_000));
  const end = blank ? blank.index + blank[0].length : 0;
  return { headers: text.slice(0, end).replace(/\r?\n[ \t]+/g, " "), end };
}

function transferred(body: string, encoding: string | undefined): Uint8Array {
  if (encoding === "base64") return Uint8Array.from(Buffer.from(body, "base64"));
  if (encoding !== "quoted-printable") return Uint8Array.from(Buffer.from(body, "latin1"));
  const text = body
    .replace(/=[ \t]*\r?\n/g, "")
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Uint8Array.from(Buffer.from(text, "latin1"));
}
