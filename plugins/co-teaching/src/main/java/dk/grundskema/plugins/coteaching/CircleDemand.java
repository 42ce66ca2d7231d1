package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.FreeTime;
import dk.grundskema.solver.spi.toolkit.PlannedWeeks;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Meetings of adults that come back every so many weeks: of the advisors, and supervision. */
final class CircleDemand {
    /** Kind of the advisors' meeting, and its place in ids. */
    static final String ADVISORS = "advisors-meeting";

    /** Kind of a supervision, and its place in ids. */
    static final String SUPERVISION = "supervision";

    private static final String ADVISOR = "advisor";
    private static final String SUPERVISOR = "supervisor";

    private final CoTeachingFrame frame;
    private final FreeTime free;
    private final List<DateSpan> interruptions;
    private final PluginTexts texts;
    private final WorkingHours hours;

    CircleDemand(CoTeachingFrame frame, FreeTime free, List<DateSpan> interruptions) {
        this.frame = frame;
        this.free = free;
        this.interruptions = interruptions;
        this.texts = PluginTexts.beside(CoTeachingPlugin.class, frame.problem().language());
        this.hours = new WorkingHours(frame);
    }

    void addTo(List<Session> sessions, List<Seat> seats) {
        AdvisorsMeeting meeting = frame.parameters().advisorsMeeting();
        if (meeting != null) {
            var all =
                    new Circle(ADVISORS, ADVISORS, texts.kind(ADVISORS), meeting.everyWeeks(), meeting.minutes(), null);
            add(all, orPool(meeting.staff()), sessions, seats);
        }
        for (Supervision one : frame.parameters().supervision()) {
            var circle = new Circle(
                    SUPERVISION + "/" + one.id(),
                    SUPERVISION,
                    texts.orText(one.title(), "title.kind." + SUPERVISION),
                    one.everyWeeks(),
                    one.minutes(),
                    one.staffId());
            add(circle, orPool(one.with()), sessions, seats);
        }
    }

    /** Where the first class has its lessons. */
    private SiteId site() {
        return frame.parameters().classes().stream()
                .findFirst()
                .map(frame::siteOf)
                .orElseGet(() -> frame.problem().siteOr(null));
    }

    private record Circle(
            String name,
            String kind,
            String title,
            int everyWeeks,
            int minutes,
            @Nullable StaffId leader) {}

    private List<StaffId> orPool(List<StaffId> named) {
        return named.isEmpty()
                ? frame.parameters().pool().stream().map(CoTeacher::staffId).toList()
                : named;
    }

    private void add(Circle circle, List<StaffId> others, List<Session> sessions, List<Seat> seats) {
        var people = new LinkedHashSet<StaffId>();
        if (circle.leader() != null) {
            people.add(circle.leader());
        }
        people.addAll(others);
        List<MeetingTime> times = best(hours.times(circle.minutes(), weeks(circle.everyWeeks())), people);
        if (times.isEmpty() || people.isEmpty()) {
            return;
        }
        var id = new SessionId(frame.id() + "/" + circle.name());
        sessions.add(Session.of(id, frame.id(), circle.kind(), circle.title(), site())
                .times(times)
                .build());
        int position = 0;
        for (StaffId who : people) {
            String role = who.equals(circle.leader()) ? SUPERVISOR : ADVISOR;
            seats.add(new Seat(new SeatId(id + "#" + position), List.of(id), position, role, true, List.of(who)));
            position++;
        }
    }

    /** Every so many school weeks, the weeks that something else interrupts left out. */
    private SortedSet<IsoWeek> weeks(int every) {
        Span whole = Span.whole(frame.parameters(), frame.problem());
        var weeks = new TreeSet<IsoWeek>();
        int since = every;
        for (IsoWeek week : frame.schoolWeeks().all()) {
            if (!whole.contains(week)) {
                continue;
            }
            if (since >= every && !PlannedWeeks.isInterrupted(week, interruptions)) {
                weeks.add(week);
                since = 0;
            }
            since++;
        }
        return weeks;
    }

    /** The times at which fewest can't, best nobody. */
    private List<MeetingTime> best(List<MeetingTime> times, Set<StaffId> people) {
        var best = new ArrayList<MeetingTime>();
        long fewest = Long.MAX_VALUE;
        for (MeetingTime time : times) {
            long missing =
                    people.stream().filter(who -> !free.isFree(who, time)).count();
            if (missing < fewest) {
                best.clear();
                fewest = missing;
            }
            if (missing == fewest) {
                best.add(time);
            }
        }
        return best;
    }
}
