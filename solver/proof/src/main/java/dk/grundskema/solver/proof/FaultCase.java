package dk.grundskema.solver.proof;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.Interval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Changes what the exact model knows, so that it asks about one fault of a timetable: all others may stay. */
final class FaultCase {
    private FaultCase() {}

    /** Returns a case in which people are unavailable only at times at which they have no duty: what a timetable breaks already stays possible. */
    static StaffingCase withoutBrokenAbsences(StaffingCase input) {
        Map<StaffId, List<Interval>> duties = new HashMap<>();
        for (SeatNeed seat : input.seats()) {
            if (seat.holder() != null) {
                seat.duties()
                        .forEach(duty -> duties.computeIfAbsent(seat.holder(), any -> new ArrayList<>())
                                .add(duty.interval()));
            }
        }
        return input.withAbsences(subtract(input.unavailable(), duties), subtract(input.elsewhere(), duties));
    }

    private static Map<StaffId, List<Interval>> subtract(
            Map<StaffId, List<Interval>> absences, Map<StaffId, List<Interval>> duties) {
        Map<StaffId, List<Interval>> left = new HashMap<>();
        absences.forEach((person, times) -> left.put(person, subtract(times, duties.getOrDefault(person, List.of()))));
        return left;
    }

    private static List<Interval> subtract(List<Interval> times, List<Interval> duties) {
        List<Interval> left = times;
        for (Interval duty : duties) {
            left = left.stream().flatMap(time -> subtract(time, duty)).toList();
        }
        return left;
    }

    private static Stream<Interval> subtract(Interval time, Interval duty) {
        if (!time.overlaps(duty)) {
            return Stream.of(time);
        }
        var parts = new ArrayList<Interval>();
        if (time.start() < duty.start()) {
            parts.add(new Interval(time.start(), duty.start()));
        }
        if (duty.end() < time.end()) {
            parts.add(new Interval(duty.end(), time.end()));
        }
        return parts.stream();
    }

    /**
     * Returns a case in which the person of a fault cannot have the seats that they must leave: for an absence because of that, otherwise as no candidate.
     * Empty if the person has another seat at the same time, which may stay as it is, and if there is no such seat.
     *
     * @param base   case {@link #withoutBrokenAbsences}
     * @param stated what is stated about absences
     */
    static Optional<StaffingCase> asking(StaffingCase base, StaffingCase stated, BrokenRule fault) {
        List<SeatNeed> left = base.seats().stream().filter(fault::mustLeave).toList();
        if (left.isEmpty()) {
            return Optional.empty();
        }
        StaffId person = Objects.requireNonNull(left.getFirst().holder());
        if (fault.violation().rule().equals("core.asked-holder")) {
            return Optional.of(base.withSeats(base.seats().stream()
                    .map(seat -> fault.mustLeave(seat) ? without(seat, person) : seat)
                    .toList()));
        }
        List<Interval> times = left.stream()
                .filter(seat -> seat.sessions().stream().allMatch(fault.sessions()::contains))
                .flatMap(seat -> seat.duties().stream())
                .map(SeatDuty::interval)
                .toList();
        boolean isElsewhereToo = base.seats().stream()
                .filter(seat -> person.equals(seat.holder()) && !fault.mustLeave(seat))
                .flatMap(seat -> seat.duties().stream())
                .anyMatch(duty -> times.stream().anyMatch(duty.interval()::overlaps));
        return times.isEmpty() || isElsewhereToo
                ? Optional.empty()
                : Optional.of(base.withAbsences(
                        plus(base.unavailable(), person, common(stated.unavailable(), person, times)),
                        plus(base.elsewhere(), person, common(stated.elsewhere(), person, times))));
    }

    private static SeatNeed without(SeatNeed seat, StaffId person) {
        return seat.withCandidates(
                seat.candidates().stream().filter(one -> !one.equals(person)).toList());
    }

    private static List<Interval> common(Map<StaffId, List<Interval>> absences, StaffId person, List<Interval> times) {
        return absences.getOrDefault(person, List.of()).stream()
                .flatMap(away -> times.stream()
                        .filter(away::overlaps)
                        .map(time ->
                                new Interval(Math.max(away.start(), time.start()), Math.min(away.end(), time.end()))))
                .distinct()
                .toList();
    }

    private static Map<StaffId, List<Interval>> plus(
            Map<StaffId, List<Interval>> absences, StaffId person, List<Interval> more) {
        Map<StaffId, List<Interval>> all = new HashMap<>(absences);
        all.merge(
                person,
                more,
                (some, others) -> Stream.concat(some.stream(), others.stream()).toList());
        return all;
    }
}
