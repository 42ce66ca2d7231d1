package dk.grundskema.api.server.pages;

import dk.grundskema.api.imports.CampDays;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.RecordWriter;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.Horizon;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The camps of a plan. */
public final class CampPlans {
    private CampPlans() {}

    /** The camps of a problem, in its order. */
    public static List<Intervention<?>> in(Problem problem) {
        return problem.interventions().stream()
                .<Intervention<?>>map(one -> one)
                .filter(one -> one.type().equals(CampDays.TYPE))
                .toList();
    }

    /** When a plan is: from the first day of its camps to the last one's last if nothing else is planned, otherwise in all weeks that are planned. */
    static DateSpan period(Problem problem) {
        Horizon horizon = problem.horizon();
        List<Intervention<?>> camps = in(problem);
        if (camps.isEmpty() || camps.size() < problem.interventions().size()) {
            return new DateSpan(horizon.firstDay(), horizon.lastDay());
        }
        LocalDate from = camps.stream()
                .map(camp -> day(camp, "firstDay", horizon.firstDay()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate until = camps.stream()
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

    /** Whether a camp says what its days are; else they are the usual ones, and nobody may have looked at them. */
    static boolean hasDays(Intervention<?> camp) {
        return RecordWriter.json(camp.parameters()) instanceof Json.Structure parameters
                && parameters.fields().containsKey("dayKinds");
    }
}
