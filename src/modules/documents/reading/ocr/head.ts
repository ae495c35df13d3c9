import { dimensionsOf } from "../../../../kernel/picture-size.ts";

export type Head = { type: "jpeg" | "png" | "webp" | "gif" | "bmp"; width: number; height: number } | { type: "heic" } | { type: "tiff" };

/** What kind of picture this is and how large, without decoding it. Null for none, or one whose head is broken. */
export function headOf(bytes: Uint8Array): Head | null {
  const known = dimensionsOf(bytes);
  if (known) return known;
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 64)).toString("latin1");
  if (/^.{4}ftyp/s.test(latin1)) return { type: "heic" };
  if (/^(?:II\*\0|MM\0\*)/.test(latin1)) return { type: "tiff" };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (latin1.startsWith("GIF8") && view.byteLength > 10)
    return { type: "gif", width: view.getUint16(6, true), height: view.getUint16(8, true) };
  if (latin1.startsWith("BM") && view.byteLength > 26)
    return { type: "bmp", width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
  return null;
}
