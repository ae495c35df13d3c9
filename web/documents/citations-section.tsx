import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Cited } from "../../src/modules/documents/contract.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { StateBadge } from "../ui/badges.tsx";
import { Busy } from "../ui/busy.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { Section } from "../ui/section.tsx";
import { documentTitle, useNumberAndDate } from "./document-state.tsx";
import { say as sayRegister } from "./register-messages.ts";
import { graphOf } from "./register-names.ts";
import styles from "./documents.module.css";
import { say } from "./messages.ts";
import { showPartialDate } from "./partial-date.ts";

/** Every cited document has its page in the graph, registered or not; one without a number is only named. */
function CitedLink({ cited }: { cited: Cited }) {
  const t = useText();
  const name = [
    // A law without number is known by its title.
    (cited.number === null && cited.title) || [cited.type, cited.number].filter(Boolean).join(" "),
    cited.date && t(say("dated", { date: showPartialDate(cited.date) })),
    cited.issuer,
  ]
    .filter(Boolean)
    .join(", ");
  if (cited.document)
    return (
      <Link to="/documents/graph" search={{ document: cited.document.id }}>
        {name}
      </Link>
    );
  const search = cited.inGraph && graphOf({ ...cited, copy: null });
  if (!search) return name;
  return (
    <Link to="/documents/graph" search={search}>
      {name}
    </Link>
  );
}

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
                <CitedLink cited={cited} />
                {cited.title && cited.number !== null && <span className={styles["quiet"]}> – {cited.title}</span>}
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
      <Section
        title={t(say("carriedOutBy"))}
        actions={
          <>
            <Link to="/documents/graph" search={{ document: id }}>
              {t(sayRegister("graphOpen"))}
            </Link>
            <Link to="/documents/compare" search={{ other: id }}>
              {t(sayRegister("compareThis"))}
            </Link>
          </>
        }
      >
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
