import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { stepOf, type Step } from "./grid.ts";
import { readBlock } from "./paste.ts";
import styles from "./entry.module.css";

type Props = {
  /** As it is shown when nobody types: "1.234,5", "hơn 100". */
  shown: string;
  label: string;
  describedBy?: string | undefined;
  invalid: boolean;
  locked: boolean;
  /** A little word under the input: "đạt", "trên tổng". */
  placeholder?: string | undefined;
  register(input: HTMLInputElement | null): void;
  onCommit(typed: string): void;
  /** Answers whether there was somewhere to go. */
  onStep(step: Step): boolean;
  onBlock(block: string[][]): void;
  onUndo(): void;
  /** Words that a phone's number keys cannot type, offered under the cell while it has the focus. */
  helpers?: readonly { word: string; before: boolean }[];
};

/**
 * One cell, as a spreadsheet has it: coming to it selects it, typing replaces, F2 or a second click goes into the text,
 * Esc brings back what stood there, Enter and the arrows take what was typed and go on.
 */
export function CellInput(props: Props) {
  const { shown, label, describedBy, invalid, locked, placeholder, register, onCommit, onStep, onBlock, onUndo, helpers = [] } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [focused, setFocused] = useState(false);
  const editing = useRef(false);
  const justFocused = useRef(false);

  const commit = () => {
    editing.current = false;
    if (typed === null) return;
    setTyped(null);
    if (typed !== shown) onCommit(typed);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // The Vietnamese keyboard is composing a letter: the key is its own.
    if (event.nativeEvent.isComposing) return;
    const input = event.currentTarget;
    if (event.key === "F2") {
      event.preventDefault();
      editing.current = true;
      input.setSelectionRange(input.value.length, input.value.length);
      return;
    }
    if (event.key === "Escape" && (typed !== null || editing.current)) {
      event.preventDefault();
      event.stopPropagation();
      editing.current = false;
      // The old text is back and selected before the next key, however fast it comes.
      flushSync(() => setTyped(null));
      input.select();
      return;
    }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && typed === null) {
      event.preventDefault();
      onUndo();
      return;
    }
    const step = stepOf(event, editing.current);
    if (!step) return;
    commit();
    if (onStep(step) || event.key === "Enter") event.preventDefault();
  };

  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const block = readBlock(event.clipboardData.getData("text/plain"));
    if (!block) return;
    event.preventDefault();
    setTyped(null);
    onBlock(block);
  };

  return (
    <span className={styles["cellBox"]}>
      <input
        ref={register}
        inputMode="decimal"
        className={styles["cell"]}
        type="text"
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="next"
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        readOnly={locked}
        placeholder={placeholder}
        value={typed ?? shown}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onFocus={(event) => {
          justFocused.current = true;
          event.currentTarget.select();
          setFocused(true);
        }}
        onMouseUp={(event) => {
          // The click that came to the cell must not unselect it; the second one goes into the text.
          if (justFocused.current) event.preventDefault();
          else editing.current = true;
          justFocused.current = false;
        }}
        onBlur={() => {
          justFocused.current = false;
          commit();
          setFocused(false);
        }}
        onKeyDown={(event) => {
          justFocused.current = false;
          onKeyDown(event);
        }}
        onPaste={onPaste}
      />
      {focused && !locked && helpers.length > 0 && (
        <span className={styles["helpers"]}>
          {helpers.map(({ word, before }) => (
            <button
              key={word}
              type="button"
              tabIndex={-1}
              // The cell keeps the focus, and with it the phone's keys.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => setTyped((now) => withWord(now ?? shown, word, before))}
            >
              {word}
            </button>
          ))}
        </span>
      )}
    </span>
  );
}

/** "120" and "triệu" → "120 triệu"; a second press takes the word away again. */
function withWord(text: string, word: string, before: boolean): string {
  const without = text.replace(word, "").trim();
  if (without !== text.trim()) return without;
  const plain = before ? text.replace(/^\D+/, "") : text.replace(/[^\d.,]+$/, "");
  return before ? `${word} ${plain}` : `${plain} ${word}`;
}
