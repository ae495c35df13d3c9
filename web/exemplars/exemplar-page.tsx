import { Tabs } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Suspense } from "react";
import { facts } from "../../src/kernel/facts.ts";
import { kindNames } from "../../src/modules/exemplars/messages.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { StateBadge } from "../ui/badges.tsx";
import { Busy } from "../ui/busy.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import styles from "./exemplars.module.css";
import { say } from "./messages.ts";
import { exemplarTabs } from "./tabs.ts";
import { fieldText, stateText, stateTone, stepText } from "./words.ts";

/** One exemplar: its name and state, and below them its parts, one at a time; the address keeps which. */
export function ExemplarPage() {
  const t = useText();
  const { exemplarId } = useParams({ from: "/staff/exemplars/$exemplarId" });
  const { tab } = useSearch({ from: "/staff/exemplars/$exemplarId" });
  const navigate = useNavigate({ from: "/exemplars/$exemplarId" });
  const query = useQuery({ ...orpc.exemplars.get.queryOptions({ input: { id: exemplarId } }), refetchOnWindowFocus: true });
  if (query.isPending) return <Busy rows={6} />;
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  const exemplar = query.data;
  const step = stepText(exemplar);
  const tabs = exemplarTabs.filter(({ shown }) => !shown || shown(exemplar));
  const [first] = exemplarTabs;
  const open = tabs.find(({ key }) => key === tab) ?? first;
  return (
    <>
      <PageHeader
        title={exemplar.name}
        note={facts([t(kindNames[exemplar.kind]), t(fieldText(exemplar.field)), exemplar.lead.name])}
        badge={
          <>
            <StateBadge tone={stateTone[exemplar.state]}>{t(stateText(exemplar.state))}</StateBadge>
            {step && <StateBadge tone="neutral">{t(step)}</StateBadge>}
            {exemplar.late && <StateBadge tone="attention">{t(say("late"))}</StateBadge>}
          </>
        }
        back={{ to: "/exemplars", text: t(say("toList")) }}
      />
      <Tabs
        value={open.key}
        onChange={(key) =>
          void navigate({ search: (before) => ({ ...before, tab: key === first.key ? undefined : (key ?? undefined) }), replace: true })
        }
        keepMounted={false}
      >
        <Tabs.List className={styles["tabs"]} aria-label={exemplar.name}>
          {tabs.map(({ key, title }) => (
            <Tabs.Tab key={key} value={key}>
              {t(title)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(({ key, Panel }) => (
          <Tabs.Panel key={key} value={key} pt="md">
            <Suspense fallback={<Busy rows={5} />}>
              <Panel exemplar={exemplar} />
            </Suspense>
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}
