package dk.grundskema.api.service.edit;

import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.planning.comparison.TimetableChangeFormatter;
import dk.grundskema.api.planning.status.PlanStatusFormatter;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.service.edit.EffectViews.CandidateView;
import dk.grundskema.api.service.edit.EffectViews.DifferenceView;
import dk.grundskema.api.service.edit.EffectViews.EffectView;
import dk.grundskema.api.service.edit.EffectViews.OverriddenView;
import dk.grundskema.api.service.edit.EffectViews.PlaceView;
import dk.grundskema.api.service.edit.EffectViews.UnableView;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.api.service.plan.history.LocatedFaults.LocatedFault;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.timetable.ChangeSet;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.SeatCandidates.RejectedCandidate;
import dk.grundskema.solver.change.SeatCandidates.RuleDifference;
import dk.grundskema.solver.change.SeatCandidates.SeatCandidate;
import dk.grundskema.solver.check.ReportedAmount;
import dk.grundskema.solver.edit.ChangeEffect;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Creates REST views of the effects of edits, in the caller's language and with the names that the caller may see. */
@Component
public final class EffectViewFactory {
    private final NameResolverFactory nameResolverFactory;
    private final RequestTexts requestTexts;

    EffectViewFactory(NameResolverFactory nameResolverFactory, RequestTexts requestTexts) {
        this.nameResolverFactory = nameResolverFactory;
        this.requestTexts = requestTexts;
    }

    /** Returns a factory for one plan and caller. */
    public PlanEffectViews forPlan(
            Plan plan, StoredDocument.StoredProblem problem, Timetable timetable, Caller caller) {
        PlanNameResolver names = nameResolverFactory
                .names(problem, NameResolverFactory.studentNaming(caller, plan.organisation()))
                .withTimetable(timetable);
        return new PlanEffectViews(requestTexts.texts().withNames(names), names);
    }

    /**
     * Creates views for one plan.
     *
     * @param texts texts that resolve the plan's names
     * @param names names of the plan
     */
    public record PlanEffectViews(Texts texts, PlanNameResolver names) {
        String ruleName(String id) {
            String key = "rule." + id + ".name";
            return texts.has(key) ? texts.text(key) : id;
        }

        List<DifferenceView> differences(List<RuleDifference> differences) {
            return differences.stream()
                    .map(one ->
                            new DifferenceView(one.rule(), ruleName(one.rule()), one.level(), one.amount(), one.cost()))
                    .toList();
        }

        /** Returns views of violations, in their order. */
        public List<PlaceView> places(List<RuleViolation> faults) {
            return faults.stream()
                    .map(one -> new PlaceView(
                            one.rule(),
                            ruleName(one.rule()),
                            one.level(),
                            ReportedAmount.of(one),
                            texts.sentenceOf(one)))
                    .toList();
        }

        /** Returns views of what the plan breaks only together with other plans in use. */
        List<PlaceView> sharedPlaces(List<LocatedFault> faults) {
            var formatter = new PlanStatusFormatter(texts);
            return places(faults.stream().map(one -> one.fault().violation()).toList()).stream()
                    .map(one -> new PlaceView(
                            one.rule(), formatter.sharedRule(one.name()), one.level(), one.amount(), one.text()))
                    .toList();
        }

        public CandidateView candidate(SeatCandidate one) {
            return new CandidateView(
                    one.staffId(),
                    names.nameOf(one.staffId()),
                    one.medium(),
                    one.soft(),
                    places(one.shortfalls()),
                    differences(one.differences()));
        }

        UnableView unable(RejectedCandidate one) {
            String text = switch (one.obstacle()) {
                case NOT_ASKED -> texts.text("editing.not-asked");
                case AWAY -> texts.text("editing.away");
                case SEAT_IS_FIXED -> texts.text("editing.seat-is-fixed");
                case BREAKS_RULES ->
                    texts.text(
                            "editing.breaks-rules",
                            one.rules().stream().map(this::ruleName).toList());
            };
            return new UnableView(
                    one.staffId(), names.nameOf(one.staffId()), one.obstacle().name(), text, one.rules());
        }

        /**
         * Returns the view of an effect. Resolved violations and overridden locks use the names of the plan before the change, everything else
         * those of this one.
         */
        EffectView effect(
                ChangeEffect effect,
                PlanEffectViews before,
                Timetable was,
                Timetable is,
                Collection<SessionLock> locks) {
            return new EffectView(
                    effect.before(),
                    effect.after(),
                    differences(effect.differences()),
                    places(effect.broken()),
                    before.places(effect.mended()),
                    new TimetableChangeFormatter(texts, names).describe(changes(was, is)),
                    OverriddenLock.of(locks, was, is).stream()
                            .map(one -> new OverriddenView(
                                    one.sessionId(),
                                    before.names().nameOf(one.sessionId()),
                                    one.what(),
                                    one.positions()))
                            .toList());
        }

        /**
         * Compares only the meetings that differ, because comparing a school's whole year takes longer than the change. Unchanged meetings are
         * the same instance in both timetables.
         */
        private static ChangeSet changes(Timetable was, Timetable is) {
            Set<Meeting> same = Collections.newSetFromMap(new IdentityHashMap<>());
            same.addAll(was.meetings());
            Set<Meeting> both = Collections.newSetFromMap(new IdentityHashMap<>());
            is.meetings().stream().filter(same::contains).forEach(both::add);
            return ChangeSet.between(withoutMeetings(was, both), withoutMeetings(is, both));
        }

        private static Timetable withoutMeetings(Timetable whole, Set<Meeting> some) {
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
