import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { contentOrder } from "../words.ts";
import { unitId, type Written } from "../written.ts";
import { AlikeItem } from "./alike.tsx";
import styles from "./likeness.module.css";
import { say } from "./messages.ts";

/** While somebody writes: others like it, once there is a name to go by. It says nothing when there is nothing, and never stands in the way. */
export function LikenessHint({ written, id }: { written: Written; id?: string }) {
  const t = useText();
  const { name, lead, area, place, themes, contents } = written;
  const asked = {
    ...(id ? { id } : {}),
    name: name.trim(),
    ...(lead[0] ? { leadId: unitId(lead[0]) } : {}),
    areaId: area[0] ? unitId(area[0]) : null,
    place: place.trim(),
    themes,
    contents: Object.fromEntries(contentOrder.flatMap((key) => (contents[key]?.trim() ? [[key, contents[key]]] : []))),
  };
  const [settled] = useDebouncedValue(JSON.stringify(asked), 1200);
  const input = JSON.parse(settled) as typeof asked;
  const found = useQuery({
    ...orpc.exemplars.likeness.check.queryOptions({ input }),
    enabled: input.name.length >= 6,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  });
  const items = input.name.length >= 6 ? (found.data?.items ?? []) : [];
  return (
    <div role="status">
      {items.length > 0 && (
        <section className={styles["hint"]} aria-labelledby="alike-hint">
          <h2 id="alike-hint">{t(say("hintTitle"))}</h2>
          <p>{t(say("hintText"))}</p>
          <ul className={styles["list"]}>
            {items.slice(0, 3).map((alike) => (
              <li key={alike.other.id} className={styles["item"]}>
                <AlikeItem alike={alike} contents={input.contents} newTab />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
