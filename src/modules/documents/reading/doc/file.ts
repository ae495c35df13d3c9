import { kindNames } from "../formats.ts";
import { refuse } from "../refusals.ts";
import { openCompound } from "./compound.ts";

/** Little-endian reading with bounds; beyond the end is a RangeError, which the reader calls damage. */
export class Bytes {
  readonly all: Uint8Array;
  private readonly view: DataView;

  constructor(all: Uint8Array) {
    this.all = all;
    this.view = new DataView(all.buffer, all.byteOffset, all.byteLength);
  }
  u8 = (at: number): number => this.view.getUint8(at);
  u16 = (at: number): number => this.view.getUint16(at, true);
  u32 = (at: number): number => this.view.getUint32(at, true);
  i32 = (at: number): number => this.view.getInt32(at, true);
  slice = (from: number, length: number): Bytes => new Bytes(this.all.subarray(from, Math.max(from, from + length)));
  get length(): number {
    return this.all.length;
  }
  /** UTF-16 letters. */
  wide(at: number, letters: number): string {
    return new TextDecoder("utf-16le").decode(this.all.subarray(at, at + letters * 2));
  }
}

/** Tables of the file by their place in FibRgFcLcb97 (MS-DOC 2.5.6). */
const tables = {
  styles: 1,
  footnoteReferences: 2,
  footnoteTexts: 3,
  headers: 11,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  pieces: 33,
  endnoteReferences: 46,
  endnoteTexts: 47,
  drawings: 50,
  boxTexts: 56,
  lists: 73,
  listOverrides: 74,
} as const;

/** The parts of the text one after the other, with how many characters each has. */
export type Parts = {
  text: number;
  footnotes: number;
  headers: number;
  macros: number;
  comments: number;
  endnotes: number;
  boxes: number;
  headerBoxes: number;
};

export type WordFile = {
  document: Bytes;
  /** The table's own stretch of the table stream. */
  table(name: keyof typeof tables): Bytes;
  /** From the table's beginning to the end of its stream: definitions of list levels stand behind their table. */
  openTable(name: keyof typeof tables): Bytes;
  data: Bytes;
  parts: Parts;
  /** Files of other programs are kept inside. */
  encloses: boolean;
};

/** A .doc as Word 97 and everything since has written it (MS-DOC); older ones, encrypted ones and macros are refused. */
export function openWordFile(bytes: Uint8Array): WordFile {
  const { names, stream } = openCompound(bytes);
  if (names.some((name) => /^(macros|_vba_project|vba)$/i.test(name))) throw refuse.macros();
  const main = stream("WordDocument");
  if (main === undefined || main.length < 0x2f2) throw refuse.damaged();
  const document = new Bytes(main);
  const flags = document.u16(0x0a);
  if (document.u16(0) !== 0xa5ec || document.u16(2) < 0xc0) throw refuse.otherFormat(kindNames.doc);
  if ((flags & 0x0100) !== 0) throw refuse.encrypted();
  const tableStream = stream((flags & 0x0200) === 0 ? "0Table" : "1Table");
  if (tableStream === undefined) throw refuse.damaged();
  const all = new Bytes(tableStream);
  const place = (name: keyof typeof tables): { from: number; length: number } => {
    const at = 0x9a + 8 * tables[name];
    return { from: document.u32(at), length: document.u32(at + 4) };
  };
  return {
    document,
    encloses: names.some((name) => /^_\d{6,}$/.test(name)),
    data: new Bytes(stream("Data") ?? new Uint8Array()),
    table(name) {
      const { from, length } = place(name);
      return all.slice(from, length);
    },
    openTable(name) {
      const { from, length } = place(name);
      return length === 0 ? all.slice(0, 0) : all.slice(from, all.length - from);
    },
    parts: {
      text: document.u32(0x4c),
      footnotes: document.u32(0x50),
      headers: document.u32(0x54),
      macros: document.u32(0x58),
      comments: document.u32(0x5c),
      endnotes: document.u32(0x60),
      boxes: document.u32(0x64),
      headerBoxes: document.u32(0x68),
    },
  };
}
