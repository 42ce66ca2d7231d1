package dk.grundskema.plugins.bookpackages;

import static dk.grundskema.plugins.bookpackages.PackagesBuilder.readingTools;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.testkit.RuleBench;
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

    /** The timetable with a task changed; {@code null} leaves it out. */
    private static Timetable change(Timetable timetable, UnaryOperator<@Nullable Task> how) {
        return new Timetable(
                timetable.version(),
                timetable.problem(),
                timetable.zone(),
                timetable.seed(),
                timetable.score(),
                timetable.rules(),
                timetable.groups(),
                timetable.meetings(),
                timetable.tasks().stream()
                        .map(task -> task.taskId().value().equals(SECOND) ? how.apply(task) : task)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static List<RuleViolation> differences(UnaryOperator<@Nullable Task> how) {
        RuleBench bench = bench(readingTools());
        return bench.requirementViolations(change(bench.timetable(), how));
    }

    @Test
    void packagesThatAreSentHomeAreAsRequired() {
        assertThat(differences(task -> task)).isEmpty();
    }

    @Test
    void missingPackageIsReportedWithItsDate() {
        RuleBench bench = bench(readingTools());
        Task second = bench.timetable().tasks().stream()
                .filter(task -> task.taskId().value().equals(SECOND))
                .findFirst()
                .orElseThrow();

        assertThat(differences(task -> null)).singleElement().satisfies(fault -> {
            assertThat(fault.rule()).isEqualTo("core.required-task");
            assertThat(fault.arguments()).containsExactly(second.title(), second.date());
        });
    }

    @Test
    void checkNamesAMissingPackageOnce() {
        var checker = new TimetableChecker(PluginRegistry.of(List.of(new BookPackagesPlugin()))::find);
        Timetable plan = bench(readingTools()).timetable();

        assertThat(checker.check(readingTools().problem(), change(plan, task -> null)))
                .extracting(RuleViolation::rule)
                .filteredOn(rule -> rule.endsWith("-task"))
                .containsExactly("core.asked-task");
    }

    @Test
    void packageOnAnotherDateOrForOthersIsReported() {
        assertThat(differences(task -> new Task(
                        task.taskId(),
                        task.interventionId(),
                        task.kind(),
                        task.title(),
                        task.date().plusDays(1),
                        task.studentIds(),
                        task.staffId())))
                .extracting(RuleViolation::rule)
                .containsExactly("core.asked-task-date");
        assertThat(differences(task -> new Task(
                        task.taskId(), task.interventionId(), task.kind(), task.title(), task.date(), List.of())))
                .extracting(RuleViolation::rule)
                .containsExactly("core.asked-task-people");
        assertThat(differences(task -> new Task(
                        task.taskId(),
                        task.interventionId(),
                        "gift",
                        task.title(),
                        task.date(),
                        task.studentIds(),
                        task.staffId())))
                .extracting(RuleViolation::rule)
                .containsExactly("core.required-task", "core.other-task");
    }

    @Test
    void eachPartOfAClassIsHandedEachPackageInItsWeek() {
        RuleBench bench = bench(readingTools().handedOut("09:30", "10:30").pack("Sea", "Ali", "2026-09-17", null));
        IsoWeek week = IsoWeek.of(LocalDate.parse("2026-09-17"));
        bench.time("books/book-package/1/4b/1", at(week, "09:30")).time("books/book-package/1/4b/2", at(week, "09:45"));
        assertThat(bench.requirementViolations(bench.timetable())).isEmpty();

        bench.time("books/book-package/1/4b/2", null);
        assertThat(bench.requirementViolations(bench.timetable()))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.rule()).isEqualTo("core.required-in-week");
                    assertThat(fault.arguments()).endsWith(week);
                });
        bench.time("books/book-package/1/4b/2", at(week.plus(1), "09:45"));
        assertThat(bench.requirementViolations(bench.timetable()))
                .extracting(RuleViolation::rule)
                .containsExactly("core.required-in-week", "core.asked-other-week");
    }

    private static MeetingTime at(IsoWeek week, String start) {
        LocalTime from = LocalTime.parse(start);
        return new MeetingTime(new TreeSet<>(List.of(week)), DayOfWeek.MONDAY, from, from.plusMinutes(15));
    }
}
