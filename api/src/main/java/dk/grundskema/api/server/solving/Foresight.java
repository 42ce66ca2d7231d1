package dk.grundskema.api.server.solving;

import dk.grundskema.api.comparison.ChangeWords;
import dk.grundskema.api.house.Names;
import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.plans.Commitments;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.plans.Revision;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.server.solving.SolveViews.ChangesView;
import dk.grundskema.api.server.solving.SolveViews.PrecheckView;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.ChangeSet;
import dk.grundskema.domain.timetable.Timetable;
import java.util.List;
import org.springframework.stereotype.Component;

/** What can be said of a plan before it is solved, and of a result before it is taken over. */
@Component
class Foresight {
    private final Plans plans;
    private final Documents documents;
    private final Commitments commitments;
    private final PluginHouse house;
    private final Speaking speaking;

    Foresight(Plans plans, Documents documents, Commitments commitments, PluginHouse house, Speaking speaking) {
        this.plans = plans;
        this.documents = documents;
        this.commitments = commitments;
        this.house = house;
        this.speaking = speaking;
    }

    /**
     * What is impossible or short in a plan, by counting.
     *
     * @param isNaming whether students are called by their names
     */
    PrecheckView precheck(Plan plan, boolean isNaming) {
        Revision now = plans.revision(plan.head());
        Problem problem =
                commitments.busy(plan, documents.problem(now.problem())).value();
        List<Finding> found = house.validate(problem);
        if (found.stream().noneMatch(Finding::isError)) {
            found = problem.interventions().isEmpty()
                    ? List.of(Finding.error("solve.nothing-asked", "/interventions"))
                    : house.precheck(problem);
            return new PrecheckView(speaking.told(found, texts(names(problem, isNaming))));
        }
        return new PrecheckView(speaking.told(found, texts(names(problem, List.of(), isNaming))));
    }

    /**
     * What a solve changes of the timetable that the plan had.
     *
     * @param isNaming whether students are called by their names
     */
    ChangesView changes(SolveJob job, boolean isNaming) {
        Revision base = plans.revision(job.base());
        String earlier =
                job.asked().reference() == null ? base.timetable() : job.asked().reference();
        String best = job.best();
        if (earlier == null) {
            throw Refusal.conflict("solve.nothing-before");
        }
        if (best == null) {
            throw Refusal.conflict("solve.no-result");
        }
        Timetable before = documents.timetable(earlier).value();
        Timetable after = documents.timetable(best).value();
        Names names = names(documents.problem(base.problem()).value(), isNaming)
                .with(before)
                .with(after);
        ChangeSet changes = ChangeSet.between(before, after);
        return new ChangesView(job.id(), changes.personDays().size(), new ChangeWords(texts(names), names).of(changes));
    }

    private Names names(Problem problem, boolean isNaming) {
        return names(problem, house.demands(problem), isNaming);
    }

    private Names names(Problem problem, List<Demand> demands, boolean isNaming) {
        return new Names(
                speaking.texts(), problem, demands, isNaming ? Names.OfStudents.NAMES : Names.OfStudents.NUMBERS);
    }

    private Texts texts(Names names) {
        return speaking.texts().named(names);
    }
}
