package dk.grundskema.plugins.bookpackages;

import static dk.grundskema.plugins.bookpackages.BookPackagesRequirements.REQUIREMENTS;
import static dk.grundskema.plugins.bookpackages.PackagesBuilder.readingTools;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.testkit.RecordCopy;
import dk.grundskema.solver.testkit.RuleBench;
import dk.grundskema.solver.testkit.requirement.AlteredExpansion;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The packages and tasks that are required, derived without the demand. */
class BookPackagesRequirementsTest {
    private static final String SECOND = "books/book-package/2/4b";

    private static RuleBench bench(PackagesBuilder builder) {
        return RuleBench.of(new BookPackagesPlugin(), builder.problem());
    }

    /** Returns the differences if the expansion changes a task by mistake; {@code null} means that it leaves the task out. */
    private static List<String> differences(UnaryOperator<@Nullable Task> how) {
        var plugin = AlteredExpansion.of(
                new BookPackagesPlugin(),
                demand -> RecordCopy.with(
                        demand,
                        "tasks",
                        demand.tasks().stream()
                                .map(task -> task.taskId().value().equals(SECOND) ? how.apply(task) : task)
                                .filter(Objects::nonNull)
                                .toList()));
        Problem problem = readingTools().problem();
        return REQUIREMENTS.demandDifferences(
                plugin, problem, RuleBench.of(plugin, problem).timetable());
    }

    @Test
    void packagesThatAreSentHomeAreAsRequired() {
        assertThat(differences(task -> task)).isEmpty();
    }

    @Test
    void studentWhoHasLeftGetsNoPackage() {
        for (PackagesBuilder school : List.of(
                readingTools().leaves("b1", "2026-09-28"),
                readingTools().handedOut("08:00", "12:00").percent(25).leaves("b1", "2026-09-28"))) {
            Timetable plan = bench(school).timetable();
            var first = new StudentId("b1");
            var late = LocalDate.parse("2026-09-28");

            assertThat(REQUIREMENTS.demandDifferences(new BookPackagesPlugin(), school.problem(), plan))
                    .isEmpty();
            assertThat(new BookPackagesPlugin()
                            .expand(school.intervention(), school.problem())
                            .sessions())
                    .filteredOn(session -> session.students().contains(first))
                    .allSatisfy(session ->
                            assertThat(session.times().getFirst().firstDate()).isBefore(late));
            assertThat(plan.tasks())
                    .filteredOn(task ->
                            task.kind().equals("book-package") && task.date().isAfter(late))
                    .allSatisfy(task -> assertThat(task.studentIds()).hasSize(3).doesNotContain(first));
        }
    }

    @Test
    void packageThatTheExpansionForgetsOrChangesIsFound() {
        assertThat(differences(task -> null)).hasSize(1);
        assertThat(differences(task -> RecordCopy.with(task, "date", task.date().plusDays(1))))
                .hasSize(2);
        assertThat(differences(task -> RecordCopy.with(task, "studentIds", List.of())))
                .hasSize(2);
        assertThat(differences(task -> RecordCopy.with(task, "kind", "gift"))).hasSize(2);
        assertThat(differences(task -> RecordCopy.with(task, "title", "Gift"))).hasSize(2);
    }

    @Test
    void checkNamesAMissingPackageOnce() {
        var checker = new TimetableChecker(PluginRegistry.of(List.of(new BookPackagesPlugin()))::find);
        Timetable plan = bench(readingTools()).timetable();
        Timetable without = RecordCopy.with(
                plan,
                "tasks",
                plan.tasks().stream()
                        .filter(task -> !task.taskId().value().equals(SECOND))
                        .toList());

        assertThat(checker.check(readingTools().problem(), without))
                .extracting(RuleViolation::rule)
                .filteredOn(rule -> rule.endsWith("-task"))
                .containsExactly("core.asked-task");
    }

    @Test
    void eachPartOfAClassIsHandedEachPackageInItsWeek() {
        RuleBench bench = bench(readingTools().handedOut("09:30", "10:30").pack("Sea", "Ali", "2026-09-17", null));
        IsoWeek week = IsoWeek.of(LocalDate.parse("2026-09-17"));
        bench.time("books/book-package/1/4b/1", at(week, "09:30")).time("books/book-package/1/4b/2", at(week, "09:45"));
        assertThat(REQUIREMENTS.differences(bench)).isEmpty();

        bench.time("books/book-package/1/4b/2", null);
        assertThat(REQUIREMENTS.differences(bench)).singleElement().satisfies(fault -> {
            assertThat(fault.rule()).isEqualTo("core.required-in-week");
            assertThat(fault.arguments()).endsWith(week);
        });
        bench.time("books/book-package/1/4b/2", at(week.plus(1), "09:45"));
        assertThat(REQUIREMENTS.differences(bench))
                .extracting(RuleViolation::rule)
                .containsExactly("core.required-in-week", "core.asked-other-week");
    }

    private static MeetingTime at(IsoWeek week, String start) {
        LocalTime from = LocalTime.parse(start);
        return new MeetingTime(new TreeSet<>(List.of(week)), DayOfWeek.MONDAY, from, from.plusMinutes(15));
    }
}
