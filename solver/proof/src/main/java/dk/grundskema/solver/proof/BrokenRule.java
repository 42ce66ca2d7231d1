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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A violation of a timetable, as the exact model sees it: which facts it is about, who must not hold which seat, and when it is.
 *
 * @param violation the violation
 * @param sessions  sessions that it names
 * @param dates     dates that it names, or on which its sessions are held; empty if there are none
 */
record BrokenRule(RuleViolation violation, Set<SessionId> sessions, TreeSet<LocalDate> dates) {
    private static final String NOT_A_CANDIDATE = "core.asked-holder";

    /** Rules on people, with the kinds of facts that state the same in the model. */
    private static final Map<String, Set<Kind>> KINDS = Map.of(
            "core.staff-unavailable", Set.of(Kind.UNAVAILABLE, Kind.ELSEWHERE),
            "core.person-in-two-places", Set.of(Kind.ONE_PLACE, Kind.LESSON),
            "core.travel-time", Set.of(Kind.TRAVEL),
            "core.daily-rest", Set.of(Kind.DAILY_REST, Kind.DAILY_REST_BETWEEN, Kind.SHORT_REST),
            "core.weekly-rest", Set.of(Kind.WEEKLY_REST),
            "core.daily-hours", Set.of(Kind.DAILY_HOURS),
            "core.weekly-hours", Set.of(Kind.WEEKLY_HOURS),
            "core.average-hours", Set.of(Kind.AVERAGE_HOURS),
            "core.lock-kept", Set.of(Kind.LOCKED, Kind.LOCKED_EMPTY));

    static BrokenRule of(RuleViolation violation, List<Meeting> meetings) {
        Set<SessionId> sessions = violation.arguments().stream()
                .filter(SessionId.class::isInstance)
                .map(SessionId.class::cast)
                .collect(Collectors.toSet());
        TreeSet<LocalDate> dates = datesOf(violation.arguments());
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

    /** Returns the person whom the violation is about; empty if it names none. */
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

    /** Returns those of some broken facts that state what the violation is about. */
    Set<ProofFact> factsAmong(Set<ProofFact> broken) {
        Set<Kind> kinds = KINDS.getOrDefault(violation.rule(), Set.of());
        return broken.stream()
                .filter(fact -> kinds.contains(fact.kind()) && isAboutSame(fact))
                .collect(Collectors.toSet());
    }

    private boolean isAboutSame(ProofFact fact) {
        if (fact.arguments().getFirst() instanceof SessionId session) {
            return sessions.contains(session);
        }
        TreeSet<LocalDate> others = datesOf(fact.arguments());
        return person().filter(fact.arguments()::contains).isPresent()
                && (dates.isEmpty()
                        || others.isEmpty()
                        || (!others.first().isAfter(dates.last().plusDays(1))
                                && !others.last().isBefore(dates.first().minusDays(1))));
    }

    /**
     * Returns whether a contradiction is about the violation: it contains one of its facts, or a seat of its sessions.
     *
     * @param facts    the contradiction
     * @param restored facts that state what the violation is about
     */
    boolean isNamedBy(Collection<ProofFact> facts, Set<ProofFact> restored) {
        return facts.stream()
                .anyMatch(fact ->
                        restored.contains(fact) || fact.arguments().stream().anyMatch(this::isOfSessions));
    }

    private boolean isOfSessions(Object argument) {
        return argument instanceof Collection<?> some
                ? some.stream().anyMatch(sessions::contains)
                : sessions.contains(argument);
    }

    /** Returns a case in which nobody holds a seat that the violation says they may not hold. */
    StaffingCase without(StaffingCase input) {
        return !violation.rule().equals(NOT_A_CANDIDATE) || person().isEmpty()
                ? input
                : input.withSeats(input.seats().stream()
                        .map(seat -> isForbidden(seat) ? withoutHolder(seat) : seat)
                        .toList());
    }

    /** Returns whether the violation says that its holder may not hold a seat. */
    boolean isForbidden(SeatNeed seat) {
        return violation.rule().equals(NOT_A_CANDIDATE)
                && seat.holder() != null
                && person().filter(seat.holder()::equals).isPresent()
                && seat.sessions().stream().anyMatch(sessions::contains);
    }

    private static SeatNeed withoutHolder(SeatNeed seat) {
        List<StaffId> others = new ArrayList<>(seat.candidates());
        others.remove(Objects.requireNonNull(seat.holder()));
        return seat.withCandidates(others);
    }

    /** Returns whether a seat is one of those that the violation is about: in its meetings, or of its person on its dates. */
    boolean concerns(SeatNeed seat, StaffId holder) {
        boolean isOfMeeting = seat.sessions().stream().anyMatch(sessions::contains);
        return sessions.isEmpty()
                ? person().filter(holder::equals).isPresent() && isOnDates(seat)
                : isOfMeeting
                        && (person().isEmpty()
                                || person().filter(holder::equals).isPresent());
    }

    /** Returns whether a seat has a duty at most as many days before or after the violation; all seats, if it has no date. */
    Predicate<SeatNeed> datesAround(int days) {
        return seat -> dates.isEmpty()
                || seat.duties().stream()
                        .anyMatch(duty -> !duty.date().isBefore(dates.first().minusDays(days))
                                && !duty.date().isAfter(dates.last().plusDays(days)));
    }

    private boolean isOnDates(SeatNeed seat) {
        return dates.isEmpty()
                || seat.duties().stream()
                        .anyMatch(duty -> !duty.date().isBefore(dates.first().minusDays(1))
                                && !duty.date().isAfter(dates.last()));
    }
}
