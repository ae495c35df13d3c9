import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import type { ExemplarAct, ExemplarDetail } from "../../src/modules/exemplars/contract.ts";
import { api } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { useMay } from "../shell/session.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { Icon } from "../ui/icon.tsx";
import { showDone } from "../ui/notices.ts";
import { ReasonForm } from "../ui/reason-form.tsx";
import { EditForm } from "./edit-form.tsx";
import styles from "./exemplars.module.css";
import { say } from "./messages.ts";
import { checksOf, missingText } from "./review.ts";

type WithReason = "return" | "withdraw" | "stop";
const withReason: readonly ExemplarAct[] = ["return", "withdraw", "stop"];
const takesReason = (act: ExemplarAct): act is WithReason => withReason.includes(act);
const reasonWords = {
  return: { text: "returnText", done: "returned", label: "returnReason" },
  withdraw: { text: "withdrawText", done: "withdrawn", label: "reason" },
  stop: { text: "stopText", done: "stopped", label: "reason" },
} as const;
const directWords = { register: "sent", accept: "accepted", resume: "resumed" } as const;
type Direct = keyof typeof directWords;

type Props = { exemplar: ExemplarDetail; onChanged(exemplar: ExemplarDetail): void };

/** What can be done with it now, beside what it says; while it is edited the form takes the place of both. */
export function ExemplarActs({ exemplar, onChanged, children }: Props & { children: ReactNode }) {
  const t = useText();
  const [act, setAct] = useState<"edit" | WithReason | null>(null);
  const done = (changed: ExemplarDetail, words: string) => {
    setAct(null);
    onChanged(changed);
    showDone(words);
  };
  if (act === "edit") {
    return (
      <EditForm
        exemplar={exemplar}
        onCancel={() => setAct(null)}
        onCurrent={onChanged}
        onDone={(changed) => done(changed, t(say("changed")))}
      />
    );
  }
  return (
    <div className={styles["columns"]}>
      <aside className={styles["aside"]} aria-label={t(say("acts"))}>
        <Reason exemplar={exemplar} />
        {exemplar.can.includes("accept") && <Review exemplar={exemplar} />}
        {act !== null ? (
          <ReasonForm
            title={t(say(act))}
            note={t(say(reasonWords[act].text))}
            confirm={t(say(act))}
            question={t(say(reasonWords[act].label))}
            send={(reason) => api.exemplars[act]({ id: exemplar.id, version: exemplar.version, reason })}
            onCancel={() => setAct(null)}
            onDone={(changed) => done(changed, t(say(reasonWords[act].done)))}
          />
        ) : (
          <Buttons exemplar={exemplar} onAct={setAct} onDone={done} />
        )}
      </aside>
      <div>{children}</div>
    </div>
  );
}

/** Why it came back, was withdrawn or stopped: the words of whoever did it. */
function Reason({ exemplar: { state, reason } }: { exemplar: ExemplarDetail }) {
  const t = useText();
  if (!reason || (state !== "returned" && state !== "withdrawn" && state !== "stopped")) return null;
  return (
    <div className={styles["note"]} data-tone={state === "returned" ? "attention" : undefined}>
      <h2>{t(say(`${state}Because`))}</h2>
      <p>{reason}</p>
    </div>
  );
}

function Review({ exemplar }: { exemplar: ExemplarDetail }) {
  const t = useText();
  return (
    <section aria-labelledby="check">
      <h2 id="check">{t(say("checkTitle"))}</h2>
      <ul className={styles["checks"]}>
        {checksOf(exemplar).map(({ good, text }) => (
          <li key={text.vi} data-good={good || undefined}>
            <Icon name={good ? "check" : "info"} size={18} />
            <span>{t(text)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type ButtonsProps = {
  exemplar: ExemplarDetail;
  onAct(act: "edit" | WithReason): void;
  onDone(exemplar: ExemplarDetail, words: string): void;
};

function Buttons({ exemplar, onAct, onDone }: ButtonsProps) {
  const t = useText();
  const may = useMay();
  const { id, version, can, missing, state, round } = exemplar;
  const mayPublish = may("publication:open") && exemplar.looksAfter && (state === "accepted" || state === "stopped");
  const act = useMutation({
    mutationFn: (which: Direct) => api.exemplars[which]({ id, version }),
    onSuccess: (changed, which) => onDone(changed, t(say(directWords[which]))),
  });
  const incomplete = can.includes("register") && missing.length > 0;
  const has = (each: ExemplarAct) => can.includes(each);
  return (
    <div className={styles["acts"]}>
      {incomplete && (
        <div className={styles["note"]} data-tone="attention">
          <h2>{t(say("stillMissing"))}</h2>
          <p>{t(missingText(missing, "stillMissingText"))}</p>
        </div>
      )}
      <ErrorNote error={act.error} />
      {incomplete && has("edit") && <Button onClick={() => onAct("edit")}>{t(say("fillIn"))}</Button>}
      {has("register") && !incomplete && (
        <Button loading={act.isPending} onClick={() => act.mutate("register")}>
          {t(say("send"))}
        </Button>
      )}
      {has("accept") && (
        <Button loading={act.isPending} onClick={() => act.mutate("accept")}>
          {t(say("accept"))}
        </Button>
      )}
      {has("resume") && (
        <Button loading={act.isPending} onClick={() => act.mutate("resume")}>
          {t(say("resume"))}
        </Button>
      )}
      {has("edit") && !incomplete && (
        <Button variant="default" onClick={() => onAct("edit")}>
          {t(say("edit"))}
        </Button>
      )}
      {can.filter(takesReason).map((each) => (
        <Button key={each} variant="default" onClick={() => onAct(each)}>
          {t(say(each === "withdraw" && state === "draft" ? "discardDraft" : each))}
        </Button>
      ))}
      <a href={`/files/exemplars/${id}/registration.docx`} className={styles["sideLink"]} download>
        {t(say("paper"))}
      </a>
      {mayPublish && (
        <Link to="/publications/$kind/$thingId" params={{ kind: "exemplar", thingId: id }} className={styles["sideLink"]}>
          {t(say("publish"))}
        </Link>
      )}
      {state === "registered" && !has("accept") && <p className={styles["quiet"]}>{t(say("waits", { round: round?.title ?? null }))}</p>}
      {can.length === 0 && state !== "registered" && <p className={styles["quiet"]}>{t(say("nothingToDo"))}</p>}
    </div>
  );
}
