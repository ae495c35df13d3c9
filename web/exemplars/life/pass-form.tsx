import { Button, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import type { Life, StepOut } from "../../../src/modules/exemplars/life/contract.ts";
import { gateName } from "../../../src/modules/exemplars/life/messages.ts";
import { api } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ActButton } from "../../ui/act-button.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { showDone } from "../../ui/notices.ts";
import styles from "./life.module.css";
import { say } from "./messages.ts";

type Props = { life: Pick<Life, "id" | "version">; step: StepOut; onDone(life: Life): void };

/** Passing is one press when everything is there; otherwise each missing thing asks why, for whoever reviews it. */
export function PassForm({ life: { id, version }, step, onDone }: Props) {
  const t = useText();
  const open = step.gates.filter(({ met }) => !met);
  const [explaining, setExplaining] = useState(false);
  const [reasons, setReasons] = useState<Record<string, string>>({});
  const pass = useMutation({
    mutationFn: () =>
      api.exemplars.life.pass({ id, version, reasons: Object.fromEntries(open.map(({ code }) => [code, (reasons[code] ?? "").trim()])) }),
    onSuccess: (life) => {
      setExplaining(false);
      showDone(t(say("passed")));
      onDone(life);
    },
  });
  const text = step.step === 4 ? say("passLast") : say("pass", { step: step.step });
  const asked = (code: (typeof open)[number]["code"]) => t(say("whyNot", { what: t(gateName(code)) }));
  const unexplained = open.map(({ code }) => !reasons[code]?.trim() && asked(code));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (open.length > 0 && !explaining) setExplaining(true);
    else pass.mutate();
  };
  return (
    <form className={styles["form"]} onSubmit={submit}>
      {explaining && open.length > 0 && (
        <>
          <p className={styles["note"]} data-tone="attention">
            {t(say("passWhy"))}
          </p>
          {open.map(({ code }) => (
            <Textarea
              key={code}
              label={asked(code)}
              size="md"
              autosize
              required
              maxLength={1000}
              value={reasons[code] ?? ""}
              onChange={(event) => setReasons({ ...reasons, [code]: event.currentTarget.value })}
            />
          ))}
        </>
      )}
      <ErrorNote error={pass.error} />
      <div className={styles["bar"]}>
        <ActButton type="submit" size="md" variant="default" loading={pass.isPending} missing={[...(explaining ? unexplained : [])]}>
          {t(text)}
        </ActButton>
        {explaining && (
          <Button size="md" variant="default" disabled={pass.isPending} onClick={() => setExplaining(false)}>
            {t(say("cancel"))}
          </Button>
        )}
      </div>
    </form>
  );
}
