import { memo, useEffect, useMemo, useRef } from "react";
import type { Finding } from "../../../src/modules/documents/contract.ts";
import styles from "./check.module.css";

type Span = Finding["places"][number];
type Piece = { start: number; end: number; main: boolean };

type Props = {
  lines: readonly string[];
  /** Places of the question that is looked at; the one shown is `at`. */
  places: readonly Span[];
  at: number;
};

/** The text line by line, with the words of one question lit. */
export function LitText({ lines, places, at }: Props) {
  const pane = useRef<HTMLDivElement>(null);
  const pieces = useMemo(() => piecesOf(lines, places, at), [lines, places, at]);
  const place = places[at];
  useEffect(() => {
    if (place) pane.current?.querySelector(`[data-line="${place.line}"]`)?.scrollIntoView({ block: "center" });
  }, [place]);
  return (
    <div ref={pane} className={styles["lines"]}>
      {lines.map((words, index) => (
        // Lines of a text never move.
        <Line key={`${index + 1}`} number={index + 1} words={words} pieces={pieces.get(index + 1)} />
      ))}
    </div>
  );
}

function piecesOf(lines: readonly string[], places: readonly Span[], at: number): Map<number, Piece[]> {
  const pieces = new Map<number, Piece[]>();
  places.forEach((span, index) => {
    const last = Math.min(span.endLine ?? span.line, lines.length);
    for (let line = span.line; line <= last; line++) {
      const length = lines[line - 1]?.length ?? 0;
      const piece = {
        start: line === span.line ? span.start : 0,
        end: line === span.line ? Math.min(span.end, length) : length,
        main: index === at,
      };
      if (piece.start < piece.end) pieces.set(line, [...(pieces.get(line) ?? []), piece]);
    }
  });
  return pieces;
}

const Line = memo(function Line({ number, words, pieces }: { number: number; words: string; pieces: Piece[] | undefined }) {
  return (
    <p className={styles["textLine"]} data-line={number} data-blank={words.trim() === "" || undefined}>
      {pieces ? lit(words, pieces) : words}
    </p>
  );
});

function lit(words: string, pieces: readonly Piece[]) {
  const parts = [];
  let at = 0;
  for (const { start, end, main } of pieces.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    parts.push(
      words.slice(at, start),
      <mark key={start} data-main={main || undefined}>
        {words.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  return [...parts, words.slice(at)];
}
