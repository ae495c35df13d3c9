import { Button, Group } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState, type ReactNode } from "react";
import type { Item, Unresolved } from "../../../src/modules/documents/contract.ts";
import { api } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { Icon } from "../../ui/icon.tsx";
import { ask } from "./ask-messages.ts";
import { optionsOf, type Answer, type Option } from "./question-options.ts";
import { wordsOf } from "./question-words.ts";
import type { Question } from "./questions.ts";
import styles from "./question-panel.module.css";
import { WriteAnswer } from "./write-answer.tsx";

type Props = {
  question: Question;
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

/** One question, its answers by number, and how many are left. The next one comes to the same place with the focus on it. */
export function QuestionPanel({ question, left, items, unresolved, last, active, onAnswer, onLater, onUndo }: Props) {
  const t = useText();
  const [writing, setWriting] = useState<string | null>(null);
  const units = useUnitsNamed(question);
  const options = optionsOf(question, { items, unresolved, units });
  const { title, note } = wordsOf(question, unresolved, t);
  const choose = ({ answer }: Option) => (answer.act === "write" ? setWriting(question.key) : onAnswer(question, answer));
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
    >
      {question.items.length > 0 && <p className={styles["concerns"]}>{t(ask("concerns", { count: question.items.length }))}</p>}
      <Options
        options={options.map(({ text, note: detail }) => ({ text: typeof text === "string" ? text : t(text), note: detail }))}
        active={active && !isWriting}
        onChoose={(index) => options[index] && choose(options[index])}
      />
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
  children: ReactNode;
}) {
  const { focusKey, title, note, left, last, active, onUndo, onLater, children } = props;
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
    <section ref={panel} className={styles["panel"]} aria-labelledby="asked">
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

/** Numbered buttons; their numbers are keys. */
export function Options(props: { options: { text: string; note?: string | undefined }[]; active: boolean; onChoose(index: number): void }) {
  const { options, active, onChoose } = props;
  useHotkeys(
    options.slice(0, 9).map((_, index) => [
      String(index + 1),
      (event) => {
        if (active && !event.ctrlKey && !event.metaKey && !event.altKey && !document.querySelector('[aria-modal="true"]')) onChoose(index);
      },
    ]),
  );
  return (
    <ol className={styles["options"]}>
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
