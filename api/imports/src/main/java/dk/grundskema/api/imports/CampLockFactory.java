package dk.grundskema.api.imports;

import dk.grundskema.api.imports.campsheet.NamedStaff;
import dk.grundskema.api.imports.campsheet.NamedStaffDays;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Locks the people that a base timetable names to their blocks. A cell is locked on all its days or, if that is not possible on one of them, not at all; the finding at the
 * cell says why.
 */
final class CampLockFactory {
    private final Problem problem;
    private final Demand demand;
    private final Map<GroupId, String> teamNames = new HashMap<>();
    private final Map<SessionId, Integer> seats = new HashMap<>();

    /**
     * @param problem problem with the camp
     * @param demand  demand of the camp
     */
    CampLockFactory(Problem problem, Demand demand) {
        this.problem = problem;
        this.demand = demand;
        Stream.concat(
                        problem.groups().stream(),
                        demand.groupings().stream().flatMap(grouping -> grouping.groups().stream()))
                .forEach((Group group) -> teamNames.put(group.id(), group.name()));
        demand.seats().forEach(seat -> seat.sessions().forEach(id -> seats.merge(id, 1, Integer::sum)));
    }

    /**
     * Locks of named people.
     *
     * @param locks    the locks
     * @param findings at each cell that names people, whether they are locked, or why not
     */
    record CampLocks(List<SessionLock> locks, List<FileFinding> findings) {
        /** Copies the lists. */
        CampLocks {
            locks = List.copyOf(locks);
            findings = List.copyOf(findings);
        }
    }

    /** Returns the locks of all days of the camp. */
    CampLocks createLocks(NamedStaffDays named, CampDays days) {
        Map<NamedStaff, Set<SessionId>> sessionsOf = new LinkedHashMap<>();
        Map<NamedStaff, FileFinding> obstacles = new HashMap<>();
        days.first().datesUntil(days.last().plusDays(1)).forEach(date -> {
            for (NamedStaff one : named.on(date, days.first(), days.last())) {
                List<Session> sessions = sessions(date, one.block());
                obstacle(one, sessions).ifPresent(finding -> obstacles.putIfAbsent(one, finding));
                meant(one, sessions)
                        .forEach(session -> sessionsOf
                                .computeIfAbsent(one, any -> new LinkedHashSet<>())
                                .add(session.id()));
            }
        });
        sessionsOf.keySet().removeAll(obstacles.keySet());
        Map<SessionId, Set<StaffId>> wanted = peopleOf(sessionsOf);
        sessionsOf.forEach((one, sessions) -> {
            if (sessions.stream()
                    .anyMatch(id -> wanted.getOrDefault(id, Set.of()).size() > seats.getOrDefault(id, 0))) {
                obstacles.put(one, FileFinding.info(one.place(), "import.base.staff-no-seats", one.names()));
            }
        });
        sessionsOf.keySet().removeAll(obstacles.keySet());
        return new CampLocks(
                locks(peopleOf(sessionsOf)),
                named.all().stream()
                        .map(one -> finding(one, obstacles.get(one), sessionsOf.getOrDefault(one, Set.of())))
                        .toList());
    }

    private static FileFinding finding(NamedStaff one, @Nullable FileFinding obstacle, Set<SessionId> sessions) {
        if (obstacle != null) {
            return obstacle;
        }
        return sessions.isEmpty()
                ? FileFinding.info(one.place(), "import.base.staff-no-day", one.names())
                : FileFinding.info(one.place(), "import.base.staff-locked", one.names(), sessions.size());
    }

    /** Returns everybody that cells name for each session. */
    private Map<SessionId, Set<StaffId>> peopleOf(Map<NamedStaff, Set<SessionId>> sessionsOf) {
        Map<SessionId, Set<StaffId>> people = new LinkedHashMap<>();
        sessionsOf.forEach((one, sessions) -> sessions.forEach(
                id -> people.computeIfAbsent(id, any -> new LinkedHashSet<>()).addAll(people(one))));
        return people;
    }

    private static List<SessionLock> locks(Map<SessionId, Set<StaffId>> people) {
        return people.entrySet().stream()
                .map(entry -> new SessionLock(entry.getKey(), null, null, null, seats(List.copyOf(entry.getValue()))))
                .sorted(Comparator.comparing(lock -> lock.sessionId().value()))
                .toList();
    }

    /** Returns the sessions of a block on a date: one for the camp, or one for each team. Their ids end with the date and the block's id. */
    private List<Session> sessions(LocalDate date, String block) {
        String end = "/" + date + "/" + block;
        return demand.sessions().stream()
                .filter(session -> session.id().value().endsWith(end))
                .toList();
    }

    /** Returns why people cannot be locked to the sessions of their block on a date; empty if they can, or if there are none. */
    private Optional<FileFinding> obstacle(NamedStaff named, List<Session> sessions) {
        if (sessions.isEmpty()) {
            return Optional.empty();
        }
        List<String> unknown = named.teams().stream()
                .filter(team -> ofTeam(named, team, sessions).size() != 1)
                .toList();
        if (!unknown.isEmpty()) {
            return Optional.of(FileFinding.info(named.place(), "import.base.staff-no-team", named.names(), unknown));
        }
        if (named.teams().isEmpty() && sessions.size() > 1) {
            return Optional.of(named.notLocked());
        }
        return people(named).size() == named.names().size()
                ? Optional.empty()
                : Optional.of(FileFinding.info(named.place(), "import.base.staff-alike", named.names()));
    }

    /** Returns the sessions of a block on a date that are those of the named teams; all if no teams are named. */
    private List<Session> meant(NamedStaff named, List<Session> sessions) {
        return named.teams().isEmpty()
                ? sessions
                : named.teams().stream()
                        .flatMap(team -> ofTeam(named, team, sessions).stream())
                        .toList();
    }

    private List<Session> ofTeam(NamedStaff named, String team, List<Session> sessions) {
        return sessions.stream()
                .filter(session -> session.groups().size() == 1
                        && named.isTeam(teamNames.getOrDefault(session.groups().getFirst(), ""), team))
                .toList();
    }

    /** Returns the named people; those whose name several people have are left out. */
    private List<StaffId> people(NamedStaff named) {
        return named.names().stream().flatMap(this::staff).toList();
    }

    private Stream<StaffId> staff(String name) {
        List<StaffId> ids = problem.staff().stream()
                .filter(one -> one.name().equals(name) || one.id().value().equalsIgnoreCase(name))
                .map(StaffMember::id)
                .toList();
        return ids.size() == 1 ? ids.stream() : Stream.empty();
    }

    private static List<SeatLock> seats(List<StaffId> people) {
        return IntStream.range(0, people.size())
                .mapToObj(position -> new SeatLock(position, people.get(position)))
                .toList();
    }
}
