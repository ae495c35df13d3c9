import { Button, Checkbox, Radio, SegmentedControl, Select, Stack, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { facts } from "../../src/kernel/facts.ts";
import { parsePeriod, periodOf, nextPeriod, type Period, type PeriodCalendar } from "../../src/kernel/time/period.ts";
import type { FiguresFrom, ReportKind, Start } from "../../src/modules/reports/contract.ts";
import { asApiError } from "../shell/api-error.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { Busy } from "../ui/busy.tsx";
import { showDate, today } from "../ui/dates.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { say } from "./messages.ts";
import styles from "./reports.module.css";
import { kinds, kindText, periodText } from "./words.ts";

/** The step before the editor: what kind, in whose name, for which period, from which template. */
export function NewReportPage() {
  const t = useText();
  const starts = useQuery(orpc.reports.starts.queryOptions({ input: {} }));
  return (
    <>
      <PageHeader title={t(say("newTitle"))} note={t(say("newNote"))} back={{ to: "/reports", text: t(say("toList")) }} />
      {starts.isPending && <Busy rows={5} />}
      {starts.error && <ErrorNote error={starts.error} onRetry={() => void starts.refetch()} />}
      {starts.data && (starts.data.length > 0 ? <Begin starts={starts.data} /> : <NoStart />)}
    </>
  );
}

function NoStart() {
  const t = useText();
  return <EmptyState title={t(say("noStart"))}>{t(say("noStartText"))}</EmptyState>;
}

const rhythms = ["month", "quarter", "half", "nine-month", "year"] as const;
type Rhythm = (typeof rhythms)[number];

function Begin({ starts }: { starts: readonly Start[] }) {
  const t = useText();
  const asked = useSearch({ from: "/staff/reports/new" });
  const navigate = useNavigate();
  const client = useQueryClient();
  const [unitId, setUnitId] = useState(() => (starts.find(({ unit }) => unit.id === asked.unit) ?? starts[0])?.unit.id);
  const start = starts.find(({ unit }) => unit.id === unitId) ?? starts[0];
  const [kind, setKind] = useState<ReportKind>("report");
  const [from, setFrom] = useState<string | null>(asked.round ? `round:${asked.round}` : null);
  const [rhythm, setRhythm] = useState<Rhythm>("quarter");
  const [calendar, setCalendar] = useState<PeriodCalendar>("civil");
  const [code, setCode] = useState<string | null>(null);
  const [figuresFrom, setFiguresFrom] = useState<FiguresFrom | null>(null);
  const [subject, setSubject] = useState("");
  const make = useMutation(
    orpc.reports.create.mutationOptions({
      onSuccess: async (report) => {
        await client.invalidateQueries({ queryKey: orpc.reports.key() });
        await navigate({ to: "/reports/$reportId", params: { reportId: report.id } });
      },
    }),
  );
  if (!start) return null;
  const rounds = kind === "report" ? start.rounds : [];
  const templates = start.templates.filter((template) => template.kind === kind);
  const chosen = from ?? (rounds[0] ? `round:${rounds[0].roundId}` : templates[0] ? `template:${templates[0].id}` : "empty");
  const round = rounds.find(({ roundId }) => chosen === `round:${roundId}`);
  const template = templates.find(({ id }) => chosen === `template:${id}`);
  const periods = lately(rhythm, calendar);
  const period = periods.find((each) => each.code === code) ?? periods[1] ?? periods[0];
  const fields = asApiError(make.error)?.fields ?? {};

  // Templates are meant for a rhythm: the one follows the other, whichever is chosen.
  const pickStart = (value: string) => {
    setFrom(value);
    const meant = templates.find(({ id }) => value === `template:${id}`)?.periods ?? [];
    const fitting = rhythms.find((each) => meant.includes(each));
    if (fitting && !meant.includes(rhythm)) setRhythm(fitting);
  };
  const pickRhythm = (value: Rhythm) => {
    setRhythm(value);
    setCode(null);
    const fitting = templates.find(({ periods: meant }) => meant.includes(value));
    if (fitting && template && template.periods.length > 0 && !template.periods.includes(value)) setFrom(`template:${fitting.id}`);
  };

  const begin = () => {
    const needsPeriod = kind === "report" && !round;
    make.mutate({
      unitId: start.unit.id,
      kind,
      ...(round ? { roundId: round.roundId } : {}),
      ...(template ? { templateId: template.id } : {}),
      ...(needsPeriod && period ? { period: { calendar: period.calendar, code: period.code } } : {}),
      ...(kind === "report" && figuresFrom ? { figuresFrom } : {}),
      ...(subject.trim() ? { subject: subject.trim() } : {}),
    });
  };

  return (
    <Stack maw="46rem" gap="lg">
      {starts.length > 1 && (
        <Select
          label={t(say("newUnit"))}
          data={starts.map(({ unit }) => ({ value: String(unit.id), label: unit.name }))}
          value={String(start.unit.id)}
          allowDeselect={false}
          onChange={(value) => {
            setUnitId(starts.find(({ unit }) => String(unit.id) === value)?.unit.id);
            setFrom(null);
          }}
        />
      )}
      <Radio.Group
        label={t(say("newKind"))}
        value={kind}
        onChange={(value) => {
          setKind(value as ReportKind);
          setFrom(null);
        }}
      >
        <div className={styles["choiceRow"]}>
          {kinds.map((value) => (
            <Radio key={value} value={value} label={t(kindText(value))} />
          ))}
        </div>
      </Radio.Group>
      <Radio.Group label={t(say("newFrom"))} value={chosen} onChange={pickStart}>
        {kind === "report" && (
          <fieldset className={styles["choices"]}>
            <legend>{t(say("fromRound"))}</legend>
            {rounds.length === 0 && <p className={styles["quiet"]}>{t(say("roundNone"))}</p>}
            {rounds.map((each) => (
              <Radio
                key={each.roundId}
                value={`round:${each.roundId}`}
                label={`${each.formTitle}, ${t(periodText(each.period))}`}
                description={facts([
                  each.side === "owed" ? t(say("side.owed", { unit: each.asker.name })) : t(say("side.collected")),
                  each.dueOn && t(say("dueOn", { date: showDate(each.dueOn) })),
                  each.reportId && t(say("alreadyBegun")),
                ])}
              />
            ))}
          </fieldset>
        )}
        <fieldset className={styles["choices"]}>
          <legend>{t(say("fromTemplate"))}</legend>
          {templates.map((each) => (
            <Radio
              key={each.id}
              value={`template:${each.id}`}
              label={each.title}
              description={t(say(each.owner ? "ownTemplate" : "builtIn"))}
            />
          ))}
          {kind !== "report" && <Radio value="empty" label={t(say("noTemplate"))} />}
        </fieldset>
      </Radio.Group>
      {kind === "report" && !round && (
        <>
          <div>
            <div className={styles["fieldLabel"]}>{t(say("newPeriod"))}</div>
            <SegmentedControl
              className={styles["segments"]}
              aria-label={t(say("newPeriod"))}
              data={rhythms.map((value) => ({ value, label: t(say(`rhythm.${value}`)) }))}
              value={rhythm}
              onChange={(value) => pickRhythm(value as Rhythm)}
            />
          </div>
          <Select
            aria-label={t(say("newPeriod"))}
            data={periods.map((each) => ({ value: each.code, label: t(periodText(each)) }))}
            value={period?.code ?? null}
            allowDeselect={false}
            error={fields["period"]}
            onChange={setCode}
          />
          <Checkbox
            label={t(say("calendarCutOff"))}
            checked={calendar === "cut-off-15"}
            onChange={(event) => setCalendar(event.currentTarget.checked ? "cut-off-15" : "civil")}
          />
          <Radio.Group
            label={t(say("figuresFrom"))}
            value={figuresFrom ?? "own"}
            onChange={(value) => setFiguresFrom(value as FiguresFrom)}
          >
            <div className={styles["choiceRow"]}>
              <Radio value="own" label={t(say("figuresOwn"))} />
              <Radio value="units" label={t(say("figuresUnits"))} />
            </div>
          </Radio.Group>
        </>
      )}
      {kind !== "report" && (
        <TextInput
          label={t(say("subject"))}
          description={t(say("subjectHint"))}
          value={subject}
          error={fields["subject"]}
          onChange={(event) => setSubject(event.currentTarget.value)}
        />
      )}
      <ErrorNote error={make.error} />
      <div className={styles["buttons"]}>
        {round?.reportId ? (
          <Link to="/reports/$reportId" params={{ reportId: round.reportId }} className={styles["mainLink"]}>
            {t(say("openBegun"))}
          </Link>
        ) : (
          <Button loading={make.isPending} onClick={begin}>
            {t(say("begin"))}
          </Button>
        )}
      </div>
    </Stack>
  );
}

/** The next, the running and the last few periods of a rhythm, newest first. */
function lately(rhythm: Rhythm, calendar: PeriodCalendar): Period[] {
  const day = today();
  const year = Number(day.slice(0, 4));
  if (rhythm === "nine-month") return [year, year - 1, year - 2].flatMap((each) => parsePeriod(calendar, `${each}-9M`) ?? []);
  const now = periodOf(calendar, rhythm, day);
  return now ? [1, 0, -1, -2, -3, -4].map((steps) => nextPeriod(now, steps)) : [];
}
