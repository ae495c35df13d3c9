import type { RenderedBlock } from "../../src/modules/reports/contract.ts";

const romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"];
/** Points are lettered in the Vietnamese alphabet: đ after d, no f, j, w, z. */
const letters = "abcdđeghiklmnopqrstuvxy";

/** Block id → "I.", "1.", "a)": the labels that headings get in print, each level beginning again under the one above. */
export function labelsOf(blocks: readonly RenderedBlock[]): Map<string, string> {
  const labels = new Map<string, string>();
  const counters = [0, 0, 0];
  for (const { id, kind, level } of blocks) {
    if (kind !== "heading" || level === null || level < 1 || level > 3) continue;
    const number = (counters[level - 1] ?? 0) + 1;
    counters.fill(0, level);
    counters[level - 1] = number;
    labels.set(id, [`${romans[number - 1] ?? number}.`, `${number}.`, `${letters[number - 1] ?? number})`][level - 1] ?? "");
  }
  return labels;
}
