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

/** Builds the demand for meetings of adults that recur every given number of weeks: advisors' meetings and supervision. */
final class RecurringMeetingDemand {
    /** Session kind of the advisors' meeting, also used in ids. */
    static final String ADVISORS = "advisors-meeting";

    /** Session kind of a supervision, also used in ids. */
    static final String SUPERVISION = "supervision";

    private static final String ADVISOR = "advisor";
    private static final String SUPERVISOR = "supervisor";

    private final CoTeachingContext context;
    private final FreeTime free;
    private final List<DateSpan> interruptions;
    private final PluginTexts texts;
    private final AdultMeetingTimeFinder hours;

    RecurringMeetingDemand(CoTeachingContext context, FreeTime free, List<DateSpan> interruptions) {
        this.context = context;
        this.free = free;
        this.interruptions = interruptions;
        this.texts =
                PluginTexts.ofPlugin(CoTeachingPlugin.class, context.problem().language());
        this.hours = new AdultMeetingTimeFinder(context);
    }

    void addTo(List<Session> sessions, List<Seat> seats) {
        AdvisorsMeeting meeting = context.parameters().advisorsMeeting();
        if (meeting != null) {
            var all = new RecurringMeeting(
                    ADVISORS, ADVISORS, texts.kindTitle(ADVISORS), meeting.everyWeeks(), meeting.minutes(), null);
            add(all, namedOrPool(meeting.staff()), sessions, seats);
        }
        for (Supervision one : context.parameters().supervision()) {
            var circle = new RecurringMeeting(
                    SUPERVISION + "/" + one.id(),
                    SUPERVISION,
                    texts.titleOrText(one.title(), "title.kind." + SUPERVISION),
                    one.everyWeeks(),
                    one.minutes(),
                    one.staffId());
            add(circle, namedOrPool(one.with()), sessions, seats);
        }
    }

    /** Returns the site of the first class's lessons. */
    private SiteId site() {
        return context.parameters().classes().stream()
                .findFirst()
                .map(context::siteOf)
                .orElseGet(() -> context.problem().siteOrDefault(null));
    }

    private record RecurringMeeting(
            String name,
            String kind,
            String title,
            int everyWeeks,
            int minutes,
            @Nullable StaffId leader) {}

    private List<StaffId> namedOrPool(List<StaffId> named) {
        return named.isEmpty()
                ? context.parameters().pool().stream().map(CoTeacher::staffId).toList()
                : named;
    }

    private void add(RecurringMeeting circle, List<StaffId> others, List<Session> sessions, List<Seat> seats) {
        var people = new LinkedHashSet<StaffId>();
        if (circle.leader() != null) {
            people.add(circle.leader());
        }
        people.addAll(others);
        List<MeetingTime> times = bestTimes(hours.times(circle.minutes(), weeks(circle.everyWeeks())), people);
        if (times.isEmpty() || people.isEmpty()) {
            return;
        }
        var id = new SessionId(context.id() + "/" + circle.name());
        sessions.add(Session.builder(id, context.id(), circle.kind(), circle.title(), site())
                .times(times)
                .build());
        int position = 0;
        for (StaffId who : people) {
            String role = who.equals(circle.leader()) ? SUPERVISOR : ADVISOR;
            seats.add(new Seat(new SeatId(id + "#" + position), List.of(id), position, role, true, List.of(who)));
            position++;
        }
    }

    /** Returns every n-th school week, without weeks that another intervention interrupts. */
    private SortedSet<IsoWeek> weeks(int every) {
        PatternSpan whole = PatternSpan.wholeIntervention(context.parameters(), context.problem());
        var weeks = new TreeSet<IsoWeek>();
        int since = every;
        for (IsoWeek week : context.schoolWeeks().teachingWeeks()) {
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

    /** Returns the times at which the fewest people are unavailable, ideally none. */
    private List<MeetingTime> bestTimes(List<MeetingTime> times, Set<StaffId> people) {
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
