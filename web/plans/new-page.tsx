import { Button, Stack } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { asApiError } from "../shell/api-error.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { usePost } from "../shell/session.tsx";
import { Busy } from "../ui/busy.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { KeyValue } from "../ui/key-value.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { UnitPicker, type PickedUnit } from "../ui/unit-picker.tsx";
import { say } from "./messages.ts";
import styles from "./plans.module.css";

/** The step between a checked document and its draft plan: in whose name it is issued. */
export function NewPlanPage() {
  const t = useText();
  const { document: documentId } = useSearch({ from: "/staff/plans/new" });
  return (
    <>
      <PageHeader title={t(say("newTitle"))} note={t(say("newNote"))} back={{ to: "/plans", text: t(say("toPlans")) }} />
      {documentId ? <Begin documentId={documentId} /> : <NoDocument />}
    </>
  );
}

function NoDocument() {
  const t = useText();
  return (
    <EmptyState
      title={t(say("newMissing"))}
      action={
        <Link to="/documents" className={styles["sideLink"]}>
          {t(say("toDocuments"))}
        </Link>
      }
    >
      {t(say("newMissingText"))}
    </EmptyState>
  );
}

function Begin({ documentId }: { documentId: string }) {
  const t = useText();
  const post = usePost();
  const navigate = useNavigate();
  const client = useQueryClient();
  const document = useQuery(orpc.documents.get.queryOptions({ input: { id: documentId } }));
  const [issuer, setIssuer] = useState<PickedUnit[] | null>(null);
  const make = useMutation(
    orpc.plans.create.mutationOptions({
      onSuccess: async (plan) => {
        await client.invalidateQueries({ queryKey: orpc.plans.key() });
        await navigate({ to: "/plans/$planId/prepare", params: { planId: plan.id } });
      },
    }),
  );
  if (document.isPending) return <Busy />;
  if (document.error) return <ErrorNote error={document.error} onRetry={() => void document.refetch()} />;
  const { docType, number, subject, issuer: printed } = document.data;
  const made = make.error ? asApiError(make.error).details["planId"] : undefined;
  const chosen = issuer ?? [];
  return (
    <Stack maw="44rem">
      <KeyValue
        items={[
          [t(say("document")), [docType, number].filter(Boolean).join(" ")],
          [t(say("columnPlan")), subject],
          [t(say("issuerPrinted")), printed],
        ]}
      />
      <UnitPicker
        label={t(say("newIssuer"))}
        description={`${t(say("newIssuerHint"))} ${post?.unit.name ?? ""}`}
        value={chosen}
        onChange={setIssuer}
      />
      <ErrorNote error={make.error} />
      <div className={styles["buttons"]}>
        {typeof made === "string" ? (
          <Link to="/plans/$planId" params={{ planId: made }} className={styles["mainLink"]}>
            {t(say("openMade"))}
          </Link>
        ) : (
          <Button loading={make.isPending} onClick={() => make.mutate({ documentId, ...(chosen[0] ? { issuerId: chosen[0].id } : {}) })}>
            {t(say("make"))}
          </Button>
        )}
      </div>
    </Stack>
  );
}
