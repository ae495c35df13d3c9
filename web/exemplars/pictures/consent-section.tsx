import { Button, Group, Modal, Radio, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import type { ConsentHow, ExemplarPicture } from "../../../src/modules/exemplars/contract.ts";
import { api } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ActButton } from "../../ui/act-button.tsx";
import { showDate } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Section } from "../../ui/section.tsx";
import { say } from "./messages.ts";
import styles from "./pictures.module.css";
import { ReasonButton } from "./reason-button.tsx";
import { useAct } from "./use-pictures.ts";

const ways = ["paper", "minutes", "spoken"] as const satisfies ConsentHow[];

/** Whether those shown agreed: the rule in plain words, what is recorded, and how to take it off. */
export function ConsentSection({ exemplarId, picture }: { exemplarId: string; picture: ExemplarPicture }) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  const { consent, shows, can } = picture;
  const at = { id: exemplarId, picture: picture.id, version: picture.version };
  const withdraw = useAct(exemplarId, api.exemplars.pictures.withdrawConsent, "saved");
  const rule = shows === null ? "sayFirst" : shows === "none" ? "noneNeeded" : shows === "people" ? "peopleReminder" : "childrenRule";
  return (
    <Section title={t(say("consent"))}>
      <div className={styles["form"]}>
        <p className={styles["rule"]}>{t(say(rule))}</p>
        {consent && (
          <p>
            {t(say("consented", { name: consent.by, date: showDate(consent.on), how: t(say(`how.${consent.how}`)).toLowerCase() }))}{" "}
            {consent.where && t(say("consentAt", { where: consent.where }))}
          </p>
        )}
        <div className={styles["buttons"]}>
          {can.includes("consent") && (
            <Button variant="default" onClick={() => setOpened(true)}>
              {t(say("recordConsent"))}
            </Button>
          )}
          {can.includes("withdraw-consent") && (
            <ReasonButton
              title={t(say("withdraw"))}
              text={t(say("withdrawText"))}
              onReason={(reason) => withdraw.mutateAsync({ ...at, reason })}
            />
          )}
        </div>
      </div>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t(say("consentTitle"))}
        closeButtonProps={{ "aria-label": t(say("close")) }}
      >
        <ConsentForm exemplarId={exemplarId} picture={picture} onDone={() => setOpened(false)} />
      </Modal>
    </Section>
  );
}

function ConsentForm({ exemplarId, picture, onDone }: { exemplarId: string; picture: ExemplarPicture; onDone(): void }) {
  const t = useText();
  const [how, setHow] = useState<ConsentHow | null>(null);
  const [where, setWhere] = useState("");
  const record = useAct(exemplarId, api.exemplars.pictures.consent, "saved");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (how) record.mutate({ id: exemplarId, picture: picture.id, version: picture.version, how, where }, { onSuccess: onDone });
      }}
    >
      <Stack>
        <p className={styles["rule"]}>{t(say("consentWhat"))}</p>
        <Radio.Group
          label={t(say("consentHow"))}
          value={how ?? ""}
          onChange={(chosen) => setHow(ways.find((way) => way === chosen) ?? null)}
        >
          <div className={styles["radios"]}>
            {ways.map((way) => (
              <Radio key={way} value={way} label={t(say(`how.${way}`))} />
            ))}
          </div>
        </Radio.Group>
        <TextInput
          label={t(say("consentWhere"))}
          description={t(say("consentWhereHint"))}
          maxLength={200}
          value={where}
          onChange={(event) => setWhere(event.currentTarget.value)}
        />
        <ErrorNote error={record.error} />
        <Group justify="flex-end">
          <Button variant="default" disabled={record.isPending} onClick={onDone}>
            {t(say("cancel"))}
          </Button>
          <ActButton type="submit" loading={record.isPending} missing={[how === null && t(say("consentHow"))]}>
            {t(say("recordConsent"))}
          </ActButton>
        </Group>
      </Stack>
    </form>
  );
}
