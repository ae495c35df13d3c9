import { Switch } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import type { Line } from "../../src/modules/notices/contract.ts";
import { api, orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { usePost } from "../shell/session.tsx";
import { Busy } from "../ui/busy.tsx";
import { showDate } from "../ui/dates.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Section } from "../ui/section.tsx";
import { LineCard } from "./line-card.tsx";
import { say } from "./messages.ts";
import styles from "./notices.module.css";
import { RequestsSections } from "./requests-sections.tsx";

/** The one list of the day: what is owed within a week, what was said about it, and requests for more time. */
export function RemindersPage() {
  const t = useText();
  const query = useQuery({ ...orpc.notices.today.queryOptions(), refetchOnWindowFocus: true });
  const day = query.data?.day;
  useEffect(() => {
    // Nothing depends on the answer: it only stops the list from being called new.
    if (day) api.notices.seen().catch(() => undefined);
  }, [day]);
  if (query.isPending) return <Busy rows={6} />;
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  const { lines, news, mail } = query.data;
  const groups = [
    { key: "over" as const, rows: lines.filter(({ daysLeft }) => daysLeft < 0) },
    { key: "today" as const, rows: lines.filter(({ daysLeft }) => daysLeft === 0) },
    { key: "soon" as const, rows: lines.filter(({ daysLeft }) => daysLeft > 0) },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <>
      <PageHeader title={t(say("title"))} note={t(say("note", { day: showDate(query.data.day) }))} />
      <RequestsSections />
      {news.length > 0 && (
        <Section title={t(say("news"))} note={t(say("newsNote"))}>
          <ul className={styles["lines"]}>
            {news.map(({ kind, id, unit, text, path, on }) => (
              <li key={`${kind} ${id} ${unit.id}`} className={styles["line"]}>
                <Link to={path} className={styles["title"]}>
                  {t(text)}
                </Link>
                <div className={styles["facts"]}>{showDate(on)}</div>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {groups.length === 0 && (
        <EmptyState title={t(say("none"))}>
          {t(say("noneText"))} <Link to="/desk">{t(say("toDesk"))}</Link>
        </EmptyState>
      )}
      {groups.map(({ key, rows }) => (
        <Section key={key} title={t(say(key))}>
          <Lines rows={rows} />
        </Section>
      ))}
      <MailSetting mail={mail} />
    </>
  );
}

function Lines({ rows }: { rows: readonly Line[] }) {
  // A post looks after boards and residential areas too: whose thing it is is said where it is not the post's own unit.
  const own = usePost()?.unit.id;
  return (
    <ul className={styles["lines"]}>
      {rows.map((line) => (
        <LineCard key={`${line.thing.id} ${line.thing.unitId}`} line={line} showUnit={line.unit.id !== own} />
      ))}
    </ul>
  );
}

function MailSetting({ mail }: { mail: { configured: boolean; address: boolean; on: boolean } }) {
  const t = useText();
  const client = useQueryClient();
  const choose = useMutation(
    orpc.notices.mail.mutationOptions({ onSuccess: () => client.invalidateQueries({ queryKey: orpc.notices.key() }) }),
  );
  const hint = mail.configured ? (mail.address ? "mailHint" : "mailNoAddress") : "mailNoServer";
  return (
    <>
      <Switch
        label={t(say("mail"))}
        description={t(say(hint))}
        checked={mail.configured && mail.address && mail.on}
        disabled={!mail.configured || !mail.address || choose.isPending}
        onChange={(event) => choose.mutate({ on: event.currentTarget.checked })}
      />
      {choose.error && <ErrorNote error={choose.error} />}
    </>
  );
}
