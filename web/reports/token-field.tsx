import { useEffect, useImperativeHandle, useId, useRef, type ClipboardEvent, type KeyboardEvent, type Ref } from "react";
import { dot } from "../../src/kernel/facts.ts";
import { useText } from "../shell/language.tsx";
import { say } from "./messages.ts";
import styles from "./reports.module.css";
import { piecesOf, readToken, sentenceOf, type TemplatePiece } from "./tokens.ts";

export type TokenFieldHandle = { insert(token: string): void };

type Props = {
  label: string;
  /** The template; read once, afterwards the field itself is what counts. */
  initial: string;
  onChange(template: string): void;
  /** What a figure is called: "Số cuộc giám sát". */
  nameOf(ref: string): string;
  ref?: Ref<TokenFieldHandle>;
};

/**
 * A sentence whose figures are single pieces: they can be deleted and moved past, but not broken. React builds the box and
 * then leaves its inside to the browser's own editing, so that the caret, dictation and undo behave as everywhere.
 */
export function TokenField({ label, initial, onChange, nameOf, ref }: Props) {
  const t = useText();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const caret = useRef<Range | null>(null);
  const first = useRef({ initial, chip: (token: string) => chipOf(token, nameOf, t) });

  useEffect(() => {
    const here = box.current;
    if (!here) return;
    const { initial: sentence, chip } = first.current;
    here.replaceChildren(
      ...piecesOf(sentence).map((piece) => ("token" in piece ? chip(piece.token) : document.createTextNode(piece.text))),
    );
  }, []);

  const read = () => box.current && onChange(sentenceOf(readBox(box.current)));

  const put = (node: Node) => {
    const here = box.current;
    if (!here) return;
    const range = caret.current && here.contains(caret.current.startContainer) ? caret.current : endOf(here);
    range.deleteContents();
    range.insertNode(node);
    range.setStartAfter(node);
    range.collapse(true);
    here.focus();
    const selection = window.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    caret.current = range;
    read();
  };

  useImperativeHandle(ref, () => ({ insert: (token) => put(chipOf(token, nameOf, t)) }));

  const remember = () => {
    const selection = window.getSelection();
    if (selection && selection.rangeCount > 0 && box.current?.contains(selection.anchorNode)) caret.current = selection.getRangeAt(0);
  };
  const paste = (event: ClipboardEvent) => {
    event.preventDefault();
    remember();
    put(document.createTextNode(event.clipboardData.getData("text/plain").replace(/\s+/g, " ")));
  };
  // A standing sentence is one paragraph.
  const key = (event: KeyboardEvent) => event.key === "Enter" && event.preventDefault();

  return (
    <div>
      <div id={id} className={styles["fieldLabel"]}>
        {label}
      </div>
      <div
        ref={box}
        role="textbox"
        tabIndex={0}
        aria-labelledby={id}
        aria-multiline="false"
        contentEditable
        suppressContentEditableWarning
        className={styles["tokenField"]}
        onInput={read}
        onPaste={paste}
        onKeyDown={key}
        onKeyUp={remember}
        onMouseUp={remember}
        onBlur={remember}
      />
    </div>
  );
}

function chipOf(token: string, nameOf: (ref: string) => string, t: ReturnType<typeof useText>): HTMLElement {
  const { ref, part } = readToken(token);
  const span = document.createElement("span");
  span.className = styles["token"] ?? "";
  span.contentEditable = "false";
  span.dataset["token"] = token;
  span.textContent = part === "value" ? nameOf(ref) : `${nameOf(ref)}${dot}${t(say(`part.${part}`))}`;
  return span;
}

function endOf(here: HTMLElement): Range {
  const range = document.createRange();
  range.selectNodeContents(here);
  range.collapse(false);
  return range;
}

function readBox(node: Node): TemplatePiece[] {
  return [...node.childNodes].flatMap((child): TemplatePiece[] => {
    if (child instanceof HTMLElement && child.dataset["token"] !== undefined) return [{ token: child.dataset["token"] }];
    if (child instanceof HTMLBRElement) return [];
    if (child.nodeType === Node.TEXT_NODE) return [{ text: (child.textContent ?? "").replaceAll("\u00a0", " ") }];
    return readBox(child);
  });
}
