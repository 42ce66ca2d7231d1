package dk.grundskema.plugins.bookpackages;

import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.HomeClasses;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReceiverTest {
    private final Problem problem = school().student("ida")
            .student("ole")
            .student("lone")
            .group("4A", Group.Kind.CLASS, "ida", "ole")
            .group("empty", Group.Kind.CLASS)
            .build();
    private final HomeClasses homes = new HomeClasses(problem);

    private static Receiver student(String id, String language) {
        return new Receiver(new StudentId(id), null, language);
    }

    private static Receiver group(String id) {
        return new Receiver(null, new GroupId(id), "");
    }

    private List<Finding> findings(Receiver... lines) {
        var found = new FindingCollector("cafe", problem);
        Receiver.check(List.of(lines), problem, homes, found, "who");
        return found.all();
    }

    @Test
    void languageOfAStudentOverridesThatOfTheClassInEitherOrder() {
        var expected = Map.of(new StudentId("ida"), "", new StudentId("ole"), "Arabic", new StudentId("lone"), "");
        assertThat(Receiver.familyLanguages(
                        List.of(student("ole", "Arabic"), group("4A"), student("lone", ""), student("gone", "")),
                        problem,
                        homes))
                .isEqualTo(expected);
        assertThat(Receiver.familyLanguages(
                        List.of(group("4A"), student("lone", ""), student("ole", "Arabic")), problem, homes))
                .isEqualTo(expected);
    }

    @Test
    void allLinesWithoutReceiverAreReportedAtOnce() {
        assertThat(findings(
                        student("gone", ""),
                        group("nowhere"),
                        group("empty"),
                        student("ida", ""),
                        group("4A"),
                        student("ida", "Arabic")))
                .containsExactly(
                        Finding.error("cafe.unknown-student", "/parameters/who/0/studentId", new StudentId("gone")),
                        Finding.error("cafe.unknown-group", "/parameters/who/1/groupId", new GroupId("nowhere")),
                        Finding.warning(
                                "cafe.class-without-students", "/parameters/who/2/groupId", new GroupId("empty")),
                        Finding.warning("cafe.student-twice", "/parameters/who/5/studentId", new StudentId("ida")));
        assertThat(findings()).containsExactly(Finding.warning("cafe.nobody", "/parameters/who"));
    }

    @Test
    void lineWithBothStudentAndClassOrNeitherIsRefused() {
        assertThatThrownBy(() -> new Receiver(null, null, "")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new Receiver(new StudentId("s"), new GroupId("g"), ""))
                .isInstanceOf(InvalidValueException.class)
                .satisfies(thrown -> assertThat(((InvalidValueException) thrown).findings())
                        .containsExactly(Finding.error("receiver.student-or-class", "/studentId")));
    }
}
