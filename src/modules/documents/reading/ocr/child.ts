import { setPriority } from "node:os";
import { Problem } from "../../../../kernel/errors.ts";
import { defaultLimits } from "../extracted.ts";
import { refusePages } from "../pages/refusals.ts";
import { isSyllable } from "../pages/vietnamese.ts";
import { withPdf, type Operators, type Pdf } from "../pdf/open.ts";
import { readPage } from "../pdf/read.ts";
import { openEngine, type Engine } from "./engine.ts";
import { headOf } from "./head.ts";
import { wholeTiff } from "./image.ts";
import { drawPage, drawPhotograph, inksIn, levelled, pdfCanvas, shownImage, turned, type Drawn } from "./pictures.ts";
import type { FileToRead, FromChild, PageRead, ToChild } from "./recogniser.ts";
import { pdfOfTiff } from "./tiff.ts";
import { glance, pageOf, readAgain, type Glanced, type RecognisedPage } from "./recognise.ts";

/**
 * A process of its own for one file: what decodes pictures and recognises letters is not ours and not small. It gives
 * way to everything else on the machine, and whoever started it ends it when a page takes too long.
 */
let engine: Promise<Engine> | null = null;
const recogniser = (): Promise<Engine> => (engine ??= openEngine());

async function serve(file: FileToRead): Promise<void> {
  const isTiff = file.kind === "image" && headOf(file.bytes)?.type === "tiff";
  if (file.kind === "image" && !isTiff) {
    // Damaged pictures are told of before the first page is asked for.
    const photograph = await drawPhotograph(file.bytes).catch(() => {
      throw refusePages.brokenPicture();
    });
    send({ opened: { pages: 1 } });
    await answerPages(() => readPhotograph(photograph));
    return;
  }
  const CanvasFactory = await pdfCanvas();
  await withPdf(
    isTiff ? pdfOfTiff(wholeTiff(file.bytes)) : file.bytes,
    defaultLimits,
    async (pdf, operators) => {
      send({ opened: { pages: pdf.numPages } });
      await answerPages((page) => readPdfPage(pdf, operators, page));
    },
    { CanvasFactory },
  );
}

async function readPdfPage(pdf: Pdf, operators: Operators, number: number): Promise<PageRead> {
  const page = await pdf.getPage(number);
  try {
    const spelled = await readPage(page, operators);
    const drawn = await drawPage(page);
    const isSpelled = spelled.source === "text" && (spelled.words.length >= 30 || spelled.pictured < 0.4);
    // People see the sheet as its lines are read.
    if (isSpelled) return answer(spelled.turn === 0 ? drawn : turned(drawn, spelled.turn), { ...spelled, stamps: spelled.askew }, "text");
    const level = levelled(drawn);
    const { level: upright, read } = await bestTurn(level);
    return answer(upright, { ...read, stamps: [...read.stamps, ...spelled.askew] }, "recognised");
  } finally {
    page.cleanup();
  }
}

async function readPhotograph(photograph: Drawn): Promise<PageRead> {
  const { level, read } = await bestTurn(levelled(photograph));
  return answer(level, read, "recognised");
}

/** Photographs and scans lie on their side or their head; only reading tells. */
async function bestTurn(level: Drawn): Promise<{ level: Drawn; read: RecognisedPage }> {
  const glanceAt = async (drawn: Drawn) => ({ level: drawn, seen: await glance(await recogniser(), inksIn(drawn), drawn.dotsPerInch) });
  let best = await glanceAt(level);
  if (senseOf(best.seen) <= 0.35) {
    for (const degrees of [90, 270, 180]) {
      const other = await glanceAt(levelled(turned(level, degrees)));
      if (senseOf(other.seen) * other.seen.scattered.length > senseOf(best.seen) * best.seen.scattered.length) best = other;
      if (senseOf(other.seen) > 0.5) break;
    }
  }
  return { level: best.level, read: pageOf(await readAgain(await recogniser(), best.seen)) };
}

/** Share (0–1) of the words that are Vietnamese, and surely so. */
function senseOf({ scattered }: Glanced): number {
  const letters = scattered.filter(({ text }) => /\p{L}{2}/u.test(text));
  if (letters.length < 4) return 0;
  return letters.filter(({ text, confidence }) => confidence > 0.5 && isSyllable(text.replace(/[^\p{L}]/gu, ""))).length / letters.length;
}

async function answer(
  drawn: Drawn,
  { width, height, words, rules, stamps }: RecognisedPage,
  source: PageRead["source"],
): Promise<PageRead> {
  return { width, height, words, rules, stamps, source, image: await shownImage(drawn), memory: process.memoryUsage.rss() };
}

let asked: ((page: number) => void) | null = null;

async function answerPages(read: (page: number) => Promise<PageRead>): Promise<void> {
  for (;;) {
    const page = await new Promise<number>((resolve) => {
      asked = resolve;
    });
    try {
      send({ page: await read(page) });
    } catch (error) {
      send(refusalOf(error));
    }
  }
}

/** Anything that is not ours was caused by the file's content: to its sender the file is damaged. */
function refusalOf(error: unknown): FromChild {
  const { code, text, details } = error instanceof Problem ? error : refusePages.damaged();
  return { refused: { code, text, details } };
}

const send = (message: FromChild): void => {
  process.send?.(message);
};

process.on("message", (message: ToChild) => {
  if ("page" in message) asked?.(message.page);
  else serve(message.open).catch((error: unknown) => send(refusalOf(error)));
});
process.on("disconnect", () => process.exit(0));
try {
  setPriority(5);
} catch {
  // Some systems do not let a process step back; then it runs as the others do.
}
