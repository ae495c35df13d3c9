import { Button } from "@mantine/core";
import { useState } from "react";
import type { PictureShows } from "../../../src/modules/exemplars/contract.ts";
import { PhotoInput } from "../../activities/photo-input.tsx";
import { usePhotos } from "../../activities/use-photos.ts";
import { api } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { showDone } from "../../ui/notices.ts";
import { say } from "./messages.ts";
import styles from "./pictures.module.css";
import { ShowsChoice } from "./shows-choice.tsx";
import { useChanged } from "./use-pictures.ts";

const papers = ".pdf,.docx,.doc,.xlsx,.xls,.pptx,.ppt,.odt,.rtf,.txt";

/**
 * Photographs from a phone, several at once. Each goes by itself, so that a line that breaks or one bad file costs one picture
 * and not all; what is not sent yet stays in this browser.
 */
export function AddForm({ exemplarId, eventId, onDone }: { exemplarId: string; eventId?: string; onDone(): void }) {
  const t = useText();
  const changed = useChanged(exemplarId);
  const kept = usePhotos(`exemplar:${exemplarId}:${eventId ?? "pictures"}`);
  const [shows, setShows] = useState<PictureShows | null>(null);
  const [at, setAt] = useState<{ at: number; count: number } | null>(null);
  const [failed, setFailed] = useState<{ name: string; error: unknown } | null>(null);
  const count = kept.photos.length;

  const send = async () => {
    setFailed(null);
    const files = kept.photos;
    try {
      for (const [index, { id, kind, file }] of files.entries()) {
        setAt({ at: index + 1, count: files.length });
        const given = kind === "photo" ? { photos: [file], ...(shows ? { shows } : {}) } : { papers: [file] };
        try {
          changed(await api.exemplars.pictures.add({ id: exemplarId, ...(eventId ? { eventId } : {}), ...given }));
        } catch (error) {
          setFailed({ name: file.name, error });
          return;
        }
        kept.remove(id);
      }
      showDone(t(say("sentAll", { count: files.length })));
      onDone();
    } finally {
      setAt(null);
    }
  };

  return (
    <section className={styles["add"]} aria-label={t(say("addTitle"))}>
      <PhotoInput photos={kept} kind="photo" limit={20} accept="image/*" label={t(say("photoLabel"))} hint={t(say("photoHint"))} />
      <ShowsChoice label={t(say("showsLabel"))} value={shows} note={t(say("showsHint"))} later onChange={setShows} />
      <PhotoInput photos={kept} kind="file" limit={10} accept={papers} label={t(say("paperLabel"))} hint={t(say("paperHint"))} />
      {failed && (
        <div>
          <p className={styles["failed"]}>{t(say("notSent", { name: failed.name }))}</p>
          <ErrorNote error={failed.error} />
        </div>
      )}
      <p role="status" className={styles["quiet"]}>
        {at && t(say("sending", at))}
      </p>
      <div className={styles["buttons"]}>
        <Button disabled={count === 0} loading={at !== null} onClick={() => void send()}>
          {t(say("send", { count }))}
        </Button>
        <Button variant="default" disabled={at !== null} onClick={onDone}>
          {t(say("cancel"))}
        </Button>
      </div>
    </section>
  );
}
