import { crc32 } from "node:zlib";

/**
 * Whether a picture's file goes on to its end, without decoding it. One that was cut off while it was copied or sent
 * still opens, with the rest of the page grey: a person would check the half that is there and never miss the other.
 * True for formats that do not say where they end.
 */
export function isWholePicture(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  try {
    if (head.startsWith("\u0089PNG")) return isWholePng(view, bytes);
    if (head.startsWith("\u00ff\u00d8")) return isWholeJpeg(view, bytes);
    if (head.startsWith("RIFF")) return view.getUint32(4, true) + 8 <= bytes.length;
    if (head.startsWith("BM")) return view.getUint32(2, true) <= bytes.length;
    if (head.startsWith("GIF8")) return bytes.subarray(-16).includes(0x3b);
    return true;
  } catch (error) {
    // A length that points behind the end of the file.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Chunks with their checksums up to the one that ends the picture. */
function isWholePng(view: DataView, bytes: Uint8Array): boolean {
  for (let at = 8; ;) {
    const length = view.getUint32(at);
    const end = at + 8 + length;
    if (view.getUint32(end) !== crc32(bytes.subarray(at + 4, end))) return false;
    if (view.getUint32(at + 4) === 0x49454e44) return true;
    at = end + 4;
  }
}

/** Segments up to the picture itself (small pictures inside the head end too), then the mark that ends it. */
function isWholeJpeg(view: DataView, bytes: Uint8Array): boolean {
  for (let at = 2; ;) {
    if (view.getUint8(at) !== 0xff) return false;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (marker === 0xda) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes("\u00ff\u00d9", at, "latin1");
    else at += 2 + view.getUint16(at + 2);
  }
}
