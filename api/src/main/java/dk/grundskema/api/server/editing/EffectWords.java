package dk.grundskema.api.server.editing;

import dk.grundskema.api.comparison.ChangeWords;
import dk.grundskema.api.house.Names;
import dk.grundskema.api.server.editing.EffectViews.CandidateView;
import dk.grundskema.api.server.editing.EffectViews.DifferenceView;
import dk.grundskema.api.server.editing.EffectViews.EffectView;
import dk.grundskema.api.server.editing.EffectViews.OverriddenView;
import dk.grundskema.api.server.editing.EffectViews.PlaceView;
import dk.grundskema.api.server.editing.EffectViews.UnableView;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.plans.Kept;
import dk.grundskema.api.server.plans.Naming;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.timetable.ChangeSet;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.Effect;
import dk.grundskema.solver.engine.WhoCould.Candidate;
import dk.grundskema.solver.engine.WhoCould.Difference;
import dk.grundskema.solver.engine.WhoCould.Unable;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What rules make of a change, in the caller's language and with the names that the caller may know. */
@Component
final class EffectWords {
    private final Naming naming;
    private final Speaking speaking;

    EffectWords(Naming naming, Speaking speaking) {
        this.naming = naming;
        this.speaking = speaking;
    }

    /** Speaks of one plan to one caller. */
    Spoken of(Plan plan, Kept.OfProblem problem, Timetable timetable, Caller caller) {
        Names names = naming.names(problem, Naming.students(caller, plan.organisation()))
                .with(timetable);
        return new Spoken(speaking.texts().named(names), names);
    }

    /**
     * Words of one plan.
     *
     * @param texts texts with its names
     * @param names its names
     */
    record Spoken(Texts texts, Names names) {
        String rule(String id) {
            String key = "rule." + id + ".name";
            return texts.has(key) ? texts.text(key) : id;
        }

        List<DifferenceView> differences(List<Difference> differences) {
            return differences.stream()
                    .map(one -> new DifferenceView(one.rule(), rule(one.rule()), one.level(), one.amount(), one.cost()))
                    .toList();
        }

        List<PlaceView> places(List<Fault> faults) {
            return faults.stream()
                    .map(one -> new PlaceView(one.rule(), rule(one.rule()), one.level(), one.amount(), texts.of(one)))
                    .toList();
        }

        CandidateView candidate(Candidate one) {
            return new CandidateView(
                    one.staffId(),
                    names.of(one.staffId()),
                    one.medium(),
                    one.soft(),
                    places(one.shortfalls()),
                    differences(one.differences()));
        }

        UnableView unable(Unable one) {
            String text = switch (one.obstacle()) {
                case NOT_ASKED -> texts.text("editing.not-asked");
                case AWAY -> texts.text("editing.away");
                case SEAT_IS_FIXED -> texts.text("editing.seat-is-fixed");
                case BREAKS_RULES ->
                    texts.text(
                            "editing.breaks-rules",
                            one.rules().stream().map(this::rule).toList());
            };
            return new UnableView(
                    one.staffId(), names.of(one.staffId()), one.obstacle().name(), text, one.rules());
        }

        /** An effect: what is mended and which locks go, in the names of the plan before, all else in those of this one. */
        EffectView effect(Effect effect, Spoken before, Timetable was, Timetable is, Collection<SessionLock> locks) {
            return new EffectView(
                    effect.before(),
                    effect.after(),
                    differences(effect.differences()),
                    places(effect.broken()),
                    before.places(effect.mended()),
                    new ChangeWords(texts, names).of(changes(was, is)),
                    Overridden.of(locks, was, is).stream()
                            .map(one -> new OverriddenView(
                                    one.sessionId(), before.names().of(one.sessionId()), one.what(), one.positions()))
                            .toList());
        }

        /**
         * Only what is different is compared: all of a school's year would take longer than the change itself. What wasn't touched is the very
         * same meeting in both.
         */
        private static ChangeSet changes(Timetable was, Timetable is) {
            Set<Meeting> same = Collections.newSetFromMap(new IdentityHashMap<>());
            same.addAll(was.meetings());
            Set<Meeting> both = Collections.newSetFromMap(new IdentityHashMap<>());
            is.meetings().stream().filter(same::contains).forEach(both::add);
            return ChangeSet.between(without(was, both), without(is, both));
        }

        private static Timetable without(Timetable whole, Set<Meeting> some) {
            return new Timetable(
                    whole.version(),
                    whole.problem(),
                    whole.zone(),
                    whole.seed(),
                    whole.score(),
                    whole.rules(),
                    whole.groups(),
                    whole.meetings().stream().filter(one -> !some.contains(one)).toList(),
                    List.of());
        }
    }
}
