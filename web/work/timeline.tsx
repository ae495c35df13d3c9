import { dot } from "../../src/kernel/facts.ts";
import type { WorkEntry } from "../../src/modules/work/contract.ts";
import { useText } from "../shell/language.tsx";
import { showInstant } from "../ui/dates.ts";
import { Icon } from "../ui/icon.tsx";
import { say } from "./messages.ts";
import styles from "./work.module.css";

/** What was said and done about an item, oldest first, as a conversation reads. */
export function Timeline({ entries }: { entries: readonly WorkEntry[] }) {
  const t = useText();
  if (entries.length === 0) return <p className={styles["count"]}>{t(say("timelineNone"))}</p>;
  return (
    <ol className={styles["timeline"]}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <div>
            <strong>{entry.by || t(say("bySystem"))}</strong> {entry.by && `(${entry.unit.name})`} {t(say(`did.${entry.act}`))}
            {entry.percent !== null && entry.act === "progress" && `${dot}${t(say("percentDone", { percent: entry.percent }))}`}
          </div>
          <time dateTime={entry.at}>{showInstant(entry.at)}</time>
          {entry.text && <p className={styles["said"]}>{entry.text}</p>}
          <DueChange entry={entry} />
          {entry.files.length > 0 && (
            <ul className={styles["files"]}>
              {entry.files.map((file) => (
                <li key={file.id}>
                  <Icon name="download" size={16} />
                  <a href={`/files/work/${file.id}`}>{file.name}</a>
                  <span>{t(sizeText(file.size))}</span>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

function DueChange({ entry }: { entry: WorkEntry }) {
  const t = useText();
  if (!entry.dueAfter) return null;
  const after = entry.dueAfter.text || t(say("withoutDue"));
  const proposes = entry.act === "answer";
  const before = entry.dueBefore?.text || t(say("withoutDue"));
  return <p className={styles["said"]}>{t(proposes ? say("dueProposed", { after }) : say("dueChange", { before, after }))}</p>;
}

/** Sizes as people read them, with a comma. */
function sizeText(bytes: number) {
  const megabytes = bytes / (1024 * 1024);
  if (megabytes >= 1) return say("megabytes", { size: megabytes.toFixed(1).replace(".", ",") });
  return say("kilobytes", { size: String(Math.max(1, Math.round(bytes / 1024))) });
}
