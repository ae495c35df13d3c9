import { Button, Group, Radio, Stack, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { facts } from "../../src/kernel/facts.ts";
import type { Adjustment, Plan } from "../../src/modules/plans/contract.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { StateBadge } from "../ui/badges.tsx";
import { Busy } from "../ui/busy.tsx";
import { showDate, showInstant } from "../ui/dates.ts";
import { useDraft } from "../ui/draft.ts";
import { ErrorNote } from "../ui/error-note.tsx";
import { Section } from "../ui/section.tsx";
import { say } from "./messages.ts";
import styles from "./plans.module.css";
import { adjustmentText, adjustmentTone, clauseText } from "./words.ts";

export function AdjustmentsSection({ plan }: { plan: Plan }) {
  const t = useText();
  const list = useQuery(orpc.plans.adjustments.queryOptions({ input: { id: plan.id } }));
  return (
    <Section title={t(say("adjustments"))}>
      {list.isPending && <Busy rows={3} />}
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.length === 0 && <p className={styles["note"]}>{t(say("adjustmentsNone"))}</p>}
      <div className={styles["items"]}>
        {list.data?.map((adjustment) => (
          <Request key={adjustment.id} adjustment={adjustment} />
        ))}
      </div>
    </Section>
  );
}

function Request({ adjustment }: { adjustment: Adjustment }) {
  const t = useText();
  const { item, reason, unit, state } = adjustment;
  return (
    <article className={styles["item"]}>
      <div className={styles["itemHead"]}>
        <StateBadge tone={adjustmentTone[state]}>{t(adjustmentText[state])}</StateBadge>
        <span className={styles["dim"]}>
          {t(say("adjustmentBy", { name: adjustment.requestedBy, unit: unit.name, at: showInstant(adjustment.requestedAt) }))}
        </span>
      </div>
      <p className={styles["itemText"]}>{reason}</p>
      <dl className={styles["facts"]}>
        <div>
          <dt>{t(say("aboutItem"))}</dt>
          <dd>{item ? `${t(clauseText(item.clause))}: ${item.text}` : t(say("wholePlan"))}</dd>
        </div>
        {(adjustment.proposedText ?? adjustment.proposedValue ?? adjustment.proposedDue) && (
          <div>
            <dt>{t(say("proposal"))}</dt>
            <dd>
              {facts([
                adjustment.proposedText,
                adjustment.proposedValue && `${t(say("proposedValue"))}: ${adjustment.proposedValue}`,
                adjustment.proposedDue && `${t(say("proposedDue"))}: ${showDate(adjustment.proposedDue)}`,
              ])}
            </dd>
          </div>
        )}
        {adjustment.decidedBy && (
          <div>
            <dt>{t(say("adjustmentAnswer", { name: adjustment.decidedBy }))}</dt>
            <dd>{facts([adjustment.answer, adjustment.amendedIn && t(say("adjustmentIn", { edition: adjustment.amendedIn }))]) || "–"}</dd>
          </div>
        )}
      </dl>
      {adjustment.mayDecide && <Decide adjustment={adjustment} />}
      {adjustment.mayWithdraw && <Withdraw adjustment={adjustment} />}
    </article>
  );
}

function Decide({ adjustment }: { adjustment: Adjustment }) {
  const t = useText();
  const client = useQueryClient();
  const draft = useDraft(`plan-adjustment:${adjustment.id}:answer`, "");
  const decide = useMutation(
    orpc.plans.decideAdjustment.mutationOptions({
      onSuccess: async () => {
        draft.clear();
        await client.invalidateQueries({ queryKey: orpc.plans.key() });
      },
    }),
  );
  const [whom, setWhom] = useState<"unit" | "all">("unit");
  const written = adjustment.item !== null && (adjustment.proposedText ?? adjustment.proposedValue ?? adjustment.proposedDue) !== null;
  const send = (accept: boolean) =>
    decide.mutate({ adjustmentId: adjustment.id, version: adjustment.version, accept, for: whom, answer: draft.value });
  return (
    <Stack gap="xs" mt="sm">
      <Textarea
        label={t(say("answerLabel"))}
        description={t(say("answerHint"))}
        autosize
        minRows={1}
        value={draft.value}
        onChange={(event) => draft.setValue(event.currentTarget.value)}
      />
      {written && (
        <Radio.Group label={t(say("acceptFor"))} value={whom} onChange={(value) => setWhom(value === "all" ? "all" : "unit")}>
          <Stack gap={6} mt={4}>
            <Radio value="unit" label={t(say("acceptForUnit", { unit: adjustment.unit.name }))} />
            <Radio value="all" label={t(say("acceptForAll"))} />
          </Stack>
        </Radio.Group>
      )}
      <p className={styles["quietLine"]}>{t(say("acceptNote"))}</p>
      <ErrorNote error={decide.error} />
      <Group>
        <Button loading={decide.isPending} onClick={() => send(true)}>
          {t(say("accept"))}
        </Button>
        <Button variant="default" disabled={draft.value.trim() === "" || decide.isPending} onClick={() => send(false)}>
          {t(say("decline"))}
        </Button>
      </Group>
    </Stack>
  );
}

function Withdraw({ adjustment }: { adjustment: Adjustment }) {
  const t = useText();
  const client = useQueryClient();
  const withdraw = useMutation(
    orpc.plans.withdrawAdjustment.mutationOptions({ onSuccess: () => client.invalidateQueries({ queryKey: orpc.plans.key() }) }),
  );
  return (
    <Group mt="sm">
      <Button
        variant="default"
        size="xs"
        loading={withdraw.isPending}
        onClick={() => withdraw.mutate({ adjustmentId: adjustment.id, version: adjustment.version })}
      >
        {t(say("withdraw"))}
      </Button>
      <ErrorNote error={withdraw.error} />
    </Group>
  );
}
