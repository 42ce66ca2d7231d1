package dk.grundskema.solver.change;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the days on which weekly meetings lack an absent staff member, and the candidates who are free then. */
final class StandInFinder {
    private final Problem problem;
    private final Timetable timetable;
    private final LostAvailability lost;
    private final ZoneId zone;
    private final Map<SessionId, Session> sessions = new HashMap<>();
    private final Map<SessionId, List<Seat>> seats = new HashMap<>();
    private final Map<StaffId, List<Interval>> busy = new HashMap<>();

    /** @param demands demands of the changed problem if all staff were always available */
    StandInFinder(ChangeRequest request, LostAvailability lost, List<Demand> demands) {
        this.problem = request.after();
        this.timetable = request.timetable();
        this.lost = lost;
        this.zone = lost.zone();
        for (Demand demand : demands) {
            demand.sessions().forEach(session -> sessions.put(session.id(), session));
            demand.seats()
                    .forEach(seat -> seat.sessions()
                            .forEach(id -> seats.computeIfAbsent(id, any -> new ArrayList<>())
                                    .add(seat)));
        }
        seats.values().forEach(some -> some.sort(Comparator.comparingInt(Seat::position)));
        readBusy();
    }

    private void readBusy() {
        for (StaffMember one : problem.staff()) {
            busy.put(one.id(), new ArrayList<>(one.availability().unavailableIntervals(problem.horizon())));
        }
        for (Lesson lesson : problem.lessons()) {
            lesson.staffIds().forEach(who -> addBusy(who, lesson.time().intervals(zone)));
        }
        for (Meeting meeting : timetable.meetings()) {
            for (MeetingSeat seat : meeting.seats()) {
                if (seat.staffId() != null) {
                    addBusy(seat.staffId(), meeting.time().intervals(zone));
                }
            }
        }
    }

    private void addBusy(StaffId who, List<Interval> times) {
        busy.computeIfAbsent(who, any -> new ArrayList<>()).addAll(times);
    }

    /**
     * Returns all such days, ordered by their first day.
     *
     * @param whole sessions with vacant seats that somebody can take as a whole, which are left out
     */
    List<OpenDays> findOpenDays(Set<SessionId> whole) {
        var all = new ArrayList<OpenDays>();
        for (Meeting meeting : timetable.meetings()) {
            boolean isOfSeries = meeting.weeks().size() > 1 || meeting.originId() != null;
            if (isOfSeries && !whole.contains(meeting.sessionId())) {
                for (int place = 0; place < meeting.seats().size(); place++) {
                    collectOpenDays(meeting, place, all);
                }
            }
        }
        all.sort(Comparator.comparing((OpenDays one) -> one.dates().getFirst())
                .thenComparing(one -> one.meeting().start())
                .thenComparing(one -> one.meeting().sessionId().value()));
        return List.copyOf(all);
    }

    private void collectOpenDays(Meeting meeting, int place, List<OpenDays> all) {
        StaffId who = meeting.seats().get(place).staffId();
        if (who == null) {
            return;
        }
        var dates = new ArrayList<LocalDate>();
        var times = new ArrayList<Interval>();
        for (IsoWeek week : meeting.weeks()) {
            Interval when = meeting.time().interval(week, zone);
            if (lost.isAway(who, when) && !lost.isPast(when)) {
                dates.add(meeting.time().date(week));
                times.add(when);
            }
        }
        Seat seat = seat(meeting, place);
        boolean isAlone =
                meeting.seats().stream().map(MeetingSeat::staffId).allMatch(one -> one == null || one.equals(who));
        if (!dates.isEmpty() && !(seat == null && isAlone)) {
            all.add(new OpenDays(
                    meeting,
                    who,
                    seat == null,
                    dates,
                    seat == null ? List.of() : freeCandidates(seat, meeting, times)));
        }
    }

    /** Returns the seat at a place of a meeting; {@code null} if the existing timetable says who is there. */
    private @Nullable Seat seat(Meeting meeting, int place) {
        Session session = sessions.get(meeting.origin());
        int first = session == null ? 0 : problem.countTeacherSeats(session);
        List<Seat> asked = seats.getOrDefault(meeting.origin(), List.of());
        return place < first || place - first >= asked.size() ? null : asked.get(place - first);
    }

    private List<StaffId> freeCandidates(Seat seat, Meeting meeting, List<Interval> times) {
        return seat.candidates().stream()
                .filter(who -> times.stream().noneMatch(when -> isBusy(who, when)))
                .sorted(Comparator.comparingLong((StaffId who) -> -countSharedMeetings(who, meeting))
                        .thenComparing(StaffId::value))
                .toList();
    }

    private boolean isBusy(StaffId who, Interval when) {
        return busy.getOrDefault(who, List.of()).stream().anyMatch(when::overlaps);
    }

    /** Returns the number of meetings that a staff member has with at least one of the groups. */
    private long countSharedMeetings(StaffId who, Meeting meeting) {
        return timetable.meetings().stream()
                .filter(one -> !Collections.disjoint(one.groupIds(), meeting.groupIds())
                        && one.seats().stream().anyMatch(seat -> who.equals(seat.staffId())))
                .count();
    }
}
