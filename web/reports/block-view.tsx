import type { RenderedBlock, Segment } from "../../src/modules/reports/contract.ts";
import { useText } from "../shell/language.tsx";
import { FigureChip } from "./figure-chip.tsx";
import { say } from "./messages.ts";
import styles from "./reports.module.css";

/** A block as it will be printed, its figures marked. What is not printed says why. */
export function BlockView({ block, label = "" }: { block: RenderedBlock; label?: string }) {
  const t = useText();
  return (
    <div className={styles["printed"]} data-kind={block.kind} data-out={block.out ?? undefined}>
      {block.kind === "heading" ? <HeadingView block={block} label={label} /> : <BodyView block={block} />}
      {block.out && <p className={styles["outNote"]}>{t(say(`out.${block.out}`))}</p>}
      {block.notes.map((note) => (
        <p key={note.vi} className={styles["editorNote"]}>
          {t(note)}
        </p>
      ))}
    </div>
  );
}

function HeadingView({ block, label }: { block: RenderedBlock; label: string }) {
  const content = (
    <>
      {label} {block.paragraphs[0] ? <Segments segments={block.paragraphs[0]} /> : block.title}
    </>
  );
  if (block.level === 1) return <h2 className={styles["h1"]}>{content}</h2>;
  if (block.level === 2) return <h3 className={styles["h2"]}>{content}</h3>;
  return <h4 className={styles["h3"]}>{content}</h4>;
}

function BodyView({ block }: { block: RenderedBlock }) {
  return (
    <>
      {block.title && <p className={styles["tableTitle"]}>{block.title}</p>}
      {block.paragraphs.map((segments, index) => (
        <p key={index}>
          <Segments segments={segments} />
        </p>
      ))}
      {block.table && <TableView label={block.title ?? ""} {...block.table} />}
    </>
  );
}

export function Segments({ segments }: { segments: readonly Segment[] }) {
  return segments.map((segment, index) =>
    segment.ref === undefined ? <span key={index}>{segment.text}</span> : <FigureChip key={index} segment={segment} />,
  );
}

/** Wide ones scroll in a box of their own, reachable with the keyboard; the page itself never scrolls sideways. */
function TableView({ label, columns, rows }: { label: string; columns: readonly string[]; rows: readonly (readonly Segment[])[] }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by itself, so a keyboard must reach it
    <div className={styles["tableBox"]} tabIndex={0} role="region" aria-label={label}>
      <table>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, index) => (
            <tr key={index}>
              {cells.map((cell, at) => (
                <td key={at} data-number={(at > 0 && columns[at] !== "Đơn vị") || undefined}>
                  <Segments segments={[cell]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
