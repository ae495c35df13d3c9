import { Button, Group, Modal, Stack, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { dot } from "../../../src/kernel/facts.ts";
import type { Text } from "../../../src/kernel/language.ts";
import type { ChildClause, LinkDecision, Plan, PlanItem } from "../../../src/modules/plans/contract.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { DueBadge, StateBadge, type Tone } from "../../ui/badges.tsx";
import { useDraft } from "../../ui/draft.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Icon } from "../../ui/icon.tsx";
import styles from "../plans.module.css";
import { ItemForm } from "../prepare/item-form.tsx";
import { clauseText, edgeText, kindText } from "../words.ts";
import { say } from "./messages.ts";

const decisionText: Record<LinkDecision, Text> = {
  pending: say("isPending"),
  "take-over": say("isTakenOver"),
  adapt: say("isAdapted"),
  decline: say("isDeclined"),
};
const decisionTone: Record<LinkDecision, Tone> = { pending: "attention", "take-over": "good", adapt: "good", decline: "neutral" };

/** What the superior asks on the left, what the unit makes of it on the right (below it on a phone). */
export function ClauseCard({ plan, clause, editable }: { plan: Plan; clause: ChildClause; editable: boolean }) {
  const t = useText();
  const client = useQueryClient();
  const [declining, setDeclining] = useState(false);
  const [edited, setEdited] = useState<PlanItem | null>(null);
  const { parentItem, decision, childItem, reason, stale, role, edge } = clause;
  const answer = useMutation(
    orpc.plans.answerClause.mutationOptions({
      onSettled: () => client.invalidateQueries({ queryKey: orpc.plans.key() }),
    }),
  );
  const send = (next: LinkDecision, why?: string, onDone?: (saved: ChildClause) => void) =>
    answer.mutate(
      { id: plan.id, parentItemId: parentItem.id, version: clause.version, decision: next, ...(why ? { reason: why } : {}) },
      onDone ? { onSuccess: (saved) => onDone(saved) } : {},
    );
  return (
    <article className={styles["item"]} data-stale={stale || undefined}>
      <div className={styles["twoSides"]}>
        <div>
          <div className={styles["itemHead"]}>
            <span className={styles["sideName"]}>{t(say("asked"))}</span>
            <span className={styles["clause"]}>{t(clauseText(parentItem.clause))}</span>
            <span className={styles["kind"]}>
              {t(kindText[parentItem.kind])}
              {dot}
              {role === "partner" ? t(say("partner")) : t(edgeText[edge])}
            </span>
          </div>
          <Words item={parentItem} />
        </div>
        <div>
          <div className={styles["itemHead"]}>
            <span className={styles["sideName"]}>{t(say("ours"))}</span>
            <StateBadge tone={decisionTone[decision]}>{t(decisionText[decision])}</StateBadge>
          </div>
          {stale && (
            <p className={styles["missing"]}>
              <Icon name="warning" size={16} /> {t(say("stale"))}
            </p>
          )}
          {childItem && <Words item={childItem} />}
          {decision === "take-over" && !childItem && <p className={styles["itemText"]}>{t(say("thisPlan"))}</p>}
          {decision === "decline" && reason && <p className={styles["itemText"]}>{t(say("reasonOf", { reason }))}</p>}
          {editable && (
            <>
              {declining ? (
                <Decline
                  draftKey={`plan:${plan.id}:decline:${parentItem.id}`}
                  busy={answer.isPending}
                  onCancel={() => setDeclining(false)}
                  onConfirm={(why) => send("decline", why, () => setDeclining(false))}
                />
              ) : (
                <Group gap="xs" mt="xs">
                  {decision === "pending" || stale ? (
                    <>
                      <Button
                        size="xs"
                        variant="default"
                        leftSection={<Icon name="check" size={14} />}
                        loading={answer.isPending}
                        onClick={() => send("take-over")}
                      >
                        {t(say("takeOver"))}
                      </Button>
                      <Button
                        size="xs"
                        variant="default"
                        leftSection={<Icon name="pencil" size={14} />}
                        disabled={answer.isPending}
                        onClick={() => send("adapt", undefined, (saved) => setEdited(saved.childItem))}
                      >
                        {t(say("adapt"))}
                      </Button>
                      <Button size="xs" variant="default" disabled={answer.isPending} onClick={() => setDeclining(true)}>
                        {t(say("decline"))}
                      </Button>
                    </>
                  ) : (
                    <>
                      {childItem && (
                        <Button
                          size="xs"
                          variant="default"
                          leftSection={<Icon name="pencil" size={14} />}
                          onClick={() =>
                            decision === "adapt" ? setEdited(childItem) : send("adapt", undefined, (saved) => setEdited(saved.childItem))
                          }
                        >
                          {t(say("edit"))}
                        </Button>
                      )}
                      <Button
                        size="xs"
                        variant="default"
                        leftSection={<Icon name="undo" size={14} />}
                        loading={answer.isPending}
                        onClick={() => send("pending")}
                      >
                        {t(say("undo"))}
                      </Button>
                    </>
                  )}
                </Group>
              )}
              <ErrorNote error={answer.error} />
            </>
          )}
        </div>
      </div>
      <Modal
        opened={edited !== null}
        onClose={() => setEdited(null)}
        size="xl"
        title={t(say("editTitle"))}
        closeButtonProps={{ "aria-label": t(say("close")) }}
      >
        {edited && <ItemForm planId={plan.id} item={edited} onDone={() => setEdited(null)} />}
      </Modal>
    </article>
  );
}

function Words({ item }: { item: PlanItem }) {
  const { figure } = item;
  return (
    <>
      <p className={styles["itemText"]}>{item.text}</p>
      <p className={styles["quietLine"]}>
        {figure && (
          <span>
            {figure}
            {dot}
          </span>
        )}
        <DueBadge due={item.due} />
      </p>
    </>
  );
}

function Decline({
  draftKey,
  busy,
  onConfirm,
  onCancel,
}: {
  draftKey: string;
  busy: boolean;
  onConfirm(reason: string): void;
  onCancel(): void;
}) {
  const t = useText();
  const draft = useDraft(draftKey, "");
  return (
    <Stack gap="xs" mt="xs">
      <Textarea
        label={t(say("reason"))}
        autosize
        minRows={2}
        value={draft.value}
        onChange={(event) => draft.setValue(event.currentTarget.value)}
        data-autofocus
      />
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          loading={busy}
          disabled={draft.value.trim() === ""}
          onClick={() => {
            onConfirm(draft.value.trim());
            draft.clear();
          }}
        >
          {t(say("confirmDecline"))}
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={onCancel}>
          {t(say("cancel"))}
        </Button>
      </Group>
    </Stack>
  );
}
