package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.solver.spi.RequiredMeetings.RequiredSeat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The holders of seats that one person, or a few, have in a series of meetings, as the plugins' requirements say. Deviations that {@link SameHolderCheck}
 * permits are permitted here as well.
 */
final class SeriesHolders {
    /** Holders of a series of which any may be the usual one; more are hardly ever in one series. */
    private static final int MOST_HOLDERS = 8;

    private record Series(InterventionId intervention, String name, String role) {}

    private final Map<SessionId, Set<Series>> ofMeetings = new HashMap<>();
    private final Map<Series, Integer> seats = new HashMap<>();

    /** Adds a meeting that has the seats that are required of it. */
    void add(Meeting meeting, List<RequiredSeat> required) {
        Map<Series, Integer> counts = new LinkedHashMap<>();
        for (RequiredSeat seat : required) {
            String name = seat.series();
            if (name != null) {
                counts.merge(new Series(meeting.interventionId(), name, seat.role()), 1, Integer::sum);
            }
        }
        seats.putAll(counts);
        ofMeetings
                .computeIfAbsent(meeting.sessionId(), fresh -> new LinkedHashSet<>())
                .addAll(counts.keySet());
    }

    /** Adds a violation for each holder who is not one of the usual ones and stands in for nobody who is unavailable. Locked seats are as the planner wants. */
    void check(List<Meeting> meetings, Problem problem, CoreViolations faults) {
        Map<Series, List<Meeting>> bySeries = new LinkedHashMap<>();
        Set<SessionId> locked = new HashSet<>();
        problem.locks().stream().filter(lock -> !lock.seats().isEmpty()).forEach(lock -> locked.add(lock.sessionId()));
        for (Meeting meeting : meetings) {
            if (!locked.contains(meeting.sessionId())) {
                ofMeetings
                        .getOrDefault(meeting.sessionId(), Set.of())
                        .forEach(series -> bySeries.computeIfAbsent(series, fresh -> new ArrayList<>())
                                .add(meeting));
            }
        }
        bySeries.forEach((series, held) -> possibleHolders(series, held).stream()
                .map(usual -> deviations(series, held, usual, problem))
                .min(Comparator.comparingInt(SeriesHolders::dates))
                .ifPresent(some -> some.forEach(one -> faults.medium(
                        "core.asked-same-holder", 1, one.holder(), one.meeting().sessionId(), one.usual()))));
    }

    /** A holder in a meeting in which another one, who was available, usually is. */
    private record Deviation(StaffId holder, Meeting meeting, StaffId usual) {}

    private static int dates(List<Deviation> some) {
        return some.stream().mapToInt(one -> one.meeting().weeks().size()).sum();
    }

    private static List<Deviation> deviations(Series series, List<Meeting> held, List<StaffId> usual, Problem problem) {
        var some = new ArrayList<Deviation>();
        for (Meeting meeting : held) {
            List<StaffId> holders = holders(series, meeting);
            List<StaffId> missing =
                    usual.stream().filter(one -> !holders.contains(one)).toList();
            List<StaffId> able = missing.stream()
                    .filter(one -> isAvailable(one, meeting, problem))
                    .toList();
            List<StaffId> others =
                    holders.stream().filter(one -> !usual.contains(one)).toList();
            int standIns = missing.size() - able.size();
            for (int i = standIns; i < others.size() && i - standIns < able.size(); i++) {
                some.add(new Deviation(others.get(i), meeting, able.get(i - standIns)));
            }
        }
        return some;
    }

    private static List<StaffId> holders(Series series, Meeting meeting) {
        return meeting.seats().stream()
                .filter(seat -> seat.role().equals(series.role()))
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Returns who may be the usual holders, as many as a meeting has seats of the series, those who hold most first. */
    private List<List<StaffId>> possibleHolders(Series series, List<Meeting> held) {
        Map<StaffId, Integer> counts = new LinkedHashMap<>();
        held.forEach(meeting -> holders(series, meeting)
                .forEach(one -> counts.merge(one, meeting.weeks().size(), Integer::sum)));
        List<StaffId> most = counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_HOLDERS)
                .map(Map.Entry::getKey)
                .toList();
        int number = Math.min(seats.getOrDefault(series, 1), most.size());
        List<List<StaffId>> sets = new ArrayList<>(List.of(most.subList(0, number)));
        for (int i = 0; i < most.size() && number == 1; i++) {
            sets.add(List.of(most.get(i)));
        }
        for (int i = 0; i < most.size() && number == 2; i++) {
            for (StaffId other : most.subList(i + 1, most.size())) {
                sets.add(List.of(most.get(i), other));
            }
        }
        return sets;
    }

    private static boolean isAvailable(StaffId who, Meeting meeting, Problem problem) {
        List<Interval> away = problem.staffMember(who).map(StaffMember::availability).stream()
                .flatMap(one -> one.unavailableIntervals(problem.horizon()).stream())
                .toList();
        return meeting.time().intervals(problem.horizon().zone()).stream()
                .allMatch(held -> away.stream().noneMatch(one -> one.overlapMinutes(held) > 0));
    }
}
