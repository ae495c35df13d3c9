import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { facts } from "../../../src/kernel/facts.ts";
import type { ContestDetail } from "../../../src/modules/awards/contests/contract.ts";
import styles from "../../exemplars/exemplars.module.css";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { useMay } from "../../shell/session.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { HistoryPanel } from "../../ui/history-panel.tsx";
import { KeyValue } from "../../ui/key-value.tsx";
import { showDone } from "../../ui/notices.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { ReasonAct } from "../../ui/reason-form.tsx";
import { Section } from "../../ui/section.tsx";
import own from "../awards.module.css";
import { span } from "../words.ts";
import { ContestForm, writtenOf } from "./contest-form.tsx";
import { FilesSection } from "./files-section.tsx";
import { say } from "./messages.ts";
import { PublishedResults, ResultsSection } from "./results-section.tsx";
import { contestText, contestTone, entryText, entryTone } from "./words.ts";
import { writtenText } from "./written-text.tsx";

/** One contest: what can be done now, its rules and rounds, entries that the reader may see, results once they are published. */
export function ContestPage() {
  const t = useText();
  const { contestId } = useParams({ from: "/staff/awards/contests/$contestId" });
  const client = useQueryClient();
  const [editing, setEditing] = useState(false);
  const query = useQuery(orpc.awards.contests.get.queryOptions({ input: { id: contestId } }));
  if (query.isPending) return <Busy rows={6} />;
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  const contest = query.data;
  const onChanged = () => {
    void client.invalidateQueries({ queryKey: orpc.awards.contests.key() });
    void client.invalidateQueries({ queryKey: ["history", "contest", contestId] });
  };
  const running = contest.rounds.find(({ position }) => position === contest.round.position);
  const judging = contest.state === "judging" && contest.manages && running;
  return (
    <>
      <PageHeader
        title={contest.title}
        note={facts([contest.body.name, t(say("roundOf", contest.round))])}
        badge={<StateBadge tone={contestTone[contest.state]}>{t(contestText(contest.state))}</StateBadge>}
        back={{ to: "/awards/contests", text: t(say("toList")) }}
      />
      {editing ? (
        <ContestForm
          thing={`contest:${contest.id}`}
          initial={writtenOf(contest)}
          send={(input) => api.awards.contests.edit({ ...input, id: contest.id, version: contest.version })}
          onDone={() => {
            setEditing(false);
            onChanged();
            showDone(t(say("saved")));
          }}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <div className={styles["columns"]}>
          <Acts contest={contest} onEdit={() => setEditing(true)} onChanged={onChanged} />
          <div>
            {judging && (
              <>
                <ResultsSection key={contest.version} contest={contest} round={running} onChanged={onChanged} />
                <FilesSection contestId={contest.id} papers={running.minutes} mayChange onChanged={onChanged} />
              </>
            )}
            {contest.rounds
              .filter(({ publishedOn }) => publishedOn !== null)
              .map((round) => (
                <PublishedResults key={round.position} round={round} last={round.position === contest.rounds.length} />
              ))}
            <What contest={contest} />
            <Entries contestId={contest.id} />
            {contest.manages && <HistoryPanel kind="contest" id={contest.id} />}
          </div>
        </div>
      )}
    </>
  );
}

function Acts({ contest, onEdit, onChanged }: { contest: ContestDetail; onEdit(): void; onChanged(): void }) {
  const t = useText();
  const may = useMay();
  const { id, version, can, lacks, state } = contest;
  type Act = Parameters<typeof api.awards.contests.move>[0]["act"];
  const done = () => {
    onChanged();
    showDone(t(say("done")));
  };
  const move = useMutation({ mutationFn: (act: Act) => api.awards.contests.move({ id, version, act }), onSuccess: done });
  const main = (["open", "judge", "advance", "decide"] as const).find((act) => can.includes(act));
  if (can.length === 0 && lacks.length === 0 && !contest.mayEnter && !contest.cancelReason) return null;
  return (
    <aside className={styles["aside"]} aria-label={t(say("acts"))}>
      {contest.cancelReason && (
        <div className={styles["note"]}>
          <h2>{t(say("cancelled"))}</h2>
          <p>{contest.cancelReason}</p>
        </div>
      )}
      {lacks.length > 0 && (
        <div className={styles["note"]} data-tone="attention">
          <h2>{t(say("lacks"))}</h2>
          {lacks.map((lack) => (
            <p key={lack}>{t(say(`lack.${lack}`))}</p>
          ))}
        </div>
      )}
      <div className={styles["acts"]}>
        <ErrorNote error={move.error} />
        {contest.mayEnter && (
          <Link
            to="/awards/contests/$contestId/enter"
            params={{ contestId: id }}
            className={styles[contest.manages ? "sideLink" : "mainLink"]}
          >
            {t(say("enter"))}
          </Link>
        )}
        {main && (
          <Button disabled={lacks.length > 0} loading={move.isPending} onClick={() => move.mutate(main)}>
            {t(say(`do.${main}`))}
          </Button>
        )}
        {may("publication:open") && contest.manages && state !== "draft" && state !== "cancelled" && (
          <Link to="/publications/$kind/$thingId" params={{ kind: "contest", thingId: id }} className={styles["sideLink"]}>
            {t(say("publish"))}
          </Link>
        )}
        {can.includes("edit") && (
          <Button variant="default" onClick={onEdit}>
            {t(say("edit"))}
          </Button>
        )}
        {(["reopen", "close"] as const)
          .filter((act) => can.includes(act))
          .map((act) => (
            <Button key={act} variant="default" onClick={() => move.mutate(act)}>
              {t(say(`do.${act}`))}
            </Button>
          ))}
        {(["correct", "cancel"] as const)
          .filter((act) => can.includes(act))
          .map((act) => (
            <ReasonAct
              key={act}
              confirm={t(say(`do.${act}`))}
              label={t(say(`do.${act}`))}
              back={t(say("back"))}
              question={t(say("reason"))}
              send={(reason) => api.awards.contests.move({ id, version, act, reason })}
              onDone={done}
            />
          ))}
      </div>
    </aside>
  );
}

function What({ contest }: { contest: ContestDetail }) {
  const t = useText();
  return (
    <Section title={t(say("partWhat"))}>
      <KeyValue
        items={[
          [t(say("kinds")), contest.kinds.map((kind) => t(say(`kind.${kind}`))).join("; ")],
          [t(say("prizesShort")), contest.prizes.join("; ")],
          [t(say("mostEntries")), contest.mostEntries],
          [t(say("units")), contest.units.map(({ name }) => name).join("; ") || t(say("allUnits"))],
          ...contest.rounds.map((round): [string, string] => [
            round.name,
            `${t(say("window"))} ${span(round.entriesFrom, round.entriesUntil)}; ${t(say("judging"))} ${span(round.judgingFrom, round.judgingUntil)}. ${t(say(`way.${round.way}`))}.`,
          ]),
        ]}
      />
      {contest.rules && (
        <>
          <h3>{t(say("rules"))}</h3>
          <p className={own["written"]}>{writtenText(contest.rules)}</p>
        </>
      )}
      <p className={styles["fieldHint"]}>{t(say("noVote"))}</p>
    </Section>
  );
}

function Entries({ contestId }: { contestId: string }) {
  const t = useText();
  const list = useQuery(orpc.awards.contests.entries.queryOptions({ input: { id: contestId, page: 1 } }));
  return (
    <Section title={t(say("entries"))}>
      {list.isPending && <Busy rows={3} />}
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && (
        <DataTable
          label={t(say("entries"))}
          rows={list.data.items}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t(say("noEntries"))}>{t(say("noEntriesText"))}</EmptyState>}
          columns={[
            {
              key: "title",
              header: t(say("entryTitle")),
              onPhone: "title",
              cell: ({ id, title, kind }) => (
                <>
                  <Link to="/awards/contests/entries/$entryId" params={{ entryId: id }} className={styles["titleLink"]}>
                    {title}
                  </Link>
                  <div className={styles["facts"]}>
                    <span>{t(say(`kind.${kind}`))}</span>
                  </div>
                </>
              ),
            },
            { key: "unit", header: t(say("unit")), cell: ({ unit }) => unit.name },
            {
              key: "state",
              header: t(say("state")),
              width: "12rem",
              cell: ({ state, late }) => (
                <span className={styles["badges"]}>
                  <StateBadge tone={entryTone[state]}>{t(entryText(state))}</StateBadge>
                  {late && <StateBadge tone="attention">{t(say("late"))}</StateBadge>}
                </span>
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}
