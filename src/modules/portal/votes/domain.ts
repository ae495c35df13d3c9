import { isIPv6 } from "node:net";

/** At most so many entries stand on one page; a round with more is narrowed by the jury first. */
export const mostEntries = 40;
const longestSummary = 160;

/** The beginning of an entry's text, cut between words. */
export function summaryOf(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim();
  if (plain.length <= longestSummary) return plain;
  return `${plain.slice(0, longestSummary).replace(/\s+\S*$/, "")} …`;
}

/**
 * The network that a ballot comes from: an IPv4 address as it is, of IPv6 the first 64 bits, since a household is given
 * that many addresses and may use another one each time.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [bare = ""] = address.split("%");
  if (!isIPv6(bare)) return address;
  const [head = "", tail] = bare.split("::");
  const groups = (part: string): string[] => part.split(":").filter(Boolean);
  const last = tail === undefined ? [] : groups(tail);
  const first = groups(head);
  const all = [...first, ...Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => "0"), ...last];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

/** The plain question of a ballot: two numbers from 1 to 9 out of its seal, so that nothing has to be kept about it. */
export function sumOf(seal: string): { a: number; b: number } {
  const digit = (at: number) => 1 + (Number.parseInt(seal.slice(at, at + 4), 16) % 9);
  return { a: digit(0), b: digit(4) };
}

export type VoteState = "coming" | "open" | "counting" | "closed";

/** `counting`: the window is over and the votes are about to be counted. */
export function stateOf(vote: { opensAt: Date; closesAt: Date; closedAt: Date | null }, now: Date): VoteState {
  if (vote.closedAt !== null) return "closed";
  if (now < vote.opensAt) return "coming";
  return now < vote.closesAt ? "open" : "counting";
}
