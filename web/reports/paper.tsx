import { Button } from "@mantine/core";
import { useState } from "react";
import { formatDate } from "../../src/kernel/time/format.ts";
import type { Block, Preview, Report } from "../../src/modules/reports/contract.ts";
import { useText } from "../shell/language.tsx";
import { BlockCard } from "./block-card.tsx";
import { BlockView } from "./block-view.tsx";
import { labelsOf } from "./labels.ts";
import { say } from "./messages.ts";
import styles from "./reports.module.css";
import { useChange } from "./use-report.ts";

/** The text of the report, block by block, on something that reminds of paper. */
export function Paper({ report, preview }: { report: Report; preview: Preview }) {
  const t = useText();
  const change = useChange(report.id);
  const [opened, setOpened] = useState<string | null>(null);
  const [removed, setRemoved] = useState<{ block: Block; after: string | null } | null>(null);
  const labels = labelsOf(preview.blocks);
  const bringBack = () => {
    if (!removed) return;
    const { block, after } = removed;
    change.mutate([{ act: "add", id: block.id, after, content: block.content }]);
    setRemoved(null);
  };
  return (
    <div className={styles["paper"]}>
      <PaperHead report={report} />
      {preview.mode === "frozen"
        ? preview.blocks.map((block) => (
            <section key={block.id} id={`b-${block.id}`} className={styles["block"]}>
              <BlockView block={block} label={labels.get(block.id) ?? ""} />
            </section>
          ))
        : report.blocks.map((block, index) => (
            <BlockCard
              key={`${block.id}:${block.id === opened ? "new" : ""}`}
              report={report}
              block={block}
              rendered={preview.blocks.find(({ id }) => id === block.id)}
              index={index}
              label={labels.get(block.id) ?? ""}
              startOpened={block.id === opened}
              onAdded={setOpened}
              onRemoved={(gone, after) => setRemoved({ block: gone, after })}
            />
          ))}
      {removed && (
        <div role="status" className={styles["undoBar"]}>
          {t(say("removed"))}
          <Button size="compact-sm" variant="default" onClick={bringBack}>
            {t(say("undo"))}
          </Button>
        </div>
      )}
    </div>
  );
}

/** What stands above the text in print, so that one sees whose document it is. The .docx has it in full. */
function PaperHead({ report: { header, number, date } }: { report: Report }) {
  const { typeSymbol: type, issuerSymbol: issuer } = header;
  const open = header.form === "party" ? `…-${type ?? "CV"}/${issuer}` : type ? `…/${type}-${issuer}` : `…/${issuer}`;
  return (
    <div className={styles["paperHead"]}>
      <div>
        {header.superior.map((line) => (
          <div key={line}>{line}</div>
        ))}
        {header.issuer.map((line) => (
          <strong key={line}>{line}</strong>
        ))}
        <div>{header.form === "party" ? `Số ${number ?? open}` : `Số: ${number ?? open}`}</div>
      </div>
      <div className={styles["paperDate"]}>
        {header.place}, {date ? formatDate(date) : "ngày … tháng … năm …"}
      </div>
      {header.type && <div className={styles["paperType"]}>{header.type}</div>}
      <div className={styles["paperSubject"]}>{header.subject}</div>
    </div>
  );
}
