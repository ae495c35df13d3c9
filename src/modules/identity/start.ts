import type { Services } from "../../platform/services.ts";
import type { Text } from "../../kernel/language.ts";
import { cliSay } from "./cli-messages.ts";
import { firstSetUp } from "./service/set-up.ts";

/** What the server prints at its start while nobody administers: the one-time link. Null once there is an administrator. */
export async function setUpNotice({ db, clock }: Pick<Services, "db" | "clock">, url: string): Promise<Text | null> {
  const link = await firstSetUp(db, url, clock());
  return link === null ? null : cliSay("setUpBanner", { url: link });
}
