import { Button } from "@mantine/core";
import type { GateOut, Life, StepOut } from "../../../src/modules/exemplars/life/contract.ts";
import { gateName, stepNames } from "../../../src/modules/exemplars/life/messages.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { showDate } from "../../ui/dates.ts";
import { Icon } from "../../ui/icon.tsx";
import { stepOfKind } from "./event-fields.ts";
import { EventList } from "./event-list.tsx";
import styles from "./life.module.css";
import { say } from "./messages.ts";
import { PassForm } from "./pass-form.tsx";

type Props = { life: Life; onAdd(gate: GateOut): void; onDone(life: Life): void };

const names = stepNames as Record<number, (typeof stepNames)[1]>;

/** The four steps one below the other; the current one stands open. */
export function Stepper(props: Props) {
  return (
    <ol className={styles["stepper"]}>
      {props.life.steps.map((step) => (
        <Step key={step.step} step={step} {...props} />
      ))}
    </ol>
  );
}

function Step({ step, life, onAdd, onDone }: Props & { step: StepOut }) {
  const t = useText();
  const current = step.state === "current" && !life.walked;
  const name = names[step.step] ?? stepNames[1];
  const state = { done: say("stepDone"), current: say("stepCurrent"), ahead: say("stepAhead") }[step.state];
  const body = <StepBody step={step} life={life} onAdd={onAdd} onDone={onDone} />;
  return (
    <li className={styles["step"]} data-state={step.state} aria-current={current ? "step" : undefined}>
      <span className={styles["mark"]} aria-hidden="true">
        {step.state === "done" ? <Icon name="check" size={18} /> : <span>{step.step}</span>}
      </span>
      <div className={styles["stepBody"]}>
        <div className={styles["stepHead"]}>
          <h2>{t(say("stepTitle", { step: step.step, name: t(name) }))}</h2>
          <StateBadge tone={step.state === "done" ? "good" : step.state === "current" ? "active" : "neutral"}>{t(state)}</StateBadge>
        </div>
        {step.passed && (
          <div className={styles["quiet"]}>
            {t(say("passedOn", { date: showDate(step.passed.onDate), unit: step.passed.by.unit.name }))}
            {step.passed.without.length > 0 && (
              <>
                {" "}
                {t(say("passedWithout"))}
                <ul>
                  {step.passed.without.map(({ gate, reason }) => (
                    <li key={gate}>
                      {t(gateName(gate))}: {reason}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
        )}
        {current ? (
          <>
            {body}
            {life.can.includes("pass") && <PassForm life={life} step={step} onDone={onDone} />}
          </>
        ) : (
          <details className={styles["more"]}>
            <summary>{t(say("showStep"))}</summary>
            {body}
          </details>
        )}
      </div>
    </li>
  );
}

function StepBody({ step, life, onAdd, onDone }: Props & { step: StepOut }) {
  const t = useText();
  const events = life.events.filter(({ kind }) => stepOfKind[kind] === step.step);
  return (
    <>
      <h3>{t(say("gates"))}</h3>
      <ul className={styles["gates"]}>
        {step.gates.map((gate) => (
          <li key={gate.code} data-met={gate.met || undefined}>
            <Icon name={gate.met ? "check" : "info"} size={18} />
            <span className={styles["gateName"]}>
              {t(gateName(gate.code))} <span className={styles["quiet"]}>({t(say(gate.met ? "met" : "missing"))})</span>
            </span>
            {!gate.met && mayAdd(life, gate) && (
              <Button
                size="sm"
                variant="default"
                aria-label={t(say("addMissing", { what: t(gateName(gate.code)) }))}
                onClick={() => onAdd(gate)}
              >
                {t(say("addShort"))}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <h3>{t(say("evidence"))}</h3>
      {events.length === 0 ? (
        <p className={styles["quiet"]}>{t(say("noEvidence"))}</p>
      ) : (
        <EventList id={life.id} events={events} onDone={onDone} />
      )}
    </>
  );
}

function mayAdd({ kinds, mayRead, mayEdit }: Life, { add }: GateOut): boolean {
  switch (add.what) {
    case "event":
      return kinds.includes(add.kind);
    case "reading":
      return mayRead;
    default:
      return mayEdit;
  }
}
