import type { RenderedBlock } from "../../src/modules/reports/contract.ts";
import { useText } from "../shell/language.tsx";
import { labelsOf } from "./labels.ts";
import { say } from "./messages.ts";
import styles from "./reports.module.css";

const textOf = ({ title, paragraphs }: RenderedBlock): string => paragraphs[0]?.map(({ text }) => text).join("") || (title ?? "");

/** The headings, to go to; at the left of a desk screen, folded on a phone. */
export function Outline({ blocks }: { blocks: readonly RenderedBlock[] }) {
  const t = useText();
  const labels = labelsOf(blocks);
  const shown = blocks.filter(({ kind }) => kind === "heading" || kind === "annex");
  return (
    <ol className={styles["outlineList"]}>
      <li data-level={1}>
        <a href="#main">{t(say("top"))}</a>
      </li>
      {shown.map((block) => (
        <li key={block.id} data-level={block.level ?? 1} data-out={block.out ?? undefined}>
          <a href={`#b-${block.id}`}>
            {labels.get(block.id)} {textOf(block)}
          </a>
        </li>
      ))}
    </ol>
  );
}
