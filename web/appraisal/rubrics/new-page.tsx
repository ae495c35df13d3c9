import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { grouped } from "../../../src/kernel/decimals.ts";
import type { Sample } from "../../../src/modules/appraisal/contract.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { Busy } from "../../ui/busy.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { showDone } from "../../ui/notices.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import styles from "../appraisal.module.css";
import { say } from "../messages.ts";
import { RubricForm } from "./rubric-form.tsx";
import { emptyRubric, fromSample } from "./written.ts";

/** A new rubric, from a sample or from nothing. */
export function NewRubricPage() {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { from = null } = useSearch({ from: "/staff/appraisal/rubrics/new" });
  const samples = useQuery(orpc.appraisal.rubrics.samples.queryOptions());
  if (samples.isPending) return <Busy rows={4} />;
  if (samples.error) return <ErrorNote error={samples.error} onRetry={() => void samples.refetch()} />;
  const sample = samples.data.find(({ key }) => key === from);
  return (
    <>
      <PageHeader
        title={t(say("newRubric"))}
        note={t(say("newRubricNote"))}
        back={{ to: "/appraisal/rubrics", text: t(say("toRubrics")) }}
      />
      {from === null ? (
        <Starts samples={samples.data} />
      ) : (
        <div className={styles["line"]}>
          <p className={styles["quiet"]}>
            {t(say("startedFrom", { title: sample?.title ?? t(say("startEmpty")) }))} {sample && t(sample.about)}
          </p>
          <Link to="/appraisal/rubrics/new" search={{}} className={styles["sideLink"]}>
            {t(say("startOther"))}
          </Link>
        </div>
      )}
      {from !== null && (
        <RubricForm
          key={from}
          thing={`appraisal-rubric:new:${from}`}
          initial={sample ? fromSample(sample) : emptyRubric()}
          send={(input) => api.appraisal.rubrics.create(input)}
          onDone={({ id }) => {
            void client.invalidateQueries({ queryKey: orpc.appraisal.rubrics.key() });
            showDone(t(say("saved")));
            void navigate({ to: "/appraisal/rubrics/$rubricId", params: { rubricId: id } });
          }}
        />
      )}
    </>
  );
}

/** All that there is to begin from lies open: a sample is quicker than a blank page, and nobody looks for it behind a list. */
function Starts({ samples }: { samples: readonly Sample[] }) {
  const t = useText();
  const size = ({ content }: Sample): string => {
    const all = content.sections.flatMap(({ lines }) => lines);
    const points = all.reduce((sum, { max }) => sum + Number(max ?? 0), 0);
    return t(
      points === 0 ? say("yesNoLines", { count: all.length }) : say("pointsLines", { points: grouped(String(points)), count: all.length }),
    );
  };
  return (
    <ul className={styles["rows"]} data-wraps>
      {samples.map((sample) => (
        <li key={sample.key}>
          <span>
            <strong>{sample.title}</strong> ({size(sample)})<br />
            <span className={styles["quiet"]}>{t(sample.about)}</span>
          </span>
          <Link
            to="/appraisal/rubrics/new"
            search={{ from: sample.key }}
            className={styles["sideLink"]}
            aria-label={`${t(say("useSample"))}: ${sample.title}`}
          >
            {t(say("useSample"))}
          </Link>
        </li>
      ))}
      <li>
        <span>
          <strong>{t(say("startEmpty"))}</strong>
          <br />
          <span className={styles["quiet"]}>{t(say("startEmptyText"))}</span>
        </span>
        <Link to="/appraisal/rubrics/new" search={{ from: "empty" }} className={styles["sideLink"]}>
          {t(say("startEmptyAct"))}
        </Link>
      </li>
    </ul>
  );
}
