import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { DecisionDetail } from "../../../src/modules/exemplars/recognition/contract.ts";
import { asApiError } from "../../shell/api-error.ts";
import { api } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ActForm } from "../../ui/act-form.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { showDate } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { FileDrop } from "../../ui/file-drop.tsx";
import { showDone } from "../../ui/notices.ts";
import { ReasonForm } from "../../ui/reason-form.tsx";
import styles from "../exemplars.module.css";
import { say } from "./messages.ts";
import own from "./recognition.module.css";

type Props = { decision: DecisionDetail; onChanged(decision: DecisionDetail): void };

/** What can be done with a decision now, and its files. */
export function DecisionActs({ decision, onEdit, onChanged }: Props & { onEdit(): void }) {
  const t = useText();
  const [act, setAct] = useState<"paper" | "cancel" | null>(null);
  const { id, version, can, blocked, state, presented, hasScan } = decision;
  const done = (changed: DecisionDetail, words: string) => {
    setAct(null);
    onChanged(changed);
    showDone(words);
  };
  const direct = useMutation({
    mutationFn: (which: "present" | "takeBack") => api.exemplars.recognition.decisions[which]({ id, version }),
    onSuccess: (changed, which) => done(changed, t(say(which === "present" ? "presented" : "takenBack"))),
  });
  return (
    <aside className={styles["aside"]} aria-label={t(say("acts"))}>
      {decision.cancelReason && (
        <div className={styles["note"]}>
          <h2>{t(say("cancelledBecause"))}</h2>
          <p>{decision.cancelReason}</p>
        </div>
      )}
      {blocked && act === null && (
        <div className={styles["note"]} data-tone="attention">
          <p>{t(blocked)}</p>
        </div>
      )}
      {act === "paper" && (
        <PaperForm decision={decision} onCancel={() => setAct(null)} onDone={(changed) => done(changed, t(say("signed")))} />
      )}
      {act === "cancel" && (
        <ReasonForm
          title={t(say("cancelDraft"))}
          confirm={t(say("cancelDraft"))}
          question={t(say("reason"))}
          send={(reason) => api.exemplars.recognition.decisions.cancel({ id, version, reason })}
          onCancel={() => setAct(null)}
          onDone={(changed) => done(changed, t(say("cancelled")))}
        />
      )}
      {act === null && (
        <div className={styles["acts"]}>
          {can.includes("sign") && <SignForm decision={decision} onDone={(changed) => done(changed, t(say("signed")))} />}
          <ErrorNote error={direct.error} />
          {can.includes("present") && (
            <Button loading={direct.isPending} onClick={() => direct.mutate("present")}>
              {t(say("present"))}
            </Button>
          )}
          {can.includes("edit") && (
            <Button variant="default" onClick={onEdit}>
              {t(say("edit"))}
            </Button>
          )}
          {can.includes("takeBack") && (
            <Button variant="default" loading={direct.isPending} onClick={() => direct.mutate("takeBack")}>
              {t(say(can.includes("sign") ? "sendBack" : "takeBack"))}
            </Button>
          )}
          {can.includes("signOnPaper") && decision.list.length > 0 && (
            <Button variant="default" onClick={() => setAct("paper")}>
              {t(say("paper"))}
            </Button>
          )}
          {can.includes("cancel") && (
            <Button variant="default" onClick={() => setAct("cancel")}>
              {t(say("cancelDraft"))}
            </Button>
          )}
          <a className={styles["sideLink"]} href={`/files/exemplar-decisions/${id}/docx`}>
            {t(say(state === "signed" ? "download" : "downloadDraft"))}
          </a>
          {hasScan && (
            <a className={styles["sideLink"]} href={`/files/exemplar-decisions/${id}/scan`}>
              {t(say("scanFile"))}
            </a>
          )}
          {state === "signed" && decision.items > decision.revoked && (
            <a className={styles["sideLink"]} href={`/files/exemplar-decisions/${id}/certificates`}>
              {t(say("certificates"))}
            </a>
          )}
          {presented && !can.includes("sign") && !blocked && <p className={styles["quiet"]}>{t(say("waitingSigner"))}</p>}
        </div>
      )}
    </aside>
  );
}

type ActProps = { decision: DecisionDetail; onDone(decision: DecisionDetail): void };

/** Number and day are there already: on a phone signing is one press and one answer. */
function SignForm({ decision: { id, version, next }, onDone }: ActProps) {
  const t = useText();
  const [other, setOther] = useState(false);
  const [number, setNumber] = useState("");
  const [day, setDay] = useState<string | null>(next?.day ?? null);
  const sign = useMutation({
    mutationFn: () =>
      api.exemplars.recognition.decisions.sign({
        id,
        version,
        ...(other && number.trim() ? { number: number.trim() } : {}),
        ...(other && day ? { day } : {}),
      }),
    onSuccess: onDone,
  });
  if (!next) return null;
  const fields = sign.error ? asApiError(sign.error).fields : {};
  const shown = { number: `${(other && number.trim()) || next.number}${next.symbol}`, day: showDate((other && day) || next.day) };
  return (
    <>
      <p className={styles["quiet"]}>{t(say("signText", shown))}</p>
      {other && (
        <>
          <TextInput
            label={t(say("number"))}
            description={t(say("numberHint"))}
            maxLength={20}
            value={number}
            error={fields["number"]}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <DateInput label={t(say("day"))} value={day} error={fields["day"]} onChange={setDay} />
        </>
      )}
      <ConfirmButton
        variant="filled"
        loading={sign.isPending}
        question={t(say("signQuestion"))}
        consequence={t(say("signConsequence"))}
        confirm={t(say("sign"))}
        onConfirm={() => sign.mutateAsync()}
      >
        {t(say("sign"))}
      </ConfirmButton>
      {!other && (
        <Button variant="default" onClick={() => setOther(true)}>
          {t(say("otherNumber"))}
        </Button>
      )}
    </>
  );
}

function PaperForm({ decision: { id, version, header }, onDone, onCancel }: ActProps & { onCancel(): void }) {
  const t = useText();
  const [number, setNumber] = useState("");
  const [day, setDay] = useState<string | null>(null);
  const [signer, setSigner] = useState(header.signature.name ?? "");
  const [post, setPost] = useState(header.signature.title);
  const [file, setFile] = useState<File | null>(null);
  const save = useMutation({
    mutationFn: ({ scan, on }: { scan: File; on: string }) =>
      api.exemplars.recognition.decisions.signOnPaper({ id, version, number, day: on, signer, post, file: scan }),
    onSuccess: onDone,
  });
  const fields = save.error ? asApiError(save.error).fields : {};
  return (
    <ActForm
      error={save.error}
      busy={save.isPending}
      missing={[
        number.trim() === "" && t(say("numberPaper")),
        day === null && t(say("day")),
        signer.trim() === "" && t(say("signerName")),
        post.trim() === "" && t(say("signerPost")),
        file === null && t(say("scan")),
      ]}
      confirm={t(say("paperSave"))}
      onSubmit={() => file && day && save.mutate({ scan: file, on: day })}
      onCancel={onCancel}
    >
      <h2>{t(say("paper"))}</h2>
      <p className={styles["quiet"]}>{t(say("paperText"))}</p>
      <TextInput
        label={t(say("numberPaper"))}
        description={t(say("numberPaperHint"))}
        required
        maxLength={60}
        value={number}
        error={fields["number"]}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <DateInput label={t(say("day"))} required value={day} error={fields["day"]} onChange={setDay} />
      <TextInput
        label={t(say("signerName"))}
        required
        maxLength={200}
        value={signer}
        onChange={(event) => setSigner(event.currentTarget.value)}
      />
      <TextInput
        label={t(say("signerPost"))}
        required
        maxLength={200}
        value={post}
        onChange={(event) => setPost(event.currentTarget.value)}
      />
      <div role="group" aria-label={t(say("scan"))}>
        <p className={styles["fieldLabel"]}>{t(say("scan"))}</p>
        <FileDrop kinds={[".pdf", ".jpg", ".png"]} onFiles={([first]) => setFile(first ?? null)} />
        {file && <p className={own["quiet"]}>{file.name}</p>}
      </div>
    </ActForm>
  );
}
