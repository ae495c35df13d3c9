import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { showDate } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Section } from "../../ui/section.tsx";
import styles from "../exemplars.module.css";
import { say } from "./messages.ts";
import own from "./recognition.module.css";

const shown = 5;

/** Awards for it, as far as the register shows them to this post: the newest here, the others there. */
export function AwardsSection({ exemplarId }: { exemplarId: string }) {
  const t = useText();
  const list = useQuery(orpc.awards.register.list.queryOptions({ input: { exemplarId, page: 1 } }));
  if (list.isPending) return <Busy rows={2} />;
  if (list.error) return <ErrorNote error={list.error} onRetry={() => void list.refetch()} />;
  const { items, total } = list.data;
  return (
    <Section title={t(say("awards"))}>
      {items.length === 0 && <p className={own["quiet"]}>{t(say("awardsNone"))}</p>}
      {items.length > 0 && (
        <ul className={own["lines"]}>
          {items.slice(0, shown).map((award) => (
            <li key={award.id}>
              <div>
                <span className={own["name"]}>{award.formName}</span>
                <div className={own["facts"]}>
                  <span>{award.printedName ?? t(say("awardErased"))}</span>
                  <span>{t(say("onDay", { number: award.number, day: showDate(award.grantedOn) }))}</span>
                  <span>{award.granter}</span>
                </div>
              </div>
              {award.revokedOn && <StateBadge tone="attention">{t(say("awardRevoked", { day: showDate(award.revokedOn) }))}</StateBadge>}
            </li>
          ))}
        </ul>
      )}
      {total > shown && (
        <Link to="/awards/register" search={{ exemplar: exemplarId }} className={styles["sideLink"]}>
          {t(say("awardsAll", { total }))}
        </Link>
      )}
    </Section>
  );
}
