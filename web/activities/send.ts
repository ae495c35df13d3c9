import { StandardBracketNotationSerializer } from "@orpc/openapi-client/standard";
import type { ActivityDetail, ActivityInput } from "../../src/modules/activities/contract.ts";
import { ApiError, apiErrorFrom } from "../shell/api-error.ts";
import { currentLanguage } from "../shell/language-setting.ts";
import { say } from "../shell/messages.ts";
import type { KeptPhoto } from "./kept-photos.ts";

type Options = { onProgress(share: number): void; signal: AbortSignal };

/** What the endpoints take the files as. */
const parts = { photo: "photos", paper: "paper", file: "files" } as const;

/**
 * Sends an activity with its photographs and tells how far it got, which fetch cannot: two photographs on a village's line
 * take a minute. The same endpoints as `api.activities.record`, `.carryOut` and `.addFiles`. Throws `ApiError`; null when stopped.
 */
export function sendWithPhotos(
  path: string,
  input: Partial<ActivityInput> & { version?: number },
  photos: readonly KeptPhoto[],
  { onProgress, signal }: Options,
): Promise<ActivityDetail | null> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api${path}`);
    request.responseType = "json";
    request.setRequestHeader("accept-language", currentLanguage());
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener("load", () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as ActivityDetail);
      else reject(apiErrorFrom(request.response, request.status));
    });
    request.addEventListener("error", () => reject(new ApiError("offline", say("offline"))));
    request.addEventListener("abort", () => resolve(null));
    signal.addEventListener("abort", () => request.abort());
    request.send(formOf(input, photos));
  });
}

function formOf(input: object, photos: readonly KeptPhoto[]): FormData {
  const form = new FormData();
  for (const [name, value] of new StandardBracketNotationSerializer().serialize(input))
    if ((typeof value === "string" && value !== "") || typeof value === "number") form.append(name, String(value));
  const counts = { photo: 0, paper: 0, file: 0 };
  for (const { kind, file } of photos) form.append(`${parts[kind]}[${counts[kind]++}]`, file, file.name);
  return form;
}
