import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Account } from "../../../src/modules/identity/contract.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { showInstant } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { useServerForm } from "../../ui/form.ts";
import { Section } from "../../ui/section.tsx";
import { BeginAndConfirm } from "../entry/enrol-steps.tsx";
import { say as sayEntry } from "../entry/messages.ts";
import { Password } from "../entry/new-password.tsx";
import { RecoveryCodes } from "../entry/recovery-codes.tsx";
import { say } from "./messages.ts";

type Step = "enrol" | "renew" | "remove" | { codes: string[] };

export function SecondFactorSection({ account }: { account: Pick<Account, "secondFactor" | "secondFactorRequired"> }) {
  const t = useText();
  const client = useQueryClient();
  const [step, setStep] = useState<Step | null>(null);
  const { secondFactor: factor, secondFactorRequired: required } = account;
  const close = () => {
    setStep(null);
    void client.invalidateQueries({ queryKey: orpc.identity.account.key() });
  };
  const codesShown = typeof step === "object" && step !== null;

  return (
    <Section
      title={t(say("second"))}
      note={
        factor
          ? t(say("secondOn", { date: showInstant(factor.enrolledAt).slice(0, 10), left: factor.recoveryCodesLeft }))
          : t(say("secondOff"))
      }
    >
      {factor && factor.recoveryCodesLeft < 3 && <Text fw={600}>{t(say("secondFew"))}</Text>}
      {required && <Text size="sm">{t(say("secondRequired"))}</Text>}
      <Group mt="xs">
        <Button variant="default" onClick={() => setStep("enrol")}>
          {t(say(factor ? "moveSecond" : "setUpSecond"))}
        </Button>
        {factor && (
          <Button variant="default" onClick={() => setStep("renew")}>
            {t(say("renewCodes"))}
          </Button>
        )}
        {factor && !required && (
          <Button variant="default" onClick={() => setStep("remove")}>
            {t(say("removeSecond"))}
          </Button>
        )}
      </Group>
      <Modal
        opened={step !== null}
        // The codes are shown this once: a click beside the window must not take them away.
        closeOnClickOutside={!codesShown}
        closeOnEscape={!codesShown}
        withCloseButton={!codesShown}
        onClose={close}
        size="lg"
        title={codesShown ? t(sayEntry("codesTitle")) : t(say("second"))}
        closeButtonProps={{ "aria-label": t(say("cancel")) }}
      >
        {step === "enrol" && <BeginAndConfirm askPassword onConfirmed={(codes) => setStep({ codes })} />}
        {step === "renew" && (
          <WithPassword
            act={async (password) => setStep({ codes: (await api.identity.account.renewRecoveryCodes({ password })).recoveryCodes })}
          />
        )}
        {step === "remove" && (
          <WithPassword
            act={async (password) => {
              await api.identity.account.removeSecondFactor({ password });
              close();
            }}
          />
        )}
        {codesShown && <RecoveryCodes codes={step.codes} onKept={close} />}
      </Modal>
    </Section>
  );
}

function WithPassword({ act }: { act: (password: string) => Promise<void> }) {
  const t = useText();
  const form = useServerForm({ initialValues: { password: "" } });
  return (
    <form onSubmit={form.submit(({ password }) => act(password))}>
      <Stack>
        <Password
          label={t(say("currentPassword"))}
          description={t(say("confirmWithPassword"))}
          autoComplete="current-password"
          required
          {...form.getInputProps("password")}
        />
        <ErrorNote error={form.error} />
        <Group>
          <Button type="submit" loading={form.busy}>
            {t(say("confirm"))}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
