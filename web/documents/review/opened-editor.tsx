import type { Item } from "../../../src/modules/documents/contract.ts";
import { ItemEditor } from "./item-editor.tsx";
import type { Pointer } from "./pointer.ts";
import { SplitEditor } from "./split-editor.tsx";
import type { Review } from "./use-review.ts";

type Props = {
  documentId: string;
  item: Item;
  mode: "edit" | "split";
  /** Of the item when its form was opened. */
  version: number;
  pointer: Pointer;
  acts: Review["acts"];
  onKeep(id: string): void;
  onClose(): void;
};

/** The form that stands in place of an item's card. */
export function OpenedEditor({ documentId, item, mode, version, pointer, acts, onKeep, onClose }: Props) {
  if (mode === "split") {
    return (
      <SplitEditor
        draft={`review:${documentId}:${item.id}:split`}
        item={item}
        onSplit={async (parts) => {
          onKeep(item.id);
          const [, first] = await acts.split(item, parts);
          if (first) pointer.select(first.id);
        }}
        onClose={onClose}
      />
    );
  }
  return (
    <ItemEditor
      draft={`review:${documentId}:${item.id}`}
      start={{ kind: item.kind, span: item.span, value: item.value } as Parameters<typeof acts.add>[0]}
      version={version}
      isNew={false}
      onSave={(to, seen) => {
        onKeep(item.id);
        return acts.correct(item, seen ?? version, to);
      }}
      onTakeTheirs={(current) => acts.show([current])}
      onClose={onClose}
    />
  );
}
