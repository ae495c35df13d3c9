import { Button, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { facts } from "../../../src/kernel/facts.ts";
import { grouped } from "../../../src/kernel/decimals.ts";
import type { Mark, RubricContent, SheetDetail } from "../../../src/modules/appraisal/contract.ts";
import { linesOf, needsComment, scaleOf, totalOf, type RoledLine } from "../../../src/modules/appraisal/domain.ts";
import { asApiError } from "../../shell/api-error.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { showDate } from "../../ui/dates.ts";
import { DraftNote } from "../../ui/draft-note.tsx";
import { useDraft } from "../../ui/draft.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { showDone } from "../../ui/notices.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { ReasonAct } from "../../ui/reason-form.tsx";
import styles from "../appraisal.module.css";
import { ThingLink } from "../subjects/thing-link.tsx";
import { AnswerInput, Criteria, showFirstWrong, wrongLines } from "../criteria.tsx";
import { say } from "../messages.ts";
import { given, sheetTone, typedPoints } from "../words.ts";

/** One judge's own sheet on one file. */
export function SheetPage() {
  const t = useText();
  const { sheetId } = useParams({ from: "/staff/appraisal/sheets/$sheetId" });
  const client = useQueryClient();
  const query = useQuery(orpc.appraisal.sheets.get.queryOptions({ input: { id: sheetId } }));
  if (query.isPending) return <Busy rows={6} />;
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  const sheet = query.data;
  const { subject } = sheet;
  const onChanged = (changed: SheetDetail) => {
    client.setQueryData(orpc.appraisal.sheets.get.queryKey({ input: { id: sheetId } }), changed);
    void client.invalidateQueries({ queryKey: orpc.appraisal.sheets.mine.key() });
    void client.invalidateQueries({ queryKey: orpc.appraisal.subjects.key() });
    void client.invalidateQueries({ queryKey: orpc.appraisal.rounds.key() });
  };
  return (
    <>
      <PageHeader
        title={t(say("sheetTitle", { title: subject.title }))}
        note={facts([subject.round.title, t(say("sheetDue", { day: showDate(subject.round.judgeUntil) }))])}
        badge={<StateBadge tone={sheetTone[sheet.state]}>{t(say(`sheet.${sheet.state}`))}</StateBadge>}
        actions={<ThingLink subject={subject} />}
        back={{ to: "/appraisal/sheets", text: t(say("mySheets")) }}
      />
      <Standing sheet={sheet} />
      {subject.rubric && <Marking key={sheet.id} sheet={sheet} content={subject.rubric.content} onChanged={onChanged} />}
      {sheet.can.includes("recuse") && <Recuse sheet={sheet} onChanged={onChanged} />}
    </>
  );
}

/** What the judge waits for, or can go on to. */
function Standing({ sheet: { state, subject, reason } }: { sheet: SheetDetail }) {
  const t = useText();
  const opened = subject.state === "opened" || subject.state === "concluded";
  if (state === "recused" || state === "replaced")
    return (
      <div className={styles["note"]}>
        <h2>{t(say("sheetDoesNotCount"))}</h2>
        <p>{t(say(state === "recused" ? "sheetRecusedText" : "sheetReplacedText", { reason: reason ?? "" }))}</p>
      </div>
    );
  if (state === "sent")
    return (
      <div className={styles["note"]} data-tone="good">
        <p>{t(say(opened ? "sheetOpened" : "sheetSent"))}</p>
        {opened && (
          <Link to="/appraisal/subjects/$subjectId" params={{ subjectId: subject.id }} className={styles["titleLink"]}>
            {t(say("seeOpened"))}
          </Link>
        )}
      </div>
    );
  return subject.state === "judging" ? null : (
    <div className={styles["note"]} data-tone="attention">
      <p>{t(say("sheetWaits"))}</p>
    </div>
  );
}

type Typed = Record<string, { points: string; met: boolean | null; comment: string }>;

const typedOf = (marks: Record<string, Mark>): Typed =>
  Object.fromEntries(
    Object.entries(marks).map(([key, { points, met, comment }]) => [key, { points: points === null ? "" : grouped(points), met, comment }]),
  );
const empty = { points: "", met: null, comment: "" };

type MarkingProps = { sheet: SheetDetail; content: RubricContent; onChanged(sheet: SheetDetail): void };

function Marking({ sheet, content, onChanged }: MarkingProps) {
  const t = useText();
  const { id, version, subject } = sheet;
  const writing = sheet.can.includes("save");
  const { value: typed, setValue, restored, clear } = useDraft<Typed>(`appraisal-sheet:${id}`, typedOf(sheet.marks));
  const shown = writing ? typed : typedOf(sheet.marks);
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const of = (key: string) => shown[key] ?? empty;
  const marks = Object.fromEntries(Object.entries(shown).map(([key, mark]) => [key, { ...mark, points: typedPoints(mark.points) }]));
  const lines = linesOf(content);
  const isDone = ({ key, max }: RoledLine) => (max === null ? of(key).met !== null : typedPoints(of(key).points) !== null);
  const left = lines.filter((line) => line.role === "ordinary" && !isDone(line)).length;
  const put = (key: string, part: Partial<Typed[string]>) => {
    setValue((before) => ({ ...before, [key]: { ...(before[key] ?? empty), ...part } }));
    setWrong(({ [key]: _gone, ...others }) => others);
  };
  const input = () => ({
    id,
    version,
    marks: lines.flatMap(({ key, max }) => {
      const mark = typed[key];
      return mark
        ? [
            {
              line: key,
              points: max === null ? null : typedPoints(mark.points),
              met: max === null ? mark.met : null,
              comment: mark.comment,
            },
          ]
        : [];
    }),
  });
  const failed = (error: unknown) => {
    const found = wrongLines(asApiError(error).fields);
    setWrong(found);
    showFirstWrong(found);
  };
  const save = useMutation({
    mutationFn: () => api.appraisal.sheets.save(input()),
    onSuccess: (changed) => {
      clear(typedOf(changed.marks));
      onChanged(changed);
      showDone(t(say("saved")));
    },
    onError: failed,
  });
  const send = async () => {
    try {
      const kept = await api.appraisal.sheets.save(input());
      clear(typedOf(kept.marks));
      onChanged(kept);
      onChanged(await api.appraisal.sheets.send({ id, version: kept.version }));
      showDone(t(say("sheetSentDone")));
    } catch (error) {
      failed(error);
      throw error;
    }
  };
  const self = new Map(subject.self.map((line) => [line.line, line]));
  return (
    <>
      <DraftNote restored={restored && writing} onDiscard={() => clear(typedOf(sheet.marks))} />
      <Criteria
        content={content}
        wrong={wrong}
        done={isDone}
        answer={(line) => <AnswerInput line={line} value={of(line.key)} disabled={!writing} onChange={(answer) => put(line.key, answer)} />}
        below={(line) => {
          const theirs = self.get(line.key);
          const value = theirs && given(theirs, t);
          const low = needsComment(line, marks[line.key], subject.round.commentShare);
          const { comment } = of(line.key);
          return (
            <>
              {theirs && (value !== null || theirs.evidence !== "") && (
                <div className={styles["theirs"]}>
                  <p>
                    <strong>{t(say("selfGave", { value: value ?? "—" }))}</strong>
                  </p>
                  {theirs.evidence && <p>{theirs.evidence}</p>}
                  <Links links={theirs.links} />
                </div>
              )}
              {writing ? (
                <Comment needed={low} value={comment} line={line} onChange={(next) => put(line.key, { comment: next })} />
              ) : (
                comment && <p className={styles["remark"]}>{comment}</p>
              )}
            </>
          );
        }}
      />
      <ErrorNote error={save.error} />
      <div className={styles["bar"]}>
        <span>
          <strong>{t(say("total", { total: grouped(totalOf(content, marks)), of: grouped(scaleOf(content)) }))}</strong>
          {(sheet.state === "recused" || sheet.state === "replaced") && (
            <div className={styles["quiet"]}>{t(say("sheetDoesNotCount"))}</div>
          )}
          {writing && <div className={styles["quiet"]}>{left === 0 ? t(say("allMarked")) : t(say("pending", { count: left }))}</div>}
        </span>
        {writing && (
          <>
            <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
              {t(say("save"))}
            </Button>
            <ConfirmButton
              variant="filled"
              question={t(say("sendSheetQuestion"))}
              consequence={t(say("sendSheetText"))}
              confirm={t(say("sendSheet"))}
              onConfirm={send}
            >
              {t(say("sendSheet"))}
            </ConfirmButton>
          </>
        )}
      </div>
    </>
  );
}

type CommentProps = { needed: boolean; value: string; line: RoledLine; onChange(comment: string): void };

/** Closed until it is wanted or needed: most criteria have none. */
function Comment({ needed, value, line, onChange }: CommentProps) {
  const t = useText();
  const [opened, setOpened] = useState(value !== "");
  if (!opened && !needed && value === "")
    return (
      <Button variant="default" size="compact-md" aria-label={`${t(say("addComment"))}: ${line.text}`} onClick={() => setOpened(true)}>
        {t(say("addComment"))}
      </Button>
    );
  return (
    <Textarea
      label={t(say(needed && value.trim() === "" ? "commentNeeded" : "comment"))}
      aria-label={`${t(say("comment"))}: ${line.text}`}
      autosize
      minRows={2}
      maxLength={2000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

const paths = { document: "/app/documents/", activity: "/app/activities/", exemplar: "/app/exemplars/", picture: "", address: "" };

export function Links({ links }: { links: SheetDetail["subject"]["self"][number]["links"] }) {
  return links.map(({ kind, id, label }) => (
    <p key={`${kind}${id}`}>
      {kind === "address" && /^https?:\/\//.test(id) ? (
        <a href={id} target="_blank" rel="noreferrer noopener">
          {label}
        </a>
      ) : paths[kind] ? (
        <a href={`${paths[kind]}${encodeURIComponent(id)}`}>{label}</a>
      ) : (
        label
      )}
    </p>
  ));
}

function Recuse({ sheet: { id, version }, onChanged }: { sheet: SheetDetail; onChanged(sheet: SheetDetail): void }) {
  const t = useText();
  return (
    <ReasonAct
      confirm={t(say("recuse"))}
      question={t(say("recuseReason"))}
      note={t(say("recuseText"))}
      send={(reason) => api.appraisal.sheets.recuse({ id, version, reason })}
      onDone={(changed) => {
        onChanged(changed);
        showDone(t(say("recused")));
      }}
      wide
    />
  );
}
