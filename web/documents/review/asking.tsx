import { useQueryClient } from "@tanstack/react-query";
import type { Item, Unresolved } from "../../../src/modules/documents/contract.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { showDone, showError } from "../../ui/notices.ts";
import { decideEntries } from "./answers.ts";
import { ask } from "./ask-messages.ts";
import type { Answer } from "./question-options.ts";
import { Options, Panel, QuestionPanel } from "./question-panel.tsx";
import { wordsOf } from "./question-words.ts";
import { dividing, keeping, without, type Question } from "./questions/index.ts";
import type { Asking as Questions, useKept } from "./use-questions.ts";
import type { Review } from "./use-review.ts";

type Props = {
  review: Review;
  asking: Questions;
  kept: ReturnType<typeof useKept>;
  items: readonly Item[];
  unresolved: Unresolved | undefined;
  /** Undecided, surely read and without a question. */
  certain: readonly Item[];
  active: boolean;
  onEdit(item: Item): void;
  onShowOpen(): void;
};

/** What is asked, one after the other; then everything that is certain in one step. */
export function Asking({ review, asking, kept, items, unresolved, certain, active, onEdit, onShowOpen }: Props) {
  const t = useText();
  const client = useQueryClient();
  const { acts } = review;

  const setIssuer = async (issuerUnitId: number | null) => {
    try {
      // The entry's version moves with every act of a review; the issuer is set on what it is now.
      const { version } = await api.documents.get({ id: review.id });
      const changed = await api.documents.setEntry({ id: review.id, version, issuerUnitId });
      client.setQueryData(orpc.documents.get.queryKey({ input: { id: review.id } }), changed);
      await Promise.all([
        client.invalidateQueries({ queryKey: orpc.documents.unresolved.key() }),
        client.invalidateQueries({ queryKey: orpc.documents.offers.key() }),
      ]);
    } catch (error) {
      showError(t, error);
    }
  };
  const setSilent = async (correction: string, silent: boolean) => {
    try {
      await api.documents.setCorrectionSilent({ correction, silent });
      await client.invalidateQueries({ queryKey: orpc.documents.offers.key() });
    } catch (error) {
      showError(t, error);
    }
  };
  const give = (question: Question, answer: Answer) => {
    const words = wordsOf(question, unresolved, t).title;
    const given = (undo: () => Promise<unknown> | void) => asking.given({ words, undo });
    switch (answer.act) {
      case "settle":
        // What was taken out of an offer stays as it is; the offer is not made again for it.
        if (question.kind === "offer" && asking.out.size > 0) kept.keep([question.key]);
        void settled(words, answer.entries, { correction: answer.correction, release: [question.key] });
        return;
      case "keep": {
        const keys = answer.keys ?? keeping(question);
        kept.keep(keys);
        given(() => kept.release(keys));
        return;
      }
      case "divide":
        asking.divide(dividing(question));
        return;
      case "edit":
        if (question.items[0]) onEdit(question.items[0]);
        return;
      case "issuer":
        void setIssuer(answer.unit);
        given(() => setIssuer(null));
        return;
      case "silence":
        kept.keep([question.key]);
        void setSilent(answer.correction, true);
        given(() => {
          kept.release([question.key]);
          return setSilent(answer.correction, false);
        });
        return;
      case "write":
    }
  };
  /** Said to be given before the server has answered, so that it can be taken back at once as well. */
  const settled = async (
    words: string,
    entries: Parameters<typeof acts.settle>[0],
    { correction, release = [] }: { correction?: string | undefined; release?: string[] } = {},
  ) => {
    const sent = acts.settle(entries, correction);
    asking.given({
      words,
      undo: async () => {
        kept.release(release);
        const before = await sent;
        // Shown as it was at once; the next question need not wait for the server.
        if (before) void acts.putBack(before);
      },
    });
    return sent;
  };
  const undo = () =>
    void asking.undo().then((done) => {
      if (done) showDone(t(ask("undone")));
    });
  const common = { left: asking.left, last: asking.last?.words ?? null, onUndo: undo };

  const { now } = asking;
  if (now) {
    return (
      <QuestionPanel
        {...common}
        question={without(now, asking.out)}
        whole={now.items.length}
        items={items}
        unresolved={unresolved}
        active={active}
        onAnswer={give}
        onLater={() => asking.putOff(now.key)}
      />
    );
  }
  const count = certain.length;
  const open = items.filter(({ state }) => state === "proposed").length;
  if (count > 0) {
    const choose = [
      () => {
        void settled(t(ask("restTitle")), decideEntries({ items: [...certain] }, "accepted"));
        showDone(t(ask("restTaken", { count })));
      },
      onShowOpen,
    ];
    return (
      <Panel {...common} focusKey="rest" title={t(ask("rest", { count }))} note={t(ask("restNote"))} active={active}>
        <Options
          active={active}
          options={[{ text: t(ask("restTake", { count })) }, { text: t(ask("restLook")) }]}
          onChoose={(index) => choose[index]?.()}
        />
      </Panel>
    );
  }
  if (open > 0) {
    return (
      <Panel {...common} focusKey="other" title={t(ask("otherLeft", { count: open }))} note={null} active={active}>
        <Options active={active} options={[{ text: t(ask("otherShow")) }]} onChoose={onShowOpen} />
      </Panel>
    );
  }
  return (
    <Panel {...common} focusKey="done" title={t(ask("doneTitle"))} note={t(ask("doneNote"))} active={active}>
      {null}
    </Panel>
  );
}
