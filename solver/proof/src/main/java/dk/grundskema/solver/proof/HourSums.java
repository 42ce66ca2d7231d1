package dk.grundskema.solver.proof;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.proof.ProofFact.Kind;
import dk.grundskema.solver.proof.StaffingCase.FixedDuty;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/** Adds the limits of one person's hours to a formula. */
final class HourSums {
    /**
     * A duty that the plan decides.
     *
     * @param variable whether the person has it
     * @param duty     the duty
     */
    record Term(int variable, SeatDuty duty) {}

    private final StaffingCase input;
    private final FactFormula formula;
    private final StaffId person;
    private final WorkRules rules;
    private final List<Term> terms;
    private final List<FixedDuty> lessons;

    HourSums(StaffingCase input, FactFormula formula, StaffId person, List<Term> terms) {
        this.input = input;
        this.formula = formula;
        this.person = person;
        this.rules = input.workRules(person);
        this.terms = terms;
        this.lessons = input.lessons().getOrDefault(person, List.of());
    }

    void add() {
        Long perDay = rules.minutesPerDay();
        Long perWeek = rules.minutesPerWeek();
        if (perDay != null) {
            addLimit(
                    SeatDuty::date,
                    (date, taught) -> ProofFact.of(
                            Kind.DAILY_HOURS, person, date, Objects.requireNonNull(rules.hoursPerDay()), taught),
                    date -> perDay,
                    date -> 0L);
        }
        if (perWeek != null) {
            addLimit(
                    duty -> IsoWeek.of(duty.date()),
                    (week, taught) -> ProofFact.of(
                            Kind.WEEKLY_HOURS, person, week, Objects.requireNonNull(rules.hoursPerWeek()), taught),
                    week -> perWeek,
                    week -> 0L);
        }
        LocalDate first = input.problem().horizon().firstDay();
        int length = 7 * rules.referenceWeeks();
        long before = Math.round(input.problem()
                        .staffMember(person)
                        .map(StaffMember::hoursAlreadyWorked)
                        .orElse(0.0)
                * 60);
        addLimit(
                duty -> first.plusDays(Math.max(0, ChronoUnit.DAYS.between(first, duty.date()) / length) * length),
                (from, taught) -> ProofFact.of(
                        Kind.AVERAGE_HOURS, person, from, rules.averageHoursPerWeek(), rules.referenceWeeks()),
                from -> rules.averageHoursPerWeek() * 60L * rules.referenceWeeks(),
                from -> from.equals(first) ? before : 0L);
    }

    private interface LimitFact<K> {
        ProofFact of(K key, long taughtMinutes);
    }

    /** Planned minutes may fill a limit, less earlier work and lessons; lessons that may be taken away don't count. */
    private <K extends Comparable<K>> void addLimit(
            Function<SeatDuty, K> key, LimitFact<K> fact, Function<K, Long> limit, Function<K, Long> earlier) {
        Map<K, Long> taught = new HashMap<>();
        lessons.forEach(
                lesson -> taught.merge(key.apply(lesson.duty()), lesson.duty().minutes(), Long::sum));
        Map<K, Long> relievable = new HashMap<>();
        input.reliefs()
                .getOrDefault(person, List.of())
                .forEach(lesson ->
                        relievable.merge(key.apply(lesson.duty()), lesson.duty().minutes(), Long::sum));
        Map<K, List<Term>> planned = new TreeMap<>();
        terms.stream()
                .filter(term -> term.duty().work())
                .forEach(term -> planned.computeIfAbsent(key.apply(term.duty()), any -> new ArrayList<>())
                        .add(term));
        planned.forEach((when, some) -> {
            long kept = earlier.apply(when) + taught.getOrDefault(when, 0L);
            long all = kept + relievable.getOrDefault(when, 0L);
            long most = Math.max(limit.apply(when), all) - kept;
            long possible =
                    some.stream().mapToLong(term -> term.duty().minutes()).sum();
            if (possible > most) {
                formula.addSum(
                        fact.of(when, taught.getOrDefault(when, 0L)),
                        some.stream().map(Term::variable).toList(),
                        some.stream().mapToLong(term -> term.duty().minutes()).toArray(),
                        most);
            }
        });
    }
}
