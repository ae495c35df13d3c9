import { Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import type { Item, ItemKind, NewItem } from "../../../src/modules/documents/contract.ts";
import { asApiError } from "../../shell/api-error.ts";
import { useText } from "../../shell/language.tsx";
import { ConflictDialog } from "../../ui/conflict-dialog.tsx";
import { DraftNote } from "../../ui/draft-note.tsx";
import { useDraft } from "../../ui/draft.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { say } from "./messages.ts";
import { kindText } from "./names.ts";
import styles from "./review.module.css";
import { factsOf } from "./summary.ts";
import { useFormKeys } from "./use-form-keys.ts";
import { CitationForm, EventForm, HeaderForm, ReportingForm, TargetForm, TaskForm } from "./value-forms.tsx";

type Props = {
  /** Names the draft: typed words survive a reload and the end of a session. */
  draft: string;
  start: NewItem;
  /** The version that `start` was taken from; null for a new item. */
  version: number | null;
  isNew: boolean;
  onSave(to: NewItem, version: number | null): Promise<unknown>;
  /** Somebody else's version is taken instead. */
  onTakeTheirs?: ((current: Item) => void) | undefined;
  onClose(): void;
};

type Kept = { to: NewItem; version: number | null };

/** The form of one item, in place of its card. Saved by its button; what is typed is kept meanwhile. */
export function ItemEditor({ draft, start, version, isNew, onSave, onTakeTheirs, onClose }: Props) {
  const t = useText();
  // The version stays with the words: a draft of last week must not overwrite what others saved since.
  const { value: kept, setValue: keep, restored, clear } = useDraft<Kept>(draft, { to: start, version });
  const value = kept.to;
  const setValue = (to: NewItem) => keep({ ...kept, to });
  const discard = () => clear({ to: start, version });
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const errors = error ? fieldErrors(asApiError(error).fields) : {};

  const save = async (over: number | null) => {
    setBusy(true);
    setError(null);
    try {
      await onSave(value, over);
      discard();
      onClose();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };

  const form = useFormKeys({ onClose, onSave: () => void save(kept.version) });

  return (
    <form
      ref={form}
      className={styles["editor"]}
      onSubmit={(event) => {
        event.preventDefault();
        void save(kept.version);
      }}
    >
      <Stack gap="sm">
        <strong>{isNew ? t(say("newTitle", { kind: t(kindText[value.kind]) })) : t(kindText[value.kind])}</strong>
        <DraftNote restored={restored} onDiscard={discard} />
        <ValueForm item={value} onChange={setValue} errors={errors} />
        <ErrorNote error={error && asApiError(error).code !== "conflict" ? error : null} />
        <Group>
          <Button type="submit" loading={busy}>
            {t(say("save"))}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t(say("cancel"))}
          </Button>
        </Group>
      </Stack>
      <ConflictDialog<Item>
        error={error}
        compare={(current) => {
          const theirs = new Map(factsOf(current, t));
          return factsOf(value as Item, t).map(([label, mine]) => ({ label, mine, theirs: theirs.get(label) ?? "" }));
        }}
        onKeepMine={(current) => void save(current.version)}
        onTakeTheirs={(current) => {
          discard();
          onTakeTheirs?.(current);
          onClose();
        }}
        onCancel={() => setError(null)}
      />
    </form>
  );
}

/** The form of a kind; value and kind belong together, which the discriminated union says case by case. */
function ValueForm({ item, onChange, errors }: { item: NewItem; onChange(item: NewItem): void; errors: Record<string, string> }) {
  const more = { errors };
  switch (item.kind) {
    case "header":
      return <HeaderForm {...more} value={item.value} onChange={(value) => onChange({ ...item, value })} />;
    case "citation":
      return <CitationForm {...more} value={item.value} onChange={(value) => onChange({ ...item, value })} />;
    case "target":
      return <TargetForm {...more} value={item.value} onChange={(value) => onChange({ ...item, value })} />;
    case "task":
      return <TaskForm {...more} value={item.value} onChange={(value) => onChange({ ...item, value })} />;
    case "reporting":
      return <ReportingForm {...more} value={item.value} onChange={(value) => onChange({ ...item, value })} />;
    case "event":
      return <EventForm {...more} value={item.value} onChange={(value) => onChange({ ...item, value })} />;
  }
}

/** "to.value.due.text" → "due.text": the path inside the value. */
function fieldErrors(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([path, message]) => [path.replace(/^(to|add)\.value\./, "").replace(/\.\d+$/, ""), message]),
  );
}

/** A header has its fixed fields; they are corrected, not added. */
export const addableKinds: ItemKind[] = ["task", "target", "reporting", "event", "citation"];
