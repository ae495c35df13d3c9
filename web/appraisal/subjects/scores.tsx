import { Button, Modal, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { grouped } from "../../../src/kernel/decimals.ts";
import type { OpenedSheet, SubjectDetail } from "../../../src/modules/appraisal/contract.ts";
import { linesOf, type RoledLine } from "../../../src/modules/appraisal/domain.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ActButton } from "../../ui/act-button.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { useDraft } from "../../ui/draft.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { showDone } from "../../ui/notices.ts";
import { Section } from "../../ui/section.tsx";
import styles from "../appraisal.module.css";
import { AnswerInput } from "../criteria.tsx";
import { say } from "../messages.ts";
import { given, typedPoints } from "../words.ts";

type Opened = NonNullable<SubjectDetail["opened"]>;
type Props = { subject: SubjectDetail; opened: Opened; onChanged(subject: SubjectDetail): void };

/** All sheets are in: side by side, with what differs marked, and what the panel comes to. */
export function Scores({ subject, opened, onChanged }: Props) {
  const t = useText();
  const [changing, setChanging] = useState<RoledLine | null>(null);
  const content = subject.rubric?.content;
  if (!content) return null;
  const apart = new Set(opened.linesApart);
  const self = new Map(subject.self.map((line) => [line.line, line]));
  const own = (key: string) => {
    const line = self.get(key);
    return line && given(line, t);
  };
  const mine = opened.sheets.find((sheet) => sheet.mine);
  const mayChange = subject.state === "opened" && subject.round.state === "open" && mine !== undefined;
  return (
    <>
      <Section title={t(say("scores"))}>
        {opened.flagged && (
          <div className={styles["note"]} data-tone="attention">
            <p>{t(say("spreadFlag", { limit: grouped(subject.round.spreadShare) }))}</p>
          </div>
        )}
        <div className={styles["scroll"]}>
          <table className={styles["scores"]} aria-label={t(say("scores"))}>
            <thead>
              <tr>
                <th scope="col">{t(say("criterion"))}</th>
                {self.size > 0 && <th scope="col">{t(say("columnSelf"))}</th>}
                {opened.sheets.map(({ sheetId, name, mine: own }) => (
                  <th key={sheetId} scope="col">
                    {name} {own && `(${t(say("mineMark"))})`}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {linesOf(content).map((line) => (
                <tr key={line.key} data-apart={apart.has(line.key) || undefined}>
                  <th scope="row">
                    {line.text}{" "}
                    {line.max !== null && <span className={styles["quiet"]}>{t(say("outOf", { max: grouped(line.max) }))}</span>}{" "}
                    {apart.has(line.key) && <StateBadge tone="attention">{t(say("apart"))}</StateBadge>}
                  </th>
                  {self.size > 0 && <td data-judge={t(say("columnSelf"))}>{own(line.key) ?? "—"}</td>}
                  {opened.sheets.map((sheet) => (
                    <td key={sheet.sheetId} data-judge={sheet.name}>
                      <Given sheet={sheet} line={line} />
                      {sheet.mine && mayChange && (
                        <Button
                          size="compact-sm"
                          variant="default"
                          aria-label={t(say("changeFor", { line: line.text }))}
                          onClick={() => setChanging(line)}
                        >
                          {t(say("edit"))}
                        </Button>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t(say("totalRow"))}</th>
                {self.size > 0 && <td data-judge={t(say("columnSelf"))}>{subject.selfTotal && grouped(subject.selfTotal)}</td>}
                {opened.sheets.map(({ sheetId, name, total }) => (
                  <td key={sheetId} data-judge={name}>
                    {grouped(total)}
                  </td>
                ))}
              </tr>
            </tfoot>
          </table>
        </div>
        <p>
          <strong>
            {t(say("mean"))}: {grouped(opened.mean)}
          </strong>
          {". "}
          {t(say("spread", { points: grouped(opened.spread.points), share: grouped(opened.spread.share) }))}
        </p>
      </Section>
      {changing && mine && <ChangeDialog subject={subject} sheet={mine} line={changing} onClose={() => setChanging(null)} />}
      {subject.can.includes("conclude") && <Conclusion subject={subject} onChanged={onChanged} />}
    </>
  );
}

function Given({ sheet, line }: { sheet: OpenedSheet; line: RoledLine }) {
  const t = useText();
  const mark = sheet.marks[line.key];
  const value = mark && given(mark, t);
  const [change] = sheet.changes.filter((each) => each.line === line.key);
  const last = sheet.changes.findLast((each) => each.line === line.key);
  return (
    <>
      <span className={styles["value"]}>{value ?? "—"}</span>
      {change && last && (
        <div className={styles["remark"]}>{t(say("firstMark", { first: given(change.first, t) ?? "—", reason: last.reason }))}</div>
      )}
      {mark?.comment && <div className={styles["remark"]}>{mark.comment}</div>}
    </>
  );
}

type DialogProps = { subject: SubjectDetail; sheet: OpenedSheet; line: RoledLine; onClose(): void };

/** One's own mark after the discussion: the first one stays beside it. */
function ChangeDialog({ subject, sheet, line, onClose }: DialogProps) {
  const t = useText();
  const client = useQueryClient();
  const mark = sheet.marks[line.key];
  const [answer, setAnswer] = useState({ points: mark?.points ? grouped(mark.points) : "", met: mark?.met ?? null });
  const [comment, setComment] = useState(mark?.comment ?? "");
  const [reason, setReason] = useState("");
  const run = useMutation({
    mutationFn: async () => {
      const { version } = await api.appraisal.sheets.get({ id: sheet.sheetId });
      return api.appraisal.sheets.change({
        id: sheet.sheetId,
        version,
        reason: reason.trim(),
        mark: {
          line: line.key,
          points: line.max === null ? null : typedPoints(answer.points),
          met: line.max === null ? answer.met : null,
          comment,
        },
      });
    },
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: orpc.appraisal.subjects.get.queryKey({ input: { id: subject.id } }) });
      void client.invalidateQueries({ queryKey: orpc.appraisal.sheets.key() });
      showDone(t(say("changed")));
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t(say("changeMark"))} closeButtonProps={{ "aria-label": t(say("cancel")) }}>
      <div className={styles["form"]}>
        <p className={styles["quiet"]}>{line.text}</p>
        <AnswerInput line={line} value={answer} onChange={setAnswer} />
        <Textarea
          label={t(say("comment"))}
          autosize
          maxLength={2000}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
        <Textarea
          label={t(say("changeReason"))}
          required
          autosize
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ErrorNote error={run.error} />
        <div className={styles["buttons"]}>
          <ActButton loading={run.isPending} missing={[reason.trim() === "" && t(say("changeReason"))]} onClick={() => run.mutate()}>
            {t(say("save"))}
          </ActButton>
          <Button variant="default" onClick={onClose}>
            {t(say("cancel"))}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

function Conclusion({ subject, onChanged }: Omit<Props, "opened">) {
  const t = useText();
  const { id, version, round } = subject;
  const { value, setValue, clear } = useDraft(`appraisal-conclusion:${id}`, {
    discussion: subject.discussion,
    points: subject.result ? grouped(subject.result.points) : "",
  });
  const agreed = round.final === "agreed";
  const run = useMutation({
    mutationFn: () =>
      api.appraisal.subjects.conclude({
        id,
        version,
        discussion: value.discussion.trim(),
        points: agreed ? typedPoints(value.points) : null,
      }),
    onSuccess: (changed) => {
      clear({ discussion: changed.discussion, points: changed.result ? grouped(changed.result.points) : "" });
      onChanged(changed);
      showDone(t(say("concluded")));
    },
  });
  return (
    <Section title={t(say("conclusion"))}>
      <div className={styles["form"]}>
        <Textarea
          label={t(say("discussion"))}
          description={t(say("discussionHint"))}
          autosize
          minRows={3}
          maxLength={8000}
          value={value.discussion}
          onChange={(event) => {
            const discussion = event.currentTarget.value;
            setValue((before) => ({ ...before, discussion }));
          }}
        />
        {agreed && (
          <TextInput
            label={t(say("agreedPoints"))}
            inputMode="decimal"
            maxLength={7}
            value={value.points}
            onChange={(event) => {
              const points = event.currentTarget.value;
              setValue((before) => ({ ...before, points }));
            }}
          />
        )}
        <ErrorNote error={run.error} />
        <div className={styles["buttons"]}>
          <Button loading={run.isPending} onClick={() => run.mutate()}>
            {t(say("conclude"))}
          </Button>
        </div>
      </div>
    </Section>
  );
}
