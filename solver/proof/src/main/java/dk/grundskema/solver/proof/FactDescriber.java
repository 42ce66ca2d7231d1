package dk.grundskema.solver.proof;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.solver.proof.ProofFact.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Makes the facts of a proof readable: seats at one time become one fact, and a daily rest names the duties on both sides of it. */
final class FactDescriber {
    private final StaffingCase input;

    FactDescriber(StaffingCase input) {
        this.input = input;
    }

    /**
     * Returns the facts of a core in the order in which they are read: seats by time, then people.
     *
     * @param lessons lessons that are facts as well
     */
    List<ProofFact> describe(StaffingModel model, Set<ProofFact> core, List<ProofFact> lessons) {
        Set<ProofFact> all = new LinkedHashSet<>(core);
        all.addAll(lessons);
        return describe(all, model.seatsOf(core));
    }

    /**
     * Returns facts in the order in which they are read.
     *
     * @param seats seats that the facts are about, to find their times and the duties on both sides of a rest
     */
    List<ProofFact> describe(Set<ProofFact> core, List<SeatNeed> seats) {
        var facts = new ArrayList<ProofFact>();
        var times = new SeatTimes(input, core, seats);
        core.stream()
                .filter(FactDescriber::isDemand)
                .map(times::withTellingTime)
                .sorted(Comparator.comparing(FactDescriber::moment))
                .forEach(facts::add);
        core.stream()
                .filter(fact -> !isDemand(fact))
                .sorted(Comparator.comparing(ProofFact::kind)
                        .thenComparing(fact -> String.valueOf(fact.arguments().getFirst())))
                .map(fact -> fact.kind() == Kind.DAILY_REST ? withDuties(fact, seats) : times.withTellingTime(fact))
                .distinct()
                .forEach(facts::add);
        return facts;
    }

    private static boolean isDemand(ProofFact fact) {
        return fact.kind() == Kind.SEAT || fact.kind() == Kind.SEATS;
    }

    private static LocalDateTime moment(ProofFact demand) {
        int date = demand.kind() == Kind.SEAT ? 3 : 1;
        return ((LocalDate) demand.arguments().get(date))
                .atTime((LocalTime) demand.arguments().get(date + 1));
    }

    /** Names the two duties of the proof between which the rest is missing and the pause is longest. */
    private ProofFact withDuties(ProofFact fact, List<SeatNeed> seats) {
        StaffId person = (StaffId) fact.arguments().get(0);
        LocalDate date = (LocalDate) fact.arguments().get(1);
        WorkRules rules = input.workRules(person);
        List<SeatDuty> duties =
                dutiesOf(person, seats, seat -> seat.candidates().contains(person));
        List<SeatDuty> certain =
                dutiesOf(person, seats, seat -> seat.candidates().equals(List.of(person)));
        Interval best = null;
        for (SeatDuty earlier : duties) {
            for (SeatDuty later : duties) {
                long pause = later.interval().start() - earlier.interval().end();
                boolean isTooShort =
                        pause > 0 && pause < rules.dailyRestMinutes() && isFree(pauseBetween(earlier, later), certain);
                boolean isTooLong = later.interval().end() - earlier.interval().start() > rules.longestDailyRun();
                if (earlier.date().equals(date)
                        && isTooShort
                        && isTooLong
                        && (best == null || pause > best.minutes())) {
                    best = pauseBetween(earlier, later);
                }
            }
        }
        return best == null
                ? fact
                : ProofFact.of(
                        Kind.DAILY_REST_BETWEEN,
                        person,
                        local(best.start()),
                        local(best.end()),
                        Duration.ofMinutes(best.minutes()),
                        Duration.ofHours(rules.dailyRestHours()));
    }

    /** Returns the work of a person in lessons, and in those seats that a test accepts. */
    private List<SeatDuty> dutiesOf(StaffId person, List<SeatNeed> seats, Predicate<SeatNeed> which) {
        var duties = new ArrayList<SeatDuty>();
        seats.stream()
                .filter(which)
                .forEach(seat -> seat.duties().stream().filter(SeatDuty::work).forEach(duties::add));
        input.lessons().getOrDefault(person, List.of()).forEach(lesson -> duties.add(lesson.duty()));
        return duties;
    }

    private static boolean isFree(Interval pause, List<SeatDuty> duties) {
        return duties.stream().noneMatch(duty -> duty.interval().overlaps(pause));
    }

    private static Interval pauseBetween(SeatDuty earlier, SeatDuty later) {
        long start = earlier.interval().end();
        long end = later.interval().start();
        return new Interval(start, end);
    }

    private LocalDateTime local(long minute) {
        return Interval.toLocalDateTime(minute, input.problem().horizon().zone());
    }
}
