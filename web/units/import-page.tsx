import { Button, Group, Stack } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { ImportMode, ImportReport } from "../../src/modules/units/contract.ts";
import { kindNames } from "../../src/modules/units/messages.ts";
import { api, orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { usePost } from "../shell/session.tsx";
import { Busy } from "../ui/busy.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { FileDrop } from "../ui/file-drop.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Section } from "../ui/section.tsx";
import { UnitPicker, type PickedUnit } from "../ui/unit-picker.tsx";
import { say } from "./messages.ts";
import styles from "./units.module.css";

/** A file is looked at first: what would be added, which rows cannot be taken and why; then it is imported, or not. */
export function ImportPage() {
  const t = useText();
  const post = usePost();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [under, setUnder] = useState<PickedUnit[]>(post ? [post.unit] : []);

  const send = useMutation({
    mutationFn: ({ chosen, mode, place }: { chosen: File; mode: ImportMode; place: PickedUnit[] }) =>
      api.units.import({ file: chosen, mode, ...(place[0] ? { under: place[0].id } : {}) }),
    onSuccess: async (report) => {
      if (report.written) await client.invalidateQueries({ queryKey: orpc.units.key() });
    },
  });
  const look = (chosen: File, place = under) => {
    setFile(chosen);
    send.mutate({ chosen, mode: "preview", place });
  };
  const startAgain = () => {
    setFile(null);
    send.reset();
  };
  const writing = send.isPending && send.variables.mode !== "preview";

  return (
    <>
      <PageHeader title={t(say("importTitle"))} back={{ to: "/units", text: t(say("back")) }} />
      {send.data?.written ? (
        <EmptyState
          title={t(say("imported", { count: send.data.created }))}
          action={
            <Group justify="center">
              <Button component={Link} to="/units">
                {t(say("seeTree"))}
              </Button>
              <Button variant="default" onClick={startAgain}>
                {t(say("otherFile"))}
              </Button>
            </Group>
          }
        />
      ) : (
        <Stack>
          <UnitPicker
            label={t(say("under"))}
            value={under}
            onChange={(place) => {
              setUnder(place);
              if (file) look(file, place);
            }}
          />
          <FileDrop
            kinds={[".csv", ".json"]}
            hint={t(say("fileHint"))}
            disabled={send.isPending}
            onFiles={([chosen]) => chosen && look(chosen)}
          />
          <p className={styles["quiet"]}>
            <a href="/files/units.csv" download>
              {t(say("sampleFile"))}
            </a>
          </p>
          {send.isPending && (
            <div role="status">
              <p className={styles["quiet"]}>{t(say(writing ? "writing" : "reading"))}</p>
              <Busy rows={4} />
            </div>
          )}
          {send.error && <ErrorNote error={send.error} />}
          {send.data && file && !send.isPending && (
            <Report report={send.data} fileName={file.name} onImport={(mode) => send.mutate({ chosen: file, mode, place: under })} />
          )}
        </Stack>
      )}
    </>
  );
}

function Report({ report, fileName, onImport }: { report: ImportReport; fileName: string; onImport: (mode: ImportMode) => void }) {
  const t = useText();
  const { created, rejected, sample } = report;
  return (
    <>
      <div className={styles["understood"]} data-none={rejected.length > 0 || created === 0 || undefined} role="status">
        <p>
          <strong>{fileName}</strong> – {t(say("previewCounts", { ...report, rejected: rejected.length }))}
        </p>
        {created === 0 && rejected.length === 0 && <p>{t(say("nothingNew"))}</p>}
      </div>
      {created > 0 && (
        <Group>
          {rejected.length === 0 ? (
            <Button onClick={() => onImport("all")}>{t(say("importAll", { count: created }))}</Button>
          ) : (
            <Button variant="default" onClick={() => onImport("good")}>
              {t(say("importGood", { count: created }))}
            </Button>
          )}
        </Group>
      )}
      {rejected.length > 0 && (
        <Section title={t(say("rejected"))} note={t(say("rejectedNote"))}>
          <DataTable
            label={t(say("rejected"))}
            rows={rejected}
            rowKey={({ row, column, what }) => `${row} ${column} ${what.en}`}
            columns={[
              { key: "row", header: t(say("row")), cell: ({ row }) => row, width: "5rem" },
              { key: "name", header: t(say("name")), cell: ({ name }) => name, onPhone: "title" },
              { key: "what", header: t(say("what")), cell: ({ what }) => t(what) },
              { key: "todo", header: t(say("todo")), cell: ({ todo }) => t(todo) },
            ]}
          />
        </Section>
      )}
      {sample.length > 0 && (
        <Section title={t(say("sample"))} note={t(say("sampleNote", { shown: sample.length, all: created }))}>
          <DataTable
            label={t(say("sample"))}
            rows={sample}
            rowKey={({ row }) => row}
            columns={[
              { key: "row", header: t(say("row")), cell: ({ row }) => row, width: "5rem", onPhone: "hidden" },
              { key: "name", header: t(say("name")), cell: ({ name }) => name, onPhone: "title" },
              { key: "kind", header: t(say("kind")), cell: ({ kind }) => t(kindNames[kind]), width: "14rem" },
              { key: "parent", header: t(say("liesIn")), cell: ({ parent }) => parent },
            ]}
          />
        </Section>
      )}
    </>
  );
}
