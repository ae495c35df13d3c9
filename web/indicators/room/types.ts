import type { api } from "../../shell/api.ts";

export type Round = Awaited<ReturnType<typeof api.indicators.rounds.get>>;
export type Room = Awaited<ReturnType<typeof api.indicators.rounds.room>>;
