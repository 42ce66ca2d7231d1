package dk.grundskema.api.exports.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.exports.calendar.CalendarEvent;
import dk.grundskema.api.exports.calendar.EventTime;
import dk.grundskema.api.exports.feed.YearCalendar.PlanSpans;
import dk.grundskema.api.exports.feed.YearSpan.Kind;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.time.DateSpan;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The year calendar of the plans of several departments. */
final class YearCalendarTest {
    private static final String SECRET = "secret";

    private static DateSpan days(String from, String until) {
        return new DateSpan(LocalDate.parse(from), LocalDate.parse(until));
    }

    private static YearSpan winter(int day, String... schools) {
        return new YearSpan(
                Kind.HOLIDAY, "WINTER\n2026", "", days("2027-02-" + day, "2027-02-" + (day + 4)), List.of(schools));
    }

    private static YearSpan camp() {
        return new YearSpan(Kind.CAMP, "camp\n0", "Autumn camp", days("2026-09-07", "2026-09-25"), List.of());
    }

    private static PlanSpans plan(String id, String department, YearSpan... spans) {
        return new PlanSpans(id, "id-" + department, department, Arrays.asList(spans));
    }

    private static List<CalendarEvent> year(PlanSpans... plans) {
        return YearCalendar.of(SECRET, List.of(plans), Language.EN);
    }

    private static Map<String, String> uids(List<CalendarEvent> events) {
        return events.stream().collect(Collectors.toMap(CalendarEvent::summary, CalendarEvent::uid));
    }

    @Test
    void sameHolidayOfSeveralDepartmentsIsOneEventWithoutTheirNames() {
        assertThat(year(plan("a", "North", winter(15)), plan("b", "South", winter(15)), plan("c", "South", winter(15))))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.summary()).isEqualTo("Winter holiday");
                    assertThat(one.time())
                            .isEqualTo(EventTime.ofDays(LocalDate.of(2027, 2, 15), LocalDate.of(2027, 2, 19)));
                    assertThat(one.description()).isEmpty();
                    assertThat(one.busy()).isFalse();
                });
    }

    @Test
    void holidayThatDiffersBetweenDepartmentsNamesThem() {
        assertThat(year(plan("a", "North", winter(15)), plan("b", "South", winter(22)), plan("c", "West", winter(15))))
                .extracting(CalendarEvent::summary)
                .containsExactlyInAnyOrder("Winter holiday (North and West)", "Winter holiday (South)");
        assertThat(year(plan("a", "North", winter(15)), plan("b", "South")))
                .as("South says nothing of holidays")
                .extracting(CalendarEvent::summary)
                .containsExactly("Winter holiday");
        assertThat(year(plan("a", "Town", winter(15, "North"), winter(22, "South"))))
                .extracting(CalendarEvent::summary)
                .containsExactlyInAnyOrder("Winter holiday (North)", "Winter holiday (South)");
    }

    @Test
    void ofManyDepartmentsThreeAreInTheHeadingAndAllAreBelow() {
        PlanSpans[] plans = IntStream.range(0, 6)
                .mapToObj(i -> plan("p" + i, "D" + i, winter(i < 5 ? 15 : 22)))
                .toArray(PlanSpans[]::new);
        assertThat(year(plans).getFirst()).satisfies(one -> {
            assertThat(one.summary()).isEqualTo("Winter holiday (D0, D1, D2 and 2 others)");
            assertThat(one.description()).containsExactly("D0, D1, D2, D3 and D4");
        });
    }

    @Test
    void interventionsAreTheirPlansAndNameTheDepartmentWhereThereAreSeveral() {
        assertThat(year(plan("a", "North", camp()), plan("b", "North", camp())))
                .extracting(CalendarEvent::summary)
                .containsExactly("Autumn camp", "Autumn camp");
        assertThat(year(plan("a", "North", camp()), plan("b", "South")))
                .extracting(CalendarEvent::summary)
                .containsExactly("Autumn camp (North)");
    }

    @Test
    void idsAreOnceEachAndStayWhenDaysChange() {
        var before = year(plan("a", "North", winter(15), camp()), plan("b", "South", winter(22), camp()));
        var after = year(plan("a", "North", winter(16), camp()), plan("b", "South", winter(23), camp()));
        assertThat(before)
                .extracting(CalendarEvent::uid)
                .doesNotHaveDuplicates()
                .hasSize(4);
        assertThat(uids(after)).isEqualTo(uids(before));
        assertThat(year(plan("a", "North", winter(15))).getFirst().uid())
                .as("the id does not depend on the other departments")
                .isEqualTo(year(plan("b", "South", winter(22))).getFirst().uid());
        assertThat(YearCalendar.of("other", List.of(plan("a", "North", winter(15))), Language.EN)
                        .getFirst()
                        .uid())
                .isNotEqualTo(year(plan("a", "North", winter(15))).getFirst().uid());
    }

    @Test
    void twoPlansOfOneDepartmentThatDisagreeAreTwoEvents() {
        assertThat(year(plan("a", "North", winter(15)), plan("b", "North", winter(22))))
                .extracting(CalendarEvent::uid)
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(year(plan("a", "North", winter(15), winter(22), winter(10))))
                .extracting(CalendarEvent::uid)
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @Test
    void aYearSpeaksItsLanguage() {
        var spans = new YearSpan[] {
            winter(15),
            camp(),
            new YearSpan(Kind.TERM, "2026\n1", "", days("2026-08-10", "2026-10-09"), List.of()),
            new YearSpan(Kind.PERIOD, "x\n0", "Two teachers", days("2026-08-10", "2026-10-09"), List.of()),
            new YearSpan(Kind.HANDOVER, "x\n0", "Turbo", days("2027-06-01", "2027-06-02"), List.of())
        };
        assertThat(YearCalendar.of(SECRET, List.of(plan("a", "Nord", spans)), Language.DA))
                .extracting(CalendarEvent::summary)
                .containsExactlyInAnyOrder(
                        "Vinterferie", "Autumn camp", "Skoleperiode", "Indsats: Two teachers", "Overlevering: Turbo");
        assertThat(YearCalendar.of(SECRET, List.of(plan("a", "Nord", spans)), Language.EN))
                .extracting(CalendarEvent::summary)
                .contains("School term", "Intervention: Two teachers", "Handover: Turbo");
        assertThat(new YearCalendarTexts(Language.DA).title("Vordingborg")).isEqualTo("Årshjul: Vordingborg");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-12, 2026-10-16, AUTUMN",
        "2026-12-23, 2027-01-01, CHRISTMAS",
        "2027-01-01, 2027-01-01, CHRISTMAS",
        "2027-02-15, 2027-02-19, WINTER",
        "2027-02-22, 2027-02-26, WINTER",
        "2027-03-01, 2027-03-05, OTHER",
        "2027-02-15, 2027-02-15, OTHER",
        "2027-03-22, 2027-03-29, EASTER",
        "2027-05-06, 2027-05-07, ASCENSION",
        "2027-05-17, 2027-05-17, WHIT_MONDAY",
        "2026-06-05, 2026-06-05, CONSTITUTION_DAY",
        "2023-05-05, 2023-05-05, PRAYER_DAY",
        "2024-04-26, 2024-04-26, OTHER",
        "2027-06-28, 2027-08-06, SUMMER",
        "2026-11-13, 2026-11-13, OTHER"
    })
    void holidaysAreCalledAsPeopleCallThem(LocalDate from, LocalDate until, SchoolHoliday expected) {
        assertThat(SchoolHoliday.of(new DateSpan(from, until))).isEqualTo(expected);
    }
}
