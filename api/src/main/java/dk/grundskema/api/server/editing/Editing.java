package dk.grundskema.api.server.editing;

import dk.grundskema.api.server.editing.EffectViews.EditView;
import dk.grundskema.api.server.editing.EffectViews.EffectView;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.plans.Change;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Kept;
import dk.grundskema.api.server.plans.Naming;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.Attempt;
import dk.grundskema.solver.engine.HandChange;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tries changes on a plan's workbench and, where they are to be kept, makes a revision of them. */
@Component
final class Editing {
    private final Plans plans;
    private final Documents documents;
    private final Benches benches;
    private final Naming naming;
    private final EffectWords words;

    Editing(Plans plans, Documents documents, Benches benches, Naming naming, EffectWords words) {
        this.plans = plans;
        this.documents = documents;
        this.benches = benches;
        this.naming = naming;
        this.words = words;
    }

    /**
     * The changes that were sent.
     *
     * @throws Refusal 422 with all that they lack
     */
    static List<HandChange> changes(List<ChangeBody> bodies) {
        var findings = new ArrayList<Finding>();
        var changes = new ArrayList<HandChange>();
        for (int i = 0; i < bodies.size(); i++) {
            bodies.get(i).change("/changes/" + i, findings).ifPresent(changes::add);
        }
        if (bodies.isEmpty()) {
            findings.add(Finding.error("editing.no-changes", "/changes"));
        }
        if (!findings.isEmpty()) {
            throw Refusal.unusable(findings);
        }
        return changes;
    }

    /**
     * Tries changes.
     *
     * @throws Refusal 422 with all that is meaningless in them
     */
    static Attempt.Made tried(Bench bench, List<HandChange> changes, boolean locking) {
        return switch (bench.workbench().attempt(changes, locking)) {
            case Attempt.Made made -> made;
            case Attempt.Meaningless meaningless ->
                throw Refusal.unusable(meaningless.findings().stream()
                        .map(one -> one.under("/changes"))
                        .toList());
        };
    }

    /** What a change that was tried makes of a plan; nothing is kept. */
    EffectView effect(Bench bench, Attempt.Made made, Caller caller) {
        return effect(bench, made, made.timetable(""), caller);
    }

    private EffectView effect(Bench bench, Attempt.Made made, Timetable after, Caller caller) {
        var before = words.of(bench.plan(), bench.problem(), bench.timetable().value(), caller);
        var spoken = words.of(bench.plan(), bench.problem(), after, caller);
        return spoken.effect(
                made.effect(),
                before,
                bench.timetable().value(),
                after,
                bench.problem().value().locks());
    }

    /**
     * Makes a revision of a change that was tried.
     *
     * @param code      key of the text that says what was done
     * @param arguments what that text mentions
     */
    EditView keep(Bench bench, Attempt.Made made, long version, String code, List<String> arguments, Caller caller) {
        Problem changed = changed(bench, made);
        Kept.OfProblem problem = documents.keepChanged(bench.problem(), changed);
        if (made.asksForTheSame()) {
            naming.alike(problem, bench.problem());
        }
        Timetable after = made.timetable(problem.hash());
        Kept.OfTimetable timetable = documents.keepChanged(bench.timetable(), after);
        Plan plan = plans.change(
                bench.plan().id(),
                based(bench.plan(), version),
                new Change(code, arguments, problem, timetable),
                caller.account());
        benches.remember(plan, problem, timetable, made.workbench(after));
        return new EditView(plan.version(), plan.head(), effect(bench, made, after, caller));
    }

    /** The problem that is kept: without others' commitments, which are in the one that was tried if there are any. */
    @SuppressWarnings(
            "ReferenceEquality") // without commitments the very same problem is tried; to compare them would take
    // longer
    private static Problem changed(Bench bench, Attempt.Made made) {
        Problem kept = bench.problem().value();
        Problem tried = made.problem();
        return bench.workbench().problem() == kept ? tried : kept.locked(tried.locks(), tried.memberLocks());
    }

    /**
     * The version that a change is based on: what the caller has seen, and what it was made from. Where these differ, one of the two is older than
     * the plan is by now.
     */
    long based(Plan madeFrom, long seen) {
        boolean isCurrent = plans.get(madeFrom.id()).version() == seen;
        return isCurrent ? madeFrom.version() : seen;
    }
}
