import { Button, Checkbox, Select, Textarea, TextInput } from "@mantine/core";
import { useRef } from "react";
import type { Block, BlockContent } from "../../src/modules/reports/contract.ts";
import { useText } from "../shell/language.tsx";
import { ConflictDialog, conflictOf } from "../ui/conflict-dialog.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { useFigureName } from "./figure-chip.tsx";
import { FigurePicker } from "./figure-picker.tsx";
import { FiguresEditor } from "./figures-editor.tsx";
import { say } from "./messages.ts";
import { PiecesEditor } from "./pieces-editor.tsx";
import styles from "./reports.module.css";
import { TokenField, type TokenFieldHandle } from "./token-field.tsx";
import { tokenOf } from "./tokens.ts";
import { useBlockEdit } from "./use-block-edit.ts";

type Props = { reportId: string; block: Block; onDone(): void };

/** A block being written. It saves itself; "done" goes back to how it will be printed. */
export function BlockEditor({ reportId, block, onDone }: Props) {
  const t = useText();
  const edit = useBlockEdit(reportId, block);
  const conflict = conflictOf<Block>(edit.error);
  const finish = async () => {
    if (edit.state === "saved" || (await edit.save())) onDone();
  };
  return (
    <div className={styles["editor"]}>
      <Fields key={conflict?.current.version ?? 0} reportId={reportId} blockId={block.id} content={edit.content} onChange={edit.edit} />
      {!conflict && <ErrorNote error={edit.error} />}
      <ConflictDialog<Block>
        error={edit.error}
        compare={(theirs) => [
          { label: t(say(`block.${block.content.kind}`)), mine: wordsOf(edit.content), theirs: wordsOf(theirs.content) },
        ]}
        onKeepMine={(theirs) => edit.saveOver(theirs.version)}
        onTakeTheirs={(theirs) => {
          edit.takeTheirs(theirs);
          onDone();
        }}
        onCancel={edit.forget}
      />
      <div className={styles["editorBar"]}>
        <Button size="xs" variant="default" onClick={() => void finish()}>
          {t(say("done"))}
        </Button>
        <span role="status" className={styles["saveState"]} data-state={edit.state}>
          {t(say(edit.state === "failed" ? "notSaved" : edit.state))}
        </span>
        {edit.state === "failed" && !conflict && (
          <Button size="xs" variant="default" onClick={() => void edit.save()}>
            {t(say("saveAgain"))}
          </Button>
        )}
      </div>
    </div>
  );
}

/** What a person compares when two wrote the same block. */
function wordsOf(content: BlockContent): string {
  if (content.kind === "table") return [content.title, ...content.rows.map(({ label, ref }) => label || ref)].join("\n");
  if (content.kind === "annex") return [content.title, ...content.columns.map(({ label, ref }) => label || ref)].join("\n");
  if (content.kind === "narrative")
    return [content.text, ...content.pieces.filter(({ state }) => state === "kept").map(({ text }) => text)].join("\n");
  return content.text;
}

type FieldsProps = { reportId: string; blockId: string; content: BlockContent; onChange(content: BlockContent): void };

function Fields({ reportId, blockId, content, onChange }: FieldsProps) {
  const t = useText();
  switch (content.kind) {
    case "heading":
      return (
        <div className={styles["headingFields"]}>
          <TextInput
            label={t(say("headingText"))}
            value={content.text}
            onChange={(event) => onChange({ ...content, text: event.currentTarget.value })}
          />
          <Select
            label={t(say("headingLevel"))}
            data={[1, 2, 3].map((level) => ({ value: String(level), label: t(say("level", { level })) }))}
            value={String(content.level)}
            allowDeselect={false}
            onChange={(value) => onChange({ ...content, level: Number(value) as 1 | 2 | 3 })}
          />
        </div>
      );
    case "sentence":
      return <SentenceFields reportId={reportId} content={content} onChange={onChange} />;
    case "text":
      return (
        <Textarea
          label={t(say("textText"))}
          description={t(say("textHint"))}
          value={content.text}
          autosize
          minRows={3}
          onChange={(event) => onChange({ ...content, text: event.currentTarget.value })}
        />
      );
    case "narrative":
      return (
        <>
          <Textarea
            label={t(say("narrativeText"))}
            description={content.guidance || t(say("textHint"))}
            value={content.text}
            autosize
            minRows={2}
            onChange={(event) => onChange({ ...content, text: event.currentTarget.value })}
          />
          <PiecesEditor reportId={reportId} blockId={blockId} content={content} onChange={onChange} />
        </>
      );
    case "table":
    case "annex":
      return <FiguresEditor reportId={reportId} content={content} onChange={onChange} />;
  }
}

function SentenceFields({
  reportId,
  content,
  onChange,
}: {
  reportId: string;
  content: Extract<BlockContent, { kind: "sentence" }>;
  onChange(content: BlockContent): void;
}) {
  const t = useText();
  const field = useRef<TokenFieldHandle>(null);
  const nameOf = useFigureName();
  return (
    <>
      <TokenField
        ref={field}
        label={t(say("sentenceText"))}
        initial={content.text}
        nameOf={nameOf}
        onChange={(text) => onChange({ ...content, text })}
      />
      <div className={styles["buttons"]}>
        <FigurePicker reportId={reportId} withPart onPick={(ref, part) => field.current?.insert(tokenOf(ref, part))} />
        <Checkbox
          label={t(say("dash"))}
          checked={content.dash}
          onChange={(event) => onChange({ ...content, dash: event.currentTarget.checked })}
        />
      </div>
    </>
  );
}
