import type { PeriodCalendar, PeriodKind } from "../../../src/kernel/time/index.ts";
import type { IntakeDecisionInput, IntakeProposal, IntakeRow } from "../../../src/modules/indicators/contract.ts";

/** What a row is to be: an indicator ("12" or "12:economy"), a new one, or not asked. */
export type Choice =
  | { kind: "indicator"; indicatorId: number; member: string; name: string; unit: string }
  | { kind: "new" }
  | { kind: "drop" };
export type RowEdit = { id: string; label: string; unit: string; choice: Choice };
export type SectionEdit = {
  id: string;
  kept: boolean;
  number: string;
  heading: string;
  narrative: boolean;
  guidance: string;
  rows: RowEdit[];
};

export type Edit = {
  title: string;
  basis: string;
  kind: PeriodKind;
  calendar: PeriodCalendar;
  from: string | null;
  to: string | null;
  dueDay: string | null;
  dueBefore: boolean;
  dueText: string;
  receiver: string;
  addressees: string;
  sections: SectionEdit[];
};

const choiceOf = ({ matched, repeats, candidates }: IntakeRow): Choice => {
  if (repeats !== null) return { kind: "drop" };
  const [best] = candidates;
  return matched && best
    ? { kind: "indicator", indicatorId: best.indicatorId, member: best.member, name: best.name, unit: best.unit }
    : { kind: "new" };
};

/** The proposal as the editor finds it: what is sure enough is taken. */
export function startOf(proposal: IntakeProposal): Edit {
  const { period, due } = proposal;
  const once = period?.value.kind === "ad-hoc";
  return {
    title: proposal.title?.value ?? "",
    basis: proposal.basis?.value ?? "",
    kind: period?.value.kind ?? "half",
    calendar: period?.value.calendar ?? "civil",
    from: once ? (period?.value.from ?? null) : null,
    to: once ? (period?.value.to ?? null) : null,
    dueDay: due?.value.kind === "date" ? due.value.date : null,
    dueBefore: due?.value.before ?? true,
    dueText: due?.value.text ?? "",
    receiver: [proposal.receiver?.value, proposal.via && `(qua ${proposal.via.value})`].filter(Boolean).join(" "),
    addressees: (proposal.addressees?.value ?? []).join("\n"),
    sections: proposal.sections.map(({ id, number, heading, narrative, guidance, rows }) => ({
      id,
      kept: true,
      number,
      heading,
      narrative,
      guidance,
      rows: rows.map((row) => ({ id: row.id, label: row.label, unit: row.unit, choice: choiceOf(row) })),
    })),
  };
}

/** What is sent. A due date that comes back keeps the rule that was read, unless a day was set. */
export function decisionOf(edit: Edit, proposal: IntakeProposal): IntakeDecisionInput {
  const kinds = new Map(proposal.sections.flatMap(({ rows }) => rows.map((row) => [row.id, row.valueKind] as const)));
  const read = proposal.due?.value;
  const due = edit.dueDay
    ? { text: edit.dueText, rule: { kind: "date" as const, date: edit.dueDay, before: edit.dueBefore } }
    : read?.kind === "day-of-year"
      ? { text: edit.dueText, rule: { kind: "day-of-year" as const, at: read.at, before: read.before } }
      : undefined;
  const once = edit.kind === "ad-hoc";
  return {
    title: edit.title,
    basis: edit.basis,
    receiverText: edit.receiver,
    addressees: edit.addressees
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean),
    periods: { kind: edit.kind, calendar: once ? "civil" : edit.calendar, from: once ? edit.from : null, to: once ? edit.to : null },
    ...(due ? { due } : {}),
    sections: edit.sections
      .filter(({ kept }) => kept)
      .map(({ number, heading, narrative, guidance, rows }) => ({
        number,
        heading,
        narrative,
        guidance,
        rows: rows.flatMap(({ id, label, unit, choice }) => {
          if (choice.kind === "drop") return [];
          const indicator =
            choice.kind === "new"
              ? { create: { name: label, unit, valueKind: kinds.get(id) ?? ("count" as const) } }
              : { indicatorId: choice.indicatorId, member: choice.member };
          return [{ label, unit: choice.kind === "indicator" ? choice.unit : unit, indicator }];
        }),
      })),
  };
}
