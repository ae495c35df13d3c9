import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { lineReaches, unitsByIds } from "../../units/index.ts";
import { tellsNumber } from "../domain/telling.ts";
import { say } from "../messages.ts";
import { mayPublish } from "../policy.ts";
import { publicationOf } from "../store/publications.ts";
import { publicPictures } from "../store/sources.ts";
import { findStory } from "../store/stories.ts";
import { noFacets, type Ask, type Seen, type Showing } from "./seen.ts";

export async function showStory({ db }: Showing, actor: Actor, { thingId, choice }: Ask): Promise<Seen> {
  const story = await findStory(db, thingId);
  if (!story || !mayPublish(actor, { own: await lineReaches(db, actor.unitId, story.unit_id) })) throw problem("not_found", say("noThing"));
  const [pictures, about, units] = await Promise.all([
    publicPictures(db, story.exemplar_id),
    publicationOf(db, "exemplar", story.exemplar_id),
    unitsByIds(db, [story.unit_id]),
  ]);
  const unitName = units.get(story.unit_id)?.name ?? "";
  const told = tellsNumber(`${story.title} ${story.lead} ${story.body}`);
  return {
    unitId: story.unit_id,
    unitName,
    title: story.title,
    shown: {
      words: `${story.lead} ${story.body}`,
      title: story.title,
      lead: story.lead,
      body: story.body,
      month: story.month,
      exemplar: about?.title ?? story.exemplar_name,
      unit: unitName,
      pictures: story.pictures.flatMap((id) => {
        const found = pictures.find((each) => each.id === id);
        return found ? [{ id, hash: found.hash, caption: found.caption, alt: found.alt }] : [];
      }),
    },
    facets: { ...noFacets, year: Number(story.month.slice(0, 4)) },
    parts: [],
    choice,
    blocked:
      story.state !== "ready"
        ? say("notReady")
        : about?.visible
          ? told
            ? say("phoneFound", { where: story.title })
            : null
          : say("storyHidden"),
    notes: [say("noteWords")],
    needsConsent: false,
  };
}
