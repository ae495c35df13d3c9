import { Button, Checkbox, NumberInput, TextInput } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { DecisionRow } from "../../../src/modules/exemplars/recognition/contract.ts";
import { levelNames } from "../../../src/modules/exemplars/recognition/messages.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { useMay } from "../../shell/session.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { showDate, today } from "../../ui/dates.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { useServerForm } from "../../ui/form.ts";
import { PagedList } from "../../ui/paged-list.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Section } from "../../ui/section.tsx";
import styles from "../exemplars.module.css";
import { say } from "./messages.ts";
import own from "./recognition.module.css";
import { stageOf, stageText, stageTone } from "./words.ts";

/** Decisions: drafts of one's own bodies first, then what was signed, the last first. */
export function DecisionListPage() {
  const t = useText();
  const may = useMay();
  const { page = 1 } = useSearch({ from: "/staff/exemplars/decisions" });
  const navigate = useNavigate({ from: "/exemplars/decisions" });
  const [beginning, setBeginning] = useState(false);
  const list = useQuery({
    ...orpc.exemplars.recognition.decisions.list.queryOptions({ input: { page } }),
    placeholderData: keepPreviousData,
  });
  const columns: Column<DecisionRow>[] = [
    {
      key: "title",
      header: t(say("columnTitle")),
      onPhone: "title",
      cell: ({ id, title, number, decidedOn }) => (
        <>
          <Link to="/exemplars/decisions/$decisionId" params={{ decisionId: id }} className={styles["titleLink"]}>
            {title}
          </Link>
          {number !== null && decidedOn !== null && (
            <div className={styles["facts"]}>
              <span>{t(say("onDay", { number, day: showDate(decidedOn) }))}</span>
            </div>
          )}
        </>
      ),
    },
    { key: "body", header: t(say("columnBody")), width: "16rem", cell: ({ body }) => body.name },
    { key: "level", header: t(say("columnLevel")), width: "8rem", cell: ({ level }) => t(levelNames[level]) },
    { key: "count", header: t(say("columnCount")), width: "12rem", cell: (row) => t(say("counts", row)) },
    {
      key: "state",
      header: t(say("columnState")),
      width: "9rem",
      cell: (row) => <StateBadge tone={stageTone[stageOf(row)]}>{t(stageText(row))}</StateBadge>,
    },
  ];
  return (
    <>
      <PageHeader
        title={t(say("title"))}
        note={t(say("listNote"))}
        back={{ to: "/exemplars", text: t(say("toExemplars")) }}
        actions={
          <>
            <Link to="/exemplars/decisions/rules" className={styles["sideLink"]}>
              {t(say("rules"))}
            </Link>
            <Link to="/exemplars/decisions/blanks" className={styles["sideLink"]}>
              {t(say("blanks"))}
            </Link>
            {may("exemplar:recognise") && !beginning && <Button onClick={() => setBeginning(true)}>{t(say("newDecision"))}</Button>}
          </>
        }
      />
      {beginning && <NewDecision onCancel={() => setBeginning(false)} />}
      <PagedList query={list} page={page} onPage={(next) => void navigate({ search: { page: next } })} busyRows={4}>
        {(data) => (
          <DataTable
            label={t(say("title"))}
            rows={data.items}
            columns={columns}
            rowKey={({ id }) => id}
            empty={<EmptyState title={t(say("none"))}>{t(say("noneText"))}</EmptyState>}
          />
        )}
      </PagedList>
    </>
  );
}

function NewDecision({ onCancel }: { onCancel(): void }) {
  const t = useText();
  const navigate = useNavigate();
  const form = useServerForm({ initialValues: { year: Number(today().slice(0, 4)), former: false, called: "" } });
  const { former } = form.values;
  return (
    <Section title={t(say("newDecision"))}>
      <form
        className={own["form"]}
        onSubmit={form.submit(async ({ year, called }) => {
          const made = await api.exemplars.recognition.decisions.create({ year, ...(former ? { district: { called } } : {}) });
          await navigate({ to: "/exemplars/decisions/$decisionId", params: { decisionId: made.id } });
        })}
      >
        <NumberInput label={t(say("newYear"))} min={1990} max={2100} allowDecimal={false} hideControls {...form.getInputProps("year")} />
        <Checkbox label={t(say("district"))} {...form.getInputProps("former", { type: "checkbox" })} />
        {former && (
          <TextInput label={t(say("districtCalled"))} description={t(say("districtHint"))} required {...form.getInputProps("called")} />
        )}
        <ErrorNote error={form.error} />
        <div className={styles["buttons"]}>
          <Button type="submit" loading={form.busy}>
            {t(say("newStart"))}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t(say("cancel"))}
          </Button>
        </div>
      </form>
    </Section>
  );
}
