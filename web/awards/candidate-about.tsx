import { Link } from "@tanstack/react-router";
import type { CandidateDetail } from "../../src/modules/awards/contract.ts";
import styles from "../exemplars/exemplars.module.css";
import { useText } from "../shell/language.tsx";
import { showDate } from "../ui/dates.ts";
import { KeyValue } from "../ui/key-value.tsx";
import { Section } from "../ui/section.tsx";
import own from "./awards.module.css";
import { say } from "./messages.ts";
import { span } from "./words.ts";

/** What a proposal says, in the order of the decision. */
export function CandidateAbout({ candidate }: { candidate: CandidateDetail }) {
  const t = useText();
  const { votes, award, consent, exemplar, why, words } = candidate;
  const person = candidate.subject === "individual";
  return (
    <>
      <Section title={t(say("about"))}>
        <KeyValue
          items={[
            [t(say("forWhom")), t(say(`subject.${candidate.subject}`))],
            [t(say("printedPost")), candidate.printedPost],
            [t(say(person ? "printedUnitPerson" : "printedUnit")), candidate.printedUnit],
            [t(say("deed")), candidate.deed],
            [
              t(say("exemplar")),
              exemplar && (
                <Link key="exemplar" to="/exemplars/$exemplarId" params={{ exemplarId: exemplar.id }}>
                  {exemplar.name}
                </Link>
              ),
            ],
            [t(say("period")), span(candidate.periodFrom, candidate.periodUntil)],
            [t(say("otherAchievement")), candidate.otherAchievement],
            [t(say("votes")), votes && t(say("votesText", { yes: votes.for, no: votes.against, blank: votes.blank }))],
            [t(say("award")), award && t(say("awardText", { number: award.number, day: showDate(award.grantedOn) }))],
            [t(say("revoked")), award?.revokedOn && t(say("revokedOn", { day: showDate(award.revokedOn) }))],
            [
              t(say("consent")),
              // Only a person is asked; a row of a body would stand empty.
              person ? (consent ? t(say("consentYes", { day: showDate(consent.on), how: consent.how })) : t(say("consentNo"))) : null,
            ],
          ]}
        />
      </Section>
      {words.results && (
        <Section title={t(say("results"))}>
          {[words.results, words.background, words.lessons].filter(Boolean).map((text) => (
            <div key={text} className={styles["content"]}>
              <p>{text}</p>
            </div>
          ))}
        </Section>
      )}
      {why.length > 0 && (
        <Section title={t(say("why"))}>
          <ul className={own["why"]}>
            {why.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
