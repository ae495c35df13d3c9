import { Button, Select, Textarea, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import type { EntryDetail, EntryInput, EntryKind } from "../../../src/modules/awards/contests/contract.ts";
import styles from "../../exemplars/exemplars.module.css";
import { asApiError } from "../../shell/api-error.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { reportSessionEnded } from "../../shell/session-ended.ts";
import { DraftNote } from "../../ui/draft-note.tsx";
import { useDraft } from "../../ui/draft.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { say } from "./messages.ts";

export type WrittenEntry = { kind: EntryKind; title: string; text: string; team: string; exemplar: { id: string; name: string } | null };

export const writtenEntry = ({ kind, title, text, team, exemplar }: EntryDetail): WrittenEntry => ({
  kind,
  title,
  text,
  team: team ?? "",
  exemplar,
});

const inputOf = ({ kind, title, text, team, exemplar }: WrittenEntry): Omit<EntryInput, "unitId"> => ({
  kind,
  title,
  text,
  team: kind === "team" ? team.trim() || null : null,
  exemplarId: kind === "exemplar" ? (exemplar?.id ?? null) : null,
});

type Props = {
  thing: string;
  kinds: readonly EntryKind[];
  initial: WrittenEntry;
  save(input: Omit<EntryInput, "unitId">): Promise<EntryDetail>;
  onDone(entry: EntryDetail): void;
};

/** Four boxes at most; files are attached and the entry is sent on its own page. */
export function EntryForm({ thing, kinds, initial, save, onDone }: Props) {
  const t = useText();
  const draft = useDraft<WrittenEntry>(thing, initial);
  const entry = draft.value;
  const [failed, setFailed] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const change = (part: Partial<WrittenEntry>) => draft.setValue((before) => ({ ...before, ...part }));
  const told: Partial<Record<string, string>> = {
    ...(failed ? asApiError(failed).fields : {}),
    ...(tried && entry.title.trim() === "" ? { title: t(say("missing")) } : {}),
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setFailed(null);
    if (entry.title.trim() === "") return;
    setBusy(true);
    try {
      const done = await save(inputOf(entry));
      draft.clear(writtenEntry(done));
      onDone(done);
    } catch (thrown) {
      if (asApiError(thrown).code === "unauthenticated") reportSessionEnded();
      setFailed(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className={styles["roundForm"]} noValidate aria-label={t(say("content"))} onSubmit={(event) => void submit(event)}>
      <DraftNote restored={draft.restored} onDiscard={() => draft.clear(initial)} />
      <fieldset>
        <legend>{t(say("content"))}</legend>
        <Select
          label={t(say("kind"))}
          size="md"
          allowDeselect={false}
          data={kinds.map((value) => ({ value, label: t(say(`kind.${value}`)) }))}
          value={entry.kind}
          error={told["kind"]}
          onChange={(value) => change({ kind: kinds.find((each) => each === value) ?? entry.kind })}
        />
        {entry.kind === "exemplar" && (
          <ExemplarSelect value={entry.exemplar} error={told["exemplarId"]} onChange={(exemplar) => change({ exemplar })} />
        )}
        <TextInput
          label={t(say("entryTitle"))}
          size="md"
          maxLength={300}
          value={entry.title}
          error={told["title"]}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        {entry.kind === "team" && (
          <Textarea
            label={t(say("team"))}
            description={`${t(say("teamHint"))} ${t(say("teamSeen"))}`}
            autosize
            minRows={2}
            maxLength={2000}
            value={entry.team}
            error={told["team"]}
            onChange={(event) => change({ team: event.currentTarget.value })}
          />
        )}
        <Textarea
          label={t(say("text"))}
          description={t(say("textHint"))}
          autosize
          minRows={4}
          maxLength={20_000}
          value={entry.text}
          error={told["text"]}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
      </fieldset>
      <ErrorNote error={failed} />
      <div className={styles["saveBar"]}>
        <Button type="submit" size="md" loading={busy}>
          {t(say("saveDraft"))}
        </Button>
      </div>
    </form>
  );
}

type Chosen = WrittenEntry["exemplar"];

function ExemplarSelect({ value, error, onChange }: { value: Chosen; error: string | undefined; onChange(chosen: Chosen): void }) {
  const t = useText();
  const [text, setText] = useState(value?.name ?? "");
  const [asked] = useDebouncedValue(text, 250);
  const list = useQuery({
    ...orpc.exemplars.list.queryOptions({ input: { text: value?.name === asked ? "" : asked, page: 1 } }),
    placeholderData: keepPreviousData,
  });
  const offered = (list.data?.items ?? []).filter(({ kind }) => kind !== "person");
  const known = value && !offered.some(({ id }) => id === value.id) ? [value] : [];
  return (
    <Select
      label={t(say("exemplar"))}
      placeholder={t(say("findExemplar"))}
      size="md"
      searchable
      filter={({ options }) => options}
      searchValue={text}
      onSearchChange={setText}
      data={[...known, ...offered].map(({ id, name }) => ({ value: id, label: name }))}
      value={value?.id ?? null}
      error={error}
      onChange={(id, option) => onChange(id === null || option === null ? null : { id, name: option.label })}
    />
  );
}
