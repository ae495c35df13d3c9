import { Button, Group, Text, Title } from "@mantine/core";
import type { ErrorComponentProps } from "@tanstack/react-router";
import { asApiError, ApiError } from "./api-error.ts";
import { useText } from "./language.tsx";
import { say } from "./messages.ts";
import { ErrorNote } from "../ui/error-note.tsx";
import { usePageTitle } from "./page-title.ts";

export function NotFoundPage() {
  const t = useText();
  usePageTitle(t(say("notFoundTitle")));
  return (
    <div style={{ padding: "2rem 1rem", maxWidth: "40rem" }}>
      <Title order={1}>{t(say("notFoundTitle"))}</Title>
      <Text my="md">{t(say("notFoundText"))}</Text>
      <Button component="a" href="/app/">
        {t(say("goHome"))}
      </Button>
    </div>
  );
}

/** A file of the build that is no longer there: the server was updated while this page was open. */
const isOutdated = (error: unknown) =>
  error instanceof Error && /dynamically imported module|Importing a module script|preload CSS/i.test(error.message);

export function BrokenPage({ error, reset }: ErrorComponentProps) {
  const t = useText();
  const outdated = isOutdated(error);
  usePageTitle(t(say(outdated ? "outdatedTitle" : "pageBroken")));
  if (error instanceof ApiError) {
    return (
      <div style={{ padding: "2rem 1rem", maxWidth: "40rem" }}>
        <ErrorNote error={asApiError(error)} onRetry={reset} />
      </div>
    );
  }
  return (
    <div style={{ padding: "2rem 1rem", maxWidth: "40rem" }} role="alert">
      <Title order={1}>{t(say(outdated ? "outdatedTitle" : "pageBroken"))}</Title>
      <Text my="md">{t(say(outdated ? "outdatedText" : "pageBrokenText"))}</Text>
      <Group>
        <Button onClick={() => window.location.reload()}>{t(say("reload"))}</Button>
        <Button variant="default" component="a" href="/app/">
          {t(say("goHome"))}
        </Button>
      </Group>
    </div>
  );
}
