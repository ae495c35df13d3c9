import { Button } from "@mantine/core";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useRef, useState } from "react";
import type { CampaignDetail, CandidateDetail, Suggestion } from "../../src/modules/awards/contract.ts";
import styles from "../exemplars/exemplars.module.css";
import { api, orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { Busy } from "../ui/busy.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { FindBox } from "../ui/find-box.tsx";
import { showDone } from "../ui/notices.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { Section } from "../ui/section.tsx";
import own from "./awards.module.css";
import { CandidateForm, type WrittenCandidate } from "./candidate-form.tsx";
import { EarlierNote } from "./earlier-note.tsx";
import { say } from "./messages.ts";
import { asPrinted } from "./words.ts";

type Picked = Suggestion | "other";

/** Proposing: what the system already holds is offered with its reasons; then one form. */
export function ProposePage() {
  const t = useText();
  const { campaignId } = useParams({ from: "/staff/awards/$campaignId/propose" });
  const query = useQuery(orpc.awards.campaigns.get.queryOptions({ input: { id: campaignId } }));
  const [picked, setPicked] = useState<Picked | null>(null);
  if (query.isPending) return <Busy rows={6} />;
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  const campaign = query.data;
  return (
    <>
      <PageHeader title={t(say("proposeTitle"))} note={campaign.title} back={{ to: `/awards/${campaignId}`, text: t(say("toCampaign")) }} />
      {picked === null ? (
        <Suggestions campaign={campaign} onPick={setPicked} />
      ) : (
        <Proposal campaign={campaign} picked={picked} onBack={() => setPicked(null)} />
      )}
    </>
  );
}

function Suggestions({ campaign, onPick }: { campaign: CampaignDetail; onPick(picked: Picked): void }) {
  const t = useText();
  const [text, setText] = useState("");
  const [asked, setAsked] = useState("");
  const list = useQuery({
    ...orpc.awards.campaigns.suggestions.queryOptions({ input: { id: campaign.id, text: asked } }),
    placeholderData: keepPreviousData,
  });
  return (
    <Section
      title={t(say("suggested"))}
      note={t(say("suggestedNote"))}
      actions={
        <Button variant="default" onClick={() => onPick("other")}>
          {t(say("other"))}
        </Button>
      }
    >
      <FindBox label={t(say("find"))} text={text} onType={setText} onFind={(found) => setAsked(found ?? "")} />
      {list.isPending && <Busy rows={4} />}
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.items.length === 0 && <EmptyState title={t(say("noneSuggested"))}>{t(say("noneSuggestedText"))}</EmptyState>}
      <ul className={own["plainList"]}>
        {list.data?.items.map((suggestion) => (
          <li key={suggestion.exemplarId} className={own["suggestion"]}>
            <div>
              <h3>{suggestion.name}</h3>
              <div className={styles["facts"]}>
                <span>{t(say(`subject.${suggestion.subject}`))}</span>
                <span>{suggestion.unit.name}</span>
              </div>
              <ul className={own["why"]}>
                {suggestion.why.map((why) => (
                  <li key={why.text}>{why.text}</li>
                ))}
              </ul>
              <EarlierNote items={suggestion.earlier} />
            </div>
            <Button variant="default" aria-label={t(say("chooseNamed", { name: suggestion.name }))} onClick={() => onPick(suggestion)}>
              {t(say("choose"))}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const empty: WrittenCandidate = {
  subject: "collective",
  form: null,
  printedName: "",
  printedPost: "",
  printedUnit: "",
  deed: "",
  results: "",
  background: "",
  lessons: "",
  otherAchievement: "",
  consent: false,
  consentHow: "",
};

function Proposal({ campaign, picked, onBack }: { campaign: CampaignDetail; picked: Picked; onBack(): void }) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const made = useRef<CandidateDetail | null>(null);
  const suggestion = picked === "other" ? null : picked;
  const chosen = suggestion ? { exemplarId: suggestion.exemplarId, unitId: suggestion.unit.id, why: suggestion.why } : {};
  const initial: WrittenCandidate = {
    ...empty,
    form: campaign.forms[0]?.code ?? null,
    ...(suggestion
      ? {
          subject: suggestion.subject,
          printedName: suggestion.subject === "collective" ? suggestion.unit.name : "",
          printedUnit: asPrinted(suggestion.unit.areaName ?? ""),
          deed: `Có thành tích trong xây dựng mô hình “${suggestion.name}”`,
        }
      : {}),
  };
  return (
    <>
      <div className={`${styles["chosen"]} ${own["picked"]}`}>
        <span>{suggestion?.name ?? t(say("other"))}</span>
        <Button variant="default" onClick={onBack}>
          {t(say("change"))}
        </Button>
      </div>
      <CandidateForm
        key={suggestion?.exemplarId ?? "other"}
        thing={`award-candidate:${campaign.id}:${suggestion?.exemplarId ?? "other"}`}
        campaign={campaign}
        chosen={chosen}
        initial={initial}
        save={async (input) => {
          // A first try that was refused has left a draft: it is changed, not made again.
          const before = made.current;
          const saved = before
            ? await api.awards.candidates.edit({ ...input, id: before.id, version: before.version })
            : await api.awards.candidates.create({ ...input, campaignId: campaign.id });
          made.current = saved;
          return saved;
        }}
        propose={({ id, version }) => api.awards.candidates.propose({ id, version })}
        onDone={(candidate, sent) => {
          void client.invalidateQueries({ queryKey: orpc.awards.key() });
          showDone(t(say(sent ? "sent" : "savedDraft")));
          void navigate({ to: "/awards/candidates/$candidateId", params: { candidateId: candidate.id } });
        }}
      />
    </>
  );
}
