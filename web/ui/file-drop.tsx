import { Button, FileButton } from "@mantine/core";
import { useRef, useState } from "react";
import { useText } from "../shell/language.tsx";
import { Icon } from "./icon.tsx";
import { say } from "./messages.ts";
import styles from "./ui.module.css";

type Props = {
  /** Endings with the dot: [".docx", ".txt"]. */
  kinds: string[];
  /** Bytes; 25 MB unless told. */
  limit?: number;
  multiple?: boolean;
  disabled?: boolean;
  /** What may be dropped, in a line under the button. */
  hint?: string;
  onFiles(files: File[]): void;
};

const MEGABYTE = 1024 * 1024;

/** Drop or choose files. What plainly cannot be taken is refused here, with the reason, before anything travels. */
export function FileDrop({ kinds, limit = 25 * MEGABYTE, multiple = false, disabled = false, hint, onFiles }: Props) {
  const t = useText();
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<string[]>([]);
  const reset = useRef<() => void>(null);

  const take = (files: File[]) => {
    const reasons: string[] = [];
    const good = files.filter((file) => {
      const name = file.name;
      if (!kinds.some((kind) => name.toLowerCase().endsWith(kind))) reasons.push(t(say("fileKind", { name, kinds: kinds.join(", ") })));
      else if (file.size > limit) reasons.push(t(say("fileLarge", { name, limit: `${Math.round(limit / MEGABYTE)} MB` })));
      else if (file.size === 0) reasons.push(t(say("fileEmpty", { name })));
      else return true;
      return false;
    });
    setRefused(reasons);
    reset.current?.();
    if (good.length > 0) onFiles(multiple ? good : good.slice(0, 1));
  };

  return (
    <div>
      <div
        className={styles["drop"]}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          if (!disabled) take([...event.dataTransfer.files]);
        }}
      >
        <Icon name="upload" />
        <span>{over ? t(say("dropNow")) : t(say("dropHere"))}</span>
        <FileButton
          resetRef={reset}
          accept={kinds.join(",")}
          multiple={multiple}
          disabled={disabled}
          onChange={(chosen: File | File[] | null) => take(chosen === null ? [] : Array.isArray(chosen) ? chosen : [chosen])}
        >
          {(props) => (
            <Button {...props} variant="default" disabled={disabled}>
              {t(say(multiple ? "chooseFiles" : "chooseFile"))}
            </Button>
          )}
        </FileButton>
        {hint && <span className={styles["dropHint"]}>{hint}</span>}
      </div>
      {refused.map((reason) => (
        <div key={reason} role="alert" className={styles["error"]}>
          <Icon name="warning" />
          <p>{reason}</p>
        </div>
      ))}
    </div>
  );
}
