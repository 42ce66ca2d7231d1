package dk.grundskema.api.imports;

import dk.grundskema.api.imports.campsheet.NamedStaff;
import dk.grundskema.api.imports.campsheet.NamedStaffDays;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Seat;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Locks the people whom a base timetable names to their blocks. A cell is locked on all its days or, if it does not say which team's block is meant,
 * not at all.
 */
final class CampLockFactory {
    private final Problem problem;
    private final Demand demand;
    private final Map<GroupId, String> teamNames = new HashMap<>();

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
    }

    /**
     * Locks of named people.
     *
     * @param locks    the locks
     * @param findings at each cell that names people, whether they are locked
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
        Map<NamedStaff, Map<SessionId, SessionLock>> locks = new HashMap<>();
        Set<NamedStaff> impossible = new LinkedHashSet<>();
        days.first().datesUntil(days.last().plusDays(1)).forEach(date -> {
            for (NamedStaff one : named.on(date, days.first(), days.last())) {
                List<Session> sessions = sessions(date, one.block());
                Optional<List<SessionLock>> ofDate = locksOf(one, sessions);
                if (ofDate.isPresent()) {
                    ofDate.get()
                            .forEach(lock -> locks.computeIfAbsent(one, any -> new HashMap<>())
                                    .put(lock.sessionId(), lock));
                } else if (!sessions.isEmpty()) {
                    impossible.add(one);
                }
            }
        });
        locks.keySet().removeAll(impossible);
        return new CampLocks(
                merge(locks.values()),
                named.all().stream()
                        .map(one -> locks.containsKey(one)
                                ? FileFinding.info(
                                        one.place(),
                                        "import.base.staff-locked",
                                        one.names(),
                                        locks.getOrDefault(one, Map.of()).size())
                                : one.notLocked())
                        .toList());
    }

    private static List<SessionLock> merge(Iterable<Map<SessionId, SessionLock>> all) {
        Map<SessionId, SessionLock> bySession = new HashMap<>();
        all.forEach(bySession::putAll);
        return bySession.values().stream()
                .sorted((one, other) ->
                        one.sessionId().value().compareTo(other.sessionId().value()))
                .toList();
    }

    /** Returns the sessions of a block on a date: one for the camp, or one for each team. Their ids end with the date and the block's id. */
    private List<Session> sessions(LocalDate date, String block) {
        String end = "/" + date + "/" + block;
        return demand.sessions().stream()
                .filter(session -> session.id().value().endsWith(end))
                .toList();
    }

    /** Returns the locks of the sessions that are meant; empty if that is not clear, or if they lack seats. */
    private Optional<List<SessionLock>> locksOf(NamedStaff named, List<Session> sessions) {
        List<Session> meant = new ArrayList<>();
        if (named.teams().isEmpty()) {
            meant.addAll(sessions);
        } else {
            for (String team : named.teams()) {
                List<Session> ofTeam = sessions.stream()
                        .filter(session -> session.groups().size() == 1
                                && named.isTeam(
                                        teamNames.getOrDefault(session.groups().getFirst(), ""), team))
                        .toList();
                if (ofTeam.size() != 1) {
                    return Optional.empty();
                }
                meant.addAll(ofTeam);
            }
        }
        List<StaffId> people = named.names().stream().flatMap(this::staff).toList();
        boolean isClear = !meant.isEmpty()
                && (meant.size() == 1 || !named.teams().isEmpty())
                && people.size() == named.names().size()
                && meant.stream().allMatch(session -> seatCount(session) >= people.size());
        return isClear
                ? Optional.of(meant.stream()
                        .map(session -> new SessionLock(session.id(), null, null, null, seats(people)))
                        .toList())
                : Optional.empty();
    }

    /** Returns the person with a name; none if several have it. */
    private Stream<StaffId> staff(String name) {
        List<StaffId> ids = problem.staff().stream()
                .filter(one -> one.name().equals(name) || one.id().value().equalsIgnoreCase(name))
                .map(StaffMember::id)
                .toList();
        return ids.size() == 1 ? ids.stream() : Stream.empty();
    }

    private long seatCount(Session session) {
        return demand.seats().stream()
                .filter((Seat seat) -> seat.sessions().contains(session.id()))
                .count();
    }

    private static List<SeatLock> seats(List<StaffId> people) {
        return IntStream.range(0, people.size())
                .mapToObj(position -> new SeatLock(position, people.get(position)))
                .toList();
    }
}
