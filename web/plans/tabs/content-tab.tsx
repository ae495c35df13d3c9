import { Link } from "@tanstack/react-router";
import type { Plan, PlanItem } from "../../../src/modules/plans/contract.ts";
import { useText } from "../../shell/language.tsx";
import { showDate, showInstant } from "../../ui/dates.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { KeyValue } from "../../ui/key-value.tsx";
import { Section } from "../../ui/section.tsx";
import { ItemCard } from "../item-card.tsx";
import { say } from "../messages.ts";
import styles from "../plans.module.css";
import { kindsText, periodText } from "../words.ts";

const kinds: PlanItem["kind"][] = ["target", "task", "report"];

export function ContentTab({ plan }: { plan: Plan }) {
  const t = useText();
  const period = periodText(plan.periodFrom, plan.periodTo);
  const edition = plan.editions.find((each) => each.edition === plan.edition);
  const parent = plan.parent && (
    <Link to="/plans/$planId" params={{ planId: plan.parent.id }}>
      {plan.parent.title}
    </Link>
  );
  const document = plan.documentId && (
    <Link to="/documents/$documentId" params={{ documentId: plan.documentId }}>
      {t(say("openDocument"))}
    </Link>
  );
  return (
    <>
      <Section title={t(say("facts"))}>
        <KeyValue
          items={[
            [t(say("issuer")), plan.issuer.name],
            [t(say("number")), plan.number],
            [t(say("issueDate")), plan.issueDate && showDate(plan.issueDate)],
            [t(say("period")), period && t(period)],
            [t(say("editionLabel")), plan.editions.length > 1 || plan.edition > 1 ? String(plan.edition) : null],
            [
              t(say("issuedBy")),
              edition?.issuedBy && edition.issuedAt
                ? t(say("issuedByAt", { name: edition.issuedBy, at: showInstant(edition.issuedAt) }))
                : null,
            ],
            [t(say("parentPlan")), parent],
            [t(say("document")), document],
          ]}
        />
      </Section>
      {plan.basis.length > 0 && (
        <Section title={t(say("basis"))}>
          <ul className={styles["plainList"]}>
            {plan.basis.map(({ position, type, number, date, issuer, title, documentId }) => {
              const words = [
                // A law without a number goes by its title, which begins with its type.
                number === null ? (title ?? type) : `${type} ${number}`,
                date && t(say("basisDate", { date: showDate(date) })),
                issuer && t(say("basisIssuer", { issuer })),
              ]
                .filter(Boolean)
                .join(" ");
              return (
                <li key={position}>
                  {documentId ? (
                    <Link to="/documents/$documentId" params={{ documentId: documentId }}>
                      {words}
                    </Link>
                  ) : (
                    words
                  )}
                </li>
              );
            })}
          </ul>
        </Section>
      )}
      {plan.items.length === 0 && <EmptyState title={t(say("emptyPlan"))}>{t(say("emptyPlanText"))}</EmptyState>}
      {kinds.map((kind) => {
        const items = plan.items.filter((item) => item.kind === kind);
        return items.length === 0 ? null : (
          <Section key={kind} title={`${t(kindsText[kind])} (${items.length})`}>
            <div className={styles["items"]}>
              {items.map((item) => (
                <ItemCard key={item.id} item={item} />
              ))}
            </div>
          </Section>
        );
      })}
    </>
  );
}
