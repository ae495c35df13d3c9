import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { amountText } from "../../../src/kernel/numbers.ts";
import type { Learning } from "../../../src/modules/exemplars/learning/contract.ts";
import { contentNames } from "../../../src/modules/exemplars/messages.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { Busy } from "../../ui/busy.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Section } from "../../ui/section.tsx";
import type { TabProps } from "../tab-props.ts";
import { CopyForm } from "./copy-form.tsx";
import { Copies } from "./copies.tsx";
import styles from "./learning.module.css";
import { LessonForm } from "./lesson-form.tsx";
import { say } from "./messages.ts";
import { Results } from "./results.tsx";
import { Studies } from "./studies.tsx";

/** What others can learn from it, and what became of it elsewhere. */
export function LearningTab({ exemplar }: TabProps) {
  const t = useText();
  const client = useQueryClient();
  const { id } = exemplar;
  const options = orpc.exemplars.learning.get.queryOptions({ input: { id } });
  const query = useQuery(options);
  const [doing, setDoing] = useState<"write" | "copy" | null>(null);
  if (query.isPending) return <Busy rows={6} />;
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  const learning = query.data;
  const changed = (next: Learning) => {
    client.setQueryData(options.queryKey, next);
    void client.invalidateQueries({ queryKey: ["history", "exemplar", id] });
    setDoing(null);
  };
  if (doing === "write") return <LessonForm id={id} lesson={learning.lesson} onDone={changed} onCancel={() => setDoing(null)} />;
  if (doing === "copy") return <CopyForm exemplar={exemplar} onCancel={() => setDoing(null)} />;
  return (
    <>
      {learning.can.includes("copy") && (
        <div className={styles["lead"]}>
          <Button onClick={() => setDoing("copy")}>{t(say("copy"))}</Button>
        </div>
      )}
      <Origins learning={learning} adapted={exemplar.adapted} />
      <Section
        title={t(say("lesson"))}
        actions={
          learning.can.includes("write") && (
            <Button variant="default" onClick={() => setDoing("write")}>
              {t(say(learning.lesson.version === 0 ? "writeLesson" : "editLesson"))}
            </Button>
          )
        }
      >
        <LessonText lesson={learning.lesson} />
      </Section>
      <Copies learning={learning} />
      <Results results={learning.results} />
      <Studies id={id} learning={learning} onChanged={changed} />
    </>
  );
}

/** Where a copy comes from, what was adapted, and which words are still the original's. */
function Origins({ learning: { origins, taken }, adapted }: { learning: Learning; adapted: string | null }) {
  const t = useText();
  if (origins.length === 0 && taken.length === 0) return null;
  return (
    <Section title={t(say("origins"))}>
      {taken.length > 0 && (
        <div className={styles["note"]}>
          <p>
            {t(say("taken"))} <strong>{taken.map((key) => t(contentNames[key].name)).join("; ")}</strong>
          </p>
          <p>{t(say("takenText"))}</p>
        </div>
      )}
      <ol className={styles["chain"]}>
        {origins.map(({ id, name, lead }) => (
          <li key={id}>
            <Link to="/exemplars/$exemplarId" params={{ exemplarId: id }} search={{ tab: "learning" }}>
              {name}
            </Link>{" "}
            <span className={styles["quiet"]}>{lead.name}</span>
          </li>
        ))}
      </ol>
      {adapted && (
        <p>
          <strong>{t(say("adapted"))}</strong> {adapted}
        </p>
      )}
    </Section>
  );
}

function LessonText({ lesson }: { lesson: Learning["lesson"] }) {
  const t = useText();
  if (lesson.version === 0) return <p className={styles["quiet"]}>{t(say("lessonEmpty"))}</p>;
  const cost = [lesson.cost && `${amountText(lesson.cost)} đồng`, lesson.costNote].filter(Boolean).join(". ");
  const contact = [lesson.contactUnit?.name, lesson.contact].filter(Boolean).join("\n");
  const parts = [
    ["story", lesson.story],
    ["steps", lesson.steps],
    ["cost", cost],
    ["helped", lesson.helped],
    ["hindered", lesson.hindered],
    ["contact", contact],
  ] as const;
  return (
    <div className={styles["text"]}>
      {parts.map(
        ([key, text]) =>
          text && (
            <div key={key}>
              <h3>{t(say(key))}</h3>
              <p>{text}</p>
            </div>
          ),
      )}
    </div>
  );
}
