import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ImportDone } from "../../../src/modules/exemplars/contract.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { showInstant } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { showDone } from "../../ui/notices.ts";
import { Section } from "../../ui/section.tsx";
import styles from "../exemplars.module.css";
import { say } from "./messages.ts";

/** What was taken in: accepted or undone as one whole. */
export function ImportLists() {
  const t = useText();
  const client = useQueryClient();
  const query = useQuery(orpc.exemplars.registration.imports.list.queryOptions({ input: { page: 1 } }));
  const done = (words: string) => {
    void client.invalidateQueries({ queryKey: orpc.exemplars.key() });
    showDone(words);
  };
  const columns: Column<ImportDone>[] = [
    {
      key: "file",
      header: t(say("columnFile")),
      onPhone: "title",
      cell: ({ fileName, unit, round }) => (
        <>
          <strong>{fileName}</strong>
          <div className={styles["facts"]}>
            <span>{unit.name}</span>
            {round && <span>{round.title}</span>}
          </div>
        </>
      ),
    },
    { key: "made", header: t(say("columnMade")), width: "9rem", cell: (list) => t(say("madeOf", list)) },
    { key: "by", header: t(say("columnBy")), width: "12rem", cell: ({ by, createdAt }) => `${by}, ${showInstant(createdAt)}` },
    {
      key: "state",
      header: t(say("columnState")),
      width: "9rem",
      cell: ({ state }) => (
        <StateBadge tone={state === "accepted" ? "good" : state === "made" ? "active" : "neutral"}>{t(say(`list.${state}`))}</StateBadge>
      ),
    },
    {
      key: "acts",
      header: "",
      width: "14rem",
      cell: ({ id, version, can }) =>
        can.length > 0 && (
          <div className={styles["buttons"]}>
            {can.includes("accept") && (
              <ConfirmButton
                question={t(say("acceptQuestion"))}
                consequence={t(say("acceptText"))}
                confirm={t(say("acceptList"))}
                onConfirm={async () => {
                  await api.exemplars.registration.imports.accept({ id, version });
                  done(t(say("acceptedList")));
                }}
              >
                {t(say("acceptList"))}
              </ConfirmButton>
            )}
            {can.includes("undo") && (
              <ConfirmButton
                question={t(say("undoQuestion"))}
                consequence={t(say("undoText"))}
                confirm={t(say("undo"))}
                onConfirm={async () => {
                  await api.exemplars.registration.imports.undo({ id, version });
                  done(t(say("undone")));
                }}
              >
                {t(say("undo"))}
              </ConfirmButton>
            )}
          </div>
        ),
    },
  ];
  return (
    <Section title={t(say("lists"))}>
      {query.isPending && <Busy rows={3} />}
      {query.error && <ErrorNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <DataTable
          label={t(say("lists"))}
          rows={query.data.items}
          columns={columns}
          rowKey={({ id }) => id}
          tone={({ state }) => (state === "undone" ? "quiet" : undefined)}
          empty={<p className={styles["quiet"]}>{t(say("noLists"))}</p>}
        />
      )}
    </Section>
  );
}
