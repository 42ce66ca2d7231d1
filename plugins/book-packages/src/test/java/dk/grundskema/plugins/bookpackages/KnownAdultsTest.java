package dk.grundskema.plugins.bookpackages;

import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.toolkit.HomeClasses;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The adults that students know, and the students' classes. */
class KnownAdultsTest {
    private static final StudentId IDA = new StudentId("ida");
    private static final StudentId OLE = new StudentId("ole");
    private static final StudentId LONE = new StudentId("lone");
    private static final StaffId MH = new StaffId("MH");
    private static final StaffId LK = new StaffId("LK");

    /** Ole's class is 4A, though no member list says so; LK teaches it twice, MH once and the yard. */
    private final Problem problem = school().teacher("MH")
            .teacher("LK")
            .student("ida")
            .student("ole", "4A", Availability.always())
            .student("lone")
            .group("4A", Group.Kind.CLASS, "ida")
            .group("5B", Group.Kind.CLASS)
            .lesson("dan", time(DayOfWeek.MONDAY, "08:00", "08:45", 33), "Dansk", "4A", "MH")
            .lesson("mat", time(DayOfWeek.TUESDAY, "08:00", "08:45", 33), "Mat", "4A", "LK")
            .lesson("fra", time(DayOfWeek.FRIDAY, "08:00", "08:45", 33), "Fransk", "4A", "LK")
            .lesson("yard", time(DayOfWeek.MONDAY, "10:00", "10:20", 33), "", Lesson.Kind.BUSY, "5B", "MH")
            .build();

    @Test
    void personWithMostLessonsIsKnownBestAndSupervisionDoesNotCount() {
        var adults = new KnownAdults(problem);

        assertThat(adults.teachersOf(List.of(IDA))).containsExactly(LK, MH);
        assertThat(adults.teachersOf(List.of(LONE))).isEmpty();
        assertThat(adults.countUntaughtStudents(LK, List.of(IDA, LONE, OLE))).isEqualTo(1);
    }

    @Test
    void classHasItsMembersAndStudentsWhoNameIt() {
        var homes = new HomeClasses(problem);

        assertThat(homes.members(new GroupId("4A"))).containsExactly(IDA, OLE);
        assertThat(homes.members(new GroupId("nowhere"))).isEmpty();
        assertThat(homes.classIdOrNone(OLE)).isEqualTo("4A");
        assertThat(homes.classIdOrNone(LONE)).isEqualTo("none");
        assertThat(homes.studentsByClassName(List.of(OLE, LONE, IDA)).values())
                .containsExactly(List.of(LONE), List.of(IDA, OLE));
    }

    @Test
    void partsOfAClassAreAsFewAsTheShareAllowsAndNeverSmallerThanOne() {
        var homes = new HomeClasses(problem);

        assertThat(homes.splitClass(List.of(IDA, OLE), 100)).containsExactly(List.of(IDA, OLE));
        assertThat(homes.splitClass(List.of(IDA, OLE), 99)).containsExactly(List.of(IDA), List.of(OLE));
        assertThat(homes.splitClass(List.of(IDA, OLE), 1)).hasSize(2);
        assertThat(homes.splitClass(List.of(IDA), 50)).hasSize(1);
    }
}
