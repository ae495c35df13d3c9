import { NumberInput, Select, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { vietnamDate } from "../../src/kernel/time/index.ts";
import type { ContestVotes, Vote } from "../../src/modules/portal/votes/contract.ts";
import { asApiError } from "../shell/api-error.ts";
import { api, orpc } from "../shell/api.ts";
import { useReading, useText } from "../shell/language.tsx";
import { ActButton } from "../ui/act-button.tsx";
import { StateBadge } from "../ui/badges.tsx";
import { Busy } from "../ui/busy.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { DateInput } from "../ui/date-input.tsx";
import { showDate, showInstant, today } from "../ui/dates.ts";
import { ErrorNote } from "../ui/error-note.tsx";
import { KeyValue } from "../ui/key-value.tsx";
import { showDone } from "../ui/notices.ts";
import { ReasonAct } from "../ui/reason-form.tsx";
import { Section } from "../ui/section.tsx";
import styles from "./portal.module.css";
import { say } from "./vote-messages.ts";

/** Votes of the public on a contest: none unless an editor opens one for a round, after looking at its page. */
export function VotesSection({ contestId }: { contestId: string }) {
  const t = useText();
  const client = useQueryClient();
  const query = useQuery(orpc.portal.votes.get.queryOptions({ input: { contestId } }));
  const onChanged = (votes: ContestVotes) => {
    client.setQueryData(orpc.portal.votes.get.queryKey({ input: { contestId } }), votes);
    void client.invalidateQueries({ queryKey: ["history", "contest", contestId] });
  };
  const votes = query.data;
  const votable = votes?.rounds.find((round) => round.votable);
  return (
    <Section title={t(say("title"))} note={t(say("note"))}>
      {query.isPending && <Busy rows={3} />}
      {query.error && <ErrorNote error={query.error} onRetry={() => void query.refetch()} />}
      {votes?.votes.map((vote) => (
        <Standing
          key={vote.id}
          vote={vote}
          name={votes.rounds.find(({ position }) => position === vote.round)?.name ?? ""}
          onChanged={onChanged}
        />
      ))}
      {votes && votes.page === null && <p className={styles["quiet"]}>{t(say("notPublic"))}</p>}
      {votes?.page && votable && <OpenForm key={votable.position} contestId={contestId} round={votable} onChanged={onChanged} />}
      {votes?.page && !votable && votes.votes.length === 0 && <p className={styles["quiet"]}>{t(say("notJudging"))}</p>}
    </Section>
  );
}

/** Whole days in Vietnam: a vote ends with the last instant of a day. */
const span = ({ opensAt, closesAt }: Vote): string =>
  [new Date(opensAt), new Date(Date.parse(closesAt) - 1)].map((instant) => showDate(vietnamDate(instant))).join(" – ");

const tones = { coming: "neutral", open: "good", counting: "attention", closed: "neutral" } as const;

function Standing({ vote, name, onChanged }: { vote: Vote; name: string; onChanged(votes: ContestVotes): void }) {
  const t = useText();
  const { id, version, state, result } = vote;
  return (
    <div className={styles["vote"]}>
      <p>
        <strong>{name}</strong> <StateBadge tone={tones[state]}>{t(say(`state.${state}`))}</StateBadge>
      </p>
      <KeyValue
        items={[
          [t(say("window")), span(vote)],
          [t(say("most")), vote.most],
          [t(say("mostPerNetwork")), vote.mostPerNetwork],
          [t(say("openedBy")), `${vote.openedBy}, ${showInstant(vote.openedAt)}. ${vote.reason}`],
          [
            t(say("closedBy")),
            vote.closedAt &&
              [vote.closedBy ?? t(say("byItself")), showInstant(vote.closedAt)].join(", ") +
                (vote.closedReason ? `. ${vote.closedReason}` : ""),
          ],
        ]}
      />
      {state !== "closed" && (
        <>
          <p className={styles["quiet"]}>{t(say("hidden"))}</p>
          <ReasonAct
            confirm={t(say("close"))}
            label={t(say("close"))}
            back={t(say("back"))}
            question={t(say("closeReason"))}
            send={(reason) => api.portal.votes.close({ id, version, reason })}
            onDone={(changed: ContestVotes) => {
              onChanged(changed);
              showDone(t(say("closed")));
            }}
          />
        </>
      )}
      {result && (
        <>
          <p className={styles["quiet"]}>{t(say("resultNote", { ballots: result.ballots }))}</p>
          <DataTable
            label={t(say("result"))}
            rows={result.entries}
            rowKey={({ title, unit }) => `${title} ${unit}`}
            columns={[
              { key: "title", header: t(say("entry")), onPhone: "title", cell: ({ title }) => title },
              { key: "unit", header: t(say("unit")), cell: ({ unit }) => unit },
              { key: "votes", header: t(say("votes")), width: "8rem", cell: ({ votes }) => votes },
            ]}
          />
        </>
      )}
    </div>
  );
}

type Round = ContestVotes["rounds"][number];

function OpenForm({ contestId, round, onChanged }: { contestId: string; round: Round; onChanged(votes: ContestVotes): void }) {
  const t = useText();
  const { language } = useReading();
  const [opensOn, setOpensOn] = useState<string | null>(today());
  const [closesOn, setClosesOn] = useState<string | null>(null);
  const [most, setMost] = useState(1);
  const [mostPerNetwork, setMostPerNetwork] = useState(30);
  const [reason, setReason] = useState("");
  const [looked, setLooked] = useState("");
  const open = useMutation({
    mutationFn: (days: { opensOn: string; closesOn: string }) =>
      api.portal.votes.open({ contestId, round: round.position, most, mostPerNetwork, ...days, reason: reason.trim() }),
    onSuccess: (votes) => {
      onChanged(votes);
      showDone(t(say("opened")));
    },
  });
  const fields = open.error ? asApiError(open.error).fields : {};
  const asked = new URLSearchParams({
    round: String(round.position),
    most: String(most),
    mostPerNetwork: String(mostPerNetwork),
    opensOn: opensOn ?? "",
    closesOn: closesOn ?? "",
    lang: language,
  }).toString();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (opensOn && closesOn) open.mutate({ opensOn, closesOn });
  };
  return (
    <form className={styles["voteForm"]} aria-label={t(say("openFor", { name: round.name }))} onSubmit={submit}>
      <h3>{t(say("openFor", { name: round.name }))}</h3>
      <p className={styles["quiet"]}>{t(say("openNote", { count: round.entries }))}</p>
      <div className={styles["pair"]}>
        <DateInput label={t(say("opensOn"))} value={opensOn} error={fields["opensOn"]} onChange={setOpensOn} />
        <DateInput label={t(say("closesOn"))} value={closesOn} error={fields["closesOn"]} onChange={setClosesOn} />
      </div>
      <Select
        label={t(say("most"))}
        allowDeselect={false}
        data={["1", "2", "3", "5"]}
        value={String(most)}
        error={fields["most"]}
        onChange={(value) => setMost(Number(value) || 1)}
      />
      <NumberInput
        label={t(say("mostPerNetwork"))}
        description={t(say("mostPerNetworkHint"))}
        min={1}
        max={10_000}
        allowDecimal={false}
        hideControls
        value={mostPerNetwork}
        onChange={(value) => setMostPerNetwork(Number(value) || 1)}
      />
      <Textarea
        label={t(say("reason"))}
        required
        withAsterisk={false}
        autosize
        minRows={2}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ErrorNote error={open.error} />
      <div className={styles["buttons"]}>
        {opensOn && closesOn && (
          <a
            href={`/files/portal/vote-preview/${contestId}?${asked}`}
            target="_blank"
            rel="noreferrer"
            className={styles["sideLink"]}
            onClick={() => setLooked(asked)}
          >
            {t(say("preview"))}
          </a>
        )}
        <ActButton
          type="submit"
          loading={open.isPending}
          missing={[
            !opensOn && t(say("opensOn")),
            !closesOn && t(say("closesOn")),
            reason.trim() === "" && t(say("reason")),
            looked !== asked && t(say("preview")),
          ]}
        >
          {t(say("open"))}
        </ActButton>
      </div>
      {looked !== asked && <p className={styles["quiet"]}>{t(say("lookFirst"))}</p>}
    </form>
  );
}
