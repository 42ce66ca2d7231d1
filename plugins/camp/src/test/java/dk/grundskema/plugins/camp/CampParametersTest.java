package dk.grundskema.plugins.camp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.people.StudentId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CampParametersTest {
    private static ListAssert<String> assertRefused(Callable<?> making) {
        var thrown = new InvalidValueException[1];
        assertThatThrownBy(making::call)
                .isInstanceOfSatisfying(InvalidValueException.class, refusal -> thrown[0] = refusal);
        return assertThat(
                thrown[0].findings().stream().map(CampParametersTest::describe).toList());
    }

    private static String describe(Finding finding) {
        return finding.code() + " " + finding.pointer();
    }

    private static Block block(String id, String title, String end, Integer staff, int optional) {
        return new Block(
                id,
                title,
                Block.Kind.MEAL,
                LocalTime.of(12, 0),
                LocalTime.parse(end),
                null,
                staff,
                optional,
                List.of("hall"),
                List.of());
    }

    private static CampParameters parameters(
            int weeks, List<DayKind> kinds, int familiar, Map<Block.Kind, Integer> minutes) {
        return new CampParameters(
                null,
                weeks,
                null,
                false,
                null,
                kinds,
                Teams.defaults(),
                List.of(new StudentId("a")),
                List.of(),
                List.of(),
                null,
                List.of(),
                new TreeMap<>(minutes),
                familiar,
                null,
                null,
                List.of(),
                null);
    }

    @Test
    void allFaultsOfABlockAreReportedAtOnce() {
        assertRefused(() -> block("Lunch!", " ", "12:00", 41, 21))
                .containsExactlyInAnyOrder(
                        "camp.id-malformed /id",
                        "time.no-duration /end",
                        "value.out-of-range /optionalStaff",
                        "value.blank /title",
                        "value.out-of-range /staff");
        assertThat(block("lunch", null, "12:01", 40, 20).requiredSeats(3)).isEqualTo(40);
    }

    @Test
    void campOutsideTheYearsOfWeeksIsRefused() {
        assertRefused(() -> parametersWithDates("2126-09-09", 1, "2126-09-27"))
                .containsExactlyInAnyOrder("camp.dates.year /firstDay", "camp.dates.year /lastDay");
        assertRefused(() -> parametersWithDates("1999-12-31", 1, "2000-01-09"))
                .containsExactly("camp.dates.year /firstDay");
        assertRefused(() -> parametersWithDates("2099-12-28", 2, "2100-01-03"))
                .containsExactly("camp.dates.year /firstDay");
        assertThat(parametersWithDates("2099-12-28", 1, "2100-01-03").weeks()).isEqualTo(1);
        assertThat(parametersWithDates("2000-01-03", 1, "2000-01-09").weeks()).isEqualTo(1);
    }

    private static CampParameters parametersWithDates(String first, int weeks, String last) {
        return new CampParameters(
                LocalDate.parse(first),
                weeks,
                LocalDate.parse(last),
                false,
                null,
                List.of(),
                Teams.defaults(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                new TreeMap<>(),
                2,
                null,
                null,
                List.of(),
                null);
    }

    @Test
    void blockHasTwoSeatsByDefault() {
        assertThat(block("lunch", null, "12:30", null, 0).requiredSeats(5)).isEqualTo(2);
        assertThat(block("lunch", null, "12:30", 0, 0).requiredSeats(5)).isZero();
    }

    @Test
    void lengthOfABlockIncludesTimePastMidnight() {
        assertThat(block("lunch", null, "13:30", null, 0).minutes()).isEqualTo(90);
        assertThat(block("lunch", null, "04:00", null, 0).minutes()).isEqualTo(16 * 60);
    }

    @Test
    void blockThatEndsBeforeItStartsIsReportedOnce() {
        assertRefused(() -> block("lunch", null, "04:01", null, 0)).containsExactly("time.end-before-start /end");
        assertRefused(() -> block("lunch", null, "11:59", null, 0)).containsExactly("time.end-before-start /end");
    }

    @Test
    void kindOfDayHasAWordAndAReadableName() {
        assertRefused(() -> new DayKind("", "\u0007", new TreeSet<>(), new TreeSet<>(), null, List.of()))
                .containsExactlyInAnyOrder("camp.id-malformed /id", "value.control-characters /name");
    }

    @Test
    void teamSizesAndCountOutOfRangeAreRefused() {
        assertRefused(() -> new Teams(0, 5, 4, List.of()))
                .containsExactlyInAnyOrder("value.out-of-range /largest", "value.out-of-range /count");
        assertThat(new Teams(40, 4, 4, List.of()).countFor(1)).isEqualTo(40);
    }

    @Test
    void thereIsATeamForEachTenStudentsBegun() {
        assertThat(Teams.defaults().countFor(0)).isEqualTo(1);
        assertThat(Teams.defaults().countFor(10)).isEqualTo(1);
        assertThat(Teams.defaults().countFor(11)).isEqualTo(2);
    }

    @Test
    void allFaultsOfASubjectAreReportedAtOnce() {
        assertRefused(() -> new Subject("x/y", "", 0, 11, false, " ", List.of("fine", "")))
                .containsExactlyInAnyOrder(
                        "camp.id-malformed /id",
                        "value.blank /title",
                        "value.out-of-range /modulesPerWeek",
                        "value.out-of-range /maxPerDay",
                        "value.blank /skill",
                        "value.blank /steps/1");
    }

    @Test
    void allFaultsOfACampAreReportedAtOnce() {
        assertRefused(() -> parameters(9, List.of(), 21, Map.of(Block.Kind.MODULE, -1, Block.Kind.MEAL, 601)))
                .containsExactlyInAnyOrder(
                        "value.out-of-range /weeks",
                        "value.out-of-range /familiarStaff",
                        "value.out-of-range /preparationMinutes/MODULE",
                        "value.out-of-range /preparationMinutes/MEAL");
        assertThat(parameters(8, CampDefaults.dayKinds(false), 20, Map.of(Block.Kind.MEAL, 600))
                        .preparationMinutesOf(Block.Kind.MEAL))
                .isEqualTo(600);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void defaultsAskForAsManyModulesAsTheyHave(boolean overnight) {
        int modules = CampDefaults.dayKinds(overnight).stream()
                .mapToInt(kind -> kind.weekdays().size() * kind.teamModules().size())
                .sum();

        assertThat(modules).isEqualTo(15);
        assertThat(CampParameters.defaults().subjects().stream()
                        .mapToInt(Subject::modulesPerWeek)
                        .sum())
                .isEqualTo(modules);
    }
}
