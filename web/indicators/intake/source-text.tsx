import { memo, useEffect, useRef } from "react";
import type { IntakeProposal } from "../../../src/modules/indicators/contract.ts";
import { useText } from "../../shell/language.tsx";
import { say } from "./messages.ts";
import styles from "./intake.module.css";

/** A place of the text: a whole line, or one blank of it. */
export type Lit = { line: number; start?: number; end?: number } | null;

/** The text as it was read, blanks and headings marked; the place in question is brought into view. */
export function SourceText({ proposal, lit }: { proposal: IntakeProposal; lit: Lit }) {
  const t = useText();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (lit === null) return;
    const line = list.current?.children[lit.line - 1];
    if (line instanceof HTMLElement && list.current) list.current.scrollTop = line.offsetTop - list.current.clientHeight / 3;
  }, [lit]);
  const marks = Map.groupBy(
    proposal.sections.flatMap(({ rows }) => rows),
    ({ line }) => line,
  );
  const headings = new Set(proposal.sections.map(({ line }) => line));
  return (
    // A scrolling region is reached by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
    <ol ref={list} className={styles["text"]} aria-label={t(say("source"))} tabIndex={0}>
      {proposal.lines.map((line, index) => (
        <Line
          // oxlint-disable-next-line react/no-array-index-key -- lines of a text have no other name
          key={index}
          number={index + 1}
          text={line}
          heading={headings.has(index + 1)}
          marks={marks.get(index + 1) ?? none}
          lit={lit?.line === index + 1 ? lit : null}
        />
      ))}
    </ol>
  );
}

type Mark = { id: string; start: number; end: number };
const none: Mark[] = [];

const Line = memo(function Line({
  number,
  text,
  heading,
  marks,
  lit,
}: {
  number: number;
  text: string;
  heading: boolean;
  marks: Mark[];
  lit: Lit;
}) {
  const sorted = marks.toSorted((a, b) => a.start - b.start);
  const parts = sorted.flatMap(({ id, start, end }, at) => [
    text.slice(sorted[at - 1]?.end ?? 0, start),
    <mark key={id} data-on={lit?.start === start || undefined}>
      {text.slice(start, end)}
    </mark>,
  ]);
  const shown = [...parts, text.slice(sorted.at(-1)?.end ?? 0)];
  return (
    <li data-lit={lit ? true : undefined}>
      <span className={styles["no"]} aria-hidden="true">
        {number}
      </span>
      {heading ? <b>{shown}</b> : <span>{shown}</span>}
    </li>
  );
});
