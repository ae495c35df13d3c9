import { Button, Divider, Select, Stack } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Plan } from "../../../src/modules/plans/contract.ts";
import { asApiError } from "../../shell/api-error.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { say } from "../messages.ts";
import styles from "../plans.module.css";

/** Two ways to a unit's own plan: clause by clause here, or one that was written in Word and checked. */
export function ChildWays({ plan }: { plan: Plan }) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const made = new Set(plan.ourPlans.map((child) => child.unitId));
  const ours = plan.ours.filter(({ id }) => !made.has(id));
  const [unitId, setUnitId] = useState(ours[0] ? String(ours[0].id) : null);
  const [documentId, setDocumentId] = useState<string | null>(null);
  const reviewed = useQuery(orpc.documents.list.queryOptions({ input: { text: "", state: "reviewed", page: 1 } }));
  const open = async (planId: string) => {
    await client.invalidateQueries({ queryKey: orpc.plans.key() });
    await navigate({ to: "/plans/$planId/child", params: { planId } });
  };
  const fresh = useMutation(orpc.plans.makeChild.mutationOptions({ onSuccess: ({ id }) => open(id) }));
  const written = useMutation(orpc.plans.childFromDocument.mutationOptions({ onSuccess: ({ id }) => open(id) }));
  const error = fresh.error ?? written.error;
  const existing = error ? asApiError(error).details["planId"] : undefined;
  const documents = (reviewed.data?.documents ?? []).filter(({ id }) => id !== plan.documentId);
  return (
    <Stack>
      <p className={styles["note"]}>{t(say("childWaysText"))}</p>
      {ours.length > 1 && (
        <Select
          label={t(say("childUnit"))}
          allowDeselect={false}
          data={ours.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={unitId}
          onChange={setUnitId}
        />
      )}
      {ours.length === 1 && <strong>{ours[0]?.name}</strong>}
      <Button
        className={styles["fit"]}
        loading={fresh.isPending}
        disabled={unitId === null}
        onClick={() => fresh.mutate({ id: plan.id, unitId: Number(unitId) })}
      >
        {t(say("childFresh"))}
      </Button>
      <Divider />
      {documents.length === 0 ? (
        <p className={styles["quietLine"]}>{t(say("noReviewed"))}</p>
      ) : (
        <>
          <Select
            label={t(say("childDocument"))}
            description={t(say("childDocumentHint"))}
            searchable
            data={documents.map(({ id, docType, number, subject, fileName }) => ({
              value: id,
              label: [docType, number, subject ?? fileName].filter(Boolean).join(" "),
            }))}
            value={documentId}
            onChange={setDocumentId}
          />
          <Button
            variant="default"
            className={styles["fit"]}
            loading={written.isPending}
            disabled={unitId === null || documentId === null}
            onClick={() => documentId && written.mutate({ id: plan.id, unitId: Number(unitId), documentId })}
          >
            {t(say("childWritten"))}
          </Button>
        </>
      )}
      <ErrorNote error={error} />
      {typeof existing === "string" && (
        <Link to="/plans/$planId/child" params={{ planId: existing }} className={styles["mainLink"]}>
          {t(say("openChild"))}
        </Link>
      )}
    </Stack>
  );
}
