package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import org.jspecify.annotations.Nullable;

/**
 * A subject of something that teaches several. For the parameters of any plugin.
 *
 * @param subject the subject, as the school writes it
 * @param share   share of the lessons, relative to the other subjects' shares, 1 to 100
 * @param goal    goal for the students in it; {@code null} means not stated
 * @param skill   skill that a staff member needs to teach it; {@code null} means the subject
 */
public record SubjectShare(
        String subject,
        @Default("1") int share,
        @Nullable String goal,
        @Nullable String skill) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if a text or the share is out of range */
    public SubjectShare {
        new RecordValidator()
                .name("subject", subject)
                .range("share", share, 1, 100)
                .singleLine("goal", goal)
                .singleLine("skill", skill)
                .throwIfInvalid();
    }

    /** Returns the skill that teaching the subject requires. */
    public String requiredSkill() {
        return skill == null ? subject : skill;
    }
}
