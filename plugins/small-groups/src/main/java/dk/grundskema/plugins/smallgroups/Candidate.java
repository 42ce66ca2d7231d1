package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.finding.Checks;
import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.intervention.Need;
import dk.grundskema.domain.people.StudentId;

/**
 * A student who would benefit from a small group. Source: guide to school-supporting interventions, part C (one area of competence, nearly the same
 * starting level).
 *
 * @param studentId who
 * @param subject   subject of the group, as the school writes it
 * @param area      area of competence within the subject, such as reading or fractions; empty means that any will do
 * @param level     starting level as the teachers judge it, 0 to 100; only differences matter, and the scale is ours
 * @param need      how much the student needs it, 1 to 10; more need goes first where time doesn't reach
 */
public record Candidate(
        StudentId studentId,
        String subject,
        @Default("\"\"") String area,
        @Default("50") int level,
        @Default("5") int need) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if a text or number is out of range */
    public Candidate {
        Need.check(new Checks().name("subject", subject).line("area", area).range("level", level, 0, 100), "need", need)
                .done();
    }
}
