import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createWorker, OEM, PSM, type Page as Recognised, type Worker } from "tesseract.js";
import { asPgm, type Grey } from "./pixels.ts";

/** A word as recognised, in pixels of the picture it was found in. Confidence 0–1. */
export type FoundWord = { text: string; left: number; right: number; top: number; bottom: number; baseline: number; confidence: number };

/** How the picture is taken apart: words anywhere, lines of running text in columns, or one block of lines. */
export type Layout = "scattered" | "running" | "block";
const segmentation = { scattered: PSM.SPARSE_TEXT, running: PSM.AUTO, block: PSM.SINGLE_BLOCK } as const satisfies Record<Layout, PSM>;

export type Engine = { read(picture: Grey, layout: Layout): Promise<FoundWord[]>; close(): Promise<void> };

/** The Vietnamese model in its package, beside this program: nothing is fetched and nothing is written. */
const model = join(dirname(fileURLToPath(import.meta.resolve("@tesseract.js-data/vie/package.json"))), "4.0.0_best_int");

export async function openEngine(): Promise<Engine> {
  const worker: Worker = await createWorker("vie", OEM.LSTM_ONLY, { langPath: model, gzip: true, cacheMethod: "none" });
  let layout: Layout | null = null;
  return {
    async read(picture, wanted) {
      if (layout !== wanted) {
        await worker.setParameters({ tessedit_pageseg_mode: segmentation[wanted] });
        layout = wanted;
      }
      const { data } = await worker.recognize(asPgm(picture), {}, { text: false, blocks: true });
      return wordsIn(data);
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

function wordsIn({ blocks }: Recognised): FoundWord[] {
  const lines = (blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.lines));
  return lines.flatMap(({ words, baseline }) => {
    const slope = baseline.x1 === baseline.x0 ? 0 : (baseline.y1 - baseline.y0) / (baseline.x1 - baseline.x0);
    return words.flatMap(({ text, bbox, confidence }) => {
      const middle = (bbox.x0 + bbox.x1) / 2;
      const reckoned = baseline.y0 + slope * (middle - baseline.x0);
      // The fitted line may miss short scattered pieces altogether.
      const sound = reckoned > bbox.y0 && reckoned <= bbox.y1 + (bbox.y1 - bbox.y0) * 0.3;
      const word = { left: bbox.x0, right: bbox.x1, top: bbox.y0, bottom: bbox.y1, baseline: sound ? reckoned : bbox.y1 };
      return text.trim() === "" ? [] : [{ ...word, text: text.trim(), confidence: Math.max(0, Math.min(1, confidence / 100)) }];
    });
  });
}
