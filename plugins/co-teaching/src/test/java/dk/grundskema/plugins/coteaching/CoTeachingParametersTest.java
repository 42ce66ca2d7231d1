package dk.grundskema.plugins.coteaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.toolkit.RuleStrength;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

class CoTeachingParametersTest {
    private static ListAssert<String> assertRefused(Callable<?> making) {
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
        assertThat(CoTeachingSchoolBuilder.need("1a", CoTeachingType.TYPE_1).requestedLessons(45))
                .isEqualTo(10.5);
        assertThat(CoTeachingSchoolBuilder.need("1a", CoTeachingType.TYPE_2).requestedLessons(45))
                .isEqualTo(14.5);
        assertThat(CoTeachingSchoolBuilder.need("1a", CoTeachingType.TWO_ALWAYS).requestedLessons(45))
                .isZero();
        assertThat(TeachingForm.values())
                .extracting(TeachingForm::word)
                .containsExactly("one-assists", "stations", "parallel");
        assertThat(parameters.preparation().minutes(CoTeachingType.TYPE_1)).isEqualTo(45);
        assertThat(parameters.preparation().minutes(CoTeachingType.TYPE_2)).isEqualTo(25);
        assertThat(parameters.preparation().minutes(CoTeachingType.TWO_ALWAYS)).isZero();
        assertThat(CoTeachingQualityFidelity.HALF_YEAR_WEEKS).isEqualTo(20);
        assertThat(parameters.experienceYears()).isEqualTo(2);
    }

    @Test
    void allFaultsOfAClassAreReportedAtOnce() {
        var mia = new StaffId("mia");
        assertRefused(() -> new ClassNeed(
                        new GroupId("1a"),
                        CoTeachingType.TYPE_1,
                        0.4,
                        List.of("DAN", "DAN"),
                        TeachingForm.STATIONS,
                        new TreeMap<>(),
                        11,
                        new IsoWeek(2026, 40),
                        new IsoWeek(2026, 39),
                        List.of(mia, mia),
                        null))
                .containsExactlyInAnyOrder(
                        "value.out-of-range /lessonsPerWeek",
                        "value.twice /subjects/1",
                        "value.out-of-range /need",
                        "co-teaching.weeks.turned-round /lastWeek",
                        "value.twice /never/1");
        assertThat(CoTeachingSchoolBuilder.need("1a", CoTeachingType.TYPE_2, 0.5, 1)
                        .requestedLessons(45))
                .isEqualTo(0.5);
        assertThat(CoTeachingSchoolBuilder.need("1a", CoTeachingType.TYPE_2, 60, 10)
                        .requestedLessons(45))
                .isEqualTo(60);
    }

    @Test
    void negativeBudgetAndBudgetGivenTwiceAreRefused() {
        assertRefused(() -> CoTeachingSchoolBuilder.coTeacher("mia", -1))
                .containsExactly("value.out-of-range /lessonsPerWeek");
        assertRefused(() -> new CoTeacher(
                        new StaffId("mia"), new TreeSet<>(), 10.0, -5, 11, 61, List.of(), List.of(), null))
                .containsExactlyInAnyOrder(
                        "co-teaching.pool.two-budgets /minutesPerWeek",
                        "co-teaching.pool.least-above-budget /leastLessonsPerWeek",
                        "value.out-of-range /minutesPerWeek",
                        "value.out-of-range /yearsOfExperience");
        assertRefused(() -> new PoolBudget(" ", -1))
                .containsExactlyInAnyOrder("value.blank /name", "value.out-of-range /lessonsPerWeek");
    }

    @Test
    void nestedRecordsValidateThemselves() {
        assertRefused(() -> new PriorityPeriod(
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
        assertRefused(() -> new Priority(new GroupId("1a"), 0, 61.0))
                .containsExactlyInAnyOrder("value.out-of-range /need", "value.out-of-range /lessonsPerWeek");
        assertRefused(() -> new SharedPreparation(
                        241,
                        -1,
                        241,
                        new TreeSet<>(),
                        new TreeSet<>(),
                        LocalTime.NOON,
                        LocalTime.NOON,
                        RuleStrength.WISH))
                .containsExactlyInAnyOrder(
                        "value.out-of-range /minutesType1",
                        "value.out-of-range /minutesType2",
                        "value.out-of-range /minutesTwoAlways",
                        "co-teaching.hours.turned-round /latest");
        assertRefused(() -> new AdvisorsMeeting(0, 14, List.of()))
                .containsExactlyInAnyOrder("value.out-of-range /everyWeeks", "value.out-of-range /minutes");
        assertRefused(() -> new Supervision("-", "", new StaffId("psy"), 27, 241, List.of()))
                .containsExactlyInAnyOrder(
                        "co-teaching.id-malformed /id",
                        "value.blank /title",
                        "value.out-of-range /everyWeeks",
                        "value.out-of-range /minutes");
    }

    @Test
    void formOfASubjectOverridesThatOfTheClass() {
        var need = new ClassNeed(
                new GroupId("1a"),
                CoTeachingType.TYPE_1,
                null,
                List.of("dan "),
                TeachingForm.STATIONS,
                new TreeMap<>(Map.of("Mat", TeachingForm.PARALLEL)),
                5,
                null,
                null,
                List.of(),
                null);

        assertThat(need.formOf("MAT")).isEqualTo(TeachingForm.PARALLEL);
        assertThat(need.formOf("DAN")).isEqualTo(TeachingForm.STATIONS);
        assertThat(need.allowsSubject("DAN")).isTrue();
        assertThat(need.allowsSubject("MAT")).isFalse();
    }

    @Test
    void yearIsTheLeadingNumberOfAName() {
        assertThat(ClassYear.of("4B")).isEqualTo(4);
        assertThat(ClassYear.of(" 10. A")).isEqualTo(10);
        assertThat(ClassYear.of("0.x")).isZero();
        assertThat(ClassYear.of("Team 4")).isEqualTo(ClassYear.NONE);
    }

    @Test
    void longerLessonsReduceTheLessonsOfTheGuide() {
        var need = ClassNeed.of(new GroupId("1a"), CoTeachingType.TYPE_1, 5);

        assertThat(need.requestedLessons(60)).isEqualTo(7.875);
        assertThat(need.requestedLessons(30)).isEqualTo(15.75);
    }
}
