import { Button, Group, UnstyledButton } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { facts } from "../../../src/kernel/facts.ts";
import type { Addressee, Plan } from "../../../src/modules/plans/contract.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Icon } from "../../ui/icon.tsx";
import styles from "../plans.module.css";
import { clauseText } from "../words.ts";
import { Units } from "./expression-units.tsx";
import { say } from "./messages.ts";
import { ReasonLine } from "./reason-line.tsx";

type Props = { plan: Plan; addressee: Addressee; startOpened: boolean };

/** One expression: the units it means, those it does not, and the ways to say otherwise. */
export function ExpressionCard({ plan, addressee, startOpened }: Props) {
  const t = useText();
  const [opened, setOpened] = useState(startOpened);
  const { printed, units, skipped, readAs, clauses } = addressee;
  return (
    <section className={styles["matrixRow"]}>
      <UnstyledButton className={styles["matrixHead"]} aria-expanded={opened} onClick={() => setOpened((open) => !open)}>
        <Icon name={opened ? "chevronDown" : "chevronRight"} size={18} />
        <span className={styles["matrixWho"]}>
          <strong>{printed}</strong>
          <span className={styles["dim"]}>
            {facts([readAs && t(say("readAs", { readAs })), clauses.length > 0 && t(say("asClauses", { count: clauses.length }))])}
          </span>
        </span>
        <span className={styles["badges"]}>
          <Standing addressee={addressee} />
        </span>
      </UnstyledButton>
      {opened && (
        <div className={styles["matrixBody"]}>
          {addressee.understood && skipped === null && <p className={styles["quietLine"]}>{t(addressee.understood)}</p>}
          {addressee.unclear.length > 0 && skipped === null && (
            <ul className={styles["plainList"]}>
              {addressee.unclear.map(({ piece, why }) => (
                <li key={piece} className={styles["missing"]}>
                  {t(say("unclear"))} “{piece}”: {t(why)}
                </li>
              ))}
            </ul>
          )}
          {skipped === null && <Units plan={plan} addressee={addressee} />}
          <Otherwise plan={plan} addressee={addressee} />
          {clauses.length > 0 && (
            <p className={styles["quietLine"]}>{[...new Set(clauses.map(({ clause }) => t(clauseText(clause))))].join(", ")}</p>
          )}
          {units.length === 0 && skipped === null && addressee.understood === null && addressee.unclear.length === 0 && (
            <p className={styles["missing"]}>{t(say("notUnderstood"))}</p>
          )}
        </div>
      )}
    </section>
  );
}

function Standing({ addressee: { skipped, units, understood, removed } }: { addressee: Addressee }) {
  const t = useText();
  if (skipped !== null) return <StateBadge tone="neutral">{t(say("skipped", { reason: skipped }))}</StateBadge>;
  if (units.length === 0) return <StateBadge tone="attention">{t(understood ? say("nobody-meant") : say("notUnderstood"))}</StateBadge>;
  const gone = units.filter((unit) => unit.gone).length;
  return (
    <>
      {gone > 0 && <StateBadge tone="attention">{`${gone} ${t(say("gone"))}`}</StateBadge>}
      {removed.length > 0 && <StateBadge tone="neutral">{`${t(say("removedUnits"))}: ${removed.length}`}</StateBadge>}
      <StateBadge tone="good">{t(say("units", { count: units.length }))}</StateBadge>
    </>
  );
}

/** Reading the expression otherwise, or saying that it means no unit. */
function Otherwise({ plan, addressee }: { plan: Plan; addressee: Addressee }) {
  const t = useText();
  const client = useQueryClient();
  const [mode, setMode] = useState<"read" | "skip" | null>(null);
  const read = useMutation(
    orpc.plans.readExpression.mutationOptions({
      onSuccess: async () => {
        setMode(null);
        await client.invalidateQueries({ queryKey: orpc.plans.key() });
      },
    }),
  );
  const send = (readAs: string | null, skipped: string | null) =>
    read.mutate({ id: plan.id, expressionId: addressee.id, version: addressee.version, readAs, skipped });
  const { readAs, skipped } = addressee;
  return (
    <div className={styles["otherwise"]}>
      {mode === "read" && (
        <>
          <p className={styles["quietLine"]}>{t(say("readAsHint"))}</p>
          <ReasonLine
            label={t(say("readAsLabel"))}
            confirm={t(say("apply"))}
            start={readAs ?? addressee.printed}
            busy={read.isPending}
            onConfirm={(words) => send(words, null)}
            onCancel={() => setMode(null)}
          />
        </>
      )}
      {mode === "skip" && (
        <>
          <p className={styles["quietLine"]}>{t(say("notUnitHint"))}</p>
          <ReasonLine
            label={t(say("notUnitLabel"))}
            confirm={t(say("notUnit"))}
            start={t(say("notUnitDefault"))}
            busy={read.isPending}
            onConfirm={(reason) => send(readAs, reason)}
            onCancel={() => setMode(null)}
          />
        </>
      )}
      {mode === null && (
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={() => setMode("read")}>
            {t(say("readOtherwise"))}
          </Button>
          {readAs !== null && (
            <Button size="compact-sm" variant="default" loading={read.isPending} onClick={() => send(null, null)}>
              {t(say("asPrinted"))}
            </Button>
          )}
          {skipped === null ? (
            <Button size="compact-sm" variant="default" onClick={() => setMode("skip")}>
              {t(say("notUnit"))}
            </Button>
          ) : (
            <Button size="compact-sm" variant="default" loading={read.isPending} onClick={() => send(readAs, null)}>
              {t(say("isUnit"))}
            </Button>
          )}
        </Group>
      )}
      <ErrorNote error={read.error} />
    </div>
  );
}
