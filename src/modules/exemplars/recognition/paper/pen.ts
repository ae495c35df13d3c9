import PDFDocument from "pdfkit"; // oxlint-disable-line import/no-named-as-default -- its types know the default export alone
import { type Face, fontFiles, nameOf, runsOf } from "./fonts.ts";

/** Points of a length in millimetres. */
export const mm = (length: number): number => (length * 72) / 25.4;

export type Set = {
  x: number;
  y: number;
  width: number;
  size: number;
  face?: Face;
  align?: "left" | "center" | "right";
  colour?: string;
  lead?: number;
};

/** A page that texts are set on. Everything in points from the top left corner. */
export type Pen = {
  doc: PDFKit.PDFDocument;
  /** Sets a text in as many lines as it takes; returns where the next line would begin. */
  set(text: string, how: Set): number;
  /** How many lines it takes in that width. */
  lines(text: string, how: Pick<Set, "width" | "size" | "face">): string[];
};

/** Of the size, from one line to the next. */
export const lineHeight = 1.32;

/** Begins a PDF without pages; `done` gives its bytes once `doc.end()` was called. */
export function newPdf({ title, author }: { title: string; author: string }): { pen: Pen; done: Promise<Buffer> } {
  const doc = new PDFDocument({
    autoFirstPage: false,
    info: { Title: title, Author: author, Producer: "Khéo", Creator: "Khéo" },
    lang: "vi-VN",
    pdfVersion: "1.7",
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", () => resolve(Buffer.concat(chunks)));
    doc.on("error", reject);
  });
  for (const { name, content } of fontFiles()) doc.registerFont(name, content);

  const wide = (text: string, size: number, face: Face): number =>
    runsOf(text).reduce((sum, run) => sum + doc.font(nameOf(face, run.part)).fontSize(size).widthOfString(run.text), 0);

  function lines(text: string, { width, size, face = "regular" }: Pick<Set, "width" | "size" | "face">): string[] {
    return text.split("\n").flatMap((paragraph) => {
      const set: string[] = [];
      for (const word of paragraph.split(/\s+/u).filter(Boolean)) {
        const last = set.at(-1);
        const longer = last === undefined ? word : `${last} ${word}`;
        if (last !== undefined && wide(longer, size, face) > width) set.push(word);
        else set.splice(-1, 1, longer);
      }
      return set.length === 0 ? [""] : set;
    });
  }

  function set(text: string, how: Set): number {
    const { x, width, size, face = "regular", align = "left", colour = "#1a1a1a", lead = lineHeight } = how;
    let { y } = how;
    for (const line of lines(text, { width, size, face })) {
      const free = width - wide(line, size, face);
      let at = x + (align === "center" ? free / 2 : align === "right" ? free : 0);
      for (const run of runsOf(line)) {
        doc.font(nameOf(face, run.part)).fontSize(size).fillColor(colour);
        doc.text(run.text, at, y, { lineBreak: false });
        at += doc.widthOfString(run.text);
      }
      y += size * lead;
    }
    return y;
  }

  return { pen: { doc, set, lines }, done };
}
