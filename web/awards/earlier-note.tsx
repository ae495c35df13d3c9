import type { Earlier } from "../../src/modules/awards/contract.ts";
import styles from "../exemplars/exemplars.module.css";
import { useText } from "../shell/language.tsx";
import own from "./awards.module.css";
import { say } from "./messages.ts";

/** What was awarded or is proposed already for the same: shown, with what the law makes of it. */
export function EarlierNote({ items }: { items: readonly Earlier[] }) {
  const t = useText();
  if (items.length === 0) return null;
  const part = (same: boolean) => {
    const lines = items.filter((item) => item.same === same);
    if (lines.length === 0) return null;
    return (
      <>
        <p>{t(say(same ? "earlierSame" : "earlierOther"))}</p>
        <ul className={own["why"]}>
          {lines.map((item) => (
            <li key={item.id}>{t(say("earlierLine", item))}</li>
          ))}
        </ul>
      </>
    );
  };
  return (
    <div className={styles["note"]} data-tone={items.some(({ same }) => same) ? "attention" : undefined} role="status">
      <strong>{t(say("earlierTitle"))}</strong>
      {part(true)}
      {part(false)}
    </div>
  );
}
