package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.DemandBuilder;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.MeetingTimeOverlap;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * The conditions under which several students meet together, as parameters give them: inside ordinary lessons or in usable time outside, and in
 * which rooms. {@link MeetingFrameCheck} checks finished meetings against it.
 *
 * @param name     the planner's name for the students, for findings
 * @param members  the students, with the weeks in which each takes part
 * @param setting  inside lessons or outside
 * @param subjects subjects in whose lessons they may meet; empty means all
 * @param rooms    rooms to choose from; empty means inside lessons their own rooms, and outside any that is large enough
 * @param usable   usable time outside lessons
 */
record MeetingFrame(
        String name,
        SetMembers members,
        MeetingPlacement setting,
        List<String> subjects,
        List<RoomId> rooms,
        List<UsableTime> usable) {
    /** Copies the lists. */
    MeetingFrame {
        subjects = List.copyOf(subjects);
        rooms = List.copyOf(rooms);
        usable = List.copyOf(usable);
    }

    /** Returns the students, each once. */
    List<StudentId> students() {
        return members.students();
    }

    /** Returns whether the meetings are inside lessons. */
    boolean isInside() {
        return setting == MeetingPlacement.INSIDE;
    }

    private boolean isInOwnRooms() {
        return isInside() && rooms.isEmpty();
    }

    /** Returns the possible times, each with its possible weeks, in the order of the week. */
    List<MeetingTime> times(CommonTimeFinder common) {
        return isInside()
                ? common.timesInsideLessons(members, CommonTimeFinder.teachingOf(subjects), isInOwnRooms())
                : common.timesOutsideLessons(members, usable);
    }

    /** Returns the rooms that hold all students of the fullest week; empty if they use their own classrooms, or if no room is large enough. */
    List<RoomId> rooms(Problem problem) {
        int places = members.mostAtOnce();
        return isInOwnRooms()
                ? List.of()
                : problem.rooms().stream()
                        .filter(room -> rooms.isEmpty() || rooms.contains(room.id()))
                        .filter(room -> room.capacity() >= places)
                        .map(Room::id)
                        .toList();
    }

    /**
     * Adds meetings in this frame, each with all its times and rooms to choose from; adds none if there is no time. Outside lessons each has a
     * required seat {@code supervisor}.
     *
     * @param count   number of meetings per week
     * @param session starts the meeting with a number, from 1
     * @param adults  staff members who may supervise; empty means all
     */
    void addTo(
            DemandBuilder draft,
            int count,
            IntFunction<Session.Builder> session,
            Problem problem,
            CommonTimeFinder common,
            List<StaffId> adults) {
        var times = times(common);
        var suitable = isInside()
                ? common.suitableLessonIds(members.students(), CommonTimeFinder.teachingOf(subjects))
                : Set.<LessonId>of();
        var everybody = problem.staff().stream().map(StaffMember::id).toList();
        for (int number = 1; number <= count && !times.isEmpty(); number++) {
            var begun = session.apply(number).times(times).rooms(rooms(problem));
            var added = draft.add(isInside() ? begun.inside(suitable) : begun);
            if (!isInside()) {
                draft.addSeat("adult", true, adults.isEmpty() ? everybody : adults, added);
            }
        }
    }

    /**
     * Adds findings, each with the name as first argument: {@code <plugin>.rooms-too-small} with the number of students,
     * {@code <plugin>.no-timetable} with the students without lessons, {@code <plugin>.no-common-time} with the number of times required, or the
     * warning {@code <plugin>.few-common-times} with also the number available. After either of the last two follow the three changes with the
     * largest effect, see {@link CommonTimeFinder#offerChangesInside} and {@link CommonTimeFinder#offerChangesOutside}. If a student has no
     * lessons, times are not checked, because every time would seem free; nor are those of fewer than two students.
     *
     * @param asked required number of times per week
     * @param place pointer to the parameter with the frame, which has a component {@code rooms}
     */
    void check(int asked, Problem problem, CommonTimeFinder common, FindingCollector found, String place) {
        var nowhere = members.everPresent().stream()
                .filter(one -> common.freeTime().lessons().of(one).isEmpty())
                .toList();
        boolean hasRoom = isInOwnRooms() || !rooms(problem).isEmpty();
        found.errorUnless(hasRoom, "rooms-too-small", place + "/rooms", name, members.mostAtOnce());
        found.errorUnless(nowhere.isEmpty(), "no-timetable", place, name, nowhere);
        boolean isCountable = nowhere.isEmpty() && members.everPresent().size() >= SetMembers.LEAST;
        int count = isCountable ? MeetingTimeOverlap.countDisjoint(times(common)) : asked;
        found.errorUnless(count > 0, "no-common-time", place, name, asked);
        found.warnIf(count > 0 && count < asked, "few-common-times", place, name, asked, count);
        if (count < asked) {
            var changes = new ChangeSuggestions();
            offerChanges(common, changes);
            changes.reportBest(found, count, place);
        }
    }

    private void offerChanges(CommonTimeFinder common, ChangeSuggestions changes) {
        if (isInside()) {
            common.offerChangesInside(members, subjects, isInOwnRooms(), name, changes);
        } else {
            common.offerChangesOutside(members, usable, changes);
        }
    }
}
