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
