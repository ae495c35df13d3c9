import { Button, Group, Select } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { facts } from "../../../src/kernel/facts.ts";
import type { ChildClause, ClauseMatch, Plan } from "../../../src/modules/plans/contract.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { Busy } from "../../ui/busy.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Section } from "../../ui/section.tsx";
import styles from "../plans.module.css";
import { clauseText } from "../words.ts";
import { say } from "./messages.ts";

/** For a plan written in Word: which of its items answers which clause, guessed and then confirmed pair by pair. */
export function MatchSection({ plan, clauses }: { plan: Plan; clauses: ChildClause[] }) {
  const t = useText();
  const matches = useQuery(orpc.plans.matches.queryOptions({ input: { id: plan.id } }));
  const open = new Map(clauses.filter(({ decision }) => decision === "pending").map((clause) => [clause.parentItem.id, clause]));
  const shown = (matches.data ?? []).filter(({ parentItemId }) => open.has(parentItemId));
  return (
    <Section title={t(say("matches"))} note={t(say("matchesNote"))}>
      {matches.isPending && <Busy rows={4} />}
      {matches.error && <ErrorNote error={matches.error} onRetry={() => void matches.refetch()} />}
      {matches.data && shown.length === 0 && <p className={styles["note"]}>{t(say("allMatched"))}</p>}
      <div className={styles["items"]}>
        {shown.map((match) => {
          const clause = open.get(match.parentItemId);
          return clause ? <Match key={match.parentItemId} plan={plan} match={match} clause={clause} /> : null;
        })}
      </div>
    </Section>
  );
}

function Match({ plan, match, clause }: { plan: Plan; match: ClauseMatch; clause: ChildClause }) {
  const t = useText();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<string | null>(match.candidates[0]?.childItemId ?? null);
  const answer = useMutation(
    orpc.plans.answerClause.mutationOptions({ onSettled: () => client.invalidateQueries({ queryKey: orpc.plans.key() }) }),
  );
  const best = match.candidates.find(({ childItemId }) => childItemId === chosen);
  const item = plan.items.find(({ id }) => id === chosen);
  return (
    <article className={styles["item"]}>
      <div className={styles["twoSides"]}>
        <div>
          <span className={styles["clause"]}>{t(clauseText(match.parentClause))}</span>
          <p className={styles["itemText"]}>{match.parentText}</p>
        </div>
        <div>
          {item ? (
            <>
              <span className={styles["clause"]}>{t(clauseText(item.clause))}</span>
              <p className={styles["itemText"]}>{item.text}</p>
              {best && (
                <p className={styles["quietLine"]}>
                  {facts([
                    t(say("likeness", { percent: Math.round(best.confidence * 100) })),
                    best.numbers && t(say("sameNumbers")),
                    best.dates && t(say("sameDates")),
                  ])}
                </p>
              )}
            </>
          ) : (
            <p className={styles["note"]}>{t(say("matchNone"))}</p>
          )}
          <Group gap="xs" mt="xs" align="flex-end">
            {chosen && (
              <Button
                size="xs"
                variant="default"
                loading={answer.isPending}
                onClick={() =>
                  answer.mutate({
                    id: plan.id,
                    parentItemId: match.parentItemId,
                    version: clause.version,
                    decision: "take-over",
                    childItemId: chosen,
                  })
                }
              >
                {t(say("confirmMatch"))}
              </Button>
            )}
            <Select
              size="xs"
              className={styles["grow"]}
              aria-label={t(say("chooseOther"))}
              placeholder={t(say("chooseOther"))}
              searchable
              data={plan.items.map(({ id, clause: at, text }) => ({ value: id, label: `${t(clauseText(at))}: ${text.slice(0, 90)}` }))}
              value={chosen}
              onChange={setChosen}
            />
          </Group>
          <ErrorNote error={answer.error} />
        </div>
      </div>
    </article>
  );
}
