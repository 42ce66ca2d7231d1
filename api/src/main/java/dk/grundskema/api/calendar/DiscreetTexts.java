package dk.grundskema.api.calendar;

import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Texts that planners wrote, as calendars that anybody may read have them: on one line, with numbers instead of students, in the plan's language. */
public final class DiscreetTexts {
    private final Discretion discretion;
    private final Texts texts;

    /** @param problem whose students are kept out */
    public DiscreetTexts(Problem problem) {
        Locale language = problem.language().locale();
        this.discretion = new Discretion(problem);
        this.texts = new Texts(language, List.of(CalendarEvents.bundle(language)), Function.identity());
    }

    /** The text without students. */
    public String of(String text) {
        return PlainText.line(discretion.of(text, texts));
    }
}
