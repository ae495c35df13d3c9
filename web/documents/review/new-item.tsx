import { Stack } from "@mantine/core";
import type { ItemKind, NewItem } from "../../../src/modules/documents/contract.ts";
import { useText } from "../../shell/language.tsx";
import { newItem } from "./drafts-of-items.ts";
import { addableKinds, ItemEditor } from "./item-editor.tsx";
import { say } from "./messages.ts";
import { kindText } from "./names.ts";
import styles from "./review.module.css";
import type { Selected } from "./selection.ts";

type Props = {
  documentId: string;
  kind: ItemKind;
  selected: Selected | null;
  onKind(kind: ItemKind): void;
  onAdd(item: NewItem): Promise<unknown>;
  onClose(): void;
};

/** A new item: of which kind, then its form, begun with the words that were selected. */
export function NewItemForm({ documentId, kind, selected, onKind, onAdd, onClose }: Props) {
  const t = useText();
  const place = selected ? `${selected.span.line}.${selected.span.start}.${selected.span.end}` : "free";
  return (
    <Stack gap="xs" className={styles["editing"]}>
      <div role="group" aria-label={t(say("addKind"))} className={styles["chips"]}>
        {addableKinds.map((each) => (
          <button key={each} type="button" className={styles["chip"]} aria-pressed={each === kind} onClick={() => onKind(each)}>
            {t(kindText[each])}
          </button>
        ))}
      </div>
      {!selected && <p className={styles["quiet"]}>{t(say("addHint"))}</p>}
      <ItemEditor
        key={`${kind}.${place}`}
        draft={`review:${documentId}:new:${kind}:${place}`}
        start={newItem(kind, selected)}
        version={null}
        isNew
        onSave={onAdd}
        onClose={onClose}
      />
    </Stack>
  );
}
