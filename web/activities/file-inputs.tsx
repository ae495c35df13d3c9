import type { Source } from "../../src/modules/activities/contract.ts";
import { useText } from "../shell/language.tsx";
import { say } from "./messages.ts";
import { PhotoInput } from "./photo-input.tsx";
import type { Photos } from "./use-photos.ts";

/** As many as the server takes of each. */
const limits = { photo: 6, paper: 2, file: 5 };
const papers = ".pdf,.doc,.docx,.xls,.xlsx,.txt";

export function FirstPhotos({ photos }: { photos: Photos }) {
  const t = useText();
  return (
    <PhotoInput photos={photos} kind="photo" limit={limits.photo} accept="image/*" label={t(say("photos"))} hint={t(say("photosHint"))} />
  );
}

/** The paper form where somebody copies one, and whatever else belongs to it. */
export function FileInputs({ photos, source }: { photos: Photos; source: Source }) {
  const t = useText();
  return (
    <>
      {source === "paper" && (
        <PhotoInput photos={photos} kind="paper" limit={limits.paper} accept="image/*" label={t(say("paper"))} hint={t(say("paperHint"))} />
      )}
      <PhotoInput
        photos={photos}
        kind="file"
        limit={limits.file}
        accept={papers}
        label={t(say("otherFiles"))}
        hint={t(say("otherFilesHint"))}
      />
    </>
  );
}
