import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { Busy } from "./busy.tsx";
import { showInstant } from "./dates.ts";
import { ErrorNote } from "./error-note.tsx";
import { Icon } from "./icon.tsx";
import { say } from "./messages.ts";
import styles from "./ui.module.css";

/** Who did what to a thing, newest first; closed until asked for, and read only then. */
export function HistoryPanel({ kind, id }: { kind: string; id: string }) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  return (
    <section className={styles["section"]}>
      <Button
        variant="default"
        size="xs"
        leftSection={<Icon name="history" size={16} />}
        aria-expanded={opened}
        onClick={() => setOpened((open) => !open)}
      >
        {t(say("history"))}
      </Button>
      {opened && <Entries kind={kind} id={id} />}
    </section>
  );
}

function Entries({ kind, id }: { kind: string; id: string }) {
  const t = useText();
  const history = useInfiniteQuery({
    queryKey: ["history", kind, id],
    queryFn: ({ pageParam }) => api.audit.history({ kind, id, ...(pageParam ? { before: pageParam } : {}) }),
    initialPageParam: "",
    getNextPageParam: (page) => (page.more ? page.entries.at(-1)?.id : undefined),
    staleTime: 0,
  });
  if (history.isPending) return <Busy rows={3} />;
  if (history.error) return <ErrorNote error={history.error} onRetry={() => void history.refetch()} />;
  const entries = history.data.pages.flatMap((page) => page.entries);
  if (entries.length === 0) return <p className={styles["note"]}>{t(say("noHistory"))}</p>;
  return (
    <>
      <ol className={styles["history"]}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <time dateTime={entry.at}>{showInstant(entry.at)}</time>
            <div>
              {t(entry.sentence)}
              {entry.note && <q>{entry.note}</q>}
              {entry.changes.length > 0 && (
                <ul>
                  {entry.changes.map(({ field, before, after }) => (
                    <li key={field.vi}>
                      {t(field)}: {before !== null && <del>{before}</del>} {after !== null && <ins>{after}</ins>}
                    </li>
                  ))}
                </ul>
              )}
            </div>
          </li>
        ))}
      </ol>
      {history.hasNextPage && (
        <Button variant="default" size="xs" loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          {t(say("showMore"))}
        </Button>
      )}
    </>
  );
}
