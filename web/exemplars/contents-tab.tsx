import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { grouped } from "../../src/kernel/decimals.ts";
import { amountText } from "../../src/kernel/numbers.ts";
import type { ExemplarDetail } from "../../src/modules/exemplars/contract.ts";
import { contentNames } from "../../src/modules/exemplars/messages.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { showDate } from "../ui/dates.ts";
import { HistoryPanel } from "../ui/history-panel.tsx";
import { KeyValue } from "../ui/key-value.tsx";
import { Section } from "../ui/section.tsx";
import { ExemplarActs } from "./exemplar-acts.tsx";
import styles from "./exemplars.module.css";
import { LikenessQuestions } from "./likeness/questions.tsx";
import { say } from "./messages.ts";
import type { TabProps } from "./tab-props.ts";
import { contentOrder, shareOf, span } from "./words.ts";
import { figureKeys } from "./written.ts";

/** What is to be done with it now, then what it says, in the form's order. */
export default function ContentsTab({ exemplar }: TabProps) {
  const client = useQueryClient();
  const { id } = exemplar;
  const onChanged = (changed: ExemplarDetail) => {
    client.setQueryData(orpc.exemplars.get.queryKey({ input: { id } }), changed);
    void client.invalidateQueries({ queryKey: orpc.exemplars.list.key() });
    void client.invalidateQueries({ queryKey: orpc.exemplars.rounds.key() });
    void client.invalidateQueries({ queryKey: ["history", "exemplar", id] });
  };
  // Whoever is to answer meets the questions first; whoever reviews or reads meets what it is about.
  const asked = exemplar.state !== "accepted" && !exemplar.can.includes("accept");
  return (
    <ExemplarActs key={id} exemplar={exemplar} onChanged={onChanged}>
      {asked && <LikenessQuestions exemplarId={id} />}
      <ExemplarContents exemplar={exemplar} />
      <Goals exemplar={exemplar} />
      {!asked && <LikenessQuestions exemplarId={id} />}
      <Facts exemplar={exemplar} />
      <HistoryPanel kind="exemplar" id={id} />
    </ExemplarActs>
  );
}

/** The form's contents in its order; what is not written yet is named in one line, not as a row of empty headings. */
function ExemplarContents({ exemplar: { contents } }: { exemplar: ExemplarDetail }) {
  const t = useText();
  const written = contentOrder.filter((key) => contents[key]);
  const open = contentOrder.filter((key) => !contents[key]);
  return (
    <Section title={t(say("contents"))}>
      {written.length === 0 && <p className={styles["quiet"]}>{t(say("noContents"))}</p>}
      {written.map((key) => (
        <div key={key} className={styles["content"]}>
          <h3>{t(contentNames[key].name)}</h3>
          <p>{contents[key]}</p>
        </div>
      ))}
      {written.length > 0 && open.length > 0 && (
        <p className={styles["quiet"]}>
          {t(say("notWritten"))} {open.map((key) => t(contentNames[key].name)).join("; ")}.
        </p>
      )}
    </Section>
  );
}

function Goals({ exemplar: { goals } }: { exemplar: ExemplarDetail }) {
  const t = useText();
  if (goals.length === 0) return null;
  return (
    <Section title={t(say("goals"))}>
      <ul className={styles["goalList"]}>
        {goals.map((goal) => {
          const share = shareOf(goal);
          return (
            <li key={goal.id}>
              <strong>{goal.name}</strong>
              <span>
                {t(say("goalBaseline"))}: {goal.baseline === null ? "–" : `${grouped(goal.baseline)} ${goal.unit}`}
              </span>
              <span>
                {t(say("goalGoal"))}: {grouped(goal.goal)} {goal.unit}
              </span>
              <span>
                {t(say("goalReached"))}:{" "}
                {goal.reached
                  ? t(say("goalOn", { value: amountText(goal.reached), date: showDate(goal.reached.onDate) }))
                  : t(say("goalNotYet"))}
              </span>
              {share !== null && (
                <span className={styles["share"]}>
                  <progress max={100} value={Math.min(100, Math.max(0, share))} aria-label={goal.name} />
                  {t(say("goalShare", { percent: share }))}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Facts({ exemplar }: { exemplar: ExemplarDetail }) {
  const t = useText();
  const { round, typedBy, typedFor, partners, copiedFrom } = exemplar;
  const who = { name: typedBy.name, unit: typedBy.unit.name };
  return (
    <Section title={t(say("facts"))}>
      <KeyValue
        items={[
          [t(say("lead")), exemplar.lead.name],
          [t(say("partners")), partners.map(({ unit, part }) => `${unit.name} (${t(say(part)).toLowerCase()})`).join("; ")],
          [t(say("area")), exemplar.area?.name],
          [t(say("place")), exemplar.place],
          [t(say("days")), span(exemplar.startedOn, exemplar.endsOn)],
          ...figureKeys.map((key): [string, string | null] => [t(say(key)), exemplar[key] ? amountText(exemplar[key]) : null]),
          [t(say("themes")), exemplar.themes.join("; ")],
          [
            t(say("rounds")),
            round && (
              <Link key="round" to="/exemplars/rounds/$roundId" params={{ roundId: round.id }}>
                {round.title}
              </Link>
            ),
          ],
          [t(say("stream")), t(say(`stream.${exemplar.stream}`))],
          [t(say("registeredOn")), exemplar.registeredOn && showDate(exemplar.registeredOn)],
          [t(say("acceptedOn")), exemplar.acceptedOn && showDate(exemplar.acceptedOn)],
          [t(say("firstYear")), exemplar.firstYear],
          [t(say("typedBy")), typedFor ? t(say("typedFor", who)) : typedBy.name],
          [
            t(say("copiedFrom")),
            copiedFrom && (
              <Link key="original" to="/exemplars/$exemplarId" params={{ exemplarId: copiedFrom.id }}>
                {copiedFrom.name} ({copiedFrom.lead.name})
              </Link>
            ),
          ],
          [t(say("adapted")), exemplar.adapted],
        ]}
      />
    </Section>
  );
}
