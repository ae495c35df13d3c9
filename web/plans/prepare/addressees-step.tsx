import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Addressee, Plan } from "../../../src/modules/plans/contract.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Section } from "../../ui/section.tsx";
import styles from "../plans.module.css";
import { EdgesSection } from "./edges-section.tsx";
import { ExpressionCard } from "./expression-card.tsx";
import { say } from "./messages.ts";

const isOpen = ({ skipped, units, understood }: Addressee): boolean => skipped === null && units.length === 0 && understood === null;
const isDoubtful = (addressee: Addressee): boolean =>
  isOpen(addressee) || (addressee.skipped === null && (addressee.units.length === 0 || addressee.unclear.length > 0));

/** Step 3: whom every expression of the plan means, and what may be asked of them. What needs a decision stands first. */
export function AddresseesStep({ plan, onDone }: { plan: Plan; onDone(): void }) {
  const t = useText();
  const client = useQueryClient();
  const list = useQuery(orpc.plans.addressees.queryOptions({ input: { id: plan.id, edition: plan.edition } }));
  const again = useMutation(
    orpc.plans.resolve.mutationOptions({ onSuccess: () => client.invalidateQueries({ queryKey: orpc.plans.key() }) }),
  );
  const skipAll = async (addressees: Addressee[]) => {
    for (const { id, version, readAs } of addressees)
      await api.plans.readExpression({ id: plan.id, expressionId: id, version, readAs, skipped: t(say("notUnitDefault")) });
    await client.invalidateQueries({ queryKey: orpc.plans.key() });
  };
  if (list.isPending) return <Busy rows={8} />;
  if (list.error) return <ErrorNote error={list.error} onRetry={() => void list.refetch()} />;
  const used = list.data.filter(({ clauses }) => clauses.length > 0);
  const recipients = list.data.filter(({ clauses, recipient }) => clauses.length === 0 && recipient);
  const open = used.filter(isOpen);
  const doubtful = used.filter(isDoubtful);
  const clear = used.filter((addressee) => !isDoubtful(addressee));
  const cards = (addressees: Addressee[], opened = false) => (
    <div className={styles["matrix"]}>
      {addressees.map((addressee) => (
        <ExpressionCard key={addressee.id} plan={plan} addressee={addressee} startOpened={opened} />
      ))}
    </div>
  );
  return (
    <>
      <p className={styles["note"]}>{t(say("unitsNote"))}</p>
      <div className={styles["summary"]}>
        {open.length > 0 ? (
          <StateBadge tone="attention">{t(say("needsYou", { count: open.length }))}</StateBadge>
        ) : (
          <StateBadge tone="good">{t(say("allClear"))}</StateBadge>
        )}
        <Button size="compact-sm" variant="default" loading={again.isPending} onClick={() => again.mutate({ id: plan.id })}>
          {t(say("resolveAgain"))}
        </Button>
      </div>
      <ErrorNote error={again.error} />
      {doubtful.length > 0 && (
        <Section
          title={`${t(say("toSettle"))} (${doubtful.length})`}
          actions={
            open.length > 1 && (
              <ConfirmButton
                question={t(say("skipAllQuestion"))}
                consequence={t(say("skipAllText"))}
                confirm={t(say("notUnit"))}
                onConfirm={() => skipAll(open)}
              >
                {t(say("skipAll", { count: open.length }))}
              </ConfirmButton>
            )
          }
        >
          {cards(doubtful, doubtful.length <= 3)}
        </Section>
      )}
      {clear.length > 0 && <Section title={`${t(say("understoodList"))} (${clear.length})`}>{cards(clear)}</Section>}
      {recipients.length > 0 && (
        <Section title={`${t(say("recipientsList"))} (${recipients.length})`} note={t(say("recipientsNote"))}>
          {cards(recipients)}
        </Section>
      )}
      <EdgesSection plan={plan} />
      <div className={styles["buttons"]}>
        <Button onClick={onDone}>{t(say("next"))}</Button>
      </div>
    </>
  );
}
