package dk.grundskema.plugins.workshopband;

import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.Period;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import dk.grundskema.solver.testkit.SchoolBuilder;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Builds a school of two classes with four students each and a band of three weeks with three workshops. */
final class BandSchoolBuilder {
    private final SchoolBuilder school;
    private final List<Workshop> workshops = new ArrayList<>();
    private final List<WorkshopWish> wishes = new ArrayList<>();
    private List<UsableTime> band = List.of(part("12:00", "13:30", DayOfWeek.TUESDAY, DayOfWeek.THURSDAY));
    private List<String> classes = List.of("4A", "4B");
    private RoundLength round = RoundLength.WEEK;
    private int weeks = 3;
    private int mostTimes = 2;

    BandSchoolBuilder() {
        this(3);
    }

    /** Builds a school whose plan has some weeks. */
    BandSchoolBuilder(int plannedWeeks) {
        school = SchoolBuilder.school(plannedWeeks)
                .room("hall", 30)
                .room("kitchen", 8)
                .room("studio", 20)
                .teacher("anna", "teacher")
                .teacher("bo", "teacher")
                .teacher("carl", "pedagogue")
                .teacher("dina", "pedagogue")
                .schoolClass("4A", "a1", "a2", "a3", "a4")
                .schoolClass("4B", "b1", "b2", "b3", "b4");
    }

    /** Returns a band without findings. */
    static BandSchoolBuilder band() {
        return band(3);
    }

    static BandSchoolBuilder band(int plannedWeeks) {
        return new BandSchoolBuilder(plannedWeeks)
                .workshop("ball", 1, 3, null, 0, null)
                .workshop("baking", 1, 3, 1, 1, 2)
                .workshop("music", 1, 3, null, 0, null);
    }

    static UsableTime part(String start, String end, DayOfWeek... days) {
        return new UsableTime(new TreeSet<>(Arrays.asList(days)), LocalTime.parse(start), LocalTime.parse(end));
    }

    BandSchoolBuilder workshop(Workshop workshop) {
        workshops.add(workshop);
        return this;
    }

    BandSchoolBuilder workshop(
            String id, int fewest, int most, @Nullable Integer limit, int leastRounds, @Nullable Integer mostRounds) {
        return workshop(new Workshop(
                id,
                id,
                fewest,
                most,
                1,
                List.of(),
                "",
                List.of(),
                "",
                List.of(),
                List.of(),
                leastRounds,
                mostRounds,
                limit));
    }

    BandSchoolBuilder led(String id, int sections, String leader, String helperSkill) {
        return workshop(new Workshop(
                id,
                id,
                1,
                3,
                sections,
                List.of(new StaffId(leader)),
                "",
                List.of(),
                helperSkill,
                List.of(),
                List.of(),
                0,
                null,
                null));
    }

    /** Adds a workshop with a title. */
    BandSchoolBuilder titled(String id, String title) {
        return workshop(
                new Workshop(id, title, 1, 8, 1, List.of(), "", List.of(), "", List.of(), List.of(), 0, null, null));
    }

    /** Adds a workshop of three students with one possible room and leader. */
    BandSchoolBuilder in(String room, String id, String leader) {
        return workshop(new Workshop(
                id,
                id,
                1,
                3,
                1,
                List.of(new StaffId(leader)),
                "",
                List.of(),
                "",
                List.of(new RoomId(room)),
                List.of(),
                0,
                null,
                null));
    }

    /** Adds a workshop whose leader and second adult can only be the same person. */
    BandSchoolBuilder ledBySameAdult(String id, String person) {
        return workshop(new Workshop(
                id,
                id,
                1,
                3,
                1,
                List.of(new StaffId(person)),
                "",
                List.of(new StaffId(person)),
                "",
                List.of(),
                List.of(),
                0,
                null,
                null));
    }

    BandSchoolBuilder wish(String student, String workshop, int points) {
        wishes.add(new WorkshopWish(new StudentId(student), workshop, points));
        return this;
    }

    BandSchoolBuilder times(UsableTime... parts) {
        band = List.of(parts);
        return this;
    }

    BandSchoolBuilder round(RoundLength value) {
        round = value;
        return this;
    }

    BandSchoolBuilder classes(String... ids) {
        classes = List.of(ids);
        return this;
    }

    BandSchoolBuilder weeks(int value) {
        weeks = value;
        return this;
    }

    BandSchoolBuilder mostTimes(int value) {
        mostTimes = value;
        return this;
    }

    /** Locks a student to the first section of a workshop in the round of a week after the first, from 0. */
    BandSchoolBuilder lock(String student, int after, String workshop) {
        school.memberLock(student, group(after, workshop));
        return this;
    }

    /** Makes a student a member of a class in some weeks after the first, from 0, instead of in all. */
    BandSchoolBuilder memberIn(String ofClass, String student, int... after) {
        var weeks = new TreeSet<IsoWeek>();
        Arrays.stream(after).mapToObj(SchoolBuilder::week).forEach(weeks::add);
        var id = new GroupId(ofClass);
        var old = school.build().group(id).orElseThrow();
        var members = new ArrayList<>(old.members());
        members.removeIf(one -> one.studentId().equals(new StudentId(student)));
        members.add(new GroupMember(new StudentId(student), weeks));
        school.group(new Group(id, old.name(), old.kind(), members));
        return this;
    }

    /** Lets a student be away from one date to another, both included. */
    BandSchoolBuilder away(String student, LocalDate from, LocalDate until) {
        school.changeStudent(student, one -> one.except(new Period(from, until, new TreeSet<>(), null, null)));
        return this;
    }

    static String group(int after, String workshop) {
        return "band/group/" + SchoolBuilder.week(after) + "/" + workshop + "/1";
    }

    SchoolBuilder school() {
        return school;
    }

    WorkshopBandParameters parameters() {
        return new WorkshopBandParameters(
                null,
                weeks,
                band,
                round,
                classes.stream().map(GroupId::new).toList(),
                List.of(),
                workshops,
                mostTimes,
                wishes,
                null);
    }

    Problem problem() {
        return school.intervention("band", "workshop-band", parameters()).build();
    }
}
