package dk.grundskema.api.server.plans;

import dk.grundskema.api.imports.CampDays;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.RecordWriter;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.Horizon;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lists of plans show of a problem: little, and nobody who is in it.
 *
 * @param interventions titles of what is planned, in the problem's order; empty means nothing, or that it can't be read
 * @param period        when it is; {@code null} if it can't be read with what is installed here
 * @param lacks         why it can't; empty if it can
 */
public record ListedProblem(
        List<String> interventions, @Nullable DateSpan period, List<Finding> lacks) {
    /** Copies the lists. */
    public ListedProblem {
        interventions = List.copyOf(interventions);
        lacks = List.copyOf(lacks);
    }

    /** Of a problem that can be read. */
    static ListedProblem of(Problem problem) {
        return new ListedProblem(
                problem.interventions().stream().map(Intervention::title).toList(), period(problem), List.of());
    }

    /** When a plan is: from the first day of its camps to the last one's last if nothing else is planned, otherwise in all weeks that are planned. */
    public static DateSpan period(Problem problem) {
        Horizon horizon = problem.horizon();
        List<Intervention<?>> all = List.copyOf(problem.interventions());
        if (all.isEmpty() || !all.stream().allMatch(one -> one.type().equals(CampDays.TYPE))) {
            return new DateSpan(horizon.firstDay(), horizon.lastDay());
        }
        LocalDate from = all.stream()
                .map(camp -> day(camp, "firstDay", horizon.firstDay()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate until = all.stream()
                .map(camp -> day(camp, "lastDay", horizon.lastDay()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new DateSpan(from, until);
    }

    private static LocalDate day(Intervention<?> camp, String field, LocalDate otherwise) {
        return RecordWriter.json(camp.parameters()) instanceof Json.Structure parameters
                        && parameters.fields().get(field) instanceof Json.Text text
                ? LocalDate.parse(text.value())
                : otherwise;
    }
}
