package dk.grundskema.examples.studycafe;

import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The hard and medium rules once more, read from a finished timetable. */
final class StudyCafeCheck {
    private StudyCafeCheck() {}

    static List<Fault> of(Intervention<StudyCafeParameters> intervention, Problem problem, Timetable timetable) {
        List<Meeting> cafes = timetable.meetings().stream()
                .filter(one -> one.interventionId().equals(intervention.id()))
                .toList();
        var faults = new ArrayList<Fault>();
        Map<DayOfWeek, Long> perDay = new TreeMap<>();
        for (Meeting cafe : cafes) {
            perDay.merge(cafe.weekday(), 1L, Long::sum);
            for (MeetingSeat seat : cafe.seats()) {
                var who = seat.staffId();
                boolean isUnqualified = who != null
                        && problem.staffMember(who)
                                .filter(one -> StudyCafeDemand.isQualified(one, intervention.parameters()))
                                .isEmpty();
                if (who != null && isUnqualified) {
                    faults.add(
                            new Fault("study-cafe.unqualified-tutor", Level.MEDIUM, 1, List.of(cafe.sessionId(), who)));
                }
            }
        }
        perDay.forEach((weekday, count) -> {
            if (count > 1) {
                faults.add(new Fault("study-cafe.twice-a-day", Level.HARD, count - 1, List.of(weekday)));
            }
        });
        return List.copyOf(faults);
    }
}
