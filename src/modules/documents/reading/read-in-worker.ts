import { Worker } from "node:worker_threads";
import { type Problem, problem } from "../../../kernel/errors.ts";
import { defaultLimits, type Extracted, type Limits, type NamedBytes } from "./extracted.ts";
import { refuse } from "./refusals.ts";

/** What the worker sends back; a Problem does not survive the crossing, its parts do. */
export type Answer = { extracted: Extracted } | { refused: Pick<Problem, "code" | "text" | "details"> };

/** Several big files at once would multiply the memory limit; the others wait their turn. */
const atOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** `readDocument` in a thread of its own that is stopped when it takes too long or too much memory. */
export async function readInWorker(file: NamedBytes, limits: Limits = defaultLimits): Promise<Extracted> {
  if (file.bytes.length > limits.bytes) throw refuse.tooLarge(limits.bytes);
  await turn();
  try {
    return await run(file, limits);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

async function turn(): Promise<void> {
  // Whoever leaves hands the place over, so nobody slips in between.
  if (running >= atOnce) return new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
}

async function run(file: NamedBytes, limits: Limits): Promise<Extracted> {
  // A copy, because the buffer is handed over for good and may be a slice of a shared pool.
  const bytes = Uint8Array.from(file.bytes);
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    workerData: { file: { name: file.name, bytes }, limits },
    transferList: [bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.memory, maxYoungGenerationSizeMb: 64 },
    // Nothing of the server's environment or start-up flags is a document reader's business.
    env: {},
    execArgv: [],
  });
  const answered = new Promise<Extracted>((resolve, reject) => {
    const clock = setTimeout(() => reject(refuse.tooSlow()), limits.milliseconds);
    worker.once("message", (answer: Answer) => {
      if ("extracted" in answer) resolve(answer.extracted);
      else reject(problem(answer.refused.code, answer.refused.text, answer.refused.details));
    });
    // Out of memory, or a worker that could not start at all.
    worker.on("error", (error: Error & { code?: string }) => {
      reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? refuse.archiveTooLarge() : error);
    });
    worker.once("exit", () => {
      clearTimeout(clock);
      reject(refuse.damaged());
    });
  });
  try {
    return await answered;
  } finally {
    await worker.terminate();
  }
}
