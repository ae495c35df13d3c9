import type { ExemplarPicture } from "../../../src/modules/exemplars/contract.ts";
import type { Text } from "../../../src/kernel/language.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge, type Tone } from "../../ui/badges.tsx";
import { Icon } from "../../ui/icon.tsx";
import { say } from "./messages.ts";
import styles from "./pictures.module.css";
import { fileOf } from "./use-pictures.ts";

/** What a picture is called where it has no caption of its own. */
export const nameOf = ({ caption }: ExemplarPicture, index: number): Text =>
  caption ? { vi: caption, en: caption } : say("photoOf", { number: index + 1 });

/** Whether it may be public, in a few words. */
export function standingOf({ public: open, shows }: ExemplarPicture): { tone: Tone; text: Text } {
  if (open === "blurred") return { tone: "good", text: say("openBlurred") };
  if (open === "picture") return { tone: "good", text: say("open") };
  return { tone: "attention", text: say(shows === null ? "closedUnsaid" : "closedConsent") };
}

type Props = { items: readonly ExemplarPicture[]; beyond: boolean; onChoose(id: string): void };

export function Gallery({ items, beyond, onChoose }: Props) {
  const t = useText();
  if (items.length === 0) return null;
  return (
    <ul className={styles["gallery"]}>
      {items.map((picture, index) => {
        const name = t(nameOf(picture, index));
        const standing = standingOf(picture);
        return (
          <li key={picture.id}>
            <button
              type="button"
              className={styles["card"]}
              data-picture={picture.id}
              aria-label={t(say("see", { name }))}
              onClick={() => onChoose(picture.id)}
            >
              {picture.state === "ready" ? (
                <img src={fileOf(picture, beyond ? "public" : "thumb")} alt="" loading="lazy" />
              ) : (
                <span className={styles["waiting"]} aria-hidden="true">
                  <Icon name={picture.state === "refused" ? "warning" : "clock"} size={32} />
                </span>
              )}
              <span className={styles["name"]}>{name}</span>
            </button>
            <div className={styles["badges"]}>
              {picture.cover && <StateBadge tone="active">{t(say("cover"))}</StateBadge>}
              {picture.state === "quarantined" && <StateBadge tone="neutral">{t(say("working"))}</StateBadge>}
              {picture.state === "refused" && <StateBadge tone="bad">{t(say("refused"))}</StateBadge>}
              {picture.state === "ready" && !beyond && <StateBadge tone={standing.tone}>{t(standing.text)}</StateBadge>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
