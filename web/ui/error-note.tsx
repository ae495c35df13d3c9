import { Button } from "@mantine/core";
import { asApiError } from "../shell/api-error.ts";
import { useText } from "../shell/language.tsx";
import { Icon } from "./icon.tsx";
import { say } from "./messages.ts";
import styles from "./ui.module.css";

/** An error where it happened: the server's own words, which say what to do, and a way to try again. Nothing when there is none. */
export function ErrorNote({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const t = useText();
  if (error === null || error === undefined) return null;
  const problem = asApiError(error);
  // The dialog over the page says it already.
  if (problem.code === "unauthenticated") return null;
  return (
    <div role="alert" className={styles["error"]}>
      <Icon name="warning" />
      <div>
        <p>{problem.text ? t(problem.text) : problem.message}</p>
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t(say("retry"))}
          </Button>
        )}
      </div>
    </div>
  );
}
