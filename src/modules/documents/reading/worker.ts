import { Problem } from "../../../kernel/errors.ts";
import { readDocument } from "./read.ts";
import { refuse } from "./refusals.ts";
import type { Answer, Question } from "./read-in-worker.ts";

/** One file per process: what a hostile file leaves behind ends with it. */
async function answer({ file, limits }: Question): Promise<Answer> {
  try {
    return { extracted: await readDocument(file, limits) };
  } catch (error) {
    const { code, text, details } = error instanceof Problem ? error : refuse.damaged();
    return { refused: { code, text, details } };
  }
}

process.once("message", (question: Question) => {
  void answer(question).then((told) => process.send?.(told, () => process.disconnect()));
});
