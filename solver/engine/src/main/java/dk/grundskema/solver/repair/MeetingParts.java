package dk.grundskema.solver.repair;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Splits meetings by date. */
final class MeetingParts {
    private MeetingParts() {}

    /** Returns the session that a meeting is or is a part of. */
    static SessionId originOf(Meeting meeting) {
        return Objects.requireNonNullElse(meeting.originId(), meeting.sessionId());
    }

    /** Returns the week that a meeting stands for in one of its weeks; another one if the date was moved by hand. */
    static IsoWeek demandedWeek(Meeting meeting, IsoWeek held) {
        List<IsoWeek> demanded = List.copyOf(meeting.demandedWeeks());
        int place = List.copyOf(meeting.weeks()).indexOf(held);
        return place < demanded.size() ? demanded.get(place) : held;
    }

    /** Returns the meeting in some of its weeks; {@code null} if there are none. */
    static @Nullable Meeting inWeeks(Meeting meeting, Predicate<IsoWeek> which) {
        var weeks = new TreeSet<IsoWeek>();
        var demanded = new TreeSet<IsoWeek>();
        for (IsoWeek week : meeting.weeks()) {
            if (which.test(week)) {
                weeks.add(week);
                demanded.add(demandedWeek(meeting, week));
            }
        }
        if (weeks.isEmpty()) {
            return null;
        }
        return weeks.equals(meeting.weeks())
                ? meeting
                : with(
                        meeting,
                        meeting.sessionId(),
                        meeting.originId(),
                        weeks,
                        demanded.equals(weeks) ? new TreeSet<>() : demanded);
    }

    /** Returns the meeting with another id and other weeks. */
    static Meeting with(
            Meeting meeting,
            SessionId id,
            @Nullable SessionId origin,
            SortedSet<IsoWeek> weeks,
            SortedSet<IsoWeek> demanded) {
        return new Meeting(
                id,
                origin,
                demanded,
                meeting.interventionId(),
                meeting.kind(),
                meeting.form(),
                meeting.title(),
                meeting.subject(),
                weeks,
                meeting.weekday(),
                meeting.start(),
                meeting.end(),
                meeting.roomId(),
                meeting.extraRoomIds(),
                meeting.groupIds(),
                meeting.studentIds(),
                meeting.excusedStudentIds(),
                meeting.within(),
                meeting.seats(),
                meeting.workload(),
                meeting.locked());
    }

    /** Returns the meeting without those sessions that its students may be taken out of and that nobody asks for any more. */
    static Meeting withinKnown(Meeting meeting, Set<SessionId> known) {
        return known.containsAll(meeting.within())
                ? meeting
                : new Meeting(
                        meeting.sessionId(),
                        meeting.originId(),
                        meeting.demandedWeeks(),
                        meeting.interventionId(),
                        meeting.kind(),
                        meeting.form(),
                        meeting.title(),
                        meeting.subject(),
                        meeting.weeks(),
                        meeting.weekday(),
                        meeting.start(),
                        meeting.end(),
                        meeting.roomId(),
                        meeting.extraRoomIds(),
                        meeting.groupIds(),
                        meeting.studentIds(),
                        meeting.excusedStudentIds(),
                        meeting.within().stream().filter(known::contains).toList(),
                        meeting.seats(),
                        meeting.workload(),
                        meeting.locked());
    }

    /** Returns everything about a meeting but its id and weeks: equal parts are one. */
    static List<Object> content(Meeting one) {
        var content = new ArrayList<Object>(List.of(
                one.interventionId(),
                one.kind(),
                one.form(),
                one.title(),
                one.subject(),
                one.weekday(),
                one.start(),
                one.end(),
                String.valueOf(one.roomId()),
                one.extraRoomIds(),
                one.groupIds(),
                one.studentIds(),
                one.within(),
                one.seats(),
                one.workload(),
                one.locked()));
        content.add(one.demandedWeeks());
        return content;
    }
}
