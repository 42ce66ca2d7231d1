package dk.grundskema.solver.proof;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.solver.proof.ProofFact.Kind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A violation of a timetable, as the exact model sees it: which facts it is about, who must not hold which seat, and when it is.
 *
 * @param violation the violation
 * @param sessions  sessions that it names
 * @param dates     dates that it names, or on which its sessions are held; empty if there are none
 */
record BrokenRule(RuleViolation violation, Set<SessionId> sessions, TreeSet<LocalDate> dates) {
    /** Rules that keep a person away from a meeting. */
    private static final Set<String> AWAY = Set.of("core.staff-unavailable", "core.asked-holder");

    /** Rules whose only date is that on which a longer period begins. */
    private static final Set<String> OF_PERIOD = Set.of("core.average-hours");

    /** Other rules on people, with the kinds of facts that state the same in the model. */
    private static final Map<String, Set<Kind>> KINDS = Map.of(
            "core.person-in-two-places", Set.of(Kind.ONE_PLACE, Kind.LESSON),
            "core.travel-time", Set.of(Kind.TRAVEL),
            "core.daily-rest", Set.of(Kind.DAILY_REST),
            "core.weekly-rest", Set.of(Kind.WEEKLY_REST),
            "core.daily-hours", Set.of(Kind.DAILY_HOURS),
            "core.weekly-hours", Set.of(Kind.WEEKLY_HOURS),
            "core.average-hours", Set.of(Kind.AVERAGE_HOURS),
            "core.long-day", Set.of(Kind.LONGEST_DAY),
            "core.rest-between-dates", Set.of(Kind.REST_BETWEEN_DATES),
            "core.free-dates", Set.of(Kind.FREE_DATES));

    static BrokenRule of(RuleViolation violation, List<Meeting> meetings) {
        Set<SessionId> sessions = violation.arguments().stream()
                .filter(SessionId.class::isInstance)
                .map(SessionId.class::cast)
                .collect(Collectors.toSet());
        var dates = new TreeSet<LocalDate>();
        if (!OF_PERIOD.contains(violation.rule())) {
            dates.addAll(datesOf(violation.arguments()));
        }
        if (dates.isEmpty()) {
            meetings.stream()
                    .filter(meeting -> sessions.contains(meeting.sessionId()))
                    .forEach(meeting -> dates.addAll(meeting.time().dates()));
        }
        return new BrokenRule(violation, sessions, dates);
    }

    private static TreeSet<LocalDate> datesOf(List<Object> arguments) {
        var dates = new TreeSet<LocalDate>();
        for (Object argument : arguments) {
            switch (argument) {
                case LocalDate date -> dates.add(date);
                case LocalDateTime time -> dates.add(time.toLocalDate());
                case IsoWeek week -> {
                    dates.add(week.date(DayOfWeek.MONDAY));
                    dates.add(week.date(DayOfWeek.SUNDAY));
                }
                default -> {}
            }
        }
        return dates;
    }

    /** Returns the person that the violation names; empty if it names none. */
    Optional<StaffId> person() {
        return violation.arguments().stream()
                .filter(StaffId.class::isInstance)
                .map(StaffId.class::cast)
                .findFirst();
    }

    /** Returns whether other people in the seats may mend it: it names a person or, as a rule of a plugin, may count people. */
    boolean isAboutPeople() {
        return person().isPresent() || !violation.rule().startsWith("core.");
    }

    /** Returns whether its holder must leave a seat, so that the violation is mended. */
    boolean mustLeave(SeatNeed seat) {
        return AWAY.contains(violation.rule())
                && seat.holder() != null
                && person().filter(seat.holder()::equals).isPresent()
                && seat.sessions().stream().anyMatch(sessions::contains);
    }

    /** Returns those of some broken facts that state what the violation is about: of its person, at its time. */
    Set<ProofFact> factsAmong(Set<ProofFact> broken) {
        return broken.stream()
                .filter(fact -> KINDS.getOrDefault(violation.rule(), Set.of()).contains(fact.kind())
                        && person().filter(fact.arguments()::contains).isPresent()
                        && isAtItsTime(fact))
                .collect(Collectors.toSet());
    }

    /** A rest counts for the first duty of its run, the rest for the date or week that the violation names. */
    private boolean isAtItsTime(ProofFact fact) {
        return switch (fact.kind()) {
            case DAILY_REST, WEEKLY_REST ->
                !dates.isEmpty() && datesOf(fact.arguments()).equals(Set.of(dates.first()));
            case ONE_PLACE, TRAVEL, LESSON ->
                datesOf(fact.arguments()).stream()
                        .allMatch(date -> violation.arguments().contains(date));
            default ->
                fact.arguments().stream()
                        .anyMatch(argument -> (argument instanceof LocalDate || argument instanceof IsoWeek)
                                && violation.arguments().contains(argument));
        };
    }

    /** Returns whether a seat is one of those that the violation is about: in its meetings, or of its person on its dates. */
    boolean concerns(SeatNeed seat, StaffId holder) {
        boolean isOfMeeting = seat.sessions().stream().anyMatch(sessions::contains);
        boolean isOfPerson = person().filter(holder::equals).isPresent();
        return sessions.isEmpty()
                ? isOfPerson && isWithin(seat, 1, 0)
                : isOfMeeting && (person().isEmpty() || isOfPerson);
    }

    /** Returns whether a seat has a duty on the dates of the violation, or some days before or after; true if it has no date. */
    boolean isWithin(SeatNeed seat, int daysBefore, int daysAfter) {
        return dates.isEmpty()
                || seat.duties().stream()
                        .anyMatch(duty -> !duty.date().isBefore(dates.first().minusDays(daysBefore))
                                && !duty.date().isAfter(dates.last().plusDays(daysAfter)));
    }
}
