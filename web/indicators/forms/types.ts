import type { api } from "../../shell/api.ts";

export type FormJson = Awaited<ReturnType<typeof api.indicators.forms.get>>;
export type Settings = FormJson["settings"];
export type Content = Settings["content"];
export type FormSectionJson = Content["sections"][number];
export type FormRowJson = FormSectionJson["rows"][number];
export type Rule = Settings["due"]["rule"];
export type Given = FormJson["alreadyGiven"];
