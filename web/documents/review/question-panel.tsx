import { Button, Group } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState, type ReactNode } from "react";
import type { Item, Unresolved } from "../../../src/modules/documents/contract.ts";
import { api } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { Icon } from "../../ui/icon.tsx";
import { ask } from "./ask-messages.ts";
import { showUnseen } from "./moving.ts";
import { optionsOf, type Answer, type Option } from "./question-options.ts";
import { wordsOf } from "./question-words.ts";
import type { Question } from "./questions/index.ts";
import styles from "./question-panel.module.css";
import { WriteAnswer } from "./write-answer.tsx";

type Props = {
  /** Without what was taken out of it. */
  question: Question;
  /** How many items it had. */
  whole: number;
  left: number;
  items: readonly Item[];
  unresolved: Unresolved | undefined;
  /** What the last answer was about; null when there is none to take back. */
  last: string | null;
  /** Silent while a form is open below. */
  active: boolean;
  onAnswer(question: Question, answer: Answer): void;
  onLater(): void;
  onUndo(): void;
};

/** Their titles say how many items they are about. */
const counted: ReadonlySet<Question["kind"]> = new Set(["lead", "names", "sameDate", "missing", "read", "glance"]);

/** One question, its answers by number, and how many are left. The next one comes to the same place with the focus on it. */
export function QuestionPanel({ question, whole, left, items, unresolved, last, active, onAnswer, onLater, onUndo }: Props) {
  const t = useText();
  const [writing, setWriting] = useState<string | null>(null);
  const units = useUnitsNamed(question);
  const options = optionsOf(question, { items, unresolved, units });
  const { title, note } = wordsOf(question, unresolved, t);
  const [seen, setSeen] = useState<{ key: string; count: number; all: boolean } | null>(null);
  const isPartlySeen = seen?.key === question.key && !seen.all;
  const choose = ({ answer }: Option) => {
    if (answer.act === "write") return setWriting(question.key);
    if (whole > 1 && (answer.act === "settle" || answer.act === "keep")) {
      const count = showUnseen(seen?.key === question.key ? seen.count : 0);
      // What was brought into view counts the next time, however tall it is.
      setSeen({ key: question.key, count: count + 1, all: count >= whole });
      if (count < whole) return undefined;
    }
    return onAnswer(question, answer);
  };
  const isWriting = writing === question.key;
  return (
    <Panel
      focusKey={question.key}
      title={title}
      note={note}
      left={left}
      last={last}
      onUndo={onUndo}
      onLater={onLater}
      active={active && !isWriting}
      stays={whole > 1}
    >
      {question.items.length > 1 && !counted.has(question.kind) && (
        <p className={styles["concerns"]}>{t(ask("concerns", { count: question.items.length }))}</p>
      )}
      <Options
        inRow={whole > 1}
        options={options.map(({ text, note: detail }) => ({ text: typeof text === "string" ? text : t(text), note: detail }))}
        active={active && !isWriting}
        onChoose={(index) => options[index] && choose(options[index])}
      />
      {isPartlySeen && (
        <p role="status" className={styles["more"]}>
          {t(ask("moreShown"))}
        </p>
      )}
      {whole > 1 && !isPartlySeen && <RowKeys />}
      {isWriting && (
        <WriteAnswer
          question={question}
          onAnswer={(answer) => {
            setWriting(null);
            onAnswer(question, answer);
          }}
          onClose={() => setWriting(null)}
        />
      )}
    </Panel>
  );
}

/** Which keys work on a single one of the items below. */
function RowKeys() {
  const t = useText();
  const keys = [
    ["j k", ask("rowMove")],
    ["x", ask("rowOut")],
    ["d", ask("rowDrop")],
    ["e", ask("rowEdit")],
  ] as const;
  return (
    <p className={styles["rowKeys"]}>
      {t(ask("rowKeys"))}
      {keys.map(([key, words]) => (
        <span key={key}>
          {key.split(" ").map((one) => (
            <kbd key={one} className={styles["key"]}>
              {one}
            </kbd>
          ))}{" "}
          {t(words)}
        </span>
      ))}
    </p>
  );
}

/** The frame of a question, used for the last step as well. */
export function Panel(props: {
  focusKey: string;
  title: string;
  note: string | null;
  left: number;
  last: string | null;
  active: boolean;
  onUndo(): void;
  onLater?: () => void;
  /** Stays in view while the items below are gone through. */
  stays?: boolean;
  children: ReactNode;
}) {
  const { stays = false, focusKey, title, note, left, last, active, onUndo, onLater, children } = props;
  const t = useText();
  const panel = useRef<HTMLElement>(null);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    // The first question does not take the focus from where the page put it; those after an answer do.
    if (shown.current !== null && shown.current !== focusKey)
      panel.current?.querySelector<HTMLElement>("ol button")?.focus({ preventScroll: true });
    shown.current = focusKey;
  }, [focusKey]);
  const when = (act: () => void) => (event: KeyboardEvent) => {
    if (active && !event.ctrlKey && !event.metaKey && !event.altKey && !document.querySelector('[aria-modal="true"]')) act();
  };
  useHotkeys([
    ["z", when(() => last !== null && onUndo())],
    ["0", when(() => onLater?.())],
  ]);
  return (
    <section ref={panel} className={styles["panel"]} data-stays={stays || undefined} aria-labelledby="asked">
      <div className={styles["bar"]}>
        <strong role="status">{t(left === 0 ? ask("restTitle") : ask("left", { count: left }))}</strong>
        <Group gap="xs">
          {last !== null && (
            <Button
              size="compact-sm"
              variant="default"
              title={t(ask("undoWhat", { words: last }))}
              leftSection={<Icon name="undo" size={15} />}
              onClick={onUndo}
            >
              {t(ask("undo"))} <kbd className={styles["key"]}>z</kbd>
            </Button>
          )}
          {onLater && left > 1 && (
            <Button size="compact-sm" variant="default" onClick={onLater}>
              {t(ask("later"))} <kbd className={styles["key"]}>0</kbd>
            </Button>
          )}
        </Group>
      </div>
      <h2 id="asked" className={styles["title"]}>
        {title}
      </h2>
      {note && <p className={styles["note"]}>{note}</p>}
      {children}
    </section>
  );
}

/** Numbered buttons; their numbers are keys. In a row they leave room for the items below. */
export function Options(props: {
  inRow?: boolean;
  options: { text: string; note?: string | undefined }[];
  active: boolean;
  onChoose(index: number): void;
}) {
  const { inRow = false, options, active, onChoose } = props;
  useHotkeys(
    options.slice(0, 9).map((_, index) => [
      String(index + 1),
      (event) => {
        if (active && !event.ctrlKey && !event.metaKey && !event.altKey && !document.querySelector('[aria-modal="true"]')) onChoose(index);
      },
    ]),
  );
  return (
    <ol className={styles["options"]} data-row={inRow || undefined}>
      {options.map(({ text, note }, index) => (
        <li key={text}>
          <button type="button" onClick={() => onChoose(index)}>
            <kbd>{index + 1}</kbd>
            <span>
              {text}
              {note && <small> – {note}</small>}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Units of the directory that the words may mean: for the issuer, and for a body that was not understood. */
function useUnitsNamed({ kind, words }: Question) {
  const asked = (kind === "issuer" || kind === "who") && words.trim().length >= 2 ? words.trim().slice(0, 200) : null;
  const found = useQuery({
    queryKey: ["unit-names", asked],
    queryFn: () => api.units.search({ text: asked ?? "", limit: 4 }),
    enabled: asked !== null,
    staleTime: 60_000,
  });
  return asked === null ? [] : (found.data ?? []);
}
