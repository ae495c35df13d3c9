import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { useMay } from "../../shell/session.tsx";
import { Busy } from "../../ui/busy.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { documentTitle } from "../document-state.tsx";
import { CheckView } from "./check-view.tsx";
import { say } from "./messages.ts";

/** What the plan check asks about a document of the register. */
export function DocumentCheckPage() {
  const t = useText();
  const { documentId } = useParams({ from: "/staff/documents/$documentId/check" });
  const input = { id: documentId };
  const document = useQuery(orpc.documents.get.queryOptions({ input }));
  const text = useQuery(orpc.documents.text.queryOptions({ input }));
  const { check, aside } = useCheck(documentId);
  const error = document.error ?? text.error ?? check.error;
  const header = (
    <PageHeader
      title={t(say("title"))}
      note={document.data ? `${documentTitle(document.data)}. ${t(say("note"))}` : t(say("note"))}
      back={{ to: `/documents/${documentId}`, text: t(say("back")) }}
    />
  );
  if (error)
    return (
      <>
        {header}
        <ErrorNote error={error} onRetry={() => void Promise.all([document.refetch(), text.refetch(), check.refetch()])} />
      </>
    );
  if (!document.data || !text.data || !check.data)
    return (
      <>
        {header}
        <Busy rows={8} />
      </>
    );
  return (
    <>
      {header}
      <ErrorNote error={aside?.error} />
      {check.data.ready ? (
        <CheckView
          name={`${t(say("title"))}: ${documentTitle(document.data)}`}
          lines={text.data.lines}
          findings={check.data.findings}
          actions={
            <Button size="xs" variant="default" component="a" href={`/files/documents/${documentId}/check`} download>
              {t(say("paper"))}
            </Button>
          }
          {...(aside ? { aside: { list: check.data.setAside, busy: aside.busy, onAside: aside.onAside } } : {})}
        />
      ) : (
        <EmptyState title={t(say("notReady"))} />
      )}
    </>
  );
}

/** The list of a registered document, and setting aside for who may. */
export function useCheck(documentId: string) {
  const may = useMay();
  const client = useQueryClient();
  const options = orpc.documents.check.queryOptions({ input: { id: documentId } });
  const check = useQuery(options);
  const set = useMutation(
    orpc.documents.setFindingAside.mutationOptions({ onSuccess: (changed) => client.setQueryData(options.queryKey, changed) }),
  );
  const aside = may("document:upload")
    ? {
        busy: set.isPending,
        error: set.error,
        onAside: (key: string, value: boolean) => set.mutate({ id: documentId, key, aside: value }),
      }
    : null;
  return { check, aside };
}
