/** To the first field that is wrong, once it is marked. */
export function showFirst(form: HTMLFormElement | null): void {
  window.setTimeout(() => {
    const wrong = form?.querySelector<HTMLElement>("[aria-invalid='true'], [data-wrong], [role='alert']");
    wrong?.scrollIntoView({ block: "center" });
    wrong?.focus({ preventScroll: true });
  }, 50);
}
