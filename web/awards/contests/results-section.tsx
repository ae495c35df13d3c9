import { Button, Checkbox, Select, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { grouped } from "../../../src/kernel/decimals.ts";
import { dot } from "../../../src/kernel/facts.ts";
import type { ContestDetail, ContestRound, ResultLine } from "../../../src/modules/awards/contests/contract.ts";
import styles from "../../exemplars/exemplars.module.css";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ActButton } from "../../ui/act-button.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { showDone } from "../../ui/notices.ts";
import { Section } from "../../ui/section.tsx";
import own from "../awards.module.css";
import { say } from "./messages.ts";

type Props = { contest: ContestDetail; round: ContestRound; onChanged(contest: ContestDetail): void };

const shownPoints = ({ points, pointsOf }: ResultLine): string | null =>
  points === null ? null : [points, pointsOf].flatMap((part) => (part === null ? [] : [grouped(withoutZeros(part))])).join("/");
/** "83.00" as people write it. */
const withoutZeros = (figure: string): string => (figure.includes(".") ? figure.replace(/\.?0+$/, "") : figure);

/** Published results: of the last round by prize, of one before by points. */
export function PublishedResults({ round, last }: { round: ContestRound; last: boolean }) {
  const t = useText();
  return (
    <Section title={t(say("results", { round: round.name }))}>
      <DataTable
        label={t(say("results", { round: round.name }))}
        rows={last ? (round.results ?? []) : (round.results ?? []).toSorted((a, b) => Number(b.points ?? -1) - Number(a.points ?? -1))}
        rowKey={({ entryId }) => entryId}
        columns={[
          { key: "title", header: t(say("entryTitle")), onPhone: "title", cell: ({ title }) => title },
          { key: "unit", header: t(say("unit")), cell: ({ unit }) => unit.name },
          { key: "points", header: t(say("points")), width: "8rem", cell: shownPoints },
          last
            ? { key: "prize", header: t(say("prize")), width: "12rem", cell: ({ prize }) => prize }
            : { key: "goesOn", header: t(say("goesOn")), width: "10rem", cell: ({ goesOn }) => (goesOn ? t(say("goesOn")) : null) },
        ]}
      />
    </Section>
  );
}

/** The organiser hands entries to judges, takes their points, or writes down what the jury gave. */
export function ResultsSection({ contest, round, onChanged }: Props) {
  const t = useText();
  const last = round.position === contest.rounds.length;
  const [lines, setLines] = useState(() =>
    (round.results ?? []).map((line) => ({ ...line, typed: (line.points ?? "").replace(".", ",") })),
  );
  const [wrong, setWrong] = useState(false);
  const number = (typed: string) => Number(typed.trim().replace(",", "."));
  const save = useMutation({
    mutationFn: () =>
      api.awards.contests.results({
        id: contest.id,
        version: contest.version,
        lines: lines.map(({ entryId, typed, goesOn, prize }) => ({
          entryId,
          points: round.way === "appraisal" || typed.trim() === "" ? null : number(typed),
          goesOn,
          prize,
        })),
      }),
    onSuccess: (changed) => {
      onChanged(changed);
      showDone(t(say("saved")));
    },
  });
  const put = (entryId: string, part: Partial<(typeof lines)[number]>) =>
    setLines(lines.map((line) => (line.entryId === entryId ? { ...line, ...part } : line)));
  return (
    <Section title={t(say("results", { round: round.name }))} note={t(say("resultsHidden"))}>
      {round.way === "appraisal" && <Judges contest={contest} round={round} onChanged={onChanged} />}
      <ul className={own["plainList"]}>
        {lines.map((line) => (
          <li key={line.entryId} className={own["suggestion"]}>
            <div>
              <h3>{line.title}</h3>
              <div className={styles["facts"]}>
                <span>{line.unit.name}</span>
                {round.way === "appraisal" && <span>{`${t(say("points"))}: ${shownPoints(line) ?? "–"}`}</span>}
              </div>
              {line.late && <StateBadge tone="attention">{t(say("late"))}</StateBadge>}
            </div>
            {round.way === "stage" && (
              <TextInput
                aria-label={t(say("pointsFor", { title: line.title }))}
                placeholder={t(say("points"))}
                inputMode="decimal"
                w="7rem"
                value={line.typed}
                error={wrong && line.typed.trim() !== "" && !(number(line.typed) >= 0) ? t(say("notPoints")) : undefined}
                onChange={(event) => put(line.entryId, { typed: event.currentTarget.value })}
              />
            )}
            {last ? (
              <Select
                aria-label={t(say("prizeFor", { title: line.title }))}
                placeholder={t(say("noPrize"))}
                data={contest.prizes}
                value={line.prize}
                onChange={(prize) => put(line.entryId, { prize })}
              />
            ) : (
              <Checkbox
                size="md"
                label={t(say("goesOn"))}
                aria-label={`${t(say("goesOn"))}: ${line.title}`}
                checked={line.goesOn}
                onChange={(event) => put(line.entryId, { goesOn: event.currentTarget.checked })}
              />
            )}
          </li>
        ))}
      </ul>
      <ErrorNote error={save.error} />
      {lines.length > 0 && (
        <Button
          mt="md"
          loading={save.isPending}
          onClick={() => {
            const bad = lines.some(({ typed }) => typed.trim() !== "" && !(number(typed) >= 0));
            setWrong(bad);
            if (!bad) save.mutate();
          }}
        >
          {t(say("saveResults"))}
        </Button>
      )}
    </Section>
  );
}

function Judges({ contest, round, onChanged }: Props) {
  const t = useText();
  const [chosen, setChosen] = useState<string | null>(null);
  const taking = useQuery({
    ...orpc.awards.contests.taking.queryOptions({ input: { id: contest.id } }),
    enabled: round.appraisalRoundId === null,
  });
  const at = { id: contest.id, version: contest.version };
  const hand = useMutation({
    mutationFn: (appraisalRoundId: string) => api.awards.contests.appraise({ ...at, appraisalRoundId }),
    onSuccess: onChanged,
  });
  const take = useMutation({ mutationFn: () => api.awards.contests.take(at), onSuccess: onChanged });
  return (
    <div className={styles["acts"]}>
      <ErrorNote error={hand.error ?? take.error} />
      {round.appraisalRoundId === null ? (
        <>
          {taking.data?.items.length === 0 && <p className={styles["quiet"]}>{t(say("noAppraisal"))}</p>}
          <Select
            label={t(say("chooseAppraisal"))}
            data={(taking.data?.items ?? []).map(({ id, title, rubric }) => ({ value: id, label: `${title}${dot}${rubric}` }))}
            value={chosen}
            onChange={setChosen}
          />
          <ActButton
            variant="default"
            missing={[chosen === null && t(say("chooseAppraisal"))]}
            loading={hand.isPending}
            onClick={() => chosen && hand.mutate(chosen)}
          >
            {t(say("hand"))}
          </ActButton>
        </>
      ) : (
        <div className={styles["buttons"]}>
          <a href={`/app/appraisal/rounds/${round.appraisalRoundId}`} className={styles["sideLink"]}>
            {t(say("openAppraisal"))}
          </a>
          <Button variant="default" loading={take.isPending} onClick={() => take.mutate()}>
            {t(say("take"))}
          </Button>
        </div>
      )}
    </div>
  );
}
