package dk.grundskema.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.people.StudentName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FoldedFindingsTest {
    private static FileFinding warning(String file, String code, int line) {
        return FileFinding.warning(new SourceLocation(file, "line " + line), code, line);
    }

    private static List<FileFinding> warnings(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(line -> warning("a.xml", "import.class-twice", line))
                .toList();
    }

    @Test
    void fiveOfAKindStaySingle() {
        assertThat(FoldedFindings.fold(warnings(5))).hasSize(5).allMatch(each -> each.more() == 0);
    }

    @Test
    void sixOfAKindAreOneWithThreeExamplesAndThePlacesOfTheOthers() {
        assertThat(FoldedFindings.fold(warnings(6))).singleElement().satisfies(kind -> {
            assertThat(kind.examples()).isEqualTo(warnings(3));
            assertThat(kind.more()).isEqualTo(3);
            assertThat(kind.places()).containsExactly("line 4", "line 5", "line 6");
        });
        assertThat(FoldedFindings.fold(warnings(269))).singleElement().satisfies(kind -> {
            assertThat(kind.more()).isEqualTo(266);
            assertThat(kind.places()).hasSize(5);
        });
    }

    @Test
    void otherFilesSeveritiesAndCodesAreOtherKinds() {
        var some = new ArrayList<>(warnings(6));
        some.add(1, warning("b.xml", "import.class-twice", 1));
        some.add(warning("a.xml", "import.staff-twice", 1));
        some.add(FileFinding.error(new SourceLocation("a.xml", ""), "import.class-twice", 1));

        assertThat(FoldedFindings.fold(some)).extracting(FoldedFindings::more).containsExactly(3, 0, 0, 0);
    }

    private static Stream<FileFinding> ofStudents(String code, int number) {
        return IntStream.range(0, number)
                .mapToObj(row -> FileFinding.error(new SourceLocation("elever.csv", "C" + row), code, "snart")
                        .about(new StudentName("Student " + row)));
    }

    @Test
    void findingsAboutStudentsAreFoldedByWhatIsWrong() {
        var folded = FoldedFindings.fold(
                Stream.concat(ofStudents("import.when.unknown", 6), ofStudents("import.date.weekday", 2))
                        .toList());

        assertThat(folded).extracting(FoldedFindings::more).containsExactly(3, 0, 0);
    }

    @Test
    void findingThatNamesAStudentGetsNoSecondName() {
        var place = new SourceLocation("elever.csv", "C2");
        var named = FileFinding.error(place, "import.cell.no-student", new StudentName("Ida Lund"));
        var withId = FileFinding.error(place, "some.code", new StudentId("ida"));

        assertThat(named.about(new StudentName("Ida Lund"))).isSameAs(named);
        assertThat(withId.about(new StudentName("Ida Lund"))).isSameAs(withId);
    }
}
