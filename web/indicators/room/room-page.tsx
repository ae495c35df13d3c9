import { Tabs } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { dot } from "../../../src/kernel/facts.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { DueBadge, StateBadge } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { showInstant } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { say as sayAll } from "../messages.ts";
import { RoundBars } from "../round-bars.tsx";
import { standingOf } from "../words.ts";
import { ChangesTab } from "./changes-tab.tsx";
import { say } from "./messages.ts";
import { MissingTab } from "./missing-tab.tsx";
import { OddestTab } from "./oddest-tab.tsx";
import { RoomActs } from "./room-acts.tsx";
import { TotalsTab } from "./totals-tab.tsx";
import type { Round } from "./types.ts";
import { UnitsTab } from "./units-tab.tsx";
import shared from "../indicators.module.css";
import styles from "./room.module.css";

/** A round: for whoever asks, the room of the day before; for whoever is asked, what it asks and where they stand. */
export function RoomPage() {
  const t = useText();
  const { roundId } = useParams({ from: "/staff/rounds/$roundId" });
  const query = useQuery(orpc.indicators.rounds.get.queryOptions({ input: { id: roundId } }));
  if (query.isPending) return <Busy rows={8} />;
  if (query.error)
    return (
      <>
        <PageHeader title={t(say("room"))} back={{ to: "/figures", text: t(sayAll("back")) }} />
        <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
      </>
    );
  return query.data.own ? <OwnRound round={query.data} /> : <AskedRound round={query.data} />;
}

function Head({ round, actions }: { round: Round; actions?: ReactNode }) {
  const t = useText();
  const { title, period, due, basis, figuresFixedAt, state } = round.round;
  return (
    <PageHeader
      title={`${title}, ${t(period.label)}`}
      back={{ to: "/figures", text: t(sayAll("back")) }}
      badge={
        <>
          {state === "closed" && <StateBadge tone="neutral">{t(say("closed"))}</StateBadge>}
          {figuresFixedAt && <StateBadge tone="active">{t(say("fixedAt", { when: showInstant(figuresFixedAt) }))}</StateBadge>}
        </>
      }
      note={
        <>
          <DueBadge due={{ text: due.text, lastDay: due.lastDay }} />
          {dot}
          {t(sayAll("basis", { basis }))}
          {dot}
          <Link to="/forms/$formId" params={{ formId: round.round.formId }}>
            {t(say("form"))}
          </Link>
        </>
      }
      actions={actions}
    />
  );
}

function OwnRound({ round }: { round: Round }) {
  const t = useText();
  const { tab } = useSearch({ from: "/staff/rounds/$roundId" });
  const navigate = useNavigate({ from: "/rounds/$roundId" });
  const query = useQuery(orpc.indicators.rounds.room.queryOptions({ input: { id: round.round.id } }));
  if (query.isPending) return <Busy rows={8} />;
  if (query.error)
    return (
      <>
        <Head round={round} />
        <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
      </>
    );
  const room = query.data;
  const tabs: [string, string, () => ReactNode][] = [
    ["missing", t(say("tabMissing", { count: room.missing.length })), () => <MissingTab room={room} />],
    ["units", t(say("tabUnits", { count: room.units.length })), () => <UnitsTab room={room} />],
    ["oddest", t(say("tabOddest")), () => <OddestTab roundId={round.round.id} />],
    ["totals", t(say("tabTotals")), () => <TotalsTab round={round} room={room} />],
    ...(room.round.figuresFixedAt
      ? [["changes", t(say("tabChanges")), () => <ChangesTab room={room} />] as [string, string, () => ReactNode]]
      : []),
  ];
  const shown = tabs.find(([key]) => key === tab)?.[0] ?? "missing";
  return (
    <>
      <Head
        round={round}
        actions={
          <>
            <a className={shared["sideLink"]} href={`/files/indicators/export?layout=line-figures&round=${round.round.id}`} download>
              <Icon name="download" size={18} /> {t(say("export"))}
            </a>
            <RoomActs room={room} />
          </>
        }
      />
      <div className={styles["counts"]}>
        <RoundBars counts={room.counts} />
        {room.counts.sent > 0 && (
          <Link to="/approvals" search={{ round: round.round.id }}>
            {t(say("toApprove", { count: room.counts.sent }))}
          </Link>
        )}
      </div>
      <Tabs
        value={shown}
        onChange={(key) =>
          void navigate({ search: (before) => ({ ...before, tab: key === "missing" ? undefined : (key ?? undefined) }), replace: true })
        }
        keepMounted={false}
      >
        <Tabs.List className={styles["tabs"]}>
          {tabs.map(([key, text]) => (
            <Tabs.Tab key={key} value={key}>
              {text}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(([key, , render]) => (
          <Tabs.Panel key={key} value={key} pt="md">
            {render()}
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}

function AskedRound({ round }: { round: Round }) {
  const t = useText();
  return (
    <>
      <Head round={round} />
      <ul className={shared["cards"]}>
        {round.mine.map((mine) => {
          const { tone, text } = standingOf(mine);
          return (
            <li key={mine.unit.id} className={shared["card"]}>
              <div className={shared["cardBody"]}>
                <span className={shared["cardTitle"]}>{mine.unit.name}</span>
                <span className={shared["facts"]}>
                  <StateBadge tone={tone}>{t(text)}</StateBadge>
                  <DueBadge due={{ text: mine.due.text, lastDay: mine.due.lastDay }} />
                </span>
              </div>
              <Link
                to="/rounds/$roundId/units/$unitId"
                params={{ roundId: round.round.id, unitId: String(mine.unit.id) }}
                className={shared["mainLink"]}
              >
                {t(sayAll(mine.owes ? "begin" : "look"))}
              </Link>
            </li>
          );
        })}
      </ul>
    </>
  );
}
