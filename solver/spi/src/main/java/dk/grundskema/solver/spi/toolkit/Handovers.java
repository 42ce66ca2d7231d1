package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Meeting;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Handovers from an intervention to the students' own classes: a meeting of the kind {@code handover} for each class, of somebody who was there and
 * somebody who teaches the class.
 */
public final class Handovers {
    private static final String KIND = "handover";

    private Handovers() {}

    /** Adds the warning {@code <plugin>.no-class-teacher} for each class that nobody teaches, with the class. */
    public static void check(Collection<GroupId> classes, Problem problem, FindingList findings, String place) {
        var lessons = new OwnLessons(problem);
        classes.forEach(home -> findings.warnIf(lessons.teachers(home).isEmpty(), "no-class-teacher", place, home));
    }

    /**
     * Adds a handover for each class, with the id {@code <intervention>/handover/<class>} and the text {@code title.handover} with the class's name, and
     * two required seats: one of somebody who was there, one {@code class-teacher}.
     *
     * @param at    where; {@code null} means the problem's first site
     * @param times when it may be; without any nothing is added
     * @param role  what somebody who was there is
     * @param from  who that may be
     */
    public static void add(
            DemandDraft draft,
            PluginTexts texts,
            Problem problem,
            @Nullable SiteId at,
            Collection<GroupId> classes,
            List<MeetingTime> times,
            String role,
            List<StaffId> from) {
        var lessons = new OwnLessons(problem);
        for (GroupId home : times.isEmpty() ? List.<GroupId>of() : classes) {
            String name = problem.group(home).map(Group::name).orElse(home.value());
            var meeting = draft.sessionAt(at, KIND, texts.text("title.handover", name), home);
            Session session = draft.add(meeting.times(times));
            draft.seat(role, true, from, session);
            draft.seat("class-teacher", true, List.copyOf(lessons.teachers(home)), session);
        }
    }

    /** Whether a meeting is one that {@link #add} has asked for, or one that is made like it: of its kind, and of an id that begins like its ids. */
    public static boolean isOne(Meeting meeting) {
        SessionId asked = meeting.originId() == null ? meeting.sessionId() : meeting.originId();
        return meeting.kind().equals(KIND) && asked.value().startsWith(meeting.interventionId() + "/" + KIND + "/");
    }

    /** Asks as {@code handover} that each class has one with nobody missing; reason {@code no-handover}. */
    public static void ask(Asks asks, Origin origin, Collection<GroupId> classes, Finished finished) {
        var tally = asks.tally(KIND, origin, "classes");
        for (GroupId home : classes) {
            boolean isHeld = finished.meetings(KIND, home.value()).stream().anyMatch(Finished::isManned);
            tally.at(isHeld, asks.why("no-handover"), home);
        }
        tally.done();
    }
}
