import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { facts } from "../../../src/kernel/facts.ts";
import type { Text } from "../../../src/kernel/language.ts";
import type { RoundDetail, RoundUnit } from "../../../src/modules/exemplars/contract.ts";
import { fieldTitles, kindNames } from "../../../src/modules/exemplars/messages.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { HistoryPanel } from "../../ui/history-panel.tsx";
import { KeyValue } from "../../ui/key-value.tsx";
import { showDone } from "../../ui/notices.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { ReasonForm } from "../../ui/reason-form.tsx";
import { Section } from "../../ui/section.tsx";
import styles from "../exemplars.module.css";
import { askedName, periodText, roundStateText, roundStateTone, span } from "../words.ts";
import { say } from "./messages.ts";
import { RoundForm } from "./round-form.tsx";
import { SumLines } from "./sum-lines.tsx";
import { levels, writtenOf, type Level } from "./written.ts";

/** One round: what it asks, what keeps it from opening, what each unit owes and has. Units by name; nobody is ranked. */
export function RoundPage() {
  const t = useText();
  const { roundId } = useParams({ from: "/staff/exemplars/rounds/$roundId" });
  const client = useQueryClient();
  const [editing, setEditing] = useState(false);
  const query = useQuery({ ...orpc.exemplars.rounds.get.queryOptions({ input: { id: roundId } }), refetchOnWindowFocus: true });
  if (query.isPending) return <Busy rows={6} />;
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  const round = query.data;
  const onChanged = (changed: RoundDetail) => {
    client.setQueryData(orpc.exemplars.rounds.get.queryKey({ input: { id: roundId } }), changed);
    void client.invalidateQueries({ queryKey: orpc.exemplars.rounds.list.key() });
    void client.invalidateQueries({ queryKey: ["history", "exemplar-round", roundId] });
  };
  return (
    <>
      <PageHeader
        title={round.title}
        note={facts([round.body.name, periodText(round), t(say("unitCount", { count: round.units }))])}
        badge={<StateBadge tone={roundStateTone[round.state]}>{t(roundStateText(round.state))}</StateBadge>}
        back={{ to: "/exemplars/rounds", text: t(say("toList")) }}
      />
      {editing ? (
        <RoundForm
          thing={`exemplar-round:${round.id}`}
          initial={writtenOf(round)}
          send={(input, version = round.version) => api.exemplars.rounds.edit({ ...input, id: round.id, version })}
          onDone={(changed) => {
            setEditing(false);
            onChanged(changed);
            showDone(t(say("saved")));
          }}
          onCancel={() => setEditing(false)}
          onCurrent={onChanged}
        />
      ) : (
        <div className={styles["columns"]}>
          <Acts key={round.id} round={round} onEdit={() => setEditing(true)} onChanged={onChanged} />
          <div>
            <What round={round} />
            <Units round={round} />
            <HistoryPanel kind="exemplar-round" id={round.id} />
          </div>
        </div>
      )}
    </>
  );
}

function What({ round }: { round: RoundDetail }) {
  const t = useText();
  const { guidance, clause } = round;
  return (
    <Section title={t(say("what"))}>
      <KeyValue
        items={[
          [t(say("columnWindow")), span(round.opensOn, round.closesOn)],
          [t(say("columnPeriod")), periodText(round)],
          [
            t(say("guidance")),
            guidance === null ? (
              t(say("guidanceMissing"))
            ) : guidance.label ? (
              <Link key="guidance" to={`/documents/${guidance.id}` as never}>
                {guidance.label}
              </Link>
            ) : (
              t(say("guidanceKept"))
            ),
          ],
          [
            t(say("clause")),
            clause && (
              <span key="clause">
                {[clause.label, clause.clause].filter(Boolean).join(", ")}
                <br />
                {t(say("quoted", { quote: clause.quote }))}
              </span>
            ),
          ],
          [t(say("kinds")), round.kinds.map((kind) => t(kindNames[kind])).join("; ")],
          [t(say("asked")), round.asked.map((key) => t(askedName(key))).join("; ")],
          [t(say("localFields")), round.localFields.map(({ label, field }) => `${label} (${t(fieldTitles[field])})`).join("; ")],
          [t(say("totals")), round.totals.map(({ kind, count }) => `${count} ${t(kindNames[kind]).toLowerCase()}`).join("; ")],
          [t(say("sumNote")), round.sumNote],
          [t(say("note")), round.note],
        ]}
      />
    </Section>
  );
}

type ActsProps = { round: RoundDetail; onEdit(): void; onChanged(round: RoundDetail): void };

function Acts({ round, onEdit, onChanged }: ActsProps) {
  const t = useText();
  const [cancelling, setCancelling] = useState(false);
  const { id, version, can, blocked, state } = round;
  const open = useMutation({
    mutationFn: () => api.exemplars.rounds.open({ id, version }),
    onSuccess: (changed) => {
      onChanged(changed);
      showDone(t(say("opened")));
    },
  });
  const waiting = can.includes("open") && blocked !== null;
  return (
    <aside className={styles["aside"]} aria-label={t(say("acts"))}>
      {round.cancelReason && (
        <div className={styles["note"]}>
          <h2>{t(say("cancelledBecause"))}</h2>
          <p>{round.cancelReason}</p>
        </div>
      )}
      {waiting && (
        <div className={styles["note"]} data-tone="attention">
          <h2>{t(say("cannotYet"))}</h2>
          <p>{t(say(`blocked.${blocked}`))}</p>
          {blocked === "sums" && <SumLines sums={round.sums} />}
        </div>
      )}
      {can.includes("open") && !blocked && state === "draft" && <p className={styles["quiet"]}>{t(say("readyToOpen"))}</p>}
      {cancelling ? (
        <ReasonForm
          confirm={t(say("cancelRound"))}
          back={t(say("back"))}
          note={t(say("cancelText"))}
          question={t(say("cancelReason"))}
          send={(reason) => api.exemplars.rounds.cancel({ id, version, reason })}
          onCancel={() => setCancelling(false)}
          onDone={(changed) => {
            setCancelling(false);
            onChanged(changed);
            showDone(t(say("cancelled")));
          }}
        />
      ) : (
        <div className={styles["acts"]}>
          <ErrorNote error={open.error} />
          {can.includes("open") && (
            <Button loading={open.isPending} disabled={blocked !== null} onClick={() => open.mutate()}>
              {t(say(state === "closed" ? "reopen" : "open"))}
            </Button>
          )}
          {round.mayRegister && (
            <Link to="/exemplars/new" search={{ round: id }} className={styles[can.length === 0 ? "mainLink" : "sideLink"]}>
              {t(say("registerHere"))}
            </Link>
          )}
          {round.mayRegister && (
            <Link to="/exemplars/invitations" className={styles["sideLink"]}>
              {t(say("invite"))}
            </Link>
          )}
          <Link to="/exemplars" search={{ round: id }} className={styles["sideLink"]}>
            {t(say("seeExemplars"))}
          </Link>
          {can.includes("edit") && (
            <Button variant="default" onClick={onEdit}>
              {t(say("edit"))}
            </Button>
          )}
          {can.includes("close") && (
            <ConfirmButton
              question={t(say("closeQuestion"))}
              consequence={t(say("closeText"))}
              confirm={t(say("close"))}
              onConfirm={async () => {
                onChanged(await api.exemplars.rounds.close({ id, version }));
                showDone(t(say("closed")));
              }}
            >
              {t(say("close"))}
            </ConfirmButton>
          )}
          {can.includes("cancel") && (
            <Button variant="default" onClick={() => setCancelling(true)}>
              {t(say("cancelRound"))}
            </Button>
          )}
        </div>
      )}
    </aside>
  );
}

/** What is there against what the unit owes, of the round's own period; nothing of earlier years counts. */
function Standing({ there, least, words }: { there: number; least: number; words: Record<"enough" | "short" | "of", Text> }) {
  const t = useText();
  const enough = there >= least;
  return (
    <div className={styles["badges"]}>
      <StateBadge tone={enough ? "good" : "attention"}>{t(enough ? words.enough : words.short)}</StateBadge>
      <span>{t(words.of)}</span>
    </div>
  );
}

function FreshStanding({ fresh, least }: { fresh: number; least: number }) {
  const words = { enough: say("enough"), short: say("short", { count: least - fresh }), of: say("freshOf", { fresh, least }) };
  return <Standing there={fresh} least={least} words={words} />;
}

function RecognisedStanding({ level, recognised, least }: { level: Level; recognised: number; least: number }) {
  const t = useText();
  const words = {
    enough: say("enoughRecognised"),
    short: say("shortRecognised", { count: least - recognised }),
    of: say("recognisedThere", { recognised, least, level: t(say(`level.${level}`)) }),
  };
  return <Standing there={recognised} least={least} words={words} />;
}

function Units({ round }: { round: RoundDetail }) {
  const t = useText();
  const owed = ({ leastNew, leastRecognised, allotted }: RoundUnit): string[] => [
    ...(leastNew ? [t(say("leastNewOf", { count: leastNew }))] : []),
    ...levels.flatMap((level) => {
      const count = leastRecognised[level];
      return count ? [t(say("recognisedOf", { count, level: t(say(`level.${level}`)) }))] : [];
    }),
    ...allotted.map(({ count, kind, theme }) => t(say("allottedOf", { count, kind: t(kindNames[kind]).toLowerCase(), theme }))),
  ];
  const columns: Column<RoundUnit>[] = [
    {
      key: "unit",
      header: t(say("columnUnit")),
      onPhone: "title",
      cell: ({ unit }) => (
        <Link to="/exemplars" search={{ round: round.id, unit: unit.id }} className={styles["titleLink"]}>
          {unit.name}
        </Link>
      ),
    },
    { key: "owes", header: t(say("columnOwes")), width: "17rem", cell: (row) => owed(row).join("; ") || t(say("nothingOwed")) },
    {
      key: "has",
      header: t(say("columnHas")),
      width: "17rem",
      cell: (row) => (
        <>
          {row.leastNew !== null && row.leastNew > 0 && round.state !== "draft" && <FreshStanding fresh={row.fresh} least={row.leastNew} />}
          {round.state !== "draft" &&
            levels.flatMap((level) => {
              const least = row.leastRecognised[level];
              return least ? [<RecognisedStanding key={level} level={level} recognised={row.recognised[level] ?? 0} least={least} />] : [];
            })}
          <div>{row.registered + row.accepted === 0 ? t(say("hasNothing")) : t(say("hasLine", row))}</div>
          {row.registered + row.accepted > 0 && (
            <a
              href={`/files/exemplar-rounds/${round.id}/registration.docx?unitId=${row.unit.id}`}
              aria-label={t(say("paperFor", { unit: row.unit.name }))}
              download
            >
              {t(say("paper"))}
            </a>
          )}
        </>
      ),
    },
  ];
  const byName = round.unitRows.toSorted((one, other) => one.unit.name.localeCompare(other.unit.name, "vi"));
  return (
    <Section title={t(say("units"))} note={t(say("unitsNote"))}>
      <DataTable
        label={t(say("units"))}
        rows={byName}
        columns={columns}
        rowKey={({ unit }) => unit.id}
        empty={<p>{t(say("noUnits"))}</p>}
      />
    </Section>
  );
}
