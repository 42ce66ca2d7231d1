package dk.grundskema.plugins.smallgroups;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.solver.spi.toolkit.RuleStrength;
import dk.grundskema.solver.testkit.RuleBench;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SmallGroupsCheckTest {
    private static final String GROUP = "sg/dan/town/1";
    private static final String FIRST = "sg/small-group/dan/town/1/1";
    private static final String SECOND = "sg/small-group/dan/town/1/2";
    private static final String TUTOR = FIRST + "#0";

    private static List<RuleViolation> faults(RuleBench bench, String rule) {
        return bench.pluginViolations(bench.timetable()).stream()
                .filter(one -> one.rule().equals("small-groups." + rule))
                .toList();
    }

    private static void assertBroken(RuleBench bench, String rule, long amount, Object... where) {
        assertThat(faults(bench, rule)).singleElement().satisfies(one -> {
            assertThat(one.amount()).isEqualTo(amount);
            assertThat(one.place()).containsExactly(where);
        });
    }

    private static MeetingTime on(DayOfWeek day) {
        var weeks = new TreeSet<>(List.of(
                SmallGroupsSchoolBuilder.W33.plus(1),
                SmallGroupsSchoolBuilder.W33.plus(2),
                SmallGroupsSchoolBuilder.W33.plus(3)));
        return new MeetingTime(weeks, day, LocalTime.of(8, 0), LocalTime.of(8, 30));
    }

    /** The group has its first session on Monday with Tom, and the second without a time. */
    private static RuleBench withFirstSession(SmallGroupsSchoolBuilder school) {
        return RuleBench.of(new SmallGroupsPlugin(), school.problem())
                .join("a1", GROUP)
                .join("a2", GROUP)
                .seat(TUTOR, "tom")
                .time(FIRST, on(DayOfWeek.MONDAY));
    }

    private static RuleBench withBothSessions(SmallGroupsSchoolBuilder school) {
        return withFirstSession(school).time(SECOND, on(DayOfWeek.TUESDAY));
    }

    @Test
    void sessionsAboveTheLimitOfATutorAreCountedForTheTutor() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        school.tutors.set(1, new Tutor(new StaffId("tom"), List.of(), null, null, 1));

        assertThat(faults(withFirstSession(school), "tutor-sessions")).isEmpty();
        assertBroken(withBothSessions(school), "tutor-sessions", 1, new StaffId("tom"));
    }

    @Test
    void minutesBeyondTheHoursOfAllTutorsAreCountedTogether() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        school.tutorHours = 1.25;

        assertThat(faults(withFirstSession(school), "tutor-hours")).isEmpty();
        assertBroken(withBothSessions(school), "tutor-hours", 80 - 75, 1.25);
    }

    @Test
    void groupsAboveTheLimitAreCounted() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses()
                .candidate("a1", "MAT", "", 30, 4)
                .candidate("b2", "MAT", "", 35, 6);
        school.mostGroups = 1;

        assertThat(faults(withBothSessions(school), "most-groups")).isEmpty();
        assertBroken(withBothSessions(school).join("b2", "sg/mat/town/1"), "most-groups", 1, 1);
    }

    @Test
    void sentenceOnTooManyGroupsSuitsEveryLimit() {
        assertThat(tooManyGroups("da", 1, 0)).isEqualTo("Én gruppe for meget: der er ingen givet.");
        assertThat(tooManyGroups("en", 1, 0)).isEqualTo("One group too many: none is given.");
        assertThat(tooManyGroups("da", 2, 1)).isEqualTo("2 grupper for mange: der er givet én.");
        assertThat(tooManyGroups("en", 2, 1)).isEqualTo("2 groups too many: one is given.");
        assertThat(tooManyGroups("da", 1, 3)).isEqualTo("Én gruppe for meget: der er givet 3.");
        assertThat(tooManyGroups("en", 1, 3)).isEqualTo("One group too many: 3 are given.");
    }

    private static String tooManyGroups(String language, int amount, int given) {
        Locale locale = Locale.of(language);
        return new Texts(locale, List.of(new SmallGroupsPlugin().texts(locale)), id -> id)
                .sentenceOf(new RuleViolation("small-groups.most-groups", Level.HARD, amount, List.of(given)));
    }

    @Test
    void eachMissingSessionIsAShareOfTheMembersNeed() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();

        assertThat(faults(withBothSessions(school), "missing-sessions")).isEmpty();
        assertBroken(withFirstSession(school), "missing-sessions", (9 + 5) * 81, new GroupId(GROUP));
    }

    @Test
    void noTalksAreMissingWhereNoneArePlanned() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        assertBroken(withBothSessions(school), "talks", 3, new GroupId(GROUP));

        school.talkMinutes = 0;
        assertThat(faults(withBothSessions(school), "talks")).isEmpty();
    }

    @Test
    void tutorsOfAGroupBeyondTheNumberAreCounted() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses().tutor("tia");
        school.tutorsPerGroup = 2;
        var bench = withBothSessions(school).seat(SECOND + "#0", "ann");
        assertThat(faults(bench, "group-tutors")).isEmpty();

        String talk = "sg/talk/dan/town/1/before";
        var week = new TreeSet<>(List.of(SmallGroupsSchoolBuilder.W33));
        bench.time(talk, new MeetingTime(week, DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(8, 20)));
        assertThat(faults(bench.seat(talk + "#0", "tom"), "group-tutors")).isEmpty();
        assertBroken(bench.seat(talk + "#0", "tia"), "group-tutors", 1, new GroupId(GROUP));
    }

    @Test
    void secondSessionOnADayIsCountedIfOneADayIsBinding() {
        for (RuleStrength strength : RuleStrength.values()) {
            var school = SmallGroupsSchoolBuilder.withTwoClasses();
            school.oneSessionADay = strength;
            var apart = withBothSessions(school);
            var weeks = on(DayOfWeek.MONDAY).weeks();
            var together = withFirstSession(school)
                    .time(SECOND, new MeetingTime(weeks, DayOfWeek.MONDAY, LocalTime.of(14, 0), LocalTime.of(14, 30)));

            for (String rule : List.of("one-a-day-guideline", "one-a-day-requirement")) {
                assertThat(faults(apart, rule)).isEmpty();
                if (rule.endsWith(strength.name().toLowerCase(Locale.ROOT))) {
                    assertBroken(together, rule, 1, new GroupId(GROUP));
                } else {
                    assertThat(faults(together, rule)).isEmpty();
                }
            }
        }
    }

    private static Meeting part(Meeting one, String number, SortedSet<IsoWeek> weeks, String tutor) {
        return new Meeting(
                new SessionId(one.sessionId() + "/part-" + number),
                one.sessionId(),
                one.demandedWeeks(),
                one.interventionId(),
                one.kind(),
                one.form(),
                one.title(),
                one.subject(),
                weeks,
                one.weekday(),
                one.start(),
                one.end(),
                one.roomId(),
                one.extraRoomIds(),
                one.groupIds(),
                one.studentIds(),
                one.excusedStudentIds(),
                one.within(),
                List.of(new MeetingSeat("tutor", new StaffId(tutor), true, false)),
                one.workload(),
                one.locked());
    }

    @Test
    void secondTutorOfAGroupIsFoundWhereGroupsHaveOne() {
        var bench = withBothSessions(SmallGroupsSchoolBuilder.withTwoClasses().tutor("tia"));
        var plan = bench.timetable();
        var meetings = new ArrayList<>(plan.meetings());
        meetings.replaceAll(meeting -> meeting.sessionId().value().equals(SECOND)
                ? part(meeting, "1", new TreeSet<>(meeting.weeks()), "tia")
                : meeting);

        assertThat(bench.pluginViolations(plan))
                .extracting(RuleViolation::rule)
                .doesNotContain("small-groups.group-tutors");
        assertThat(bench.pluginViolations(plan.withMeetings(meetings)))
                .extracting(RuleViolation::rule)
                .contains("small-groups.group-tutors");
    }

    @Test
    void tutorWhoStandsInOnOneDateIsNotCounted() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses().tutor("tia");
        school.tutorsPerGroup = 2;
        var bench = withBothSessions(school).seat(SECOND + "#0", "ann");
        var plan = bench.timetable();
        var one = plan.meetings().stream()
                .filter(meeting -> meeting.sessionId().value().equals(SECOND))
                .findFirst()
                .orElseThrow();
        var meetings = new ArrayList<>(plan.meetings());
        meetings.remove(one);
        var first = new TreeSet<>(one.weeks().headSet(one.weeks().last()));
        var last = new TreeSet<>(one.weeks().tailSet(one.weeks().last()));
        meetings.add(part(one, "1", first, "ann"));
        meetings.add(part(one, "2", last, "tia"));
        assertThat(bench.pluginViolations(plan.withMeetings(meetings)))
                .extracting(RuleViolation::rule)
                .doesNotContain("small-groups.group-tutors");
    }
}
