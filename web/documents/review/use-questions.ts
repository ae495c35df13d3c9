import { useLocalStorage } from "@mantine/hooks";
import { useMemo, useState } from "react";
import type { CorrectionOffer, DocumentText, Item, Unresolved } from "../../../src/modules/documents/contract.ts";
import { questionsOf, type Question } from "./questions.ts";

/** An answer that was given and how to take it back. */
type Given = { words: string; undo(): Promise<unknown> | void };

export type Asking = ReturnType<typeof useQuestions>;

/** What somebody wants left as printed, on this machine: the document's words do not change by it. */
export function useKept(documentId: string) {
  const [list, setList] = useLocalStorage<string[]>({ key: `review-kept:${documentId}`, defaultValue: [], getInitialValueInEffect: false });
  const kept = useMemo(() => new Set(list), [list]);
  return {
    kept,
    keep: (keys: readonly string[]) => setList((before) => [...new Set([...before, ...keys])]),
    release: (keys: readonly string[]) => setList((before) => before.filter((key) => !keys.includes(key))),
  };
}

/**
 * Which question is asked now. It stays until it is answered or put off, whatever arrives meanwhile; then comes the most valuable of
 * those that are left, and last those that were put off.
 */
export function useQuestions(given: {
  items: readonly Item[];
  unresolved: Unresolved | undefined;
  offers: readonly CorrectionOffer[];
  outline: DocumentText["outline"];
  kept: ReadonlySet<string>;
  /** Until everything is there that decides what is asked first, nothing is. */
  ready: boolean;
}) {
  const { items, unresolved, offers, outline, kept, ready } = given;
  const [divided, setDivided] = useState<ReadonlySet<string>>(new Set());
  const [later, setLater] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState<string | null>(null);
  const [answers, setAnswers] = useState<readonly Given[]>([]);
  const questions = useMemo(
    () => (ready ? questionsOf({ items, unresolved, offers, outline, kept, divided }) : []),
    [items, unresolved, offers, outline, kept, divided, ready],
  );
  const waiting = questions.filter(({ key }) => !later.includes(key));
  const putOff = later.flatMap((key) => questions.find((each) => each.key === key) ?? []);
  const now: Question | null = questions.find(({ key }) => key === asked) ?? waiting[0] ?? putOff[0] ?? null;
  if ((now?.key ?? null) !== asked) setAsked(now?.key ?? null);

  return {
    now,
    left: questions.length,
    last: answers.at(-1) ?? null,
    putOff: (key: string) => {
      setLater((before) => [...before.filter((each) => each !== key), key]);
      setAsked(waiting.find((each) => each.key !== key)?.key ?? putOff.find((each) => each.key !== key)?.key ?? null);
    },
    divide: (keys: readonly string[]) => {
      setDivided((before) => new Set([...before, ...keys]));
      setAsked(null);
    },
    given: (answer: Given) => setAnswers((before) => [...before, answer]),
    undo: async (): Promise<boolean> => {
      const last = answers.at(-1);
      if (!last) return false;
      setAnswers((before) => before.slice(0, -1));
      setAsked(null);
      await last.undo();
      return true;
    },
  };
}
