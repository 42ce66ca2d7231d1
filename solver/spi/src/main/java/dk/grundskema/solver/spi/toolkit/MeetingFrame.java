package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * The frame in which several students meet all at once, as parameters say: inside ordinary lessons or in usable time outside, and in which rooms.
 * {@link FrameCheck} says of finished meetings whether they are within it.
 *
 * @param name     what a planner calls those students, for findings
 * @param students who meets, each once
 * @param setting  inside lessons or outside
 * @param subjects in whose lessons they may meet; empty means all
 * @param rooms    rooms to choose from; empty means inside lessons those in which they are anyway, and outside any that is large enough
 * @param usable   time outside lessons
 */
public record MeetingFrame(
        String name,
        List<StudentId> students,
        Setting setting,
        List<String> subjects,
        List<RoomId> rooms,
        List<UsableTime> usable) {
    /** Copies the lists. */
    public MeetingFrame {
        students = List.copyOf(students);
        subjects = List.copyOf(subjects);
        rooms = List.copyOf(rooms);
        usable = List.copyOf(usable);
    }

    /** Whether they meet inside lessons. */
    public boolean isInside() {
        return setting == Setting.INSIDE;
    }

    private boolean isInOwnRooms() {
        return isInside() && rooms.isEmpty();
    }

    /** Times at which they can meet, each with the weeks in which they can, in the order of the week. */
    public List<MeetingTime> times(CommonTime common) {
        return isInside()
                ? common.inside(students, CommonTime.taught(subjects), isInOwnRooms())
                : common.outside(students, usable);
    }

    /** Rooms to choose from that hold all; empty means that they need none beside their own classrooms, or that none is large enough. */
    public List<RoomId> rooms(Problem problem) {
        return isInOwnRooms() ? List.of() : Places.rooms(problem, rooms, students.size());
    }

    /**
     * Adds meetings in this frame, each with all its times and rooms to choose from: none if there is no time. Outside lessons each has a required
     * seat {@code supervisor}.
     *
     * @param count       how many meetings there are in a week
     * @param session     begins the meeting of a number, from 1
     * @param adults  who may supervise; empty means everybody
     */
    public void addTo(
            DemandDraft draft,
            int count,
            IntFunction<Session.Builder> session,
            Problem problem,
            CommonTime common,
            List<StaffId> adults) {
        var times = times(common);
        var suitable = isInside() ? common.lessonIds(students, CommonTime.taught(subjects)) : Set.<LessonId>of();
        var everybody = problem.staff().stream().map(StaffMember::id).toList();
        for (int number = 1; number <= count && !times.isEmpty(); number++) {
            var begun = session.apply(number).times(times).rooms(rooms(problem));
            var added = draft.add(isInside() ? begun.inside(suitable) : begun);
            if (!isInside()) {
                draft.seat("adult", true, adults.isEmpty() ? everybody : adults, added);
            }
        }
    }

    /**
     * Adds what is wrong, each with the name as first argument: {@code <plugin>.rooms-too-small} with the number of students, {@code
     * <plugin>.no-timetable} with those who have no lesson, {@code <plugin>.no-common-time} with the times asked for, or the warning {@code
     * <plugin>.few-common-times} with how many there are besides, and after either the three changes that would give most, see {@link
     * CommonTime#offerInside} and {@link CommonTime#offerOutside}. Students without lessons could meet at any time for all that is known, so
     * that times are not looked at then.
     *
     * @param asked how many times in a week they are to meet
     * @param place pointer to what is framed, with a component {@code rooms}
     */
    public void check(int asked, Problem problem, CommonTime common, FindingList found, String place) {
        var nowhere = students.stream()
                .filter(one -> common.free().lessons().of(one).isEmpty())
                .toList();
        boolean hasRoom = isInOwnRooms() || !rooms(problem).isEmpty();
        found.unless(hasRoom, "rooms-too-small", place + "/rooms", name, students.size());
        found.unless(nowhere.isEmpty(), "no-timetable", place, name, nowhere);
        int count = nowhere.isEmpty() ? CommonTime.apart(times(common)) : asked;
        found.unless(count > 0, "no-common-time", place, name, asked);
        found.warnIf(count > 0 && count < asked, "few-common-times", place, name, asked, count);
        if (count < asked) {
            var changes = new BestChanges();
            offer(common, changes);
            changes.report(found, count, place);
        }
    }

    private void offer(CommonTime common, BestChanges changes) {
        if (isInside()) {
            common.offerInside(students, subjects, isInOwnRooms(), name, changes);
        } else {
            common.offerOutside(students, usable, changes);
        }
    }
}
