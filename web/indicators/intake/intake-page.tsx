import { Button, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { IntakeProposal } from "../../../src/modules/indicators/contract.ts";
import { asApiError } from "../../shell/api-error.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { Busy } from "../../ui/busy.tsx";
import { DraftNote } from "../../ui/draft-note.tsx";
import { useDraft } from "../../ui/draft.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { FileDrop } from "../../ui/file-drop.tsx";
import { showDone } from "../../ui/notices.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { Section } from "../../ui/section.tsx";
import { GeneralFields } from "./general-fields.tsx";
import { say } from "./messages.ts";
import { decisionOf, startOf, type Edit } from "./model.ts";
import { SectionCard } from "./section-card.tsx";
import { SourceText, type Lit } from "./source-text.tsx";
import styles from "./intake.module.css";

type Work = { text: string; proposal: IntakeProposal | null; edit: Edit | null };
const empty: Work = { text: "", proposal: null, edit: null };

/** Công văn vào, biểu mẫu ra: the text on the left, the form that it asks for on the right. */
export function IntakePage() {
  const t = useText();
  const work = useDraft<Work>("indicators:intake", empty);
  const { text, proposal, edit } = work.value;
  const read = useMutation(
    orpc.indicators.intake.read.mutationOptions({
      onSuccess: (found) => work.setValue((before) => ({ ...before, proposal: found, edit: startOf(found) })),
    }),
  );
  const again = () => {
    read.reset();
    work.clear(empty);
  };
  const reading = proposal !== null && edit !== null && proposal.sections.length > 0;
  return (
    <>
      <PageHeader
        title={t(say("title"))}
        note={reading ? undefined : t(say("note"))}
        back={{ to: "/forms", text: t(say("toForms")) }}
        actions={
          proposal && (
            <Button variant="default" onClick={again}>
              {t(say("again"))}
            </Button>
          )
        }
      />
      {reading && (
        <>
          <DraftNote restored={work.restored} onDiscard={again} />
          <Review
            proposal={proposal}
            edit={edit}
            onChange={(next) => work.setValue((before) => ({ ...before, edit: next }))}
            onMade={() => work.clear(empty)}
          />
        </>
      )}
      {!reading && (
        <div className={styles["ask"]}>
          {proposal && <EmptyState title={t(say("nothing"))}>{t(say("nothingText"))}</EmptyState>}
          <FileDrop
            kinds={[".docx", ".doc", ".odt", ".rtf", ".html", ".pdf", ".txt", ".md"]}
            hint={t(say("fileHint"))}
            disabled={read.isPending}
            onFiles={([file]) => file && read.mutate({ file })}
          />
          <Textarea
            label={t(say("paste"))}
            description={t(say("pasteHint"))}
            autosize
            minRows={6}
            maxRows={18}
            value={text}
            onChange={(event) => {
              const value = event.currentTarget.value;
              work.setValue((before) => ({ ...before, text: value }));
            }}
          />
          {read.error && <ErrorNote error={read.error} />}
          {read.isPending && <Busy rows={3} />}
          <div className={styles["end"]}>
            <Button disabled={text.trim() === ""} loading={read.isPending} onClick={() => read.mutate({ text })}>
              {t(say("read"))}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}

type ReviewProps = { proposal: IntakeProposal; edit: Edit; onChange(edit: Edit): void; onMade(): void };

function Review({ proposal, edit, onChange, onMade }: ReviewProps) {
  const t = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [lit, setLit] = useState<Lit>(null);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const make = useMutation(
    orpc.indicators.intake.createForm.mutationOptions({
      onSuccess: async ({ form }) => {
        await client.invalidateQueries({ queryKey: orpc.indicators.key() });
        showDone(t(say("made")));
        onMade();
        await navigate({ to: "/forms/$formId/edit", params: { formId: form.id } });
      },
      onError: (error) => setErrors(asApiError(error).fields),
    }),
  );
  const rows = edit.sections.filter(({ kept }) => kept).flatMap((section) => section.rows);
  const fresh = rows.filter(({ choice }) => choice.kind === "new").length;
  const matched = rows.filter(({ choice }) => choice.kind === "indicator").length;
  const sections = new Map(proposal.sections.map((section) => [section.id, section]));
  const send = () => {
    const missing: Record<string, string> = {};
    if (edit.title.trim() === "") missing["title"] = t(say("needsTitle"));
    if (edit.kind === "ad-hoc" && (!edit.from || !edit.to)) missing["from"] = t(say("needsDays"));
    setErrors(missing);
    if (Object.keys(missing).length === 0) make.mutate(decisionOf(edit, proposal));
  };
  return (
    <div className={styles["panes"]}>
      <Section title={t(say("source"))} note={proposal.notes.map((note) => t(note)).join(" ") || undefined}>
        <SourceText proposal={proposal} lit={lit} />
      </Section>
      <div>
        <GeneralFields
          edit={edit}
          proposal={proposal}
          errors={errors}
          onLight={setLit}
          onChange={(change) => onChange({ ...edit, ...change })}
        />
        <Section
          title={t(say("sections"))}
          note={t(say("found", { sections: edit.sections.filter(({ kept }) => kept).length, rows: matched + fresh, matched }))}
        >
          <ol className={styles["rows"]}>
            {edit.sections.map((each) => {
              const section = sections.get(each.id);
              return section ? (
                <SectionCard
                  key={each.id}
                  section={section}
                  edit={each}
                  onLight={setLit}
                  onChange={(changed) =>
                    onChange({ ...edit, sections: edit.sections.map((one) => (one.id === changed.id ? changed : one)) })
                  }
                />
              ) : null;
            })}
          </ol>
        </Section>
        {make.error && <ErrorNote error={make.error} />}
        {fresh > 0 && <p className={styles["guide"]}>{t(say("allNew", { count: fresh }))}</p>}
        <div className={styles["end"]}>
          <Button onClick={send} loading={make.isPending}>
            {t(say("make"))}
          </Button>
          <span className={styles["guide"]}>{t(say("makeNote"))}</span>
        </div>
      </div>
    </div>
  );
}
