import { Button, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import type { Contents } from "../../../src/modules/exemplars/contract.ts";
import type { LikenessAnswer, LikenessQuestion } from "../../../src/modules/exemplars/likeness/contract.ts";
import { asApiError } from "../../shell/api-error.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ActButton } from "../../ui/act-button.tsx";
import { showDate } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { showDone } from "../../ui/notices.ts";
import { Section } from "../../ui/section.tsx";
import { AlikeItem } from "./alike.tsx";
import styles from "./likeness.module.css";
import { say } from "./messages.ts";

/** What is like it, with what the lead says to it: answered by the lead, read by the reviewer. Nothing when nothing is. */
export function LikenessQuestions({ exemplarId }: { exemplarId: string }) {
  const t = useText();
  const query = useQuery(orpc.exemplars.likeness.of.queryOptions({ input: { id: exemplarId } }));
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data || query.data.items.length === 0) return null;
  const { items, contents, mayAnswer } = query.data;
  return (
    <Section title={t(say("title"))} note={t(say(mayAnswer ? "answerThis" : "reviewThis"))}>
      <ul className={styles["list"]}>
        {items.map((question) => (
          <li key={question.id} className={styles["item"]}>
            <Question exemplarId={exemplarId} question={question} contents={contents} mayAnswer={mayAnswer} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

type QuestionProps = { exemplarId: string; question: LikenessQuestion; contents: Contents; mayAnswer: boolean };

function Question({ exemplarId, question, contents, mayAnswer }: QuestionProps) {
  const t = useText();
  const [answer, setAnswer] = useState<LikenessAnswer | null>(null);
  const { answer: given, said, answeredBy, other } = question;
  return (
    <>
      <AlikeItem alike={question} contents={contents} />
      {given && (
        <div className={styles["answer"]}>
          <p>
            <strong>{t(say(given))}</strong>
            {said && `: ${said}`}
          </p>
          {answeredBy && (
            <p className={styles["quiet"]}>
              {t(say("by", { name: answeredBy.name, unit: answeredBy.unit?.name ?? "", date: showDate(answeredBy.on) }))}
            </p>
          )}
        </div>
      )}
      {!given && !mayAnswer && <p className={styles["quiet"]}>{t(say("noAnswer"))}</p>}
      {mayAnswer && answer === null && (
        <div className={styles["buttons"]} role="group" aria-label={other.name}>
          {(["different", "learnt", "same"] as const).map((each) => (
            <Button key={each} variant="default" size="sm" onClick={() => setAnswer(each)}>
              {t(say(each))}
            </Button>
          ))}
        </div>
      )}
      {mayAnswer && answer !== null && (
        <AnswerForm exemplarId={exemplarId} questionId={question.id} answer={answer} before={said ?? ""} onClose={() => setAnswer(null)} />
      )}
    </>
  );
}

const labels = { different: "saidDifferent", same: "saidSame", learnt: "saidLearnt" } as const;

type AnswerProps = { exemplarId: string; questionId: string; answer: LikenessAnswer; before: string; onClose(): void };

function AnswerForm({ exemplarId, questionId, answer, before, onClose }: AnswerProps) {
  const t = useText();
  const client = useQueryClient();
  const [said, setSaid] = useState(before);
  const save = useMutation({
    mutationFn: () => api.exemplars.likeness.answer({ id: exemplarId, questionId, answer, said: said.trim() }),
    onSuccess: (questions) => {
      client.setQueryData(orpc.exemplars.likeness.of.queryKey({ input: { id: exemplarId } }), questions);
      void client.invalidateQueries({ queryKey: orpc.exemplars.get.key() });
      void client.invalidateQueries({ queryKey: orpc.exemplars.learning.key() });
      showDone(t(say("answered")));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className={styles["answerForm"]} onSubmit={submit}>
      <p className={styles["quiet"]}>{t(say(`${answer}_`))}</p>
      <Textarea
        label={t(say(labels[answer]))}
        autosize
        minRows={2}
        maxLength={2000}
        data-autofocus
        value={said}
        error={save.error ? asApiError(save.error).fields["said"] : undefined}
        onChange={(event) => setSaid(event.currentTarget.value)}
      />
      {save.error && !asApiError(save.error).fields["said"] && <ErrorNote error={save.error} />}
      <div className={styles["buttons"]}>
        <ActButton type="submit" loading={save.isPending} missing={[answer !== "same" && said.trim() === "" && t(say(labels[answer]))]}>
          {t(say("save"))}
        </ActButton>
        <Button variant="default" disabled={save.isPending} onClick={onClose}>
          {t({ vi: "Thôi", en: "Cancel" })}
        </Button>
      </div>
    </form>
  );
}
