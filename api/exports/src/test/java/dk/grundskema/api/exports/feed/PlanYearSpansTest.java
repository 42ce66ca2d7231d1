package dk.grundskema.api.exports.feed;

import static dk.grundskema.api.exports.feed.YearSpan.Kind.CAMP;
import static dk.grundskema.api.exports.feed.YearSpan.Kind.HANDOVER;
import static dk.grundskema.api.exports.feed.YearSpan.Kind.HOLIDAY;
import static dk.grundskema.api.exports.feed.YearSpan.Kind.PERIOD;
import static dk.grundskema.api.exports.feed.YearSpan.Kind.TERM;
import static dk.grundskema.solver.testkit.StudentBuilder.aStudent;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.School;
import dk.grundskema.domain.people.SchoolId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.registry.Interruptions;
import dk.grundskema.solver.testkit.SchoolBuilder;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The spans of a plan in its organisation's year calendar. The school year is 2026/27, from the Monday of week 33. */
final class PlanYearSpansTest {
    private static final InterventionId COURSE = new InterventionId("course");
    private static final ZoneId HERE = ZoneId.of("Europe/Copenhagen");

    private final SchoolBuilder plan = SchoolBuilder.school(new IsoWeek(2026, 33), 46)
            .title("Plan")
            .zone(HERE)
            .firstSite("here", "Here")
            .student(aStudent("ida").name("Ida Lund"));
    private int schools;
    private final List<Meeting> meetings = new ArrayList<>();
    private final List<DateSpan> away = new ArrayList<>();
    private String title = "Turbo";

    record NoParameters() {}

    private static LocalDate on(String date) {
        return LocalDate.parse("20" + date);
    }

    private static DateSpan days(String from, String until) {
        return new DateSpan(on(from), on(until));
    }

    private void school(String name, DateSpan... terms) {
        plan.homeSchool(new School(new SchoolId("s" + schools), name, List.of(terms)));
        schools++;
    }

    private void closed(String from, String until) {
        on(from).datesUntil(on(until).plusDays(1)).map(LocalDate::toString).forEach(plan::closed);
    }

    private void held(String kind, String id, String date) {
        LocalDate day = on(date);
        meetings.add(new Meeting(
                new SessionId(id),
                null,
                new TreeSet<>(),
                COURSE,
                kind,
                "",
                "Something",
                "",
                new TreeSet<>(List.of(IsoWeek.of(day))),
                day.getDayOfWeek(),
                LocalTime.of(9, 0),
                LocalTime.of(10, 0),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Workload.defaults(),
                MeetingLock.NONE));
    }

    private List<YearSpan> year() {
        Problem problem = plan.intervention(new Intervention<>(COURSE, "toy", title, new NoParameters()))
                .build();
        var timetable = new Timetable(
                Timetable.VERSION, "abc", HERE, 1, new Score(0, 0, 0), List.of(), List.of(), meetings, List.of());
        return PlanYearSpans.of(problem, timetable, Interruptions.collect(problem, one -> away));
    }

    private List<String> describeSpans() {
        return year().stream()
                .map(one -> "%s %s %s %s"
                        .formatted(
                                one.kind(),
                                one.title(),
                                one.days().from(),
                                one.days().until()))
                .toList();
    }

    @Test
    void termsOfASchoolAreItsDaysOfSchoolAndWhatLiesBetweenIsHoliday() {
        school("Nord", days("26-08-10", "26-10-09"), days("26-10-19", "26-12-22"));
        assertThat(year())
                .containsExactlyInAnyOrder(
                        new YearSpan(TERM, "2026\n1", "", days("26-08-10", "26-10-09"), List.of()),
                        new YearSpan(TERM, "2026\n2", "", days("26-10-19", "26-12-22"), List.of()),
                        new YearSpan(HOLIDAY, "AUTUMN\n2026", "", days("26-10-12", "26-10-16"), List.of()));
    }

    @Test
    void aDayOffEndsNoTerm() {
        school("Nord", days("27-03-30", "27-05-05"), days("27-05-10", "27-05-14"), days("27-05-18", "27-06-25"));
        assertThat(year())
                .containsExactlyInAnyOrder(
                        new YearSpan(TERM, "2026\n1", "", days("27-03-30", "27-06-25"), List.of()),
                        new YearSpan(HOLIDAY, "ASCENSION\n2026", "", days("27-05-06", "27-05-07"), List.of()),
                        new YearSpan(HOLIDAY, "WHIT_MONDAY\n2026", "", days("27-05-17", "27-05-17"), List.of()));
    }

    @Test
    void closedDaysOfThePlanAreHolidaysOverWeekendsAndSaidOnceWithThoseOfItsSchools() {
        school("Nord", days("26-08-10", "26-12-22"), days("27-01-04", "27-06-25"));
        closed("26-12-23", "27-01-01");
        closed("27-02-15", "27-02-19");
        assertThat(year().stream().filter(one -> one.kind() == HOLIDAY))
                .containsExactlyInAnyOrder(
                        new YearSpan(HOLIDAY, "CHRISTMAS\n2026", "", days("26-12-23", "27-01-01"), List.of()),
                        new YearSpan(HOLIDAY, "WINTER\n2026", "", days("27-02-15", "27-02-19"), List.of()));
    }

    @Test
    void holidayThatDiffersBetweenSchoolsNamesItsSchool() {
        school("Nord", days("27-01-04", "27-02-12"), days("27-02-22", "27-06-25"));
        school("Syd", days("27-01-04", "27-02-19"), days("27-03-01", "27-06-25"));
        school("Unknown");
        assertThat(year().stream().filter(one -> one.kind() == HOLIDAY))
                .containsExactlyInAnyOrder(
                        new YearSpan(HOLIDAY, "WINTER\n2026", "", days("27-02-15", "27-02-19"), List.of("Nord")),
                        new YearSpan(HOLIDAY, "WINTER\n2026", "", days("27-02-22", "27-02-26"), List.of("Syd")));
    }

    @Test
    void interruptionWithAllMeetingsOfAnInterventionIsOneCamp() {
        away.add(days("26-09-07", "26-09-25"));
        held("module", "course/1", "26-09-07");
        held("module", "course/2", "26-09-25");
        assertThat(describeSpans()).containsExactly("CAMP Turbo 2026-09-07 2026-09-25");
    }

    @Test
    void daysOfACourseAreOneStretchOverWeekendsAndWhatFollowsIsOfThePeriod() {
        away.add(days("26-10-12", "26-10-16"));
        away.add(days("26-10-19", "26-10-20"));
        away.add(days("27-02-15", "27-02-16"));
        held("tuition", "course/1", "26-10-12");
        held("mentor", "course/2", "27-04-01");
        assertThat(describeSpans())
                .containsExactly(
                        "CAMP Turbo 2026-10-12 2026-10-20",
                        "CAMP Turbo 2027-02-15 2027-02-16",
                        "PERIOD Turbo 2026-10-12 2027-04-01");
        assertThat(year()).extracting(YearSpan::what).containsExactly("course\n0", "course\n1", "course\n0");
    }

    @Test
    void anInterventionThatInterruptsNothingIsItsPeriodAndOneThatHoldsNothingIsNothing() {
        assertThat(describeSpans()).isEmpty();
        held("tuition", "course/1", "26-09-01");
        held("tuition", "course/2", "26-12-01");
        assertThat(year())
                .containsExactly(new YearSpan(PERIOD, "course\n0", "Turbo", days("26-09-01", "26-12-01"), List.of()));
    }

    @Test
    void handoversToClassesAreSpansOfTheirDaysButNotWhereStaffRelieveEachOther() {
        held("handover", "course/handover/5a", "27-06-01");
        held("handover", "course/handover/5b", "27-06-15");
        held("handover", "course/handover/6a", "27-06-30");
        held("handover", "course/all/2026-09-07/handover", "26-09-07");
        held("module", "course/handover/7a", "26-09-08");
        assertThat(year().stream().filter(one -> one.kind() == HANDOVER))
                .containsExactly(
                        new YearSpan(HANDOVER, "course\n0", "Turbo", days("27-06-01", "27-06-15"), List.of()),
                        new YearSpan(HANDOVER, "course\n1", "Turbo", days("27-06-30", "27-06-30"), List.of()));
    }

    @Test
    void noStudentIsInATitle() {
        title = "Help for Ida Lund";
        held("tuition", "course/1", "26-09-01");
        assertThat(year()).extracting(YearSpan::title).containsExactly("Help for Student 1");
    }

    @Test
    void aCampIsThereBeforeAnythingIsHeldAndOnlyInThePlansWeeks() {
        away.add(days("27-06-21", "27-07-04"));
        assertThat(year())
                .containsExactly(new YearSpan(CAMP, "course\n0", "Turbo", days("27-06-21", "27-06-27"), List.of()));
    }
}
