package dk.grundskema.api.server.editing;

import dk.grundskema.api.server.plans.Commitments;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Kept;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.plans.Revision;
import dk.grundskema.api.server.platform.Lately;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.solver.engine.Workbench;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.List;
import org.springframework.stereotype.Component;

/** Workbenches of plans that were edited lately: making one takes seconds for a large school, using it milliseconds. */
@Component
final class Benches {
    /** So many at once; a large school's has some tens of megabytes. */
    private static final int REMEMBERED = 8;

    private final Plans plans;
    private final Documents documents;
    private final Commitments commitments;
    private final PluginRegistry plugins;
    private final Lately<List<String>, Workbench> known = new Lately<>(REMEMBERED);

    Benches(Plans plans, Documents documents, Commitments commitments, PluginRegistry plugins) {
        this.plans = plans;
        this.documents = documents;
        this.commitments = commitments;
        this.plugins = plugins;
    }

    /**
     * A plan with what it is of and how it stands.
     *
     * @throws Refusal 404 if there is no such plan, 409 if it has no timetable yet or a plugin is missing
     */
    Bench of(PlanId id) {
        Standing standing = standing(id);
        Kept.OfProblem busy = commitments.busy(standing.plan(), standing.problem());
        return new Bench(
                standing.plan(),
                standing.problem(),
                standing.timetable(),
                known.get(
                        key(busy, standing.timetable()),
                        fresh -> Workbench.of(
                                plugins, busy.value(), standing.timetable().value())));
    }

    /**
     * The same of a plan that is to be changed: whoever has seen an older version is told before anything is compiled.
     *
     * @throws Refusal 412 if the plan has another version by now
     */
    Bench of(PlanId id, long version) {
        return of(plans.at(id, version).id());
    }

    /** The same without a workbench. */
    Standing standing(PlanId id) {
        Plan plan = plans.get(id);
        Revision head = plans.revision(plan.head());
        String hash = head.timetable();
        if (hash == null) {
            throw Refusal.conflict("editing.no-timetable");
        }
        return new Standing(plan, documents.problem(head.problem()), documents.timetable(hash));
    }

    /** Remembers the workbench that an edit left, so that the next edit needn't wait for a new one. */
    void remember(Plan plan, Kept.OfProblem problem, Kept.OfTimetable timetable, Workbench workbench) {
        Kept.OfProblem busy = commitments.busy(plan, problem);
        known.put(key(busy, timetable), workbench);
    }

    private static List<String> key(Kept.OfProblem problem, Kept.OfTimetable timetable) {
        return List.of(problem.hash(), timetable.hash());
    }
}
