import { Anchor, Button, Stack, Text, TextInput, Title } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { api } from "../../shell/api.ts";
import { asApiError, type ApiError } from "../../shell/api-error.ts";
import { useText } from "../../shell/language.tsx";
import { Busy } from "../../ui/busy.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { useServerForm } from "../../ui/form.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import styles from "../identity.module.css";
import { QrCode } from "../qr-code.tsx";
import { say } from "./messages.ts";
import { Password } from "./new-password.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

type Begun = { uri: string; key: string };

/** Setting up a second factor where it is required: scan, type the first code, put the recovery codes away. */
export function EnrolSteps({ onDone }: { onDone: () => void }) {
  const t = useText();
  const [codes, setCodes] = useState<string[] | null>(null);
  if (codes)
    return (
      <>
        <PageHeader title={t(say("codesTitle"))} />
        <RecoveryCodes codes={codes} onKept={onDone} />
      </>
    );
  return (
    <>
      <PageHeader title={t(say("enrolTitle"))} note={t(say("enrolWhy"))} />
      <BeginAndConfirm onConfirmed={setCodes} />
    </>
  );
}

/**
 * The three steps. Begins by itself right after signing in; when the server wants the password again (an old session, or a
 * factor that is replaced) it asks for it first.
 */
export function BeginAndConfirm({ onConfirmed, askPassword = false }: { onConfirmed: (codes: string[]) => void; askPassword?: boolean }) {
  const t = useText();
  const [begun, setBegun] = useState<Begun | null>(null);
  const [needsPassword, setNeedsPassword] = useState(askPassword);
  const [failed, setFailed] = useState<ApiError | null>(null);
  const started = useRef(false);

  const begin = async () => {
    setFailed(null);
    try {
      setBegun(await api.identity.account.beginSecondFactor({}));
    } catch (error) {
      const problem = asApiError(error);
      if ("password" in problem.fields) setNeedsPassword(true);
      else setFailed(problem);
    }
  };
  useEffect(() => {
    if (needsPassword || started.current) return;
    started.current = true;
    void begin();
  });

  const password = useServerForm({ initialValues: { password: "" } });
  const form = useServerForm({ initialValues: { code: "" } });

  if (begun)
    return (
      <form
        onSubmit={form.submit(async ({ code }) => onConfirmed((await api.identity.account.confirmSecondFactor({ code })).recoveryCodes))}
      >
        <Stack>
          <div>
            <Title order={2} size="h3">
              {t(say("enrolStep1"))}
            </Title>
            <Text>{t(say("enrolApps"))}</Text>
          </div>
          <div>
            <Title order={2} size="h3">
              {t(say("enrolStep2"))}
            </Title>
            <QrCode text={begun.uri} label={t(say("qrLabel"))} />
            <Text size="sm">{t(say("enrolKey"))}</Text>
            <code className={styles["key"]}>{begun.key.match(/.{1,4}/g)?.join(" ")}</code>
            <Anchor href={begun.uri} className={styles["onlyPhone"]}>
              {t(say("enrolOnPhone"))}
            </Anchor>
          </div>
          <TextInput
            size="lg"
            label={t(say("enrolStep3"))}
            description={t(say("codeAgain"))}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={9}
            required
            {...form.getInputProps("code")}
          />
          <ErrorNote error={form.error} />
          <Button type="submit" size="md" loading={form.busy}>
            {t(say("enrolDone"))}
          </Button>
        </Stack>
      </form>
    );
  if (needsPassword)
    return (
      <form onSubmit={password.submit(async (values) => setBegun(await api.identity.account.beginSecondFactor(values)))}>
        <Stack>
          <Password
            label={t(say("password"))}
            description={t(say("enrolPassword"))}
            autoComplete="current-password"
            required
            {...password.getInputProps("password")}
          />
          <ErrorNote error={password.error} />
          <Button type="submit" loading={password.busy}>
            {t(say("begin"))}
          </Button>
        </Stack>
      </form>
    );
  if (failed) return <ErrorNote error={failed} onRetry={() => void begin()} />;
  return <Busy />;
}
