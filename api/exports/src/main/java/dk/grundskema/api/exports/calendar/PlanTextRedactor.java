package dk.grundskema.api.exports.calendar;

import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Redacts planners' texts for calendars that anyone may read: on one line, with numbers instead of students, in the plan's language. */
public final class PlanTextRedactor {
    private final StudentNameRedactor redactor;
    private final Texts texts;

    /** @param problem problem whose students are replaced */
    public PlanTextRedactor(Problem problem) {
        Locale language = problem.language().locale();
        this.redactor = new StudentNameRedactor(problem);
        this.texts = new Texts(language, List.of(TimetableCalendars.bundle(language)), Function.identity());
    }

    /** Returns the text without students. */
    public String redact(String text) {
        return PlainTextCleaner.toSingleLine(redactor.redact(text, texts));
    }
}
