import { Button, FileButton } from "@mantine/core";
import { useCallback, useRef, useState } from "react";
import { useText } from "../shell/language.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { Icon } from "../ui/icon.tsx";
import styles from "./activities.module.css";
import type { KeptPhoto } from "./kept-photos.ts";
import { say } from "./messages.ts";
import type { Photos } from "./use-photos.ts";

type Props = {
  photos: Photos;
  kind: KeptPhoto["kind"];
  /** How many of this kind there may be. */
  limit: number;
  /** Endings or types the chooser offers, such as "image/*". */
  accept: string;
  label: string;
  hint?: string;
  /** What the server said about these files. */
  error?: unknown;
};

const MEGABYTE = 1024 * 1024;
/** What the server takes for one file; a phone's photograph has 3 to 8 MB and is made small there. */
const largest = 20 * MEGABYTE;

/** Photographs with the camera at hand on a phone, each shown before it goes. Files that are no picture stand by their name. */
export function PhotoInput({ photos, kind, limit, accept, label, hint, error }: Props) {
  const t = useText();
  const [refused, setRefused] = useState<string | null>(null);
  const reset = useRef<() => void>(null);
  const mine = photos.photos.filter((photo) => photo.kind === kind);
  const picture = accept === "image/*";

  const take = (chosen: File | File[] | null) => {
    const files = chosen === null ? [] : [chosen].flat();
    const good = files.filter((file) => file.size > 0 && file.size <= largest && (!picture || /^image\/|^$/.test(file.type)));
    const wrong = files.find((file) => !good.includes(file));
    const room = limit - mine.length;
    setRefused(wrong ? t(say("fileRefused", { name: wrong.name })) : good.length > room ? t(say("tooManyFiles", { limit })) : null);
    photos.add(kind, good.slice(0, room));
    reset.current?.();
  };

  return (
    <div role="group" aria-label={label} className={styles["photos"]}>
      <div className={styles["fieldLabel"]}>{label}</div>
      {hint && <div className={styles["fieldHint"]}>{hint}</div>}
      {mine.length > 0 && (
        <ul className={styles["thumbs"]}>
          {mine.map((photo, index) => (
            <li key={photo.id}>
              {photo.file.type.startsWith("image/") ? (
                <Preview file={photo.file} text={t(say("photoNumber", { number: index + 1 }))} />
              ) : (
                <span className={styles["fileName"]}>{photo.file.name}</span>
              )}
              <button
                type="button"
                className={styles["removePhoto"]}
                aria-label={t(say("removePhoto", { number: index + 1, name: photo.file.name }))}
                onClick={() => photos.remove(photo.id)}
              >
                <Icon name="close" size={18} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {mine.length < limit && (
        <div className={styles["photoButtons"]}>
          {picture && (
            <FileButton accept="image/*" capture="environment" onChange={take} resetRef={reset}>
              {(props) => (
                <Button {...props} variant="default" size="md" className={styles["camera"]} leftSection={<Icon name="camera" />}>
                  {t(say("takePhoto"))}
                </Button>
              )}
            </FileButton>
          )}
          <FileButton accept={accept} multiple={limit > 1} onChange={take} resetRef={reset}>
            {(props) => (
              <Button {...props} variant="default" size="md" leftSection={<Icon name="upload" />}>
                {t(say(picture ? "choosePhoto" : "chooseFile"))}
              </Button>
            )}
          </FileButton>
        </div>
      )}
      {refused && (
        <p role="alert" className={styles["wrong"]}>
          {refused}
        </p>
      )}
      <ErrorNote error={error} />
    </div>
  );
}

function Preview({ file, text }: { file: File; text: string }) {
  const show = useCallback(
    (image: HTMLImageElement) => {
      const url = URL.createObjectURL(file);
      image.src = url;
      return () => URL.revokeObjectURL(url);
    },
    [file],
  );
  return <img ref={show} alt={text} />;
}
