import { Button, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { FormEvent } from "react";
import type { ContentKey, ExemplarDetail } from "../../../src/modules/exemplars/contract.ts";
import { contentNames } from "../../../src/modules/exemplars/messages.ts";
import { api } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ActButton } from "../../ui/act-button.tsx";
import { DraftNote } from "../../ui/draft-note.tsx";
import { useDraft } from "../../ui/draft.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import styles from "./life.module.css";
import { say } from "./messages.ts";
import { Sheet } from "./sheet.tsx";

type Props = { exemplar: ExemplarDetail; content: ContentKey; onClose(): void; onDone(): void };

/** One of the contents of the form that the step still wants. */
export function ContentSheet({ exemplar: { id, version, contents }, content, onClose, onDone }: Props) {
  const t = useText();
  const { value, setValue, restored, clear } = useDraft(`exemplar:${id}:content:${content}`, contents[content] ?? "");
  const save = useMutation({
    mutationFn: () => api.exemplars.edit({ id, version, contents: { [content]: value.trim() } }),
    onSuccess: () => {
      clear("");
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Sheet title={t(contentNames[content].name)} onClose={onClose}>
      <form className={styles["form"]} onSubmit={submit}>
        <DraftNote restored={restored} onDiscard={() => clear()} />
        <Textarea
          label={t(contentNames[content].name)}
          description={t(contentNames[content].hint)}
          size="md"
          autosize
          minRows={4}
          maxLength={8000}
          data-autofocus
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        <ErrorNote error={save.error} />
        <div className={styles["bar"]}>
          <ActButton type="submit" size="md" loading={save.isPending} missing={[value.trim() === "" && t(contentNames[content].name)]}>
            {t(say("save"))}
          </ActButton>
          <Button size="md" variant="default" disabled={save.isPending} onClick={onClose}>
            {t(say("cancel"))}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
