import { Button, Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { RoundDetail } from "../../../src/modules/exemplars/contract.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import styles from "../exemplars.module.css";
import { say } from "./messages.ts";

type Clause = NonNullable<RoundDetail["clause"]>;
type Props = { value: Clause | null; onChange(clause: Clause | null): void };

/** The clause of a plan that the round carries out: its words come along and stay as they stood. */
export function ClausePicker({ value, onChange }: Props) {
  const t = useText();
  const [choosing, setChoosing] = useState(false);
  if (value) {
    return (
      <div role="group" aria-label={t(say("clause"))} className={styles["question"]}>
        <div className={styles["fieldLabel"]}>{t(say("clause"))}</div>
        <div className={styles["note"]}>
          <h2>{[value.label, value.clause].filter(Boolean).join(", ")}</h2>
          <p>{value.quote}</p>
        </div>
        <Button variant="default" className={styles["start"]} onClick={() => onChange(null)}>
          {t(say("clauseRemove"))}
        </Button>
      </div>
    );
  }
  return choosing ? (
    <Choosing
      onChoose={(clause) => {
        setChoosing(false);
        onChange(clause);
      }}
    />
  ) : (
    <div>
      <div className={styles["fieldLabel"]}>{t(say("clause"))}</div>
      <Button variant="default" mt={6} onClick={() => setChoosing(true)}>
        {t(say("clauseChoose"))}
      </Button>
    </div>
  );
}

function Choosing({ onChoose }: { onChoose(clause: Clause): void }) {
  const t = useText();
  const [text, setText] = useState("");
  const [asked] = useDebouncedValue(text.trim(), 250);
  const [planId, setPlanId] = useState<string | null>(null);
  const plans = useQuery({
    ...orpc.plans.list.queryOptions({ input: { text: planId ? "" : asked, page: 1 } }),
    placeholderData: keepPreviousData,
  });
  const plan = useQuery({ ...orpc.plans.get.queryOptions({ input: { id: planId ?? "" } }), enabled: planId !== null });
  const items = (plan.data?.items ?? []).filter(({ kind }) => kind === "target" || kind === "task");
  return (
    <div className={styles["question"]}>
      <Select
        label={t(say("clausePlan"))}
        description={t(say("clausePlanHint"))}
        size="md"
        searchable
        filter={({ options }) => options}
        data={(plans.data?.plans ?? []).map(({ id, number, title }) => ({ value: id, label: [number, title].filter(Boolean).join(": ") }))}
        nothingFoundMessage={t(say("clauseNoPlan"))}
        onSearchChange={setText}
        value={planId}
        onChange={setPlanId}
      />
      <ErrorNote error={plans.error ?? plan.error} onRetry={() => void (plans.error ? plans.refetch() : plan.refetch())} />
      {plan.data && (
        <Select
          label={t(say("clauseItem"))}
          size="md"
          searchable
          data={items.map(({ id, clause, text: words }) => ({
            value: id,
            label: [clause, words].filter(Boolean).join(". ").slice(0, 160),
          }))}
          nothingFoundMessage={t(say("clauseNoItem"))}
          value={null}
          onChange={(itemId) => {
            const item = items.find(({ id }) => id === itemId);
            if (!item) return;
            const { number, title } = plan.data;
            onChoose({
              planId: plan.data.id,
              itemId: item.id,
              clause: item.clause,
              quote: (item.quote || item.text).slice(0, 2000),
              label: [number, title].filter(Boolean).join(": ").slice(0, 300) || null,
            });
          }}
        />
      )}
    </div>
  );
}
