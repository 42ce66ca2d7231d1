package dk.grundskema.examples.studycafe;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Expands a café into one session for each time a week, held in all weeks, and its tutor's seat. */
final class StudyCafeDemand {
    private StudyCafeDemand() {}

    /** All times to choose from: the open weeks of each weekday and start. */
    static List<MeetingTime> times(StudyCafeParameters cafe, Horizon horizon) {
        var times = new ArrayList<MeetingTime>();
        for (DayOfWeek weekday : cafe.weekdays()) {
            TreeSet<IsoWeek> weeks = horizon.allWeeks().stream()
                    .filter(week -> !horizon.isClosed(week.date(weekday)))
                    .collect(Collectors.toCollection(TreeSet::new));
            for (LocalTime start : weeks.isEmpty() ? new TreeSet<LocalTime>() : cafe.starts()) {
                times.add(new MeetingTime(weeks, weekday, start, start.plusMinutes(cafe.minutes())));
            }
        }
        return List.copyOf(times);
    }

    static Demand of(Intervention<StudyCafeParameters> intervention, Problem problem) {
        StudyCafeParameters cafe = intervention.parameters();
        List<RoomId> rooms = problem.rooms().stream()
                .filter(room -> room.kind().equals(cafe.roomKind()))
                .map(Room::id)
                .toList();
        List<StaffId> tutors = problem.staff().stream()
                .filter(one -> isQualified(one, cafe))
                .map(StaffMember::id)
                .toList();
        var sessions = new ArrayList<Session>();
        var seats = new ArrayList<Seat>();
        for (int number = 1; number <= cafe.timesAWeek(); number++) {
            var id = new SessionId(intervention.id() + "/cafe-" + number);
            sessions.add(Session.of(id, intervention.id(), "study-cafe", intervention.title(), problem.siteOr(null))
                    .times(times(cafe, problem.horizon()))
                    .rooms(rooms)
                    .students(cafe.students())
                    .build());
            seats.add(new Seat(new SeatId(id + "#0"), List.of(id), 0, "tutor", true, tutors));
        }
        return new Demand(sessions, seats, List.of(), List.of(), List.of(), Map.of());
    }

    static boolean isQualified(StaffMember one, StudyCafeParameters cafe) {
        return cafe.skill() == null || one.skills().contains(cafe.skill());
    }
}
