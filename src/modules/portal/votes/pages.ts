import { grouped } from "../../../kernel/decimals.ts";
import { facts } from "../../../kernel/facts.ts";
import { html, Html } from "../../../kernel/html.ts";
import { vietnamDate } from "../../../kernel/time/index.ts";
import { day, dayOf, href, inVietnamese, pager, prose, reader, type Page, type Place } from "../pages/frame.ts";
import { told } from "../pages/words.ts";
import type { ShownContest } from "../shapes.ts";
import type { Item } from "../store/public.ts";
import type { VoteState } from "./domain.ts";
import { questionOf, type Answered, type Ballot, type VoteOnPage } from "./public.ts";
import type { PublicEntry, PublicVote } from "./store.ts";
import { tell } from "./words.ts";

export function contestsPage(
  place: Place,
  { items, total, page, size }: { items: Item<ShownContest>[]; total: number; page: number; size: number },
): Page {
  const t = reader(place.language);
  return {
    title: t(tell("contests")),
    body: html`<h1>${t(tell("contests"))}</h1>
      ${
        items.length === 0
          ? html`<p>${t(tell("nothing"))}</p>`
          : html`<ul class="lines">
              ${items.map(
                ({ slug, title, shown }) =>
                  html`<li>
                    <h3><a ${inVietnamese(place)} href="${href(place, `/hoi-thi/${slug}`)}">${title}</a></h3>
                    <p class="quiet" ${inVietnamese(place)}>${facts([shown.issuer, spanOf(shown)])}</p>
                  </li>`,
              )}
            </ul>`
      }
      ${pager(place, { page, total, size, query: new URLSearchParams() })}`,
  };
}

/** From the first day for entries to the last day of judging. */
const spanOf = ({ rounds }: ShownContest): string => {
  const [first] = rounds;
  const last = rounds.at(-1);
  return first && last ? `${day(first.entriesFrom)} – ${day(last.judgingUntil)}` : "";
};

export type ContestPage = {
  item: Item<ShownContest>;
  /** Rounds whose results are still those that were opened. */
  standing: ReadonlySet<number>;
  votes: { vote: PublicVote; state: VoteState; entries: PublicEntry[] }[];
};

/** The last day of a window that ends at midnight. */
const lastDay = (end: Date): string => day(vietnamDate(new Date(end.getTime() - 1)));

export function contestPage(place: Place, { item, standing, votes }: ContestPage): Page {
  const t = reader(place.language);
  const { shown, slug } = item;
  return {
    title: item.title,
    description: `${shown.issuer}. ${shown.rules}`,
    body: html`<article><h1${inVietnamese(place)}>${item.title}</h1>
      <p>${t(tell("organiser"))}: <span${inVietnamese(place)}>${shown.issuer}</span></p>
      ${votes.map((vote) => voteSection(place, { slug, ...vote }))}
      <h2>${t(tell("rounds"))}</h2>
      ${shown.rounds.map(
        (round) =>
          html`<section><h3${inVietnamese(place)}>${round.name}</h3>
          <p class="quiet">${t(tell("entries", { from: day(round.entriesFrom), until: day(round.entriesUntil) }))}. ${t(tell("judging", { from: day(round.judgingFrom), until: day(round.judgingUntil) }))}.</p>
          ${round.results && standing.has(round.position) ? resultsTable(place, round.name, round.results.lines) : html`<p>${t(tell("noResults"))}</p>`}</section>`,
      )}
      ${
        shown.prizes.length > 0
          ? html`<h2>${t(tell("prizes"))}</h2>
              <ul ${inVietnamese(place)}>
                ${shown.prizes.map((prize) => html`<li>${prize}</li>`)}
              </ul>`
          : ""
      }
      ${shown.rules ? html`<h2>${t(tell("rules"))}</h2><div${inVietnamese(place)}>${prose(shown.rules)}</div>` : ""}
      <p class="source">${t(told("published", { unit: item.unit_name, day: dayOf(item.opened_at) }))}</p></article>`,
  };
}

type Lines = NonNullable<ShownContest["rounds"][number]["results"]>["lines"];

const resultsTable = (place: Place, name: string, lines: Lines): Html => {
  const t = reader(place.language);
  if (lines.length === 0) return html`<p>${t(tell("noResults"))}</p>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${t(tell("results"))}: ${name}">
    <table class="stack" ${inVietnamese(place)}>
      <thead>
        <tr>
          <th scope="col">${t(tell("work"))}</th>
          <th scope="col">${t(tell("unit"))}</th>
          <th scope="col">${t(tell("result"))}</th>
        </tr>
      </thead>
      <tbody>
        ${lines.map(
          ({ title, unit, goesOn, prize }) =>
            html`<tr>
              <th scope="row">${title}</th>
              <td data-name="${t(tell("unit"))}">${unit}</td>
              <td data-name="${t(tell("result"))}">${prize ?? (goesOn ? t(tell("goesOn")) : "")}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
};

type Section = { slug: string; vote: PublicVote; state: VoteState; entries: PublicEntry[] };

/** How the vote stands: a way to it, or what came out. In the order of names, small counts withheld, what it is worth below. */
function voteSection(place: Place, { slug, vote, state, entries }: Section): Html {
  const t = reader(place.language);
  const link = html`<p><a href="${href(place, `/hoi-thi/${slug}/binh-chon`)}">${t(tell("toVote"))}</a></p>`;
  return html`<section class="answer">
    <h2>${t(tell("voteCalled"))}</h2>
    ${
      state === "open"
        ? html`<p>${t(tell("voteOpen", { day: lastDay(vote.closes_at), name: vote.name }))}</p>
            ${link}`
        : state === "coming"
          ? html`<p>${t(tell("voteComing", { day: dayOf(vote.opens_at), name: vote.name }))}</p>`
          : state === "counting"
            ? html`<p>${t(tell("voteCounting"))}</p>`
            : counted(place, vote, entries)
    }
    <p class="quiet">${t(tell(state === "closed" ? "protection" : "about"))}</p>
  </section>`;
}

const few = 5;

function counted(place: Place, { name, ballots }: PublicVote, entries: readonly PublicEntry[]): Html {
  const t = reader(place.language);
  const count = (n: number | null) => ((n ?? 0) < few ? t(tell("few")) : grouped(String(n)));
  return html`<p>${name}: ${t(tell("ballots", { count: count(ballots) }))}. ${t(tell("order"))}</p>
    <div class="scroll" tabindex="0" role="region" aria-label="${t(tell("voteCalled"))}: ${name}">
      <table class="stack" ${inVietnamese(place)}>
        <thead>
          <tr>
            <th scope="col">${t(tell("work"))}</th>
            <th scope="col">${t(tell("unit"))}</th>
            <th scope="col">${t(tell("votes"))}</th>
          </tr>
        </thead>
        <tbody>
          ${entries.map(
            ({ title, unit_name, votes }) =>
              html`<tr>
                <th scope="row">${title}</th>
                <td data-name="${t(tell("unit"))}">${unit_name}</td>
                <td data-name="${t(tell("votes"))}">${count(votes)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

export type VotePage = Pick<VoteOnPage, "item" | "vote" | "state" | "entries"> & {
  /** Null in a preview, and when it takes none. */
  ballot: Ballot | null;
  outcome: Answered | null;
  chosen: ReadonlySet<string>;
};

/** The vote: a plain form that works without scripts. */
export function votePage(place: Place, { item, vote, state, entries, ballot, outcome, chosen }: VotePage): Page {
  const t = reader(place.language);
  const back = html`<p><a href="${href(place, `/hoi-thi/${item.slug}`)}">${t(tell("toContest"))}</a></p>`;
  const said = outcome ?? (ballot?.used ? "counted" : null);
  const asks = place.preview || (state === "open" && ballot !== null && !ballot.used);
  return {
    title: `${t(tell("vote"))}: ${item.title}`,
    description: t(tell("about")),
    body: html`<h1>${t(tell("voteCalled"))}</h1>
      <p class="lead" ${inVietnamese(place)}>${item.title}, ${vote.name}</p>
      ${said ? html`<p class="answer" role="${said === "counted" || said === "repeated" ? "status" : "alert"}">${t(tell(said))}</p>` : ""}
      ${
        asks
          ? form(place, { item, vote, entries, ballot, chosen, state })
          : state === "open" || said
            ? ""
            : html`<p>
                ${state === "coming" ? t(tell("voteComing", { day: dayOf(vote.opens_at), name: vote.name })) : t(tell("voteOver"))}
              </p>`
      }
      ${back}`,
  };
}

function form(place: Place, { item, vote, entries, ballot, chosen }: Omit<VotePage, "outcome">): Html {
  const t = reader(place.language);
  const type = vote.most === 1 ? "radio" : "checkbox";
  const { a, b } = ballot ? questionOf(ballot) : { a: 3, b: 4 };
  return html`<p>${t(tell("about"))}</p>
    <form class="ballot" method="post" action="${href(place, `/hoi-thi/${item.slug}/binh-chon`)}">
      <fieldset>
        <legend>${t(tell("choose", { most: vote.most }))}</legend>
        ${entries.map(
          ({ entry_id, title, unit_name, summary, exemplar_slug }, at) =>
            html`<div class="option">
              <input type="${type}" id="bai-${at}" name="bai" value="${entry_id}" ${chosen.has(entry_id) ? new Html(" checked") : ""} />
              <div ${inVietnamese(place)}>
                <label for="bai-${at}">${title}</label>
                <p class="quiet">${unit_name}</p>
                ${summary ? html`<p>${summary}</p>` : ""}
                ${
                  exemplar_slug
                    ? html`<p>
                        <a href="${href(place, `/mo-hinh/${exemplar_slug}`)}">${t(tell("more"))} ${title}</a>
                      </p>`
                    : ""
                }
              </div>
            </div>`,
        )}
      </fieldset>
      <p>
        <label for="tong">${t(tell("sum", { a, b }))}</label
        ><input id="tong" name="tong" inputmode="numeric" autocomplete="off" maxlength="3" size="4" required />
      </p>
      <p><button ${place.preview ? new Html(" disabled") : ""}>${t(tell("send"))}</button></p>
      <p class="quiet">${t(tell("privacy", { most: vote.most_per_network }))}</p>
    </form>`;
}

export function tooOftenPage(place: Place): Page {
  const t = reader(place.language);
  return {
    title: t(tell("vote")),
    unlisted: true,
    body: html`<h1>${t(tell("vote"))}</h1>
      <p role="alert">${t(tell("tooOften"))}</p>`,
  };
}
