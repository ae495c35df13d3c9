import { refuse } from "../refusals.ts";

/** The file system inside old Office files (MS-CFB). */
export type Compound = {
  /** Of streams and storages, wherever they are. */
  names: string[];
  /** Bytes of the first stream of that name; undefined when there is none. */
  stream(name: string): Uint8Array | undefined;
};

const endOfChain = 0xfffffffe;
const freeSector = 0xffffffff;

/** Chains of sectors are followed at most as far as the file has sectors: a circle is damage. */
export function openCompound(bytes: Uint8Array): Compound {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 512) throw refuse.damaged();
  const sectorSize = 1 << view.getUint16(0x1e, true);
  const miniSize = 1 << view.getUint16(0x20, true);
  if (![512, 4096].includes(sectorSize) || miniSize !== 64) throw refuse.damaged();
  const cutoff = view.getUint32(0x38, true);
  const sectors = Math.ceil(bytes.length / sectorSize);
  const offsetOf = (sector: number): number => (sector + 1) * sectorSize;

  const fatSectors = listFatSectors(view, sectorSize, sectors);
  const perSector = sectorSize / 4;
  const nextOf = (sector: number): number => {
    const home = fatSectors[Math.floor(sector / perSector)];
    const at = home === undefined ? -1 : offsetOf(home) + (sector % perSector) * 4;
    return at < 0 || at + 4 > bytes.length ? endOfChain : view.getUint32(at, true);
  };
  const chain = (first: number, most: number): number[] => {
    const list: number[] = [];
    for (let sector = first; sector < sectors && list.length < most; sector = nextOf(sector)) {
      list.push(sector);
      if (list.length > sectors) throw refuse.damaged();
    }
    return list;
  };
  const read = (first: number, size: number): Uint8Array => {
    const most = Math.ceil(Math.min(size, bytes.length) / sectorSize);
    return joinedPieces(
      chain(first, most).map((sector) => bytes.subarray(offsetOf(sector), offsetOf(sector) + sectorSize)),
      size,
    );
  };

  const entries = readDirectory(read(view.getUint32(0x30, true), bytes.length));
  const root = entries.find(({ type }) => type === 5);
  const miniStream = root ? read(root.first, root.size) : new Uint8Array();
  const miniFat = read(view.getUint32(0x3c, true), view.getUint32(0x40, true) * sectorSize);
  const miniView = new DataView(miniFat.buffer, miniFat.byteOffset, miniFat.byteLength);
  const readMini = (first: number, size: number): Uint8Array => {
    const pieces: Uint8Array[] = [];
    const most = Math.ceil(size / miniSize);
    for (let sector = first; pieces.length < most && (sector + 1) * 4 <= miniFat.length; sector = miniView.getUint32(sector * 4, true)) {
      pieces.push(miniStream.subarray(sector * miniSize, (sector + 1) * miniSize));
    }
    return joinedPieces(pieces, size);
  };
  return {
    names: entries.map(({ name }) => name),
    stream(name) {
      const entry = entries.find((candidate) => candidate.name === name && candidate.type === 2);
      if (!entry) return undefined;
      return entry.size < cutoff ? readMini(entry.first, entry.size) : read(entry.first, entry.size);
    },
  };
}

/** The first 109 stand in the header, the others in a chain of their own. */
function listFatSectors(view: DataView, sectorSize: number, sectors: number): number[] {
  const list: number[] = [];
  const take = (from: number, count: number): void => {
    for (let at = from; at < from + count * 4 && at + 4 <= view.byteLength; at += 4) {
      const sector = view.getUint32(at, true);
      if (sector < freeSector - 5) list.push(sector);
    }
  };
  take(0x4c, 109);
  let next = view.getUint32(0x44, true);
  for (let seen = 0; next < sectors && seen < sectors; seen += 1) {
    const from = (next + 1) * sectorSize;
    take(from, sectorSize / 4 - 1);
    const at = from + sectorSize - 4;
    if (at + 4 > view.byteLength) break;
    next = view.getUint32(at, true);
  }
  return list;
}

function readDirectory(directory: Uint8Array): { name: string; type: number; first: number; size: number }[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const entries = [];
  for (let at = 0; at + 128 <= directory.length && entries.length < 10_000; at += 128) {
    const length = Math.min(view.getUint16(at + 0x40, true), 64);
    const type = directory[at + 0x42] ?? 0;
    if (type === 0) continue;
    const name = new TextDecoder("utf-16le").decode(directory.subarray(at, at + Math.max(0, length - 2)));
    entries.push({ name, type, first: view.getUint32(at + 0x74, true), size: view.getUint32(at + 0x78, true) });
  }
  return entries;
}

function joinedPieces(pieces: Uint8Array[], size: number): Uint8Array {
  const length = Math.min(
    size,
    pieces.reduce((sum, piece) => sum + piece.length, 0),
  );
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    const part = piece.subarray(0, length - at);
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
