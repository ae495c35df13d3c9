import { Link } from "@tanstack/react-router";
import { facts } from "../../../src/kernel/facts.ts";
import type { Contents } from "../../../src/modules/exemplars/contract.ts";
import type { Alike, Passage } from "../../../src/modules/exemplars/likeness/contract.ts";
import { reasonNames } from "../../../src/modules/exemplars/likeness/messages.ts";
import { contentNames } from "../../../src/modules/exemplars/messages.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import styles from "./likeness.module.css";
import { say } from "./messages.ts";

/** One other exemplar: why it is asked about, and the passages of both side by side. */
export function AlikeItem({ alike, contents, newTab = false }: { alike: Alike; contents: Contents; newTab?: boolean }) {
  const t = useText();
  const { other, reasons, score, passages } = alike;
  return (
    <>
      <Link
        to="/exemplars/$exemplarId"
        params={{ exemplarId: other.id }}
        className={styles["name"]}
        {...(newTab ? { target: "_blank", rel: "noopener" } : {})}
      >
        {other.name}
      </Link>
      <p className={styles["quiet"]}>{facts([other.lead.name, other.lead.areaName, other.firstYear])}</p>
      <div className={styles["reasons"]}>
        {reasons.map((reason) => (
          <StateBadge key={reason} tone={reason === "text" || reason === "picture" ? "attention" : "neutral"}>
            {t(reasonNames[reason])}
          </StateBadge>
        ))}
      </div>
      {passages.length > 0 && (
        <>
          <p>{t(say("score", { percent: score }))}</p>
          <details>
            <summary>{t(say("compare"))}</summary>
            <div className={styles["sides"]}>
              <Side title={t(say("mine"))} contents={contents} runs={passages.map(({ mine }) => mine)} />
              <Side title={t(say("theirs"))} contents={other.contents} runs={passages.map(({ theirs }) => theirs)} />
            </div>
          </details>
        </>
      )}
    </>
  );
}

type Run = Passage["mine"];

function Side({ title, contents, runs }: { title: string; contents: Contents; runs: readonly Run[] }) {
  const t = useText();
  const keys = [...new Set(runs.map(({ key }) => key))];
  return (
    <div className={styles["side"]}>
      <h4>{title}</h4>
      {keys.map((key) => (
        <div key={key}>
          <p className={styles["quiet"]}>{t(contentNames[key].name)}</p>
          <p>
            {pieces(
              contents[key] ?? "",
              runs.filter((run) => run.key === key),
            ).map(({ text, marked, at }) => (marked ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>))}
          </p>
        </div>
      ))}
    </div>
  );
}

type Piece = { text: string; marked: boolean; at: number };

/** A text cut where the marked runs begin and end. Two runs may stand for the same words. */
export function pieces(text: string, runs: readonly { from: number; until: number }[]): Piece[] {
  const cut: Piece[] = [];
  let at = 0;
  for (const { from, until } of runs.toSorted((a, b) => a.from - b.from)) {
    const begin = Math.max(at, from);
    if (until <= begin) continue;
    if (begin > at) cut.push({ text: text.slice(at, begin), marked: false, at });
    cut.push({ text: text.slice(begin, until), marked: true, at: begin });
    at = until;
  }
  if (at < text.length) cut.push({ text: text.slice(at), marked: false, at });
  return cut;
}
