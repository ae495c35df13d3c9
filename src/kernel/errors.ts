import type { Text } from "./language.ts";

/**
 * The closed list of what can go wrong for a caller, with its HTTP status.
 * One list, so that the API, the CLI and the web agree; a new code needs a reason here.
 */
export const errorCodes = {
  /** No session, or it has ended. */
  unauthenticated: 401,
  /** Signed in, but a second factor is still owed. */
  second_factor_required: 401,
  /** The post in use does not permit this, or not on this unit. */
  forbidden: 403,
  /** Absent, or not visible to this actor: the two look the same on purpose. */
  not_found: 404,
  /** The input does not have the right shape or breaks a rule of a single field. */
  invalid_input: 400,
  /** Someone changed the thing since it was read; `details` says what. */
  conflict: 409,
  /** The thing's state does not allow this act now. */
  wrong_state: 409,
  /** A link or code that was used, revoked or ran out. */
  expired: 410,
  /** Larger than the limit that the message names. */
  too_large: 413,
  /** A file or an encoding that cannot be read; the message says which can. */
  unsupported: 415,
  /** A document with a secrecy mark: refused at the door, nothing kept. */
  secret: 422,
  /** Too many attempts; `details.retryAfter` in seconds. */
  throttled: 429,
  /** Ours: written to the log under `details.reference`, told without internals. */
  internal: 500,
  /** The database or a service is not reachable just now. */
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** What is known about the error, for the screen that shows it; never internals, never another person's data. */
export type Details = Record<string, unknown>;

/** The one error class: a code of the closed list, and a message that says what to do, in both languages. */
export class Problem extends Error {
  readonly code: ErrorCode;
  readonly text: Text;
  readonly details: Details;

  constructor(code: ErrorCode, text: Text, details: Details = {}) {
    super(`${code}: ${text.en}`);
    this.name = "Problem";
    this.code = code;
    this.text = text;
    this.details = details;
  }

  get status(): number {
    return errorCodes[this.code];
  }
}

/** `throw problem("conflict", say("codeTaken", { code }))` */
export function problem(code: ErrorCode, text: Text, details?: Details): Problem {
  return new Problem(code, text, details);
}
