import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { StateBadge } from "../ui/badges.tsx";
import { Busy } from "../ui/busy.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { Section } from "../ui/section.tsx";
import { documentTitle, useNumberAndDate } from "./document-state.tsx";
import styles from "./documents.module.css";
import { say } from "./messages.ts";
import { showPartialDate } from "./partial-date.ts";

/** The document's place among the others: what it stands on, and what stands on it. */
export function CitationsSection({ id }: { id: string }) {
  const t = useText();
  const numberAndDate = useNumberAndDate();
  const citations = useQuery(orpc.documents.citations.queryOptions({ input: { id } }));
  if (citations.isPending) return <Busy rows={3} />;
  if (citations.error) return <ErrorNote error={citations.error} onRetry={() => void citations.refetch()} />;
  const { carriesOut, carriedOutBy } = citations.data;
  return (
    <>
      <Section title={t(say("carriesOut"))}>
        {carriesOut.length === 0 && <p className={styles["quiet"]}>{t(say("noCitations"))}</p>}
        <ul className={styles["cited"]}>
          {carriesOut.map((cited) => (
            <li key={cited.item}>
              <span>
                {[
                  [cited.type, cited.number].filter(Boolean).join(" "),
                  cited.date && t(say("dated", { date: showPartialDate(cited.date) })),
                  cited.issuer,
                ]
                  .filter(Boolean)
                  .join(", ")}
                {cited.title && <span className={styles["quiet"]}> – {cited.title}</span>}
              </span>
              {cited.document ? (
                <Link to="/documents/$documentId" params={{ documentId: cited.document.id }}>
                  {t(say("inRegister"))}
                </Link>
              ) : (
                <StateBadge tone="neutral">{t(say("notInRegister"))}</StateBadge>
              )}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t(say("carriedOutBy"))}>
        {carriedOutBy.length === 0 && <p className={styles["quiet"]}>{t(say("noCarriedOutBy"))}</p>}
        <ul className={styles["cited"]}>
          {carriedOutBy.map((document) => (
            <li key={document.id}>
              <Link to="/documents/$documentId" params={{ documentId: document.id }}>
                {documentTitle(document)}
              </Link>
              <span className={styles["quiet"]}>{numberAndDate(document)}</span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
