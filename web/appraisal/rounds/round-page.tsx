import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { facts } from "../../../src/kernel/facts.ts";
import { grouped } from "../../../src/kernel/decimals.ts";
import { countedKind } from "../../../src/modules/appraisal/domain.ts";
import type { RoundDetail, SubjectRow } from "../../../src/modules/appraisal/contract.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { showDate } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { HistoryPanel } from "../../ui/history-panel.tsx";
import { KeyValue } from "../../ui/key-value.tsx";
import { showDone } from "../../ui/notices.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { Section } from "../../ui/section.tsx";
import styles from "../appraisal.module.css";
import { say } from "../messages.ts";
import { roundTone, sheetTone, subjectText, subjectTone } from "../words.ts";
import { ExemplarsIntoRound } from "../../exemplars/recognition/into-round.tsx";
import { AddSubjects } from "./add-subjects.tsx";
import { Panel } from "./panel.tsx";
import { RoundActs } from "./round-acts.tsx";
import { RoundForm, writtenOf } from "./round-form.tsx";

/** One round: what is left to do, its files, its panel. */
export function AppraisalRoundPage() {
  const t = useText();
  const { roundId } = useParams({ from: "/staff/appraisal/rounds/$roundId" });
  const client = useQueryClient();
  const [editing, setEditing] = useState(false);
  const query = useQuery({ ...orpc.appraisal.rounds.get.queryOptions({ input: { id: roundId } }), refetchOnWindowFocus: true });
  if (query.isPending) return <Busy rows={6} />;
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  const round = query.data;
  const rates = round.rubric?.rates ?? [];
  const ofExemplars = round.can.includes("panel") && rates.some((rated) => rated === "collective" || rated === "individual");
  const onChanged = (changed: RoundDetail) => {
    client.setQueryData(orpc.appraisal.rounds.get.queryKey({ input: { id: roundId } }), changed);
    void client.invalidateQueries({ queryKey: orpc.appraisal.rounds.list.key() });
    void client.invalidateQueries({ queryKey: orpc.appraisal.subjects.key() });
    void client.invalidateQueries({ queryKey: ["history", "appraisal-round", roundId] });
  };
  return (
    <>
      <PageHeader
        title={round.title}
        note={facts([round.body.name, t(say(`purpose.${round.purpose}`))])}
        badge={<StateBadge tone={roundTone[round.state]}>{t(say(`round.${round.state}`))}</StateBadge>}
        back={{ to: "/appraisal", text: t(say("toRounds")) }}
      />
      {editing ? (
        <RoundForm
          thing={`appraisal-round:${round.id}`}
          initial={writtenOf(round)}
          locked={round.state === "open"}
          send={(input) => api.appraisal.rounds.edit({ ...input, id: round.id, version: round.version })}
          onDone={(changed) => {
            setEditing(false);
            onChanged(changed);
            showDone(t(say("saved")));
          }}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <div className={styles["columns"]}>
          <RoundActs round={round} onEdit={() => setEditing(true)} onChanged={onChanged} />
          <div>
            <Files round={round} />
            {ofExemplars && (
              <ExemplarsIntoRound
                roundId={round.id}
                rates={rates}
                refs={round.rows.map(({ ref }) => ref)}
                open={round.rows.length === 0}
                onAdded={() => void query.refetch()}
              />
            )}
            {round.can.includes("panel") && <AddSubjects round={round} onChanged={onChanged} />}
            {(round.members.length > 0 || round.can.includes("panel")) && round.rubric && <Panel round={round} onChanged={onChanged} />}
            <What round={round} />
            {round.can.length > 0 && <HistoryPanel kind="appraisal-round" id={round.id} />}
          </div>
        </div>
      )}
    </>
  );
}

function Files({ round }: { round: RoundDetail }) {
  const t = useText();
  const emulation = round.purpose === "emulation";
  const panel = round.rows.some(({ sheets }) => sheets !== null);
  const { share } = round;
  const note = share
    ? [
        t(say("shareNote", { ...share, percent: grouped(share.percent ?? "0") })),
        ...(round.rubric && countedKind(round.rubric.rates) ? [t(say("fillsForms"))] : []),
      ].join(" ")
    : emulation || round.state !== "open"
      ? undefined
      : t(say("subjectsNote"));
  const columns: Column<SubjectRow>[] = [
    {
      key: "subject",
      header: t(say(emulation ? "columnUnit" : "columnSubject")),
      onPhone: "title",
      sort: ({ title }) => title,
      cell: ({ id, title, unit, mySheet }) => (
        <>
          <Link to="/appraisal/subjects/$subjectId" params={{ subjectId: id }} className={styles["titleLink"]}>
            {title}
          </Link>
          <div className={styles["facts"]}>
            {unit.name !== title && <span>{unit.name}</span>}
            {mySheet && (
              <Link to="/appraisal/sheets/$sheetId" params={{ sheetId: mySheet.id }}>
                {t(say("openSheet"))}
              </Link>
            )}
          </div>
        </>
      ),
    },
    {
      key: "state",
      header: t(say("columnState")),
      width: "13rem",
      cell: ({ state, late, flagged, mySheet }) => (
        <div className={styles["badges"]}>
          <StateBadge tone={subjectTone[state]}>{t(subjectText(state, round.purpose))}</StateBadge>
          {late && <StateBadge tone="attention">{t(say("late"))}</StateBadge>}
          {flagged && <StateBadge tone="attention">{t(say("flagged"))}</StateBadge>}
          {mySheet && mySheet.state !== "draft" && (
            <StateBadge tone={sheetTone[mySheet.state]}>{t(say(`sheet.${mySheet.state}`))}</StateBadge>
          )}
        </div>
      ),
    },
    ...(emulation
      ? [{ key: "titles", header: t(say("columnTitles")), width: "16rem", cell: ({ titles }: SubjectRow) => titles.join("; ") }]
      : [
          {
            key: "self",
            header: t(say("columnSelf")),
            width: "6rem",
            cell: ({ selfTotal }: SubjectRow) => selfTotal && grouped(selfTotal),
          },
          ...(panel
            ? [
                {
                  key: "sheets",
                  header: t(say("columnSheets")),
                  width: "7rem",
                  cell: ({ sheets, state }: SubjectRow) => sheets && state !== "failed" && `${sheets.sent}/${sheets.of}`,
                },
              ]
            : []),
          {
            key: "result",
            header: t(say("columnResult")),
            width: "11rem",
            cell: ({ result }: SubjectRow) =>
              result && (
                <div className={styles["badges"]}>
                  <span>{t(say("resultText", { points: grouped(result.points), of: grouped(result.of), outcome: result.outcome }))}</span>
                  {result.counts && <StateBadge tone="good">{t(say("reached"))}</StateBadge>}
                </div>
              ),
          },
        ]),
  ];
  return (
    <Section title={t(say("subjects"))} note={note}>
      <DataTable
        label={t(say("subjects"))}
        rows={round.rows}
        columns={columns}
        rowKey={({ id }) => id}
        empty={<p className={styles["quiet"]}>{t(say("subjectsNone"))}</p>}
      />
    </Section>
  );
}

function What({ round }: { round: RoundDetail }) {
  const t = useText();
  const { rubric } = round;
  const emulation = round.purpose === "emulation";
  return (
    <Section title={t(say("what"))}>
      <KeyValue
        items={[
          [
            t(say("rubrics")),
            rubric && (
              <span key="rubric" className={styles["badges"]}>
                <Link to="/appraisal/rubrics/$rubricId" params={{ rubricId: rubric.id }}>
                  {rubric.title} ({t(say("edition", { edition: rubric.edition }))})
                </Link>
                {rubric.sample && <StateBadge tone="attention">{t(say("sampleMark"))}</StateBadge>}
              </span>
            ),
          ],
          [t(say(emulation ? "emulationPeriod" : "period")), `${showDate(round.periodFrom)} – ${showDate(round.periodUntil)}`],
          [t(say(emulation ? "registerUntil" : "selfUntil")), round.selfScoring ? showDate(round.selfUntil) : null],
          [t(say("judgeUntil")), emulation ? null : showDate(round.judgeUntil)],
          [t(say("titles")), round.titles.join("; ")],
          [t(say("judges")), emulation ? null : String(round.judges)],
          [t(say("final")), emulation ? null : t(say(`final.${round.final}`))],
          [t(say("allUnits")), round.allUnits === null ? null : grouped(String(round.allUnits))],
          [t(say("note")), round.note],
        ]}
      />
    </Section>
  );
}
