/** What was sent from this device: the secret that leads back to each, and its name. Kept here alone. */
export type Receipt = { receipt: string; name: string };

const key = "kheo:offers";
const most = 20;

const isReceipt = (raw: unknown): raw is Receipt =>
  typeof raw === "object" &&
  raw !== null &&
  "receipt" in raw &&
  "name" in raw &&
  typeof raw.receipt === "string" &&
  typeof raw.name === "string";

/** Newest first; nothing where the browser keeps nothing. */
export function receiptsHere(): Receipt[] {
  try {
    const raw: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(raw) ? raw.filter(isReceipt) : [];
  } catch {
    return [];
  }
}

export function keepReceipt(made: Receipt): void {
  try {
    localStorage.setItem(key, JSON.stringify([made, ...receiptsHere()].slice(0, most)));
  } catch {
    // A browser that keeps nothing: the page shows the address to copy.
  }
}

export const receiptAddress = (receipt: string): string => `${location.origin}/app/invited/mine#${receipt}`;
