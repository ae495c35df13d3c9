import { html } from "../../../kernel/html.ts";
import { publicPath } from "../domain/paths.ts";
import type { PublicationKind } from "../shapes.ts";
import type { Item } from "../store/public.ts";
import type { Place } from "./frame.ts";
import { told } from "./words.ts";

type Feed = { items: Pick<Item, "id" | "kind" | "slug" | "title" | "unit_name" | "opened_at" | "changed_at">[] };

export function atom({ origin, site }: Pick<Place, "origin" | "site">, { items }: Feed): string {
  const newest = items[0]?.changed_at ?? new Date(0);
  return html`<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">
      <title>${told("site").vi} – ${site}</title>
      <id>${origin}/tin-moi.atom</id>
      <link rel="self" href="${origin}/tin-moi.atom" /><link href="${origin}/" />
      <updated>${newest.toISOString()}</updated>
      <rights>CC BY 4.0</rights>
      ${items.map(
        ({ id, kind, slug, title, unit_name, opened_at, changed_at }) =>
          html`<entry
            ><title>${title}</title><id>urn:uuid:${id}</id><link href="${origin}${publicPath(kind, slug)}" /><published
              >${opened_at.toISOString()}</published
            ><updated>${changed_at.toISOString()}</updated><author><name>${unit_name}</name></author></entry
          > `,
      )}</feed
    > `.toString();
}

const fixed = [
  "/",
  "/ke-hoach",
  "/mo-hinh",
  "/nhan-rong",
  "/khen-thuong",
  "/guong-sang",
  "/so-lieu",
  "/hoi-thi",
  "/du-lieu",
  "/xac-minh",
  "/gioi-thieu",
];

export function sitemap(origin: string, items: readonly { kind: PublicationKind; slug: string; changed_at: Date }[]): string {
  return html`<?xml version="1.0" encoding="utf-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      ${fixed.map((path) => html`<url><loc>${origin}${path}</loc></url> `)}${items.map(
        ({ kind, slug, changed_at }) =>
          html`<url><loc>${origin}${publicPath(kind, slug)}</loc><lastmod>${changed_at.toISOString()}</lastmod></url> `,
      )}</urlset
    > `.toString();
}

export const robots = (origin: string): string =>
  `User-agent: *\nDisallow: /app\nDisallow: /api\nDisallow: /files\nDisallow: /xac-minh/\nSitemap: ${origin}/sitemap.xml\n`;
