import { grouped } from "../../../kernel/decimals.ts";
import { facts } from "../../../kernel/facts.ts";
import { html } from "../../../kernel/html.ts";
import type { ShownPlan, ShownStory } from "../shapes.ts";
import type { Item } from "../store/public.ts";
import { cards, image, type Card, type Picture } from "./exemplars.ts";
import { dayOf, href, inVietnamese, pager, prose, reader, type Page, type Place } from "./frame.ts";
import { planCards } from "./plans.ts";
import { told } from "./words.ts";

export type Start = {
  counts: { plans: number; exemplars: number; recognised: number; copies: number };
  plans: Item<ShownPlan>[];
  newest: Card[];
  stories: Item<ShownStory>[];
};

export function startPage(place: Place, { counts, plans, newest, stories }: Start): Page {
  const t = reader(place.language);
  const figures = [
    [counts.plans, "nPlans", "/ke-hoach"],
    [counts.exemplars, "nExemplars", "/mo-hinh"],
    [counts.recognised, "nRecognised", "/khen-thuong"],
    [counts.copies, "nCopies", "/nhan-rong"],
  ] as const;
  return {
    title: t(told("site")),
    description: t(told("lead")),
    body: html`<h1>${t(told("lead"))}</h1>
      <form class="find" action="${href(place, "/mo-hinh")}" role="search">
        <p class="words">
          <label for="tim">${t(told("find"))}</label
          ><input id="tim" type="search" name="tim" maxlength="100" aria-describedby="tim-goi-y" /><span id="tim-goi-y" class="quiet"
            >${t(told("findHint"))}</span
          >
        </p>
        <p><button>${t(told("search"))}</button></p>
      </form>
      <ul class="counts">
        ${figures
          .filter(([n]) => n > 0)
          .map(
            ([n, key, to]) =>
              html`<li>
                <a href="${href(place, to)}"><strong>${grouped(String(n))}</strong> ${t(told(key))}</a>
              </li>`,
          )}
      </ul>
      <section>
        <h2>${t(told("promised"))}</h2>
        ${
          plans.length === 0
            ? html`<p>${t(told("nothing"))}</p>`
            : html`${planCards(place, plans)}
                <p><a href="${href(place, "/ke-hoach")}">${t(told("all"))}: ${t(told("plans"))}</a></p>`
        }
      </section>
      <section>
        <h2>${t(told("newest"))}</h2>
        ${
          newest.length === 0
            ? html`<p>${t(told("nothing"))}</p>`
            : html`${cards(place, newest)}
                <p><a href="${href(place, "/mo-hinh")}">${t(told("all"))}: ${t(told("exemplars"))}</a></p>`
        }
      </section>
      ${
        stories.length > 0
          ? html`<section>
              <h2>${t(told("stories"))}</h2>
              ${storyLines(place, stories)}
            </section>`
          : ""
      }`,
  };
}

const monthOf = (place: Place, { month }: ShownStory): string => {
  const [year = "", at = ""] = month.split("-");
  return reader(place.language)(told("storyMonth", { month: `${Number(at)}/${year}` }));
};

const storyLines = (place: Place, stories: readonly Item<ShownStory>[]) =>
  html`<ul class="lines" ${inVietnamese(place)}>
    ${stories.map(
      ({ slug, title, shown }) =>
        html`<li>
          <h3><a href="${href(place, `/guong-sang/${slug}`)}">${title}</a></h3>
          <p class="quiet">${facts([monthOf(place, shown), shown.unit])}</p>
          <p>${shown.lead}</p>
        </li>`,
    )}
  </ul>`;

export function storiesPage(
  place: Place,
  { stories, total, page, size }: { stories: Item<ShownStory>[]; total: number; page: number; size: number },
): Page {
  const t = reader(place.language);
  return {
    title: t(told("stories")),
    body: html`<h1>${t(told("stories"))}</h1>
      ${stories.length === 0 ? html`<p>${t(told("nothing"))}</p>` : storyLines(place, stories)}${pager(place, { page, total, size, query: new URLSearchParams() })}`,
  };
}

export type StoryPage = {
  item: Pick<Item<ShownStory>, "slug" | "title" | "shown" | "unit_name" | "opened_at">;
  pictures: Picture[];
  exemplar: { slug: string; title: string } | null;
};

export function storyPage(place: Place, { item, pictures, exemplar }: StoryPage): Page {
  const t = reader(place.language);
  const { shown } = item;
  const [first, ...rest] = pictures;
  const figureOf = (picture: Picture) =>
    html`<figure>
      ${image(picture, t(told("photo", { name: shown.exemplar })))}${picture.caption ? html`<figcaption>${picture.caption}</figcaption>` : ""}
    </figure>`;
  return {
    title: item.title,
    description: shown.lead,
    image: first ? { src: first.src, alt: first.alt || item.title } : null,
    body: html`<article class="story"><p class="quiet">${monthOf(place, shown)}</p><h1${inVietnamese(place)}>${item.title}</h1>
<div${inVietnamese(place)}>${shown.lead ? html`<p class="lead">${shown.lead}</p>` : ""}${first ? figureOf(first) : ""}${prose(shown.body)}${rest.map(figureOf)}</div>
${exemplar ? html`<p>${t(told("storyAbout"))}: <a${inVietnamese(place)} href="${href(place, `/mo-hinh/${exemplar.slug}`)}">${exemplar.title}</a></p>` : ""}
<p class="source">${t(told("published", { unit: item.unit_name, day: dayOf(item.opened_at) }))}</p></article>`,
  };
}

export function aboutPage(place: Place): Page {
  const t = reader(place.language);
  const parts = [
    ["aboutWhat", "aboutWhatText"],
    ["aboutFigures", "aboutFiguresText"],
    ["aboutPrivacy", "aboutPrivacyText"],
    ["aboutAccess", "aboutAccessText"],
  ] as const;
  return {
    title: t(told("about")),
    body: html`<h1>${t(told("about"))}</h1>
      ${parts.map(
        ([title, text]) =>
          html`<section>
            <h2>${t(told(title))}</h2>
            <p>${t(told(text))}</p>
          </section>`,
      )}
      <section>
        <h2>${t(told("licence"))}</h2>
        <p><a rel="license" href="https://creativecommons.org/licenses/by/4.0/">${t(told("licenceText"))}</a></p>
      </section>`,
  };
}

export function missingPage(place: Place): Page {
  const t = reader(place.language);
  return {
    title: t(told("notFound")),
    unlisted: true,
    body: html`<h1>${t(told("notFound"))}</h1>
      <p>${t(told("notFoundText"))}</p>
      <p><a href="${href(place, "/")}">${t(told("toStart"))}</a></p>`,
  };
}

export function crowdedPage(place: Place): Page {
  const t = reader(place.language);
  return {
    title: t(told("verify")),
    body: html`<h1>${t(told("verify"))}</h1>
      <p role="alert">${t(told("tooMany"))}</p>`,
  };
}
