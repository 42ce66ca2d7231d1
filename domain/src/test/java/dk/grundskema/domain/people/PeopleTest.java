package dk.grundskema.domain.people;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.ValidationCodes;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.place.Travel;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.Period;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleTest {
    @ParameterizedTest
    @CsvSource({"-0.1, 1", "0, 0", "60, 0", "60.1, 1", "NaN, 1"})
    void contractHoursAreFromZeroToSixty(double hours, int findings) {
        assertThat(ValidationCodes.of(() -> staff("Anne Holm", null, hours, 0))).hasSize(findings);
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "0, 0", "3000, 0", "3001, 1"})
    void hoursAlreadyWorkedAreFromZeroToThreeThousand(double hours, int findings) {
        assertThat(ValidationCodes.of(() -> staff("Anne Holm", null, 37, hours)))
                .hasSize(findings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anne@example.org", "a.b+c@d.e.dk", "anne@blåbær.dk", "åse@eksempel.dk"})
    void validEmailAddressIsAccepted(String email) {
        assertThat(ValidationCodes.of(() -> staff("Anne Holm", email, 37, 0))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"anne", "anne@example", "@example.org", "a b@example.org", "a@b@example.org", "<a@example.org>"})
    void invalidEmailAddressIsRefused(String email) {
        assertThat(ValidationCodes.of(() -> staff("Anne Holm", email, 37, 0))).containsExactly("value.no-email /email");
    }

    /** A backtracking pattern would take hours for this number of dots. */
    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void veryLongAddressIsRefusedForItsLength() {
        assertThat(ValidationCodes.of(() -> staff("Anne Holm", "a@" + ".".repeat(1_000_000) + "@", 37, 0)))
                .containsExactly("value.too-long /email");
    }

    @Test
    void toStringContainsNoName() {
        assertThat(staff("Anne Holm", null, 37, 0)).hasToString("t1");
        assertThat(student(List.of(), List.of())).hasToString("s1");
    }

    @Test
    void allFindingsOfAPersonAreReportedAtOnce() {
        assertThat(ValidationCodes.of(() -> staff(" ", "nobody", 61, -1)))
                .containsExactly(
                        "value.blank /name",
                        "value.out-of-range /contractHours",
                        "value.out-of-range /hoursAlreadyWorked",
                        "value.no-email /email");
    }

    @Test
    void studentNeitherNamesItselfNorWishesForAndVetoesTheSameStudent() {
        assertThat(ValidationCodes.of(() -> student(List.of("s2"), List.of("s3"))))
                .isEmpty();
        assertThat(ValidationCodes.of(() -> student(List.of("s1"), List.of())))
                .containsExactly("student.company-of-self /wishedWith");
        assertThat(ValidationCodes.of(() -> student(List.of(), List.of("s1"))))
                .containsExactly("student.company-of-self /neverWith");
        assertThat(ValidationCodes.of(() -> student(List.of("s2", "s3"), List.of("s3"))))
                .containsExactly("student.wished-and-vetoed /neverWith");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "999999, 0", "1000000, 1", ", 0"})
    void studentNumberIsAbsentOrFrom1To999999(@Nullable Integer number, int findings) {
        assertThat(ValidationCodes.of(() -> student(List.of(), List.of()).withNumber(number)))
                .hasSize(findings)
                .allMatch("value.out-of-range /number"::equals);
    }

    @Test
    void withNumberChangesOnlyTheNumber() {
        Student ida = student(List.of("s2"), List.of("s3"));
        assertThat(ida.withNumber(7).number()).isEqualTo(7);
        assertThat(ida.withNumber(7).withNumber(null)).isEqualTo(ida);
    }

    @Test
    void studentIsInAGroupOnlyOnce() {
        var one = GroupMember.always(new StudentId("s1"));
        var other = GroupMember.always(new StudentId("s2"));
        assertThat(ValidationCodes.of(() -> group(one, other))).isEmpty();
        assertThat(ValidationCodes.of(() -> group(one, other, one))).containsExactly("value.twice /members/2");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "10, 0", "11, 1"})
    void weightOfAWishIsFromOneToTen(int weight, int findings) {
        assertThat(ValidationCodes.of(
                        () -> new Wish(Wish.Kind.FREE, Period.wholeDay(LocalDate.of(2026, 9, 7)), weight)))
                .hasSize(findings);
    }

    @Test
    void termIncludesItsFirstAndLastDay() {
        var school = new School(
                new SchoolId("lind"),
                "Lindeskolen",
                List.of(new DateSpan(LocalDate.of(2026, 8, 10), LocalDate.of(2026, 10, 9))));
        assertThat(school.isInTerm(LocalDate.of(2026, 8, 9))).isFalse();
        assertThat(school.isInTerm(LocalDate.of(2026, 8, 10))).isTrue();
        assertThat(school.isInTerm(LocalDate.of(2026, 10, 9))).isTrue();
        assertThat(school.isInTerm(LocalDate.of(2026, 10, 10))).isFalse();
    }

    @Test
    void longestWorkPeriodsFollowFromTheMinimumRest() {
        WorkRules law = WorkRules.defaults();
        assertThat(law.dailyRestMinutes()).isEqualTo(660);
        assertThat(law.longestDailyRun()).isEqualTo(780);
        assertThat(law.weeklyRestMinutes()).isEqualTo(2100);
        assertThat(law.longestWeeklyRun()).isEqualTo(7980);
        assertThat(law.mostMinutesInReferencePeriod()).isEqualTo(48 * 60 * 17);
    }

    @ParameterizedTest
    @CsvSource({"2026-08-03, 0", "2026-08-10, 0", "2026-12-06, 0", "2026-12-07, 1", "2027-04-04, 1", "2027-04-05, 2"})
    void referencePeriodsOfSeventeenWeeksAreConsecutive(LocalDate date, int period) {
        assertThat(WorkRules.defaults().referencePeriod(LocalDate.of(2026, 8, 10), date))
                .isEqualTo(period);
    }

    @ParameterizedTest
    @CsvSource({
        "8, 24, 1, 1, 1, 1, ''",
        "11, 48, 24, 168, 168, 52, ''",
        "7, 35, 10, 40, 48, 17, value.out-of-range /dailyRestHours",
        "12, 35, 10, 40, 48, 17, value.out-of-range /dailyRestHours",
        "11, 23, 10, 40, 48, 17, value.out-of-range /weeklyRestHours",
        "11, 49, 10, 40, 48, 17, value.out-of-range /weeklyRestHours",
        "11, 35, 0, 40, 48, 17, value.out-of-range /hoursPerDay",
        "11, 35, 25, 40, 48, 17, value.out-of-range /hoursPerDay",
        "11, 35, 10, 0, 48, 17, value.out-of-range /hoursPerWeek",
        "11, 35, 10, 169, 48, 17, value.out-of-range /hoursPerWeek",
        "11, 35, 10, 40, 0, 17, value.out-of-range /averageHoursPerWeek",
        "11, 35, 10, 40, 169, 17, value.out-of-range /averageHoursPerWeek",
        "11, 35, 10, 40, 48, 0, value.out-of-range /referenceWeeks",
        "11, 35, 10, 40, 48, 53, value.out-of-range /referenceWeeks",
    })
    void valuesOfWorkRulesHaveRanges(
            int daily, int weekly, int day, int week, int average, int reference, String found) {
        assertThat(String.join(
                        ";",
                        ValidationCodes.of(() -> new WorkRules(
                                daily, weekly, null, day, week, average, reference, LocalTime.of(17, 0)))))
                .isEqualTo(found);
    }

    @Test
    void agreedShortRestIsShorterThanTheDailyRest() {
        assertThat(ValidationCodes.of(() -> rules(9, new AgreedShortRest(8, 2, "Lindeskolen"))))
                .isEmpty();
        assertThat(ValidationCodes.of(() -> rules(8, new AgreedShortRest(8, 2, "Lindeskolen"))))
                .containsExactly("work.short-rest-not-shorter /agreedShortRest/hours");
        assertThat(ValidationCodes.of(() -> new AgreedShortRest(7, 3, " ")))
                .containsExactly(
                        "value.out-of-range /hours", "value.out-of-range /timesAWeek", "value.blank /agreedBy");
        assertThat(ValidationCodes.of(() -> new AgreedShortRest(10, 1, "Lindeskolen")))
                .isEmpty();
        assertThat(ValidationCodes.of(() -> new AgreedShortRest(11, 0, "Lindeskolen")))
                .containsExactly("value.out-of-range /hours", "value.out-of-range /timesAWeek");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "30000, 0", "30001, 1"})
    void roomCapacityIsFromOneToThirtyThousand(int capacity, int findings) {
        assertThat(ValidationCodes.of(() ->
                        new Room(new RoomId("r1"), "Lokale 1", null, "classroom", capacity, Availability.always())))
                .hasSize(findings);
    }

    @Test
    void travelIsBetweenTwoSitesAndTakesAtMostTenHours() {
        assertThat(ValidationCodes.of(() -> new Travel(new SiteId("a"), new SiteId("b"), 600)))
                .isEmpty();
        assertThat(ValidationCodes.of(() -> new Travel(new SiteId("a"), new SiteId("a"), 601)))
                .containsExactly("travel.to-itself /to", "value.out-of-range /minutes");
        assertThat(ValidationCodes.of(() -> new Travel(new SiteId("a"), new SiteId("b"), -1)))
                .containsExactly("value.out-of-range /minutes");
    }

    private static StaffMember staff(String name, @Nullable String email, double contract, double worked)
            throws InvalidValueException {
        return new StaffMember(
                new StaffId("t1"),
                name,
                new TreeSet<>(),
                Availability.always(),
                contract,
                worked,
                List.of(),
                email,
                null,
                null);
    }

    private static Student student(List<String> wished, List<String> never) {
        return new Student(
                new StudentId("s1"), "Ida Lund", null, null, null, Availability.always(), ids(wished), ids(never));
    }

    private static SortedSet<StudentId> ids(List<String> texts) {
        return new TreeSet<>(texts.stream().map(StudentId::new).toList());
    }

    private static Group group(GroupMember... members) {
        return new Group(new GroupId("7a"), "7.a", Group.Kind.CLASS, List.of(members));
    }

    private static WorkRules rules(int daily, AgreedShortRest shortRest) {
        return new WorkRules(daily, 35, shortRest, 10, null, 48, 17, LocalTime.of(17, 0));
    }
}
