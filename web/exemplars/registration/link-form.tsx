import { Button, CopyButton, NumberInput, Select, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { QrCode } from "../../identity/qr-code.tsx";
import { asApiError } from "../../shell/api-error.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { usePost } from "../../shell/session.tsx";
import { ActButton } from "../../ui/act-button.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { today } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { UnitPicker, type PickedUnit } from "../../ui/unit-picker.tsx";
import styles from "../exemplars.module.css";
import { unitId } from "../written.ts";
import { say } from "./messages.ts";

const NONE = "none";
const most = 30;

/** Makes a link; its address is shown this once. */
export function LinkForm({ onMade }: { onMade(): void }) {
  const t = useText();
  const own = usePost()?.unit;
  const [open, setOpen] = useState(false);
  const [units, setUnits] = useState<PickedUnit[]>(own ? [{ id: own.id, name: own.name }] : []);
  const rounds = useQuery({ ...orpc.exemplars.rounds.list.queryOptions({ input: { state: "open", page: 1 } }), enabled: open });
  const running = (rounds.data?.items ?? []).filter(({ closesOn }) => closesOn >= today());
  const [chosen, setChosen] = useState<string | null>(null);
  const round = chosen ?? running[0]?.id ?? NONE;
  const [until, setUntil] = useState<string | null>(null);
  const lastDay = until ?? running.find(({ id }) => id === round)?.closesOn ?? null;
  const [count, setCount] = useState<string | number>(most);
  const [label, setLabel] = useState("");
  const make = useMutation({
    mutationFn: () =>
      api.exemplars.registration.invitations.create({
        ...(units[0] ? { unitId: unitId(units[0]) } : {}),
        roundId: round === NONE ? null : round,
        until: lastDay ?? "",
        most: Number(count) || most,
        label: label.trim(),
      }),
    onSuccess: onMade,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  if (make.data) return <Made url={make.data.url} onAgain={() => make.reset()} />;
  if (!open) {
    return (
      <p>
        <Button variant="default" onClick={() => setOpen(true)}>
          {t(say("newLink"))}
        </Button>
      </p>
    );
  }
  const errors = make.error ? asApiError(make.error).fields : {};
  return (
    <form className={styles["roundForm"]} aria-label={t(say("newLink"))} onSubmit={submit}>
      <fieldset>
        <legend>{t(say("newLink"))}</legend>
        <UnitPicker label={t(say("linkUnit"))} value={units} error={errors["unitId"]} onChange={setUnits} />
        <Select
          label={t(say("linkRound"))}
          allowDeselect={false}
          data={[...running.map(({ id, title }) => ({ value: id, label: title })), { value: NONE, label: t(say("linkNoRound")) }]}
          value={round}
          error={errors["roundId"]}
          onChange={(value) => setChosen(value)}
        />
        <div className={styles["pair"]}>
          <DateInput label={t(say("linkUntil"))} value={lastDay} error={errors["until"]} onChange={setUntil} />
          <NumberInput label={t(say("linkMost"))} min={1} max={200} value={count} error={errors["most"]} onChange={setCount} />
        </div>
        <TextInput
          label={t(say("linkLabel"))}
          description={t(say("linkLabelHint"))}
          maxLength={200}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <ErrorNote error={make.error ?? rounds.error} />
        <div className={styles["saveBar"]}>
          <ActButton
            type="submit"
            loading={make.isPending}
            missing={[units.length === 0 && t(say("linkUnit")), lastDay === null && t(say("linkUntil"))]}
          >
            {t(say("makeLink"))}
          </ActButton>
          <Button variant="default" onClick={() => setOpen(false)}>
            {t(say("cancel"))}
          </Button>
        </div>
      </fieldset>
    </form>
  );
}

function Made({ url, onAgain }: { url: string; onAgain(): void }) {
  const t = useText();
  return (
    <div className={styles["saved"]} role="status">
      <h2>{t(say("linkMade"))}</h2>
      <p>{t(say("linkMadeText"))}</p>
      <p className={styles["address"]}>{url}</p>
      <QrCode text={url} label={t(say("qrLabel"))} />
      <div className={styles["buttons"]}>
        <CopyButton value={url}>{({ copied, copy }) => <Button onClick={copy}>{t(say(copied ? "copied" : "copy"))}</Button>}</CopyButton>
        <Button variant="default" onClick={onAgain}>
          {t(say("newLink"))}
        </Button>
      </div>
    </div>
  );
}
