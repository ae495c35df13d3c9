import type { Needed, Votes } from "../shapes.ts";

export type Attendance = { members: number; present: number };

/** for + against + blank are the votes of those present, no more and no fewer. The difference; 0 when they add up. */
export const difference = ({ present }: Attendance, votes: Votes): number => votes.for + votes.against + votes.blank - present;

/** Whether enough members are there. */
export const hasQuorum = ({ members, present }: Attendance, quorumPercent: number): boolean =>
  members > 0 && present > 0 && present * 100 >= quorumPercent * members;

/** Whether the votes for a candidate are the share that the campaign asks for. */
export function isPassed(attendance: Attendance, votes: Votes, needed: Needed): boolean {
  const all = attendance[needed.of];
  if (all === 0) return false;
  const left = votes.for * 100;
  const right = needed.percent * all;
  return needed.more ? left > right : left >= right;
}

/** 9 of 11 → "81,8 %". */
export function shareText(part: number, whole: number): string {
  if (whole === 0) return "";
  const tenths = Math.round((part * 1000) / whole);
  const text = tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1);
  return `${text.replace(".", ",")}%`;
}
