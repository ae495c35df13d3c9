import { Button, Group, Modal, Select, Stack } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { ReviewProposal } from "../../src/modules/documents/contract.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { useMay } from "../shell/session.tsx";
import { Busy } from "../ui/busy.tsx";
import { DateInput } from "../ui/date-input.tsx";
import { today } from "../ui/dates.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Section } from "../ui/section.tsx";
import { showPartialDate } from "./partial-date.ts";
import styles from "./register.module.css";
import { say } from "./register-messages.ts";
import { citedName, copyName, dayName, graphOf, occasionName } from "./register-names.ts";
import { RegisterTabs } from "./register-tabs.tsx";
import { AsideButton } from "./register-wanted-page.tsx";

/** Reviews that fall due in a year, each with why: into the calendar, or aside. */
export function ReviewsDuePage() {
  const t = useText();
  const search = useSearch({ from: "/staff/documents/reviews-due" });
  const navigate = useNavigate({ from: "/documents/reviews-due" });
  const now = Number(today().slice(0, 4));
  const year = search.year ?? now;
  const list = useQuery({ ...orpc.documents.reviewsDue.queryOptions({ input: { year } }), placeholderData: keepPreviousData });
  const years = [...new Set([year, ...Array.from({ length: 13 }, (_, at) => now - 2 + at)])].sort((a, b) => a - b);
  const planned = usePlanned(year);
  const open = list.data?.items.filter(({ aside }) => !aside) ?? [];
  const aside = list.data?.items.filter((each) => each.aside) ?? [];
  return (
    <>
      <PageHeader title={t(say("reviewsTitle"))} note={t(say("reviewsNote"))} />
      <RegisterTabs />
      <div className={styles["bar"]}>
        <Select
          label={t(say("year"))}
          w="8rem"
          allowDeselect={false}
          data={years.map(String)}
          value={String(year)}
          onChange={(value) => void navigate({ search: { year: value ? Number(value) : undefined }, replace: true })}
        />
      </div>
      {list.isPending && <Busy rows={6} />}
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && open.length === 0 && <EmptyState title={t(say("reviewsNone", { year }))}>{t(say("reviewsNoneText"))}</EmptyState>}
      {open.length > 0 && (
        <Section title={t(say("reviewsFound", { count: open.length }))}>
          {open.map((proposal) => (
            <Proposal key={proposal.key} proposal={proposal} planned={planned} />
          ))}
        </Section>
      )}
      {aside.length > 0 && (
        <details>
          <summary>{t(say("reviewsAside", { count: aside.length }))}</summary>
          {aside.map((proposal) => (
            <Proposal key={proposal.key} proposal={proposal} planned={planned} />
          ))}
        </details>
      )}
    </>
  );
}

type Planned = ReadonlyMap<string, { id: string; onDate: string }>;

/** Reviews that the calendar holds already, by the name under which a proposal goes there. */
function usePlanned(year: number): Planned {
  const may = useMay();
  const input = { kind: "review", from: `${year - 1}-01-01`, to: `${year + 1}-12-31` };
  const list = useQuery({ ...orpc.activities.list.queryOptions({ input }), enabled: may("activity:view") });
  return new Map(list.data?.items.map(({ name, id, onDate }) => [name, { id, onDate }]));
}

/** As long as the name of an activity may be. */
const activityName = (name: string) => name.slice(0, 300).trim();

function Proposal({ proposal, planned }: { proposal: ReviewProposal; planned: Planned }) {
  const t = useText();
  const may = useMay();
  const name = nameOf(t, proposal);
  const inCalendar = planned.get(activityName(name));
  return (
    <article className={styles["proposal"]}>
      <div className={styles["when"]}>{dayName(t, proposal.day)}</div>
      <div>
        <h3>
          {proposal.of ? (
            <Link to="/documents/graph" search={graphOf(proposal.of)}>
              {name}
            </Link>
          ) : (
            name
          )}
        </h3>
        {proposal.of?.title && proposal.of.number !== null && <p className={styles["quiet"]}>{proposal.of.title}</p>}
        <ul className={styles["bases"]} aria-label={t(say("basis"))}>
          {proposal.bases.map((basis) => (
            <li key={basis.how === "ordered" ? `${basis.document.id}${basis.line}` : basis.how}>
              {basis.how === "ordered" ? (
                <>
                  {t(say("basisOrdered", { name: copyName(t, basis.document) }))}{" "}
                  <Link
                    to="/documents/$documentId/review"
                    params={{ documentId: basis.document.id }}
                    search={{ line: basis.line ?? undefined }}
                  >
                    <q>{basis.words}</q>
                  </Link>
                  <span className={styles["small"]}>{computed(t, basis, proposal.day)}</span>
                </>
              ) : (
                computed(t, basis, proposal.day)
              )}
            </li>
          ))}
        </ul>
      </div>
      <div className={styles["buttons"]}>
        {inCalendar && (
          <Link to="/activities/$activityId" params={{ activityId: inCalendar.id }}>
            {t(say("inCalendar", { date: showPartialDate(inCalendar.onDate) }))}
          </Link>
        )}
        {may("activity:record") && !proposal.aside && !inCalendar && <ToCalendar proposal={proposal} name={name} />}
        {may("document:review") && <AsideButton proposal={proposal.key} aside={proposal.aside} name={name} />}
      </div>
    </article>
  );
}

/** "Tổng kết 10 năm thực hiện Chỉ thị 18-CT/TU ngày 12/05/2016"; without a document, the plan's own words. */
function nameOf(t: ReturnType<typeof useText>, { occasion, years, of, bases }: ReviewProposal): string {
  if (of) return t(say("occasionOf", { occasion: occasionName(t, { occasion, years }), name: citedName(t, of) }));
  const ordered = bases.find((basis) => basis.how === "ordered");
  return ordered?.words ?? occasionName(t, { occasion, years });
}

/** How the day came about, in a sentence. */
function computed(t: ReturnType<typeof useText>, basis: ReviewProposal["bases"][number], day: string): string {
  if (basis.how === "period") return t(say("basisPeriod", { words: basis.words }));
  const shown = showPartialDate(day);
  if (basis.how === "interval") return t(say("basisInterval", { date: showPartialDate(basis.from), years: basis.years, day: shown }));
  if (basis.year !== null) return t(say("basisYear", { year: basis.year }));
  return basis.from !== null && basis.years !== null
    ? t(say("basisFrom", { date: showPartialDate(basis.from), years: basis.years, day: shown }))
    : "";
}

/** Opens the planned activity with what is known; where no day is known, a person says it first. */
function ToCalendar({ proposal, name }: { proposal: ReviewProposal; name: string }) {
  const t = useText();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const [day, setDay] = useState<string | null>(null);
  const whole = proposal.day.length === 10;
  const [basis] = proposal.bases;
  const words =
    basis?.how === "ordered"
      ? `${t(say("basisOrdered", { name: copyName(t, basis.document) }))} “${basis.words}”`
      : basis
        ? computed(t, basis, proposal.day)
        : "";
  const go = (on: string) =>
    void navigate({
      to: "/activities/new",
      search: { day: on, kind: "review", name: activityName(name), summary: t(say("summaryBasis", { basis: words })).slice(0, 800) },
    });
  return (
    <>
      <Button
        variant="default"
        aria-label={t(say("toCalendarNamed", { name }))}
        onClick={() => (whole && proposal.day >= today() ? go(proposal.day) : setAsking(true))}
      >
        {t(say("toCalendar"))}
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t(say("chooseDay"))}
        closeButtonProps={{ "aria-label": t(say("cancel")) }}
      >
        <Stack>
          <span>{name}</span>
          {!whole && <span className={styles["quiet"]}>{t(say("chooseDayNote"))}</span>}
          <DateInput label={t(say("plannedDay"))} value={day} onChange={setDay} />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsking(false)}>
              {t(say("cancel"))}
            </Button>
            <Button disabled={day === null} onClick={() => day !== null && go(day)}>
              {t(say("goOn"))}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
