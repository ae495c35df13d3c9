import { useText } from "../../shell/language.tsx";
import type { Item } from "../../../src/modules/documents/contract.ts";
import { Icon } from "../../ui/icon.tsx";
import { ask } from "./ask-messages.ts";
import styles from "./glance.module.css";
import type { Line } from "./glance.ts";
import { kindText } from "./names.ts";
import { usePointing, type Pointer } from "./pointer.ts";

type Props = {
  item: Item;
  line: Line;
  /** Where kinds are mixed each says its own. */
  showKind: boolean;
  /** Taken out of the question: it is asked about alone. */
  out: boolean;
  /** Two lines of it are enough. */
  short: boolean;
  pointer: Pointer;
  onSelect(id: string): void;
  onTakeOut(id: string): void;
};

/** One of the items that an answer is for, in a line or three. */
export function GlanceRow({ item, line, showKind, out, short, pointer, onSelect, onTakeOut }: Props) {
  const t = useText();
  const hovered = usePointing(pointer, (now) => now.hovered === item.id);
  return (
    <li className={styles["row"]} data-card={item.id} data-out={out || undefined} data-hovered={hovered || undefined}>
      <button type="button" className={styles["head"]} aria-expanded={false} onClick={() => onSelect(item.id)}>
        <span className={styles["words"]} data-short={short || undefined}>
          {showKind && <span className={styles["kind"]}>{t(kindText[item.kind])}</span>}
          {line.words.map(({ text, marked }, index) =>
            // The pieces of a sentence have no names; they change only all together.
            // oxlint-disable-next-line react/no-array-index-key
            marked ? <b key={index}>{text}</b> : <span key={index}>{text}</span>,
          )}
        </span>
        {line.apart.length > 0 && (
          <span className={styles["apart"]}>
            {line.apart.map(({ label, value }) => (
              <mark key={label + value}>
                {label}: {value || t(ask("nothingRead"))}
              </mark>
            ))}
          </span>
        )}
        {out && <span className={styles["outNote"]}>{t(ask("isOut"))}</span>}
      </button>
      <TakeOut out={out} words={line.words.map(({ text }) => text).join("")} onClick={() => onTakeOut(item.id)} />
    </li>
  );
}

/** Takes one item out of a question, or puts it back. */
export function TakeOut({ out, words, onClick }: { out: boolean; words: string; onClick(): void }) {
  const t = useText();
  const what = t(ask(out ? "putBack" : "takeOut"));
  return (
    <button type="button" className={styles["takeOut"]} title={what} aria-label={`${what}: ${words.slice(0, 60)}`} onClick={onClick}>
      <Icon name={out ? "undo" : "clock"} size={16} />
    </button>
  );
}
