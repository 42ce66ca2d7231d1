package dk.grundskema.api.planning.change;

import dk.grundskema.api.planning.PlanningFacade;
import dk.grundskema.api.planning.schooltimetable.SchoolTimetableDifference;
import dk.grundskema.domain.fidelity.PlanFidelity;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.ChangeRequest;
import dk.grundskema.solver.change.ChangeValidator;
import dk.grundskema.solver.change.ChangedPlan;
import dk.grundskema.solver.change.PlanChanger;
import dk.grundskema.solver.engine.SolveLimits;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Changes a plan in use at a moment: the past is a fact, and of what is to come as little as possible changes. {@link ProblemChanger} changes the problem,
 * {@link PlanChanger} the plan; this adds the words and figures of a preview.
 *
 * @param planning  planning operations
 * @param problem   problem of the plan in use; validated without an error
 * @param timetable plan in use, which fits the problem
 * @param now       the moment, in local time of the problem's zone; what began before it stays as it is
 */
public record ChangePlanner(PlanningFacade planning, Problem problem, Timetable timetable, LocalDateTime now) {
    /** Share of the time of a preview after which no further place of lost support is tried. Our own number. */
    private static final double SHARE_OF_PLACES = 0.6;

    /** Begin of the codes of findings that hold at any moment. */
    private static final String UNKNOWN = "change.unknown-";

    private static final PlanFidelity NOT_ASSESSED = new PlanFidelity(List.of(), List.of());

    /**
     * A changed problem, or what speaks against it.
     *
     * @param problem  the changed problem; of no use if there are errors
     * @param findings all findings at once, with empty pointers, or pointers into the changed problem
     */
    public record ChangedProblem(Problem problem, List<Finding> findings) {
        /** Copies the list. */
        public ChangedProblem {
            findings = List.copyOf(findings);
        }

        /** Returns whether the change can be planned. */
        public boolean isPossible() {
            return findings.stream().noneMatch(Finding::isError);
        }
    }

    /** Returns the problem with all changes, and everything that speaks against them. */
    public ChangedProblem apply(List<StatedChange> changes) {
        return apply(problem, changes, place -> "");
    }

    /**
     * Returns the same, where a finding about one of the changes points to it. At a moment outside the plan, only what is unknown speaks against them beside it.
     *
     * @param start    problem that the changes are applied to: that of the plan in use, or one that takes its place
     * @param changes  changes in their order
     * @param pointers pointer of the change at a place of the list
     */
    public ChangedProblem apply(Problem start, List<StatedChange> changes, IntFunction<String> pointers) {
        List<Finding> moment = ChangeValidator.momentFindings(problem.horizon(), now.toLocalDate());
        LocalDateTime at = moment.isEmpty() ? now : problem.horizon().firstDay().atStartOfDay();
        var applier = new ProblemChanger(start, timetable, at, new FormedGroups(planning, problem, timetable));
        var findings = new ArrayList<>(moment);
        for (int i = 0; i < changes.size(); i++) {
            int known = applier.findings().size();
            applier.apply(changes.get(i));
            String pointer = pointers.apply(i);
            applier.findings().stream()
                    .skip(known)
                    .filter(one -> moment.isEmpty() || one.code().startsWith(UNKNOWN))
                    .map(one -> one.withPointerPrefix(pointer))
                    .forEach(findings::add);
        }
        if (!moment.isEmpty()) {
            return new ChangedProblem(start, findings);
        }
        if (findings.isEmpty()) {
            applier.checkNewLocks(problem);
            findings.addAll(applier.findings());
        }
        if (findings.isEmpty()) {
            findings.addAll(planning.validate(applier.problem()).stream()
                    .filter(Finding::isError)
                    .toList());
        }
        if (findings.isEmpty()) {
            findings.addAll(planning.validateChange(request(applier.problem())));
        }
        return new ChangedProblem(applier.problem(), findings);
    }

    private ChangeRequest request(Problem changed) {
        return new ChangeRequest(problem, changed, timetable, now);
    }

    /**
     * Prepares the planning of a change.
     *
     * @param changed a problem of {@link #apply} against which nothing speaks
     * @param hash    hash of that problem, as hexadecimal text
     */
    public PlanChanger prepare(Problem changed, String hash) {
        return planning.changePlan(request(changed), hash);
    }

    /**
     * Plans a change with as few changed days of people as are found. Other times of lost support in its week, and later places of it, are tried until
     * three fifths of the time of the limits have passed.
     *
     * @param changer  what {@link #prepare} returned
     * @param changed  its problem
     * @param limits   latest end of each search
     * @param searches number of parallel searches, 1 to 16
     * @throws InterruptedException if the thread is interrupted
     */
    public ChangePreview plan(PlanChanger changer, Problem changed, SolveLimits limits, int searches)
            throws InterruptedException {
        long start = System.nanoTime();
        Duration time = limits.time();
        BooleanSupplier isTimeSpent =
                () -> time != null && System.nanoTime() - start >= time.toNanos() * SHARE_OF_PLACES;
        // The assessment takes as long as a short search and needs nothing from it.
        CompletableFuture<PlanFidelity> fidelityBefore =
                CompletableFuture.supplyAsync(() -> assess(problem, changer.unchangedPlan(), changed));
        ChangedPlan least = changer.findLeastChange(limits, searches);
        ChangePreview found = preview(changer, changed, least);
        ChangedPlan moved = changer.moveSupport(least, found.uncovered(), isTimeSpent);
        return complete(
                changer,
                moved.equals(least) ? found : preview(changer, changed, moved),
                isTimeSpent,
                () -> result(fidelityBefore));
    }

    /**
     * Returns the preview of a plan that a change was planned to be before.
     *
     * @param changer   what {@link #prepare} returned for the same change
     * @param changed   its problem
     * @param timetable the planned timetable
     */
    public ChangePreview describe(PlanChanger changer, Problem changed, Timetable timetable) {
        return complete(
                changer,
                preview(changer, changed, changer.describe(timetable)),
                () -> false,
                () -> assess(problem, changer.unchangedPlan(), changed));
    }

    /**
     * Returns a planned timetable as it is kept. Its score and rules are those of the whole plan, as the rules charge them; those of a
     * preview are about the weeks to come alone.
     *
     * @param planning  planning operations
     * @param changed   the changed problem
     * @param timetable the planned timetable, which fits it
     */
    public static Timetable withFiguresOfWholePlan(PlanningFacade planning, Problem changed, Timetable timetable) {
        return withFiguresOfWholePlan(planning, changed, timetable.problem(), timetable);
    }

    /**
     * Returns the same as a timetable of another problem.
     *
     * @param planning  planning operations
     * @param changed   the problem of the figures
     * @param hash      hash of the problem that the timetable is to be of, as hexadecimal text
     * @param timetable the planned timetable, which fits both
     */
    public static Timetable withFiguresOfWholePlan(
            PlanningFacade planning, Problem changed, String hash, Timetable timetable) {
        Map<String, List<RuleViolation>> faults =
                planning.checkRules(changed, timetable).stream().collect(Collectors.groupingBy(RuleViolation::rule));
        Map<String, RuleResult> wishes = planning.evaluateWishes(changed, timetable).stream()
                .collect(Collectors.toMap(RuleResult::id, Function.identity()));
        List<RuleResult> rules = timetable.rules().stream()
                .map(rule -> {
                    if (rule.level() == Level.SOFT) {
                        return wishes.getOrDefault(
                                rule.id(), new RuleResult(rule.id(), rule.level(), rule.weight(), 0, 0));
                    }
                    List<RuleViolation> places = faults.getOrDefault(rule.id(), List.of());
                    long penalty =
                            places.stream().mapToLong(RuleViolation::amount).sum();
                    return new RuleResult(rule.id(), rule.level(), rule.weight(), penalty, places.size());
                })
                .toList();
        var score = new Score(cost(rules, Level.HARD), cost(rules, Level.MEDIUM), cost(rules, Level.SOFT));
        return new Timetable(
                timetable.version(),
                hash,
                timetable.zone(),
                timetable.seed(),
                score,
                rules,
                timetable.groups(),
                timetable.meetings(),
                timetable.tasks(),
                timetable.deliveries());
    }

    private static long cost(List<RuleResult> rules, Level level) {
        return -rules.stream()
                .filter(rule -> rule.level() == level)
                .mapToLong(rule -> rule.weight() * rule.penalty())
                .sum();
    }

    private ChangePreview preview(PlanChanger changer, Problem changed, ChangedPlan after) {
        return new ChangePreview(
                problem,
                changed,
                now,
                changer.unchangedPlan(),
                after,
                changer.absentTeachers(after.timetable()),
                changer.ordinaryLessons(after.timetable()),
                SchoolTimetableDifference.between(problem, changed),
                GroupDeparture.find(changed, timetable, after.timetable(), now, () -> planning.expandDemands(changed)),
                changer.noLongerAsked(after.difference()),
                changer.requiredSupport(after.timetable()),
                List.of(),
                NOT_ASSESSED,
                NOT_ASSESSED);
    }

    private ChangePreview complete(
            PlanChanger changer,
            ChangePreview preview,
            BooleanSupplier isTimeSpent,
            Supplier<PlanFidelity> fidelityBefore) {
        PlanFidelity fidelityAfter = assess(preview.changed(), preview.after(), preview.changed());
        return preview.with(
                changer.findLostSupport(preview.after().timetable(), preview.uncovered(), isTimeSpent),
                fidelityBefore.get(),
                fidelityAfter);
    }

    /** Returns the result of a task, or throws what ended it. */
    private static PlanFidelity result(CompletableFuture<PlanFidelity> task) {
        try {
            return task.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Returns how far a plan meets the requirements of its problem, with what the changed problem accepts: the plan in use and the changed one answer the same question. */
    private PlanFidelity assess(Problem ofPlan, ChangedPlan plan, Problem changed) {
        return planning.assessFidelity(ofPlan, plan.timetable(), plan.violations())
                .accepting(changed.acceptedShortfalls());
    }
}
