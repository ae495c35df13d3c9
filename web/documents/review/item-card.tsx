import { ActionIcon, Button } from "@mantine/core";
import { memo, useEffect, useRef, type ReactNode } from "react";
import type { Item } from "../../../src/modules/documents/contract.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { showDate, showInstant } from "../../ui/dates.ts";
import { Icon } from "../../ui/icon.tsx";
import { Bodies, WhoIsMeant } from "./addressees.tsx";
import { ask } from "./ask-messages.ts";
import { say } from "./messages.ts";
import { kindText, stateText, stateTone } from "./names.ts";
import type { Doubt } from "./order.ts";
import { usePointing, type Pointer } from "./pointer.ts";
import { expressionsOf } from "./questions/index.ts";
import styles from "./review.module.css";
import { dueOf, factsOf, summaryOf } from "./summary.ts";

export type CardActs = {
  select(id: string): void;
  accept(item: Item): void;
  edit(item: Item): void;
  drop(item: Item): void;
  restore(item: Item): void;
  split(item: Item): void;
  /** On a phone: over to the text. */
  showInText(item: Item): void;
};

type Props = {
  item: Item;
  doubts: Doubt[] | undefined;
  editable: boolean;
  pointer: Pointer;
  acts: CardActs;
  /** Taken out of the question that is asked about several. */
  out?: boolean;
  /** Stands beside the first line. */
  extra?: ReactNode;
};

/** One thing that was read. Closed: what, who, by when, what is doubtful. Selected: the whole, and what can be done. */
export const ItemCard = memo(function ItemCard({ item, doubts, editable, pointer, acts, out = false, extra }: Props) {
  const t = useText();
  const selected = usePointing(pointer, (now) => now.selected === item.id);
  const hovered = usePointing(pointer, (now) => now.hovered === item.id);
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (selected) card.current?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  const undecided = item.state === "proposed";

  return (
    <li
      ref={card}
      className={styles["card"]}
      data-card={item.id}
      data-state={item.state}
      data-selected={selected || undefined}
      data-hovered={hovered || undefined}
      data-doubt={(undecided && doubts !== undefined) || undefined}
      data-out={out || undefined}
    >
      <div className={styles["cardTop"]}>
        <button type="button" className={styles["cardHead"]} aria-expanded={selected} onClick={() => acts.select(item.id)}>
          <span className={styles["kind"]} data-kind={item.kind}>
            {t(kindText[item.kind])}
          </span>
          <span className={styles["summary"]}>{summaryOf(item, t)}</span>
        </button>
        {!undecided && <StateBadge tone={stateTone[item.state]}>{t(stateText[item.state])}</StateBadge>}
        {editable && undecided && !selected && (
          <ActionIcon
            variant="default"
            size="md"
            title={t(say("accept"))}
            aria-label={`${t(say("accept"))}: ${summaryOf(item, t).slice(0, 60)}`}
            onClick={() => acts.accept(item)}
          >
            <Icon name="check" size={17} />
          </ActionIcon>
        )}
        {editable && item.state === "dropped" && !selected && (
          <Button size="compact-sm" variant="default" onClick={() => acts.restore(item)}>
            {t(say("restore"))}
          </Button>
        )}
        {extra}
      </div>
      {out && <p className={styles["quiet"]}>{t(ask("isOut"))}</p>}
      <Facts item={item} />
      {doubts && item.state !== "dropped" && <DoubtList doubts={doubts} />}
      {selected && (
        <div className={styles["cardMore"]}>
          <WhoIsMeant expressions={expressionsOf(item)} />
          <AsRead item={item} />
          {item.changedBy && item.changedAt && (
            <p className={styles["quiet"]}>{t(say("decidedBy", { name: item.changedBy, at: showInstant(item.changedAt) }))}</p>
          )}
          <div className={styles["cardActs"]}>
            {editable && <Acts item={item} acts={acts} />}
            {item.line !== null && (
              <Button size="xs" variant="subtle" color="gray" className={styles["phoneOnly"]} onClick={() => acts.showInText(item)}>
                {t(say("showInText"))}
              </Button>
            )}
            <span className={styles["place"]}>{item.line === null ? t(say("noPlace")) : t(say("line", { line: item.line }))}</span>
          </div>
        </div>
      )}
    </li>
  );
}, unchanged);

/** The doubts are worked out anew at each decision; equal ones are the same. */
function unchanged(before: Props, now: Props): boolean {
  return (
    before.item === now.item &&
    before.editable === now.editable &&
    before.out === now.out &&
    JSON.stringify(before.doubts) === JSON.stringify(now.doubts)
  );
}

function Acts({ item, acts }: { item: Item; acts: CardActs }) {
  const t = useText();
  const { state } = item;
  const key = (letter: string) => <kbd className={styles["key"]}>{letter}</kbd>;
  if (state === "dropped") {
    return (
      <Button size="xs" variant="default" leftSection={<Icon name="undo" size={15} />} onClick={() => acts.restore(item)}>
        {t(say("restore"))} {key("u")}
      </Button>
    );
  }
  return (
    <>
      {state === "proposed" && (
        <Button size="xs" leftSection={<Icon name="check" size={15} />} onClick={() => acts.accept(item)}>
          {t(say("accept"))} {key("a")}
        </Button>
      )}
      <Button size="xs" variant="default" leftSection={<Icon name="pencil" size={15} />} onClick={() => acts.edit(item)}>
        {t(say("edit"))} {key("e")}
      </Button>
      {item.kind !== "header" && (
        <Button size="xs" variant="default" leftSection={<Icon name="split" size={15} />} onClick={() => acts.split(item)}>
          {t(say("split"))} {key("s")}
        </Button>
      )}
      <Button size="xs" variant="default" leftSection={<Icon name="trash" size={15} />} onClick={() => acts.drop(item)}>
        {t(say("drop"))} {key("d")}
      </Button>
      {(state === "accepted" || state === "corrected") && (
        <Button size="xs" variant="default" leftSection={<Icon name="undo" size={15} />} onClick={() => acts.restore(item)}>
          {t(say("restore"))} {key("u")}
        </Button>
      )}
    </>
  );
}

function Facts({ item }: { item: Item }) {
  const t = useText();
  const due = dueOf(item);
  const bodies =
    item.kind === "task" ? (
      <>
        <Bodies label={t(say("lead"))} expressions={item.value.lead} />
        <Bodies label={t(say("partners"))} expressions={item.value.coordinate} />
      </>
    ) : item.kind === "target" && item.value.scope ? (
      <Bodies label={t(say("scope"))} expressions={[item.value.scope]} />
    ) : item.kind === "reporting" ? (
      <>
        <Bodies label={t(say("who"))} expressions={item.value.who ? [item.value.who] : []} />
        <Bodies label={t(say("to"))} expressions={item.value.to ? [item.value.to] : []} />
        {item.value.via && <Bodies label={t(say("via"))} expressions={[item.value.via]} />}
      </>
    ) : null;
  if (!bodies && !due) return null;
  return (
    <div className={styles["facts"]}>
      {bodies}
      {due && (
        <span>
          <span className={styles["factLabel"]}>{t(say("due"))}: </span>
          {due.text ?? ""}
          {due.lastDay
            ? ` ${due.text ? "(" : ""}${t(say("lastDay", { date: showDate(due.lastDay) }))}${due.text ? ")" : ""}`
            : ` (${t(say("noDay"))})`}
        </span>
      )}
    </div>
  );
}

function DoubtList({ doubts }: { doubts: Doubt[] }) {
  const t = useText();
  const words = (doubt: Doubt) => {
    switch (doubt.kind) {
      case "unknown":
        return t(say("doubtUnknown", { words: doubt.words }));
      case "no-lead":
        return t(say("doubtNoLead"));
      case "date":
        return t(say("doubtDate"));
      case "read":
        return t(say("doubtRead"));
      case "missing":
        return t(say("doubtMissing"));
    }
  };
  return (
    <ul className={styles["doubts"]}>
      {doubts.map((doubt) => (
        <li key={doubt.kind}>
          <Icon name="warning" size={15} /> {words(doubt)}
        </li>
      ))}
    </ul>
  );
}

/** What the compiler had read, where a person changed it. */
function AsRead({ item }: { item: Item }) {
  const t = useText();
  if (item.state === "dropped" || item.state === "accepted" || item.original === null) return null;
  const now = factsOf(item, t);
  const before = factsOf({ kind: item.kind, value: item.original }, t);
  const changed = before.filter(([label, value], index) => now[index]?.[1] !== value && label !== "");
  if (changed.length === 0) return null;
  return (
    <p className={styles["quiet"]}>
      {t(say("asRead"))} {changed.map(([label, value]) => `${label}: ${value || "–"}`).join("; ")}
    </p>
  );
}
