import { demoPlanText } from "../src/modules/demo/plan.ts";
import { compilePlan } from "../src/modules/documents/compile/index.ts";
import { figure, pairs, type Bench } from "./figure.ts";

/** A plan of `times` the length: the body repeated as further parts, so that every pass has that much more to do. */
function lengthened(text: string, times: number): string {
  const [head = "", ...parts] = text.split(/^(?=I{1,3}V?[.] |IV[.] )/m);
  const tail = parts.pop() ?? "";
  return [head, ...Array.from({ length: times }, () => parts.join("")), tail].join("");
}

export const compileBench: Bench = {
  name: "compile",
  what: "compiling a plan: linear in the text's length",
  async run() {
    const text = await demoPlanText("2026-04-05");
    const long = lengthened(text, 100);
    const [once, hundred] = [compilePlan(text), compilePlan(long)];
    if (once.tasks.length < 10) throw new Error("the sample plan does not compile");
    if (hundred.tasks.length < once.tasks.length * 50) throw new Error("the long plan lost its tasks");
    const n = 7;
    const factor = long.length / text.length;
    const repeats = Math.round(factor);
    const measured = await pairs(
      n,
      () => compilePlan(long),
      () => {
        for (let at = 0; at < repeats; at++) compilePlan(text);
      },
    );
    return {
      name: "compile",
      n,
      figures: [
        figure({
          key: "linear",
          what: `${factor.toFixed(0)} × the text`,
          value: measured.value,
          unit: "ms",
          against: { what: `the text ${repeats} times`, value: measured.against },
          goal: 1.2,
          better: "lower",
        }),
      ],
    };
  },
};
