import { SegmentedControl } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { facts } from "../../src/kernel/facts.ts";
import type { Preview, Report } from "../../src/modules/reports/contract.ts";
import { useText } from "../shell/language.tsx";
import { StateBadge } from "../ui/badges.tsx";
import { Busy } from "../ui/busy.tsx";
import { showDate, showInstant } from "../ui/dates.ts";
import { ErrorNote } from "../ui/error-note.tsx";
import { HistoryPanel } from "../ui/history-panel.tsx";
import { Icon } from "../ui/icon.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Paper } from "./paper.tsx";
import { ChecksSection } from "./checks-section.tsx";
import { FiguresProvider } from "./figure-chip.tsx";
import { HeaderForm } from "./header-form.tsx";
import { say } from "./messages.ts";
import { NextSteps } from "./next-steps.tsx";
import { Outline } from "./outline.tsx";
import styles from "./reports.module.css";
import { Stands } from "./stands.tsx";
import { usePreview, useReport, type ViewMode } from "./use-report.ts";
import { kindText, periodText, stateText, stateTone } from "./words.ts";

/** A report as it will be printed, with its figures alive; its way to signature, number and sending beside it. */
export function ReportPage() {
  const { reportId } = useParams({ from: "/staff/reports/$reportId" });
  const [mode, setMode] = useState<ViewMode>("draft");
  const report = useReport(reportId);
  const preview = usePreview(reportId, mode);
  if (report.isPending) return <Busy rows={8} />;
  if (report.error) return <ErrorNote error={report.error} onRetry={() => void report.refetch()} />;
  return (
    <>
      <Head report={report.data} />
      {preview.isPending && <Busy rows={8} />}
      {preview.error && <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.data && <Body report={report.data} preview={preview.data} mode={mode} onMode={setMode} />}
    </>
  );
}

function Head({ report }: { report: Report }) {
  const t = useText();
  const { kind, number, date, period, unit, state } = report;
  const note = facts([t(kindText(kind)), number, date && showDate(date), period && t(periodText(period)), unit.name]);
  return (
    <PageHeader
      title={report.title}
      note={note}
      badge={<StateBadge tone={stateTone[state]}>{t(stateText(state))}</StateBadge>}
      back={{ to: "/reports", text: t(say("toList")) }}
      actions={
        <a href={`/files/reports/${report.id}/docx`} className={styles["sideLink"]} download>
          <Icon name="download" size={18} />
          {t(say(report.signed ? "downloadSigned" : "download"))}
        </a>
      }
    />
  );
}

function Body({ report, preview, mode, onMode }: { report: Report; preview: Preview; mode: ViewMode; onMode(mode: ViewMode): void }) {
  const t = useText();
  // A phone's reader comes for the text: the outline waits folded above it.
  const [wide] = useState(() => window.matchMedia("(min-width: 62em)").matches);
  return (
    <FiguresProvider value={{ report, figures: preview.figures }}>
      <div className={styles["layout"]}>
        <nav className={styles["outline"]} aria-label={t(say("outline"))}>
          <details open={wide} className={styles["outlineFold"]}>
            <summary>{t(say("outline"))}</summary>
            <Outline blocks={preview.blocks} />
          </details>
        </nav>
        <div className={styles["middle"]}>
          <FiguresBar report={report} preview={preview} mode={mode} onMode={onMode} />
          <Paper report={report} preview={preview} />
        </div>
        <aside className={styles["aside"]}>
          <NextSteps report={report} preview={preview} />
          {report.can.edit && <ChecksSection preview={preview} />}
          <Stands report={report} />
          {report.can.edit && <HeaderForm key={report.version} report={report} />}
          <HistoryPanel kind="report" id={report.id} />
        </aside>
      </div>
    </FiguresProvider>
  );
}

/** Which figures are shown, as of when, and who is not in them. */
function FiguresBar({ report, preview, mode, onMode }: { report: Report; preview: Preview; mode: ViewMode; onMode(mode: ViewMode): void }) {
  const t = useText();
  if (preview.mode === "frozen") return <p className={styles["figuresBar"]}>{t(say("frozenNote"))}</p>;
  return (
    <div className={styles["figuresBar"]}>
      <SegmentedControl
        aria-label={t(say("mode"))}
        data={[
          { value: "draft", label: t(say("modeDraft")) },
          { value: "official", label: t(say("modeOfficial")) },
        ]}
        value={mode}
        onChange={(value) => onMode(value as ViewMode)}
      />
      <div>
        {t(say(mode === "draft" ? "modeDraftNote" : "modeOfficialNote"))}. {t(say("figuresNote", { time: showInstant(preview.at) }))}
      </div>
      {preview.units > 0 && (
        <div>
          {preview.missing.length > 0 ? (
            <details className={styles["fold"]}>
              <summary>{t(say("missingUnits", { count: preview.missing.length, units: preview.units }))}</summary>
              <p>{preview.missing.map(({ name }) => name).join("; ")}</p>
            </details>
          ) : (
            t(say("allUnits", { units: preview.units }))
          )}
        </div>
      )}
      {report.roundId && (
        <Link to="/rounds/$roundId" params={{ roundId: report.roundId }} className={styles["quietLink"]}>
          {t(say("toRound"))}
        </Link>
      )}
    </div>
  );
}
