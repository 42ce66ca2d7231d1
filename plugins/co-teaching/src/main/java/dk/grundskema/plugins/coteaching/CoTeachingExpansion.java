package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Neighbourhood;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.toolkit.FreeTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** Expands an intervention into demand: a seat on each eligible lesson of a class in each span, and its preparation. */
final class CoTeachingExpansion {
    /** Session kind of a lesson, also used in ids. */
    static final String LESSON = "lesson";

    /** Session kind of a shared preparation, also used in ids. */
    static final String PREPARATION = "preparation";

    /** Role of the second adult. */
    static final String CO_TEACHER = "co-teacher";

    /** Role of the class's own teacher at a preparation. */
    static final String TEACHER = "teacher";

    private final CoTeachingContext context;
    private final SecondRooms rooms;
    private final FreeTime free;
    private final List<Session> sessions = new ArrayList<>();
    private final List<Seat> seats = new ArrayList<>();
    private final List<Neighbourhood> neighbourhoods = new ArrayList<>();
    private final Map<Lesson, List<SeatId>> throughTheYear = new LinkedHashMap<>();

    private CoTeachingExpansion(Intervention<CoTeachingParameters> intervention, Problem problem) {
        this.context = new CoTeachingContext(intervention, problem);
        this.rooms = new SecondRooms(context);
        this.free = new FreeTime(problem);
    }

    static Demand of(Intervention<CoTeachingParameters> intervention, Problem problem, List<DateSpan> interruptions) {
        var expansion = new CoTeachingExpansion(intervention, problem);
        expansion.expand(PatternSpan.of(intervention, problem, interruptions), interruptions);
        return new Demand(
                expansion.sessions, expansion.seats, List.of(), expansion.neighbourhoods, List.of(), Map.of());
    }

    private void expand(List<PatternSpan> spans, List<DateSpan> interruptions) {
        var preparation = new PreparationDemand(context, free);
        for (ClassNeed need : context.parameters().classes()) {
            for (PatternSpan span : spans) {
                SortedSet<IsoWeek> weeks = context.weeks(need, span);
                var own = addLessons(need, span, weeks);
                if (!own.isEmpty()) {
                    preparation.add(need, span, weeks, sessions, seats);
                }
            }
        }
        throughTheYear.forEach((lesson, ofLesson) -> addNeighbourhood("lesson/" + lesson.id(), ofLesson));
        new RecurringMeetingDemand(context, free, interruptions).addTo(sessions, seats);
    }

    private List<SeatId> addLessons(ClassNeed need, PatternSpan span, SortedSet<IsoWeek> weeks) {
        var own = new ArrayList<SeatId>();
        for (Lesson lesson : context.eligible(need)) {
            SortedSet<IsoWeek> held = context.weeks(lesson, weeks);
            if (!held.isEmpty()) {
                own.add(addLesson(need, span, lesson, held));
            }
        }
        addNeighbourhood(need.groupId() + "/" + span.first(), own);
        return own;
    }

    private void addNeighbourhood(String name, List<SeatId> some) {
        if (some.size() > 1) {
            neighbourhoods.add(new Neighbourhood(context.id() + "/" + name, some, List.of()));
        }
    }

    private SeatId addLesson(ClassNeed need, PatternSpan span, Lesson lesson, SortedSet<IsoWeek> held) {
        var id = lessonId(context, lesson, span);
        TeachingForm form = need.formOf(lesson.subject());
        var time = new MeetingTime(
                held,
                lesson.time().weekday(),
                lesson.time().start(),
                lesson.time().end());
        sessions.add(Session.builder(id, context.id(), LESSON, lesson.title(), context.siteOf(lesson))
                .form(form.word())
                .subject(lesson.subject())
                .at(time)
                .rooms(form == TeachingForm.PARALLEL ? rooms.of(lesson) : List.of())
                .groups(lesson.groupIds())
                .required(false)
                .lesson(lesson.id())
                .build());
        var seat = new SeatId(id + "#0");
        var candidates = context.candidates(need, lesson, held, free);
        seats.add(new Seat(seat, List.of(id), 0, CO_TEACHER, false, candidates));
        throughTheYear.computeIfAbsent(lesson, any -> new ArrayList<>()).add(seat);
        return seat;
    }

    static SessionId lessonId(CoTeachingContext context, Lesson lesson, PatternSpan span) {
        return new SessionId(context.id() + "/" + LESSON + "/" + lesson.id() + "/" + span.first());
    }
}
