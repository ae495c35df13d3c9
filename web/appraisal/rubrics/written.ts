import { grouped } from "../../../src/kernel/decimals.ts";
import type { Line, Rated, RubricContent, RubricDetail } from "../../../src/modules/appraisal/contract.ts";
import type { api } from "../../shell/api.ts";
import { typedPoints } from "../words.ts";

export type WrittenLine = Omit<Line, "max"> & { max: string };
export type WrittenSection = { id: string; title: string; lines: WrittenLine[] };
export type WrittenOutcome = { id: string; from: string; word: string; counts: boolean; noZero: boolean };

export type WrittenRubric = {
  title: string;
  rates: Rated[];
  basis: string;
  sample: string | null;
  validFrom: string | null;
  validUntil: string | null;
  qualifying: WrittenLine[];
  sections: WrittenSection[];
  bonus: WrittenLine[];
  penalty: WrittenLine[];
  outcomes: WrittenOutcome[];
  unmet: string;
};

export type RubricSent = Parameters<typeof api.appraisal.rubrics.create>[0];

/** Keys stay with their lines from edition to edition; a new line gets one that nothing else has. */
export const newKey = (): string => crypto.randomUUID().slice(0, 13);

const newLine = (): WrittenLine => ({ key: newKey(), text: "", max: "", evidence: "", guidance: "" });
export const lineNew = newLine;

export const sectionNew = (): WrittenSection => ({ id: newKey(), title: "", lines: [newLine()] });
export const outcomeNew = (): WrittenOutcome => ({ id: newKey(), from: "", word: "", counts: true, noZero: false });

const lineOf = (line: Line): WrittenLine => ({ ...line, max: line.max === null ? "" : grouped(line.max) });

const contentOf = (content: RubricContent) => ({
  qualifying: content.qualifying.map(lineOf),
  sections: content.sections.map(({ title, lines }) => ({ id: newKey(), title, lines: lines.map(lineOf) })),
  bonus: content.bonus.map(lineOf),
  penalty: content.penalty.map(lineOf),
  outcomes: content.outcomes.map((outcome) => ({ ...outcome, id: newKey(), from: grouped(outcome.from) })),
  unmet: content.unmet,
});

export const emptyRubric = (): WrittenRubric => ({
  title: "",
  rates: [],
  basis: "",
  sample: null,
  validFrom: null,
  validUntil: null,
  qualifying: [],
  sections: [sectionNew()],
  bonus: [],
  penalty: [],
  outcomes: [outcomeNew()],
  unmet: "Chưa đạt",
});

export const fromSample = ({
  key,
  title,
  rates,
  content,
}: {
  key: string;
  title: string;
  rates: Rated[];
  content: RubricContent;
}): WrittenRubric => ({
  ...emptyRubric(),
  ...contentOf(content),
  title,
  rates,
  sample: key,
});

export const writtenOf = (rubric: RubricDetail): WrittenRubric => ({
  title: rubric.title,
  rates: rubric.rates,
  basis: rubric.basis,
  sample: rubric.sample,
  validFrom: rubric.validFrom,
  validUntil: rubric.validUntil,
  ...contentOf(rubric.content),
});

/** What is no number is sent as it is typed: the server says so at its box. */
const points = (typed: string): string => typedPoints(typed) ?? typed;
const sentLine = (line: WrittenLine) => ({ ...line, max: line.max.trim() === "" ? null : points(line.max) });

export const sentOf = (written: WrittenRubric): RubricSent => ({
  title: written.title,
  rates: written.rates,
  basis: written.basis,
  sample: written.sample,
  validFrom: written.validFrom,
  validUntil: written.validUntil,
  content: {
    qualifying: written.qualifying.map((line) => ({ ...sentLine(line), max: null })),
    sections: written.sections.map(({ title, lines }) => ({ title, lines: lines.map(sentLine) })),
    bonus: written.bonus.map(sentLine),
    penalty: written.penalty.map(sentLine),
    outcomes: written.outcomes.map(({ from, word, counts, noZero }) => ({ from: points(from), word, counts, noZero })),
    unmet: written.unmet,
  },
});

/** Points of lines as far as they are numbers already. */
export const sumTyped = (lines: readonly WrittenLine[]): string =>
  String(Math.round(lines.reduce((sum, { max }) => sum + Number(typedPoints(max) ?? 0), 0) * 100) / 100);
