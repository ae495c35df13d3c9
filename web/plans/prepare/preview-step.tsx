import { Button, Stack } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { Plan, PlanProblem } from "../../../src/modules/plans/contract.ts";
import { asApiError } from "../../shell/api-error.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { Busy } from "../../ui/busy.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { showDone } from "../../ui/notices.ts";
import { Section } from "../../ui/section.tsx";
import { ChangesView } from "../changes-view.tsx";
import { MatrixView } from "../matrix-view.tsx";
import styles from "../plans.module.css";
import { say } from "./messages.ts";
import { ProblemList } from "./problem-list.tsx";

/** Step 4: who gets what, what stands in the way, then closing the draft and issuing it. */
export function PreviewStep({ plan, onGo }: { plan: Plan; onGo(step: number): void }) {
  const t = useText();
  const client = useQueryClient();
  const preview = useQuery({ ...orpc.plans.preview.queryOptions({ input: { id: plan.id } }), staleTime: 0 });
  const refresh = () => client.invalidateQueries({ queryKey: orpc.plans.key() });
  const ready = useMutation(orpc.plans.ready.mutationOptions({ onSuccess: refresh }));
  if (preview.isPending) return <Busy rows={8} />;
  if (preview.error) return <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />;
  const { problems, opens, matrix, changes } = preview.data;
  const blockers = problems.filter(({ blocks }) => blocks);
  const warnings = problems.filter(({ blocks }) => !blocks);
  const goTo = ({ kind }: PlanProblem) => onGo(stepOf[kind] ?? 2);
  return (
    <>
      {plan.state === "ready" && (
        <div className={styles["readyBox"]}>
          <strong>{t(say("isReady"))}</strong>
          <IssueActs plan={plan} units={opens.units} />
        </div>
      )}
      <Section title={t(say("previewOpens"))}>
        <p className={styles["opens"]}>{opens.units > 0 ? t(say("opens", opens)) : t(say("opensNothing"))}</p>
      </Section>
      {blockers.length > 0 && (
        <Section title={t(say("blockers"))}>
          <ProblemList problems={blockers} onGo={plan.state === "draft" ? goTo : undefined} />
        </Section>
      )}
      <Section title={t(say("warnings"))}>
        {warnings.length > 0 ? (
          <ProblemList problems={warnings} onGo={plan.state === "draft" ? goTo : undefined} />
        ) : (
          <p className={styles["note"]}>{t(say("noProblems"))}</p>
        )}
      </Section>
      {changes && (
        <Section title={t(say("whatChanges"))}>
          <ChangesView changes={changes} />
        </Section>
      )}
      <Section title={t(say("matrix"))}>
        <MatrixView matrix={matrix} />
      </Section>
      {plan.state === "draft" && (
        <Stack gap="xs">
          <p className={styles["quietLine"]}>{t(say("readyNote"))}</p>
          <ErrorNote error={ready.error} />
          <div className={styles["buttons"]}>
            <Button
              disabled={blockers.length > 0}
              loading={ready.isPending}
              onClick={() => ready.mutate({ id: plan.id, version: plan.version })}
            >
              {t(say("makeReady"))}
            </Button>
          </div>
        </Stack>
      )}
    </>
  );
}

/** Where each problem is put right. */
const stepOf: Partial<Record<PlanProblem["kind"], number>> = {
  "no-period": 1,
  "no-issue-date": 1,
  "period-over": 1,
  "unit-gone": 1,
  "not-understood": 3,
  "partly-understood": 3,
  "nobody-meant": 3,
  "edge-unconfirmed": 3,
  "not-recipient": 3,
};

function IssueActs({ plan, units }: { plan: Plan; units: number }) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const refresh = () => client.invalidateQueries({ queryKey: orpc.plans.key() });
  const reopen = useMutation(orpc.plans.reopen.mutationOptions({ onSuccess: refresh }));
  const mayIssue = plan.acts.includes("issue");
  return (
    <>
      <p className={styles["quietLine"]}>{t(mayIssue ? say("isReadyNote") : say("cannotIssue"))}</p>
      <div className={styles["buttons"]}>
        {mayIssue && (
          <ConfirmButton
            variant="filled"
            question={t(say("issueQuestion"))}
            consequence={t(say("issueText", { units }))}
            confirm={t(say("issue"))}
            onConfirm={async () => {
              try {
                await api.plans.issue({ id: plan.id, version: plan.version });
              } catch (error) {
                throw told(error, t);
              }
              showDone(t(say("issued")));
              await navigate({ to: "/plans/$planId", params: { planId: plan.id }, search: {} });
              await refresh();
            }}
          >
            {t(say("issue"))}
          </ConfirmButton>
        )}
        {plan.acts.includes("reopen") && (
          <Button variant="default" loading={reopen.isPending} onClick={() => reopen.mutate({ id: plan.id, version: plan.version })}>
            {t(say("reopen"))}
          </Button>
        )}
      </div>
      <ErrorNote error={reopen.error} />
    </>
  );
}

type TreeChange = { expression: string; gained: number; lost: string[] };

/** When the tree changed since the preview, the message names the expressions. */
function told(error: unknown, t: ReturnType<typeof useText>): unknown {
  const problem = asApiError(error);
  const changed = problem.details["changed"] as TreeChange[] | undefined;
  if (!Array.isArray(changed)) return error;
  const list = changed.map(({ expression, gained, lost }) => t(say("treeChange", { expression, gained, lost: lost.length })));
  problem.message = `${problem.message} ${t(say("treeChanged"))}: ${list.join("; ")}.`;
  return problem;
}
