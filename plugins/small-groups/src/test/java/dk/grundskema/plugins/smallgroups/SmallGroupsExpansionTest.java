package dk.grundskema.plugins.smallgroups;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SmallGroupsExpansionTest {
    private static Demand expand(SmallGroupsSchoolBuilder school) {
        return SmallGroupsExpansion.of(school.intervention(), school.problem(), List.of());
    }

    private static Session session(Demand demand, String id) {
        return demand.sessions().stream()
                .filter(one -> one.id().equals(new SessionId(id)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void neighboursInTheOrderOfStudentsHaveSimilarLevels() {
        var grouping =
                expand(SmallGroupsSchoolBuilder.withTwoClasses()).groupings().getFirst();

        assertThat(grouping.students()).extracting(StudentId::value).containsExactly("a1", "a2", "b1", "a3", "b2");
        assertThat(grouping.mayStayEmpty()).isTrue();
        assertThat(grouping.needOf(new StudentId("b1"))).isEqualTo(8);
    }

    @Test
    void thereAreAsManyGroupsAsCandidatesTutorsAndPlannerAllow() {
        assertThat(expand(SmallGroupsSchoolBuilder.withTwoClasses())
                        .groupings()
                        .getFirst()
                        .groups())
                .hasSize(2);

        var few = SmallGroupsSchoolBuilder.withTwoClasses();
        few.mostGroups = 1;
        assertThat(expand(few).groupings().getFirst().groups()).hasSize(1);

        var tired = SmallGroupsSchoolBuilder.withTwoClasses();
        tired.tutors.clear();
        tired.tutors.add(new Tutor(new StaffId("tom"), List.of(), null, null, 2));
        assertThat(expand(tired).groupings().getFirst().groups()).hasSize(1);
    }

    @Test
    void timesAreUsableAndSuitEnoughCandidatesForAGroup() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        school.usable.add(SmallGroupsSchoolBuilder.usable("09:00", "09:30"));
        List.of("a1", "a2", "a3", "b1").forEach(one -> school.away(one, "14:00", "14:30"));

        var times = session(expand(school), "sg/small-group/dan/town/1/1").times();

        assertThat(times).isNotEmpty().allSatisfy(time -> {
            assertThat(time.start()).isIn(LocalTime.of(8, 0), LocalTime.of(8, 30), LocalTime.of(14, 30));
            assertThat(time.weeks()).hasSize(3);
        });
    }

    @Test
    void roomsAreThoseNamedOrElseTheClassroomsOfTheSite() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses()
                .room("gym", null, "gym")
                .room("far", new SiteId("village"), "classroom");
        assertThat(session(expand(school), "sg/small-group/dan/town/1/1").rooms())
                .containsExactly(new RoomId("r1"), new RoomId("r2"));

        school.named.addAll(List.of(new RoomId("far"), new RoomId("gym")));
        assertThat(session(expand(school), "sg/small-group/dan/town/1/1").rooms())
                .containsExactly(new RoomId("gym"));
    }

    @Test
    void closedDaysAndInterruptedWeeksAreLeftOut() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses().closed("2026-08-17");
        var camp = new DateSpan(LocalDate.parse("2026-08-25"), LocalDate.parse("2026-08-27"));

        var demand = SmallGroupsExpansion.of(school.intervention(), school.problem(), List.of(camp));

        var monday = session(demand, "sg/small-group/dan/town/1/1").times().getFirst();
        assertThat(monday.weeks()).containsExactly(new IsoWeek(2026, 36), new IsoWeek(2026, 37));
    }

    @Test
    void oneTutorHoldsAllSessionsOfAGroupAndTalksWakeWithIt() {
        var demand = expand(SmallGroupsSchoolBuilder.withTwoClasses());

        var tutor = demand.seats().getFirst();
        assertThat(tutor.sessions()).hasSize(2 + 3);
        assertThat(tutor.candidates()).containsExactly(new StaffId("ann"), new StaffId("tom"));
        assertThat(demand.sessions()).allMatch(one -> one.awakeWith() != null && !one.required());
        assertThat(session(demand, "sg/talk/dan/town/1/before").times())
                .allMatch(time -> time.weeks().equals(new java.util.TreeSet<>(List.of(SmallGroupsSchoolBuilder.W33))));
        assertThat(session(demand, "sg/talk/dan/town/1/after").times())
                .allMatch(time -> time.weeks().first().equals(SmallGroupsSchoolBuilder.W33.plus(4)));
    }

    @Test
    void tutorsWhoseTrainingRunsOutAreNoCandidates() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        school.tutors.set(1, new Tutor(new StaffId("tom"), List.of(), null, LocalDate.parse("2026-09-03"), null));
        assertThat(expand(school).seats().getFirst().candidates()).containsExactly(new StaffId("ann"));

        school.tutors.set(1, new Tutor(new StaffId("tom"), List.of(), null, LocalDate.parse("2026-09-04"), null));
        assertThat(expand(school).seats().getFirst().candidates()).hasSize(2);
    }

    @Test
    void lessonsOfTutorsInUsableTimeCanBeCovered() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses()
                .lesson("late", "4b", "ENG", java.time.DayOfWeek.MONDAY, "14:10", "tom");
        assertThat(expand(school).sessions()).noneMatch(one -> one.kind().equals("cover"));

        school.cover.add(new StaffId("max"));
        var covers = expand(school).sessions().stream()
                .filter(one -> one.kind().equals("cover"))
                .toList();

        assertThat(covers).hasSize(1);
        var relief = Objects.requireNonNull(covers.getFirst().relief());
        assertThat(relief.staff()).isEqualTo(new StaffId("tom"));
        assertThat(relief.weeks()).hasSize(3);
    }

    @Test
    void studentsWhoMayMissLessonsHaveSeparateGroups() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses().excuse("a1", "a2");

        var groupings = expand(school).groupings();

        assertThat(groupings).hasSize(2);
        var apart = groupings.getLast();
        assertThat(apart.students()).extracting(StudentId::value).containsExactly("a1", "a2");
        var excuse =
                session(expand(school), "sg/small-group/dan/town/outside-1/1/1").excuse();
        assertThat(Objects.requireNonNull(excuse).by()).isEqualTo("Head teacher");
        assertThat(session(expand(school), "sg/small-group/dan/town/1/1").excuse())
                .isNull();
    }

    @Test
    void gatheringsOfTutorsAreOnTheirDates() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses().person("psy");
        school.gatherings.add(new Gathering(
                Gathering.Kind.SUPERVISION,
                null,
                LocalDate.parse("2026-08-27"),
                LocalTime.of(15, 0),
                LocalTime.of(16, 0),
                List.of(),
                new StaffId("psy")));

        var demand = expand(school);

        var supervision = session(demand, "sg/supervision/2026-08-27/15:00");
        assertThat(supervision.title()).isEqualTo("supervision");
        assertThat(demand.seats().stream()
                        .filter(seat -> seat.sessions().contains(supervision.id()))
                        .flatMap(seat -> seat.candidates().stream()))
                .containsExactly(new StaffId("psy"), new StaffId("ann"), new StaffId("tom"));
    }

    @Test
    void eachSessionAndTalkHasATutorsSeatIfAGroupMayHaveSeveral() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses();
        school.tutorsPerGroup = 2;

        var demand = expand(school);

        var tutors = demand.seats().stream()
                .filter(one -> one.role().equals("tutor"))
                .toList();
        assertThat(tutors).hasSize(2 * (2 + 3)).allSatisfy(one -> {
            assertThat(one.sessions()).hasSize(1);
            assertThat(one.required()).isTrue();
            assertThat(one.candidates()).containsExactly(new StaffId("ann"), new StaffId("tom"));
        });
        assertThat(tutors.getFirst().id().value()).isEqualTo("sg/small-group/dan/town/1/1#0");
        assertThat(demand.neighbourhoods()).hasSize(2);
        assertThat(demand.neighbourhoods().getFirst().seats()).hasSize(2 + 3);
    }
}
