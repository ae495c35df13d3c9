import { parentPort, workerData } from "node:worker_threads";
import { Problem } from "../../../kernel/errors.ts";
import type { Limits, NamedBytes } from "./extracted.ts";
import { readDocument } from "./read.ts";
import { refuse } from "./refusals.ts";
import type { Answer } from "./read-in-worker.ts";

/** One file per worker: what a hostile file leaves behind ends with it. */
async function answer({ file, limits }: { file: NamedBytes; limits: Limits }): Promise<Answer> {
  try {
    return { extracted: await readDocument(file, limits) };
  } catch (error) {
    const { code, text, details } = error instanceof Problem ? error : refuse.damaged();
    return { refused: { code, text, details } };
  }
}

parentPort?.postMessage(await answer(workerData));
