import { Button, type ButtonProps } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useText } from "../shell/language.tsx";
import { Icon } from "./icon.tsx";
import { say } from "./messages.ts";
import styles from "./ui.module.css";

type Props = ButtonProps & {
  /** The labels of what is needed and not there; false for what is. Empty when all is. */
  missing: readonly (string | false)[];
  type?: "submit" | "button";
  children: ReactNode;
  onClick?(): void;
};

/**
 * The button of an act that needs something first. It is never grey without a word: it can be pressed, and as long as something
 * is missing that is named above it, the cursor goes to the first of it, and nothing is sent. The words go away as it is filled in.
 */
export function ActButton({ missing, onClick, ...button }: Props) {
  const t = useText();
  const [asked, setAsked] = useState(false);
  const labels = missing.filter((label) => label !== false);
  const [first] = labels;
  return (
    <>
      {asked && first !== undefined && (
        <div role="alert" className={`${styles["error"]} ${styles["missing"]}`}>
          <Icon name="warning" />
          <p>{t(say("missing", { names: labels.map((label) => `“${label}”`).join(", ") }))}</p>
        </div>
      )}
      <Button
        {...button}
        onClick={(event) => {
          setAsked(first !== undefined);
          if (first === undefined) onClick?.();
          else {
            // Neither sent nor checked by the browser, whose words are in another language and name one field at a time.
            event.preventDefault();
            focus(event.currentTarget.closest("form, [role='dialog'], section, main") ?? document.body, first);
          }
        }}
      />
    </>
  );
}

/** The input under a label of these words; of a group by that name (a place to drop a file) the button that chooses. */
function focus(within: Element, label: string): void {
  const own = [...within.querySelectorAll("label")].find((each) => wordsOf(each) === label);
  const named = [...within.querySelectorAll("[aria-label]")].find((each) => each.getAttribute("aria-label") === label);
  const inside = named?.matches("input, textarea") ? named : named?.querySelector("input:not([type='file']), button");
  // The label of several choices has no input of its own: the first choice stands below it.
  const found = own?.control ?? own?.parentElement?.querySelector("input") ?? inside;
  if (found instanceof HTMLElement) found.focus();
}

/** A label's words without its star. */
function wordsOf(label: Element): string {
  const copy = label.cloneNode(true) as Element;
  for (const sign of copy.querySelectorAll("[aria-hidden]")) sign.remove();
  return (copy.textContent ?? "").trim();
}
