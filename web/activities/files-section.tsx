import { Button } from "@mantine/core";
import { useState } from "react";
import type { ActivityDetail, ActivityFile } from "../../src/modules/activities/contract.ts";
import { api } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { ConfirmButton } from "../ui/confirm-button.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { Icon } from "../ui/icon.tsx";
import { Section } from "../ui/section.tsx";
import styles from "./activities.module.css";
import { FileInputs, FirstPhotos } from "./file-inputs.tsx";
import { say } from "./messages.ts";
import { SendProgress } from "./send-bar.tsx";
import { usePhotos } from "./use-photos.ts";
import { useSending } from "./use-sending.ts";

type Props = { activity: ActivityDetail; onChanged(activity: ActivityDetail): void };

/** Photographs and files of an activity: the evidence. Those who may record add and take away. */
export function FilesSection({ activity, onChanged }: Props) {
  const t = useText();
  const [adding, setAdding] = useState(false);
  const mayAdd = activity.can.includes("addFiles");
  const pictures = activity.attached.filter(({ thumb }) => thumb);
  const others = activity.attached.filter(({ thumb }) => !thumb);
  const remove = (file: ActivityFile, name: string) =>
    mayAdd && (
      <ConfirmButton
        size="compact-sm"
        question={t(say("removeFileQuestion", { name }))}
        consequence={t(say("removeFileText"))}
        confirm={t(say("removeFileConfirm"))}
        aria-label={`${t(say("removeFile"))}: ${name}`}
        onConfirm={async () => onChanged(await api.activities.removeFile({ id: activity.id, file: file.id }))}
      >
        {t(say("removeFile"))}
      </ConfirmButton>
    );
  return (
    <Section
      title={t(say("files"))}
      actions={
        mayAdd &&
        !adding && (
          <Button variant="default" size="xs" leftSection={<Icon name="camera" size={16} />} onClick={() => setAdding(true)}>
            {t(say("addFiles"))}
          </Button>
        )
      }
    >
      {activity.attached.length === 0 && !adding && <p className={styles["quiet"]}>{t(say("noFiles"))}</p>}
      {pictures.length > 0 && (
        <ul className={styles["gallery"]}>
          {pictures.map((file, index) => {
            const name = file.kind === "paper" ? t(say("paper")) : t(say("photoNumber", { number: index + 1 }));
            return (
              <li key={file.id}>
                <figure>
                  <a href={`/files/activities/${file.id}`} target="_blank" rel="noreferrer">
                    <img src={`/files/activities/${file.id}/thumb`} alt={name} loading="lazy" />
                  </a>
                  <figcaption>
                    <span>{name}</span>
                    {remove(file, name)}
                  </figcaption>
                </figure>
              </li>
            );
          })}
        </ul>
      )}
      <ul className={styles["files"]}>
        {others.map((file) => (
          <li key={file.id}>
            <a href={`/files/activities/${file.id}`}>{file.name}</a>
            {remove(file, file.name)}
          </li>
        ))}
      </ul>
      {adding && <AddFiles activity={activity} onDone={() => setAdding(false)} onChanged={onChanged} />}
    </Section>
  );
}

function AddFiles({ activity, onChanged, onDone }: Props & { onDone(): void }) {
  const t = useText();
  const photos = usePhotos(`activity:${activity.id}:files`);
  const sending = useSending();
  const send = async () => {
    const changed = await sending.send(`/activities/${activity.id}/files`, {}, photos.photos);
    if (!changed) return;
    photos.clear();
    onChanged(changed);
    onDone();
  };
  return (
    <div className={styles["minute"]}>
      <FirstPhotos photos={photos} />
      <FileInputs photos={photos} source={activity.source} />
      <ErrorNote error={sending.error} />
      <SendProgress share={sending.share} onStop={sending.stop} />
      <div className={styles["buttons"]}>
        <Button disabled={photos.photos.length === 0} loading={sending.busy} onClick={() => void send()}>
          {t(say("sendFiles"))}
        </Button>
        <Button variant="default" disabled={sending.busy} onClick={onDone}>
          {t(say("cancel"))}
        </Button>
      </div>
    </div>
  );
}
