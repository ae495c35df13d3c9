import { Link } from "@tanstack/react-router";
import type { EventOut } from "../../../src/modules/exemplars/life/contract.ts";
import { useText } from "../../shell/language.tsx";
import { fileOf, usePictures } from "../pictures/use-pictures.ts";
import styles from "./life.module.css";
import { say } from "./messages.ts";

/** The photographs that were added to a piece of evidence, small; they are worked on in their own part of the page. */
export function EventPictures({ id, event }: { id: string; event: EventOut }) {
  const t = useText();
  const { data } = usePictures(id);
  const own = (data?.items ?? []).filter(({ eventId, state }) => eventId === event.id && state === "ready");
  if (own.length === 0) return null;
  return (
    <ul className={styles["pictures"]}>
      {own.map((picture) => (
        <li key={picture.id}>
          <Link to="/exemplars/$exemplarId" params={{ exemplarId: id }} search={{ tab: "pictures" }}>
            <img
              src={fileOf(picture, data?.beyond ? "public" : "thumb")}
              alt={picture.alt || picture.caption || t(say("picture"))}
              loading="lazy"
            />
          </Link>
        </li>
      ))}
    </ul>
  );
}
