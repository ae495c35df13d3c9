import { Button, TextInput } from "@mantine/core";
import { useId, useRef, useState } from "react";
import type { Text } from "../../src/kernel/language.ts";
import { fold } from "../../src/kernel/text.ts";
import { useText } from "../shell/language.tsx";
import { usePersonKey } from "../shell/session.tsx";
import { Icon } from "../ui/icon.tsx";
import styles from "./activities.module.css";
import { say } from "./messages.ts";

/** What is needed of a kind to choose it. */
export type KindChoice = { code: string; name: Text; group: Text };

type Props = {
  kinds: readonly KindChoice[];
  /** Code of the kind chosen. */
  value: string | null;
  onChange(code: string): void;
  error?: string | undefined;
};

/** The kind of an activity by large buttons: those this person uses first, the rest by group or by typing a part of the name. */
export function KindPicker({ kinds, value, onChange, error }: Props) {
  const t = useText();
  const id = useId();
  const person = usePersonKey();
  const [text, setText] = useState("");
  const [all, setAll] = useState(false);
  const [choosing, setChoosing] = useState(value === null);
  const again = useRef<HTMLButtonElement>(null);
  const chosen = kinds.find(({ code }) => code === value);

  const choose = (code: string) => {
    onChange(code);
    setChoosing(false);
    setText("");
    setAll(false);
    // The buttons go away with the choice: the cursor must not fall back to the top of the page.
    window.setTimeout(() => again.current?.focus({ preventScroll: true }), 0);
  };

  if (chosen && !choosing) {
    return (
      <div role="group" aria-labelledby={id} className={styles["kinds"]}>
        <span id={id} className={styles["fieldLabel"]}>
          {t(say("kind"))}
        </span>
        <div className={styles["kindChosen"]}>
          <span>{t(chosen.name)}</span>
          <Button ref={again} variant="default" onClick={() => setChoosing(true)}>
            {t(say("kindChange"))}
          </Button>
        </div>
      </div>
    );
  }
  const wanted = fold(text);
  const found = wanted === "" ? [] : kinds.filter((kind) => fold(`${kind.name.vi} ${kind.name.en}`).includes(wanted));
  const usual = usualKinds(person, kinds);
  return (
    <div role="group" aria-labelledby={id} className={styles["kinds"]}>
      <span id={id} className={styles["fieldLabel"]}>
        {t(say("kind"))}
      </span>
      {wanted === "" && !all && (
        <section aria-label={t(say("kindRecent"))}>
          <Choices kinds={usual} value={value} onChoose={choose} />
        </section>
      )}
      <TextInput
        type="search"
        aria-label={t(say("kindFind"))}
        placeholder={`${t(say("kindFind"))}…`}
        leftSection={<Icon name="search" size={18} />}
        size="md"
        value={text}
        error={error}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          if (found[0]) choose(found[0].code);
        }}
      />
      {wanted !== "" && found.length > 0 && <Choices kinds={found} value={value} onChoose={choose} />}
      {wanted !== "" && found.length === 0 && <p className={styles["fieldHint"]}>{t(say("kindNone", { text }))}</p>}
      {wanted === "" && all && <ByGroup kinds={kinds} value={value} onChoose={choose} />}
      {wanted === "" && !all && (
        <div>
          <Button variant="default" onClick={() => setAll(true)}>
            {t(say("kindAll", { count: kinds.length }))}
          </Button>
        </div>
      )}
    </div>
  );
}

type ChoicesProps = { kinds: readonly KindChoice[]; value: string | null; onChoose(code: string): void };

function Choices({ kinds, value, onChoose }: ChoicesProps) {
  const t = useText();
  return (
    <ul className={styles["kindChoices"]}>
      {kinds.map(({ code, name }) => (
        <li key={code}>
          <button type="button" className={styles["kindButton"]} aria-pressed={code === value} onClick={() => onChoose(code)}>
            {t(name)}
          </button>
        </li>
      ))}
    </ul>
  );
}

function ByGroup({ kinds, ...choices }: ChoicesProps) {
  const t = useText();
  const groups = Map.groupBy(kinds, ({ group }) => group.vi);
  return [...groups].map(([name, members]) => (
    <section key={name}>
      <h3 className={styles["groupName"]}>{members[0] && t(members[0].group)}</h3>
      <Choices kinds={members} {...choices} />
    </section>
  ));
}

/** How many of the kinds stand first. */
const shown = 6;
/** What most residential areas do most, for somebody who has not recorded anything yet. */
const common = ["meeting-people", "campaign-work", "visit", "gift-giving", "propaganda", "mediation"];

const place = (person: string) => `kheo.kinds.${person}`;

function recentCodes(person: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place(person)) ?? "[]");
    return Array.isArray(kept) ? kept.filter((code) => typeof code === "string") : [];
  } catch {
    return [];
  }
}

function usualKinds(person: string, kinds: readonly KindChoice[]): KindChoice[] {
  const codes = [...new Set([...recentCodes(person), ...common])];
  return codes.flatMap((code) => kinds.filter((kind) => kind.code === code)).slice(0, shown);
}

/** Remembers in this browser what a person records, the last first. */
export function rememberKind(person: string, code: string): void {
  try {
    localStorage.setItem(place(person), JSON.stringify([code, ...recentCodes(person).filter((each) => each !== code)].slice(0, shown)));
  } catch {
    // Without storage the common ones stand first.
  }
}
