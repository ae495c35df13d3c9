import type { Document } from "../../src/modules/documents/contract.ts";
import { ApiError, apiErrorFrom } from "../shell/api-error.ts";
import { currentLanguage } from "../shell/language-setting.ts";
import { say } from "../shell/messages.ts";

export type Uploaded = { document: Document; already: boolean };

type Options = { file: File; internal: boolean; onProgress(share: number): void; signal: AbortSignal };

/**
 * Uploads with progress, which fetch cannot tell: on a commune's line 25 MB take minutes. The same endpoint as
 * `api.documents.upload`. Throws `ApiError`; resolves to null when stopped.
 */
export function uploadDocument({ file, internal, onProgress, signal }: Options): Promise<Uploaded | null> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/documents");
    request.responseType = "json";
    request.setRequestHeader("accept-language", currentLanguage());
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener("load", () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as Uploaded);
      else reject(apiErrorFrom(request.response, request.status));
    });
    request.addEventListener("error", () => reject(new ApiError("offline", say("offline"))));
    request.addEventListener("abort", () => resolve(null));
    signal.addEventListener("abort", () => request.abort());
    const form = new FormData();
    form.append("file", file);
    if (internal) form.append("internal", "yes");
    request.send(form);
  });
}
