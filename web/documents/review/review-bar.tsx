import { Button, Group, List, Modal, Progress, SegmentedControl, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { Unresolved } from "../../../src/modules/documents/contract.ts";
import { useText } from "../../shell/language.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Icon } from "../../ui/icon.tsx";
import { ask } from "./ask-messages.ts";
import { say } from "./messages.ts";
import { kinds, kindText } from "./names.ts";
import type { Filter, Order } from "./order.ts";
import styles from "./review.module.css";

/** `questions`: how many are left to ask; null for somebody who only reads. */
type FilterProps = { filter: Filter; counts: Record<Filter, number>; questions: number | null; onFilter(filter: Filter): void };

/** Which items are listed. Counts tell what is left. */
export function FilterBar({ filter, counts: listed, questions, onFilter }: FilterProps) {
  const t = useText();
  const counts = { ...listed, ask: questions ?? 0 };
  const chips: [Filter, string][] = [
    ...(questions === null ? [] : [["ask", t(ask("questions"))] satisfies [Filter, string]]),
    ["open", t(say("filterOpen"))],
    ["doubt", t(say("filterDoubt"))],
    ["all", t(say("filterAll"))],
    ...kinds.map((kind): [Filter, string] => [kind, t(kindText[kind])]),
    ["dropped", t(say("filterDropped"))],
  ];
  return (
    <div role="group" aria-label={t(say("filters"))} className={styles["chips"]}>
      {chips
        // While questions are answered their items need the room.
        .filter(([key]) => filter !== "ask" || ["ask", "open", "doubt", "all"].includes(key))
        .filter(([key]) => counts[key] > 0 || ["ask", "open", "all"].includes(key) || key === filter)
        .map(([key, label]) => (
          <button
            key={key}
            type="button"
            className={styles["chip"]}
            aria-pressed={filter === key}
            data-doubt={(key === "doubt" && counts.doubt > 0) || undefined}
            onClick={() => onFilter(key)}
          >
            {label} <span>{counts[key]}</span>
          </button>
        ))}
    </div>
  );
}

export function OrderSwitch({ order, onOrder }: { order: Order; onOrder(order: Order): void }) {
  const t = useText();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t(say("order"))}
      value={order}
      onChange={(value) => onOrder(value)}
      data={[
        { value: "text", label: t(say("orderText")) },
        { value: "doubt", label: t(say("orderDoubt")) },
      ]}
    />
  );
}

export function ReviewProgress({ done, total, saving }: { done: number; total: number; saving: boolean }) {
  const t = useText();
  return (
    <div className={styles["progress"]}>
      <div className={styles["progressText"]}>
        <strong>{t(say("progress", { done, total }))}</strong>
        <span className={styles["quiet"]} role="status">
          {t(say(saving ? "saving" : "saved"))}
        </span>
      </div>
      <Progress value={total === 0 ? 100 : (100 * done) / total} size="sm" color="green" aria-label={t(say("progress", { done, total }))} />
    </div>
  );
}

/** Accepts what is certain in one go; says how many first. */
export function AcceptCertain({ count, onAccept }: { count: number; onAccept(): Promise<unknown> }) {
  const t = useText();
  if (count < 2) return null;
  return (
    <ConfirmButton
      size="xs"
      leftSection={<Icon name="check" size={15} />}
      question={t(say("acceptConfidentQuestion", { count }))}
      consequence={t(say("acceptConfidentText"))}
      confirm={t(say("acceptConfidentDo"))}
      onConfirm={onAccept}
    >
      {t(say("acceptConfident", { count }))}
    </ConfirmButton>
  );
}

type FinishProps = {
  undecided: number;
  unresolved: Unresolved | undefined;
  onFinish(acknowledged: boolean): Promise<unknown>;
  onShowLeft(): void;
};

/** Finishing: refuses while anything is undecided, and shows what stays unclear before it goes on. */
export function Finish({ undecided, unresolved, onFinish, onShowLeft }: FinishProps) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const unclear = unresolved
    ? [
        unresolved.issuerUnit === null ? t(say("finishNoIssuer")) : null,
        unresolved.unknownLeads.length > 0 ? t(say("finishUnknown", { count: unresolved.unknownLeads.length })) : null,
        unresolved.withoutLead.length > 0 ? t(say("finishNoLead", { count: unresolved.withoutLead.length })) : null,
        unresolved.dates.length > 0 ? t(say("finishDates", { count: unresolved.dates.length })) : null,
      ].filter((line) => line !== null)
    : [];
  const finish = async () => {
    setBusy(true);
    setError(null);
    try {
      await onFinish(unclear.length > 0);
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button variant={undecided === 0 ? "filled" : "default"} onClick={() => setOpened(true)}>
        {t(say("finish"))}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t(say("finishQuestion"))}
        closeButtonProps={{ "aria-label": t(say("close")) }}
      >
        <Stack>
          {undecided > 0 ? (
            <>
              <Text>{t(say("finishLeft", { count: undecided }))}</Text>
              <Group justify="flex-end">
                <Button
                  onClick={() => {
                    setOpened(false);
                    onShowLeft();
                  }}
                >
                  {t(say("finishShow"))}
                </Button>
              </Group>
            </>
          ) : (
            <>
              <Text>{t(say("finishText"))}</Text>
              {unclear.length > 0 && (
                <>
                  <Text>{t(say("finishUnresolved"))}</Text>
                  <List>
                    {unclear.map((line) => (
                      <List.Item key={line}>{line}</List.Item>
                    ))}
                  </List>
                </>
              )}
              <ErrorNote error={error} />
              <Group justify="flex-end">
                <Button variant="default" onClick={() => setOpened(false)}>
                  {t(say("cancel"))}
                </Button>
                <Button loading={busy} onClick={() => void finish()}>
                  {t(say(unclear.length > 0 ? "finishDo" : "finish"))}
                </Button>
              </Group>
            </>
          )}
        </Stack>
      </Modal>
    </>
  );
}
