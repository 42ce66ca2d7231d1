package dk.grundskema.api.service.plan.problem;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.imports.CampDays;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import java.util.List;

/** Finds the camps of a plan. */
public final class CampInterventions {
    private CampInterventions() {}

    /** Returns the camps of a problem, in its order. */
    public static List<Intervention<?>> findAll(Problem problem) {
        return problem.interventions().stream()
                .<Intervention<?>>map(one -> one)
                .filter(one -> one.type().equals(CampDays.TYPE))
                .toList();
    }

    /** Returns whether a camp defines its days. Otherwise it has the default days, which nobody may have checked. */
    public static boolean definesDays(Intervention<?> camp) {
        return RecordWriter.toJsonValue(camp.parameters()) instanceof Json.JsonObject parameters
                && parameters.fields().containsKey("dayKinds");
    }
}
