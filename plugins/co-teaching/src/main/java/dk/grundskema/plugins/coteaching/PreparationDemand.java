package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.FreeTime;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Builds the demand for the shared preparation of a class in a span: a weekly meeting of its main co-teacher and one of its
 * teachers.
 */
final class PreparationDemand {
    private final CoTeachingContext context;
    private final FreeTime free;
    private final AdultMeetingTimeFinder hours;
    private final PluginTexts texts;

    PreparationDemand(CoTeachingContext context, FreeTime free) {
        this.context = context;
        this.free = free;
        this.hours = new AdultMeetingTimeFinder(context);
        this.texts =
                PluginTexts.ofPlugin(CoTeachingPlugin.class, context.problem().language());
    }

    /** Adds the preparation, unless the class has none or nobody is available at any time. Weeks in which all are away have none. */
    void add(ClassNeed need, PatternSpan span, SortedSet<IsoWeek> weeks, List<Session> sessions, List<Seat> seats) {
        int minutes = context.parameters().preparation().minutes(need.scheme());
        if (minutes == 0) {
            return;
        }
        List<StaffId> coTeachers =
                context.qualified(need).stream().map(CoTeacher::staffId).toList();
        List<StaffId> teachers = context.teachers(need);
        List<MeetingTime> times = times(minutes, weeks, coTeachers, teachers);
        if (times.isEmpty()) {
            SortedSet<IsoWeek> possible = new TreeSet<>(weeks);
            possible.removeIf(week -> times(minutes, new TreeSet<>(Set.of(week)), coTeachers, teachers)
                    .isEmpty());
            times = times(minutes, possible, coTeachers, teachers);
        }
        if (times.isEmpty()) {
            return;
        }
        var id = id(context, need, span);
        sessions.add(Session.builder(
                        id,
                        context.id(),
                        CoTeachingExpansion.PREPARATION,
                        texts.text("title.preparation", context.nameOf(need)),
                        context.siteOf(need))
                .times(times)
                .required(false)
                .build());
        seats.add(seat(id, 0, CoTeachingExpansion.CO_TEACHER, coTeachers));
        seats.add(seat(id, 1, CoTeachingExpansion.TEACHER, teachers));
    }

    private List<MeetingTime> times(
            int minutes, SortedSet<IsoWeek> weeks, List<StaffId> coTeachers, List<StaffId> teachers) {
        return hours.times(minutes, weeks).stream()
                .filter(time -> isAnyFree(coTeachers, time) && isAnyFree(teachers, time))
                .toList();
    }

    static SessionId id(CoTeachingContext context, ClassNeed need, PatternSpan span) {
        return new SessionId(
                context.id() + "/" + CoTeachingExpansion.PREPARATION + "/" + need.groupId() + "/" + span.first());
    }

    private static Seat seat(SessionId session, int position, String role, List<StaffId> candidates) {
        return new Seat(new SeatId(session + "#" + position), List.of(session), position, role, false, candidates);
    }

    private boolean isAnyFree(List<StaffId> some, MeetingTime time) {
        return some.stream().anyMatch(who -> free.isFree(who, time));
    }
}
