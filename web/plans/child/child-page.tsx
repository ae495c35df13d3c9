import { Button, Modal } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { ChildClause, Plan } from "../../../src/modules/plans/contract.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Section } from "../../ui/section.tsx";
import { ItemCard } from "../item-card.tsx";
import { say as sayPlan } from "../messages.ts";
import styles from "../plans.module.css";
import { ItemForm } from "../prepare/item-form.tsx";
import { stateText, stateTone } from "../words.ts";
import { ClauseCard } from "./clause-card.tsx";
import { MatchSection } from "./match-section.tsx";
import { say } from "./messages.ts";

/** A unit's own plan under its superior's: one answer per clause that binds the unit, then its own additions. */
export function ChildPage() {
  const t = useText();
  const { planId } = useParams({ from: "/staff/plans/$planId/child" });
  const editions = useQuery(orpc.plans.editions.queryOptions({ input: { id: planId } }));
  const edition = editions.data?.at(-1)?.edition;
  const plan = useQuery({
    ...orpc.plans.get.queryOptions({ input: { id: planId, edition: edition ?? 1 } }),
    enabled: edition !== undefined,
  });
  const clauses = useQuery({
    ...orpc.plans.clauses.queryOptions({ input: { id: planId, edition: edition ?? 1 } }),
    enabled: edition !== undefined,
    retry: false,
  });
  const error = editions.error ?? plan.error;
  if (error) {
    return (
      <>
        <PageHeader title={t(sayPlan("title"))} back={{ to: "/plans", text: t(sayPlan("toPlans")) }} />
        <ErrorNote error={error} onRetry={() => void editions.refetch()} />
      </>
    );
  }
  if (!plan.data) return <Busy rows={8} />;
  const back = { to: `/plans/${planId}`, text: t(sayPlan("toPlan")) };
  if (plan.data.parent === null) {
    return (
      <>
        <PageHeader title={plan.data.title} back={back} />
        <EmptyState title={t(say("notChild"))} />
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={plan.data.title}
        back={back}
        badge={<StateBadge tone={stateTone[plan.data.state]}>{t(stateText[plan.data.state])}</StateBadge>}
        note={
          <Link to="/plans/$planId" params={{ planId: plan.data.parent.id }}>
            {t(say("note", { title: plan.data.parent.title }))}
          </Link>
        }
        actions={
          plan.data.acts.length > 0 &&
          plan.data.state !== "issued" && (
            <Link to="/plans/$planId/prepare" params={{ planId }} search={{ step: 3 }} className={styles["mainLink"]}>
              {t(say("goOn"))}
            </Link>
          )
        }
      />
      {clauses.isPending && <Busy rows={6} />}
      {clauses.error && <ErrorNote error={clauses.error} onRetry={() => void clauses.refetch()} />}
      {clauses.data && <Clauses plan={plan.data} clauses={clauses.data} />}
    </>
  );
}

function Clauses({ plan, clauses }: { plan: Plan; clauses: ChildClause[] }) {
  const t = useText();
  const client = useQueryClient();
  const [adding, setAdding] = useState(false);
  const editable = plan.acts.includes("edit");
  const answered = clauses.filter(({ decision }) => decision !== "pending");
  const waiting = clauses.filter(({ decision, role }) => decision === "pending" && role !== "partner");
  const linked = new Set(clauses.flatMap(({ childItem }) => (childItem ? [childItem.id] : [])));
  // With nothing taken in yet there is no draft to write.
  const drafted = plan.items.length > 0;
  const own = plan.items.filter(({ id }) => !linked.has(id));
  const all = useMutation({
    // One after the other: each answer makes an item in the same plan.
    mutationFn: async () => {
      for (const { parentItem, version } of waiting)
        await api.plans.answerClause({ id: plan.id, parentItemId: parentItem.id, version, decision: "take-over" });
    },
    onSettled: () => client.invalidateQueries({ queryKey: orpc.plans.key() }),
  });
  return (
    <>
      <p className={styles["note"]}>{editable ? t(say("intro")) : t(say("readOnly"))}</p>
      <div className={styles["summary"]}>
        <StateBadge tone={answered.length === clauses.length ? "good" : "attention"}>
          {t(say("progress", { answered: answered.length, total: clauses.length }))}
        </StateBadge>
        {editable && waiting.length > 1 && (
          <Button size="compact-md" variant="default" loading={all.isPending} onClick={() => all.mutate()}>
            {t(say("takeOverAll", { count: waiting.length }))}
          </Button>
        )}
        {drafted && (
          <a className={styles["sideLink"]} href={`/files/plans/${plan.id}/draft?edition=${plan.edition}`}>
            <Icon name="download" size={18} /> {t(say("download"))}
          </a>
        )}
      </div>
      {drafted && <p className={styles["quietLine"]}>{t(say("downloadNote"))}</p>}
      <ErrorNote error={all.error} />
      {editable && plan.documentId !== null && <MatchSection plan={plan} clauses={clauses} />}
      <div className={styles["items"]}>
        {clauses.map((clause) => (
          <ClauseCard key={clause.parentItem.id} plan={plan} clause={clause} editable={editable} />
        ))}
      </div>
      <Section
        title={`${t(say("ownItems"))} (${own.length})`}
        note={t(say("ownNote"))}
        actions={
          editable && (
            <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>
              {t(say("addOwn"))}
            </Button>
          )
        }
      >
        <div className={styles["items"]}>
          {own.map((item) => (
            <ItemCard key={item.id} item={item} />
          ))}
        </div>
      </Section>
      <Modal
        opened={adding}
        onClose={() => setAdding(false)}
        size="xl"
        title={t(say("addTitle"))}
        closeButtonProps={{ "aria-label": t(say("close")) }}
      >
        {adding && <ItemForm planId={plan.id} item={null} onDone={() => setAdding(false)} />}
      </Modal>
    </>
  );
}
