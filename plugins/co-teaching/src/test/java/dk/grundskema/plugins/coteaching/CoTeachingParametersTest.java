package dk.grundskema.plugins.coteaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

class CoTeachingParametersTest {
    private static ListAssert<String> refused(Callable<?> making) {
        var said = new java.util.ArrayList<String>();
        assertThatThrownBy(making::call)
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        refusal -> refusal.findings()
                                .forEach(finding -> said.add(finding.code() + " " + finding.pointer())));
        return assertThat(said);
    }

    @Test
    void figuresOfTheGuideAreTheDefaults() {
        var parameters = CoTeachingParameters.defaults();

        assertThat(parameters.lessonMinutes()).isEqualTo(45);
        assertThat(SchoolBuilder.need("1a", Scheme.TYPE_1).asked(45)).isEqualTo(10.5);
        assertThat(SchoolBuilder.need("1a", Scheme.TYPE_2).asked(45)).isEqualTo(14.5);
        assertThat(SchoolBuilder.need("1a", Scheme.TWO_ALWAYS).asked(45)).isZero();
        assertThat(Form.values()).extracting(Form::word).containsExactly("one-assists", "stations", "parallel");
        assertThat(parameters.preparation().minutes(Scheme.TYPE_1)).isEqualTo(45);
        assertThat(parameters.preparation().minutes(Scheme.TYPE_2)).isEqualTo(25);
        assertThat(parameters.preparation().minutes(Scheme.TWO_ALWAYS)).isZero();
        assertThat(ManyHoursFidelity.HALF_A_YEAR).isEqualTo(20);
        assertThat(parameters.experienceYears()).isEqualTo(2);
    }

    @Test
    void classSaysAllThatIsWrongWithIt() {
        var mia = new StaffId("mia");
        refused(() -> new ClassNeed(
                        new GroupId("1a"),
                        Scheme.TYPE_1,
                        0.4,
                        List.of("DAN", "DAN"),
                        Form.STATIONS,
                        new TreeMap<>(),
                        11,
                        new IsoWeek(2026, 40),
                        new IsoWeek(2026, 39),
                        List.of(mia, mia)))
                .containsExactlyInAnyOrder(
                        "value.out-of-range /lessonsPerWeek",
                        "value.twice /subjects/1",
                        "value.out-of-range /need",
                        "co-teaching.weeks.turned-round /lastWeek",
                        "value.twice /never/1");
        assertThat(SchoolBuilder.need("1a", Scheme.TYPE_2, 0.5, 1).asked(45)).isEqualTo(0.5);
        assertThat(SchoolBuilder.need("1a", Scheme.TYPE_2, 60, 10).asked(45)).isEqualTo(60);
    }

    @Test
    void negativeBudgetAndBudgetGivenTwiceAreRefused() {
        refused(() -> SchoolBuilder.can("mia", -1)).containsExactly("value.out-of-range /lessonsPerWeek");
        refused(() -> new CoTeacher(new StaffId("mia"), new TreeSet<>(), 10.0, -5, 11, 61, List.of(), List.of(), null))
                .containsExactlyInAnyOrder(
                        "co-teaching.pool.two-budgets /minutesPerWeek",
                        "co-teaching.pool.least-above-budget /leastLessonsPerWeek",
                        "value.out-of-range /minutesPerWeek",
                        "value.out-of-range /yearsOfExperience");
        refused(() -> new PoolBudget(" ", -1))
                .containsExactlyInAnyOrder("value.blank /name", "value.out-of-range /lessonsPerWeek");
    }

    @Test
    void smallerPartsCheckThemselves() {
        refused(() -> new PriorityPeriod(
                        "Autumn!",
                        " ",
                        new IsoWeek(2026, 40),
                        new IsoWeek(2026, 39),
                        List.of(),
                        new TreeSet<>(List.of(14)),
                        List.of()))
                .containsExactlyInAnyOrder(
                        "co-teaching.id-malformed /id",
                        "value.blank /title",
                        "value.out-of-range /onlyYears/0",
                        "co-teaching.weeks.turned-round /lastWeek");
        refused(() -> new Priority(new GroupId("1a"), 0, 61.0))
                .containsExactlyInAnyOrder("value.out-of-range /need", "value.out-of-range /lessonsPerWeek");
        refused(() -> new SharedPreparation(
                        241, -1, 241, new TreeSet<>(), new TreeSet<>(), LocalTime.NOON, LocalTime.NOON))
                .containsExactlyInAnyOrder(
                        "value.out-of-range /minutesType1",
                        "value.out-of-range /minutesType2",
                        "value.out-of-range /minutesTwoAlways",
                        "co-teaching.hours.turned-round /latest");
        refused(() -> new AdvisorsMeeting(0, 14, List.of()))
                .containsExactlyInAnyOrder("value.out-of-range /everyWeeks", "value.out-of-range /minutes");
        refused(() -> new Supervision("-", "", new StaffId("psy"), 27, 241, List.of()))
                .containsExactlyInAnyOrder(
                        "co-teaching.id-malformed /id",
                        "value.blank /title",
                        "value.out-of-range /everyWeeks",
                        "value.out-of-range /minutes");
    }

    @Test
    void formOfASubjectGoesBeforeTheClasss() {
        var need = new ClassNeed(
                new GroupId("1a"),
                Scheme.TYPE_1,
                null,
                List.of("dan "),
                Form.STATIONS,
                new TreeMap<>(Map.of("Mat", Form.PARALLEL)),
                5,
                null,
                null,
                List.of());

        assertThat(need.formOf("MAT")).isEqualTo(Form.PARALLEL);
        assertThat(need.formOf("DAN")).isEqualTo(Form.STATIONS);
        assertThat(need.takes("DAN")).isTrue();
        assertThat(need.takes("MAT")).isFalse();
    }

    @Test
    void yearIsTheNumberThatANameBeginsWith() {
        assertThat(Years.of("4B")).isEqualTo(4);
        assertThat(Years.of(" 10. A")).isEqualTo(10);
        assertThat(Years.of("0.x")).isZero();
        assertThat(Years.of("Team 4")).isEqualTo(Years.NONE);
    }

    @Test
    void lessonsOfTheGuideAreFewerWhereLessonsAreLonger() {
        var need = ClassNeed.of(new GroupId("1a"), Scheme.TYPE_1, 5);

        assertThat(need.asked(60)).isEqualTo(7.875);
        assertThat(need.asked(30)).isEqualTo(15.75);
    }
}
