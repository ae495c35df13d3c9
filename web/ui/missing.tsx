import { useState, type ReactNode } from "react";
import { useText } from "../shell/language.tsx";
import { Icon } from "./icon.tsx";
import { say } from "./messages.ts";
import styles from "./ui.module.css";

/**
 * What an act still needs, by the labels of its fields; false for what is there. A button that waits for something is never
 * grey without a word: it can be pressed, and then `complete(button)` is false, `note` names what is missing and the cursor
 * goes to the first of it. The note goes away as the fields are filled.
 */
export function useMissing(labels: readonly (string | false)[]): { complete(from: Element): boolean; note: ReactNode } {
  const t = useText();
  const [asked, setAsked] = useState(false);
  const missing = labels.filter((label) => label !== false);
  const complete = (from: Element) => {
    const [first] = missing;
    setAsked(first !== undefined);
    if (first !== undefined) control(from.closest("form, [role='dialog'], section, main") ?? document.body, first)?.focus();
    return first === undefined;
  };
  const note = asked && missing.length > 0 && (
    <div role="alert" className={styles["error"]}>
      <Icon name="warning" />
      <p>{t(say("missing", { names: missing.map((label) => `“${label}”`).join(", ") }))}</p>
    </div>
  );
  return { complete, note };
}

/** The input under a label of these words; of a group by that name (a place to drop a file) the button that chooses. */
function control(within: Element, label: string): HTMLElement | null {
  const own = [...within.querySelectorAll("label")].find((each) => wordsOf(each) === label);
  if (own?.control) return own.control;
  const named = [...within.querySelectorAll("[aria-label]")].find((each) => each.getAttribute("aria-label") === label);
  if (!named) return null;
  return named.matches("input, textarea") ? (named as HTMLElement) : named.querySelector<HTMLElement>("input:not([type='file']), button");
}

/** A label's words without its star. */
function wordsOf(label: Element): string {
  const copy = label.cloneNode(true) as Element;
  for (const sign of copy.querySelectorAll("[aria-hidden]")) sign.remove();
  return (copy.textContent ?? "").trim();
}
