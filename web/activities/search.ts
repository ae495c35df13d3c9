/** What the pages of the journal keep in their address. */
export const states = ["done", "planned", "cancelled"] as const;
export type ActivityState = (typeof states)[number];

export type ActivityListSearch = {
  text?: string;
  kind?: string;
  state?: ActivityState;
  /** A unit and those below it. */
  unit?: number;
  /** 'YYYY-MM-DD', inclusive. */
  from?: string;
  to?: string;
  /** Only those whose figures are rough. */
  rough?: boolean;
  /** Only those that serve an item of a plan. */
  plan?: string;
  item?: string;
  page?: number;
};

/** What a new activity begins with, when a link says it. */
export type RecordSearch = { day?: string; kind?: string; work?: string; name?: string; summary?: string };

export const views = ["week", "month", "list"] as const;
export type View = (typeof views)[number];
export type CalendarSearch = { view?: View; day?: string };
