package dk.grundskema.domain.fidelity;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.finding.Term;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A shortfall that the planner accepts, such as the lessons of a week with a trip. It is no part of the status of a plan as long as the plan is short by no
 * more than was accepted.
 *
 * @param rule       id of a medium rule, or code of a requirement on an intervention
 * @param subject    what is short: ids and words of the place, separated by a comma and a space, for a requirement its intervention first; empty means the
 *                   plan as a whole; at most 5,000 characters
 * @param week       week of the shortfall, the first one if it lasts longer; {@code null} if its place names no week and no date
 * @param amount     accepted amount in the unit of the rule or requirement, summed up over the places with this subject and week; at least 1
 * @param reason     why it is accepted; 1 to 200 characters
 * @param acceptedBy name of the person who accepted it; 1 to 200 characters
 * @param acceptedOn date of the decision
 * @param lacking    accepted number by which the plan is short, as the text of the rule says it, such as lessons a week; more than 0. It counts instead of the amount, which also
 *                   grows with the need and the weeks. {@code null} if the rule or requirement states none, or the shortfall was accepted before it was recorded
 */
public record AcceptedShortfall(
        String rule,
        @Default("\"\"") String subject,
        @Nullable IsoWeek week,
        long amount,
        String reason,
        String acceptedBy,
        LocalDate acceptedOn,
        @Nullable Double lacking) {
    private static final String SEPARATOR = ", ";

    /** Some rules name all meetings of a day. */
    private static final int LONGEST_SUBJECT = 5_000;

    private static final int MOST = 1_000_000_000;

    /** Numbers of texts have one decimal. */
    private static final double TENTH = 0.1;

    /**
     * How much a plan is short at one place.
     *
     * @param amount  what the rule charges, or by how much the requirement is short; 0 or more
     * @param lacking number by which it is short, as the text of the rule says it; {@code null} if it states none
     */
    public record Lack(long amount, @Nullable Double lacking) {
        /** A plan that is not short. */
        public static final Lack NONE = new Lack(0, 0.0);

        /** Returns how much a broken rule is short. */
        public static Lack of(RuleViolation violation) {
            return new Lack(violation.amount(), violation.lacking());
        }

        /** Returns both together. */
        public Lack plus(Lack other) {
            return new Lack(
                    amount + other.amount,
                    (lacking == null || other.lacking == null) ? null : (Double) (lacking + other.lacking));
        }
    }

    /** Returns whether a plan is short by no more than was accepted. */
    public boolean covers(Lack lack) {
        return (lacking == null || lack.lacking() == null)
                ? lack.amount() <= amount
                : lack.lacking() < lacking + TENTH / 2;
    }

    /** @throws dk.grundskema.domain.finding.InvalidValueException if a component is out of range; it carries all findings */
    public AcceptedShortfall {
        new RecordValidator()
                .name("rule", rule)
                .visibleText("subject", subject)
                .require(
                        subject.length() <= LONGEST_SUBJECT,
                        "subject",
                        "value.too-long",
                        subject.length(),
                        LONGEST_SUBJECT)
                .range("amount", amount, 1, MOST)
                .name("reason", reason)
                .name("acceptedBy", acceptedBy)
                .range("lacking", lacking == null ? TENTH : lacking, TENTH / 2, MOST)
                .throwIfInvalid();
    }

    /** Creates an entry that counts by its amount. */
    public AcceptedShortfall(
            String rule,
            String subject,
            @Nullable IsoWeek week,
            long amount,
            String reason,
            String acceptedBy,
            LocalDate acceptedOn) {
        this(rule, subject, week, amount, reason, acceptedBy, acceptedOn, null);
    }

    /** Returns the place for which the shortfall is accepted. */
    public Place place() {
        return new Place(rule, subject, week);
    }

    /** Leaves out subject, reason and name, which may be about people. */
    @Override
    public String toString() {
        return rule + " " + week;
    }

    /**
     * Where a plan is short.
     *
     * @param rule    id of a medium rule, or code of a requirement
     * @param subject ids and words of the place, separated by a comma and a space; empty if there are none
     * @param week    first week of the place; {@code null} if it names no week and no date
     */
    public record Place(
            String rule, String subject, @Nullable IsoWeek week) {
        /** Returns the place of a broken rule. */
        public static Place of(RuleViolation violation) {
            return of(violation.rule(), violation.place());
        }

        /**
         * Returns the place of a shortfall of a requirement on an intervention.
         *
         * @param code code of the requirement
         */
        public static Place of(InterventionId intervention, String code, Shortfall shortfall) {
            return of(code, List.of(intervention, shortfall.where()));
        }

        static Place of(String rule, List<Object> arguments) {
            var names = new ArrayList<String>();
            var weeks = new ArrayList<IsoWeek>();
            collect(arguments, names, weeks);
            return new Place(rule, String.join(SEPARATOR, names), weeks.isEmpty() ? null : weeks.getFirst());
        }

        private static void collect(Collection<?> arguments, List<String> names, List<IsoWeek> weeks) {
            for (Object argument : arguments) {
                switch (argument) {
                    case Id id -> names.add(id.value());
                    case Term term -> names.add(term.word());
                    case String word -> names.add(word);
                    case IsoWeek week -> weeks.add(week);
                    case LocalDate date -> weeks.add(IsoWeek.of(date));
                    case LocalDateTime moment -> weeks.add(IsoWeek.of(moment.toLocalDate()));
                    case Collection<?> several -> collect(several, names, weeks);
                    default -> {
                        // Times, numbers and phrases tell apart places that are accepted together.
                    }
                }
            }
        }

        /** Returns the rule and the week: the subject may be a student. */
        @Override
        public String toString() {
            return rule + " " + week;
        }
    }

    /**
     * Returns the places where a plan is short by no more than was accepted.
     *
     * @param accepted what the planner accepted
     * @param lacks    how much the plan is short in each place
     */
    public static Set<Place> findCovered(List<AcceptedShortfall> accepted, Map<Place, Lack> lacks) {
        return accepted.stream()
                .filter(one -> {
                    Lack lack = lacks.get(one.place());
                    return lack != null && one.covers(lack);
                })
                .map(AcceptedShortfall::place)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns how much requirements on interventions are short, by place. */
    public static Map<Place, Lack> lacks(Collection<FidelityReport> interventions) {
        return interventions.stream()
                .flatMap(report -> report.asks().stream()
                        .flatMap(ask -> ask.places().stream()
                                .map(shortfall -> Map.entry(
                                        Place.of(report.interventionId(), ask.code(), shortfall),
                                        new Lack(shortfall.shortBy(), null)))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Lack::plus));
    }
}
