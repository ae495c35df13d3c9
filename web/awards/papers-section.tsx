import { Button, SegmentedControl } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Paper, PaperKind } from "../../src/modules/awards/contract.ts";
import styles from "../exemplars/exemplars.module.css";
import { api } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { FileDrop } from "../ui/file-drop.tsx";
import { Section } from "../ui/section.tsx";
import own from "./awards.module.css";
import { say } from "./messages.ts";

type Props = {
  campaignId: string;
  candidateId?: string;
  kind?: PaperKind;
  papers: readonly Paper[];
  mayAttach: boolean;
  onChanged(): void;
};

const ofCandidate = ["report", "submission"] as const;

/** Signed papers, to be opened by who may see the dossier. */
export function PapersSection({ campaignId, candidateId, kind: only, papers, mayAttach, onChanged }: Props) {
  const t = useText();
  const [chosen, setChosen] = useState<(typeof ofCandidate)[number]>("report");
  const kind = only ?? chosen;
  const attach = useMutation({
    mutationFn: (file: File) => api.awards.papers.attach({ campaignId, ...(candidateId ? { candidateId } : {}), kind, file }),
    onSuccess: onChanged,
  });
  const takeOff = useMutation({ mutationFn: (id: string) => api.awards.papers.takeOff({ id }), onSuccess: onChanged });
  return (
    <Section title={t(say(only === "minutes" ? "papersMinutes" : "papers"))}>
      {papers.length === 0 && <p className={styles["quiet"]}>{t(say("noPapers"))}</p>}
      <ul className={own["files"]}>
        {papers.map((paper) => (
          <li key={paper.id}>
            <a href={`/files/awards/papers/${paper.id}`} download>
              {t(say(`paper.${paper.kind}`))}: {paper.fileName}
            </a>
            {mayAttach && (
              <Button
                size="xs"
                variant="default"
                aria-label={t(say("takeOffNamed", { name: paper.fileName }))}
                onClick={() => takeOff.mutate(paper.id)}
              >
                {t(say("takeOff"))}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ErrorNote error={attach.error ?? takeOff.error} />
      {mayAttach && (
        <>
          <p className={styles["fieldHint"]}>{t(say(only === "minutes" ? "papersMinutesHint" : "papersHint"))}</p>
          {!only && (
            <SegmentedControl
              aria-label={t(say("paperKind"))}
              data={ofCandidate.map((value) => ({ value, label: t(say(`paper.${value}`)) }))}
              value={chosen}
              onChange={(value) => setChosen(ofCandidate.find((each) => each === value) ?? "report")}
            />
          )}
          <FileDrop
            kinds={[".pdf", ".jpg", ".jpeg", ".png"]}
            disabled={attach.isPending}
            onFiles={([file]) => file && attach.mutate(file)}
          />
        </>
      )}
    </Section>
  );
}
