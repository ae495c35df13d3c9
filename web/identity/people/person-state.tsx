import { dot } from "../../../src/kernel/facts.ts";
import type { Person, PersonDetail, Post } from "../../../src/modules/identity/contract.ts";
import { useText } from "../../shell/language.tsx";
import { roleNames } from "../../../src/kernel/permissions.ts";
import { StateBadge, type Tone } from "../../ui/badges.tsx";
import styles from "../identity.module.css";
import { say } from "./messages.ts";

/** As the API's JSON has them: the unit's number without its brand. */
export type ShownPost = Omit<Post, "unit"> & { unit: { id: number; name: string; areaName?: string | undefined } };
export type ShownPerson = Omit<Person, "posts"> & { posts: ShownPost[] };
export type ShownDetail = Omit<PersonDetail, "posts"> & { posts: ShownPost[] };

const tones: Record<Person["state"], Tone> = { invited: "attention", active: "good", closed: "neutral" };
export const stateText = { invited: say("invited"), active: say("active"), closed: say("closed") };

export function PersonStateBadge({ state }: { state: Person["state"] }) {
  const t = useText();
  return <StateBadge tone={tones[state]}>{t(stateText[state])}</StateBadge>;
}

export function PostList({ posts }: { posts: ShownPost[] }) {
  const t = useText();
  return (
    <ul className={styles["posts"]}>
      {posts.map((post) => (
        <li key={post.id}>
          {t(roleNames[post.role])}
          {dot}
          {post.unit.name}
        </li>
      ))}
    </ul>
  );
}
