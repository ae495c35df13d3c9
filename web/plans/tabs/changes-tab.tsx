import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { facts } from "../../../src/kernel/facts.ts";
import type { Plan } from "../../../src/modules/plans/contract.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { showInstant } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Section } from "../../ui/section.tsx";
import { AdjustmentsSection } from "../adjustments-section.tsx";
import { ChangesView } from "../changes-view.tsx";
import { say } from "../messages.ts";
import styles from "../plans.module.css";
import { stateText, stateTone } from "../words.ts";

/** Requests for adjustment with their answers, then the plan's editions and what each changed. */
export function ChangesTab({ plan }: { plan: Plan }) {
  const t = useText();
  return (
    <>
      <AdjustmentsSection plan={plan} />
      <Section title={t(say("editions"))}>
        <ol className={styles["editions"]}>
          {plan.editions.map(({ edition, state, reason, issuedAt, issuedBy }) => (
            <li key={edition}>
              <strong>{t(say("editionOf", { edition }))}</strong> <StateBadge tone={stateTone[state]}>{t(stateText[state])}</StateBadge>
              <span className={styles["quietLine"]}>
                {facts([reason, issuedBy && issuedAt && t(say("issuedByAt", { name: issuedBy, at: showInstant(issuedAt) }))])}
              </span>
            </li>
          ))}
        </ol>
        {plan.editions.length < 2 ? <p className={styles["note"]}>{t(say("onlyEdition"))}</p> : <Compare plan={plan} />}
      </Section>
    </>
  );
}

function Compare({ plan }: { plan: Plan }) {
  const t = useText();
  const pairs = plan.editions.slice(1).map(({ edition }, at) => ({ from: plan.editions[at]?.edition ?? 1, to: edition }));
  const [pair, setPair] = useState(pairs.at(-1) ?? { from: 1, to: 2 });
  const changes = useQuery(orpc.plans.changes.queryOptions({ input: { id: plan.id, ...pair } }));
  return (
    <>
      <Select
        maw="22rem"
        mb="sm"
        aria-label={t(say("editions"))}
        allowDeselect={false}
        data={pairs.map((each) => ({ value: String(each.to), label: t(say("compareWith", each)) }))}
        value={String(pair.to)}
        onChange={(to) => setPair(pairs.find((each) => String(each.to) === to) ?? pair)}
      />
      {changes.isPending && <Busy rows={4} />}
      {changes.error && <ErrorNote error={changes.error} onRetry={() => void changes.refetch()} />}
      {changes.data && <ChangesView changes={changes.data} />}
    </>
  );
}
