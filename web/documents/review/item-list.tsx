import { Fragment, useEffect, useMemo, useRef, type RefObject } from "react";
import type { DocumentText, Item } from "../../../src/modules/documents/contract.ts";
import type { ReactNode } from "react";
import { ItemCard, type CardActs } from "./item-card.tsx";
import type { Doubts, Order } from "./order.ts";
import type { Pointer } from "./pointer.ts";
import styles from "./review.module.css";

type Props = {
  items: readonly Item[];
  order: Order;
  outline: DocumentText["outline"];
  doubts: Doubts;
  editable: boolean;
  pointer: Pointer;
  acts: CardActs;
  /** Id of the item whose editor stands in place of its card. */
  editing: string | null;
  editor: ReactNode;
  empty: ReactNode;
};

/** The cards; in the order of the text, under the headings of the document. */
export function ItemList({ items, order, outline, doubts, editable, pointer, acts, editing, editor, empty }: Props) {
  const sections = useMemo(() => sectionsOf(items, order, outline), [items, order, outline]);
  const list = useCardHover(pointer);

  return (
    <div ref={list}>
      {items.length === 0 ? (
        empty
      ) : (
        <ul className={styles["list"]}>
          {items.map((item) => (
            <Fragment key={item.id}>
              {sections.has(item.id) && <li className={styles["sectionHead"]}>{sections.get(item.id)}</li>}
              {editing === item.id ? (
                <li className={styles["editing"]} data-card={item.id}>
                  {editor}
                </li>
              ) : (
                <ItemCard item={item} doubts={doubts.get(item.id)} editable={editable} pointer={pointer} acts={acts} />
              )}
            </Fragment>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The card under the mouse lights up its words; give the list the ref that comes back. */
export function useCardHover(pointer: Pointer): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const cards = list.current;
    if (!cards) return undefined;
    const over = ({ target }: Event) =>
      pointer.hover(target instanceof Element ? (target.closest<HTMLElement>("[data-card]")?.dataset["card"] ?? null) : null);
    const out = () => pointer.hover(null);
    cards.addEventListener("mouseover", over);
    cards.addEventListener("mouseleave", out);
    return () => {
      cards.removeEventListener("mouseover", over);
      cards.removeEventListener("mouseleave", out);
    };
  }, [pointer]);
  return list;
}

/** First item under each heading of the document → that heading. */
function sectionsOf(items: readonly Item[], order: Order, outline: DocumentText["outline"]): Map<string, string> {
  const sections = new Map<string, string>();
  if (order !== "text") return sections;
  const headings = outline.filter(({ kind, level }) => kind === "heading" && level <= 2);
  let before: number | null = null;
  for (const item of items) {
    if (item.kind === "header" || item.line === null) continue;
    const heading = headings.findLast(({ line }) => line <= (item.line ?? 0));
    if (!heading || heading.line === before) continue;
    before = heading.line;
    sections.set(item.id, [heading.number && `${heading.number}.`.replace("..", "."), heading.title].filter(Boolean).join(" "));
  }
  return sections;
}
