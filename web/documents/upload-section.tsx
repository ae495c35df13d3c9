import { Button, Checkbox, Group, Progress } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { orpc } from "../shell/api.ts";
import { asApiError } from "../shell/api-error.ts";
import { useText } from "../shell/language.tsx";
import { reportSessionEnded } from "../shell/session-ended.ts";
import { ErrorNote } from "../ui/error-note.tsx";
import { FileDrop } from "../ui/file-drop.tsx";
import { showDone } from "../ui/notices.ts";
import styles from "./documents.module.css";
import { say } from "./messages.ts";
import { uploadDocument } from "./upload.ts";

/** Drop a document; when it is registered its page opens, unless the page round it goes on by itself. */
export function UploadSection({ onUploaded }: { onUploaded?(id: string): void }) {
  const t = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [internal, setInternal] = useState(false);
  const [running, setRunning] = useState<{ name: string; share: number } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const stop = useRef<AbortController>(null);

  const upload = async (file: File) => {
    setError(null);
    setRunning({ name: file.name, share: 0 });
    stop.current = new AbortController();
    try {
      const result = await uploadDocument({
        file,
        internal,
        signal: stop.current.signal,
        onProgress: (share) => setRunning({ name: file.name, share }),
      });
      if (!result) return;
      await client.invalidateQueries({ queryKey: orpc.documents.key() });
      if (result.already) showDone(t(say("already")));
      if (onUploaded) onUploaded(result.document.id);
      else await navigate({ to: "/documents/$documentId", params: { documentId: result.document.id } });
    } catch (thrown) {
      if (asApiError(thrown).code === "unauthenticated") reportSessionEnded();
      setError(thrown);
    } finally {
      setRunning(null);
    }
  };

  return (
    <section className={styles["upload"]} aria-label={t(say("upload"))}>
      {running ? (
        <div className={styles["uploading"]} role="status">
          <span>{t(running.share < 1 ? say("uploading", { name: running.name }) : say("uploadReading", { name: running.name }))}</span>
          <Progress value={running.share * 100} animated={running.share >= 1} aria-label={t(say("uploading", { name: running.name }))} />
          <Group justify="space-between">
            <span>{t(say("uploadedPercent", { percent: Math.round(running.share * 100) }))}</span>
            <Button size="xs" variant="default" onClick={() => stop.current?.abort()}>
              {t(say("stopUpload"))}
            </Button>
          </Group>
        </div>
      ) : (
        <FileDrop
          kinds={[".docx", ".doc", ".odt", ".rtf", ".html", ".htm", ".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".txt", ".md"]}
          hint={t(say("uploadHint"))}
          onFiles={([file]) => file && void upload(file)}
        />
      )}
      <Checkbox
        label={t(say("internalMark"))}
        checked={internal}
        disabled={running !== null}
        onChange={(event) => setInternal(event.currentTarget.checked)}
      />
      <ErrorNote error={error} />
    </section>
  );
}
