import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { fold } from "../../../src/kernel/text.ts";
import type { Plan } from "../../../src/modules/plans/contract.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { Busy } from "../../ui/busy.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import plans from "../plans.module.css";
import { say } from "./messages.ts";
import { TargetsList } from "./targets-list.tsx";
import { TargetsMap, type Chosen } from "./targets-map.tsx";
import { TargetUnitDialog } from "./targets-unit.tsx";
import { TargetsWays } from "./targets-ways.tsx";
import styles from "./targets.module.css";
import { stateSign, states, stateText } from "./words.ts";

const shownAtFirst = 30;

/** How far each target is, unit by unit. No order but the directory's: nobody is ranked. */
export function TargetsTab({ plan }: { plan: Plan }) {
  const t = useText();
  const [year, setYear] = useState<number | null>(null);
  const [find, setFind] = useState("");
  const [all, setAll] = useState(false);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const answer = useQuery({
    ...orpc.plans.targets.queryOptions({ input: { id: plan.id, ...(year === null ? {} : { year }) } }),
    placeholderData: (before) => before,
  });
  if (answer.isPending) return <Busy rows={8} />;
  if (answer.error) return <ErrorNote error={answer.error} onRetry={() => void answer.refetch()} />;
  const { targets, units, years, mayLink, whole } = answer.data;
  if (targets.length === 0) return <EmptyState title={t(say("empty"))}>{t(say("emptyText"))}</EmptyState>;
  const words = fold(find);
  const found = words === "" ? units : units.filter(({ unit }) => fold(unit.name).includes(words));
  const shown = all || words !== "" ? found : found.slice(0, shownAtFirst);
  const waiting = targets.filter(({ link }) => !link?.confirmed).length;
  return (
    <>
      <p className={plans["note"]}>{t(say(whole ? "note" : "noteOwn"))}</p>
      {mayLink && waiting > 0 && (
        <p className={plans["hint"]}>
          {t(say("toConfirm", { count: waiting }))} <a href="#ways">{t(say("toWays"))}</a>
        </p>
      )}
      <div className={styles["bar"]}>
        <NativeSelect
          label={t(say("year"))}
          value={String(answer.data.year)}
          onChange={(event) => setYear(Number(event.currentTarget.value))}
          data={years.map(String)}
        />
        {units.length > 8 && <TextInput label={t(say("find"))} value={find} onChange={(event) => setFind(event.currentTarget.value)} />}
        <ul className={styles["key"]} aria-label={t(say("legend"))}>
          {states.map((state) => (
            <li key={state}>
              <span data-state={state} aria-hidden="true">
                {stateSign[state]}
              </span>
              {t(stateText[state])}
            </li>
          ))}
        </ul>
      </div>
      <div className={styles["desk"]}>
        <TargetsMap units={shown} targets={targets} onChoose={setChosen} />
      </div>
      <div className={styles["phone"]}>
        <TargetsList units={shown} targets={targets} onChoose={setChosen} />
      </div>
      {found.length === 0 && <p>{t(say("noneFound"))}</p>}
      {shown.length < found.length && (
        <Button mt="sm" variant="default" size="xs" onClick={() => setAll(true)}>
          {t(say("showAll", { count: found.length }))}
        </Button>
      )}
      <TargetsWays planId={plan.id} targets={targets} mayLink={mayLink} />
      {chosen && <TargetUnitDialog planId={plan.id} year={answer.data.year} chosen={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}
