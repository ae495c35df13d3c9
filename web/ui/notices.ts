import { notifications } from "@mantine/notifications";
import type { Text } from "../../src/kernel/language.ts";
import { asApiError } from "../shell/api-error.ts";
import { currentLanguage } from "../shell/language-setting.ts";
import { say } from "./messages.ts";

const closeButtonProps = () => ({ "aria-label": say("close")[currentLanguage()] });

/**
 * Toasts are for what has no place of its own on the page: an act whose button is gone, an undo. An error that belongs to a
 * form or a list stands there as an ErrorNote.
 */
export function showDone(message: string): void {
  notifications.show({ message, color: "green", withBorder: true, closeButtonProps: closeButtonProps() });
}

export function showError(t: (text: Text) => string, error: unknown): void {
  const problem = asApiError(error);
  if (problem.code === "unauthenticated") return;
  notifications.show({
    message: problem.text ? t(problem.text) : problem.message,
    color: "son",
    withBorder: true,
    autoClose: 10_000,
    closeButtonProps: closeButtonProps(),
  });
}
