package dk.grundskema.api.service.explanation;

import dk.grundskema.api.planning.PlanNameResolver.StudentNaming;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.RemedyFormatter;
import dk.grundskema.api.planning.SeatVerdictFormatter;
import dk.grundskema.api.planning.StaffingProofs;
import dk.grundskema.api.planning.explanation.ExplainedFault;
import dk.grundskema.api.planning.explanation.ExplainedFaultFormatter;
import dk.grundskema.api.planning.explanation.LocatedPlanFault;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.SlowRequestSlots;
import dk.grundskema.api.platform.http.LeastRecentlyUsedCache;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.service.edit.PlanWorkbench;
import dk.grundskema.api.service.edit.WorkbenchCache;
import dk.grundskema.api.service.explanation.ExplanationViews.RemediesView;
import dk.grundskema.api.service.explanation.MendingChanges.Mending;
import dk.grundskema.api.service.explanation.ProofViews.ContradictionView;
import dk.grundskema.api.service.explanation.ProofViews.ContradictionsView;
import dk.grundskema.api.service.explanation.ProofViews.OpenSeatsView;
import dk.grundskema.api.service.explanation.ProofViews.ProvedFaultView;
import dk.grundskema.api.service.explanation.ProofViews.ProvedSeatView;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.StoredDocument.StoredProblem;
import dk.grundskema.api.service.plan.history.PlanFaultCache;
import dk.grundskema.api.service.plan.lifecycle.CommitmentResolver;
import dk.grundskema.api.service.timetable.ViewedTimetable;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.proof.Avoidability;
import dk.grundskema.solver.proof.ConflictReport;
import dk.grundskema.solver.proof.OpenSeatBound;
import dk.grundskema.solver.proof.SeatVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Proves what can be said about the seats of a plan: contradictions before it is planned, and afterwards which open seats can be filled, and which other faults mended. */
@Component
final class PlanProver {
    private static final int CACHE_SIZE = 50;

    private final PlanStore plans;
    private final DocumentStore documents;
    private final CommitmentResolver commitments;
    private final PluginPlanningFacade planning;
    private final PresentStaffing present;
    private final PlanFaultCache faults;
    private final WorkbenchCache workbenches;
    private final NameResolverFactory nameResolverFactory;
    private final RequestTexts requestTexts;
    private final SlowRequestSlots slots;

    /** Finished searches by hash of the problem. */
    private final LeastRecentlyUsedCache<String, ConflictReport> searched = LeastRecentlyUsedCache.create(CACHE_SIZE);

    PlanProver(
            PlanStore plans,
            DocumentStore documents,
            CommitmentResolver commitments,
            PluginPlanningFacade planning,
            PresentStaffing present,
            PlanFaultCache faults,
            WorkbenchCache workbenches,
            NameResolverFactory nameResolverFactory,
            RequestTexts requestTexts,
            SlowRequestSlots slots) {
        this.plans = plans;
        this.documents = documents;
        this.commitments = commitments;
        this.planning = planning;
        this.present = present;
        this.faults = faults;
        this.workbenches = workbenches;
        this.nameResolverFactory = nameResolverFactory;
        this.requestTexts = requestTexts;
        this.slots = slots;
    }

    /**
     * Returns the facts of a plan that contradict each other. It takes two seconds at most, and ten more with remedies. A plan whose lists have errors has
     * none: it cannot be planned at all.
     *
     * @throws RefusalException 429 if too many slow requests are running
     */
    ContradictionsView findContradictions(Plan plan, boolean withRemedies, Caller caller) {
        StoredProblem problem = commitments.withCommitments(
                plan, documents.problem(plans.revision(plan.head()).problem()));
        StaffingProofs proofs = planning.staffingProofs();
        if (planning.validate(problem.value()).stream().anyMatch(Finding::isError)) {
            return new ContradictionsView(List.of(), List.of(), false, null);
        }
        StudentNaming students = NameResolverFactory.studentNaming(caller, plan.organisation());
        Texts texts = nameResolverFactory.texts(problem, students);
        if (!proofs.isAvailable()) {
            return new ContradictionsView(List.of(), List.of(texts.text("proof.unavailable")), false, null);
        }
        ConflictReport known = searched.getIfPresent(problem.hash());
        return known != null && (known.conflicts().isEmpty() || !withRemedies)
                ? view(problem.value(), known, false, texts)
                : slots.runInSlot(caller.account(), () -> view(problem.value(), search(problem), withRemedies, texts));
    }

    private ConflictReport search(StoredProblem problem) {
        ConflictReport known = searched.getIfPresent(problem.hash());
        if (known != null) {
            return known;
        }
        ConflictReport found = planning.staffingProofs().findConflicts(problem.value());
        if (!found.isLimited()) {
            searched.put(problem.hash(), found);
        }
        return found;
    }

    private ContradictionsView view(Problem problem, ConflictReport report, boolean withRemedies, Texts texts) {
        var formatter = new RemedyFormatter(texts);
        var remarks = new ArrayList<String>();
        if (report.conflicts().isEmpty()) {
            remarks.add(texts.text("proof.no-conflict"));
        }
        if (report.isLimited()) {
            remarks.add(texts.text("proof.conflicts-limited"));
        }
        return new ContradictionsView(
                report.conflicts().stream()
                        .map(one -> new ContradictionView(formatter.describe(one.facts())))
                        .toList(),
                remarks,
                report.isLimited(),
                withRemedies && !report.conflicts().isEmpty()
                        ? RemediesView.of(
                                planning.staffingProofs().findRemedies(problem, report.conflicts()), formatter)
                        : null);
    }

    /** Returns what the proofs of open seats depend on besides the timetable: equal texts mean equal proofs. */
    String dependencies(ViewedTimetable viewed) {
        return present.stateOf(viewed);
    }

    /**
     * What is proved about open seats and other faults.
     *
     * @param view      what is proved
     * @param isUnfinished whether something is not known, so that a search at another time may prove more
     */
    record OpenSeatsProof(OpenSeatsView view, boolean isUnfinished) {
        static OpenSeatsProof of(
                OpenSeatBound bound,
                String heading,
                List<ProvedSeatView> seats,
                String faultsHeading,
                List<ProvedFaultView> faults,
                boolean isLimited) {
            boolean isAnyUnknown = seats.stream().anyMatch(seat -> seat.state() == Avoidability.UNKNOWN);
            return new OpenSeatsProof(
                    new OpenSeatsView(bound.open(), bound.unavoidable(), heading, seats, faultsHeading, faults),
                    bound.isLimited() || isAnyUnknown || isLimited);
        }
    }

    /**
     * Returns what is proved about the open seats and the other faults of a timetable, which takes up to some minutes.
     *
     * @throws RefusalException 429 if too many slow requests are running
     */
    OpenSeatsProof proveOpenSeats(ViewedTimetable viewed, Caller caller) {
        return slots.runInSlot(caller.account(), () -> {
            StaffingProofs proofs = planning.staffingProofs();
            Problem problem = present.problemOf(viewed);
            Timetable timetable = viewed.timetable().value();
            OpenSeatBound bound = proofs.boundOpenSeats(problem, timetable);
            Texts texts = requestTexts
                    .texts(viewed.language())
                    .withNames(nameResolverFactory
                            .names(viewed.problem(), viewed.students())
                            .withTimetable(timetable));
            var formatter = new SeatVerdictFormatter(texts);
            List<LocatedPlanFault> faults = explainableFaults(viewed, problem);
            ExplainedFault.Explanation explained = proofs.isAvailable()
                    ? ExplainedFault.explain(planning, problem, timetable, faults)
                    : new ExplainedFault.Explanation(List.of(), false);
            var faultFormatter = new ExplainedFaultFormatter(texts);
            var mending = new MendingChanges(
                    planning,
                    problem,
                    documents.readSourceProblem(viewed.timetable()),
                    timetable,
                    () -> workbench(viewed));
            List<ProvedSeatView> seats = bound.open() == 0
                    ? List.of()
                    : proofs.explainOpenSeats(problem, timetable).stream()
                            .map(one -> view(one, formatter, mendingOf(viewed, () -> mending.of(one))))
                            .toList();
            List<ProvedFaultView> found = ExplainedFault.group(explained.faults()).stream()
                    .map(alike -> view(alike, faultFormatter, mendingOf(viewed, () -> mending.of(alike.first()))))
                    .toList();
            return OpenSeatsProof.of(
                    bound,
                    formatter.heading(bound),
                    seats,
                    explained.faults().isEmpty() ? "" : faultFormatter.heading(faults.size(), explained.faults()),
                    found,
                    explained.isLimited() || mending.isLimited());
        });
    }

    private Optional<PlanWorkbench> workbench(ViewedTimetable viewed) {
        try {
            return Optional.of(workbenches.open(viewed.plan().id()));
        } catch (RefusalException gone) {
            return Optional.empty(); // the plan lost its timetable meanwhile
        }
    }

    /** Ids of sessions may name students; who must not see these gets no changes. */
    private static Mending mendingOf(ViewedTimetable viewed, Supplier<Mending> mending) {
        return viewed.students() == StudentNaming.NAMES ? mending.get() : Mending.NONE;
    }

    private static ProvedSeatView view(SeatVerdict verdict, SeatVerdictFormatter formatter, Mending mending) {
        return new ProvedSeatView(
                verdict.session(),
                verdict.position(),
                verdict.state(),
                formatter.describe(verdict),
                formatter.details(verdict),
                mending.changes(),
                mending.lock());
    }

    private static ProvedFaultView view(
            ExplainedFault.Alike alike, ExplainedFaultFormatter formatter, Mending mending) {
        return new ProvedFaultView(
                alike.first().fault().violation().rule(),
                alike.first().state(),
                formatter.describe(alike),
                alike.others(),
                formatter.details(alike.first()),
                mending.changes(),
                mending.lock());
    }

    /** Returns the plan's own faults, and the duties from which another plan or an absence keeps their holders. */
    private List<LocatedPlanFault> explainableFaults(ViewedTimetable viewed, Problem problem) {
        List<LocatedPlanFault> own =
                ExplainedFault.explainable(faults.find(viewed.problem(), viewed.timetable()).all().stream()
                        .map(one -> new LocatedPlanFault(one.fault(), one.places()))
                        .toList());
        Set<SessionId> kept = present.sessionsWithoutHolder(viewed);
        if (kept.isEmpty()) {
            return own;
        }
        Set<List<Object>> known = own.stream().map(PlanProver::placeOf).collect(Collectors.toSet());
        return Stream.concat(
                        own.stream(),
                        LocatedPlanFault.findAll(
                                        planning, problem, viewed.timetable().value())
                                .stream()
                                .filter(one -> PresentStaffing.isUnavailability(one) && !known.contains(placeOf(one)))
                                .filter(one -> one.places().stream().anyMatch(place -> kept.contains(place.session()))))
                .toList();
    }

    private static List<Object> placeOf(LocatedPlanFault located) {
        RuleViolation violation = located.fault().violation();
        return List.of(violation.rule(), violation.place());
    }
}
