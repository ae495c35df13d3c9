import { Button, Group, Stack, Text } from "@mantine/core";
import { useText } from "../../shell/language.tsx";
import styles from "../identity.module.css";
import { say } from "./messages.ts";

/** Shown this once: to print or to copy by hand. The button says what the person did, so that nobody passes it unread. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const t = useText();
  return (
    <Stack>
      <Text>{t(say("codesText"))}</Text>
      <ol className={styles["codes"]}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <Group className={styles["noPrint"]}>
        <Button onClick={onKept}>{t(say("codesKept"))}</Button>
        <Button variant="default" onClick={() => window.print()}>
          {t(say("print"))}
        </Button>
      </Group>
    </Stack>
  );
}
