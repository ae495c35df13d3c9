import { Button, Checkbox, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { dot, facts } from "../../src/kernel/facts.ts";
import type { BlockContent, Piece, SourcePiece } from "../../src/modules/reports/contract.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { StateBadge } from "../ui/badges.tsx";
import { Busy } from "../ui/busy.tsx";
import { showDate } from "../ui/dates.ts";
import { ErrorNote } from "../ui/error-note.tsx";
import { useReportUnit } from "./figure-chip.tsx";
import { say } from "./messages.ts";
import styles from "./reports.module.css";

type Narrative = Extract<BlockContent, { kind: "narrative" }>;
type Props = { reportId: string; blockId: string; content: Narrative; onChange(content: Narrative): void };

/** What units below wrote for a heading: keep it as it is, shorten it, or put it aside. What is kept stands in the report. */
export function PiecesEditor({ reportId, blockId, content, onChange }: Props) {
  const t = useText();
  const sources = useQuery(orpc.reports.sources.queryOptions({ input: { id: reportId, blockId } }));
  const own = useReportUnit();
  const { pieces } = content;
  const put = (next: Piece[]) => onChange({ ...content, pieces: next });
  const change = (key: string, part: Partial<Piece>) => put(pieces.map((piece) => (piece.key === key ? { ...piece, ...part } : piece)));
  const take = (taken: readonly SourcePiece[], state: Piece["state"]) =>
    put([...pieces, ...taken.map(({ key, unit, text }) => ({ key, unitName: unit.name, text, state, named: unit.id !== own }))]);

  const known = new Set(pieces.map(({ key }) => key));
  const fresh = (sources.data ?? []).filter(({ key }) => !known.has(key));
  const kept = pieces.filter(({ state }) => state === "kept");
  const dropped = pieces.filter(({ state }) => state === "dropped");
  return (
    <div className={styles["pieces"]}>
      {kept.length > 0 && (
        <ul className={styles["pieceList"]} aria-label={t(say("kept"))}>
          {kept.map((piece) => (
            <li key={piece.key}>
              <Textarea
                label={t(say("pieceText", { unit: piece.unitName }))}
                value={piece.text}
                autosize
                minRows={1}
                maxRows={12}
                onChange={(event) => change(piece.key, { text: event.currentTarget.value })}
              />
              <div className={styles["buttons"]}>
                <Checkbox
                  label={t(say("named"))}
                  checked={piece.named}
                  onChange={(event) => change(piece.key, { named: event.currentTarget.checked })}
                />
                <Button size="compact-sm" variant="default" onClick={() => change(piece.key, { state: "dropped" })}>
                  {t(say("dropPiece"))}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      <section aria-label={t(say("sources"))}>
        <div className={styles["piecesHead"]}>
          <h4>
            {t(say("sources"))}
            {fresh.length > 0 && (
              <span>
                {dot}
                {t(say("sourcesNew", { count: fresh.length }))}
              </span>
            )}
          </h4>
          {fresh.length > 1 && (
            <Button size="compact-sm" variant="default" onClick={() => take(fresh, "kept")}>
              {t(say("keepAll", { count: fresh.length }))}
            </Button>
          )}
        </div>
        {sources.isPending && <Busy />}
        <ErrorNote error={sources.error} onRetry={() => void sources.refetch()} />
        {sources.data && fresh.length === 0 && pieces.length === 0 && <p className={styles["quiet"]}>{t(say("sourcesNone"))}</p>}
        <ul className={styles["pieceList"]}>
          {fresh.map((source) => (
            <SourceItem key={source.key} source={source} onKeep={() => take([source], "kept")} onDrop={() => take([source], "dropped")} />
          ))}
        </ul>
      </section>
      {dropped.length > 0 && (
        <details className={styles["fold"]}>
          <summary>{t(say("droppedCount", { count: dropped.length }))}</summary>
          <ul className={styles["pieceList"]}>
            {dropped.map((piece) => (
              <li key={piece.key}>
                <p className={styles["pieceWords"]}>{piece.text}</p>
                <div className={styles["buttons"]}>
                  <span className={styles["quiet"]}>{piece.unitName}</span>
                  <Button size="compact-sm" variant="default" onClick={() => change(piece.key, { state: "kept" })}>
                    {t(say("keepAgain"))}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function SourceItem({ source, onKeep, onDrop }: { source: SourcePiece; onKeep(): void; onDrop(): void }) {
  const t = useText();
  return (
    <li>
      <div className={styles["sourceHead"]}>
        <strong>{source.unit.name}</strong>
        <span>{facts([source.heading, source.date && showDate(source.date)])}</span>
        {source.from === "activity" && <StateBadge tone="neutral">{t(say("fromActivity"))}</StateBadge>}
        {!source.approved && <StateBadge tone="attention">{t(say("notApproved"))}</StateBadge>}
      </div>
      <p className={styles["pieceWords"]}>{source.text}</p>
      {source.alike.length > 0 && (
        <details className={styles["fold"]}>
          <summary>{t(say("alike", { count: source.alike.length }))}</summary>
          <ul>
            {source.alike.map(({ key, unit, text }) => (
              <li key={key}>
                <strong>{unit.name}</strong>: {text}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className={styles["buttons"]}>
        <Button size="compact-sm" variant="default" onClick={onKeep} aria-label={`${t(say("keep"))}: ${source.unit.name}`}>
          {t(say("keep"))}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onDrop} aria-label={`${t(say("dropPiece"))}: ${source.unit.name}`}>
          {t(say("dropPiece"))}
        </Button>
        {source.path && (
          <Link to={source.path as never} className={styles["quietLink"]}>
            {t(say("openSource"))}
          </Link>
        )}
      </div>
    </li>
  );
}
