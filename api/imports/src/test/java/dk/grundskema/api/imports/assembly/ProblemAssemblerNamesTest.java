package dk.grundskema.api.imports.assembly;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Period;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is meant by the words of files. */
class ProblemAssemblerNamesTest {
    @Test
    void aTimetablesInitialsAreThoseOfTheList() {
        var result = new SourceFixture()
                .person("MH", "Mette Holm")
                .person("SÅ", "Søren Åby")
                .lesson("1A", "MH", "DAN", "12", MONDAY, "08:00-08:45")
                .lesson("1A", "Søren Åby", "MAT", "12", MONDAY, "09:00-09:45")
                .assemble();

        assertThat(result.problem().staff())
                .extracting(each -> each.id().value() + " " + each.name())
                .containsExactly("mh Mette Holm", "saa Søren Åby");
        assertThat(result.lesson("1a-dan-mon-0800").staffIds()).containsExactly(new StaffId("mh"));
        assertThat(result.lesson("1a-mat-mon-0900").staffIds()).containsExactly(new StaffId("saa"));
        assertThat(result.found())
                .containsExactly(
                        "INFO import.class.from-timetable",
                        "INFO import.room.from-timetable",
                        "INFO import.room.kind-assumed");
    }

    @Test
    void withoutAListThoseOfTheTimetableAreMadeAndNamedTogether() {
        var result = new SourceFixture()
                .lesson("1A", "MH", "DAN", "12", MONDAY, "08:00-08:45")
                .lesson("1A", "LK", "MAT", "12", TUESDAY, "08:00-08:45")
                .assemble();

        assertThat(result.problem().staff()).hasSize(2).allMatch(each -> each.contractHours() == 37);
        assertThat(result.finding("import.staff.from-timetable").finding().arguments())
                .containsExactly(2, "MH, LK");
    }

    @Test
    void unlistedPersonIsOneWarningWithAllPlacesAndTheLikelyName() {
        var result = new SourceFixture()
                .person("MH", "Mette Holm")
                .lesson("1A", "Mete Holm", "DAN", "", MONDAY, "08:00-08:45")
                .lesson("1A", "Mete Holm", "DAN", "", TUESDAY, "08:00-08:45")
                .assemble();

        var finding = result.finding("import.staff.unknown-maybe");
        assertThat(finding.finding().arguments()).containsExactly("Mete Holm", "Mette Holm", 2, "line 2, line 3");
        assertThat(finding.finding().pointer()).isEqualTo("line 2");
        assertThat(result.problem().staff()).hasSize(2);
        assertThat(result.found()).doesNotContain("WARNING import.staff.one-off line 2");
    }

    @Test
    void similarNamesOfAProgramWithExactNamesAreDifferentPeople() {
        var result = new SourceFixture()
                .exactly()
                .person("Holm", "Mette Holm")
                .person("HOLM", "Mette Holmb")
                .person("LK", "Lise Krogh")
                .lesson("1A", "Holm", "DAN", "", MONDAY, "08:00-08:45")
                .lesson("1A", "HOLM", "DAN", "", TUESDAY, "08:00-08:45")
                .assemble();

        assertThat(result.problem().staff()).hasSize(3);
        assertThat(result.lessons())
                .extracting(lesson -> lesson.staffIds().getFirst())
                .doesNotHaveDuplicates();
        assertThat(result.found()).noneMatch(each -> each.contains("import.staff"));
    }

    @Test
    void oneLetterOffIsPointedOutButNotMerged() {
        var result = new SourceFixture()
                .lesson("1A", "Mette Holm", "DAN", "", MONDAY, "08:00-08:45")
                .lesson("1A", "Mete Holm", "DAN", "", TUESDAY, "08:00-08:45")
                .assemble();

        assertThat(result.problem().staff()).hasSize(2);
        assertThat(result.finding("import.staff.one-off").finding().arguments())
                .containsExactly("Mette Holm", "Mete Holm", "line 1");
    }

    @ParameterizedTest
    @CsvSource({"MH,mh", "M.H.,MH", "Søren Ås,Soeren Aas", "Mette Holm,METTE  HOLM"})
    void namesDifferingInCaseDotsOrDanishLettersAreMergedAndReported(String first, String second) {
        var result = new SourceFixture()
                .lesson("1A", first, "DAN", "", MONDAY, "08:00-08:45")
                .lesson("1A", second, "DAN", "", TUESDAY, "08:00-08:45")
                .lesson("1A", second, "DAN", "", WEDNESDAY, "08:00-08:45")
                .assemble();

        assertThat(result.problem().staff()).hasSize(1);
        assertThat(result.finding("import.staff.variant").finding().arguments())
                .containsExactly(second, first, 2, "line 2, line 3");
    }

    @Test
    void theMappingCanSayThatTwoAreOneOrThatOneIsTwo() {
        var source = new SourceFixture()
                .lesson("1A", "Mette Holm", "DAN", "", MONDAY, "08:00-08:45")
                .lesson("1A", "Mete Holm", "DAN", "", TUESDAY, "08:00-08:45")
                .lesson("1A", "LK", "DAN", "", WEDNESDAY, "08:00-08:45")
                .lesson("1A", "lk", "DAN", "", WEDNESDAY, "09:00-09:45");

        var result = source.assemble(SourceFixture.staffSpellings("Mete Holm", "Mette Holm", "lk", "lk"));

        assertThat(result.problem().staff())
                .extracting(each -> each.id().value() + " " + each.name())
                .containsExactly(NameNormalizer.pseudonym("staff", "Mette Holm") + " Mette Holm", "lk LK", "lk-2 lk");
        assertThat(result.found()).noneMatch(each -> each.startsWith("WARNING"));
    }

    @Test
    void theMappingCanSayThatNamesThatLookAlikeAreTwoPeople() {
        var result = new SourceFixture()
                .lesson("1A", "Mette Holm", "DAN", "", MONDAY, "08:00-08:45")
                .lesson("1A", "Mete Holm", "DAN", "", TUESDAY, "08:00-08:45")
                .assemble(SourceFixture.staffSpellings("Mete Holm", "Mete Holm"));

        assertThat(result.problem().staff()).hasSize(2);
        assertThat(result.found()).noneMatch(each -> each.startsWith("WARNING"));
    }

    @Test
    void initialsInTwoCasesWithTwoNamesAreTwoPeople() {
        var result = new SourceFixture()
                .person("MH", "Mette Holm")
                .person("mh", "Mikkel Hansen")
                .assemble();

        assertThat(result.problem().staff()).hasSize(2);
        assertThat(result.found()).contains("WARNING import.staff.alike line 2");
    }

    @Test
    void sameInitialsWithTwoNamesAndSameNamesWithTwoInitialsArePointedOut() {
        var result = new SourceFixture()
                .person("MH", "Mette Holm")
                .person("MH", "Mikkel Hansen")
                .person("JP", "Jens Pil")
                .person("JEP", "Jens Pil")
                .assemble();

        assertThat(result.found())
                .contains("WARNING import.staff.two-names line 2", "WARNING import.staff.same-name line 4");
        assertThat(result.problem().staff())
                .extracting(each -> each.id().value())
                .containsExactly("mh", "jp", "jep");
    }

    @Test
    void theSameNameInTwoFilesIsOnePerson() {
        var result = new SourceFixture()
                .person("MH", "Mette Holm")
                .inFile("system.xml")
                .person("T17", "Mette Holm")
                .lesson("1A", "T17", "DAN", "", MONDAY, "08:00-08:45")
                .assemble();

        assertThat(result.problem().staff()).hasSize(1);
        assertThat(result.lessons().getFirst().staffIds()).containsExactly(new StaffId("mh"));
    }

    @Test
    void room1Dot2IsNotRoom12() {
        var result = new SourceFixture()
                .lesson("1A", "MH", "DAN", "12", MONDAY, "08:00-08:45")
                .lesson("1A", "MH", "DAN", "1.2", TUESDAY, "08:00-08:45")
                .assemble();

        assertThat(result.problem().rooms())
                .extracting(each -> each.id().value())
                .containsExactly("12", "1-2");
        assertThat(result.found()).noneMatch(each -> each.startsWith("WARNING"));
    }

    private static String pseudonymOf(String name, String classGroup) {
        return NameNormalizer.pseudonym("student", SourceFixture.KEY::hmac, name, classGroup);
    }

    private static List<String> ids(StudentIdScheme given, String... namesAndClasses) {
        var source = new SourceFixture().withStudentIds(given);
        for (int i = 0; i < namesAndClasses.length; i += 2) {
            source = source.student(namesAndClasses[i], namesAndClasses[i], namesAndClasses[i + 1], "");
        }
        return source.assemble().problem().students().stream()
                .map(one -> one.id().value())
                .toList();
    }

    @Test
    void idsOfStudentsAreTheSameByTheSameKeyAndOthersByAnother() {
        var one = StudentIdScheme.of(() -> SourceFixture.KEY);
        StudentKey otherKey = StudentKey.of("1".repeat(64)).orElseThrow();

        assertThat(ids(one, "Ida Lund", "1A", "Bo Vig", "1A"))
                .isEqualTo(ids(one, "ida lund", "1a", "Bo Vig", "1A"))
                .doesNotContainAnyElementsOf(ids(StudentIdScheme.of(() -> otherKey), "Ida Lund", "1A", "Bo Vig", "1A"))
                .as("an id derived from a class list alone")
                .doesNotContain(NameNormalizer.pseudonym("student", "Ida Lund", "1A"));
    }

    /** A plan's students keep their ids, regardless of their form, because numbers, attendance and locks refer to them. */
    @Test
    void aStudentWhoThePlanHasInTheClassKeepsTheId() {
        Problem present = new SourceFixture()
                .student("e-17", "Per Ro", "1A", "")
                .student("e-18", "Per Ro", "1A", "")
                .student("e-19", "Ida Lund", "1B", "")
                .assemble()
                .problem();
        var kept = new StudentIdScheme(() -> SourceFixture.KEY, present);

        assertThat(ids(kept, "Per Ro", "1a", "Per Ro", "1A", "Per Ro", "1A", "Ida Lund", "1A", "Lund, Ida", "1B"))
                .containsExactly("e-17", "e-18", pseudonymOf("Per Ro", "1A"), pseudonymOf("Ida Lund", "1A"), "e-19");
    }

    @Test
    void noKeyIsAskedForWhereTheListGivesIds() {
        var none = StudentIdScheme.of(() -> {
            throw new AssertionError("nobody needs a key");
        });
        var result = new SourceFixture()
                .withStudentIds(none)
                .student("e-17", "Bo Vig", "1A", "")
                .assemble();

        assertThat(result.problem().students()).hasSize(1);
    }

    @Test
    void aKeyIsReadAsItIsWrittenAndNothingElseIsOne() {
        StudentKey key = StudentKey.random();

        assertThat(StudentKey.of(key.secretText()).orElseThrow().hmac("x")).isEqualTo(key.hmac("x"));
        assertThat(StudentKey.random().hmac("x")).isNotEqualTo(key.hmac("x"));
        assertThat(StudentKey.of(key.secretText().substring(1))).isEmpty();
        assertThat(StudentKey.of("")).isEmpty();
        assertThat(key).asString().doesNotContain(key.secretText());
        // RFC 4231 has no key of 32 bytes; the expected value is from openssl
        assertThat(SourceFixture.KEY.hmac("x"))
                .isEqualTo("4cbc96099a6467ce002461f10549b4898265ebe6188b45efacc44293516e62c4");
    }

    @Test
    void idsOfStudentsAreNeverMadeOfNames() {
        var result = new SourceFixture()
                .student("Ida Lund", "Ida Lund", "1A", "")
                .student("e-17", "Bo Vig", "1A", "")
                .student("010203-1234", "Per Ro", "1A", "")
                .student("Per Ro", "Per Ro", "1A", "")
                .student("Per Ro", "Per Ro", "1B", "")
                .assemble();

        assertThat(result.problem().students())
                .extracting(Student::id)
                .containsExactly(
                        new StudentId(pseudonymOf("Ida Lund", "1A")),
                        new StudentId("e-17"),
                        new StudentId(pseudonymOf("Per Ro", "1A")),
                        new StudentId(pseudonymOf("Per Ro", "1A") + "-2"),
                        new StudentId(pseudonymOf("Per Ro", "1B")));
        assertThat(result.found())
                .contains("INFO import.student.civil-number line 3")
                .anyMatch(each -> each.startsWith("WARNING import.student."));
        assertThat(result.assembled().findings().toString())
                .doesNotContain("Ida")
                .doesNotContain("Per Ro")
                .doesNotContain("010203");
    }

    @Test
    void studentsAreMembersOfTheirClassesAndCourses() {
        var result = new SourceFixture()
                .student("e1", "Ida Lund", "8A", "Tysk, Billedkunst")
                .student("e2", "Bo Vig", "8A", "Fransk")
                .course("Fransk", "8A", "e2")
                .assemble();

        assertThat(result.problem().groups())
                .extracting(each ->
                        each.name() + " " + each.kind() + " " + each.members().size())
                .containsExactlyInAnyOrder("8A CLASS 2", "Fransk COURSE 1", "Tysk COURSE 1", "Billedkunst COURSE 1");
        assertThat(result.problem().students()).allMatch(each -> new GroupId("8a").equals(each.classGroup()));
    }

    @Test
    void busyTimesGoToStaffStudentsAndRooms() {
        var monday = new Period(null, null, new TreeSet<>(Set.of(MONDAY)), LocalTime.of(8, 0), LocalTime.of(10, 0));
        var result = new SourceFixture()
                .person("MH", "Mette Holm")
                .student("e1", "Ida Lund", "8A", "")
                .room("12")
                .busy("mh", monday)
                .busy("Ida Lund", monday)
                .busy("12", monday)
                .assemble();

        assertThat(result.problem().staff().getFirst().availability().except()).containsExactly(monday);
        assertThat(result.problem().students().getFirst().availability().except())
                .containsExactly(monday);
        assertThat(result.problem().rooms().getFirst().availability().except()).containsExactly(monday);
    }

    @Test
    void aBusyTimeOfNobodyIsAnError() {
        var monday = new Period(null, null, new TreeSet<>(Set.of(MONDAY)), null, null);
        var result = new SourceFixture().busy("XY", monday).assemble();

        assertThat(result.found()).contains("ERROR import.busy.unknown line 1");
        assertThat(result.assembled().problem()).isNull();
    }

    private static List<String> students(SourceFixture source) {
        return source.assemble().problem().students().stream()
                .map(one -> one.id().value())
                .toList();
    }

    @Test
    void inEveryImportTheSameStudentHasTheSameIdAndNoOtherHasIt() {
        List<String> one = students(
                new SourceFixture().student("Ida Lund", "Ida Lund", "1A", "").student("Bo Vig", "Bo Vig", "1A", ""));
        List<String> other = students(new SourceFixture()
                .student("Asta Ny", "Asta Ny", "1A", "")
                .student("ida lund", "ida lund", "1A", "")
                .student("Bo Vig", "Bo Vig", "2B", ""));
        assertThat(other.get(1)).as("Ida, on another line").isEqualTo(one.getFirst());
        assertThat(other.get(2)).as("another Bo").isNotEqualTo(one.get(1));
        assertThat(other).doesNotHaveDuplicates().doesNotContain(one.get(1));
        assertThat(one).allMatch(id -> id.matches("student-[0-9a-f]{10}"));
    }

    @Test
    void aCivilRegistrationNumberIsInNoIdInWhateverForm() {
        List<String> ids = students(new SourceFixture().student("010203-1234", "010203-1234", "1A", ""));
        assertThat(ids)
                .isEqualTo(students(new SourceFixture().student("040506-7890", "040506-7890", "1A", "")))
                .isNotEqualTo(students(new SourceFixture().student("010203-1234", "010203-1234", "2B", "")));
    }

    @Test
    void idsOfStaffAreTheSchoolsInitialsOrTellNothing() {
        var result = new SourceFixture()
                .person("MH", "Mette Holm")
                .person("T12", "Søren Åby")
                .person("Grethe Blå", "Grethe Blå")
                .lesson("1A", "lkj", "DAN", "", MONDAY, "08:00-08:45")
                .lesson("1A", "Mette", "DAN", "", MONDAY, "09:00-09:45")
                .lesson("1A", "Anderledes", "DAN", "", TUESDAY, "09:00-09:45")
                .assemble();
        assertThat(result.problem().staff())
                .extracting(each -> each.id().value())
                .containsExactlyInAnyOrder(
                        "mh",
                        NameNormalizer.pseudonym("staff", "Søren Åby"),
                        NameNormalizer.pseudonym("staff", "Grethe Blå"),
                        "lkj",
                        NameNormalizer.pseudonym("staff", "Mette"),
                        NameNormalizer.pseudonym("staff", "Anderledes"));
        assertThat(NameNormalizer.pseudonym("staff", "Grethe Blå"))
                .isEqualTo(NameNormalizer.pseudonym("staff", "grethe blaa"));
    }

    @Test
    void aNameIsTheSamePersonWithItsLastNameFirst() {
        var result = new SourceFixture()
                .person("Krogh, Lise", "")
                .person("MH", "Holm, Mette")
                .student("e1", "Vester, Alma", "1A", "")
                .student("Juhl, Clara", "Juhl, Clara", "1A", "")
                .course("1A-TYS", "1A", "Clara Juhl, Vester, Alma")
                .inFile("optaget.csv")
                .busy("Lise Krogh", Period.wholeDay(LocalDate.of(2026, 9, 18)))
                .busy("Holm, Mette", Period.wholeDay(LocalDate.of(2026, 9, 18)))
                .busy("Clara Juhl", Period.wholeDay(LocalDate.of(2026, 9, 18)))
                .inFile("skema.csv")
                .lesson("1A", "Lise Krogh", "DAN", "", MONDAY, "08:00-08:45")
                .lesson("1A", "Krogh, Lise, Mette Holm", "MAT", "", TUESDAY, "09:00-09:45")
                .assemble();

        assertThat(result.problem().staff())
                .extracting(each -> each.id().value() + " " + each.name())
                .containsExactly(NameNormalizer.pseudonym("staff", "Lise Krogh") + " Lise Krogh", "mh Mette Holm");
        assertThat(result.problem().staff())
                .allSatisfy(each -> assertThat(each.availability().except()).hasSize(1));
        assertThat(result.problem().students()).extracting(Student::name).containsExactly("Alma Vester", "Clara Juhl");
        assertThat(result.problem().groups())
                .filteredOn(each -> each.id().value().equals("1a-tys"))
                .allSatisfy(each -> assertThat(each.members()).hasSize(2))
                .hasSize(1);
        assertThat(result.lesson("1a-mat-tue-0900").staffIds()).hasSize(2);
        assertThat(result.found())
                .contains("INFO import.staff.last-first line 1", "INFO import.student.last-first line 3")
                .noneMatch(each -> each.startsWith("WARNING"));
        assertThat(result.finding("import.student.last-first").finding().arguments())
                .containsExactly(2);
    }

    @Test
    void initialsInACommasCompanyAreNoName() {
        var result = new SourceFixture()
                .person("MH", "Mette Holm")
                .person("LK", "Lise Krogh")
                .lesson("1A", "MH, LK", "DAN", "", MONDAY, "08:00-08:45")
                .assemble();
        assertThat(result.lesson("1a-dan-mon-0800").staffIds()).hasSize(2);
        assertThat(result.found()).noneMatch(each -> each.contains("last-first"));
    }
}
