import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { ContestPaper } from "../../../src/modules/awards/contests/contract.ts";
import styles from "../../exemplars/exemplars.module.css";
import { api } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { FileDrop } from "../../ui/file-drop.tsx";
import { Section } from "../../ui/section.tsx";
import own from "../awards.module.css";
import { say } from "./messages.ts";

type Props = {
  contestId: string;
  /** Absent: the jury's minutes of the running round. */
  entryId?: string;
  papers: readonly ContestPaper[];
  mayChange: boolean;
  onChanged(): void;
};

/** Files of an entry, or the jury's minutes. */
export function FilesSection({ contestId, entryId, papers, mayChange, onChanged }: Props) {
  const t = useText();
  const attach = useMutation({
    mutationFn: (file: File) => api.awards.contests.attach({ contestId, ...(entryId ? { entryId } : {}), file }),
    onSuccess: onChanged,
  });
  const takeOff = useMutation({ mutationFn: (id: string) => api.awards.contests.takeOff({ id }), onSuccess: onChanged });
  return (
    <Section title={t(say(entryId ? "files" : "minutes"))}>
      {papers.length === 0 && <p className={styles["quiet"]}>{t(say(entryId ? "noFiles" : "noMinutes"))}</p>}
      <ul className={own["files"]}>
        {papers.map(({ id, fileName }) => (
          <li key={id}>
            <a href={`/files/awards/contests/papers/${id}`} download>
              {fileName}
            </a>
            {mayChange && (
              <Button
                size="xs"
                variant="default"
                aria-label={t(say("takeOffNamed", { name: fileName }))}
                onClick={() => takeOff.mutate(id)}
              >
                {t(say("takeOff"))}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ErrorNote error={attach.error ?? takeOff.error} />
      {mayChange && (
        <FileDrop kinds={[".pdf", ".jpg", ".jpeg", ".png"]} disabled={attach.isPending} onFiles={([file]) => file && attach.mutate(file)} />
      )}
    </Section>
  );
}
