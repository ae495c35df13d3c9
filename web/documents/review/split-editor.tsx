import { ActionIcon, Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import type { Item, NewItem } from "../../../src/modules/documents/contract.ts";
import { useText } from "../../shell/language.tsx";
import { useDraft } from "../../ui/draft.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Icon } from "../../ui/icon.tsx";
import { proposedParts, withWords, wordsOfValue } from "./drafts-of-items.ts";
import { say } from "./messages.ts";
import { useFormKeys } from "./use-form-keys.ts";
import styles from "./review.module.css";

type Props = { draft: string; item: Item; onSplit(parts: NewItem[]): Promise<unknown>; onClose(): void };

/** One item becomes several: the words are cut where sentences end, the person moves the cuts. */
export function SplitEditor({ draft, item, onSplit, onClose }: Props) {
  const t = useText();
  const [start] = useState(() => proposedParts(wordsOfValue(item)));
  const { value: parts, setValue: setParts, clear } = useDraft<string[]>(draft, start);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const filled = parts.map((part) => part.trim()).filter(Boolean);

  const split = async () => {
    setBusy(true);
    setError(null);
    try {
      await onSplit(filled.map((words) => withWords(item, words)));
      clear(start);
      onClose();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };

  const form = useFormKeys({ onClose, onSave: () => filled.length >= 2 && void split() });

  return (
    <form
      ref={form}
      className={styles["editor"]}
      onSubmit={(event) => {
        event.preventDefault();
        void split();
      }}
    >
      <Stack gap="sm">
        <strong>{t(say("splitTitle"))}</strong>
        <Text size="sm" c="dimmed">
          {t(say("splitText"))}
        </Text>
        {parts.map((part, index) => (
          // Parts have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key -- parts have no name of their own and never change places
          <Group key={index} align="flex-end" wrap="nowrap">
            <Textarea
              label={t(say("splitPart", { part: index + 1 }))}
              autosize
              minRows={1}
              style={{ flex: 1 }}
              value={part}
              onChange={(event) => setParts(parts.with(index, event.currentTarget.value))}
            />
            {parts.length > 2 && (
              <ActionIcon
                variant="default"
                size="lg"
                aria-label={t(say("splitRemove", { part: index + 1 }))}
                onClick={() => setParts(parts.toSpliced(index, 1))}
              >
                <Icon name="close" size={16} />
              </ActionIcon>
            )}
          </Group>
        ))}
        <div>
          <Button size="xs" variant="default" leftSection={<Icon name="plus" size={15} />} onClick={() => setParts([...parts, ""])}>
            {t(say("splitAdd"))}
          </Button>
        </div>
        {filled.length < 2 && <Text size="sm">{t(say("splitTwo"))}</Text>}
        <ErrorNote error={error} />
        <Group>
          <Button type="submit" loading={busy} disabled={filled.length < 2}>
            {t(say("splitDo"))}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t(say("cancel"))}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
