package dk.grundskema.plugins.bookpackages;

import static dk.grundskema.plugins.bookpackages.PackagesBuilder.readingTools;
import static dk.grundskema.plugins.bookpackages.PackagesBuilder.withoutReceivers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookPackagesExpansionTest {
    private static Demand expand(PackagesBuilder builder) {
        return new BookPackagesPlugin().expand(builder.intervention(), builder.problem());
    }

    private static List<Task> tasks(PackagesBuilder builder, String kind) {
        return expand(builder).tasks().stream()
                .filter(task -> task.kind().equals(kind))
                .toList();
    }

    private static List<StudentId> students(String... ids) {
        return Arrays.stream(ids).map(StudentId::new).toList();
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void sixPackagesAreSentEveryThirdWeekAndOneOfAHolidayOnTheNextSchoolDay() {
        assertThat(tasks(readingTools().from("2026-W36"), "book-package"))
                .extracting(Task::date)
                .containsExactly(
                        date("2026-09-03"),
                        date("2026-09-24"),
                        date("2026-10-19"), // W42 is a holiday
                        date("2026-11-05"),
                        date("2026-11-26"),
                        date("2026-12-17"));
    }

    @Test
    void aClosedDayMovesAPackageToTheNextOpenWeekday() {
        assertThat(tasks(readingTools().from("2026-W36").closed("2026-09-03").closed("2026-09-04"), "book-package")
                        .getFirst()
                        .date())
                .isEqualTo(date("2026-09-07"));
    }

    @Test
    void parentsAreInformedAWeekBeforeAndOnASchoolDayBeforeTheFirstPackage() {
        assertThat(tasks(readingTools().from("2026-W36"), "parents-informed"))
                .extracting(Task::date, Task::studentIds, Task::staffId, Task::title)
                .containsExactly(tuple(
                        date("2026-08-27"),
                        students("b1", "b2", "b3", "b4"),
                        new StaffId("ann"),
                        "Tell parents of book packages, Class 4b"));
        assertThat(tasks(readingTools().from("2026-W43").parentsDays(5), "parents-informed")
                        .getFirst()
                        .date())
                .isEqualTo(date("2026-10-19"));
        assertThat(tasks(readingTools().pack("Sea", "Ali", "2026-10-19", null).parentsDays(3), "parents-informed")
                        .getFirst()
                        .date())
                .isEqualTo(date("2026-10-09"));
    }

    @Test
    void firstWeekByDefaultLeavesTimeToInformParents() {
        assertThat(tasks(readingTools(), "book-package").getFirst().date()).isEqualTo(date("2026-08-27"));
        assertThat(tasks(readingTools().parentsDays(11), "book-package")
                        .getFirst()
                        .date())
                .isEqualTo(date("2026-09-03"));
        assertThat(tasks(readingTools().parentsDays(10), "book-package")
                        .getFirst()
                        .date())
                .isEqualTo(date("2026-08-27"));
    }

    @Test
    void taskOfAClassIsOfItsMainTeacherOrOfTheGivenSender() {
        assertThat(tasks(readingTools().toClass("5a").toStudent("lone", ""), "book-package")
                        .subList(0, 3))
                .extracting(task -> task.taskId().value(), Task::staffId, Task::studentIds)
                .containsExactly(
                        tuple("books/book-package/1/none", null, students("lone")),
                        tuple("books/book-package/1/4b", new StaffId("ann"), students("b1", "b2", "b3", "b4")),
                        tuple("books/book-package/1/5a", new StaffId("bo"), students("a1", "a2")));
        assertThat(tasks(readingTools().toClass("5a").sender("cia"), "book-package"))
                .extracting(Task::staffId)
                .containsOnly(new StaffId("cia"));
    }

    @Test
    void familiesHaveATaskForEachLanguageAndTheStudentsLanguageOverridesTheClass() {
        assertThat(tasks(readingTools().toStudent("b2", "Arabic"), "guidance"))
                .extracting(task -> task.taskId().value(), Task::title, Task::studentIds)
                .containsExactly(
                        tuple("books/guidance/own", "Guidance of families", students("b1", "b3", "b4")),
                        tuple("books/guidance/arabic", "Guidance of families in Arabic", students("b2")));
    }

    @Test
    void titleNamesThemeAndLetter() {
        var row = withoutReceivers()
                .toStudent("b1", "")
                .pack("Sea", "Ali", null, null)
                .pack("Space", "", null, null);
        assertThat(tasks(row, "book-package"))
                .extracting(Task::title)
                .containsExactly(
                        "Book package 1: Sea (letter from Ali) for Class 4b", "Book package 2: Space for Class 4b");
    }

    @Test
    void familyReadingIsTwiceHalfASchoolYearApart() {
        assertThat(tasks(readingTools().family().weeks(40).from("2026-W36"), "book-package"))
                .extracting(Task::date)
                .containsExactly(date("2026-09-03"), date("2027-01-21"));
    }

    @Test
    void handedOutPackageIsAShortMeetingOfPartsOfTheClassAndNoTask() {
        var demand = expand(
                readingTools().handedOut("09:30", "10:05").from("2026-W36").percent(50));
        assertThat(demand.tasks()).noneMatch(task -> task.kind().equals("book-package"));
        assertThat(demand.sessions()).hasSize(12);
        Session first = demand.sessions().getFirst();
        assertThat(first.students()).isEqualTo(students("b1", "b2"));
        assertThat(demand.sessions().get(1).students()).isEqualTo(students("b3", "b4"));
        assertThat(first.times()).hasSize(9);
        assertThat(first.times()).allMatch(time -> time.firstDate().isBefore(date("2026-09-03")));
        assertThat(demand.seats().getFirst().candidates()).containsExactly(new StaffId("ann"));
    }

    @Test
    void partsAreAsFewAsTheShareOfTheClassAllowsAndNeverSmallerThanOne() {
        assertThat(expand(readingTools().handedOut("09:30", "10:30").percent(75))
                        .sessions())
                .hasSize(12);
        assertThat(expand(readingTools().handedOut("09:30", "10:30").percent(100))
                        .sessions())
                .hasSize(6);
        assertThat(expand(readingTools().handedOut("09:30", "10:30").percent(1)).sessions())
                .hasSize(24);
        assertThat(expand(withoutReceivers()
                                .toStudent("b1", "")
                                .toStudent("b2", "")
                                .handedOut("09:30", "10:30"))
                        .sessions())
                .hasSize(6);
    }

    @Test
    void parentsKnowBeforeTheWeekInWhichTheFirstPackageIsHandedOut() {
        assertThat(tasks(readingTools().handedOut("09:30", "10:30").from("2026-W36"), "parents-informed")
                        .getFirst()
                        .date())
                .isEqualTo(date("2026-08-24"));
    }
}
