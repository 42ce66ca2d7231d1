package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.finding.Checks;
import dk.grundskema.domain.finding.Default;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A subject of something that teaches several. For the parameters of any plugin.
 *
 * @param subject the subject, as the school writes it
 * @param share   how much of the lessons it has, compared with the other subjects' shares, 1 to 100
 * @param goal    what students are to reach in it; {@code null} means that nobody has said
 * @param skill   what somebody must be able to do to teach it, a word among the skills of staff; {@code null} means the subject
 */
public record SubjectShare(
        String subject,
        @Default("1") int share,
        @Nullable String goal,
        @Nullable String skill) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if a text or the share is out of range */
    public SubjectShare {
        new Checks()
                .name("subject", subject)
                .range("share", share, 1, 100)
                .line("goal", goal)
                .line("skill", skill)
                .done();
    }

    /** What it takes to teach it. */
    public String asked() {
        return skill == null ? subject : skill;
    }

    /** Asks as {@code goals} that each subject has a goal; reason {@code no-goal}. */
    public static void askGoals(Asks asks, Origin origin, Collection<SubjectShare> shares) {
        var tally = asks.tally("goals", origin, "subjects");
        shares.forEach(each -> tally.at(each.goal != null, asks.why("no-goal"), each.subject));
        tally.done();
    }

    /** What it takes to teach a subject: what its share says, or the subject itself where none is of it. */
    public static String asked(Collection<SubjectShare> shares, String subject) {
        return shares.stream()
                .filter(one -> one.subject.equals(subject))
                .map(SubjectShare::asked)
                .findFirst()
                .orElse(subject);
    }
}
