/** The two panes are found by their ids: what moves them is asked for from the keyboard, from cards and from menus alike. */

export function scrollToLine(line: number): void {
  document.querySelector(`#pane-text [data-line="${line}"]`)?.scrollIntoView({ block: "center" });
}

export function focusCard(id: string): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`#pane-items [data-card="${id}"] button`)?.focus({ preventScroll: true }),
  );
}

export function scrollItemsToTop(): void {
  requestAnimationFrame(() => document.querySelector("#pane-items [data-top]")?.scrollIntoView({ block: "nearest" }));
}
