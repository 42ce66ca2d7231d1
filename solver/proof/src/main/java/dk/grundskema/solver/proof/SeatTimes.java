package dk.grundskema.solver.proof;

import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Chooses which of the times of a seat its fact names. A seat of a weekly series has many, and a reader understands a contradiction only by the time at
 * which the other facts apply.
 */
final class SeatTimes {
    private static final int WEEK = 7;

    private final StaffingCase input;
    private final Set<ProofFact> facts;
    private final List<SeatNeed> seats;
    private final ZoneId zone;

    /**
     * @param facts facts that are told together
     * @param seats seats that they are about
     */
    SeatTimes(StaffingCase input, Set<ProofFact> facts, List<SeatNeed> seats) {
        this.input = input;
        this.facts = facts;
        this.seats = seats;
        this.zone = input.problem().horizon().zone();
    }

    /** Returns a fact about a seat with its first time at which another fact applies, or else its first, and the number of its further times. */
    ProofFact withTellingTime(ProofFact fact) {
        return seatOf(fact)
                .map(seat -> {
                    int at = positionOfDate(fact);
                    Interval time = tellingTime(fact, seat);
                    var arguments = new ArrayList<>(fact.arguments());
                    arguments.set(at, date(time));
                    arguments.set(at + 1, local(time.start()).toLocalTime());
                    arguments.set(at + 2, local(time.end()).toLocalTime());
                    arguments.set(at + (fact.kind() == ProofFact.Kind.SEATS ? 4 : 3), furtherTimes(seat));
                    return new ProofFact(fact.kind(), arguments);
                })
                .orElse(fact);
    }

    private static int positionOfDate(ProofFact fact) {
        return fact.kind() == ProofFact.Kind.SEATS ? 1 : 3;
    }

    /** Returns the seat of a fact: if each week is a seat by itself, that on the date; otherwise the seat that the fact names, which may be cut to other days. */
    private Optional<SeatNeed> seatOf(ProofFact fact) {
        List<SeatNeed> named = seatsOf(fact);
        return named.stream()
                .filter(seat -> seat.duties().stream()
                        .anyMatch(duty -> duty.date().equals(fact.arguments().get(positionOfDate(fact)))))
                .findFirst()
                .or(() -> named.stream().findFirst());
    }

    private List<SeatNeed> seatsOf(ProofFact fact) {
        List<Object> arguments = fact.arguments();
        return seats.stream()
                .filter(seat -> switch (fact.kind()) {
                    case SEAT ->
                        seat.session().equals(arguments.get(0))
                                && arguments.get(1).equals(seat.place() + 1);
                    case SEATS ->
                        ((List<?>) arguments.get(4)).contains(seat.session())
                                && seat.candidates().equals(arguments.getLast());
                    case HELD ->
                        seat.session().equals(arguments.get(1))
                                && arguments.get(2).equals(seat.place() + 1);
                    default -> false;
                })
                .toList();
    }

    /** The seats may be cut to a few days around the contradiction. */
    private int furtherTimes(SeatNeed seat) {
        return input.seats().stream()
                        .filter(whole ->
                                whole.id().equals(seat.id()) && whole.sessions().equals(seat.sessions()))
                        .mapToInt(whole -> whole.duties().size())
                        .findFirst()
                        .orElse(seat.duties().size())
                - 1;
    }

    private Interval tellingTime(ProofFact fact, SeatNeed seat) {
        List<Interval> own = seat.duties().stream().map(SeatDuty::interval).toList();
        List<ProofFact> others =
                facts.stream().filter(other -> !other.equals(fact)).toList();
        return Stream.of(exactTimes(others), days(others), weeks(others))
                .flatMap(times -> own.stream().filter(time -> times.stream().anyMatch(time::overlaps)))
                .findFirst()
                .orElse(own.getFirst());
    }

    private List<Interval> exactTimes(List<ProofFact> others) {
        var times = new ArrayList<Interval>();
        for (ProofFact fact : others) {
            List<Object> arguments = fact.arguments();
            switch (fact.kind()) {
                case UNAVAILABLE, ELSEWHERE ->
                    times.add(
                            Interval.between((LocalDateTime) arguments.get(1), (LocalDateTime) arguments.get(2), zone));
                case LESSON -> {
                    var date = (LocalDate) arguments.get(2);
                    times.add(Interval.between(
                            date.atTime((LocalTime) arguments.get(3)),
                            date.atTime((LocalTime) arguments.get(4)),
                            zone));
                }
                case SEAT, SEATS, HELD ->
                    seatOf(fact).ifPresent(seat -> seat.duties().forEach(duty -> times.add(duty.interval())));
                default -> {} // no single time
            }
        }
        return times;
    }

    private List<Interval> days(List<ProofFact> others) {
        var times = new ArrayList<Interval>();
        for (ProofFact fact : others) {
            List<Object> arguments = fact.arguments();
            switch (fact.kind()) {
                case ONE_PLACE, DAILY_HOURS, LONGEST_DAY -> times.add(days((LocalDate) arguments.get(1), 1));
                case DAILY_REST -> times.add(days((LocalDate) arguments.get(1), 2)); // and the morning after
                case REST_BETWEEN_DATES -> times.add(days(((LocalDate) arguments.get(1)).minusDays(1), 2));
                case TRAVEL -> times.add(days((LocalDate) arguments.getLast(), 1));
                default -> {} // no single day
            }
        }
        return times;
    }

    private List<Interval> weeks(List<ProofFact> others) {
        var times = new ArrayList<Interval>();
        for (ProofFact fact : others) {
            List<Object> arguments = fact.arguments();
            switch (fact.kind()) {
                case WEEKLY_REST -> times.add(days((LocalDate) arguments.get(1), WEEK));
                case WEEKLY_HOURS, FREE_DATES ->
                    times.add(days(((IsoWeek) arguments.get(1)).date(DayOfWeek.MONDAY), WEEK));
                default -> {} // no single week
            }
        }
        return times;
    }

    private Interval days(LocalDate first, int days) {
        return Interval.between(first.atStartOfDay(), first.plusDays(days).atStartOfDay(), zone);
    }

    private LocalDate date(Interval time) {
        return local(time.start()).toLocalDate();
    }

    private LocalDateTime local(long minute) {
        return Interval.toLocalDateTime(minute, zone);
    }
}
