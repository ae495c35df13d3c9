/** The two panes are found by their ids: what moves them is asked for from the keyboard, from cards and from menus alike. */

export function scrollToLine(line: number): void {
  document.querySelector(`#pane-text [data-line="${line}"]`)?.scrollIntoView({ block: "center" });
}

export function focusCard(id: string): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`#pane-items [data-card="${id}"] button`)?.focus({ preventScroll: true }),
  );
}

/** On a desk the list scrolls by itself; on a phone the page does, and only as far as it must. */
export function scrollItemsToTop(): void {
  requestAnimationFrame(() => {
    const top = document.querySelector("#pane-items [data-top]");
    if (!top) return;
    if (top.parentElement) top.parentElement.scrollTop = 0;
    top.scrollIntoView({ block: "nearest" });
  });
}

/**
 * An answer for many items is given when all of them have been in view. On a desk, where the question stays over its list: brings
 * the next ones into view, and returns how many have been seen with those.
 */
export function showUnseen(seen: number): number {
  const cards = [...document.querySelectorAll<HTMLElement>("#pane-items [data-card]")];
  const panel = document.querySelector("#pane-items [data-stays]");
  const pane = document.querySelector("#pane-items [data-top]")?.parentElement;
  if (!panel || !pane || getComputedStyle(panel).position !== "sticky") return cards.length;
  const end = pane.getBoundingClientRect().bottom;
  // A card of which only the first line shows has not been read.
  const isInView = (card: HTMLElement) => card.getBoundingClientRect().bottom <= end + 4;
  const now = Math.max(seen, cards.findLastIndex(isInView) + 1);
  const next = cards[now];
  if (next) pane.scrollTop += next.getBoundingClientRect().top - panel.getBoundingClientRect().bottom - 8;
  return now;
}
