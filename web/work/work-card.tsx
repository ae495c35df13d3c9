import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { fold } from "../../src/kernel/text.ts";
import type { WorkRow } from "../../src/modules/work/contract.ts";
import { useText } from "../shell/language.tsx";
import { say } from "./messages.ts";
import { periodText } from "./period.ts";
import { Reason } from "./reason.tsx";
import { TimeLeft, WorkStateBadge } from "./work-state.tsx";
import styles from "./work.module.css";

/**
 * One item on the desk: by when, what, for whom, and because of which words of which document.
 * `lead` shows who does it (where that is not the reader's own unit).
 */
export function WorkCard({ work, lead = false, headline }: { work: WorkRow; lead?: boolean; headline?: ReactNode }) {
  const t = useText();
  return (
    <li className={styles["card"]} data-standing={work.standing}>
      <TimeLeft work={work} />
      <div className={styles["body"]}>
        {headline && <div className={styles["headline"]}>{headline}</div>}
        <Link to="/work/$workId" params={{ workId: work.id }} className={styles["title"]}>
          {work.title}
        </Link>
        <div className={styles["facts"]}>
          <span>{t(say(`kind.${work.kind}`))}</span>
          {work.period && <span>{t(periodText(work.period))}</span>}
          {lead ? (
            <span>{t(say("leadIs", { unit: work.lead.name }))}</span>
          ) : (
            <span>{t(say("by", { unit: work.assigner.name, edge: t(say(`edge.${work.edge}`)) }))}</span>
          )}
          {work.percent !== null && work.percent < 100 && <span>{t(say("percentDone", { percent: work.percent }))}</span>}
        </div>
        <div className={styles["why"]}>
          {t(say("why"))} <Reason work={work} />
          {!saysTheSame(work) && (
            <>
              : <q>{shortened(work.origin.quote)}</q>
            </>
          )}
        </div>
      </div>
      <div className={styles["side"]}>
        <WorkStateBadge work={work} />
      </div>
    </li>
  );
}

/** The title is often made of the clause's own words: once is enough. */
const saysTheSame = ({ title, origin }: WorkRow): boolean => fold(title).startsWith(fold(origin.quote).slice(0, 60));

/** The beginning of the words, cut at a word: the page of the item has them all. */
function shortened(quote: string, limit = 140): string {
  if (quote.length <= limit) return quote;
  return `${quote.slice(0, quote.lastIndexOf(" ", limit))}…`;
}
