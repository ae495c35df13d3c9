import { Button, TextInput } from "@mantine/core";
import type { CampaignDetail, Meeting } from "../../src/modules/awards/contract.ts";
import styles from "../exemplars/exemplars.module.css";
import { useText } from "../shell/language.tsx";
import { StateBadge } from "../ui/badges.tsx";
import own from "./awards.module.css";
import { say } from "./council-messages.ts";
import { say as sayAll } from "./messages.ts";
import { neededText } from "./words.ts";

export type WrittenBallot = { for: string; against: string; blank: string };
export const emptyBallot: WrittenBallot = { for: "", against: "", blank: "" };

type Props = {
  campaign: CampaignDetail;
  meeting: Meeting;
  present: number;
  members: number;
  ballots: Record<string, WrittenBallot>;
  onChange(ballots: Record<string, WrittenBallot>): void;
};

const number = (text: string): number => Number(text.trim() || Number.NaN);

/** Votes of each candidate; while they are typed it is said whether they add up and whether they are enough. */
export function Ballots({ campaign, meeting, present, members, ballots, onChange }: Props) {
  const t = useText();
  const { needed } = campaign;
  const whole = needed.of === "members" ? members : present;
  return (
    <section aria-label={t(say("votes"))}>
      <h3>{t(say("votes"))}</h3>
      <p className={styles["fieldHint"]}>{t(say("votesNote", { present: present || 0, needed: t(neededText(needed)) }))}</p>
      {meeting.votes.map(({ candidate }) => {
        const ballot = ballots[candidate.id] ?? emptyBallot;
        const name = candidate.printedName ?? t(sayAll("erasedName"));
        const put = (part: Partial<WrittenBallot>) => onChange({ ...ballots, [candidate.id]: { ...ballot, ...part } });
        return (
          <div key={candidate.id} className={own["ballot"]} role="group" aria-label={name}>
            <div>
              <strong>{name}</strong>
              <div className={styles["facts"]}>
                <span>{candidate.formName}</span>
                <span>{candidate.unit.name}</span>
              </div>
              <Button
                size="xs"
                variant="default"
                aria-label={t(say("votesOf", { kind: t(say("allFor")), name }))}
                disabled={!present}
                onClick={() => put({ for: String(present), against: "0", blank: "0" })}
              >
                {t(say("allFor"))}
              </Button>
            </div>
            {(["for", "against", "blank"] as const).map((kind) => (
              <TextInput
                key={kind}
                label={t(say(kind))}
                aria-label={t(say("votesOf", { kind: t(say(kind)), name }))}
                inputMode="numeric"
                value={ballot[kind]}
                onChange={(event) => put({ [kind]: event.currentTarget.value })}
              />
            ))}
            <Said ballot={ballot} present={present} whole={whole} needed={needed} />
          </div>
        );
      })}
    </section>
  );
}

type SaidProps = { ballot: WrittenBallot; present: number; whole: number; needed: CampaignDetail["needed"] };

function Said({ ballot, present, whole, needed }: SaidProps) {
  const t = useText();
  const yes = number(ballot.for);
  const sum = yes + number(ballot.against) + number(ballot.blank);
  const result = () => {
    if (Number.isNaN(sum)) return <span className={styles["quiet"]}>{t(say("notYet"))}</span>;
    if (sum !== present)
      return (
        <StateBadge tone="attention">
          {t(sum < present ? say("less", { count: present - sum }) : say("more", { count: sum - present }))}
        </StateBadge>
      );
    const enough = needed.more ? yes * 100 > needed.percent * whole : yes * 100 >= needed.percent * whole;
    const share = `${String(Math.round((yes * 1000) / whole) / 10).replace(".", ",")}%`;
    return <StateBadge tone={enough ? "good" : "neutral"}>{t(say(enough ? "passes" : "fails", { share }))}</StateBadge>;
  };
  return <div className={own["ballotResult"]}>{result()}</div>;
}
