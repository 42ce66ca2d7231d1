package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.planning.comparison.ProblemChanges;
import dk.grundskema.api.planning.comparison.ProblemChanges.FieldChange;
import dk.grundskema.api.planning.comparison.TimetableChangeFormatter;
import dk.grundskema.api.service.plan.PlanViews.RevisionView;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Score;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** REST views of the differences between two revisions. */
final class ComparisonViews {
    private ComparisonViews() {}

    /**
     * What differs from one revision to another.
     *
     * @param before    the one
     * @param after     the other
     * @param problem   parts of the problem that differ
     * @param timetable what differs in the timetable; {@code null} unless both have one and its plugins are here
     * @param fidelity  what each gives of what is asked; {@code null} likewise
     */
    record ComparisonView(
            RevisionView before,
            RevisionView after,
            List<PartView> problem,
            @Nullable TimetableComparison timetable,
            @Nullable FidelityComparison fidelity) {}

    /**
     * A part of the problem that differs.
     *
     * @param part   the problem's field that it is in
     * @param kind   what became of it
     * @param id     its id; empty if it has none
     * @param text   the same in words
     * @param fields what of it differs; empty unless it changed. Of students only where they may be seen
     */
    record PartView(String part, ProblemChanges.Kind kind, String id, String text, List<FieldChange> fields) {}

    /**
     * What differs between two timetables.
     *
     * @param sessions   how many sessions are held otherwise
     * @param personDays how many days of how many people are otherwise: pairs of person and date
     * @param changes    in words, each kind under a heading
     * @param before     how good the one is
     * @param after      how good the other is
     * @param rules      what each rule costs in both
     */
    record TimetableComparison(
            int sessions,
            int personDays,
            List<TimetableChangeFormatter.ChangeCategory> changes,
            Score before,
            Score after,
            List<RuleComparison> rules) {}

    /**
     * What a rule costs in both.
     *
     * @param id     the rule
     * @param name   what it is called
     * @param level  how binding it is
     * @param before in the one; {@code null} means that it isn't a rule there
     * @param after  in the other; {@code null} likewise
     */
    record RuleComparison(
            String id,
            String name,
            Level level,
            @Nullable RuleResult before,
            @Nullable RuleResult after) {}

    /**
     * What both give of what is asked.
     *
     * @param before how much the one meets, in words
     * @param after  how much the other does
     * @param asks   each thing that is asked in at least one of them
     */
    record FidelityComparison(String before, String after, List<AskComparison> asks) {}

    /**
     * A thing that is asked.
     *
     * @param section the intervention that it is asked of, or words for every plan
     * @param code    its stable code
     * @param name    what it is called
     * @param before  what the one gives; {@code null} means that it isn't asked there
     * @param after   what the other gives; {@code null} likewise
     */
    record AskComparison(
            String section,
            String code,
            String name,
            @Nullable AskOutcome before,
            @Nullable AskOutcome after) {}

    /**
     * What a timetable gives of something that is asked.
     *
     * @param status  what came of it
     * @param asked   how much is asked, in words
     * @param given   how much there is
     * @param shortBy how much is missing; empty if nothing is
     */
    record AskOutcome(Ask.Status status, String asked, String given, String shortBy) {}
}
