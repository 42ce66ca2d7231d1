package dk.grundskema.solver.check;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.demand.TaskId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.solver.spi.RequiredTask;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequiredTasksCheckTest {
    private static final InterventionId BOOKS = new InterventionId("books");
    private static final StudentId IDA = new StudentId("ida");
    private static final StaffId ANN = new StaffId("ann");
    private static final LocalDate DATE = LocalDate.of(2026, 8, 13);

    private static Task task(String id, String title, LocalDate date, @Nullable StaffId who) {
        return new Task(new TaskId(id), BOOKS, "package", title, date, List.of(IDA), who);
    }

    private static RequiredTask required(String title, StaffId... staff) {
        return new RequiredTask("package", title, DATE, Set.of(IDA), Set.of(staff));
    }

    private static List<String> rules(List<Task> tasks, RequiredTask... required) {
        return faults(tasks, required).stream().map(RuleViolation::rule).toList();
    }

    private static List<RuleViolation> faults(List<Task> tasks, RequiredTask... required) {
        var faults = new CoreViolations();
        RequiredTasksCheck.check(tasks, Map.of(BOOKS, List.of(required)), faults);
        return faults.all();
    }

    @Test
    void sameTasksAreNoFaultWhateverTheirOrderAndWhoeverOfThePossibleStaffDoesThem() {
        assertThat(rules(
                        List.of(task("1", "Sea", DATE, ANN), task("2", "Sky", DATE, null)),
                        required("Sky"),
                        required("Sea", new StaffId("bo"), ANN)))
                .isEmpty();
    }

    @Test
    void missingTaskIsReportedWithTitleAndDateAndAnAdditionalOneWithItsId() {
        assertThat(faults(List.of(), required("Sea"))).singleElement().satisfies(fault -> {
            assertThat(fault.rule()).isEqualTo("core.required-task");
            assertThat(fault.arguments()).containsExactly("Sea", DATE);
        });
        assertThat(faults(List.of(task("1", "Sea", DATE, null))))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.rule()).isEqualTo("core.other-task");
                    assertThat(fault.arguments()).containsExactly(new TaskId("1"), "Sea", DATE);
                });
    }

    @Test
    void anotherDateAndOtherPeopleAreReported() {
        assertThat(rules(List.of(task("1", "Sea", DATE.plusDays(1), null)), required("Sea")))
                .containsExactly("core.asked-task-date");
        assertThat(rules(List.of(task("1", "Sea", DATE, ANN)), required("Sea")))
                .containsExactly("core.asked-task-people");
        assertThat(rules(List.of(task("1", "Sea", DATE, null)), required("Sea", ANN)))
                .containsExactly("core.asked-task-people");
        assertThat(rules(List.of(task("1", "Sea", DATE.plusDays(1), ANN)), required("Sea")))
                .containsExactly("core.asked-task-date", "core.asked-task-people");
    }

    @Test
    void tasksThatAgreeAreComparedWithEachOtherFirst() {
        assertThat(rules(
                        List.of(task("1", "Sea", DATE.plusDays(1), null), task("2", "Sea", DATE, null)),
                        required("Sea"),
                        new RequiredTask("package", "Sea", DATE.plusDays(7), Set.of(IDA), Set.of())))
                .containsExactly("core.asked-task-date");
    }
}
