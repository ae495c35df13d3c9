import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { facts } from "../../../src/kernel/facts.ts";
import type { DecisionDetail } from "../../../src/modules/exemplars/recognition/contract.ts";
import { levelNames } from "../../../src/modules/exemplars/recognition/messages.ts";
import { fieldTitles } from "../../../src/modules/exemplars/messages.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { showDate } from "../../ui/dates.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { HistoryPanel } from "../../ui/history-panel.tsx";
import { KeyValue } from "../../ui/key-value.tsx";
import { showDone } from "../../ui/notices.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { Section } from "../../ui/section.tsx";
import styles from "../exemplars.module.css";
import { CandidateSection } from "./candidate-section.tsx";
import { DecisionActs } from "./decision-acts.tsx";
import { HeaderForm } from "./header-form.tsx";
import { ItemLine } from "./item-line.tsx";
import { say } from "./messages.ts";
import own from "./recognition.module.css";
import { stageOf, stageText, stageTone } from "./words.ts";

/** One decision: what it says and recognises, what keeps it from being signed, and beside it what can be done. */
export function DecisionPage() {
  const t = useText();
  const { decisionId } = useParams({ from: "/staff/exemplars/decisions/$decisionId" });
  const client = useQueryClient();
  const [editing, setEditing] = useState(false);
  const query = useQuery({
    ...orpc.exemplars.recognition.decisions.get.queryOptions({ input: { id: decisionId } }),
    refetchOnWindowFocus: true,
  });
  if (query.isPending) return <Busy rows={6} />;
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  const decision = query.data;
  const onChanged = (changed: DecisionDetail) => {
    client.setQueryData(orpc.exemplars.recognition.decisions.get.queryKey({ input: { id: decisionId } }), changed);
    void client.invalidateQueries({ queryKey: orpc.exemplars.recognition.decisions.list.key() });
    void client.invalidateQueries({ queryKey: orpc.exemplars.recognition.decisions.candidates.key() });
    void client.invalidateQueries({ queryKey: ["history", "exemplar-decision", decisionId] });
  };
  return (
    <>
      <PageHeader
        title={decision.title}
        note={facts([decision.body.name, t(levelNames[decision.level])])}
        badge={<StateBadge tone={stageTone[stageOf(decision)]}>{t(stageText(decision))}</StateBadge>}
        back={{ to: "/exemplars/decisions", text: t(say("toList")) }}
      />
      {editing ? (
        <HeaderForm
          decision={decision}
          onCancel={() => setEditing(false)}
          onCurrent={onChanged}
          onDone={(changed) => {
            setEditing(false);
            onChanged(changed);
            showDone(t(say("saved")));
          }}
        />
      ) : (
        <div className={styles["columns"]}>
          <DecisionActs decision={decision} onEdit={() => setEditing(true)} onChanged={onChanged} />
          <div>
            <What decision={decision} />
            <Listed decision={decision} onChanged={onChanged} />
            {decision.quotas.length > 0 && <Quotas decision={decision} />}
            {decision.can.includes("edit") && <CandidateSection decision={decision} onChanged={onChanged} />}
            <HistoryPanel kind="exemplar-decision" id={decision.id} />
          </div>
        </div>
      )}
    </>
  );
}

/** The text itself, so that whoever signs reads it on a phone without opening a file. */
function What({ decision }: { decision: DecisionDetail }) {
  const t = useText();
  const { header, articles, number, decidedOn, signer, madeBy } = decision;
  return (
    <Section title={t(say("text"))}>
      <KeyValue
        items={[
          [t(say("number")), number === null ? null : t(say("onDay", { number, day: showDate(decidedOn ?? "") }))],
          [
            t(say("signedBy")),
            signer && `${signer.name}, ${signer.post} (${t(say(signer.how === "here" ? "signedHere" : "signedPaper"))})`,
          ],
          [t(say("madeBy")), madeBy],
        ]}
      />
      <div className={own["paper"]}>
        {header.bases.map((basis) => (
          <p key={basis} className={own["basis"]}>
            {basis};
          </p>
        ))}
        {articles.map((article, at) => (
          <p key={article}>
            <strong>{`Điều ${at + 1}.`}</strong> {article}
          </p>
        ))}
      </div>
    </Section>
  );
}

type Props = { decision: DecisionDetail; onChanged(decision: DecisionDetail): void };

function Listed({ decision, onChanged }: Props) {
  const t = useText();
  const { id, version, list } = decision;
  const editable = decision.can.includes("edit");
  const change = async (next: DecisionDetail["list"]) =>
    onChanged(
      await api.exemplars.recognition.decisions.choose({
        id,
        version,
        list: next.map(({ exemplar, printedAs, deed, consent }) => ({ exemplarId: exemplar.id, printedAs, deed, consent })),
      }),
    );
  return (
    <Section title={`${t(say("list"))} (${list.length})`}>
      {list.length === 0 ? (
        <EmptyState title={t(say("emptyList"))}>{editable && t(say("emptyListText"))}</EmptyState>
      ) : (
        <ol className={own["lines"]}>
          {list.map((item, at) => (
            <ItemLine
              key={item.exemplar.id}
              item={item}
              editable={editable}
              facts={[item.exemplar.lead.name, item.exemplar.field === null ? "" : t(fieldTitles[item.exemplar.field])]}
              onRemove={() => change(list.toSpliced(at, 1))}
              onSave={(changed) => change(list.with(at, { ...item, ...changed }))}
            />
          ))}
        </ol>
      )}
    </Section>
  );
}

/** By name, in the order of the tree; nobody is ranked. */
function Quotas({ decision }: { decision: DecisionDetail }) {
  const t = useText();
  return (
    <Section title={t(say("quotas"))}>
      <ul className={own["lines"]}>
        {decision.quotas.map((quota) => (
          <li key={`${quota.unit.id} ${quota.round}`}>
            <span>
              {quota.unit.name}
              <span className={own["facts"]}>{quota.round}</span>
            </span>
            <span>{t(say("quotaLine", quota))}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
