import { Button, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { dot, facts } from "../../src/kernel/facts.ts";
import type { Document } from "../../src/modules/documents/contract.ts";
import { api, orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { useMay } from "../shell/session.tsx";
import { Busy } from "../ui/busy.tsx";
import { ConfirmButton } from "../ui/confirm-button.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { HistoryPanel } from "../ui/history-panel.tsx";
import { Icon } from "../ui/icon.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Section } from "../ui/section.tsx";
import { CitationsSection } from "./citations-section.tsx";
import { say as sayOfCheck } from "./check/messages.ts";
import { documentTitle, DocumentStateBadge, useNumberAndDate } from "./document-state.tsx";
import styles from "./documents.module.css";
import { EntrySection } from "./entry-section.tsx";
import { LookalikesSection } from "./lookalikes-section.tsx";
import { say } from "./messages.ts";
import { EarlierReading } from "./register-earlier-reading.tsx";
import { PagesLink, RecognitionProgress } from "./pages/recognition.tsx";

/** One document of the register: what state it is in, what to do next, what is known about it. */
export function DocumentPage() {
  const t = useText();
  const { documentId } = useParams({ from: "/staff/documents/$documentId" });
  const query = useQuery({
    ...orpc.documents.get.queryOptions({ input: { id: documentId } }),
    refetchInterval: ({ state }) => (state.data?.state === "compiling" || state.data?.state === "recognising" ? 1500 : false),
  });
  const numberAndDate = useNumberAndDate();
  if (query.isPending) return <Busy rows={6} />;
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  const document = query.data;
  return (
    <>
      <PageHeader
        title={documentTitle(document)}
        note={facts([numberAndDate(document), document.issuer])}
        badge={<DocumentStateBadge state={document.state} />}
        back={{ to: "/documents", text: t(say("backToRegister")) }}
        actions={
          <>
            {(document.state === "review" || document.state === "reviewed") && (
              <Link to="/documents/$documentId/check" params={{ documentId: document.id }} className={styles["sideLink"]}>
                {t(sayOfCheck("open"))}
              </Link>
            )}
            <Button
              component="a"
              href={`/files/documents/${document.id}/original`}
              variant="default"
              leftSection={<Icon name="download" size={18} />}
            >
              {t(say("original"))}
            </Button>
          </>
        }
      />
      <NextStep document={document} />
      {document.state === "review" && <EarlierReading id={document.id} />}
      <LookalikesSection document={document} />
      <EntrySection document={document} />
      {document.notes.length > 0 && (
        <Section title={t(say("notes"))}>
          <ul className={styles["notes"]}>
            {document.notes.map((note) => (
              <li key={note.vi}>{t(note)}</li>
            ))}
          </ul>
        </Section>
      )}
      {(document.state === "review" || document.state === "reviewed") && <CitationsSection id={document.id} />}
      <HistoryPanel kind="document" id={document.id} />
    </>
  );
}

/** The one thing that this document waits for. */
function NextStep({ document }: { document: Document }) {
  const t = useText();
  const may = useMay();
  const client = useQueryClient();
  const { id, version, state, items, can } = document;
  const onSuccess = (changed: Document) => {
    client.setQueryData(orpc.documents.get.queryKey({ input: { id } }), changed);
    return client.invalidateQueries({ queryKey: orpc.documents.key() });
  };
  const readAgain = useMutation(orpc.documents.readAgain.mutationOptions({ onSuccess }));
  const again = (
    <Button variant="default" loading={readAgain.isPending} onClick={() => readAgain.mutate({ id, version })}>
      {t(say("readAgain"))}
    </Button>
  );

  return (
    <section className={styles["next"]} data-state={state} aria-live="polite">
      {state === "recognising" && <RecognitionProgress document={document} />}
      {state === "compiling" && <Busy what={t(say("reading"))} after={0} />}
      {state === "failed" && (
        <>
          <Text fw={600}>{t(say("readFailed"))}</Text>
          {document.failure && <Text>{t(document.failure)}</Text>}
          {can.readAgain && <div>{again}</div>}
        </>
      )}
      {state === "review" && (
        <div className={styles["nextRow"]}>
          <Text>
            <strong>{t(say("progress", { done: items.total - items.undecided, total: items.total }))}</strong>
            {items.undecided > 0 && `${dot}${t(say("undecided", { count: items.undecided }))}`}
          </Text>
          <Link to="/documents/$documentId/review" params={{ documentId: id }} className={styles["mainLink"]}>
            {t(can.review ? say(items.undecided < items.total ? "continueReview" : "review") : say("seeReview"))}
          </Link>
        </div>
      )}
      {state === "reviewed" && (
        <div className={styles["nextRow"]}>
          {may("plan:draft") && (
            <Link to="/plans/new" search={{ document: id }} className={styles["mainLink"]}>
              {t(say("makePlan"))}
            </Link>
          )}
          <Link to="/documents/$documentId/review" params={{ documentId: id }} className={styles["sideLink"]}>
            {t(say("seeReview"))}
          </Link>
          {can.reopen && (
            <ConfirmButton
              question={t(say("reopenQuestion"))}
              consequence={t(say("reopenText"))}
              confirm={t(say("reopen"))}
              onConfirm={async () => onSuccess(await api.documents.reopen({ id, version }))}
            >
              {t(say("reopen"))}
            </ConfirmButton>
          )}
        </div>
      )}
      {document.compilerIsNewer && can.readAgain && state !== "failed" && (
        <div className={styles["nextRow"]}>
          <Text size="sm">{t(say("readAgainNewer"))}</Text>
          {again}
        </div>
      )}
      {state !== "recognising" && <PagesLink document={document} />}
      <ErrorNote error={readAgain.error} />
    </section>
  );
}
