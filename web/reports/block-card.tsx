import { ActionIcon, Button, Menu } from "@mantine/core";
import { useState } from "react";
import type { Block, BlockChange, BlockContent, RenderedBlock, Report } from "../../src/modules/reports/contract.ts";
import { useText } from "../shell/language.tsx";
import { Icon } from "../ui/icon.tsx";
import { showError } from "../ui/notices.ts";
import { BlockEditor } from "./block-editor.tsx";
import { BlockView } from "./block-view.tsx";
import { useReportFigures } from "./figure-chip.tsx";
import { say } from "./messages.ts";
import styles from "./reports.module.css";
import { useChange } from "./use-report.ts";

type Props = {
  report: Report;
  block: Block;
  rendered: RenderedBlock | undefined;
  index: number;
  /** "I.", "1.", "a)" of a heading. */
  label: string;
  startOpened: boolean;
  onAdded(id: string): void;
  onRemoved(block: Block, after: string | null): void;
};

/** One block on the page: as printed, and where one may write, a way to change, move, leave out or follow it with another. */
export function BlockCard({ report, block, rendered, index, label, startOpened, onAdded, onRemoved }: Props) {
  const t = useText();
  const [editing, setEditing] = useState(startOpened);
  const { kind } = block.content;
  const name = t(say(`block.${kind}`));
  return (
    <section id={`b-${block.id}`} className={styles["block"]} data-editing={editing || undefined} aria-label={`${name} ${index + 1}`}>
      {editing ? (
        <BlockEditor reportId={report.id} block={block} onDone={() => setEditing(false)} />
      ) : rendered?.out === "empty" && report.can.edit ? (
        <Placeholder content={block.content} onOpen={() => setEditing(true)} />
      ) : (
        rendered && <BlockView block={rendered} label={label} />
      )}
      {report.can.edit && !editing && (
        <div className={styles["blockActs"]}>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => setEditing(true)}
            aria-label={`${t(say("edit"))}: ${name} ${index + 1}`}
          >
            {t(say("edit"))}
          </Button>
          <BlockMenu report={report} block={block} index={index} name={`${name} ${index + 1}`} onAdded={onAdded} onRemoved={onRemoved} />
        </div>
      )}
    </section>
  );
}

/** A place that waits for words: what is meant to stand there, and one press away from writing it. */
function Placeholder({ content, onOpen }: { content: BlockContent; onOpen(): void }) {
  const t = useText();
  const guidance = content.kind === "narrative" ? content.guidance : "";
  return (
    <button type="button" className={styles["placeholder"]} onClick={onOpen}>
      {guidance || t(say(content.kind === "narrative" ? "writeHere" : "writeText"))}
    </button>
  );
}

const addable: Exclude<BlockContent["kind"], "annex">[] = ["heading", "sentence", "text", "narrative", "table"];

/** What a new block begins with, in the document's language; its words are the editor's to write. */
function begun(kind: (typeof addable)[number]): BlockContent {
  if (kind === "heading") return { kind, level: 2, text: say("block.heading").vi };
  if (kind === "sentence") return { kind, text: "…", dash: true, dropped: false };
  if (kind === "table") return { kind, title: "", rows: [], columns: ["value", "yearBefore", "change"] };
  if (kind === "narrative") return { kind, guidance: "", text: "", gathers: { sections: [], kinds: [] }, pieces: [] };
  return { kind: "text", text: "" };
}

function BlockMenu({
  report,
  block,
  index,
  name,
  onAdded,
  onRemoved,
}: Pick<Props, "report" | "block" | "index" | "onAdded" | "onRemoved"> & { name: string }) {
  const t = useText();
  const change = useChange(report.id);
  const send = async (changes: BlockChange[]): Promise<boolean> => {
    try {
      await change.mutateAsync(changes);
      return true;
    } catch (error) {
      showError(t, error);
      return false;
    }
  };
  const figures = useReportFigures();
  const { blocks } = report;
  const { content } = block;
  const move = (after: string | null) => void send([{ act: "move", id: block.id, after }]);
  const add = async (added: BlockContent, after: string) => {
    const id = newId();
    if (await send([{ act: "add", id, after, content: added }])) onAdded(id);
  };
  // An annex stands on pages of its own behind the text, and begins with the figures that the text names.
  const annexed = figures.filter(({ ref }) => !ref.includes("/")).slice(0, ANNEX_COLUMNS);
  const addAnnex = () =>
    void add(
      { kind: "annex", title: say("block.annex").vi, landscape: true, columns: annexed.map(({ ref, title }) => ({ ref, label: title })) },
      blocks.at(-1)?.id ?? block.id,
    );
  const remove = async () => {
    if (await send([{ act: "remove", id: block.id, version: block.version }])) onRemoved(block, blocks[index - 1]?.id ?? null);
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="default" aria-label={t(say("blockActs", { what: name }))}>
          <Icon name="more" size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={index === 0} onClick={() => move(blocks[index - 2]?.id ?? null)}>
          {t(say("moveUp"))}
        </Menu.Item>
        <Menu.Item disabled={index === blocks.length - 1} onClick={() => move(blocks[index + 1]?.id ?? null)}>
          {t(say("moveDown"))}
        </Menu.Item>
        {content.kind === "sentence" && (
          <Menu.Item
            onClick={() =>
              void send([{ act: "put", id: block.id, version: block.version, content: { ...content, dropped: !content.dropped } }])
            }
          >
            {t(say(content.dropped ? "restore" : "drop"))}
          </Menu.Item>
        )}
        <Menu.Item onClick={() => void remove()}>{t(say("remove"))}</Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t(say("addAfter"))}</Menu.Label>
        {addable.map((kind) => (
          <Menu.Item key={kind} onClick={() => void add(begun(kind), block.id)}>
            {t(say(`block.${kind}`))}
          </Menu.Item>
        ))}
        {annexed.length > 0 && <Menu.Item onClick={addAnnex}>{t(say("addAnnex"))}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}

/** More columns than these do not stand on one landscape page; the editor adds and removes. */
const ANNEX_COLUMNS = 8;

/** Of a block, unlike any other of the report. */
const newId = (): string => `n-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
