import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { dot, facts } from "../../src/kernel/facts.ts";
import type { WorkDetail } from "../../src/modules/work/contract.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { useMay } from "../shell/session.tsx";
import { Busy } from "../ui/busy.tsx";
import { showDate } from "../ui/dates.ts";
import { ErrorNote } from "../ui/error-note.tsx";
import { HistoryPanel } from "../ui/history-panel.tsx";
import { KeyValue } from "../ui/key-value.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Section } from "../ui/section.tsx";
import { NextSteps } from "./next-steps.tsx";
import { say } from "./messages.ts";
import { periodText } from "./period.ts";
import { Timeline } from "./timeline.tsx";
import { WorkStateBadge } from "./work-state.tsx";
import styles from "./work.module.css";

/** One item: what is asked, because of which words, by when; what can be done now; what has happened. */
export function WorkItemPage() {
  const t = useText();
  const { workId } = useParams({ from: "/staff/work/$workId" });
  const client = useQueryClient();
  const query = useQuery({ ...orpc.work.get.queryOptions({ input: { id: workId } }), refetchOnWindowFocus: true });
  if (query.isPending) return <Busy rows={6} />;
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  const work = query.data;
  const onChanged = (changed: WorkDetail) => {
    client.setQueryData(orpc.work.get.queryKey({ input: { id: workId } }), changed);
    void client.invalidateQueries({ queryKey: orpc.work.desk.key() });
    void client.invalidateQueries({ queryKey: orpc.work.list.key() });
    void client.invalidateQueries({ queryKey: orpc.work.counts.key() });
    void client.invalidateQueries({ queryKey: ["history", "work", workId] });
  };
  return (
    <>
      <PageHeader
        title={work.title}
        note={facts([t(say(`kind.${work.kind}`)), work.period && t(periodText(work.period))])}
        badge={<WorkStateBadge work={work} />}
        back={{ to: "/desk", text: t(say("backToDesk")) }}
      />
      <div className={styles["columns"]}>
        <div>
          <What work={work} />
          <Why work={work} />
          <Section title={t(say("timeline"))}>
            <Timeline entries={work.entries} />
          </Section>
          <HistoryPanel kind="work" id={work.id} />
        </div>
        <NextSteps key={work.id} work={work} onChanged={onChanged} />
      </div>
    </>
  );
}

function What({ work }: { work: WorkDetail }) {
  const t = useText();
  const { due } = work;
  return (
    <Section title={t(say("what"))}>
      {work.text !== work.title && <p className={styles["words"]}>{work.text}</p>}
      <KeyValue
        items={[
          [t(say("due")), <Due key="due" due={due} work={work} />],
          [t(say("assignedBy", { edge: t(say(`edge.${work.edge}`)) })), work.assigner.name],
          [t(say("lead")), work.lead.name],
          [t(say("partners")), work.partners.length > 0 ? work.partners.map(({ name }) => name).join("; ") : t(say("noPartners"))],
          [t(say("period")), work.period && t(periodText(work.period))],
          [t(say("progress")), work.percent === null ? null : `${work.percent}%`],
        ]}
      />
    </Section>
  );
}

/** As printed first, then the last day, then how much time is left. */
function Due({ due, work }: { due: WorkDetail["due"]; work: WorkDetail }) {
  const t = useText();
  const { standing, daysLeft } = work;
  const lastDay =
    due.lastDay && !due.text.includes(showDate(due.lastDay)) ? ` (${t(say("lastDay", { date: showDate(due.lastDay) }))})` : "";
  const late = standing === "late" && daysLeft !== null ? t(say("leftLate", { days: -daysLeft })) : null;
  return (
    <>
      {due.text || t(say("leftNone"))}
      {lastDay}
      {late && (
        <strong className={styles["late"]}>
          {dot}
          {late}
        </strong>
      )}
    </>
  );
}

/** "Ai bắt tôi làm việc này, theo văn bản nào": the words themselves, and the way to them. */
function Why({ work }: { work: WorkDetail }) {
  const t = useText();
  const may = useMay();
  const { origin, because } = work;
  const document = because.label ?? t(say("thePlan"));
  return (
    <Section title={t(say("whyTitle"))}>
      <div>{t(origin.clause ? say("whyFrom", { document, clause: origin.clause }) : say("whyFromDocument", { document }))}</div>
      <blockquote className={styles["quote"]}>{wholeQuote(work)}</blockquote>
      <div className={styles["links"]}>
        {because.readable && origin.documentId && (
          <Link to="/documents/$documentId/review" params={{ documentId: origin.documentId }} search={{ line: origin.line ?? undefined }}>
            {t(say("openLine"))}
          </Link>
        )}
        {may("plan:view") && (
          <Link to="/plans/$planId" params={{ planId: origin.planId }}>
            {t(say("openPlan"))}
          </Link>
        )}
      </div>
    </Section>
  );
}

/** The record holds the beginning of long words; the item's own text has them all, or an ellipsis says that there is more. */
function wholeQuote({ origin: { quote }, text }: WorkDetail): string {
  if (quote.length < 120 || /[.;:!?…]$/.test(quote)) return quote;
  return text.startsWith(quote) ? text : `${quote}…`;
}
