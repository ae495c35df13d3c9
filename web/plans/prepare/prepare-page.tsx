import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { facts } from "../../../src/kernel/facts.ts";
import type { Plan } from "../../../src/modules/plans/contract.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { say as sayPlan } from "../messages.ts";
import styles from "../plans.module.css";
import { stateText, stateTone } from "../words.ts";
import { AddresseesStep } from "./addressees-step.tsx";
import { HeaderStep } from "./header-step.tsx";
import { ItemsStep } from "./items-step.tsx";
import { say } from "./messages.ts";
import { PreviewStep } from "./preview-step.tsx";

const steps = [say("stepHeader"), say("stepItems"), say("stepUnits"), say("stepIssue")];

/** From a draft to an issued plan in four steps; one can go to any of them at any time. */
export function PreparePage() {
  const t = useText();
  const { planId } = useParams({ from: "/staff/plans/$planId/prepare" });
  const editions = useQuery(orpc.plans.editions.queryOptions({ input: { id: planId } }));
  const preparing = editions.data?.find(({ state }) => state === "draft" || state === "ready");
  const plan = useQuery({
    ...orpc.plans.get.queryOptions({ input: { id: planId, edition: preparing?.edition ?? 1 } }),
    enabled: preparing !== undefined,
  });
  const error = editions.error ?? plan.error;
  if (error) {
    return (
      <>
        <PageHeader title={t(sayPlan("title"))} back={{ to: "/plans", text: t(sayPlan("toPlans")) }} />
        <ErrorNote error={error} onRetry={() => void Promise.all([editions.refetch(), plan.refetch()])} />
      </>
    );
  }
  if (editions.isPending || (preparing && plan.isPending)) return <Busy rows={8} />;
  if (!preparing || !plan.data) {
    return (
      <>
        <PageHeader title={t(sayPlan("title"))} back={{ to: `/plans/${planId}`, text: t(sayPlan("toPlan")) }} />
        <EmptyState title={t(say("nothing"))}>{t(say("nothingText"))}</EmptyState>
      </>
    );
  }
  return <Steps plan={plan.data} />;
}

function Steps({ plan }: { plan: Plan }) {
  const t = useText();
  const { step: wanted } = useSearch({ from: "/staff/plans/$planId/prepare" });
  const navigate = useNavigate({ from: "/plans/$planId/prepare" });
  // What is ready can only be looked at and issued.
  const step = plan.state === "ready" ? 4 : Math.min(wanted ?? 1, 4);
  const go = (to: number) => void navigate({ search: { step: to } });
  const amending = plan.edition > 1;
  return (
    <>
      <PageHeader
        title={plan.title}
        back={amending ? { to: `/plans/${plan.id}`, text: t(sayPlan("toPlan")) } : { to: "/plans", text: t(sayPlan("toPlans")) }}
        badge={
          <StateBadge tone={stateTone[plan.state]}>
            {amending ? t(say("amending", { edition: plan.edition })) : t(stateText[plan.state])}
          </StateBadge>
        }
        note={amending ? t(say("inForceNow")) : facts([plan.number, plan.issuer.name])}
        actions={
          plan.parent && (
            <Link to="/plans/$planId/child" params={{ planId: plan.id }} className={styles["sideLink"]}>
              {t(sayPlan("openChild"))}
            </Link>
          )
        }
      />
      <nav aria-label={t(say("steps"))} className={styles["steps"]}>
        <ol>
          {steps.map((text, at) => (
            <li key={text.vi}>
              <button
                type="button"
                aria-current={step === at + 1 ? "step" : undefined}
                disabled={plan.state === "ready" && at < 3}
                onClick={() => go(at + 1)}
              >
                <span className={styles["stepNumber"]} aria-hidden="true">
                  {at + 1}
                </span>
                <span>{t(text)}</span>
              </button>
            </li>
          ))}
        </ol>
      </nav>
      {step === 1 && <HeaderStep key={plan.version} plan={plan} onDone={() => go(2)} />}
      {step === 2 && <ItemsStep plan={plan} onDone={() => go(3)} />}
      {step === 3 && <AddresseesStep plan={plan} onDone={() => go(4)} />}
      {step === 4 && <PreviewStep plan={plan} onGo={go} />}
    </>
  );
}
