import { Link } from "@tanstack/react-router";
import type { Desk } from "../../src/modules/work/contract.ts";
import { useText } from "../shell/language.tsx";
import { showDate, today } from "../ui/dates.ts";
import { Section } from "../ui/section.tsx";
import { say } from "./messages.ts";
import styles from "./work.module.css";

/** What others wait for: reports to confirm, answers to settle, reviews to finish, plans to receive. Oldest first. */
export function WaitingSection({ desk }: { desk: Desk }) {
  const t = useText();
  const { toConfirm, toSettle, cards } = desk.waiting;
  const lines = [
    ...cards.map((card) => ({
      id: `${card.kind}:${card.id}`,
      to: card.path,
      what: t(card.what),
      title: card.title,
      who: card.from,
      since: card.since,
    })),
    ...toConfirm.map((work) => ({
      id: work.id,
      to: `/work/${work.id}`,
      what: t(say("toConfirm", { unit: work.lead.name })),
      title: work.title,
      who: null,
      since: work.updatedAt,
    })),
    ...toSettle.map((work) => ({
      id: work.id,
      to: `/work/${work.id}`,
      what: t(say(work.state === "declined" ? "declinedBy" : "answeredBy", { unit: work.lead.name })),
      title: work.title,
      who: null,
      since: work.updatedAt,
    })),
  ].toSorted((one, other) => one.since.localeCompare(other.since));
  if (lines.length === 0) return null;
  return (
    <div id="waiting">
      <Section title={t(say("waiting"))}>
        <ul className={styles["lines"]}>
          {lines.map(({ id, to, what, title, who, since }) => (
            <li key={id}>
              <Link to={to as never} className={styles["title"]}>
                {title}
              </Link>
              <div className={styles["facts"]}>
                <span className={styles["strong"]}>{what}</span>
                {who && <span>{who}</span>}
                <span>{t(say("since", { when: showDate(today(new Date(since))) }))}</span>
              </div>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
