package dk.grundskema.api.service.overview;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.imports.CampDays;
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
 * Summary of a problem for lists of plans; contains no people.
 *
 * @param interventions titles of the interventions, in the problem's order; empty if there are none or the problem cannot be read
 * @param period        date range; {@code null} if the problem cannot be read by this installation
 * @param lacks         reasons why it cannot be read; empty if it can
 */
public record ProblemSummary(
        List<String> interventions, @Nullable DateSpan period, List<Finding> lacks) {
    /** Copies the lists. */
    public ProblemSummary {
        interventions = List.copyOf(interventions);
        lacks = List.copyOf(lacks);
    }

    /** Returns the summary of a problem. */
    static ProblemSummary of(Problem problem) {
        return new ProblemSummary(
                problem.interventions().stream().map(Intervention::title).toList(), period(problem), List.of());
    }

    /** Returns the date range of a plan: that of its camps if it contains nothing else, otherwise all weeks of the horizon. */
    public static DateSpan period(Problem problem) {
        Horizon horizon = problem.horizon();
        List<Intervention<?>> all = List.copyOf(problem.interventions());
        if (all.isEmpty() || !all.stream().allMatch(one -> one.type().equals(CampDays.TYPE))) {
            return new DateSpan(horizon.firstDay(), horizon.lastDay());
        }
        LocalDate from = all.stream()
                .map(camp -> campDay(camp, "firstDay", horizon.firstDay()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate until = all.stream()
                .map(camp -> campDay(camp, "lastDay", horizon.lastDay()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new DateSpan(from, until);
    }

    private static LocalDate campDay(Intervention<?> camp, String field, LocalDate otherwise) {
        return RecordWriter.toJsonValue(camp.parameters()) instanceof Json.JsonObject parameters
                        && parameters.fields().get(field) instanceof Json.JsonString text
                ? LocalDate.parse(text.value())
                : otherwise;
    }
}
