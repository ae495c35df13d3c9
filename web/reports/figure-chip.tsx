import { Popover } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { createContext, useContext, useState } from "react";
import type { Figure, Report, Segment } from "../../src/modules/reports/contract.ts";
import { useText } from "../shell/language.tsx";
import { KeyValue } from "../ui/key-value.tsx";
import { say } from "./messages.ts";
import styles from "./reports.module.css";
import { showValue } from "./words.ts";

type Shown = { report: Report; figures: readonly Figure[] };
const Figures = createContext<Shown | null>(null);
export const FiguresProvider = Figures;

/** The figures that the report names, as they stand now. */
export const useReportFigures = () => useContext(Figures)?.figures ?? [];

/** The unit whose report is on the page. */
export const useReportUnit = (): number | undefined => useContext(Figures)?.report.unit.id;

/** What a figure is called; its own reference when the preview does not know it yet. */
export function useFigureName(): (ref: string) => string {
  const shown = useContext(Figures);
  return (ref) => shown?.figures.find((figure) => figure.ref === ref)?.title ?? ref;
}

/** A figure inside a sentence or a table: its text as it will be printed, and behind it what it is made of. */
export function FigureChip({ segment }: { segment: Segment }) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  const shown = useContext(Figures);
  const figure = shown?.figures.find(({ ref }) => ref === segment.ref);
  if (!figure) return <>{segment.text}</>;
  const state = segment.state === "missing" ? t(say("chipMissing")) : segment.state === "provisional" ? t(say("chipProvisional")) : "";
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" shadow="md" width={320} trapFocus returnFocus withinPortal>
      <Popover.Target>
        <button
          type="button"
          className={styles["chip"]}
          data-state={segment.state}
          aria-expanded={opened}
          aria-label={t(say("chip", { title: figure.title, value: segment.text || t(say("noValue")), state }))}
          onClick={() => setOpened((open) => !open)}
        >
          {segment.text || "…"}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <FigureCard figure={figure} />
      </Popover.Dropdown>
    </Popover>
  );
}

function FigureCard({ figure }: { figure: Figure }) {
  const t = useText();
  const amount = (value: string | null, said: string | null = null) =>
    value === null ? null : [said, showValue(value), figure.unit].filter(Boolean).join(" ");
  return (
    <div className={styles["figureCard"]}>
      <strong>{figure.title}</strong>
      <KeyValue
        items={[
          [t(say("figureValue")), amount(figure.provisional, figure.said) ?? t(say("noValue"))],
          [t(say("figureApproved")), amount(figure.approved, figure.said) ?? t(say("noValue"))],
          [t(say("figureTarget")), amount(figure.target)],
          [t(say("figureLast")), amount(figure.last)],
          [t(say("figureYearBefore")), amount(figure.yearBefore)],
          [
            t(say("figureFrom")),
            <>
              {t(say(`from.${figure.from}`))}
              {figure.given !== null && figure.asked !== null && (
                <div className={styles["quiet"]}>{t(say("figureGiven", { given: figure.given, asked: figure.asked }))}</div>
              )}
            </>,
          ],
        ]}
      />
      {figure.refused && <p className={styles["warn"]}>{t(figure.refused)}</p>}
      <FigureLink figure={figure} />
    </div>
  );
}

/** To the journal where it is counted from activities, to the round where units hand it in. */
function FigureLink({ figure }: { figure: Figure }) {
  const t = useText();
  const shown = useContext(Figures);
  const period = shown?.report.period;
  const [, kind] = /^activity\/([a-z-]+)\//.exec(figure.ref) ?? [];
  if ((kind || figure.from === "computed") && period) {
    return (
      <Link
        to="/activities"
        search={{ from: period.from, to: period.to, state: "done", ...(kind && kind !== "any" ? { kind } : {}) }}
        className={styles["quietLink"]}
      >
        {t(say("figureRecords"))}
      </Link>
    );
  }
  const roundId = shown?.report.roundId;
  if (!roundId || figure.from === "none") return null;
  return (
    <Link to="/rounds/$roundId" params={{ roundId }} className={styles["quietLink"]}>
      {t(say("figureSource"))}
    </Link>
  );
}
