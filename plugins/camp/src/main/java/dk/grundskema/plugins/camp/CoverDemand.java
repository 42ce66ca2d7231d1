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
 * Builds the demand for substitutes at home: one session of fixed time with one optional seat for each lesson that a visit with
 * cover can conflict with. A filled seat frees the visitor from the lesson.
 */
final class CoverDemand {
    /** A visitor's lesson in one week. */
    record VisitorLesson(StaffId visitor, LessonId lesson, IsoWeek week) {}

    private final CampContext context;
    private final Problem problem;
    private final SiteId site;

    CoverDemand(CampContext context, Problem problem) {
        this.context = context;
        this.problem = problem;
        this.site = problem.siteOrDefault(context.parameters().site());
    }

    /** Adds a session and its seat for each lesson. */
    void addTo(List<Session> sessions, List<Seat> seats) {
        coverableLessons().forEach((missed, cover) -> {
            Lesson lesson = lesson(missed.lesson());
            MeetingTime time = lesson.time();
            var id = sessionId(context, missed);
            sessions.add(Session.builder(
                            id,
                            context.id(),
                            AppointmentDemand.COVER,
                            context.texts().coverTitle(lesson),
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

    /** Returns the lessons that visits can conflict with, and the staff who may take them. */
    private Map<VisitorLesson, Set<StaffId>> coverableLessons() {
        Map<VisitorLesson, Set<StaffId>> missed = new LinkedHashMap<>();
        for (Visit visit : context.parameters().visits()) {
            if (!visit.cover().isEmpty()) {
                var times = new AppointmentTimes(context)
                        .possibleTimes(visit).stream()
                                .flatMap(choice -> choice.times().stream())
                                .flatMap(
                                        time -> time.intervals(problem.horizon().zone()).stream())
                                .toList();
                collectLessons(visit, one -> conflictsWith(one, times), missed);
            }
        }
        return missed;
    }

    private interface VisitorLessonFilter {
        boolean test(VisitorLesson missed);
    }

    private void collectLessons(Visit visit, VisitorLessonFilter chosen, Map<VisitorLesson, Set<StaffId>> missed) {
        for (Lesson lesson : problem.lessons()) {
            for (StaffId visitor : visit.visitors()) {
                for (IsoWeek week : lesson.time().weeks()) {
                    var one = new VisitorLesson(visitor, lesson.id(), week);
                    if (lesson.staffIds().contains(visitor) && chosen.test(one)) {
                        missed.computeIfAbsent(one, fresh -> new LinkedHashSet<>())
                                .addAll(visit.cover());
                    }
                }
            }
        }
    }

    /** Returns whether a lesson overlaps one of the times, or leaves too little travel time between the sites. */
    private boolean conflictsWith(VisitorLesson missed, List<Interval> times) {
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
            return problem.siteOrDefault(own);
        }
        return problem.siteOrDefault(
                problem.room(lesson.roomId()).map(Room::site).orElse(null));
    }

    /** Returns the session id of the covered lesson. */
    static SessionId sessionId(CampContext context, VisitorLesson missed) {
        return new SessionId(context.idPrefix(AppointmentDemand.COVER)
                + String.join(
                        "/",
                        missed.visitor().value(),
                        missed.lesson().value(),
                        missed.week().toString()));
    }
}
