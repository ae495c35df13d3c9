import { errorCodes, type Details, type ErrorCode } from "../../src/kernel/errors.ts";
import type { Text } from "../../src/kernel/language.ts";
import { say } from "./messages.ts";

/** What the server said, or what kept the call from reaching it (`offline`, `outdated`). */
export type ApiErrorCode = ErrorCode | "offline";

/**
 * The one error that calls of the API throw. `message` is in the reader's language already (the server wrote it), `details`
 * is what the screen may use: `fields` (path → message), `retryAfter`, what changed in a conflict.
 */
export class ApiError extends Error {
  readonly code: ApiErrorCode;
  readonly details: Details;
  /** Set when the message is ours and not the server's: it follows the language switch. */
  readonly text: Text | null;

  constructor(code: ApiErrorCode, message: string | Text, details: Details = {}) {
    super(typeof message === "string" ? message : message.vi);
    this.name = "ApiError";
    this.code = code;
    this.details = details;
    this.text = typeof message === "string" ? null : message;
  }

  /** Server messages per field path, as `details.fields` carries them. */
  get fields(): Record<string, string> {
    const { fields } = this.details;
    return typeof fields === "object" && fields !== null ? (fields as Record<string, string>) : {};
  }
}

/** Anything thrown becomes an `ApiError`; a failed fetch means that the server was not reached. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof TypeError || (error instanceof DOMException && error.name === "NetworkError"))
    return new ApiError("offline", say("offline"));
  return new ApiError("internal", say("unexpected"), { cause: error instanceof Error ? error.message : String(error) });
}

/** The server's `{code, message, details}`, or what a proxy in between answered. */
export function apiErrorFrom(body: unknown, status: number): ApiError {
  if (typeof body === "object" && body !== null && "code" in body && "message" in body) {
    const { code, message, details } = body as { code: string; message: unknown; details?: Details };
    if (Object.hasOwn(errorCodes, code)) return new ApiError(code as ErrorCode, String(message), details ?? {});
  }
  if (status === 401) return new ApiError("unauthenticated", say("signInAgain"));
  if (status === 413) return new ApiError("too_large", say("tooLarge"));
  if (status === 502 || status === 503 || status === 504) return new ApiError("unavailable", say("offline"));
  return new ApiError("internal", say("unexpected"), { status });
}
