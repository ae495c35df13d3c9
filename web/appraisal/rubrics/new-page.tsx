import { Select } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
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
  const [chosen, setChosen] = useState<string | null>(null);
  const samples = useQuery(orpc.appraisal.rubrics.samples.queryOptions());
  if (samples.isPending) return <Busy rows={4} />;
  if (samples.error) return <ErrorNote error={samples.error} onRetry={() => void samples.refetch()} />;
  const sample = samples.data.find(({ key }) => key === chosen);
  return (
    <>
      <PageHeader
        title={t(say("newRubric"))}
        note={t(say("newRubricNote"))}
        back={{ to: "/appraisal/rubrics", text: t(say("toRubrics")) }}
      />
      <div className={styles["form"]}>
        <Select
          label={t(say("startFrom"))}
          size="md"
          allowDeselect={false}
          value={chosen}
          data={[{ value: "empty", label: t(say("startEmpty")) }, ...samples.data.map(({ key, title }) => ({ value: key, label: title }))]}
          onChange={setChosen}
        />
        {sample && <p className={styles["quiet"]}>{t(sample.about)}</p>}
      </div>
      {chosen !== null && (
        <RubricForm
          key={chosen}
          thing={`appraisal-rubric:new:${chosen}`}
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
