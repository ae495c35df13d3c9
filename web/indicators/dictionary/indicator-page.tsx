import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { dot } from "../../../src/kernel/facts.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { HistoryPanel } from "../../ui/history-panel.tsx";
import { KeyValue } from "../../ui/key-value.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Section } from "../../ui/section.tsx";
import { say as sayAll } from "../messages.ts";
import { say } from "./messages.ts";
import { kindText } from "./words.ts";
import styles from "../indicators.module.css";

/** One indicator: what it means, how it adds up, what fills it, who asks for it. */
export function IndicatorPage() {
  const t = useText();
  const { indicatorId } = useParams({ from: "/staff/dictionary/$indicatorId" });
  const query = useQuery(orpc.indicators.dictionary.get.queryOptions({ input: { id: Number(indicatorId) } }));
  const back = { to: "/dictionary", text: t(sayAll("dictionary")) };
  if (query.isPending) return <Busy rows={6} />;
  if (query.error)
    return (
      <>
        <PageHeader title={t(sayAll("dictionary"))} back={back} />
        <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
      </>
    );
  const { code, name, definition, unit, valueKind, dimension, adds, computedFrom, basis, owner, forms, state, retiredReason } = query.data;
  return (
    <>
      <PageHeader
        title={name}
        back={back}
        badge={state === "retired" && <StateBadge tone="neutral">{t(say("retired"))}</StateBadge>}
        note={`${code}${dot}${unit}${dot}${t(kindText[valueKind])}`}
      />
      {definition && <p className={styles["plain"]}>{definition}</p>}
      <Section title={t(say("addsTitle"))}>
        <KeyValue
          items={[
            [t(say("overUnits")), t(adds.units)],
            [t(say("overTime")), t(adds.time)],
            [t(say("overMerger")), t(adds.merger)],
            [
              t(say("dimension")),
              dimension &&
                `${dimension.name}: ${dimension.members.map(({ label }) => label).join("; ")}${dimension.complete ? "" : ` (${t(say("incomplete"))})`}`,
            ],
            [t(say("basis")), basis],
            [t(say("owner")), owner?.name ?? t(say("catalogue"))],
            [t(say("retired")), retiredReason],
          ]}
        />
      </Section>
      <Section title={t(say("computedTitle"))}>
        {computedFrom.length === 0 ? (
          <p className={styles["plain"]}>{t(say("typed"))}</p>
        ) : (
          <ul className={styles["plainList"]}>
            {computedFrom.map(({ name: measure, title }) => (
              <li key={measure}>{title ? t(title) : t(say("notInstalled", { name: measure }))}</li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t(say("formsTitle"))}>
        {forms.length === 0 ? (
          <p className={styles["plain"]}>{t(say("noForms"))}</p>
        ) : (
          <ul className={styles["plainList"]}>
            {forms.map(({ id, title }) => (
              <li key={id}>
                <Link to="/forms/$formId" params={{ formId: id }}>
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <HistoryPanel kind="indicator" id={indicatorId} />
    </>
  );
}
