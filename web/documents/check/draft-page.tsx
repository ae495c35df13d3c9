import { Button, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { dot } from "../../../src/kernel/facts.ts";
import { api } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { Busy } from "../../ui/busy.tsx";
import { saveFile } from "./save-file.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { FileDrop } from "../../ui/file-drop.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { CheckView } from "./check-view.tsx";
import styles from "./check.module.css";
import { say } from "./messages.ts";

const kinds = [".docx", ".doc", ".odt", ".rtf", ".html", ".htm", ".pdf", ".txt", ".md"];

/** Paste or choose a draft, get the list. The text stays in this page; the server forgets it with its answer. */
export function DraftPage() {
  const t = useText();
  const navigate = useNavigate();
  const [pasted, setPasted] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const check = useMutation({ mutationFn: (draft: File) => api.documents.checkDraft({ file: draft }) });
  const keep = useMutation({
    mutationFn: (draft: File) => api.documents.upload({ file: draft }),
    onSuccess: ({ document }) => navigate({ to: "/documents/$documentId", params: { documentId: document.id } }),
  });
  const paper = useMutation({ mutationFn: (draft: File) => api.documents.draftPaper({ file: draft }), onSuccess: saveFile });
  const start = (draft: File) => {
    setFile(draft);
    check.mutate(draft);
  };
  const result = check.data;
  const name = file?.name === pastedName ? t(say("pasted")) : (file?.name ?? "");

  if (result && file) {
    const { words, tasks, targets, citations } = result.counts;
    return (
      <>
        <PageHeader
          title={t(say("draftTitle"))}
          note={`${t(say("checked", { name }))}${dot}${t(say("read", { words, tasks, targets, citations }))}`}
          back={{ to: "/documents", text: t(say("back")) }}
          actions={
            <>
              <Button variant="default" onClick={() => check.reset()}>
                {t(say("other"))}
              </Button>
              <Button variant="default" loading={keep.isPending} onClick={() => keep.mutate(file)}>
                {t(say("keep"))}
              </Button>
            </>
          }
        />
        <ErrorNote error={keep.error ?? paper.error} />
        <CheckView
          key={file.lastModified}
          name={`${t(say("title"))}: ${result.header.subject ?? name}`}
          lines={result.lines}
          findings={result.findings}
          actions={
            <Button size="xs" variant="default" loading={paper.isPending} onClick={() => paper.mutate(file)}>
              {t(say("paper"))}
            </Button>
          }
        />
      </>
    );
  }
  return (
    <>
      <PageHeader title={t(say("draftTitle"))} note={t(say("draftNote"))} back={{ to: "/documents", text: t(say("back")) }} />
      {check.isPending ? (
        <Busy what={t(say("checking"))} after={0} />
      ) : (
        <div className={styles["draft"]}>
          <Textarea
            label={t(say("pasteLabel"))}
            placeholder={t(say("pastePlaceholder"))}
            value={pasted}
            autosize
            minRows={8}
            maxRows={22}
            onChange={(event) => setPasted(event.currentTarget.value)}
          />
          <div>
            <Button disabled={pasted.trim() === ""} onClick={() => start(new File([pasted], pastedName, { type: "text/plain" }))}>
              {t(say("check"))}
            </Button>
          </div>
          <h2 className={styles["or"]}>{t(say("orFile"))}</h2>
          <FileDrop kinds={kinds} hint={t(say("fileHint"))} onFiles={([chosen]) => chosen && start(chosen)} />
          <ErrorNote error={check.error} />
        </div>
      )}
    </>
  );
}

/** What pasted text is called when it is kept. */
const pastedName = "ban-thao.txt";
