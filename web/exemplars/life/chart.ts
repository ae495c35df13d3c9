/** Places on a drawing; floats are for drawing alone, figures stay the strings they are. */
export type Point = { x: number; y: number; value: string; said: string | null; date: string | null };
export type Drawing = { width: number; height: number; points: Point[]; goalY: number };

type Chart = {
  baseline: string | null;
  goal: string;
  /** Oldest first. */
  readings: readonly { onDate: string; value: string; said: string | null }[];
  /** Where the baseline stands, when it has a day. */
  from: string | null;
};

export const size = { width: 320, height: 150, left: 14, right: 30, top: 26, bottom: 26 };

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/**
 * A line from the baseline over the readings towards the goal. Days are to scale; the baseline stands at `from`, or left of the
 * first reading when no day is known or the day is not before it. With no room between values everything lies in the middle.
 */
export function drawn({ baseline, goal, readings, from }: Chart): Drawing {
  const { width, height, left, right, top, bottom } = size;
  const [first] = readings;
  const last = readings.at(-1);
  const begin =
    from !== null && first && from < first.onDate ? dayNumber(from) : first ? dayNumber(first.onDate) - (baseline === null ? 0 : 30) : 0;
  const span = Math.max(1, (last ? dayNumber(last.onDate) : 0) - begin);
  const values = [...(baseline === null ? [] : [baseline]), goal, ...readings.map(({ value }) => value)].map(Number);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const y = (value: string): number =>
    high === low ? (top + height - bottom) / 2 : top + ((high - Number(value)) / (high - low)) * (height - top - bottom);
  const x = (day: number): number => left + ((day - begin) / span) * (width - left - right);
  const points: Point[] = [
    ...(baseline === null ? [] : [{ x: left, y: y(baseline), value: baseline, said: null, date: null }]),
    ...readings.map(({ onDate, value, said }) => ({ x: x(dayNumber(onDate)), y: y(value), value, said, date: onDate })),
  ];
  return { width, height, points, goalY: y(goal) };
}
