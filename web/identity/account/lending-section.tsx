import { Button, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { dot } from "../../../src/kernel/facts.ts";
import type { Lending } from "../../../src/modules/identity/contract.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { roleNames } from "../../../src/kernel/permissions.ts";
import { useMay } from "../../shell/session.tsx";
import { StateBadge, type Tone } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { showDate } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Section } from "../../ui/section.tsx";
import styles from "../identity.module.css";
import { permissionText } from "../words.ts";
import { LendForm } from "./lend-form.tsx";
import { say } from "./messages.ts";

type Shown = Omit<Lending, "postId" | "unit" | "lender" | "borrower"> & {
  unit: { name: string };
  lender: { name: string };
  borrower: { name: string };
};

const tones: Record<Lending["state"], Tone> = { future: "neutral", current: "good", past: "neutral" };
const states = { future: say("stateFuture"), current: say("stateCurrent"), past: say("statePast") };

/** What one has lent and borrowed, and lending from the post in use. */
export function LendingSection() {
  const t = useText();
  const client = useQueryClient();
  const mayLend = useMay()("post:lend");
  const [lending, setLending] = useState(false);
  const list = useQuery(orpc.identity.account.lendings.queryOptions());
  const end = useMutation(
    orpc.identity.account.endLending.mutationOptions({ onSettled: () => client.invalidateQueries({ queryKey: orpc.identity.key() }) }),
  );
  const rows = (lendings: Shown[], whom: (one: Shown) => string, button: string) => (
    <ul className={styles["posts"]}>
      {lendings.map((one) => (
        <li key={one.id} className={styles["item"]}>
          <div>
            <Text fw={600}>
              {whom(one)} <StateBadge tone={tones[one.state]}>{t(states[one.state])}</StateBadge>
            </Text>
            <Text size="sm" className={styles["dim"]}>
              {showDate(one.from)} – {showDate(one.until)}
              {dot}
              {t(roleNames[one.role])}, {one.unit.name}
            </Text>
            <Text size="sm">{one.permissions.map((permission) => t(permissionText[permission])).join(", ")}</Text>
          </div>
          {one.state !== "past" && (
            <Button
              variant="default"
              size="xs"
              loading={end.isPending && end.variables.id === one.id}
              onClick={() => end.mutate({ id: one.id })}
            >
              {button}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
  const { given = [], received = [] } = list.data ?? {};
  return (
    <Section
      title={t(say("lending"))}
      note={t(say("lendingNote"))}
      actions={
        mayLend &&
        !lending && (
          <Button variant="default" onClick={() => setLending(true)}>
            {t(say("lendNew"))}
          </Button>
        )
      }
    >
      {!mayLend && <Text size="sm">{t(say("lendNotHere"))}</Text>}
      {lending && mayLend && <LendForm onDone={() => setLending(false)} />}
      {list.isPending && <Busy rows={2} />}
      <ErrorNote error={list.error ?? end.error} />
      {(given.length > 0 || received.length > 0) && <div className={styles["gap"]} />}
      {given.length > 0 && (
        <Section level={3} title={t(say("given"))}>
          {rows(given, ({ borrower }) => borrower.name, t(say("takeBack")))}
        </Section>
      )}
      {received.length > 0 && (
        <Section level={3} title={t(say("received"))}>
          {rows(received, ({ lender }) => t(say("insteadOf", { name: lender.name })), t(say("giveBack")))}
        </Section>
      )}
    </Section>
  );
}
