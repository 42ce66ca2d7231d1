package dk.grundskema.plugins.camp;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Relief;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lessons at home that somebody may take for a visitor: one session of fixed time with one optional seat for each lesson that a
 * visit with cover can be in the way of. Filled, it frees the visitor from the lesson.
 */
final class CoverDemand {
    /** A visitor's lesson in one week. */
    record Missed(StaffId visitor, LessonId lesson, IsoWeek week) {}

    private final CampFrame frame;
    private final Problem problem;
    private final SiteId site;

    CoverDemand(CampFrame frame, Problem problem) {
        this.frame = frame;
        this.problem = problem;
        this.site = problem.siteOr(frame.parameters().site());
    }

    /** Adds a session and its seat for each lesson. */
    void addTo(List<Session> sessions, List<Seat> seats) {
        missed().forEach((missed, cover) -> {
            Lesson lesson = lesson(missed.lesson());
            MeetingTime time = lesson.time();
            var id = id(frame, missed);
            sessions.add(Session.of(
                            id,
                            frame.id(),
                            AppointmentDemand.COVER,
                            frame.texts().cover(lesson),
                            siteOf(lesson))
                    .at(new MeetingTime(
                            new TreeSet<>(List.of(missed.week())), time.weekday(), time.start(), time.end()))
                    .required(false)
                    .relief(Relief.of(missed.visitor(), missed.lesson(), missed.week()))
                    .build());
            seats.add(new Seat(
                    new SeatId(id + "#0"), List.of(id), 0, AppointmentDemand.COVER, false, List.copyOf(cover)));
        });
    }

    /** Which lessons visits can be in the way of, and who may take them. */
    private Map<Missed, Set<StaffId>> missed() {
        Map<Missed, Set<StaffId>> missed = new LinkedHashMap<>();
        for (Visit visit : frame.parameters().visits()) {
            if (!visit.cover().isEmpty()) {
                var times = new Appointments(frame)
                        .of(visit).stream()
                                .flatMap(choice -> choice.times().stream())
                                .flatMap(
                                        time -> time.intervals(problem.horizon().zone()).stream())
                                .toList();
                forEachLesson(visit, one -> isInTheWay(one, times), missed);
            }
        }
        return missed;
    }

    private interface Chosen {
        boolean test(Missed missed);
    }

    private void forEachLesson(Visit visit, Chosen chosen, Map<Missed, Set<StaffId>> missed) {
        for (Lesson lesson : problem.lessons()) {
            for (StaffId visitor : visit.visitors()) {
                for (IsoWeek week : lesson.time().weeks()) {
                    var one = new Missed(visitor, lesson.id(), week);
                    if (lesson.staffIds().contains(visitor) && chosen.test(one)) {
                        missed.computeIfAbsent(one, fresh -> new LinkedHashSet<>())
                                .addAll(visit.cover());
                    }
                }
            }
        }
    }

    /** Whether a lesson overlaps one of the times, or is too near to get from one place to the other. */
    private boolean isInTheWay(Missed missed, List<Interval> times) {
        Lesson lesson = lesson(missed.lesson());
        Interval taught =
                lesson.time().interval(missed.week(), problem.horizon().zone());
        int there = problem.travelMinutes(siteOf(lesson), site);
        int back = problem.travelMinutes(site, siteOf(lesson));
        return times.stream()
                .anyMatch(time -> time.start() - there < taught.end() && taught.start() < time.end() + back);
    }

    private Lesson lesson(LessonId id) {
        return problem.lessons().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private SiteId siteOf(Lesson lesson) {
        SiteId own = lesson.site();
        if (own != null || lesson.roomId() == null) {
            return problem.siteOr(own);
        }
        return problem.siteOr(problem.room(lesson.roomId()).map(Room::site).orElse(null));
    }

    /** The session's id. */
    static SessionId id(CampFrame frame, Missed missed) {
        return new SessionId(frame.prefix(AppointmentDemand.COVER)
                + String.join(
                        "/",
                        missed.visitor().value(),
                        missed.lesson().value(),
                        missed.week().toString()));
    }
}
