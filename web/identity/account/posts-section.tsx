import { Text } from "@mantine/core";
import { dot, facts } from "../../../src/kernel/facts.ts";
import { useText } from "../../shell/language.tsx";
import { roleNames } from "../../../src/kernel/permissions.ts";
import { postKey, usePost, useSession } from "../../shell/session.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { showDate } from "../../ui/dates.ts";
import { Section } from "../../ui/section.tsx";
import styles from "../identity.module.css";
import { say } from "./messages.ts";

export function PostsSection() {
  const t = useText();
  const { posts } = useSession();
  const active = usePost();
  return (
    <Section title={t(say("posts"))} note={posts.length > 1 && t(say("postsNote"))}>
      <ul className={styles["posts"]}>
        {posts.map((post) => (
          <li key={postKey(post)} className={styles["item"]}>
            <div>
              <Text fw={600}>
                {t(roleNames[post.role])}
                {dot}
                {post.unit.name}{" "}
                {active && postKey(active) === postKey(post) && posts.length > 1 && (
                  <StateBadge tone="active">{t(say("inUse"))}</StateBadge>
                )}
              </Text>
              <Text size="sm" className={styles["dim"]}>
                {facts([
                  post.onBehalfOf && t(say("insteadOf", { name: post.onBehalfOf.name })),
                  post.until ? t(say("untilDay", { date: showDate(post.until) })) : t(say("noEnd")),
                ])}
              </Text>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
