package dk.grundskema.api.service.plan.problem;

import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.UnreadParameters;
import dk.grundskema.domain.problem.Problem;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Reads which contents a plan has, for pages that only some plans have. A plan that the installed plugins cannot read has no camp and no
 * lessons.
 */
@Component
public class PlanContentReader {
    private final PlanStore plans;
    private final DocumentStore documents;

    PlanContentReader(PlanStore plans, DocumentStore documents) {
        this.plans = plans;
        this.documents = documents;
    }

    /**
     * The contents of a plan.
     *
     * @param hasTimetable whether there is a timetable
     * @param hasCamp      whether there is a camp
     * @param hasLessons   whether there are lessons to show before anything is planned
     * @param missing      intervention types that are not installed
     */
    public record PlanContent(boolean hasTimetable, boolean hasCamp, boolean hasLessons, List<String> missing) {
        /** Copies the list. */
        public PlanContent {
            missing = List.copyOf(missing);
        }

        /** Returns whether there is a timetable or lessons to show. */
        public boolean hasTimetableOrLessons() {
            return hasTimetable || hasLessons;
        }
    }

    /** Returns the contents of the current revision. */
    public PlanContent read(Plan plan) {
        Revision head = plans.revision(plan.head());
        boolean hasTimetable = head.timetable() != null;
        try {
            Problem problem = documents.viewedProblem(head.problem()).value();
            return new PlanContent(
                    hasTimetable,
                    !CampInterventions.findAll(problem).isEmpty(),
                    !problem.lessons().isEmpty(),
                    problem.interventions().stream()
                            .filter(one -> one.parameters() instanceof UnreadParameters)
                            .map(Intervention::type)
                            .distinct()
                            .toList());
        } catch (RefusalException unreadable) {
            return new PlanContent(hasTimetable, false, false, List.of());
        }
    }
}
