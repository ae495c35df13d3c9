import { Button, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { dot } from "../../src/kernel/facts.ts";
import { kindNames } from "../../src/modules/units/messages.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { useMay } from "../shell/session.tsx";
import { Busy } from "../ui/busy.tsx";
import { DateInput } from "../ui/date-input.tsx";
import { showDate, today } from "../ui/dates.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { Icon } from "../ui/icon.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { say } from "./messages.ts";
import { Tree } from "./tree.tsx";
import styles from "./units.module.css";

const SHOWN = 50;

/** The directory: a tree to walk down, a box to find in it, and the day as of which both are shown. */
export function UnitsPage() {
  const t = useText();
  const may = useMay();
  const { asOf } = useSearch({ from: "/staff/units" });
  const navigate = useNavigate({ from: "/units" });
  const [text, setText] = useState("");
  const [asked] = useDebouncedValue(text.trim(), 200);
  const setDay = (day: string | null) =>
    void navigate({ search: { asOf: day === null || day === today() ? undefined : day }, replace: true });

  return (
    <>
      <PageHeader
        title={t(say("title"))}
        note={asOf ? t(say("asOfNote", { day: showDate(asOf) })) : t(say("note"))}
        actions={
          <>
            <Button variant="default" component={Link} to="/units/addressees" leftSection={<Icon name="search" size={16} />}>
              {t(say("whoShort"))}
            </Button>
            <Button variant="default" component="a" href="/files/units.csv" download leftSection={<Icon name="download" size={16} />}>
              {t(say("download"))}
            </Button>
            {may("unit:edit") && (
              <Button variant="default" component={Link} to="/units/import" leftSection={<Icon name="upload" size={16} />}>
                {t(say("importShort"))}
              </Button>
            )}
          </>
        }
      />
      <search className={styles["filters"]}>
        <TextInput
          type="search"
          label={t(say("find"))}
          leftSection={<Icon name="search" size={18} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <DateInput label={t(say("asOf"))} value={asOf ?? today()} onChange={setDay} />
        {asOf && (
          <Button variant="default" onClick={() => setDay(null)}>
            {t(say("asOfToday"))}
          </Button>
        )}
      </search>
      {asked.length >= 2 ? <Matches text={asked} asOf={asOf} /> : <Roots asOf={asOf} />}
    </>
  );
}

function Roots({ asOf }: { asOf?: string }) {
  const t = useText();
  const may = useMay();
  const roots = useQuery(orpc.units.tree.queryOptions({ input: { asOf } }));
  if (roots.isPending) return <Busy rows={6} />;
  if (roots.error) return <ErrorNote error={roots.error} onRetry={() => void roots.refetch()} />;
  if (roots.data.length > 0) return <Tree key={asOf} roots={roots.data} asOf={asOf} />;
  if (asOf) return <EmptyState title={t(say("emptyThen"))} />;
  const action = may("unit:edit") ? (
    <Button component={Link} to="/units/import">
      {t(say("importShort"))}
    </Button>
  ) : undefined;
  return (
    <EmptyState title={t(say("empty"))} action={action}>
      {t(say("emptyText"))}
    </EmptyState>
  );
}

function Matches({ text, asOf }: { text: string; asOf?: string }) {
  const t = useText();
  const found = useQuery({ ...orpc.units.search.queryOptions({ input: { text, limit: SHOWN, asOf } }), placeholderData: keepPreviousData });
  if (found.isPending) return <Busy rows={6} />;
  if (found.error) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data.length === 0) return <EmptyState title={t(say("foundNone", { text }))}>{t(say("foundNoneText"))}</EmptyState>;
  const count = found.data.length;
  return (
    <>
      <p className={styles["quiet"]} role="status">
        {t(count < SHOWN ? say("found", { count }) : say("foundMany", { count }))}
      </p>
      <ul className={styles["tree"]}>
        {found.data.map((unit) => (
          <li key={unit.id} className={styles["node"]}>
            <div>
              <Link className={styles["link"]} to="/units/$unitId" params={{ unitId: String(unit.id) }} search={{ asOf }}>
                {unit.name}
              </Link>
              <span className={styles["where"]}>
                {t(kindNames[unit.kind])}
                {unit.areaName && `${dot}${unit.areaName}`}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
