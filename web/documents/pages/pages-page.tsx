import { Alert, Button, Group, Pagination, Switch, Text, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { PageText } from "../../../src/modules/documents/contract.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { Busy } from "../../ui/busy.tsx";
import { showInstant } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { showDone } from "../../ui/notices.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { documentTitle } from "../document-state.tsx";
import { say } from "./messages.ts";
import styles from "./pages.module.css";

/** A scan's pages one by one: what was recognised beside what it was recognised from. */
export function PagesPage() {
  const t = useText();
  const navigate = useNavigate();
  const { documentId } = useParams({ from: "/staff/documents/$documentId/pages" });
  const { page } = useSearch({ from: "/staff/documents/$documentId/pages" });
  const working = (state: string | undefined) => (state === "recognising" || state === "compiling" ? 2000 : false);
  const document = useQuery({
    ...orpc.documents.get.queryOptions({ input: { id: documentId } }),
    refetchInterval: ({ state }) => working(state.data?.state),
  });
  const text = useQuery({
    ...orpc.documents.page.queryOptions({ input: { id: documentId, page } }),
    refetchInterval: ({ state }) => (state.data?.state === "waiting" ? 2000 : false),
  });
  if (document.isPending) return <Busy rows={8} />;
  if (document.error) return <ErrorNote error={document.error} onRetry={() => void document.refetch()} />;
  const pages = document.data.recognition?.pages ?? 1;
  const go = (to: number) => void navigate({ to: "/documents/$documentId/pages", params: { documentId }, search: { page: to } });
  return (
    <>
      <PageHeader
        title={t(say("title"))}
        note={documentTitle(document.data)}
        back={{ to: `/documents/${documentId}`, text: t(say("back")) }}
      />
      <nav className={styles["turning"]} aria-label={t(say("pages"))}>
        <Text fw={600}>{t(say("pageOf", { page, pages }))}</Text>
        <Pagination
          total={pages}
          value={page}
          onChange={go}
          siblings={1}
          getControlProps={(control) => ({ "aria-label": t(say(control === "previous" || control === "first" ? "previous" : "next")) })}
          getItemProps={(item) => ({ "aria-label": t(say("pageOf", { page: item, pages })) })}
        />
      </nav>
      {text.isPending && <Busy rows={8} />}
      {text.error && <ErrorNote error={text.error} onRetry={() => void text.refetch()} />}
      {text.data && (
        <Sheet key={`${page}.${text.data.version}`} id={documentId} text={text.data} mayCorrect={document.data.can.correctPages} />
      )}
    </>
  );
}

type SheetProps = { id: string; text: PageText; mayCorrect: boolean };

function Sheet({ id, text, mayCorrect }: SheetProps) {
  const t = useText();
  // Where nearly every word is framed nothing of the page is seen.
  const [boxed, setBoxed] = useState(!text.poor);
  const [editing, setEditing] = useState(false);
  const note =
    text.state === "waiting"
      ? say("waiting")
      : text.source === "text"
        ? say("fromFile")
        : text.doubtful > 0
          ? say("doubtful", { count: text.doubtful })
          : text.state === "unread"
            ? say("noText")
            : say("sure");
  return (
    <div className={styles["sheet"]}>
      <section aria-label={t(say("image", { page: text.page }))}>
        {text.image && (
          <div className={styles["image"]} style={{ aspectRatio: String(text.proportion ?? 0.7) }}>
            <img src={text.image} alt={t(say("image", { page: text.page }))} />
            {boxed &&
              text.boxes.map(({ left, top, width, height, read }) => (
                <span
                  key={`${left}.${top}`}
                  className={styles["box"]}
                  data-changed={read !== null || undefined}
                  style={{ left: `${left * 100}%`, top: `${top * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` }}
                />
              ))}
          </div>
        )}
      </section>
      <section aria-label={t(say("text"))}>
        <Text size="sm" mb="xs">
          {text.correctedBy !== null && text.correctedAt
            ? t(say("correctedBy", { name: text.correctedBy, at: showInstant(text.correctedAt) }))
            : t(note)}
        </Text>
        {text.poor && (
          <Alert color="amber" mb="sm">
            {t(say("poor"))}
          </Alert>
        )}
        <Group mb="sm" justify="space-between">
          {text.boxes.length > 0 && (
            <Switch label={t(say("showBoxes"))} checked={boxed} onChange={(event) => setBoxed(event.currentTarget.checked)} />
          )}
          {mayCorrect && !editing && text.state !== "waiting" && <Button onClick={() => setEditing(true)}>{t(say("correct"))}</Button>}
        </Group>
        {editing ? <Correction id={id} text={text} onDone={() => setEditing(false)} /> : <Lines text={text} />}
        <Changed text={text} />
      </section>
    </div>
  );
}

/** What stood there before the words beside it set it right, for whoever has no pointer to rest on the word. */
function Changed({ text: { marks, lines } }: { text: PageText }) {
  const t = useText();
  const changed = marks.filter(({ read }) => read !== null);
  if (changed.length === 0) return null;
  return (
    <details className={styles["changed"]}>
      <summary>{t(say("changed", { count: changed.length }))}</summary>
      <ul lang="vi">
        {changed.map(({ line, start, end, read }) => (
          <li key={`${line}.${start}`}>
            <del>{read}</del> → <ins>{lines[line]?.slice(start, end)}</ins>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Lines({ text: { lines, marks } }: { text: PageText }) {
  const t = useText();
  const wasRead = (read: string) => t(say("wasRead", { read }));
  return (
    <div className={styles["lines"]} lang="vi">
      {lines.map((line, at) => (
        // Lines have no name but their place.
        // oxlint-disable-next-line react/no-array-index-key -- the text of one version of a page never changes
        <p key={at}>
          {marked(
            line,
            marks.filter((mark) => mark.line === at),
            wasRead,
          )}
        </p>
      ))}
    </div>
  );
}

function marked(line: string, marks: PageText["marks"], wasRead: (read: string) => string) {
  let end = 0;
  const parts = marks.flatMap((mark) => {
    const before = line.slice(end, mark.start);
    end = mark.end;
    const { start, read } = mark;
    const told = read === null ? {} : { title: wasRead(read), "data-changed": true };
    return [
      before,
      <mark key={start} {...told}>
        {line.slice(start, end)}
      </mark>,
    ];
  });
  return [...parts, line.slice(end)];
}

function Correction({ id, text, onDone }: { id: string; text: PageText; onDone(): void }) {
  const t = useText();
  const client = useQueryClient();
  const [entered, setEntered] = useState(text.lines.join("\n"));
  const correct = useMutation(
    orpc.documents.correctPage.mutationOptions({
      onSuccess: async () => {
        showDone(t(say("saved")));
        onDone();
        await client.invalidateQueries({ queryKey: orpc.documents.key() });
      },
    }),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        correct.mutate({ id, page: text.page, version: text.version, text: entered });
      }}
    >
      <Textarea
        label={t(say("text"))}
        description={t(say("correctHint"))}
        value={entered}
        onChange={(event) => setEntered(event.currentTarget.value)}
        autosize
        minRows={12}
        maxRows={40}
        lang="vi"
        spellCheck={false}
      />
      <ErrorNote error={correct.error} />
      <Group mt="sm">
        <Button type="submit" loading={correct.isPending}>
          {t(say("save"))}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t(say("cancel"))}
        </Button>
      </Group>
    </form>
  );
}
