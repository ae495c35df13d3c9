import { html, Html } from "../../../kernel/html.ts";
import type { Language, Text } from "../../../kernel/language.ts";
import { formatShortDate, vietnamDate } from "../../../kernel/time/index.ts";
import { told } from "./words.ts";

/** Where a page stands: language, its own address without the language, the site's origin and name. */
export type Place = {
  language: Language;
  /** "/mo-hinh?trang=2": without /en. */
  path: string;
  origin: string;
  site: string;
  styles: string;
  /** Shown to an editor, not to the public. */
  preview?: boolean;
  /** Of a preview: where pictures are that the public cannot open yet, by hash. */
  pictures?: ReadonlyMap<string, string>;
};

export type Page = {
  title: string;
  description?: string;
  image?: { src: string; alt: string } | null;
  body: Html;
  /** No page of its own: an address without contents. */ unlisted?: boolean;
};

export const reader =
  (language: Language) =>
  (text: Text): string =>
    text[language];

/** Address in the reader's language. */
export const href = ({ language }: Pick<Place, "language">, path: string): string =>
  language === "en" ? (path === "/" ? "/en" : `/en${path}`) : path;

export const day = (date: string): string => formatShortDate(date);
export const dayOf = (instant: Date): string => formatShortDate(vietnamDate(instant));

const entries = [
  ["/ke-hoach", "plans"],
  ["/mo-hinh", "exemplars"],
  ["/nhan-rong", "replication"],
  ["/khen-thuong", "recognition"],
  ["/hoi-thi", "contests"],
  ["/guong-sang", "stories"],
  ["/so-lieu", "statistics"],
] as const;

/** A whole page. Everything that a browser must have to show it is in it but one style sheet. */
export function frame(place: Place, page: Page): string {
  const { language, path, origin, site, styles } = place;
  const t = reader(language);
  const [bare = "/"] = path.split("?");
  const here = (language_: Language): string => `${origin}${href({ language: language_ }, bare)}`;
  const title = bare === "/" && !page.unlisted ? `${t(told("site"))} – ${site}` : `${page.title} – ${t(told("site"))}`;
  const description = page.description?.replace(/\s+/g, " ").trim().slice(0, 200);
  return (
    html`<!doctype html>
      <html lang="${language}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title}</title>
          ${
            place.preview || page.unlisted
              ? html`<meta name="robots" content="noindex" />`
              : html`<link rel="canonical" href="${here(language)}" />
                  <link rel="alternate" hreflang="vi" href="${here("vi")}" />
                  <link rel="alternate" hreflang="en" href="${here("en")}" />
                  <link rel="alternate" type="application/atom+xml" title="${t(told("feed"))}" href="/tin-moi.atom" />
                  <meta property="og:type" content="article" /><meta property="og:site_name" content="${t(told("site"))} – ${site}" />
                  <meta property="og:title" content="${page.title}" /><meta property="og:url" content="${here(language)}" />
                  <meta property="og:locale" content="${language === "vi" ? "vi_VN" : "en_GB"}" />
                  ${description ? html`<meta name="description" content="${description}" /><meta property="og:description" content="${description}" />` : ""}
                  ${page.image ? html`<meta property="og:image" content="${origin}${page.image.src}" /><meta property="og:image:alt" content="${page.image.alt}" />` : ""}`
          }
          <link rel="icon" href="/cong-khai/dau.svg" type="image/svg+xml" />
          <link rel="stylesheet" href="${styles}" />
        </head>
        <body>
          <a class="skip" href="#noi-dung">${t(told("skip"))}</a>
          ${place.preview ? html`<p class="preview" role="note">${t(told("preview"))}</p>` : ""}
          <header>
            <div class="wide bar">
              <a class="mark" href="${href(place, "/")}"
                ><img src="/cong-khai/dau.svg" width="32" height="32" alt="" /> <span>${t(told("site"))}<small>${site}</small></span></a
              >
              <span class="ways"
                ><a
                  href="${href({ language: language === "vi" ? "en" : "vi" }, path)}"
                  hreflang="${language === "vi" ? "en" : "vi"}"
                  lang="${language === "vi" ? "en" : "vi"}"
                  >${t(told("otherLanguage"))}</a
                >
                <a class="staff" href="/app/">${t(told("staff"))}</a></span
              >
            </div>
            <nav aria-label="${t(told("menu"))}">
              <ul class="wide">
                ${entries.map(
                  ([to, key]) =>
                    html`<li>
                      <a href="${href(place, to)}" ${bare === to || bare.startsWith(`${to}/`) ? new Html(' aria-current="page"') : ""}
                        >${t(told(key))}</a
                      >
                    </li>`,
                )}
              </ul>
            </nav>
          </header>
          <main id="noi-dung" class="wide" tabindex="-1">${page.body}</main>
          <footer>
            <div class="wide">
              <p>${t(told("footer"))} ${t(told("contentsInVietnamese"))}</p>
              <ul>
                ${(
                  [
                    ["/gioi-thieu", "about"],
                    ["/xac-minh", "verify"],
                    ["/du-lieu", "data"],
                  ] as const
                ).map(([to, key]) => html`<li><a href="${href(place, to)}">${t(told(key))}</a></li>`)}
                <li><a href="/tin-moi.atom">${t(told("feed"))}</a></li>
              </ul>
            </div>
          </footer>
        </body>
      </html>`
      .toString()
      // The indentation of the templates would be a fifth of a page; browsers read any run of white space as one.
      .replace(/\n\s*/g, "\n")
  );
}

/** Earlier and later pages as plain links; nothing for a single page. */
export function pager(
  place: Place,
  { page, total, size, query }: { page: number; total: number; size: number; query: URLSearchParams },
): Html | "" {
  const pages = Math.ceil(total / size);
  if (pages <= 1) return "";
  const t = reader(place.language);
  const [bare = "/"] = place.path.split("?");
  const to = (wanted: number): string => {
    const asked = new URLSearchParams(query);
    asked.set("trang", String(wanted));
    return href(place, `${bare}?${asked}`);
  };
  return html`<nav class="pager" aria-label="${t(told("pages"))}">
    ${page > 1 ? html`<a rel="prev" href="${to(page - 1)}">← ${t(told("newer"))}</a>` : html`<span></span>`}<span>${t(
      told("pageOf", { page, pages }),
    )}</span>${page < pages ? html`<a rel="next" href="${to(page + 1)}">${t(told("older"))} →</a>` : html`<span></span>`}
  </nav>`;
}

/** Paragraphs of a text that somebody typed; always Vietnamese. */
export const prose = (text: string): Html[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => html`<p>${paragraph.split("\n").map((line, at) => (at === 0 ? line : html`<br />${line}`))}</p>`);

/** A part whose words are Vietnamese whatever the page's language. */
export const inVietnamese = ({ language }: Pick<Place, "language">): Html => new Html(language === "vi" ? "" : ' lang="vi"');
