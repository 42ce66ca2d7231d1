package dk.grundskema.api.service.solve;

import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.comparison.TimetableChangeFormatter;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.StudentNameDisclosure;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.lifecycle.CommitmentResolver;
import dk.grundskema.api.service.solve.SolveViews.PrecheckView;
import dk.grundskema.api.service.solve.SolveViews.SolveChangesView;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.ChangeSet;
import dk.grundskema.domain.timetable.Timetable;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Prechecks a plan before it is solved, and compares a result before it is adopted. */
@Component
class SolvePreviewer {
    private final PlanStore plans;
    private final DocumentStore documents;
    private final CommitmentResolver commitments;
    private final PluginPlanningFacade planning;
    private final RequestTexts requestTexts;

    SolvePreviewer(
            PlanStore plans,
            DocumentStore documents,
            CommitmentResolver commitments,
            PluginPlanningFacade planning,
            RequestTexts requestTexts) {
        this.plans = plans;
        this.documents = documents;
        this.commitments = commitments;
        this.planning = planning;
        this.requestTexts = requestTexts;
    }

    /** Returns what is impossible or short in a plan, determined by counting, with the warnings about what is asked. Names students only if the caller may see them. */
    PrecheckView precheck(Plan plan, Caller caller) {
        boolean isNaming = StudentNameDisclosure.maySeeNamesRecordingAccess(caller, plan.organisation());
        Revision now = plans.revision(plan.head());
        Problem problem = commitments
                .withCommitments(plan, documents.problem(now.problem()))
                .value();
        List<Finding> found = planning.validate(problem);
        if (found.stream().noneMatch(Finding::isError)) {
            Stream<Finding> shortages = problem.interventions().isEmpty()
                    ? Stream.of(Finding.error("solve.nothing-asked", "/interventions"))
                    : planning.precheck(problem).stream();
            found = Stream.concat(shortages, found.stream().filter(one -> one.severity() == Severity.WARNING))
                    .toList();
            return new PrecheckView(requestTexts.describeFindings(found, texts(names(problem, isNaming))));
        }
        return new PrecheckView(requestTexts.describeFindings(found, texts(names(problem, List.of(), isNaming))));
    }

    /**
     * Returns what a solve changes of the timetable that the plan had. Names students only if the caller may see them.
     *
     * @throws RefusalException 409 if there is nothing to compare
     */
    SolveChangesView changes(SolveJob job, Caller caller) {
        boolean isNaming = StudentNameDisclosure.maySeeNamesRecordingAccess(caller, job.organisation());
        Revision base = plans.revision(job.base());
        String earlier =
                job.asked().reference() == null ? base.timetable() : job.asked().reference();
        String best = job.best();
        if (earlier == null) {
            throw RefusalException.conflict("solve.nothing-before");
        }
        if (best == null) {
            throw RefusalException.conflict("solve.no-result");
        }
        documents.prefetch(List.of(base.problem(), earlier, best));
        Timetable before = documents.timetable(earlier).value();
        Timetable after = documents.timetable(best).value();
        PlanNameResolver names = names(documents.problem(base.problem()).value(), isNaming)
                .withTimetable(before)
                .withTimetable(after);
        ChangeSet changes = ChangeSet.between(before, after);
        return new SolveChangesView(
                job.id(),
                changes.personDays().size(),
                new TimetableChangeFormatter(texts(names), names).describe(changes));
    }

    private PlanNameResolver names(Problem problem, boolean isNaming) {
        return names(problem, planning.expandDemands(problem), isNaming);
    }

    private PlanNameResolver names(Problem problem, List<Demand> demands, boolean isNaming) {
        return new PlanNameResolver(
                requestTexts.texts(),
                problem,
                demands,
                isNaming ? PlanNameResolver.StudentNaming.NAMES : PlanNameResolver.StudentNaming.NUMBERS);
    }

    private Texts texts(PlanNameResolver names) {
        return requestTexts.texts().withNames(names);
    }
}
