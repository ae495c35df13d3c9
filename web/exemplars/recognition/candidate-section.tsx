import { Button, Checkbox } from "@mantine/core";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Candidate, DecisionDetail } from "../../../src/modules/exemplars/recognition/contract.ts";
import { levelNames } from "../../../src/modules/exemplars/recognition/messages.ts";
import { fieldTitles, kindNames } from "../../../src/modules/exemplars/messages.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { FindBox } from "../../ui/find-box.tsx";
import { Pager } from "../../ui/pager.tsx";
import { Section } from "../../ui/section.tsx";
import { ExemplarLink } from "./exemplar-link.tsx";
import { say } from "./messages.ts";
import own from "./recognition.module.css";

type Props = { decision: DecisionDetail; onChanged(decision: DecisionDetail): void };

/** What can be recognised; unticked, everything else too, each with what it lacks. */
export function CandidateSection({ decision, onChanged }: Props) {
  const t = useText();
  const [typed, setTyped] = useState("");
  const [text, setText] = useState("");
  const [ready, setReady] = useState(true);
  const [page, setPage] = useState(1);
  const { id, version, list } = decision;
  const found = useQuery({
    ...orpc.exemplars.recognition.decisions.candidates.queryOptions({ input: { id, text, only: ready ? "ready" : "all", page } }),
    placeholderData: keepPreviousData,
  });
  const add = useMutation({
    mutationFn: (more: readonly Candidate[]) => {
      const kept = list.map(({ exemplar, printedAs, deed, consent }) => ({ exemplarId: exemplar.id, printedAs, deed, consent }));
      return api.exemplars.recognition.decisions.choose({
        id,
        version,
        list: [...kept, ...more.map(({ exemplar }) => ({ exemplarId: exemplar.id }))],
      });
    },
    onSuccess: onChanged,
  });
  const candidates = found.data?.items ?? [];
  const open = candidates.filter(({ chosen, why }) => !chosen && why.length === 0);
  return (
    <Section title={t(say("choose"))}>
      <FindBox
        label={t(say("find"))}
        text={typed}
        onType={setTyped}
        onFind={(next) => {
          setText(next ?? "");
          setPage(1);
        }}
      />
      <Checkbox
        my="sm"
        label={t(say("onlyReady"))}
        checked={ready}
        onChange={(event) => {
          setReady(event.currentTarget.checked);
          setPage(1);
        }}
      />
      <ErrorNote error={add.error} />
      {found.isPending && <Busy rows={4} />}
      {found.error && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && candidates.length === 0 && (
        <EmptyState title={t(say("noReady"))}>{t(say(text === "" && ready ? "noReadyText" : "noFound"))}</EmptyState>
      )}
      {found.data && candidates.length > 0 && (
        <>
          <div className={own["cardHead"]}>
            <p className={own["quiet"]}>{t(say(ready ? "readyCount" : "allCount", { total: found.data.total }))}</p>
            {open.length > 1 && (
              <Button variant="default" size="compact-md" loading={add.isPending} onClick={() => add.mutate(open)}>
                {t(say("addAll"))}
              </Button>
            )}
          </div>
          <ul className={own["lines"]}>
            {candidates.map((candidate) => (
              <Line key={candidate.exemplar.id} candidate={candidate} busy={add.isPending} onAdd={() => add.mutate([candidate])} />
            ))}
          </ul>
          <Pager page={page} pages={Math.max(1, Math.ceil(found.data.total / found.data.pageSize))} onPage={setPage} />
        </>
      )}
    </Section>
  );
}

function Line({ candidate, busy, onAdd }: { candidate: Candidate; busy: boolean; onAdd(): void }) {
  const t = useText();
  const { exemplar, why, appraisals, recognised, chosen } = candidate;
  const facts = [
    exemplar.lead.name,
    t(kindNames[exemplar.kind]),
    exemplar.field === null ? "" : t(fieldTitles[exemplar.field]),
    t(say("atStep", exemplar)),
    ...recognised.map(({ level, year }) => t(say("had", { level: t(levelNames[level]), year }))),
    ...appraisals.flatMap(({ points, of, outcome }) =>
      outcome === null ? [] : [[outcome, points && of ? t(say("points", { points, of })) : ""].filter(Boolean).join(", ")],
    ),
  ].filter(Boolean);
  return (
    <li>
      <div>
        <ExemplarLink id={exemplar.id} name={exemplar.name} />
        <div className={own["facts"]}>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </div>
        {why.length > 0 && (
          <ul className={own["why"]}>
            {why.map((reason) => (
              <li key={reason.vi}>{t(reason)}</li>
            ))}
          </ul>
        )}
      </div>
      {chosen ? (
        <StateBadge tone="good">{t(say("added"))}</StateBadge>
      ) : (
        why.length === 0 && (
          <Button
            variant="default"
            size="compact-md"
            disabled={busy}
            aria-label={t(say("addNamed", { name: exemplar.name }))}
            onClick={onAdd}
          >
            {t(say("add"))}
          </Button>
        )
      )}
    </li>
  );
}
