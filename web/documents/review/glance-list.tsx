import { useMemo, type ReactNode } from "react";
import type { DocumentText, Item } from "../../../src/modules/documents/contract.ts";
import { useText } from "../../shell/language.tsx";
import { ask } from "./ask-messages.ts";
import { GlanceRow, TakeOut } from "./glance-row.tsx";
import styles from "./glance.module.css";
import { glanceOf, type Line } from "./glance.ts";
import { ItemCard, type CardActs } from "./item-card.tsx";
import { useCardHover } from "./item-list.tsx";
import type { Doubts } from "./order.ts";
import { usePointing, type Pointer } from "./pointer.ts";
import review from "./review.module.css";
import { headingsOver } from "./questions/headings.ts";

type Props = {
  items: readonly Item[];
  outline: DocumentText["outline"];
  doubts: Doubts;
  pointer: Pointer;
  acts: CardActs;
  /** Read with certainty, or read before: two lines of each are enough. */
  short: boolean;
  /** Taken out of the question. */
  out: ReadonlySet<string>;
  onTakeOut(id: string): void;
  editing: string | null;
  editor: ReactNode;
};

/** The items of one question under each other, as short as they can be read; the selected one is open. */
export function GlanceList({ items, outline, doubts, pointer, acts, short, out, onTakeOut, editing, editor }: Props) {
  const t = useText();
  const { common, lines } = useMemo(() => glanceOf(items, t), [items, t]);
  const heads = useMemo(() => headsOf(items, outline), [items, outline]);
  const showKind = new Set(items.map(({ kind }) => kind)).size > 1;
  const list = useCardHover(pointer);
  return (
    <div ref={list} className={styles["group"]}>
      {common.length > 0 && (
        <p className={styles["common"]}>
          {t(ask("common"))} {common.map(({ label, value }) => `${label}: ${value || t(ask("nothingRead"))}`).join("; ")}.
        </p>
      )}
      <ul className={styles["list"]}>
        {items.map((item) => (
          <Piece
            key={item.id}
            head={heads.get(item.id)}
            item={item}
            line={lines.get(item.id)}
            editor={editing === item.id ? editor : null}
            {...{ showKind, short, doubts, pointer, acts, onTakeOut }}
            out={out.has(item.id)}
          />
        ))}
      </ul>
    </div>
  );
}

type PieceProps = Pick<Props, "short" | "doubts" | "pointer" | "acts" | "onTakeOut" | "editor"> & {
  item: Item;
  line: Line | undefined;
  head: string | undefined;
  showKind: boolean;
  out: boolean;
};

function Piece({ item, line, head, showKind, short, out, doubts, pointer, acts, onTakeOut, editor }: PieceProps) {
  const selected = usePointing(pointer, (now) => now.selected === item.id);
  return (
    <>
      {head && (
        <li className={styles["sectionHead"]} title={head}>
          {head}
        </li>
      )}
      {editor ? (
        <li className={review["editing"]} data-card={item.id}>
          {editor}
        </li>
      ) : selected || !line ? (
        <ItemCard
          item={item}
          doubts={doubts.get(item.id)}
          editable
          pointer={pointer}
          acts={acts}
          out={out}
          extra={<TakeOut out={out} words={line?.words.map(({ text }) => text).join("") ?? ""} onClick={() => onTakeOut(item.id)} />}
        />
      ) : (
        <GlanceRow {...{ item, line, showKind, out, short, pointer, onTakeOut }} onSelect={acts.select} />
      )}
    </>
  );
}

/** First item under each heading → the heading. */
function headsOf(items: readonly Item[], outline: DocumentText["outline"]): Map<string, string> {
  const over = headingsOver(outline);
  const heads = new Map<string, string>();
  let before: number | null = null;
  for (const item of items) {
    const heading = item.kind === "header" ? undefined : over(item.line).at(-1);
    if (!heading || heading.line === before) continue;
    before = heading.line;
    heads.set(item.id, heading.title);
  }
  return heads;
}
