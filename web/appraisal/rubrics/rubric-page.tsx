import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { facts } from "../../../src/kernel/facts.ts";
import { grouped } from "../../../src/kernel/decimals.ts";
import type { Line, RubricDetail } from "../../../src/modules/appraisal/contract.ts";
import { ratedNames } from "../../../src/modules/appraisal/messages.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { showDate } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { HistoryPanel } from "../../ui/history-panel.tsx";
import { KeyValue } from "../../ui/key-value.tsx";
import { showDone } from "../../ui/notices.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { Section } from "../../ui/section.tsx";
import styles from "../appraisal.module.css";
import { Criteria } from "../criteria.tsx";
import { say } from "../messages.ts";
import { RubricForm } from "./rubric-form.tsx";
import { writtenOf } from "./written.ts";

/** One edition of a rubric: read, changed while it is a draft, compared with another edition. */
export function RubricPage() {
  const t = useText();
  const { rubricId } = useParams({ from: "/staff/appraisal/rubrics/$rubricId" });
  const client = useQueryClient();
  const [editing, setEditing] = useState(false);
  const query = useQuery(orpc.appraisal.rubrics.get.queryOptions({ input: { id: rubricId } }));
  if (query.isPending) return <Busy rows={6} />;
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  const rubric = query.data;
  const onChanged = (changed: RubricDetail) => {
    client.setQueryData(orpc.appraisal.rubrics.get.queryKey({ input: { id: rubricId } }), changed);
    void client.invalidateQueries({ queryKey: orpc.appraisal.rubrics.list.key() });
    void client.invalidateQueries({ queryKey: ["history", "appraisal-rubric", rubricId] });
  };
  return (
    <>
      <PageHeader
        title={rubric.title}
        note={facts([rubric.body.name, t(say("edition", { edition: rubric.edition }))])}
        badge={
          <>
            <StateBadge tone={rubric.state === "published" ? "good" : "neutral"}>{t(say(`rubric.${rubric.state}`))}</StateBadge>
            {rubric.sample && <StateBadge tone="attention">{t(say("sampleMark"))}</StateBadge>}
          </>
        }
        back={{ to: "/appraisal/rubrics", text: t(say("toRubrics")) }}
        actions={!editing && <Acts rubric={rubric} onEdit={() => setEditing(true)} onChanged={onChanged} />}
      />
      {editing ? (
        <RubricForm
          thing={`appraisal-rubric:${rubric.id}`}
          initial={writtenOf(rubric)}
          send={(input) => api.appraisal.rubrics.edit({ ...input, id: rubric.id, version: rubric.version })}
          onDone={(changed) => {
            setEditing(false);
            onChanged(changed);
            showDone(t(say("saved")));
          }}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <Shown rubric={rubric} />
      )}
    </>
  );
}

type ActsProps = { rubric: RubricDetail; onEdit(): void; onChanged(rubric: RubricDetail): void };

function Acts({ rubric: { id, version, can }, onEdit, onChanged }: ActsProps) {
  const t = useText();
  const navigate = useNavigate();
  const revise = useMutation({
    mutationFn: () => api.appraisal.rubrics.revise({ id }),
    onSuccess: (next) => void navigate({ to: "/appraisal/rubrics/$rubricId", params: { rubricId: next.id } }),
  });
  return (
    <div className={styles["buttons"]}>
      <ErrorNote error={revise.error} />
      {can.includes("edit") && (
        <Button variant="default" onClick={onEdit}>
          {t(say("edit"))}
        </Button>
      )}
      {can.includes("publish") && (
        <ConfirmButton
          variant="filled"
          question={t(say("publishQuestion"))}
          consequence={t(say("publishText"))}
          confirm={t(say("publish"))}
          onConfirm={async () => {
            onChanged(await api.appraisal.rubrics.publish({ id, version }));
            showDone(t(say("publishedDone")));
          }}
        >
          {t(say("publish"))}
        </ConfirmButton>
      )}
      {can.includes("revise") && (
        <Button variant="default" loading={revise.isPending} onClick={() => revise.mutate()}>
          {t(say("revise"))}
        </Button>
      )}
    </div>
  );
}

const worth = (line: Line | null, t: ReturnType<typeof useText>): string =>
  line === null ? "" : line.max === null ? t(say("met")) : t(say("sectionTotal", { points: grouped(line.max) }));

function Shown({ rubric }: { rubric: RubricDetail }) {
  const t = useText();
  const { content } = rubric;
  return (
    <>
      {rubric.sample && (
        <div className={styles["note"]} data-tone="attention">
          <p>{t(say(rubric.state === "published" ? "sampleKept" : "sampleNote"))}</p>
        </div>
      )}
      <KeyValue
        items={[
          [t(say("rates")), rubric.rates.map((each) => t(ratedNames[each])).join("; ")],
          [t(say("basis")), rubric.basis],
          [
            t(say("validFrom")),
            rubric.validFrom && [showDate(rubric.validFrom), rubric.validUntil && showDate(rubric.validUntil)].filter(Boolean).join(" – "),
          ],
          [
            t(say("columnPoints")),
            rubric.points === null
              ? t(say("yesNoLines", { count: rubric.lines }))
              : t(say("pointsLines", { points: grouped(rubric.points), count: rubric.lines })),
          ],
        ]}
      />
      {content.qualifying.length > 0 && (
        <Section title={t(say("qualifying"))} note={t(say("qualifyingNote"))}>
          <ul>
            {content.qualifying.map(({ key, text }) => (
              <li key={key}>{text}</li>
            ))}
          </ul>
        </Section>
      )}
      <Criteria content={content} answer={(line) => <strong className={styles["points"]}>{worth(line, t)}</strong>} below={() => null} />
      <Section title={t(say("outcomes"))}>
        <ul>
          {content.outcomes.map(({ word, from }) => (
            <li key={word}>{t(say("outcomeLine", { word, from: grouped(from) }))}</li>
          ))}
          <li>
            {t(say("unmet"))}: {content.unmet}
          </li>
        </ul>
      </Section>
      {rubric.editions.length > 1 && <Comparison rubric={rubric} />}
      {rubric.can.length > 0 && <HistoryPanel kind="appraisal-rubric" id={rubric.id} />}
    </>
  );
}

/** What became of each criterion since another edition. */
function Comparison({ rubric }: { rubric: RubricDetail }) {
  const t = useText();
  const others = rubric.editions.filter(({ id }) => id !== rubric.id);
  const [chosen, setChosen] = useState<string | null>(null);
  const compared = useQuery({
    ...orpc.appraisal.rubrics.compare.queryOptions({ input: { id: rubric.id, with: chosen ?? rubric.id } }),
    enabled: chosen !== null,
  });
  return (
    <Section title={t(say("compare"))}>
      <div className={styles["buttons"]}>
        {others.map(({ id, edition }) => (
          <Button key={id} variant="default" aria-pressed={chosen === id} onClick={() => setChosen(id)}>
            {t(say("compareWith", { edition }))}
          </Button>
        ))}
        {chosen && (
          <Link to="/appraisal/rubrics/$rubricId" params={{ rubricId: chosen }}>
            {t(say("openSheet"))}
          </Link>
        )}
      </div>
      <ErrorNote error={compared.error} />
      {chosen !== null && compared.data?.changes.length === 0 && <p className={styles["quiet"]}>{t(say("noChanges"))}</p>}
      {chosen !== null && (
        <ul className={styles["rows"]}>
          {compared.data?.changes.map(({ key, what, before, after }) => (
            <li key={key}>
              <span>
                <StateBadge tone="neutral">{t(say(`change.${what}`))}</StateBadge> {after?.text ?? before?.text}
              </span>
              <span>{[worth(before, t), worth(after, t)].filter(Boolean).join(" → ")}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
