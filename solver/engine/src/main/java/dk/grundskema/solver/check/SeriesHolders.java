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

    /** Adds a violation for each holder who is not one of the usual ones, if these are available. Locked seats are as the planner wants. */
    void check(List<Meeting> meetings, Problem problem, CoreViolations faults) {
        Map<Series, List<Meeting>> bySeries = new LinkedHashMap<>();
        for (Meeting meeting : meetings) {
            ofMeetings
                    .getOrDefault(meeting.sessionId(), Set.of())
                    .forEach(series -> bySeries.computeIfAbsent(series, fresh -> new ArrayList<>())
                            .add(meeting));
        }
        Set<SessionId> locked = new HashSet<>();
        problem.locks().stream().filter(lock -> !lock.seats().isEmpty()).forEach(lock -> locked.add(lock.sessionId()));
        bySeries.forEach((series, held) -> {
            List<StaffId> usual = usualHolders(series, held);
            for (Meeting meeting : held) {
                List<StaffId> holders = holders(series, meeting);
                List<StaffId> missing =
                        usual.stream().filter(one -> !holders.contains(one)).toList();
                holders.stream()
                        .filter(one -> !usual.contains(one) && !missing.isEmpty())
                        .filter(one -> !locked.contains(meeting.sessionId())
                                && isAvailable(missing.getFirst(), meeting, problem))
                        .forEach(one -> faults.medium(
                                "core.asked-same-holder", 1, one, meeting.sessionId(), missing.getFirst()));
            }
        });
    }

    private static List<StaffId> holders(Series series, Meeting meeting) {
        return meeting.seats().stream()
                .filter(seat -> seat.role().equals(series.role()))
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Returns who holds most of the seats, as many as a meeting has; of several, who comes first. */
    private List<StaffId> usualHolders(Series series, List<Meeting> held) {
        Map<StaffId, Integer> counts = new LinkedHashMap<>();
        held.forEach(meeting -> holders(series, meeting).forEach(one -> counts.merge(one, 1, Integer::sum)));
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(seats.getOrDefault(series, 1))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isAvailable(StaffId who, Meeting meeting, Problem problem) {
        List<Interval> away = problem.staffMember(who).map(StaffMember::availability).stream()
                .flatMap(one -> one.unavailableIntervals(problem.horizon()).stream())
                .toList();
        return meeting.time().intervals(problem.horizon().zone()).stream()
                .allMatch(held -> away.stream().noneMatch(one -> one.overlapMinutes(held) > 0));
    }
}
