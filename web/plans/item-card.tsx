import type { ReactNode } from "react";
import { dot } from "../../src/kernel/facts.ts";
import type { PlanItem } from "../../src/modules/plans/contract.ts";
import { useText } from "../shell/language.tsx";
import { DueBadge, StateBadge } from "../ui/badges.tsx";
import { say } from "./messages.ts";
import styles from "./plans.module.css";
import { clauseText, kindText, whoText } from "./words.ts";

/** One item of a plan with where it stands, who and until when; the document's own words on demand. */
export function ItemCard({ item, actions, children }: { item: PlanItem; actions?: ReactNode; children?: ReactNode }) {
  const t = useText();
  const { figure } = item;
  const cited = item.quote !== "" && item.quote.trim() !== item.text.trim();
  return (
    <article className={styles["item"]} id={`item-${item.id}`}>
      <div className={styles["itemHead"]}>
        <span className={styles["clause"]}>{t(clauseText(item.clause))}</span>
        <span className={styles["kind"]}>{t(kindText[item.kind])}</span>
        {item.opensPlan && <StateBadge tone="active">{t(say("opensPlan"))}</StateBadge>}
        {actions && <span className={styles["itemActions"]}>{actions}</span>}
      </div>
      <p className={styles["itemText"]}>{item.text}</p>
      <dl className={styles["facts"]}>
        {figure && (
          <Fact label={t(say("figure"))}>
            {figure}
            {item.target && !item.target.cumulative && item.target.frequency !== "once" && item.target.frequency !== "none" && (
              <span className={styles["dim"]}> ({t(say("notCumulative"))})</span>
            )}
          </Fact>
        )}
        <Fact label={t(whoText[item.kind])}>
          {item.leads.length > 0 ? (
            item.leads.map(({ printed }) => printed).join("; ")
          ) : (
            <span className={styles["missing"]}>{t(say("noLeadYet"))}</span>
          )}
        </Fact>
        {item.partners.length > 0 && <Fact label={t(say("partners"))}>{item.partners.map(({ printed }) => printed).join("; ")}</Fact>}
        {item.reporting && (
          <Fact label={t(say("receiver"))}>
            {item.reporting.via ? t(say("viaOffice", { to: item.reporting.to, via: item.reporting.via })) : item.reporting.to}
            {item.reporting.next && (
              <span className={styles["dim"]}>
                {dot}
                {t(say("nextReceiver"))}: {item.reporting.next}
              </span>
            )}
          </Fact>
        )}
        <Fact label={t(say("due"))}>
          <DueBadge due={item.due} />
        </Fact>
      </dl>
      {cited && (
        <details className={styles["quote"]}>
          <summary>{t(say("quote"))}</summary>
          <blockquote>{item.quote}</blockquote>
        </details>
      )}
      {children}
    </article>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
