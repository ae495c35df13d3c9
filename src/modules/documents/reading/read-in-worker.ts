import { fork } from "node:child_process";
import { type Problem, problem } from "../../../kernel/errors.ts";
import { defaultLimits, type Extracted, type Limits, type NamedBytes } from "./extracted.ts";
import { refuse } from "./refusals.ts";

/** What the worker sends back; a Problem does not survive the crossing, its parts do. */
export type Answer = { extracted: Extracted } | { refused: Pick<Problem, "code" | "text" | "details"> };

export type Question = { file: NamedBytes; limits: Limits };

/** Several big files at once would multiply the memory limit; the others wait their turn. */
const atOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

/**
 * `readDocument` in a process of its own that is ended when it takes too long or too much memory. Not in a thread: one
 * that ends while code is made for it can take the whole server with it (V8, "jit_page.has_value()").
 */
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
  const worker = fork(new URL("./worker.ts", import.meta.url), {
    // Nothing of the server's environment or start-up flags is a document reader's business.
    env: {},
    execArgv: [`--max-old-space-size=${limits.memory}`, "--disable-warning=ExperimentalWarning"],
    serialization: "advanced",
    // What V8 says of a heap that is full is heard: nothing else tells it from another death.
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let complaint = "";
  worker.stderr?.on("data", (words: Buffer) => (complaint = (complaint + words.toString()).slice(-4_000)));
  const answered = new Promise<Extracted>((resolve, reject) => {
    const clock = setTimeout(() => reject(refuse.tooSlow()), limits.milliseconds);
    worker.once("message", (answer: Answer) => {
      if ("extracted" in answer) resolve(answer.extracted);
      else reject(problem(answer.refused.code, answer.refused.text, answer.refused.details));
    });
    worker.once("error", reject);
    worker.once("close", () => {
      clearTimeout(clock);
      reject(/heap (?:limit|out of memory)|Array buffer allocation failed/iu.test(complaint) ? refuse.archiveTooLarge() : refuse.damaged());
    });
    worker.send(
      { file: { name: file.name, bytes: Uint8Array.from(file.bytes) }, limits } satisfies Question,
      (error) => error && reject(error),
    );
  });
  try {
    return await answered;
  } finally {
    worker.kill("SIGKILL");
  }
}
