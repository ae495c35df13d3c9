import { Tabs } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { facts } from "../../src/kernel/facts.ts";
import type { Plan } from "../../src/modules/plans/contract.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { StateBadge } from "../ui/badges.tsx";
import { Busy } from "../ui/busy.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { HistoryPanel } from "../ui/history-panel.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { say } from "./messages.ts";
import { PlanActs } from "./plan-acts.tsx";
import styles from "./plans.module.css";
import { ChangesTab } from "./tabs/changes-tab.tsx";
import { ContentTab } from "./tabs/content-tab.tsx";
import { CoverageTab } from "./tabs/coverage-tab.tsx";
import { MatrixTab } from "./tabs/matrix-tab.tsx";
import { ProgressTab } from "./tabs/progress-tab.tsx";
import { say as sayTargets } from "./targets/messages.ts";
import { TargetsTab } from "./targets/targets-tab.tsx";
import { periodText, stateText, stateTone } from "./words.ts";

/** A plan as its readers see it: what it says, who does what, how far it is, who has taken it up, what was changed. */
export function PlanPage() {
  const t = useText();
  const { planId } = useParams({ from: "/staff/plans/$planId" });
  const search = useSearch({ from: "/staff/plans/$planId" });
  const plan = useQuery(orpc.plans.get.queryOptions({ input: { id: planId, ...(search.edition ? { edition: search.edition } : {}) } }));
  if (plan.isPending) return <Busy rows={8} />;
  if (plan.error) {
    return (
      <>
        <PageHeader title={t(say("title"))} back={{ to: "/plans", text: t(say("toPlans")) }} />
        <ErrorNote error={plan.error} onRetry={() => void plan.refetch()} />
      </>
    );
  }
  return <PlanView plan={plan.data} tab={search.tab} />;
}

function PlanView({ plan, tab }: { plan: Plan; tab: string | undefined }) {
  const t = useText();
  const navigate = useNavigate({ from: "/plans/$planId" });
  const period = periodText(plan.periodFrom, plan.periodTo);
  const preparing = plan.editions.find(({ state, edition }) => (state === "draft" || state === "ready") && edition !== plan.edition);
  const inForce = plan.state === "issued" || plan.state === "closed";
  const tabs: [string, string, () => React.ReactNode][] = [
    ["content", t(say("tabContent")), () => <ContentTab plan={plan} />],
    ["matrix", t(say("tabMatrix")), () => <MatrixTab plan={plan} />],
    ...(inForce && plan.items.some(({ kind }) => kind === "target")
      ? [["targets", t(sayTargets("tab")), () => <TargetsTab plan={plan} />] as [string, string, () => React.ReactNode]]
      : []),
    ...(inForce ? [["progress", t(say("tabProgress")), () => <ProgressTab plan={plan} />] as [string, string, () => React.ReactNode]] : []),
    ...(inForce && plan.standing === "own"
      ? [["coverage", t(say("tabCoverage")), () => <CoverageTab plan={plan} />] as [string, string, () => React.ReactNode]]
      : []),
    ["changes", `${t(say("tabChanges"))}${plan.openAdjustments > 0 ? ` (${plan.openAdjustments})` : ""}`, () => <ChangesTab plan={plan} />],
  ];
  const shown = tabs.find(([key]) => key === tab)?.[0] ?? "content";
  return (
    <>
      <PageHeader
        title={plan.title}
        back={{ to: "/plans", text: t(say("toPlans")) }}
        badge={<StateBadge tone={stateTone[plan.state]}>{t(stateText[plan.state])}</StateBadge>}
        note={facts([plan.number, plan.issuer.name, period && t(period)])}
        actions={<PlanActs plan={plan} />}
      />
      {preparing && (
        <p className={styles["hint"]}>
          {t(say("preparingEdition", { edition: preparing.edition }))}{" "}
          <Link to="/plans/$planId/prepare" params={{ planId: plan.id }}>
            {t(say("goOn"))}
          </Link>
        </p>
      )}
      <Tabs
        value={shown}
        onChange={(key) =>
          void navigate({ search: (before) => ({ ...before, tab: key === "content" ? undefined : (key ?? undefined) }), replace: true })
        }
        keepMounted={false}
      >
        <Tabs.List className={styles["tabs"]}>
          {tabs.map(([key, text]) => (
            <Tabs.Tab key={key} value={key}>
              {text}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(([key, , render]) => (
          <Tabs.Panel key={key} value={key} pt="md">
            {render()}
          </Tabs.Panel>
        ))}
      </Tabs>
      <HistoryPanel kind="plan" id={plan.id} />
    </>
  );
}
