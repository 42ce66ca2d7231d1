package dk.grundskema.solver.testkit.requirement;

import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.MeetingTimes.week;
import static dk.grundskema.solver.testkit.MeetingTimes.weeks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.solver.testkit.requirement.RequiredMeetings.Content;
import dk.grundskema.solver.testkit.requirement.RequiredMeetings.WeekPart;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequiredMeetingsCheckTest {
    private static final InterventionId CAFE = new InterventionId("cafe");
    private static final GroupId RED = new GroupId("red");
    private static final MeetingTime MONDAYS = time(DayOfWeek.MONDAY, "08:00", "09:00", 33, 34);
    private static final MeetingTime FIRST_MONDAY = time(DayOfWeek.MONDAY, "08:00", "09:00", 33);
    private static final WeekPart MONDAY = new WeekPart(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(10, 0));

    private static Meeting meeting(String id, MeetingTime time) {
        return meeting(id, time, "Café", "", Collections.emptySortedSet());
    }

    private static Meeting meeting(
            String id, MeetingTime time, String title, String subject, SortedSet<IsoWeek> demanded) {
        return new Meeting(
                new SessionId(id),
                null,
                demanded,
                CAFE,
                "open",
                "",
                title,
                subject,
                time.weeks(),
                time.weekday(),
                time.start(),
                time.end(),
                null,
                List.of(),
                List.of(RED),
                List.of(),
                List.of(),
                List.of(),
                List.of(new MeetingSeat("host", null, true, false)),
                Workload.defaults(),
                MeetingLock.NONE);
    }

    /** One meeting of an hour in each of two weeks, on Monday mornings. */
    private static RequiredMeetings.Builder weekly() {
        return RequiredMeetings.builder("Café", "open")
                .groups(List.of(RED))
                .weeks(weeks(33, 34))
                .minutes(60)
                .times(List.of(MONDAY))
                .seats(1, "host", true);
    }

    private static List<RuleViolation> faults(List<Meeting> meetings, RequiredMeetings.Builder... required) {
        List<RequiredMeetings> all =
                Arrays.stream(required).map(RequiredMeetings.Builder::build).toList();
        return RequiredMeetingsCheck.check(meetings, all, LocalDate.of(2026, 8, 31)::equals);
    }

    private static Tuple fault(String rule, long amount, Object... arguments) {
        return tuple("core." + rule, amount, List.of(arguments));
    }

    private static void assertFaults(List<RuleViolation> faults, Tuple... expected) {
        assertThat(faults)
                .extracting(RuleViolation::rule, RuleViolation::amount, RuleViolation::arguments)
                .containsExactly(expected);
    }

    @Test
    void meetingInEachWeekAtAnAllowedTimeIsAsRequired() {
        assertFaults(faults(List.of(meeting("a", MONDAYS)), weekly()));
        assertFaults(faults(
                List.of(
                        meeting("a", time(DayOfWeek.MONDAY, "08:00", "09:00", 33)),
                        meeting("b", time(DayOfWeek.MONDAY, "09:00", "10:00", 34))),
                weekly()));
    }

    @Test
    void eachMissingWeekIsReportedAndMissingWeeksAltogetherOnce() {
        assertFaults(
                faults(List.of(meeting("a", time(DayOfWeek.MONDAY, "08:00", "09:00", 33))), weekly()),
                fault("required-in-week", 1, "Café", 1, List.of(RED), week(34)));
        assertFaults(faults(List.of(), weekly()), fault("required-meetings", 2, "Café", 1, List.of(RED)));
        assertFaults(
                faults(List.of(meeting("a", MONDAYS)), weekly().count(3).altogether()),
                fault("required-meetings", 1, "Café", 1, List.of(RED)));
        assertFaults(faults(List.of(), weekly().required(false)));
    }

    @Test
    void meetingThatNoRequirementAcceptsIsReportedWithTheReason() {
        var id = new SessionId("b");
        Meeting good = meeting("a", MONDAYS);
        assertFaults(
                faults(List.of(good, meeting("b", time(DayOfWeek.MONDAY, "09:00", "10:00", 34))), weekly()),
                fault("more-than-required", 1, id, week(34)));
        assertFaults(
                faults(List.of(good, meeting("b", time(DayOfWeek.MONDAY, "09:00", "10:00", 35))), weekly()),
                fault("asked-other-week", 1, id, week(35)));
        assertFaults(
                faults(List.of(good, meeting("b", time(DayOfWeek.MONDAY, "08:00", "08:40", 34))), weekly()),
                fault("asked-length", 20, id, 40L, 60L));
        assertFaults(
                faults(List.of(good, meeting("b", time(DayOfWeek.MONDAY, "09:30", "10:30", 34))), weekly()),
                fault("asked-time", 1, id, LocalDate.of(2026, 8, 17), LocalTime.of(9, 30), LocalTime.of(10, 30)));
        assertFaults(
                faults(List.of(good, meeting("b", MONDAYS)), weekly().groups(List.of())),
                fault("required-meetings", 2, "Café", 0, List.of()),
                fault("not-required", 1, new SessionId("a")),
                fault("not-required", 1, id));
    }

    @Test
    void meetingAtAnotherTimeInSeveralWeeksIsReportedOnceAndIsNotMissing() {
        assertFaults(
                faults(List.of(meeting("a", time(DayOfWeek.MONDAY, "03:00", "04:00", 33, 34))), weekly()),
                fault(
                        "asked-time",
                        1,
                        new SessionId("a"),
                        LocalDate.of(2026, 8, 10),
                        LocalTime.of(3, 0),
                        LocalTime.of(4, 0)));
    }

    @Test
    void holderWhoIsNoCandidateIsReported() {
        Meeting meeting = withSeats(seat("ann"), seat("bo"));
        var ann = new StaffId("ann");
        var bo = new StaffId("bo");
        assertFaults(faults(List.of(meeting), seatless().seats(2, "host", true)));
        assertFaults(faults(
                List.of(meeting),
                seatless().seats(1, "host", true, List.of(bo)).seats(1, "host", true, List.of(ann, bo))));
        assertFaults(
                faults(List.of(meeting), seatless().seats(2, "host", true, List.of(ann))),
                fault("asked-holder", 1, bo, new SessionId("a")));
        assertFaults(
                faults(
                        List.of(withSeats(seat("ann"), seat("bo"))),
                        seatless().seats(1, "host", true, List.of()).seats(1, "host", true, List.of(ann))),
                fault("asked-holder", 1, bo, new SessionId("a")));
        assertFaults(faults(
                List.of(withSeats(seat(null), seat("ann"))),
                seatless().seats(1, "host", true, List.of(ann)).seats(1, "host", true, List.of(bo))));
    }

    private static MeetingSeat seat(@Nullable String holder) {
        return new MeetingSeat("host", holder == null ? null : new StaffId(holder), true, false);
    }

    private static Meeting withSeats(MeetingSeat... seats) {
        return inPlace(null, List.of(), List.of(), seats);
    }

    private static Meeting inPlace(
            @Nullable String room, List<RoomId> further, List<StudentId> excused, MeetingSeat... seats) {
        return new Meeting(
                new SessionId("a"),
                null,
                Collections.emptySortedSet(),
                CAFE,
                "open",
                "",
                "Café",
                "",
                MONDAYS.weeks(),
                MONDAYS.weekday(),
                MONDAYS.start(),
                MONDAYS.end(),
                room == null ? null : new RoomId(room),
                further,
                List.of(RED),
                List.of(),
                excused,
                List.of(),
                List.of(seats),
                Workload.defaults(),
                MeetingLock.NONE);
    }

    private static RequiredMeetings.Builder seatless() {
        return RequiredMeetings.builder("Café", "open")
                .groups(List.of(RED))
                .weeks(weeks(33, 34))
                .minutes(60)
                .times(List.of(MONDAY));
    }

    @Test
    void anotherRoomThanPermittedIsReported() {
        var id = new SessionId("a");
        var hall = new RoomId("hall");
        var kitchen = new RoomId("kitchen");
        Meeting inHall = inPlace("hall", List.of(), List.of());
        assertFaults(faults(List.of(inHall), seatless()));
        assertFaults(faults(List.of(inHall), seatless().rooms(List.of(kitchen, hall))));
        assertFaults(faults(List.of(inHall), seatless().rooms(List.of(kitchen))), fault("room-kind", 1, id, hall));
        assertFaults(faults(List.of(inHall), seatless().rooms(List.of())), fault("room-kind", 1, id, hall));
        Meeting nowhere = inPlace(null, List.of(), List.of());
        assertFaults(faults(List.of(nowhere), seatless().rooms(List.of(hall))), fault("missing-room", 1, id));
        assertFaults(faults(List.of(nowhere), seatless().rooms(List.of())));
        Meeting inBoth = inPlace("hall", List.of(kitchen), List.of());
        assertFaults(faults(List.of(inBoth), seatless().rooms(List.of(hall))), fault("asked-rooms", 1, id));
        assertFaults(faults(List.of(inBoth), seatless().furtherRooms(List.of(kitchen))));
        assertFaults(
                faults(List.of(inBoth), seatless().furtherRooms(List.of(hall))), fault("room-kind", 1, id, kitchen));
    }

    @Test
    void excusedStudentIsReportedUnlessADecisionIsPossible() {
        var ada = new StudentId("ada");
        Meeting excusing = inPlace(null, List.of(), List.of(ada));
        assertFaults(faults(List.of(excusing), seatless()));
        assertFaults(faults(List.of(excusing), seatless().mayExcuse(true)));
        assertFaults(
                faults(List.of(excusing), seatless().mayExcuse(false)),
                fault("excused-without-reason", 1, ada, new SessionId("a")));
    }

    @Test
    void meetingOfTheWholePartHasItsLength() {
        var whole = weekly().minutes(0);
        assertFaults(faults(List.of(meeting("a", time(DayOfWeek.MONDAY, "08:00", "10:00", 33, 34))), whole));
        assertThat(faults(List.of(meeting("a", MONDAYS)), whole))
                .extracting(RuleViolation::rule)
                .containsExactly("core.asked-length");
    }

    @Test
    void meetingOfAnotherLengthIsReportedOnceAndIsNotMissing() {
        var id = new SessionId("a");
        var once = weekly().weeks(weeks(33));
        assertFaults(
                faults(List.of(meeting("a", time(DayOfWeek.MONDAY, "08:00", "08:40", 33))), once),
                fault("asked-length", 20, id, 40L, 60L));
        assertFaults(
                faults(List.of(meeting("a", time(DayOfWeek.MONDAY, "09:00", "10:30", 33))), once),
                fault("asked-length", 30, id, 90L, 60L));
        assertThat(faults(List.of(meeting("a", time(DayOfWeek.MONDAY, "09:01", "10:30", 33))), once))
                .as("it would be too late at any length")
                .extracting(RuleViolation::rule)
                .containsExactly("core.asked-time");
    }

    @Test
    void partOfASingleDateCountsInItsWeekOnly() {
        var dated = weekly().times(List.of(WeekPart.on(LocalDate.of(2026, 8, 10), MONDAY.from(), MONDAY.to())))
                .count(1)
                .altogether();

        assertFaults(faults(List.of(meeting("a", time(DayOfWeek.MONDAY, "08:00", "09:00", 33))), dated));
        assertThat(faults(List.of(meeting("a", time(DayOfWeek.MONDAY, "08:00", "09:00", 34))), dated))
                .extracting(RuleViolation::rule)
                .containsExactly("core.asked-time");
    }

    @Test
    void closedDateIsAcceptedOnlyWhereItIsRequiredItself() {
        MeetingTime closed = time(DayOfWeek.MONDAY, "08:00", "09:00", 36);
        assertThat(faults(List.of(meeting("a", closed)), weekly().weeks(weeks(36))))
                .extracting(RuleViolation::rule)
                .containsExactly("core.asked-time");
        assertFaults(faults(
                List.of(meeting("a", closed)),
                weekly().weeks(weeks(36))
                        .times(List.of(WeekPart.on(LocalDate.of(2026, 8, 31), MONDAY.from(), MONDAY.to())))));
    }

    @Test
    void partPastMidnightContainsWhatStartsBefore() {
        var night = new WeekPart(DayOfWeek.MONDAY, LocalTime.of(22, 0), LocalTime.of(1, 0));

        assertFaults(faults(
                List.of(meeting("a", time(DayOfWeek.MONDAY, "23:30", "00:30", 33, 34))),
                weekly().times(List.of(night))));
    }

    @Test
    void seatsWorkAndContentAreCompared() {
        var id = new SessionId("a");
        MeetingTime once = time(DayOfWeek.MONDAY, "08:00", "09:00", 33);
        var required = weekly().weeks(weeks(33));
        assertFaults(
                faults(
                        List.of(meeting("a", once)),
                        required.seats(1, "guest", false)
                                .workload(new Workload(true, 50, 0))
                                .content(null, "Danish", "")),
                fault("asked-content", 1, id),
                fault("asked-workload", 1, id),
                fault("asked-seats", 1, id));
        var nobody = RequiredMeetings.builder("Café", "open")
                .groups(List.of(RED))
                .weeks(weeks(33))
                .minutes(60)
                .times(List.of(MONDAY));
        assertFaults(faults(List.of(meeting("a", once)), nobody));
        assertFaults(
                faults(
                        List.of(meeting("a", once)
                                .withSeats(List.of(new MeetingSeat("host", new StaffId("ann"), true, false)))),
                        nobody),
                fault("more-staff-than-asked", 1, id));
    }

    @Test
    void requirementTakesTheMeetingWithItsContentBeforeOthers() {
        var danish = weekly().contents(List.of(new Content("Danish café", "Danish", null)));
        var maths = weekly().contents(List.of(new Content(null, "Maths", null), new Content(null, "Music", null)));
        Meeting first = meeting("a", MONDAYS, "Maths café", "Maths", Collections.emptySortedSet());
        Meeting second = meeting("b", MONDAYS, "Danish café", "Danish", Collections.emptySortedSet());

        assertFaults(faults(List.of(first, second), danish, maths));
        assertFaults(faults(List.of(second, first), maths, danish));
    }

    @Test
    void dateThatWasMovedByHandStandsForItsWeek() {
        Meeting moved = meeting("a", time(DayOfWeek.MONDAY, "08:00", "09:00", 37), "Café", "", weeks(34));

        assertFaults(faults(List.of(meeting("a", time(DayOfWeek.MONDAY, "08:00", "09:00", 33)), moved), weekly()));
    }

    @Test
    void meetingWithTheIdOfSomethingElseIsReported() {
        assertFaults(faults(
                List.of(meeting("a", FIRST_MONDAY)), weekly().weeks(weeks(33)).id("a")));
        assertFaults(
                faults(
                        List.of(meeting("b", FIRST_MONDAY)),
                        weekly().weeks(weeks(33)).id("a")),
                fault("asked-content", 1, new SessionId("b")));
    }

    @Test
    void requirementTakesTheMeetingWithItsIdFirst() {
        Meeting first = meeting("a", time(DayOfWeek.MONDAY, "08:00", "09:00", 33, 34));
        Meeting second = meeting("b", time(DayOfWeek.MONDAY, "09:00", "10:00", 33, 34));

        assertFaults(faults(List.of(first, second), weekly().id("b"), weekly().id("a")));
    }

    @Test
    void studentsAreTakenOutOfTheRequiredMeetingsOnly() {
        assertFaults(
                faults(
                        List.of(meeting("a", FIRST_MONDAY)),
                        weekly().weeks(weeks(33)).within(List.of(new SessionId("lunch")))),
                fault("asked-within", 1, new SessionId("a")));
    }

    @Test
    void holderWhoHasFewestMeetingsOfASeriesIsReported() {
        var hosts = List.of(new StaffId("ann"), new StaffId("bo"));
        var twice = seatless().weeks(weeks(33, 34, 35)).seats(1, "host", true, hosts, "hosts");
        Meeting usual = withSeats(seat("ann"));
        Meeting other =
                meeting("b", time(DayOfWeek.MONDAY, "08:00", "09:00", 35)).withSeats(List.of(seat("bo")));

        assertFaults(
                faults(List.of(usual, other), twice),
                fault("asked-same-holder", 1, new StaffId("bo"), new SessionId("b")));
        assertFaults(faults(List.of(usual, other.withSeats(List.of(seat("ann")))), twice));
        assertFaults(faults(
                List.of(usual, other), seatless().weeks(weeks(33, 34, 35)).seats(1, "host", true, hosts, null)));
    }
}
