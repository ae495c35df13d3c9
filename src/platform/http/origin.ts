import type { FastifyRequest } from "fastify";
import { problem } from "../../kernel/errors.ts";
import { phrasebook } from "../../kernel/language.ts";

const say = phrasebook(
  { foreign: "Yêu cầu này đến từ một trang khác nên không được thực hiện. Hãy mở Khéo bằng đúng địa chỉ của cơ quan rồi làm lại." },
  { foreign: "This request came from another site and was not carried out. Open Khéo at its own address and try again." },
);

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * What changes something must come from our own pages: a cookie alone does not show that (cross-site request forgery).
 * Browsers send Sec-Fetch-Site or Origin with every such request; a program without a browser sends an Origin of its own.
 * The request's own host counts as ours beside the configured address, since offices open the server under several names
 * in their network; a browser cannot be made to send another site's Host.
 */
export function refuseForeignOrigin(url: string) {
  return async (request: FastifyRequest): Promise<void> => {
    if (safeMethods.has(request.method)) return;
    const site = request.headers["sec-fetch-site"];
    const origin = request.headers.origin;
    const own = origin !== undefined && (origin === url || sameHost(origin, request.headers.host));
    if (site === undefined ? own : site === "same-origin" && (origin === undefined || own)) return;
    throw problem("forbidden", say("foreign"));
  };
}

function sameHost(origin: string, host: string | undefined): boolean {
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}
