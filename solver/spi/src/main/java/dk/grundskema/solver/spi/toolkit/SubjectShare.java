package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import java.util.Collection;
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

    /** Adds the ask {@code goals} that each subject has a goal; reason {@code no-goal}. */
    public static void askGoals(FidelityReportBuilder asks, AskOrigin origin, Collection<SubjectShare> shares) {
        var tally = asks.tally("goals", origin, "subjects");
        shares.forEach(each -> tally.addPlace(each.goal != null, asks.reason("no-goal"), each.subject));
        tally.finish();
    }

    /** Returns the skill that teaching a subject requires: that of its share, or the subject itself if it has no share. */
    public static String requiredSkill(Collection<SubjectShare> shares, String subject) {
        return shares.stream()
                .filter(one -> one.subject.equals(subject))
                .map(SubjectShare::requiredSkill)
                .findFirst()
                .orElse(subject);
    }
}
