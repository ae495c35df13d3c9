import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { facts } from "../../src/kernel/facts.ts";
import type { CandidateDetail } from "../../src/modules/awards/contract.ts";
import styles from "../exemplars/exemplars.module.css";
import { api, orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { StateBadge } from "../ui/badges.tsx";
import { Busy } from "../ui/busy.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { HistoryPanel } from "../ui/history-panel.tsx";
import { showDone } from "../ui/notices.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { ReasonForm } from "../ui/reason-form.tsx";
import { CandidateAbout } from "./candidate-about.tsx";
import { CandidateForm, type WrittenCandidate } from "./candidate-form.tsx";
import { EarlierNote } from "./earlier-note.tsx";
import { say } from "./messages.ts";
import { PapersSection } from "./papers-section.tsx";
import { candidateStateText, candidateTone } from "./words.ts";

/** One proposal: what it says, its papers, how the council voted, what became of it. */
export function CandidatePage() {
  const t = useText();
  const { candidateId } = useParams({ from: "/staff/awards/candidates/$candidateId" });
  const client = useQueryClient();
  const [editing, setEditing] = useState(false);
  const query = useQuery({ ...orpc.awards.candidates.get.queryOptions({ input: { id: candidateId } }), refetchOnWindowFocus: true });
  if (query.isPending) return <Busy rows={6} />;
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  const candidate = query.data;
  const onChanged = (changed: CandidateDetail) => {
    client.setQueryData(orpc.awards.candidates.get.queryKey({ input: { id: candidateId } }), changed);
    void client.invalidateQueries({ queryKey: orpc.awards.campaigns.key() });
    void client.invalidateQueries({ queryKey: ["history", "award-candidate", candidateId] });
  };
  return (
    <>
      <PageHeader
        title={candidate.printedName ?? t(say("erasedName"))}
        note={facts([candidate.formName, candidate.unit.name])}
        badge={<StateBadge tone={candidateTone[candidate.state]}>{t(candidateStateText(candidate.state))}</StateBadge>}
        back={{ to: `/awards/${candidate.campaign.id}`, text: candidate.campaign.title }}
      />
      {editing ? (
        <Editing
          candidate={candidate}
          onBack={() => setEditing(false)}
          onDone={(changed, sent) => {
            setEditing(false);
            onChanged(changed);
            showDone(t(say(sent ? "sent" : "savedDraft")));
          }}
        />
      ) : (
        <div className={styles["columns"]}>
          <Acts key={candidate.version} candidate={candidate} onEdit={() => setEditing(true)} onChanged={onChanged} />
          <div>
            <EarlierNote items={candidate.earlier} />
            <CandidateAbout candidate={candidate} />
            <PapersSection
              campaignId={candidate.campaign.id}
              candidateId={candidate.id}
              papers={candidate.papers}
              mayAttach={candidate.can.length > 0}
              onChanged={() => void query.refetch()}
            />
            <HistoryPanel kind="award-candidate" id={candidate.id} />
          </div>
        </div>
      )}
    </>
  );
}

const writtenOf = (candidate: CandidateDetail): WrittenCandidate => ({
  subject: candidate.subject,
  form: candidate.form,
  printedName: candidate.printedName ?? "",
  printedPost: candidate.printedPost ?? "",
  printedUnit: candidate.printedUnit ?? "",
  deed: candidate.deed,
  results: candidate.words.results ?? "",
  background: candidate.words.background ?? "",
  lessons: candidate.words.lessons ?? "",
  otherAchievement: candidate.otherAchievement ?? "",
  consent: candidate.consent !== null,
  consentHow: candidate.consent?.how ?? "",
});

type EditingProps = { candidate: CandidateDetail; onBack(): void; onDone(candidate: CandidateDetail, sent: boolean): void };

function Editing({ candidate, onBack, onDone }: EditingProps) {
  const campaign = useQuery(orpc.awards.campaigns.get.queryOptions({ input: { id: candidate.campaign.id } }));
  const [version, setVersion] = useState(candidate.version);
  if (campaign.isPending) return <Busy rows={4} />;
  if (campaign.error) return <ErrorNote error={campaign.error} onRetry={() => void campaign.refetch()} />;
  const { periodFrom, periodUntil } = candidate;
  return (
    <CandidateForm
      thing={`award-candidate:${candidate.id}`}
      campaign={campaign.data}
      chosen={{ unitId: candidate.unit.id, ...(candidate.exemplar ? { exemplarId: candidate.exemplar.id } : {}) }}
      initial={writtenOf(candidate)}
      consentOn={candidate.consent?.on}
      save={async (input) => {
        const saved = await api.awards.candidates.edit({ ...input, periodFrom, periodUntil, id: candidate.id, version });
        setVersion(saved.version);
        return saved;
      }}
      propose={(saved) => api.awards.candidates.propose({ id: saved.id, version: saved.version })}
      onDone={onDone}
      onCancel={onBack}
    />
  );
}

type ActsProps = { candidate: CandidateDetail; onEdit(): void; onChanged(candidate: CandidateDetail): void };
type WithReason = "withdraw" | "return" | "erase";

function Acts({ candidate, onEdit, onChanged }: ActsProps) {
  const t = useText();
  const [act, setAct] = useState<WithReason | null>(null);
  const { id, version, can, reason, state } = candidate;
  const propose = useMutation({
    mutationFn: () => api.awards.candidates.propose({ id, version }),
    onSuccess: (changed) => {
      onChanged(changed);
      showDone(t(say("sent")));
    },
  });
  const others = (["return", "withdraw"] as const).filter((each) => can.includes(each));
  return (
    <aside className={styles["aside"]} aria-label={t(say("acts"))}>
      {reason && (state === "returned" || state === "withdrawn") && (
        <div className={styles["note"]} data-tone={state === "returned" ? "attention" : undefined}>
          <h2>{t(say(`${state}Because`))}</h2>
          <p>{reason}</p>
        </div>
      )}
      {act ? (
        <ReasonForm
          title={t(say(act))}
          note={act === "erase" && t(say("eraseText"))}
          confirm={t(say(act))}
          back={t(say("back"))}
          question={t(say("reason"))}
          send={(words) => api.awards.candidates[act]({ id, version, reason: words })}
          onCancel={() => setAct(null)}
          onDone={(changed) => {
            onChanged(changed);
            showDone(t(say("done")));
          }}
        />
      ) : (
        <div className={styles["acts"]}>
          <ErrorNote error={propose.error} />
          {can.includes("propose") && (
            <Button loading={propose.isPending} onClick={() => propose.mutate()}>
              {t(say("send"))}
            </Button>
          )}
          {can.includes("edit") && (
            <Button variant="default" onClick={onEdit}>
              {t(say("edit"))}
            </Button>
          )}
          <a href={`/files/awards/candidates/${id}/report`} className={styles["sideLink"]} download>
            {t(say("report"))}
          </a>
          <Link to="/awards/register" search={{ unit: candidate.unit.id as number }} className={styles["sideLink"]}>
            {t(say("history"))}
          </Link>
          {others.map((each) => (
            <Button key={each} variant="default" onClick={() => setAct(each)}>
              {t(say(each))}
            </Button>
          ))}
          {candidate.mayErase && (
            <Button variant="default" onClick={() => setAct("erase")}>
              {t(say("erase"))}
            </Button>
          )}
        </div>
      )}
    </aside>
  );
}
