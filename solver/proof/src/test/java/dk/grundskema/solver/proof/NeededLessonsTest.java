package dk.grundskema.solver.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.proof.PlantedPlugin.Held;
import dk.grundskema.solver.proof.ProofFact.Kind;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** One person has lessons and would have to watch at night: the lessons that leave no time to rest, or to get there, are named. */
class NeededLessonsTest {
    private static final LocalDate TUESDAY = LocalDate.of(2026, 9, 8);
    private static final StaffId ANNA = new StaffId("anna");
    private static final SessionId DUTY = new SessionId("planted/duty");
    private static final SiteId NEAR = new SiteId("near");
    private static final SiteId FAR = new SiteId("far");

    private static Lesson lesson(String id, LocalDate date, int start, int end) {
        return new Lesson(
                new LessonId(id),
                "Dansk",
                MeetingTime.on(date, LocalTime.of(start, 0), LocalTime.of(end, 0)),
                NEAR,
                null,
                List.of(),
                List.of(),
                List.of(ANNA));
    }

    private static PlantedSchool school(List<Lesson> lessons, SiteId site, int start, int end) {
        var anna = new StaffMember(
                ANNA,
                "Anna",
                new TreeSet<>(),
                Availability.always(),
                37,
                0,
                List.of(),
                null,
                null,
                new WorkRules(11, 24, null, null, 100, 100, 1, LocalTime.of(17, 0)));
        var duty = new Held("duty", site, TUESDAY, LocalTime.of(start, 0), LocalTime.of(end, 0), 1, "");
        return new PlantedSchool(List.of(anna), 60, List.of(duty), lessons, List.of());
    }

    private static List<StaffingConflict> conflicts(PlantedSchool school) {
        Problem problem = school.problem();
        return new StaffingProof(PlantedSchool.CHECKER, CpSatLibrary.installed())
                .findConflicts(problem, PlantedSchool.demands(problem), CampFixture.LIMITS)
                .conflicts();
    }

    private static List<Object> namedLessons(PlantedSchool school) {
        return conflicts(school).getFirst().facts().stream()
                .filter(fact -> fact.kind() == Kind.LESSON)
                .map(fact -> fact.arguments().get(1))
                .toList();
    }

    /** The checker accepts the only plan, in which Anna has the duty, without each lesson that is named, and rejects it with them. */
    private static void assertNeeded(List<Lesson> all, List<Lesson> needed, SiteId site, int start, int end) {
        PlantedSchool school = school(all, site, start, end);

        assertThat(namedLessons(school))
                .containsExactlyInAnyOrderElementsOf(
                        needed.stream().map(lesson -> (Object) lesson.id()).toList());
        assertThat(isPossible(school(needed, site, start, end))).isFalse();
        for (Lesson lesson : needed) {
            var others = new ArrayList<>(needed);
            others.remove(lesson);
            assertThat(isPossible(school(others, site, start, end)))
                    .as("without %s", lesson.id())
                    .isTrue();
        }
    }

    private static boolean isPossible(PlantedSchool school) {
        Timetable plan = school.plan(Map.of(DUTY, Map.of(0, ANNA)));
        return PlantedSchool.CHECKER.checkRules(school.problem(), plan).isEmpty();
    }

    @Test
    void lastLessonBeforeADutyAndFirstLessonAfterItLeaveNoRestTogether() {
        Lesson early = lesson("early", TUESDAY.minusDays(1), 8, 9);
        Lesson late = lesson("late", TUESDAY, 18, 19);
        Lesson next = lesson("next", TUESDAY.plusDays(1), 8, 9);
        Lesson other = lesson("other", TUESDAY.plusDays(1), 9, 10);

        assertNeeded(List.of(early, late, next, other), List.of(late, other), NEAR, 22, 23);
    }

    @Test
    void oneLessonBeforeANightIsEnough() {
        Lesson late = lesson("late", TUESDAY, 14, 15);
        Lesson next = lesson("next", TUESDAY.plusDays(1), 9, 10);

        assertNeeded(List.of(late, next), List.of(late), NEAR, 22, 6);
    }

    @Test
    void lessonFromWhichTheWayIsTooLongIsNamed() {
        Lesson early = lesson("early", TUESDAY, 8, 9);
        Lesson late = lesson("late", TUESDAY, 12, 13);

        assertNeeded(List.of(early, late), List.of(late), FAR, 13, 14);
    }

    @Test
    void lessonsThatDoNotMatterAreNotNamed() {
        PlantedSchool school = school(List.of(lesson("late", TUESDAY, 14, 15)), NEAR, 15, 16);
        PlantedSchool locked = new PlantedSchool(
                school.staff(),
                school.travel(),
                school.held(),
                school.lessons(),
                List.of(new SessionLock(DUTY, null, null, null, List.of(new SeatLock(0, null)))));

        assertThat(conflicts(locked)).isNotEmpty();
        assertThat(namedLessons(locked)).isEmpty();
    }
}
