import { Button, Group, Select } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { EdgeRow, Plan, PlanEdge } from "../../../src/modules/plans/contract.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Section } from "../../ui/section.tsx";
import styles from "../plans.module.css";
import { edgeNote, edgeText, edges as allEdges, unitKindText } from "../words.ts";
import { say } from "./messages.ts";

type EdgeGroup = { key: string; edge: PlanEdge; kind: string; rows: EdgeRow[] };

const groupsOf = (rows: EdgeRow[]): EdgeGroup[] => {
  const groups = new Map<string, EdgeGroup>();
  for (const row of rows) {
    const key = `${row.edge} ${row.unit.kind}`;
    const group = groups.get(key) ?? { key, edge: row.edge, kind: row.unit.kind, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => allEdges.indexOf(a.edge) - allEdges.indexOf(b.edge) || b.rows.length - a.rows.length);
};

/** What may be asked of whom: proposed by the relation of the two bodies, confirmed by a person, in groups or one by one. */
export function EdgesSection({ plan }: { plan: Plan }) {
  const t = useText();
  const client = useQueryClient();
  const list = useQuery(orpc.plans.edges.queryOptions({ input: { id: plan.id, edition: plan.edition } }));
  const set = useMutation(
    orpc.plans.setEdges.mutationOptions({ onSettled: () => client.invalidateQueries({ queryKey: orpc.plans.key() }) }),
  );
  const send = (rows: EdgeRow[], edge: PlanEdge | null) =>
    set.mutate({ id: plan.id, units: rows.map(({ unit, version }) => ({ unitId: unit.id, version })), edge });
  if (list.isPending) return <Busy rows={3} />;
  if (list.error) return <ErrorNote error={list.error} onRetry={() => void list.refetch()} />;
  // One's own part is one's own.
  const others = list.data.filter(({ unit }) => unit.id !== plan.issuer.id);
  const open = others.filter(({ confirmed }) => !confirmed);
  return (
    <Section
      title={t(say("edgesTitle"))}
      note={t(say("edgesNote"))}
      actions={
        open.length > 0 && (
          <Button variant="default" loading={set.isPending} onClick={() => send(open, null)}>
            {t(say("confirmAll", { count: open.length }))}
          </Button>
        )
      }
    >
      {others.length === 0 && <p className={styles["note"]}>{t(say("edgesNone"))}</p>}
      <ErrorNote error={set.error} />
      <div className={styles["matrix"]}>
        {groupsOf(others).map((group) => (
          <EdgeGroupRow key={group.key} group={group} busy={set.isPending} onSet={send} />
        ))}
      </div>
    </Section>
  );
}

function EdgeGroupRow({ group, busy, onSet }: { group: EdgeGroup; busy: boolean; onSet(rows: EdgeRow[], edge: PlanEdge | null): void }) {
  const t = useText();
  const [named, setNamed] = useState(false);
  const { rows, edge, kind } = group;
  const [first] = rows;
  const open = rows.filter(({ confirmed }) => !confirmed);
  const choices = allEdges.map((value) => ({ value, label: t(edgeText[value]) }));
  return (
    <section className={styles["matrixRow"]}>
      <div className={styles["edgeHead"]}>
        <span className={styles["matrixWho"]}>
          <strong>
            {t(edgeText[edge])}: {rows.length === 1 ? first?.unit.name : `${t(unitKindText(kind))} (${rows.length})`}
          </strong>
          <span className={styles["dim"]}>{t(edgeNote[edge])}</span>
        </span>
        <Group gap="xs" className={styles["edgeActs"]}>
          {rows.length > 1 && (
            <button type="button" className={styles["textButton"]} onClick={() => setNamed((all) => !all)}>
              {named ? t(say("close")) : t(say("seeAll", { count: rows.length }))}
            </button>
          )}
          <Select
            size="xs"
            w="9rem"
            aria-label={`${t(say("changeTo"))}: ${rows.length === 1 ? (first?.unit.name ?? "") : t(unitKindText(kind))}`}
            allowDeselect={false}
            data={choices}
            value={edge}
            disabled={busy}
            onChange={(value) => value && value !== edge && onSet(rows, value as PlanEdge)}
          />
          {open.length > 0 ? (
            <Button size="xs" variant="default" disabled={busy} onClick={() => onSet(open, null)}>
              {t(say("confirmGroup"))}
            </Button>
          ) : (
            <StateBadge tone="good">{t(say("confirmed"))}</StateBadge>
          )}
        </Group>
      </div>
      {named && (
        <ul className={`${styles["unitList"]} ${styles["matrixBody"]}`}>
          {rows.map((row) => (
            <li key={row.unit.id}>
              <span>
                {row.unit.name}
                {row.unit.areaName && <span className={styles["dim"]}>, {row.unit.areaName}</span>}
                {row.proposed !== row.edge && (
                  <span className={styles["dim"]}>
                    {" "}
                    ({t(say("proposed"))}: {t(edgeText[row.proposed])})
                  </span>
                )}
              </span>
              <Select
                size="xs"
                w="9rem"
                aria-label={`${t(say("changeTo"))}: ${row.unit.name}`}
                allowDeselect={false}
                data={choices}
                value={row.edge}
                disabled={busy}
                onChange={(value) => value && value !== row.edge && onSet([row], value as PlanEdge)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
