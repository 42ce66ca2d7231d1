package dk.grundskema.plugins.smallgroups;

import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.MeetingTimes.weeks;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.FreeTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TutorPoolTest {
    private static final StaffId ANN = new StaffId("ann");
    private static final LocalDate MONDAY_34 = LocalDate.parse("2026-08-17");
    private static final LocalDate FRIDAY_35 = LocalDate.parse("2026-08-28");

    private static Tutor tutor(
            String id,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Integer most,
            String... subjects) {
        return new Tutor(new StaffId(id), List.of(subjects), from, until, most);
    }

    private static List<StaffId> trained(Tutor one, String subject) {
        return new TutorPool(List.of(one)).trainedIn(subject, weeks(34, 35)).ids();
    }

    @Test
    void trainingMustBeValidFromTheFirstMondayToTheLastFriday() {
        assertThat(trained(tutor("ann", MONDAY_34, FRIDAY_35, null), "Danish")).containsExactly(ANN);
        assertThat(trained(tutor("ann", MONDAY_34.plusDays(1), null, null), "Danish"))
                .isEmpty();
        assertThat(trained(tutor("ann", null, FRIDAY_35.minusDays(1), null), "Danish"))
                .isEmpty();
        assertThat(new TutorPool(List.of(tutor("ann", null, null, null)))
                        .trainedIn("Danish", new TreeSet<>())
                        .all())
                .isEmpty();
    }

    @Test
    void noSubjectsMeansAllAndCaseIsIgnored() {
        assertThat(trained(tutor("ann", null, null, null), "Danish")).containsExactly(ANN);
        assertThat(trained(tutor("ann", null, null, null, "danish "), "Danish")).containsExactly(ANN);
        assertThat(trained(tutor("ann", null, null, null, "Maths"), "Danish")).isEmpty();
    }

    @Test
    void aTutorIsTrainedForASessionOnAllItsDates() {
        var one = time(DayOfWeek.TUESDAY, "08:00", "08:30", 34, 35);
        var session = Session.builder(new SessionId("c/s"), new InterventionId("c"), "s", "S", new SiteId("school"))
                .subject("Danish")
                .at(one)
                .build();
        assertThat(new TutorPool(List.of(tutor("ann", MONDAY_34.plusDays(1), FRIDAY_35.minusDays(3), null)))
                        .isTrained(ANN, session, one))
                .isTrue();
        assertThat(new TutorPool(List.of(tutor("ann", MONDAY_34.plusDays(2), null, null))).isTrained(ANN, session, one))
                .isFalse();
        assertThat(new TutorPool(List.of(tutor("ann", null, FRIDAY_35.minusDays(4), null)))
                        .isTrained(ANN, session, one))
                .isFalse();
        assertThat(new TutorPool(List.of(tutor("tom", null, null, null))).isTrained(ANN, session, one))
                .isFalse();
    }

    @Test
    void limitIsThatOfTheTutorOrNone() {
        var tutors = new TutorPool(List.of(tutor("ann", null, null, 3), tutor("tom", null, null, null)));

        assertThat(tutors.mostSessions(ANN)).isEqualTo(3);
        assertThat(tutors.mostSessions(new StaffId("tom"))).isEqualTo(Long.MAX_VALUE);
        assertThat(tutors.mostSessions(new StaffId("eve"))).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void capacityOfATutorIncludesPartOfAGroup() {
        var tutors = new TutorPool(List.of(tutor("ann", null, null, 5), tutor("tom", null, null, null)));

        assertThat(tutors.groupCapacity(4, 8)).isEqualTo(2 + 2);
        assertThat(tutors.groupCapacity(4, 9)).isEqualTo(2 + 3);
    }

    @Test
    void tutorHoldsSeparateSessionsOutsideUncoveredLessons() {
        var problem = school().teacher("ann")
                .teacher("tom")
                .group("4a", Group.Kind.CLASS)
                .lesson("dan", time(DayOfWeek.MONDAY, "08:00", "09:00", 34), "Danish", "4a", "ann")
                .build();
        var times = List.of(
                time(DayOfWeek.MONDAY, "08:00", "08:30", 34),
                time(DayOfWeek.MONDAY, "09:00", "09:30", 34),
                time(DayOfWeek.MONDAY, "09:15", "09:45", 34),
                time(DayOfWeek.TUESDAY, "08:00", "08:30", 34));
        var free = new FreeTime(problem);

        var both = new TutorPool(List.of(tutor("ann", null, null, null), tutor("tom", null, null, 2)));
        assertThat(both.sessionCapacity(times, free, false)).isEqualTo(2 + 2);
        assertThat(both.sessionCapacity(times, free, true)).isEqualTo(3 + 2);
    }

    @Test
    void trainingThatStartsLateOrExpiresIsReportedWithItsDates() {
        var findings = new FindingCollector("cafe", school().build());
        new TutorPool(List.of(
                        tutor("ann", MONDAY_34, FRIDAY_35, null),
                        tutor("tom", MONDAY_34.plusDays(1), FRIDAY_35.minusDays(1), null)))
                .check(weeks(34, 35), findings, "tutors");

        var tom = new StaffId("tom");
        assertThat(findings.all())
                .containsExactly(
                        Finding.warning(
                                "cafe.trained-too-late",
                                "/parameters/tutors/1/trainedFrom",
                                tom,
                                MONDAY_34.plusDays(1),
                                MONDAY_34),
                        Finding.warning(
                                "cafe.training-runs-out",
                                "/parameters/tutors/1/trainedUntil",
                                tom,
                                FRIDAY_35.minusDays(1),
                                FRIDAY_35));
    }
}
