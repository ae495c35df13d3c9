import { useLocalStorage } from "@mantine/hooks";
import { useMemo, useState } from "react";
import type { CorrectionOffer, DocumentText, Item, Unresolved } from "../../../src/modules/documents/contract.ts";
import { dividing, questionsOf, type Question } from "./questions/index.ts";

/** An answer that was given and how to take it back. */
type Given = { words: string; undo(): Promise<unknown> | void };
/** With the question that comes back when it is taken back, and what was asked alone because of it. */
type Answered = Given & { key: string | null; apart: readonly string[] };

const nothing: ReadonlySet<string> = new Set();

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
  const [answers, setAnswers] = useState<readonly Answered[]>([]);
  const [taken, setTaken] = useState<{ key: string | null; ids: ReadonlySet<string> }>({ key: null, ids: nothing });
  const questions = useMemo(
    () => (ready ? questionsOf({ items, unresolved, offers, outline, kept, divided }) : []),
    [items, unresolved, offers, outline, kept, divided, ready],
  );
  const waiting = questions.filter(({ key }) => !later.includes(key));
  const putOff = later.flatMap((key) => questions.find((each) => each.key === key) ?? []);
  const now: Question | null = questions.find(({ key }) => key === asked) ?? waiting[0] ?? putOff[0] ?? null;
  if ((now?.key ?? null) !== asked) setAsked(now?.key ?? null);

  // Only what the question still has; an item that was decided meanwhile is nobody's any more.
  const out = now !== null && taken.key === now.key ? new Set(now.items.map(({ id }) => id).filter((id) => taken.ids.has(id))) : nothing;
  const divide = (keys: readonly string[]) => setDivided((before) => new Set([...before, ...keys]));

  return {
    now,
    /** Items of the question that somebody took out of it: the answer is not for them, they are asked about alone. */
    out,
    left: questions.length,
    last: answers.at(-1) ?? null,
    putOff: (key: string) => {
      setLater((before) => [...before.filter((each) => each !== key), key]);
      setAsked(waiting.find((each) => each.key !== key)?.key ?? putOff.find((each) => each.key !== key)?.key ?? null);
    },
    divide: (keys: readonly string[]) => {
      divide(keys);
      setAsked(null);
    },
    /** Out of the question or back into it; when the last one goes out, all are asked one by one. */
    takeOut: (id: string) => {
      if (now === null || now.items.length < 2) return;
      const next = new Set(out.has(id) ? [...out].filter((each) => each !== id) : [...out, id]);
      if (next.size < now.items.length) return setTaken({ key: now.key, ids: next });
      divide(dividing(now));
      return setAsked(null);
    },
    /** The question was answered for what was not taken out of it. */
    given: (answer: Given) => {
      const apart =
        now === null || out.size === 0
          ? []
          : dividing(
              now,
              now.items.filter(({ id }) => out.has(id)),
            );
      divide(apart);
      setAnswers((before) => [...before, { ...answer, key: now?.key ?? null, apart }]);
    },
    /** One item of the question was decided; the question stands. */
    decidedOne: (answer: Given) => setAnswers((before) => [...before, { ...answer, key: now?.key ?? null, apart: [] }]),
    undo: async (): Promise<boolean> => {
      const last = answers.at(-1);
      if (!last) return false;
      setAnswers((before) => before.slice(0, -1));
      setDivided((before) => new Set([...before].filter((key) => !last.apart.includes(key))));
      await last.undo();
      setAsked(last.key);
      return true;
    },
  };
}
