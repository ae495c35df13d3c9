/**
 * Numbers as they were meant where recognition read letters or tore them apart: "l5/11/2026", "10O%", "28/0 2/2026",
 * "9 0%". The text keeps its length, so that every offset still points at the printed words.
 */

/** Digits and the letters that are taken for them, in one run with strokes, dots and dashes between. */
const RUN = /(?<![\p{L}\p{M}\d])(?:[\dOolI]+)(?:[/.,-][\dOolI]+)*(?=[^\p{L}\p{M}\d]|$)/gu;

/** One part of a run: letters become digits when the part holds a digit, or is a lone "l" beside other parts. */
function part(text: string, alone: boolean): string {
  if (!/\d/.test(text)) return !alone && text === "l" ? "1" : text;
  return text.replace(/[Oo]/g, "0").replace(/[lI]/g, "1");
}

/** Same length as the text that is given. */
export function repairDigits(line: string): string {
  // "l. Nâng cao …": the number of an item.
  const text = /^l[.)] (?!\p{Lu}{2})[\p{Lu}\d]/u.test(line) ? `1${line.slice(1)}` : line;
  if (!/\d/.test(text)) return text;
  let repaired = text;
  if (/[OolI]/.test(text))
    repaired = text.replace(RUN, (run) => {
      if (!/\d/.test(run) || !/[OolI]/.test(run)) return run;
      const parts = run.split(/([/.,-])/);
      return parts.map((each, at) => (at % 2 === 1 ? each : part(each, parts.length === 1))).join("");
    });
  // A torn number is closed and the space moved behind it.
  return repaired
    .replace(/(?<![\d.,/-])(\d) (\d)%/g, "$1$2 %")
    .replace(/(?<=\d\/)(\d) (\d)(?=\/\d{4})/g, "$1$2 ")
    .replace(/(?<=ngày )(\d) (\d)(?=\/\d{1,2}\/\d{4})/gi, "$1$2 ");
}
