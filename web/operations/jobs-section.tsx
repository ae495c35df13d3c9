import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { JobView } from "../../src/modules/operations/contract.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { StateBadge } from "../ui/badges.tsx";
import { Busy } from "../ui/busy.tsx";
import { DataTable, type Column } from "../ui/data-table.tsx";
import { showInstant } from "../ui/dates.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { showDone, showError } from "../ui/notices.ts";
import { Section } from "../ui/section.tsx";
import { say } from "./messages.ts";

const tones = { waiting: "neutral", running: "active", retrying: "attention", failed: "bad" } as const;

/** Background jobs that wait, run or failed; a failed one can be tried again. Looks again every few seconds. */
export function JobsSection() {
  const t = useText();
  const client = useQueryClient();
  const jobs = useQuery(orpc.operations.jobs.queryOptions({ refetchInterval: 5000 }));
  const retry = useMutation(
    orpc.operations.retryJob.mutationOptions({
      onSuccess: () => {
        showDone(t(say("retried")));
        void client.invalidateQueries({ queryKey: orpc.operations.key() });
      },
      onError: (error) => showError(t, error),
    }),
  );

  const columns: Column<JobView>[] = [
    { key: "name", header: t(say("name")), onPhone: "title", cell: (job) => job.name, sort: (job) => job.name },
    {
      key: "state",
      header: t(say("state")),
      cell: (job) => <StateBadge tone={tones[job.state]}>{t(say(job.state))}</StateBadge>,
      width: "10rem",
    },
    { key: "attempts", header: t(say("attempts")), align: "right", width: "7rem", cell: (job) => `${job.attempts}/${job.maxAttempts}` },
    { key: "next", header: t(say("next")), width: "10rem", cell: (job) => showInstant(job.nextRun), sort: (job) => job.nextRun },
    { key: "error", header: t(say("error")), cell: (job) => job.lastError ?? "–" },
    {
      key: "act",
      header: "",
      width: "8rem",
      cell: (job) =>
        job.state === "failed" || job.state === "retrying" ? (
          <Button
            size="xs"
            variant="default"
            loading={retry.isPending && retry.variables.id === job.id}
            onClick={() => retry.mutate({ id: job.id })}
          >
            {t(say("retry"))}
          </Button>
        ) : null,
    },
  ];

  return (
    <Section title={t(say("jobs"))} note={t(say("jobsNote"))}>
      {jobs.isPending ? (
        <Busy rows={4} />
      ) : jobs.error ? (
        <ErrorNote error={jobs.error} onRetry={() => void jobs.refetch()} />
      ) : (
        <DataTable
          label={t(say("jobs"))}
          rows={jobs.data.jobs}
          columns={columns}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t(say("jobsEmpty"))}>{t(say("jobsEmptyHint"))}</EmptyState>}
        />
      )}
    </Section>
  );
}
