import type { PersonId } from "../../../kernel/ids.ts";
import type { Transaction } from "../../../platform/database/index.ts";
import type { HandedLink } from "../contract.ts";
import { handedResetLife, linkLife, type LinkPurpose } from "../domain.ts";
import { insertLink, revokeLinks } from "../store/links.ts";
import { group, hashCode, newLinkToken } from "../tokens.ts";

/** Which page of the application a link opens; the token stands behind #, which no browser sends to a server or a log. */
const pages: Record<LinkPurpose, string> = { "set-up": "/app/set-up", invitation: "/app/enter", reset: "/app/enter", rescue: "/app/enter" };

export function handedLink(url: string, purpose: LinkPurpose, token: string, expiresAt: Date): HandedLink {
  return {
    url: `${url}${pages[purpose]}#${token}`,
    page: `${url}${pages[purpose]}`,
    code: group(token, 4),
    expiresAt: expiresAt.toISOString(),
  };
}

type Wish = { purpose: LinkPurpose; personId: PersonId | null; createdBy: PersonId | null };

/** Makes a link that takes the place of the person's older ones. `url`: KHEO_URL, never what a request's Host header says. */
export async function makeLink(tx: Transaction, url: string, wish: Wish, now: Date): Promise<HandedLink> {
  const token = newLinkToken();
  const life = wish.purpose === "reset" && wish.createdBy ? handedResetLife : linkLife[wish.purpose];
  const expiresAt = new Date(now.getTime() + life);
  await revokeLinks(tx, wish.personId, now);
  await insertLink(tx, { ...wish, tokenHash: hashCode(token), now, expiresAt });
  return handedLink(url, wish.purpose, token, expiresAt);
}
