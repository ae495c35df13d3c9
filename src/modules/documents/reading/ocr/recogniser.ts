import { fork, type ChildProcess } from "node:child_process";
import { readFile } from "node:fs/promises";
import { problem, type Problem } from "../../../../kernel/errors.ts";
import { refusePages } from "../pages/refusals.ts";
import type { Rule, Word } from "../pages/page.ts";

export type FileToRead = { kind: "pdf" | "image"; bytes: Uint8Array };

/** One page read: `source` says whether the file spelled its words or they were recognised. `image` is a JPEG of it. */
export type PageRead = {
  width: number;
  height: number;
  words: Word[];
  rules: Rule[];
  stamps: string[];
  source: "text" | "recognised";
  image: Uint8Array;
  /** Bytes that the process held after this page. */
  memory: number;
};

type Refused = Pick<Problem, "code" | "text" | "details">;
export type ToChild = { open: FileToRead } | { page: number };
export type FromChild = { opened: { pages: number } } | { page: PageRead } | { refused: Refused };

/**
 * Bounds of one page, or of opening the file. The processor's own time is what a page costs: on a busy machine the
 * process gives way and a page may take many minutes of the clock without being at fault.
 */
export type RecognitionLimits = { processorSeconds: number; clockSeconds: number; megabytes: number };
export const recognitionLimits: RecognitionLimits = { processorSeconds: 90, clockSeconds: 900, megabytes: 1_600 };

export type Recogniser = { pages: number; read(page: number): Promise<PageRead>; close(): void };

/** Why a page was given up; the file's other pages may still be read by a new recogniser. */
export class PageGivenUp extends Error {
  readonly reason: "slow" | "memory" | "ended";
  constructor(reason: "slow" | "memory" | "ended") {
    super(`page given up: ${reason}`);
    this.reason = reason;
  }
}

/** Opens a file in a process of its own. Throws a Problem when the file cannot be opened. Close it in the end. */
export async function openRecogniser(file: FileToRead, limits: RecognitionLimits = recognitionLimits): Promise<Recogniser> {
  const child = fork(new URL("./child.ts", import.meta.url), {
    // Nothing of the server's environment is its business; what holds secrets least of all.
    env: {},
    execArgv: ["--max-old-space-size=900", "--disable-warning=ExperimentalWarning"],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  try {
    const opened = await ask(child, { open: file }, limits);
    if (!("opened" in opened)) throw refusePages.damaged();
    return {
      pages: opened.opened.pages,
      async read(page) {
        const read = await ask(child, { page }, limits);
        if (!("page" in read)) throw refusePages.damaged();
        return read.page;
      },
      close: () => end(child),
    };
  } catch (error) {
    end(child);
    throw error instanceof PageGivenUp ? refusePages.damaged() : error;
  }
}

function ask(child: ChildProcess, message: ToChild, { processorSeconds, clockSeconds, megabytes }: RecognitionLimits): Promise<FromChild> {
  return new Promise((resolve, reject) => {
    let begun: number | null = null;
    const watch = setInterval(() => {
      void usedBy(child).then((used) => {
        if (!used) return;
        begun ??= used.seconds;
        if (used.bytes > megabytes * 1024 * 1024) give(new PageGivenUp("memory"));
        else if (used.seconds - begun > processorSeconds) give(new PageGivenUp("slow"));
      });
    }, 500);
    const clock = setTimeout(() => give(new PageGivenUp("slow")), clockSeconds * 1000);
    const done = (): void => {
      clearInterval(watch);
      clearTimeout(clock);
      child.off("message", onMessage).off("exit", onExit).off("error", onExit);
    };
    const give = (error: Error): void => {
      done();
      end(child);
      reject(error);
    };
    const onExit = (): void => give(new PageGivenUp("ended"));
    const onMessage = (answer: FromChild): void => {
      done();
      if ("refused" in answer) reject(problem(answer.refused.code, answer.refused.text, answer.refused.details));
      else resolve(answer);
    };
    child.on("message", onMessage).on("exit", onExit).on("error", onExit);
    if (child.exitCode !== null || !child.connected) onExit();
    else child.send(message, (error) => error && onExit());
  });
}

function end(child: ChildProcess): void {
  if (child.exitCode === null) child.kill("SIGKILL");
}

/** What the process has taken so far, where the system says so; elsewhere the clock and its own heap limit must do. */
async function usedBy({ pid }: ChildProcess): Promise<{ bytes: number; seconds: number } | null> {
  try {
    const [held, stat] = await Promise.all([readFile(`/proc/${pid}/statm`, "utf8"), readFile(`/proc/${pid}/stat`, "utf8")]);
    // After the name in brackets, which may hold anything: 12th and 13th, in hundredths of a second.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { bytes: Number(held.split(" ")[1] ?? 0) * 4096, seconds: (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100 };
  } catch {
    return null;
  }
}
