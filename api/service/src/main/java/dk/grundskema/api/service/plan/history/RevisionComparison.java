package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.planning.comparison.ParticipationChange;
import dk.grundskema.api.planning.comparison.ProblemChanges;
import dk.grundskema.api.planning.comparison.ProblemChanges.FieldChange;
import dk.grundskema.api.planning.comparison.TimetableChangeFormatter;
import dk.grundskema.api.planning.status.PlanStatus;
import dk.grundskema.api.planning.status.StatusComparison;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Score;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The differences between two revisions, in the caller's language.
 *
 * @param before         the first revision
 * @param after          the second revision
 * @param problem        parts of the problem that differ
 * @param isSomebodyAway whether somebody has a duty in one of the timetables during an absence reported for one of the plans
 * @param timetable differences between the timetables; {@code null} unless both revisions have one and its plugins are installed
 * @param fidelity  what each timetable gives of what is asked; {@code null} likewise
 */
public record RevisionComparison(
        Revision before,
        Revision after,
        List<PartDifference> problem,
        boolean isSomebodyAway,
        @Nullable TimetableComparison timetable,
        @Nullable FidelityComparison fidelity) {
    /** Copies the list. */
    public RevisionComparison {
        problem = List.copyOf(problem);
    }

    /** Returns whether the two ask for different things, so that their figures do not answer the same question. */
    public boolean isAskedDifferently() {
        return problem.stream().anyMatch(PartDifference::isAsking);
    }

    /**
     * Returns descriptions of the parts of the problem that differ, in their order, those without a name as a number.
     *
     * @param isAsking whether of those that ask for something else, or of the others
     */
    public List<String> describe(boolean isAsking, Texts texts) {
        return problem.stream()
                .filter(one -> one.isAsking() == isAsking)
                .collect(Collectors.groupingBy(PartDifference::text, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(equal -> equal.getFirst().isNameless()
                        ? Stream.of(describeElements(
                                equal.getFirst().part(), equal.getFirst().kind(), equal.size(), texts))
                        : equal.stream().map(PartDifference::text))
                .toList();
    }

    /** Returns that elements of a part that have no names were added or removed. */
    static String describeElements(String part, ProblemChanges.Kind kind, int count, Texts texts) {
        return texts.text(
                kind == ProblemChanges.Kind.ADDED ? "comparison.elements-added" : "comparison.elements-removed",
                partName(part, texts),
                count);
    }

    /** Returns the display name of a field of the problem; the field itself if it has none. */
    static String partName(String part, Texts texts) {
        return texts.has("part." + part) ? texts.text("part." + part) : part;
    }

    /** Returns which of two statuses of these revisions is better, if that can be said. */
    public StatusComparison compare(@Nullable PlanStatus was, @Nullable PlanStatus is) {
        return StatusComparison.of(was, is, isAskedDifferently(), isSomebodyAway);
    }

    /**
     * A part of the problem that differs.
     *
     * @param part   field of the problem that contains the part
     * @param kind   kind of change
     * @param id     id of the part; empty if it has none
     * @param isAsking whether something else is asked by it: {@link ProblemChanges.PartChange#isAsking}
     * @param text   description, with old and new values
     * @param fields fields that differ; empty unless the part changed. Of students only if the caller may see them
     */
    public record PartDifference(
            String part, ProblemChanges.Kind kind, String id, boolean isAsking, String text, List<FieldChange> fields) {
        /** Returns whether it is an element that can only be counted, such as a lock. */
        private boolean isNameless() {
            return kind != ProblemChanges.Kind.CHANGED && id.isEmpty();
        }
    }

    /**
     * What differs between two timetables.
     *
     * @param sessions   how many sessions are held otherwise
     * @param personDays how many days of how many people are otherwise: pairs of person and date
     * @param classes    classes and teams that differ
     * @param people     staff who differ
     * @param changes    in words, each kind under a heading
     * @param before     score of the one
     * @param after      score of the other
     * @param rules      what each rule costs in both
     */
    public record TimetableComparison(
            int sessions,
            int personDays,
            List<ParticipationChange> classes,
            List<ParticipationChange> people,
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
    public record RuleComparison(
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
    public record FidelityComparison(String before, String after, List<AskComparison> asks) {}

    /**
     * A thing that is asked.
     *
     * @param section the intervention that it is asked of, or words for every plan
     * @param code    its stable code
     * @param name    what it is called
     * @param before  what the one gives; {@code null} means that it isn't asked there
     * @param after   what the other gives; {@code null} likewise
     */
    public record AskComparison(
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
     * @param given   how much of it there is; no more than is asked if it is counted
     * @param shortBy how much is missing; empty if nothing is
     */
    public record AskOutcome(Ask.Status status, String asked, String given, String shortBy) {
        /** Returns how much of what is asked there is: two plans that both give what they ask may ask differently. */
        public String describe(Texts texts) {
            boolean isCounted = status == Ask.Status.MET || status == Ask.Status.SHORT || status == Ask.Status.ACCEPTED;
            return isCounted && !asked.isEmpty() ? texts.text("comparison.given-of-asked", given, asked) : given;
        }
    }
}
