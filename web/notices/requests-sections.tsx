import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Extension } from "../../src/modules/notices/contract.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { useMay } from "../shell/session.tsx";
import { ActButton } from "../ui/act-button.tsx";
import { DateInput } from "../ui/date-input.tsx";
import { showDate, showInstant } from "../ui/dates.ts";
import { ErrorNote } from "../ui/error-note.tsx";
import { showDone } from "../ui/notices.ts";
import { Section } from "../ui/section.tsx";
import { say } from "./messages.ts";
import styles from "./notices.module.css";

/** Requests for more time: those that wait for this person's answer, then those of their own units. Nothing is shown when there are none. */
export function RequestsSections() {
  const t = useText();
  const query = useQuery(orpc.notices.extensions.queryOptions({ input: { state: "asked" } }));
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  const items = query.data?.items ?? [];
  const toDecide = items.filter(({ mayDecide }) => mayDecide);
  const ours = items.filter(({ mayDecide }) => !mayDecide);
  return (
    <>
      {toDecide.length > 0 && (
        <Section title={t(say("toDecide"))} note={t(say("toDecideNote"))}>
          <ul className={styles["lines"]}>
            {toDecide.map((item) => (
              <Request key={item.id} item={item}>
                <Decision item={item} />
              </Request>
            ))}
          </ul>
        </Section>
      )}
      {ours.length > 0 && (
        <Section title={t(say("ours"))}>
          <ul className={styles["lines"]}>
            {ours.map((item) => (
              <Request key={item.id} item={item}>
                {item.mayWithdraw && <Withdrawal item={item} />}
              </Request>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Request({ item, children }: { item: Extension; children: React.ReactNode }) {
  const t = useText();
  return (
    <li className={styles["line"]}>
      <Link to={item.path} className={styles["title"]}>
        {item.title}
      </Link>
      <div className={styles["facts"]}>
        <span>{t(say("wants", { unit: item.unit.name, from: showDate(item.fromDay), until: showDate(item.untilDay) }))}</span>
        <span>{t(say("by", { by: item.askedBy, at: showInstant(item.askedAt) }))}</span>
      </div>
      <div className={styles["said"]}>{item.reason}</div>
      {children}
    </li>
  );
}

function Decision({ item }: { item: Extension }) {
  const t = useText();
  const may = useMay();
  const client = useQueryClient();
  const [answer, setAnswer] = useState("");
  const [untilDay, setUntilDay] = useState<string | null>(item.untilDay);
  const [missing, setMissing] = useState(false);
  const decide = useMutation(
    orpc.notices.decide.mutationOptions({
      onSuccess: async (_done, { grant }) => {
        showDone(t(say(grant ? "granted" : "refused")));
        await Promise.all([orpc.notices.key(), orpc.work.key()].map((queryKey) => client.invalidateQueries({ queryKey })));
      },
    }),
  );
  if (!may("work:confirm")) return null;
  const send = (grant: boolean) => {
    setMissing(!grant && answer.trim() === "");
    if (grant || answer.trim() !== "")
      decide.mutate({ id: item.id, version: item.version, grant, untilDay: grant ? untilDay : null, answer });
  };
  return (
    <Stack gap="sm" mt="sm">
      <DateInput label={t(say("otherDay"))} value={untilDay} onChange={setUntilDay} />
      <Textarea
        label={t(say("answer"))}
        autosize
        minRows={1}
        value={answer}
        error={missing ? t(say("answerNeeded")) : undefined}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      {decide.error && <ErrorNote error={decide.error} />}
      <Group>
        <ActButton loading={decide.isPending} missing={[untilDay === null && t(say("otherDay"))]} onClick={() => send(true)}>
          {t(say("grant"))}
        </ActButton>
        <Button variant="default" disabled={decide.isPending} onClick={() => send(false)}>
          {t(say("refuse"))}
        </Button>
      </Group>
    </Stack>
  );
}

function Withdrawal({ item }: { item: Extension }) {
  const t = useText();
  const client = useQueryClient();
  const withdraw = useMutation(
    orpc.notices.withdrawRequest.mutationOptions({
      onSuccess: async () => {
        showDone(t(say("withdrawn")));
        await client.invalidateQueries({ queryKey: orpc.notices.key() });
      },
    }),
  );
  return (
    <>
      {withdraw.error && <ErrorNote error={withdraw.error} />}
      <Button
        variant="default"
        size="xs"
        loading={withdraw.isPending}
        onClick={() => withdraw.mutate({ id: item.id, version: item.version })}
      >
        {t(say("withdraw"))}
      </Button>
    </>
  );
}
