/** Where a clause of a child plan comes from: a place in the superior's document. */
export type Origin = { clause: string; docType: string; number: string | null };

/** An origin found in a text, at a 1-based line. */
export type OriginFound = { line: number; clause: string; docType: string; number: string };

/**
 * "(mục II.1 Kế hoạch số 10/KH-MTTQ-BTT)": read by people, and read back by `readOriginMarks` when the plan returns
 * from Word, so that a clause keeps its link to the superior's however much it was edited.
 */
export function originMark({ clause, docType, number }: Origin): string {
  const document = number === null ? docType : `${docType} số ${number}`;
  const annex = /^PL\.(.+)\.([^.]+)$/u.exec(clause);
  const place = annex ? `mục ${annex[2]} Phụ lục ${annex[1]} ` : clause === "" ? "" : `mục ${clause} `;
  return `(${place}${document})`;
}

const mark = /\((?:mục (?<clause>\S+) )?(?:Phụ lục (?<annex>\S+) )?(?<docType>\p{Lu}[\p{L} ]{2,30}?) số (?<number>[^\s()]+)\)/gu;

export function readOriginMarks(lines: readonly string[]): OriginFound[] {
  return lines.flatMap((text, index) =>
    [...text.normalize("NFC").matchAll(mark)].map(({ groups = {} }) => {
      const { clause = "", annex, docType = "", number = "" } = groups;
      return { line: index + 1, clause: annex === undefined ? clause : `PL.${annex}.${clause}`, docType, number };
    }),
  );
}
