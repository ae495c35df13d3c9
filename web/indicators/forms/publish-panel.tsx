import { Button, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { api } from "../../shell/api.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { showDate } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { showDone } from "../../ui/notices.ts";
import { Section } from "../../ui/section.tsx";
import { UnitPicker, type PickedUnit } from "../../ui/unit-picker.tsx";
import { say } from "./messages.ts";
import type { FormJson } from "./types.ts";
import shared from "../indicators.module.css";
import styles from "./forms.module.css";

type Preview = Awaited<ReturnType<typeof api.indicators.forms.preview>>;

/** Whom publishing would ask, which rounds it opens, what stands in its way; exceptions by hand; then the act itself. */
export function PublishPanel({ form }: { form: FormJson }) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const preview = useQuery({
    ...orpc.indicators.forms.preview.queryOptions({ input: { id: form.id } }),
    enabled: form.can.includes("publish"),
  });
  const publish = useMutation(
    orpc.indicators.forms.publish.mutationOptions({
      onSuccess: async () => {
        showDone(t(say("published")));
        await navigate({ to: "/forms/$formId", params: { formId: form.id } });
        await client.invalidateQueries({ queryKey: orpc.indicators.key() });
      },
    }),
  );
  if (!form.can.includes("publish")) return null;
  if (preview.isPending) return <Busy rows={4} />;
  if (preview.error) return <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />;
  const { units, addressees, notAsked, rounds, blockers, unclear } = preview.data;
  const meant = units.filter((unit) => unit.meant);
  return (
    <Section title={t(say("publishTitle"))}>
      {blockers.length > 0 && (
        <div className={shared["hint"]}>
          <p className={shared["plain"]}>{t(say("blockers"))}</p>
          <ul className={shared["plainList"]}>
            {blockers.map((text) => (
              <li key={text.vi}>{t(text)}</li>
            ))}
          </ul>
        </div>
      )}
      {addressees.map(({ expression, understood, unclear: pieces, left }) => (
        <p key={expression} className={shared["plain"]}>
          <q>{expression}</q> {understood && <span className={shared["quiet"]}>{t(understood)}</span>}
          {pieces.map(({ piece, why }) => (
            <span key={piece} className={styles["given"]}>
              {piece}: {t(why)}
            </span>
          ))}
          {left.length > 0 && (
            <span className={shared["quietLine"]}>{left.map(({ unit, why }) => `${unit.name}: ${t(why)}`).join("; ")}</span>
          )}
        </p>
      ))}
      <p className={shared["plain"]}>
        <strong>{t(say("asksUnits", { count: meant.length }))}</strong>
      </p>
      <details className={styles["details"]}>
        <summary>{t(say("seeUnits"))}</summary>
        <ul className={styles["units"]}>
          {units.map((unit) => (
            <AskedUnit key={unit.unit.id} form={form} unit={unit} />
          ))}
        </ul>
        <AddUnit form={form} />
      </details>
      {notAsked.length > 0 && <p className={shared["quiet"]}>{notAsked.map(({ unit, why }) => `${unit.name}: ${t(why)}`).join("; ")}</p>}
      <ul className={shared["plainList"]}>
        {rounds.map(({ period, due, opensNow }) => (
          <li key={period.code}>
            {t(say("roundOpens", { period: t(period.label), due: due.text, last: showDate(due.lastDay) }))}{" "}
            {opensNow && <StateBadge tone="active">{t(say("opensNow"))}</StateBadge>}
          </li>
        ))}
      </ul>
      <div className={shared["buttons"]}>
        <ConfirmButton
          variant="filled"
          mt="sm"
          disabled={blockers.length > 0}
          question={t(say("publishQuestion", { count: meant.length }))}
          consequence={t(say(unclear > 0 ? "publishUnclear" : "publishText"))}
          confirm={t(say("publish"))}
          onConfirm={() => publish.mutateAsync({ id: form.id, version: form.version, setAside: unclear > 0 })}
        >
          {t(say("publish"))}
        </ConfirmButton>
      </div>
    </Section>
  );
}

function usePreviewed(form: FormJson) {
  const client = useQueryClient();
  return async (now: Preview) => {
    client.setQueryData(orpc.indicators.forms.preview.queryKey({ input: { id: form.id } }), now);
    await client.invalidateQueries({ queryKey: orpc.indicators.forms.get.key() });
  };
}

/** One unit that is asked, with the way to leave it out (a reason is kept), or back in. */
function AskedUnit({ form, unit }: { form: FormJson; unit: Preview["units"][number] }) {
  const t = useText();
  const keep = usePreviewed(form);
  const [reason, setReason] = useState<string | null>(null);
  const except = useMutation(orpc.indicators.forms.except.mutationOptions({ onSuccess: keep }));
  const undo = useMutation(orpc.indicators.forms.undoException.mutationOptions({ onSuccess: keep }));
  const at = { id: form.id, version: form.version, unitId: unit.unit.id };
  return (
    <li>
      <span>
        {unit.meant ? unit.unit.name : <del>{unit.unit.name}</del>} <span className={shared["quiet"]}>{t(say(`edge.${unit.edge}`))}</span>
        {unit.reason && <span className={shared["quietLine"]}>{t(say("byHand", { reason: unit.reason }))}</span>}
      </span>
      {unit.byHand ? (
        <Button size="compact-sm" variant="default" loading={undo.isPending} onClick={() => undo.mutate(at)}>
          {t(say("undoException"))}
        </Button>
      ) : (
        reason === null && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t(say("leaveOutOf", { unit: unit.unit.name }))}
            onClick={() => setReason("")}
          >
            {t(say("leaveOut"))}
          </Button>
        )
      )}
      {reason !== null && !unit.byHand && (
        <form
          className={styles["exception"]}
          onSubmit={(event) => {
            event.preventDefault();
            except.mutate({ ...at, meant: false, reason });
          }}
        >
          <Textarea label={t(say("reason"))} required autosize value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          <ErrorNote error={except.error} />
          <Button size="xs" type="submit" loading={except.isPending} disabled={reason.trim() === ""}>
            {t(say("leaveOut"))}
          </Button>
        </form>
      )}
      <ErrorNote error={undo.error} />
    </li>
  );
}

function AddUnit({ form }: { form: FormJson }) {
  const t = useText();
  const keep = usePreviewed(form);
  const [unit, setUnit] = useState<PickedUnit[]>([]);
  const [reason, setReason] = useState("");
  const except = useMutation(
    orpc.indicators.forms.except.mutationOptions({
      onSuccess: async (now) => {
        setUnit([]);
        setReason("");
        await keep(now);
      },
    }),
  );
  const [chosen] = unit;
  return (
    <form
      className={styles["exception"]}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) except.mutate({ id: form.id, version: form.version, unitId: chosen.id, meant: true, reason });
      }}
    >
      <UnitPicker label={t(say("addUnit"))} value={unit} onChange={setUnit} />
      {chosen && (
        <Textarea label={t(say("reason"))} required autosize value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      )}
      <ErrorNote error={except.error} />
      {chosen && (
        <Button size="xs" type="submit" loading={except.isPending} disabled={reason.trim() === ""}>
          {t(say("add"))}
        </Button>
      )}
    </form>
  );
}
