import { Button, Group, Stack, TextInput, UnstyledButton } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Addressee, Plan } from "../../../src/modules/plans/contract.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Icon } from "../../ui/icon.tsx";
import { UnitPicker, type PickedUnit } from "../../ui/unit-picker.tsx";
import styles from "../plans.module.css";
import { clauseText } from "../words.ts";
import { say } from "./messages.ts";

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
            {[readAs && t(say("readAs", { readAs })), clauses.length > 0 && t(say("asClauses", { count: clauses.length }))]
              .filter(Boolean)
              .join(" · ")}
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

/** Adding and taking out by hand, each with its reason. */
function useException(plan: Plan, addressee: Addressee) {
  const client = useQueryClient();
  const after = { onSuccess: () => client.invalidateQueries({ queryKey: orpc.plans.key() }) };
  const except = useMutation(orpc.plans.except.mutationOptions(after));
  const undo = useMutation(orpc.plans.undoException.mutationOptions(after));
  const at = { id: plan.id, expressionId: addressee.id, version: addressee.version };
  return {
    set: (unitId: number, meant: boolean, reason: string, onDone?: () => void) =>
      except.mutate({ ...at, unitId, meant, reason }, onDone ? { onSuccess: onDone } : {}),
    undo: (unitId: number) => undo.mutate({ ...at, unitId }),
    busy: except.isPending || undo.isPending,
    error: except.error ?? undo.error,
  };
}

const shownAtFirst = 8;

function Units({ plan, addressee }: { plan: Plan; addressee: Addressee }) {
  const t = useText();
  const exception = useException(plan, addressee);
  const [all, setAll] = useState(false);
  const [leaving, setLeaving] = useState<number | null>(null);
  const { units, removed, left } = addressee;
  const shown = all ? units : units.slice(0, shownAtFirst);
  return (
    <Stack gap="xs">
      {units.length > 0 && (
        <div>
          <h4 className={styles["listHead"]}>
            {t(say("meant"))} ({units.length})
          </h4>
          <ul className={styles["unitList"]}>
            {shown.map((unit) => (
              <li key={unit.id}>
                <span>
                  {unit.name}
                  {unit.areaName && <span className={styles["dim"]}>, {unit.areaName}</span>}
                  {unit.gone && <span className={styles["missing"]}> ({t(say("gone"))})</span>}
                  {unit.source === "hand" && (
                    <span className={styles["dim"]}>
                      {" "}
                      ({t(say("byHand"))}: {unit.reason})
                    </span>
                  )}
                </span>
                {leaving === unit.id ? (
                  <ReasonLine
                    label={t(say("takeOutReason"))}
                    confirm={t(say("takeOut"))}
                    busy={exception.busy}
                    onConfirm={(reason) => exception.set(unit.id, false, reason, () => setLeaving(null))}
                    onCancel={() => setLeaving(null)}
                  />
                ) : (
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={t(say("takeOutOf", { name: unit.name }))}
                    onClick={() => (unit.source === "hand" ? exception.undo(unit.id) : setLeaving(unit.id))}
                  >
                    {t(say("takeOut"))}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {units.length > shownAtFirst && !all && (
            <button type="button" className={styles["textButton"]} onClick={() => setAll(true)}>
              {t(say("seeAll", { count: units.length }))}
            </button>
          )}
        </div>
      )}
      {removed.length > 0 && (
        <div>
          <h4 className={styles["listHead"]}>{t(say("removedUnits"))}</h4>
          <ul className={styles["unitList"]}>
            {removed.map((unit) => (
              <li key={unit.id}>
                <span>
                  {unit.name} <span className={styles["dim"]}>{t(say("whyLeft", { reason: unit.reason }))}</span>
                </span>
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={t(say("putBackOf", { name: unit.name }))}
                  onClick={() => exception.undo(unit.id)}
                >
                  {t(say("putBack"))}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {left.length > 0 && (
        <details>
          <summary>
            {t(say("notMeant"))} ({left.length})
          </summary>
          <ul className={styles["unitList"]}>
            {left.map(({ unit, why }) => (
              <li key={unit.id}>
                <span>
                  {unit.name} <span className={styles["dim"]}>{t(say("whyLeft", { reason: t(why) }))}</span>
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <AddUnit exception={exception} asOf={plan.resolveOn} />
      <ErrorNote error={exception.error} />
    </Stack>
  );
}

function AddUnit({ exception, asOf }: { exception: ReturnType<typeof useException>; asOf: string }) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  const [picked, setPicked] = useState<PickedUnit[]>([]);
  const [unit] = picked;
  if (!opened) {
    return (
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<Icon name="plus" size={14} />}
        onClick={() => setOpened(true)}
        className={styles["fit"]}
      >
        {t(say("addUnit"))}
      </Button>
    );
  }
  return (
    <Stack gap="xs">
      <UnitPicker label={t(say("addUnit"))} value={picked} onChange={setPicked} asOf={asOf} />
      {unit && (
        <ReasonLine
          label={t(say("addReason"))}
          confirm={t(say("include"))}
          busy={exception.busy}
          onConfirm={(reason) =>
            exception.set(unit.id, true, reason, () => {
              setPicked([]);
              setOpened(false);
            })
          }
          onCancel={() => setOpened(false)}
        />
      )}
    </Stack>
  );
}

type ReasonLineProps = { label: string; confirm: string; start?: string; busy: boolean; onConfirm(reason: string): void; onCancel(): void };

function ReasonLine({ label, confirm, start = "", busy, onConfirm, onCancel }: ReasonLineProps) {
  const t = useText();
  const [reason, setReason] = useState(start);
  return (
    <form
      className={styles["reasonLine"]}
      onSubmit={(event) => {
        event.preventDefault();
        onConfirm(reason.trim());
      }}
    >
      <TextInput
        aria-label={label}
        placeholder={label}
        value={reason}
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" size="compact-md" variant="default" loading={busy} disabled={reason.trim() === ""}>
        {confirm}
      </Button>
      <Button size="compact-md" variant="subtle" color="gray" onClick={onCancel}>
        {t(say("cancel"))}
      </Button>
    </form>
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
