import { TextInput } from "@mantine/core";
import { dot } from "../../../src/kernel/facts.ts";
import { useText } from "../../shell/language.tsx";
import { Icon } from "../../ui/icon.tsx";
import { changeOf, showSaid } from "../entry/figure.ts";
import { figureText } from "../entry/figure-text.ts";
import { differs, isEmpty, type Figure } from "../entry/model.ts";
import type { SectionJson, SubmissionJson } from "../entry/rows.ts";
import { say as sayEntry } from "../entry/messages.ts";
import type { Marks } from "./marks.ts";
import { say } from "./messages.ts";
import entryStyles from "../entry/entry.module.css";
import styles from "./approval.module.css";

type Cell = SectionJson["cells"][number];

type Props = {
  label: string;
  cells: readonly Cell[];
  oddities: SubmissionJson["oddities"];
  marks: Marks;
  /** Left out where nothing may be sent back. Null takes the mark off. */
  onMark?: (key: string, reason: string | null) => void;
  onRecords(cell: string, label: string): void;
};

/** One section as its approver reads it. */
export function CompareTable({ label, cells, oddities, marks, onMark, onRecords }: Props) {
  const t = useText();
  return (
    <table className={entryStyles["grid"]} aria-label={label} data-compare>
      <thead>
        <tr>
          <th scope="col">{t(sayEntry("columnIndicator"))}</th>
          <th scope="col">{t(sayEntry("columnNow"))}</th>
          <th scope="col">{t(sayEntry("columnLast"))}</th>
          <th scope="col">{t(sayEntry("columnYearBefore"))}</th>
          <th scope="col">{t(sayEntry("columnComputed"))}</th>
          {onMark && <th scope="col">{t(say("columnMark"))}</th>}
        </tr>
      </thead>
      {cells.map((cell) => {
        const yesNo = cell.kind === "yes-no";
        const mark = marks[cell.key];
        const odd = oddities.filter(({ key }) => key === cell.key);
        const reason = cell.computed && cell.answer && differs(cell.answer, cell.computed) ? cell.answer.reason : null;
        return (
          <tbody key={cell.key} data-returned={mark === undefined ? undefined : true}>
            <tr>
              <th scope="row">
                {cell.label} <span className={entryStyles["unit"]}>({cell.unit})</span>
              </th>
              <td className={styles["now"]} data-label={t(sayEntry("columnNow"))}>
                <strong>
                  {cell.answer && !isEmpty(cell.answer)
                    ? cell.answer.said
                      ? showSaid(cell.answer.value, cell.answer.said)
                      : figureText(cell.answer, yesNo, t)
                    : t(say("empty"))}
                </strong>
              </td>
              <Before label={t(sayEntry("columnLast"))} now={cell.answer} before={cell.last} yesNo={yesNo} />
              <Before label={t(sayEntry("columnYearBefore"))} now={cell.answer} before={cell.yearBefore} yesNo={yesNo} />
              <td className={entryStyles["computed"]} data-label={t(sayEntry("columnComputed"))}>
                {cell.computed ? (
                  <>
                    {figureText(cell.computed, yesNo, t) || "0"}
                    {dot}
                    <button
                      type="button"
                      className={entryStyles["textButton"]}
                      aria-label={t(sayEntry("recordsOf", { label: cell.label, count: cell.computed.records }))}
                      onClick={() => onRecords(cell.key, cell.label)}
                    >
                      {t(sayEntry("records", { count: cell.computed.records }))}
                    </button>
                  </>
                ) : (
                  "–"
                )}
              </td>
              {onMark && (
                <td className={styles["markCell"]} data-label={t(say("columnMark"))}>
                  <button
                    type="button"
                    className={entryStyles["textButton"]}
                    aria-pressed={mark !== undefined}
                    aria-label={t(say(mark === undefined ? "markCell" : "unmarkCell", { label: cell.label }))}
                    onClick={() => onMark(cell.key, mark === undefined ? (odd[0] ? t(odd[0].question) : "") : null)}
                  >
                    {t(say(mark === undefined ? "mark" : "unmark"))}
                  </button>
                </td>
              )}
            </tr>
            {(odd.length > 0 || reason !== null || mark !== undefined) && (
              <tr className={entryStyles["notes"]}>
                <td colSpan={onMark ? 6 : 5}>
                  <ul>
                    {odd.map(({ question }) => (
                      <li key={question.vi} data-tone="question">
                        <Icon name="info" size={16} /> <span>{t(question)}</span>
                      </li>
                    ))}
                    {reason !== null && (
                      <li>
                        <Icon name="info" size={16} /> <span>{t(say("because", { reason }))}</span>
                      </li>
                    )}
                  </ul>
                  {onMark && mark !== undefined && (
                    <TextInput
                      className={styles["mark"] ?? ""}
                      size="xs"
                      required
                      label={t(say("markReason"))}
                      value={mark}
                      onChange={(event) => onMark(cell.key, event.currentTarget.value)}
                    />
                  )}
                </td>
              </tr>
            )}
          </tbody>
        );
      })}
    </table>
  );
}

/** An earlier figure with how far this one is from it. */
function Before({ label, now, before, yesNo }: { label: string; now: Figure | null; before: Figure | null; yesNo: boolean }) {
  const t = useText();
  const change = yesNo ? null : changeOf(now?.value, before?.value);
  return (
    <td className={entryStyles["before"]} data-label={label}>
      {before && !isEmpty(before) ? figureText(before, yesNo, t) : "–"}
      {change && <span className={styles["change"]}> {change}</span>}
    </td>
  );
}
