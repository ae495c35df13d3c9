import type { Preview } from "../../src/modules/reports/contract.ts";
import { useText } from "../shell/language.tsx";
import { StateBadge } from "../ui/badges.tsx";
import { say } from "./messages.ts";
import styles from "./reports.module.css";

/** What stands in the way of signing, or is worth a look; each leads to its place. */
export function ChecksSection({ preview: { checks } }: { preview: Preview }) {
  const t = useText();
  const sorted = checks.toSorted((one, other) => Number(other.blocks) - Number(one.blocks));
  return (
    <section className={styles["card"]} aria-labelledby="checks">
      <h2 id="checks">{t(say("checks"))}</h2>
      {sorted.length === 0 && <p className={styles["quiet"]}>{t(say("checksNone"))}</p>}
      <ul className={styles["checkList"]}>
        {sorted.map((check) => (
          <li key={`${check.blockId ?? ""}:${check.what.vi}`}>
            {check.blocks && <StateBadge tone="attention">{t(say("blocksSigning"))}</StateBadge>} {t(check.what)}{" "}
            {check.blockId && <a href={`#b-${check.blockId}`}>{t(say("goTo"))}</a>}
          </li>
        ))}
      </ul>
    </section>
  );
}
