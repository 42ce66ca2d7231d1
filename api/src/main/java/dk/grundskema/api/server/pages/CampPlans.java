package dk.grundskema.api.server.pages;

import dk.grundskema.api.imports.CampDays;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.RecordWriter;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
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

    /** Whether a camp says what its days are; else they are the usual ones, and nobody may have looked at them. */
    static boolean hasDays(Intervention<?> camp) {
        return RecordWriter.json(camp.parameters()) instanceof Json.Structure parameters
                && parameters.fields().containsKey("dayKinds");
    }
}
