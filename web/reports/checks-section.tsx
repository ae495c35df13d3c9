import type { Preview, ReportCheck } from "../../src/modules/reports/contract.ts";
import { useText } from "../shell/language.tsx";
import { StateBadge } from "../ui/badges.tsx";
import { say } from "./messages.ts";
import styles from "./reports.module.css";

/** What stands in the way of signing, or is worth a look; each leads to its place. */
export function ChecksSection({ preview: { checks } }: { preview: Preview }) {
  const t = useText();
  const groups = [...Map.groupBy(checks, ({ what }) => what.vi).values()].toSorted(
    (one, other) => Number(other[0]?.blocks) - Number(one[0]?.blocks),
  );
  return (
    <section className={styles["card"]} aria-labelledby="checks">
      <h2 id="checks">{t(say("checks"))}</h2>
      {groups.length === 0 && <p className={styles["quiet"]}>{t(say("checksNone"))}</p>}
      <ul className={styles["checkList"]}>
        {groups.map((group) => (
          <CheckItem key={group[0]?.what.vi} group={group} />
        ))}
      </ul>
    </section>
  );
}

/** The same remark about several places is said once. */
function CheckItem({ group }: { group: readonly ReportCheck[] }) {
  const t = useText();
  const [first] = group;
  if (!first) return null;
  const places = group.flatMap(({ blockId }) => blockId ?? []);
  return (
    <li>
      {first.blocks && <StateBadge tone="attention">{t(say("blocksSigning"))}</StateBadge>} {t(first.what)}{" "}
      <span className={styles["checkLinks"]}>
        {places.map((blockId, index) => (
          <a key={blockId} href={`#b-${blockId}`}>
            {places.length === 1 ? t(say("goTo")) : t(say("place", { number: index + 1 }))}
          </a>
        ))}
      </span>
    </li>
  );
}
