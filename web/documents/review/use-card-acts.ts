import { useEffect, useRef, useState } from "react";
import type { Item } from "../../../src/modules/documents/contract.ts";
import type { CardActs } from "./item-card.tsx";
import { focusCard, scrollToLine } from "./moving.ts";
import type { Pointer } from "./pointer.ts";
import type { useList } from "./use-list.ts";
import type { Review } from "./use-review.ts";

type Given = {
  items: readonly Item[];
  list: ReturnType<typeof useList>;
  pointer: Pointer;
  acts: Review["acts"];
  onEdit(item: Item, mode: "edit" | "split"): void;
  onShowText(): void;
};

/** What cards and keys do: decide, and go on to the next item that waits. */
export function useCardActs({ items, list, pointer, acts, onEdit, onShowText }: Given) {
  const select = (item: Item | undefined, focus = false) => {
    if (!item) return;
    pointer.select(item.id);
    if (item.line !== null) scrollToLine(item.line);
    if (focus) focusCard(item.id);
  };
  const step = (by: 1 | -1) => {
    const at = list.shown.findIndex(({ id }) => id === pointer.get().selected);
    select(list.shown[at === -1 ? 0 : at + by], true);
  };
  /** Where the list ends, the selection stays. */
  const stepOn = (from: Item) => {
    if (pointer.get().selected !== from.id) return;
    const at = list.shown.findIndex(({ id }) => id === from.id);
    select(list.shown.slice(at + 1).find(({ state }) => state === "proposed") ?? list.shown[at + 1], true);
  };
  const decide = (act: (item: Item) => Promise<void>, goOn: boolean) => (item: Item) => {
    list.keep(item.id);
    if (goOn) stepOn(item);
    void act(item);
  };
  const open = (mode: "edit" | "split") => (item: Item) => {
    pointer.select(item.id);
    onEdit(item, mode);
  };
  const now: CardActs = {
    select: (id) => (pointer.get().selected === id ? pointer.select(null) : select(items.find((item) => item.id === id))),
    accept: decide(acts.accept, true),
    drop: decide(acts.drop, true),
    restore: decide(acts.restore, false),
    edit: open("edit"),
    split: open("split"),
    showInText: ({ line }) => {
      onShowText();
      if (line !== null) requestAnimationFrame(() => scrollToLine(line));
    },
  };

  // Cards are memoised: they get one object that never changes and calls the newest acts.
  const newest = useRef(now);
  useEffect(() => {
    newest.current = now;
  });
  const [stable] = useState<CardActs>(() => ({
    select: (id) => newest.current.select(id),
    accept: (item) => newest.current.accept(item),
    edit: (item) => newest.current.edit(item),
    drop: (item) => newest.current.drop(item),
    restore: (item) => newest.current.restore(item),
    split: (item) => newest.current.split(item),
    showInText: (item) => newest.current.showInText(item),
  }));
  return { stable, step };
}
