import { memo, useEffect, useMemo, useRef, type RefObject } from "react";
import type { DocumentText } from "../../../src/modules/documents/contract.ts";
import { useText } from "../../shell/language.tsx";
import { segmentsOf, shownParts, type Mark, type Marks, type Segment } from "./marks.ts";
import { say } from "./messages.ts";
import { usePointing, type Pointer } from "./pointer.ts";
import styles from "./text-pane.module.css";

type Props = {
  text: DocumentText;
  marks: Marks;
  pointer: Pointer;
  /** A click on an item's words. */
  onPick(id: string): void;
  lines: RefObject<HTMLDivElement | null>;
};

/** The document line by line, numbered as the compiler counts; words of items are marked and lit with their card. */
export function TextPane({ text, marks, pointer, onPick, lines }: Props) {
  const t = useText();
  const headings = useMemo(() => new Map(text.outline.map((entry) => [entry.line, entry])), [text]);
  const tables = useMemo(
    () => new Set(text.tables.flatMap(({ line, lineCount }) => Array.from({ length: lineCount }, (_, at) => line + at))),
    [text],
  );
  const tableStarts = useMemo(() => new Set(text.tables.map(({ line }) => line)), [text]);
  const pick = useRef(onPick);
  useEffect(() => {
    pick.current = onPick;
  });

  // One listener for all words: they are not buttons, since a keyboard walks the cards (j, k), which are.
  useEffect(() => {
    const pane = lines.current;
    if (!pane) return undefined;
    const idAt = (event: Event) =>
      event.target instanceof Element ? (event.target.closest<HTMLElement>("[data-item]")?.dataset["item"] ?? null) : null;
    const over = (event: Event) => pointer.hover(idAt(event));
    const out = () => pointer.hover(null);
    const click = (event: Event) => {
      const id = idAt(event);
      if (id && document.getSelection()?.isCollapsed !== false) pick.current(id);
    };
    pane.addEventListener("mouseover", over);
    pane.addEventListener("mouseleave", out);
    pane.addEventListener("click", click);
    return () => {
      pane.removeEventListener("mouseover", over);
      pane.removeEventListener("mouseleave", out);
      pane.removeEventListener("click", click);
    };
  }, [lines, pointer]);

  return (
    <div ref={lines} className={styles["lines"]}>
      {text.lines.map((line, index) => {
        const number = index + 1;
        const heading = headings.get(number);
        return (
          <Line
            // Lines of a text never move.
            key={number}
            number={number}
            line={line}
            marks={marks.get(number)}
            level={heading?.kind === "heading" ? heading.level : 0}
            table={tables.has(number) ? (tableStarts.has(number) ? t(say("table")) : "") : null}
            pointer={pointer}
          />
        );
      })}
      {text.footnotes.map(({ line, text: words }) => (
        <p key={`${line}${words}`} className={styles["footnote"]}>
          <span>{t(say("footnote", { line }))}: </span>
          {words}
        </p>
      ))}
    </div>
  );
}

type LineProps = {
  number: number;
  line: string;
  marks: Mark[] | undefined;
  /** Of a heading; 0 for anything else. */
  level: number;
  /** null outside tables; the label on a table's first line. */
  table: string | null;
  pointer: Pointer;
};

const Line = memo(function Line({ number, line, marks, level, table, pointer }: LineProps) {
  const ids = useMemo(() => new Set(marks?.flatMap((mark) => mark.ids)), [marks]);
  const selected = usePointing(pointer, (now) => (now.selected !== null && ids.has(now.selected) ? now.selected : null));
  const hovered = usePointing(pointer, (now) => (now.hovered !== null && ids.has(now.hovered) ? now.hovered : null));
  const heading = level > 0 ? { role: "heading", "aria-level": Math.min(level + 1, 6) } : {};
  return (
    <p
      data-line={number}
      data-blank={line.trim() === "" || undefined}
      data-level={level || undefined}
      data-table={table ?? undefined}
      className={styles["line"]}
      {...heading}
    >
      {segmentsOf(line, marks).map((segment) =>
        segment.ids.length === 0 ? (
          <Words key={segment.start} segment={segment} />
        ) : (
          <mark
            key={segment.start}
            data-item={selected !== null && segment.ids.includes(selected) ? nextAfter(segment.ids, selected) : segment.ids[0]}
            data-lit={litBy(segment.ids, selected, hovered)}
            data-decided={segment.decided || undefined}
          >
            <Words segment={segment} />
          </mark>
        ),
      )}
    </p>
  );
});

/** Pieces carry their offset in the line, so that a selection can be found again; signs of Markdown are kept but not shown. */
function Words({ segment }: { segment: Segment }) {
  return shownParts(segment).map(({ at, text, shown }) => (
    <span key={at} data-start={at} hidden={!shown}>
      {text}
    </span>
  ));
}

function litBy(ids: readonly string[], selected: string | null, hovered: string | null): "selected" | "hovered" | undefined {
  if (selected !== null && ids.includes(selected)) return "selected";
  return hovered !== null && ids.includes(hovered) ? "hovered" : undefined;
}

/** Words that several items share: each click goes on to the next of them. */
const nextAfter = (ids: readonly string[], id: string): string | undefined => ids[(ids.indexOf(id) + 1) % ids.length];
