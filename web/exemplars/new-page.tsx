import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState, type FormEvent } from "react";
import type { ExemplarDetail } from "../../src/modules/exemplars/contract.ts";
import { asApiError } from "../shell/api-error.ts";
import { api, orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { reportSessionEnded } from "../shell/session-ended.ts";
import { usePost } from "../shell/session.tsx";
import { useDraft } from "../ui/draft.ts";
import { DraftNote } from "../ui/draft-note.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { Icon } from "../ui/icon.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import styles from "./exemplars.module.css";
import { LikenessHint } from "./likeness/hint.tsx";
import { LikenessQuestions } from "./likeness/questions.tsx";
import { say } from "./messages.ts";
import { MinuteFields } from "./minute-fields.tsx";
import { MoreFields } from "./more-fields.tsx";
import { showFirst } from "./show-first.ts";
import { useRound } from "./use-round.ts";
import { inputOf, needsStep2, nothingWritten, problemsOf, touches, type Written } from "./written.ts";

/** The minute: kind, name, a few answers, on a phone. */
export function NewExemplarPage() {
  const t = useText();
  const [saved, setSaved] = useState<ExemplarDetail | null>(null);
  return (
    <>
      <PageHeader title={t(say("newTitle"))} note={t(say("newNote"))} back={{ to: "/exemplars", text: t(say("toList")) }} />
      {saved ? <Saved exemplar={saved} onAgain={() => setSaved(null)} /> : <NewForm onSaved={setSaved} />}
    </>
  );
}

function NewForm({ onSaved }: { onSaved(exemplar: ExemplarDetail): void }) {
  const t = useText();
  const client = useQueryClient();
  const unit = usePost()?.unit ?? null;
  const { round: asked } = useSearch({ from: "/staff/exemplars/new" });
  const begin = (): Written => ({
    ...nothingWritten(unit ? { id: unit.id, name: unit.name } : null),
    ...(asked ? { roundId: asked } : {}),
  });
  const draft = useDraft<Written>(asked ? `exemplar:new:${asked}` : "exemplar:new", begin());
  const written = draft.value;
  const round = useRound(written);
  const [problems, setProblems] = useState<ReturnType<typeof problemsOf>>({});
  const [failed, setFailed] = useState<unknown>(null);
  const [busy, setBusy] = useState<"save" | "send" | null>(null);
  const [more, setMore] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const change = (part: Partial<Written>) => {
    draft.setValue((before) => ({ ...before, ...part }));
    setProblems((before) => Object.fromEntries(Object.entries(before).filter(([path]) => !touches(part, path))));
  };

  /** Makes the draft, or saves into the one that an earlier press made. */
  const store = async (): Promise<ExemplarDetail> => {
    const input = inputOf(written, round.meant);
    const { saved } = written;
    const stored = saved ? await api.exemplars.edit({ ...input, ...saved }) : await api.exemplars.create(input);
    draft.setValue((before) => ({ ...before, saved: { id: stored.id, version: stored.version } }));
    return stored;
  };
  const run = async (what: "save" | "send") => {
    const found = problemsOf(written, what === "send" ? round.asked : []);
    setProblems(found);
    setFailed(null);
    if (Object.keys(found).length > 0) {
      if (needsStep2(found, round.asked)) setMore(true);
      showFirst(form.current);
      return;
    }
    setBusy(what);
    try {
      const stored = await store();
      const done = what === "send" ? await api.exemplars.register({ id: stored.id, version: stored.version }) : stored;
      draft.clear(begin());
      void client.invalidateQueries({ queryKey: orpc.exemplars.key() });
      onSaved(done);
    } catch (thrown) {
      const problem = asApiError(thrown);
      if (problem.code === "unauthenticated") reportSessionEnded();
      setFailed(thrown);
      if (needsStep2(problem.fields, round.asked)) setMore(true);
      showFirst(form.current);
    } finally {
      setBusy(null);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run("send");
  };

  const fields = failed ? asApiError(failed).fields : {};
  const errors = { ...fields, ...Object.fromEntries(Object.entries(problems).map(([path, text]) => [path, t(text)])) };
  const inputs = { written, round, onChange: change, errors };
  return (
    <form ref={form} className={styles["minute"]} noValidate onSubmit={submit}>
      <DraftNote restored={draft.restored} onDiscard={() => draft.clear(begin())} />
      <MinuteFields key={draft.restored ? "restored" : "new"} {...inputs} />
      <ErrorNote error={round.error} onRetry={round.retry} />
      <LikenessHint written={written} {...(written.saved ? { id: written.saved.id } : {})} />
      <details className={styles["more"]} open={more} onToggle={(event) => setMore(event.currentTarget.open)}>
        <summary>
          {t(say("step2"))} <span>{t(say("step2Note"))}</span>
        </summary>
        {more && (
          <div className={styles["moreBody"]}>
            <MoreFields {...inputs} />
          </div>
        )}
      </details>
      <ErrorNote error={failed} />
      <div className={styles["saveBar"]}>
        <Button type="submit" size="md" loading={busy === "send"} disabled={busy !== null || round.pending || round.error !== null}>
          {t(say("send"))}
        </Button>
        <Button
          size="md"
          variant="default"
          loading={busy === "save"}
          disabled={busy !== null || round.pending}
          onClick={() => void run("save")}
        >
          {t(say("saveDraft"))}
        </Button>
        <span className={styles["fieldHint"]}>{t(say(written.saved ? "draftOnServer" : "keptHere"))}</span>
      </div>
    </form>
  );
}

/** It is in: said clearly, with the way on. */
function Saved({ exemplar, onAgain }: { exemplar: ExemplarDetail; onAgain(): void }) {
  const t = useText();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { name, state, round, late } = exemplar;
  const sent = state === "registered";
  const detail = { name, round: round?.title ?? null };
  return (
    <section className={styles["saved"]} aria-labelledby="saved">
      <h2 id="saved" ref={title} tabIndex={-1}>
        <Icon name="check" size={26} />
        {t(say(sent ? "sent" : "savedDraft"))}
      </h2>
      <p>{t(sent ? say("sentText", detail) : say("savedDraftText", { name }))}</p>
      {late && <p>{t(say("sentLate"))}</p>}
      <div className={styles["buttons"]}>
        <Link to="/exemplars/$exemplarId" params={{ exemplarId: exemplar.id }} className={styles["mainLink"]}>
          {t(say("open"))}
        </Link>
        <Button variant="default" size="md" onClick={onAgain}>
          {t(say("again"))}
        </Button>
      </div>
      {sent && <LikenessQuestions exemplarId={exemplar.id} />}
    </section>
  );
}
