package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import java.util.List;

/** Checks that the staff in the pool exist and have the hours they are to give. */
final class PoolValidator {
    private final CoTeachingContext context;
    private final CoTeachingParameters parameters;
    private final Problem problem;
    private final FindingCollector findings;

    PoolValidator(CoTeachingContext context, FindingCollector findings) {
        this.context = context;
        this.parameters = context.parameters();
        this.problem = context.problem();
        this.findings = findings;
    }

    void check() {
        if (parameters.pool().isEmpty()) {
            findings.error("pool.none", "pool");
        }
        for (int i = 0; i < parameters.pool().size(); i++) {
            check(parameters.pool().get(i), "pool/" + i);
        }
        for (int i = 0; i < parameters.pools().size(); i++) {
            String name = parameters.pools().get(i).name();
            if (parameters.pool().stream().noneMatch(one -> name.equals(one.pool()))) {
                findings.warning("pools.nobody", "pools/" + i + "/name", name);
            }
        }
        var rooms = problem.rooms().stream().map(one -> one.id().value()).toList();
        for (int i = 0; i < parameters.secondRooms().size(); i++) {
            RoomId room = parameters.secondRooms().get(i);
            findings.checkKnown(rooms, room.value(), "unknown-room", "secondRooms/" + i);
        }
        checkMeetings();
    }

    private void check(CoTeacher one, String place) {
        var staff = CoTeachingValidation.staffIds(problem);
        findings.checkKnown(staff, one.staffId().value(), "unknown-staff", place + "/staffId");
        var groups = CoTeachingValidation.groupIds(problem);
        for (int i = 0; i < one.neverClasses().size(); i++) {
            GroupId group = one.neverClasses().get(i);
            findings.checkKnown(groups, group.value(), "unknown-group", place + "/neverClasses/" + i);
        }
        checkStaff(one.neverColleagues(), place + "/neverColleagues/");
        if (one.pool() != null) {
            var pools = parameters.pools().stream().map(PoolBudget::name).toList();
            findings.checkKnown(pools, one.pool(), "unknown-pool", place + "/pool");
        }
        if (staff.contains(one.staffId().value())) {
            checkBudget(one, place);
        }
    }

    /** Reports a budget above the contract as an error, and one above what own lessons leave of the contract as a warning. */
    private void checkBudget(CoTeacher one, String place) {
        Long minutes = null;
        String component = place + "/lessonsPerWeek";
        if (one.lessonsPerWeek() != null) {
            minutes = Math.round(one.lessonsPerWeek() * parameters.lessonMinutes());
        } else if (one.minutesPerWeek() != null) {
            minutes = (long) one.minutesPerWeek();
            component = place + "/minutesPerWeek";
        }
        long contract = context.contractMinutes(one.staffId());
        long own = ownMinutes(one.staffId());
        double lessons = minutes == null ? 0 : LessonCountConverter.fromMinutes(minutes, parameters);
        if (minutes != null && minutes > contract) {
            findings.error("pool.above-contract", component, one.staffId(), lessons, contract / 60.0);
        } else if (minutes != null && minutes + own > contract) {
            findings.warning(
                    "pool.above-rest",
                    component,
                    one.staffId(),
                    lessons,
                    LessonCountConverter.fromMinutes(own, parameters),
                    contract / 60.0);
        } else if (minutes == null && own >= contract) {
            findings.warning("pool.nothing-left", component, one.staffId(), contract / 60.0);
        }
    }

    /** Returns a staff member's minutes of own lessons per week, averaged over weeks with teaching. */
    private long ownMinutes(StaffId who) {
        int weeks = Math.max(1, context.schoolWeeks().teachingWeeks().size());
        long minutes = 0;
        for (Lesson lesson : LessonsByPerson.of(problem).of(who)) {
            minutes += (long) CoTeachingContext.minutes(lesson)
                    * context.schoolWeeks().openWeeks(lesson).size();
        }
        return minutes / weeks;
    }

    private void checkMeetings() {
        AdvisorsMeeting meeting = parameters.advisorsMeeting();
        if (meeting != null) {
            checkStaff(meeting.staff(), "advisorsMeeting/staff/");
        }
        for (int i = 0; i < parameters.supervision().size(); i++) {
            Supervision one = parameters.supervision().get(i);
            String place = "supervision/" + i;
            findings.checkKnown(
                    CoTeachingValidation.staffIds(problem), one.staffId().value(), "unknown-staff", place + "/staffId");
            checkStaff(one.with(), place + "/with/");
        }
    }

    private void checkStaff(List<StaffId> some, String place) {
        for (int i = 0; i < some.size(); i++) {
            findings.checkKnown(
                    CoTeachingValidation.staffIds(problem), some.get(i).value(), "unknown-staff", place + i);
        }
    }
}
