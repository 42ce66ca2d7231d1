package dk.grundskema.api.planning.change;

import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.RequiredSupport;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * Formats what was held of the support that a change touches, and what is to come.
 *
 * @param texts   texts with the names of the changed plan
 * @param problem the changed problem
 */
record SupportFormatter(Texts texts, Problem problem) {
    /** Lines that are listed one by one. */
    private static final int MOST_LINES = 24;

    /** Returns a line for each; beyond two dozen they are only counted. */
    List<String> lines(List<SupportProgress> all) {
        var lines = new ArrayList<String>();
        all.stream().limit(MOST_LINES).map(this::line).forEach(lines::add);
        if (all.size() > MOST_LINES) {
            lines.add(texts.text("change.more-support", all.size() - MOST_LINES));
        }
        return lines;
    }

    private String line(SupportProgress one) {
        RequiredSupport required = one.required();
        String what =
                texts.text("change.support-of", title(one.intervention()), kind(required.kind()), participants(one));
        if (one.isNew()) {
            return texts.text("change.support-new", what, one.toCome(), weeks(required));
        }
        String text = required.isWeekly()
                ? texts.text(
                        "change.support-weekly",
                        what,
                        one.held(),
                        one.cancelled(),
                        one.toCome(),
                        required.amount(),
                        weeks(required))
                : texts.text(
                        "change.support-total",
                        what,
                        one.held(),
                        required.amount(),
                        one.cancelled(),
                        one.toCome(),
                        one.missing());
        int weeks = required.weeks().size();
        return required.isWeekly() || weeks < 2 || weeks == required.amount()
                ? text
                : texts.text("change.support-weeks", text, one.weeksHeld(), weeks);
    }

    /** Returns the period of a requirement for a full week: another one may apply in other weeks. */
    private String weeks(RequiredSupport required) {
        SortedSet<IsoWeek> weeks = required.weeks();
        return required.isWeekly() && !weeks.isEmpty()
                ? texts.text("change.support-in-weeks", weeks.first(), weeks.last(), weeks.size())
                : "";
    }

    private String title(InterventionId id) {
        return problem.interventions().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(one -> one.title())
                .orElse(id.value());
    }

    private String kind(String kind) {
        String key = "title.kind." + kind;
        return texts.has(key) ? texts.text(key) : kind;
    }

    private List<Id> participants(SupportProgress one) {
        return one.student() != null
                ? List.of(one.student())
                : Stream.<Id>concat(
                                one.required().groups().stream().sorted(),
                                one.required().students().stream().sorted())
                        .toList();
    }
}
