import { nfc, squeeze } from "../../../kernel/text.ts";
import type { Target } from "../shapes.ts";

/**
 * A superior's clause as the unit that carries it out writes it for itself: "Ủy ban MTTQ các xã rà soát …" → "Rà soát …".
 * `printed`: the expressions that name who leads; a text that begins otherwise stays as it is.
 */
export function withoutSubject(text: string, printed: string[]): string {
  const whole = squeeze(nfc(text));
  const asked = whole.replace(/^(?:đề nghị|giao|yêu cầu) /iu, "");
  for (const name of printed.map((each) => squeeze(nfc(each)))) {
    if (name === "" || !asked.toLowerCase().startsWith(`${name.toLowerCase()} `)) continue;
    const rest = asked.slice(name.length + 1).replace(/^(?:có trách nhiệm|chịu trách nhiệm) /iu, "");
    // What follows must be what is done, not more of who does it.
    if (rest.length >= 10 && !/^(?:và|cùng|với|phối hợp)(?!\p{L})/iu.test(rest)) return rest.charAt(0).toUpperCase() + rest.slice(1);
  }
  return whole;
}

/** The words of a target with another figure: "ít nhất 02 mô hình" → "ít nhất 01 mô hình"; unchanged where the old one is not in them. */
export function withFigure(text: string, before: string | null, after: string | null): string {
  if (before === null || after === null) return text;
  const old = new RegExp(String.raw`(?<![\d.,/])0*${before.replace(".", "[.,]")}(?![\d/]|[.,]\d)`, "u");
  return text.replace(old, (written) => (written.length > 1 && written.startsWith("0") ? after.padStart(written.length, "0") : after));
}

const signs: Record<Target["comparator"], string> = { ">=": "≥", ">": ">", "=": "=", "<=": "≤", "<": "<", range: "", achieve: "đạt" };

/** "cuộc giám sát ≥ 2 cuộc, hằng năm" in the sign language of a table. */
export function targetWords(target: Target): string {
  const value =
    target.comparator === "range"
      ? `${target.value ?? ""}–${target.valueMax ?? ""}`
      : [target.value, target.valueMax].filter((part) => part !== null).join("–");
  return [target.metric, signs[target.comparator], value, target.unit].filter(Boolean).join(" ");
}
