package dk.grundskema.solver.spi.toolkit;

import static dk.grundskema.solver.testkit.MeetingTimes.week;
import static dk.grundskema.solver.testkit.MeetingTimes.weeks;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FinishedInterventionTest {
    record NoParameters() {}

    private static final InterventionId CAFE = new InterventionId("cafe");
    private static final GroupId TEAM = new GroupId("team");
    private static final StudentId IDA = new StudentId("ida");
    private static final StudentId OLE = new StudentId("ole");
    private static final StudentId EVA = new StudentId("eva");
    private static final StaffId MH = new StaffId("MH");
    private static final StaffId LK = new StaffId("LK");

    private static Meeting meeting(
            InterventionId of,
            String id,
            @Nullable String origin,
            String kind,
            SortedSet<IsoWeek> weeks,
            String start,
            String end) {
        return new Meeting(
                new SessionId(id),
                origin == null ? null : new SessionId(origin),
                Collections.emptySortedSet(),
                of,
                kind,
                "",
                "Café",
                "",
                weeks,
                DayOfWeek.SATURDAY,
                LocalTime.parse(start),
                LocalTime.parse(end),
                null,
                List.of(),
                List.of(TEAM),
                List.of(EVA),
                List.of(),
                List.of(),
                List.of(
                        new MeetingSeat("tutor", MH, true, false),
                        new MeetingSeat("tutor", null, true, false),
                        new MeetingSeat("helper", LK, true, false),
                        new MeetingSeat("helper", MH, true, false)),
                new Workload(true, 100, 0),
                MeetingLock.NONE);
    }

    private final Meeting late = meeting(CAFE, "cafe/open/a/2", "cafe/open/a", "open", weeks(43, 44), "15:00", "16:00");
    private final Meeting early = meeting(CAFE, "cafe/open/b", null, "open", weeks(43), "08:00", "08:30");
    private final Meeting night = meeting(CAFE, "cafe/night", null, "night", weeks(43), "22:00", "06:00");
    private final FinishedIntervention finished = new FinishedIntervention(
            new Intervention<>(CAFE, "cafe", "Café", new NoParameters()),
            school().weeks(15)
                    .student("ida")
                    .student("ole")
                    .student("eva")
                    .group("team", Group.Kind.TEAM, "eva")
                    .build(),
            new Timetable(
                    1,
                    "0",
                    ZoneId.of("Europe/Copenhagen"),
                    1,
                    new Score(0, 0, 0),
                    List.of(),
                    List.of(new GroupMembers(TEAM, List.of(GroupMember.always(IDA), new GroupMember(OLE, weeks(44))))),
                    List.of(
                            late,
                            early,
                            night,
                            meeting(
                                    new InterventionId("other"),
                                    "other/open",
                                    null,
                                    "open",
                                    weeks(43),
                                    "09:00",
                                    "10:00")),
                    List.of()));

    @Test
    void onlyMeetingsOfTheInterventionAreRead() {
        assertThat(finished.meetings()).containsExactly(late, early, night);
        assertThat(finished.meetings("open")).containsExactly(late, early);
        assertThat(finished.meeting("open/b")).contains(early);
        assertThat(finished.meeting("open/c")).isEmpty();
    }

    @Test
    void meetingsAreInOrderOfTime() {
        assertThat(finished.meetingsByDate("open"))
                .containsExactly(
                        new FinishedIntervention.MeetingOnDate(early, LocalDate.of(2026, 10, 24)),
                        new FinishedIntervention.MeetingOnDate(late, LocalDate.of(2026, 10, 24)),
                        new FinishedIntervention.MeetingOnDate(late, LocalDate.of(2026, 10, 31)));
        assertThat(finished.meetingsByDate("open").getFirst().week()).isEqualTo(week(43));
    }

    @Test
    void partOfASplitSessionHasTheIdOfTheWhole() {
        assertThat(finished.idParts(late)).containsExactly("open", "a");
        assertThat(finished.idParts(early)).containsExactly("open", "b");
    }

    @Test
    void studentsAreMembersInTheirWeeksAndSingleStudents() {
        assertThat(finished.members(TEAM)).containsExactly(IDA, OLE);
        assertThat(finished.members(TEAM, week(43))).containsExactly(IDA);
        assertThat(finished.members(new GroupId("nobody"))).isEmpty();
        assertThat(finished.students(late, week(44))).containsExactly(IDA, OLE, EVA);
        assertThat(finished.meetingsByDateOf(OLE, "open"))
                .containsExactly(new FinishedIntervention.MeetingOnDate(late, LocalDate.of(2026, 10, 31)));
    }

    @Test
    void emptySeatsCountNoAdult() {
        assertThat(FinishedIntervention.staff(early)).containsExactly(MH, LK);
        assertThat(FinishedIntervention.staff(early, "tutor")).containsExactly(MH);
        assertThat(FinishedIntervention.staff(early, "helper")).containsExactly(LK, MH);
    }

    @Test
    void nightWhenClocksGoBackHasAnHourMoreThanByTheClock() {
        var held = finished.meetingsByDate("night").getFirst();

        assertThat(FinishedIntervention.minutes(night)).isEqualTo(480);
        assertThat(finished.minutes(held)).isEqualTo(540);
        assertThat(finished.interval(held).minutes()).isEqualTo(540);
    }

    @Test
    void lineOfATableNamesItsMeetings() {
        var asks = new FidelityReportBuilder("cafe");
        asks.itemTable("teams", List.of(TEAM), one -> one, one -> true)
                .meetings(one -> List.of(late, night))
                .numberColumn("students", one -> 2)
                .finish();

        var report = asks.build(new Intervention<>(CAFE, "cafe", "Café", new NoParameters()));
        assertThat(report.breakdowns().getFirst().lines().getFirst().sessions())
                .containsExactly(late.sessionId(), night.sessionId());
    }

    @Test
    void formedGroupsAreFoundByBothFormsOfIdAndThoseOfOtherInterventionsAreNot() {
        var cafe = new Intervention<>(CAFE, "cafe", "Café", new NoParameters());
        var later = new Intervention<>(new InterventionId("cafe-late"), "cafe", "Later", new NoParameters());
        var ids = new ArrayList<>(List.of(
                new GroupId("cafe-year-2"),
                new GroupId("cafe-x"),
                new GroupId("cafes-team-1"),
                DemandBuilder.groupIds(later, "team", 1).getFirst(),
                new GroupId("cafe/pair/a/1")));
        ids.addAll(DemandBuilder.groupIds(cafe, "first", 10));
        var problem = school().student("ida")
                .group("cafe-year-2", Group.Kind.TEAM, "ida")
                .intervention(cafe)
                .intervention(later)
                .build();
        var plan = new Timetable(
                1,
                "0",
                ZoneId.of("Europe/Copenhagen"),
                1,
                new Score(0, 0, 0),
                List.of(),
                ids.stream()
                        .map(id -> new GroupMembers(id, List.of(GroupMember.always(IDA))))
                        .toList(),
                List.of(),
                List.of());

        var of = new FinishedIntervention(cafe, problem, plan);

        assertThat(of.groupsByPrefix("")).hasSize(11);
        assertThat(of.idParts(new GroupId("cafe-first-2"))).containsExactly("first", "2");
        assertThat(of.idParts(new GroupId("cafe/pair/a/1"))).containsExactly("pair", "a", "1");
        assertThat(of.idParts(new GroupId("cafe-late-team-1"))).isEmpty();
        assertThat(of.groupsByPrefix("first")).hasSize(10);
        assertThat(of.groupsByPrefix("first/10"))
                .extracting(GroupMembers::id)
                .containsExactly(new GroupId("cafe-first-10"));
        assertThat(of.groupsByPrefix("pair/a/")).hasSize(1);
        assertThat(new FinishedIntervention(later, problem, plan).groupsByPrefix(""))
                .extracting(GroupMembers::id)
                .containsExactly(new GroupId("cafe-late-team-1"));
    }
}
