import { Button, Progress, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Document } from "../../../src/modules/documents/contract.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import documents from "../documents.module.css";
import { say } from "./messages.ts";
import styles from "./pages.module.css";

/** While the pages of a scan are recognised: how far it is, and a way to stop. */
export function RecognitionProgress({ document: { id, version, recognition, can } }: { document: Document }) {
  const t = useText();
  const client = useQueryClient();
  const stop = useMutation(
    orpc.documents.stopRecognition.mutationOptions({ onSuccess: () => client.invalidateQueries({ queryKey: orpc.documents.key() }) }),
  );
  if (!recognition) return null;
  const { pages, read, unread } = recognition;
  const text = t(say("recognising", { read: read + unread, pages }));
  return (
    <div className={styles["progress"]}>
      <Text fw={600}>{text}</Text>
      <Progress value={((read + unread) / pages) * 100} animated aria-label={text} />
      <div className={documents["nextRow"]}>
        <Text size="sm">{t(say("recognisingText"))}</Text>
        {can.stop && (
          <Button size="xs" variant="default" loading={stop.isPending} onClick={() => stop.mutate({ id, version })}>
            {t(say("stop"))}
          </Button>
        )}
      </div>
      <ErrorNote error={stop.error} />
    </div>
  );
}

/** Of a scan that is read: its recognised text is to be compared with its images. */
export function PagesLink({ document: { id, recognition } }: { document: Document }) {
  const t = useText();
  if (!recognition || recognition.read + recognition.unread === 0) return null;
  const { pages, unread } = recognition;
  return (
    <div className={documents["nextRow"]}>
      <Text size="sm">
        {t(say("openPagesText", { pages }))}
        {unread > 0 && <strong> {t(say("unread", { unread }))}</strong>}
      </Text>
      <Link to="/documents/$documentId/pages" params={{ documentId: id }} search={{ page: 1 }} className={documents["sideLink"]}>
        {t(say("openPages"))}
      </Link>
    </div>
  );
}
