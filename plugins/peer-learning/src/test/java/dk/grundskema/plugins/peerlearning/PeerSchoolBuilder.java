package dk.grundskema.plugins.peerlearning;

import static dk.grundskema.solver.testkit.StudentBuilder.aStudent;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.Period;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import dk.grundskema.solver.testkit.SchoolBuilder;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A small school, valid as it is: class {@code 4a} of four students {@code a1} to {@code a4} and class {@code 6b} of {@code b1} to {@code b4};
 * every weekday at 8 class 4a has DAN and 6b MAT, at 9 4a has MAT and 6b DAN, each in a classroom of its own. Sixteen weeks.
 */
final class PeerSchoolBuilder {
    static final IsoWeek W33 = new IsoWeek(2026, 33);

    private final SchoolBuilder school = SchoolBuilder.school(W33, 16);
    private final List<PeerSet> sets = new ArrayList<>();
    private final List<KeptPair> pairs = new ArrayList<>();
    private final List<StudentLevel> levels = new ArrayList<>();
    private final List<UsableTime> usable = new ArrayList<>();
    private final List<StaffId> supervisors = new ArrayList<>();
    private int planned = 16;
    private int perWeek = 2;
    private int minutes = 45;
    private int swap = 15;

    static PeerSchoolBuilder smallSchool() {
        var school = new PeerSchoolBuilder();
        school.person("ann").person("bob");
        school.classOf("4a", "a1", "a2", "a3", "a4").classOf("6b", "b1", "b2", "b3", "b4");
        for (DayOfWeek day : List.of(DayOfWeek.values()).subList(0, 5)) {
            school.lesson("4a", "DAN", day, "08:00", "ann").lesson("6b", "MAT", day, "08:00", "bob");
            school.lesson("4a", "MAT", day, "09:00", "ann").lesson("6b", "DAN", day, "09:00", "bob");
        }
        return school;
    }

    PeerSchoolBuilder person(String id) {
        school.teacher(id);
        return this;
    }

    PeerSchoolBuilder classOf(String id, String... members) {
        for (String member : members) {
            school.student(member);
        }
        school.group(id, Group.Kind.CLASS, members);
        return room("room-" + id, 30);
    }

    PeerSchoolBuilder room(String id, int capacity) {
        school.room(id, capacity);
        return this;
    }

    /** A student leaves the school after some weeks: out of the class, and away for good. */
    PeerSchoolBuilder leaves(String student, int afterWeeks) {
        var who = new StudentId(student);
        IsoWeek from = W33.plus(afterWeeks);
        for (Group group : school.build().groups()) {
            List<GroupMember> members = new ArrayList<>(group.members());
            members.replaceAll(one -> one.studentId().equals(who)
                    ? new GroupMember(who, school.allWeeks().headSet(from))
                    : one);
            school.group(new Group(group.id(), group.name(), group.kind(), members));
        }
        school.student(
                aStudent(student).except(new Period(from.date(DayOfWeek.MONDAY), null, new TreeSet<>(), null, null)));
        return this;
    }

    /** A student of no class. */
    PeerSchoolBuilder studentWithoutClass(String id) {
        school.student(id);
        return this;
    }

    PeerSchoolBuilder company(String id, List<String> wished, List<String> never) {
        school.student(aStudent(id).wishedWith(wished.toArray(String[]::new)).neverWith(never.toArray(String[]::new)));
        return this;
    }

    PeerSchoolBuilder lesson(String group, String subject, DayOfWeek day, String start, String teacher) {
        school.lesson(
                        group + "/" + subject + "/" + day.getValue() + "/" + start,
                        school.lessonTime(day, start),
                        subject,
                        group,
                        teacher)
                .inRoom("room-" + group);
        return this;
    }

    /** All lessons so far are in a room. */
    PeerSchoolBuilder lessonsIn(String room) {
        school.changeLessons(lesson -> lesson.room(room));
        return this;
    }

    /** All lessons so far are in the first weeks only. */
    PeerSchoolBuilder lessonsInFirstWeeks(int count) {
        school.changeLessons(lesson -> lesson.inWeeks(school.allWeeks().headSet(W33.plus(count))));
        return this;
    }

    /** Gives a lesson another subject. */
    PeerSchoolBuilder subject(String lesson, String subject) {
        school.changeLesson(lesson, one -> one.subject(subject));
        return this;
    }

    PeerSchoolBuilder noLessons() {
        school.lessons(List.of());
        return this;
    }

    PeerSchoolBuilder closed(String date) {
        school.closed(date);
        return this;
    }

    PeerSchoolBuilder danish() {
        school.language(Language.DA);
        return this;
    }

    PeerSchoolBuilder set(PeerSet set) {
        sets.add(set);
        return this;
    }

    PeerSchoolBuilder pair(@Nullable String confirmedBy, String... members) {
        pairs.add(new KeptPair(
                List.of(members).stream().map(StudentId::new).toList(),
                confirmedBy == null ? null : new StaffId(confirmedBy)));
        return this;
    }

    PeerSchoolBuilder level(String student, int level) {
        levels.add(new StudentLevel(new StudentId(student), level));
        return this;
    }

    PeerSchoolBuilder usable(String start, String end, DayOfWeek... days) {
        usable.add(new UsableTime(new TreeSet<>(List.of(days)), LocalTime.parse(start), LocalTime.parse(end)));
        return this;
    }

    PeerSchoolBuilder supervisor(String id) {
        supervisors.add(new StaffId(id));
        return this;
    }

    PeerSchoolBuilder lock(SessionLock lock) {
        school.lock(lock);
        return this;
    }

    PeerSchoolBuilder member(String student, String pair) {
        school.memberLock(student, pair);
        return this;
    }

    PeerSchoolBuilder numbers(int plannedWeeks, int lessonsPerWeek, int lessonMinutes, int swapMinutes) {
        planned = plannedWeeks;
        perWeek = lessonsPerWeek;
        minutes = lessonMinutes;
        swap = swapMinutes;
        return this;
    }

    Problem problem() {
        return school.intervention(intervention()).build();
    }

    Intervention<PeerLearningParameters> intervention() {
        return new Intervention<>(
                new InterventionId("peers"),
                "peer-learning",
                "Peer learning",
                new PeerLearningParameters(
                        null, planned, perWeek, minutes, swap, sets, pairs, levels, usable, supervisors));
    }

    /** Equals of one class inside its lessons. */
    static PeerSet peers(String group, String... subjects) {
        return set(group, List.of(group), List.of(), PeerSet.Form.EQUALS, MeetingPlacement.INSIDE, subjects);
    }

    /** One class tutors another inside lessons of both. */
    static PeerSet tutoring(String group, String tutors, String... subjects) {
        return set(group, List.of(group), List.of(tutors), PeerSet.Form.TUTORING, MeetingPlacement.INSIDE, subjects);
    }

    static PeerSet set(
            String id,
            List<String> classes,
            List<String> tutors,
            PeerSet.Form form,
            MeetingPlacement place,
            String... subjects) {
        return new PeerSet(
                id,
                null,
                classes.stream().map(GroupId::new).toList(),
                List.of(),
                tutors.stream().map(GroupId::new).toList(),
                List.of(),
                List.of(),
                form,
                place,
                List.of(subjects),
                List.of(),
                null,
                null);
    }

    /** The same set with limits of level. */
    static PeerSet withLimits(PeerSet set, @Nullable Integer mostApart, @Nullable Integer leastAhead) {
        return new PeerSet(
                set.id(),
                set.title(),
                set.classes(),
                set.students(),
                set.tutorClasses(),
                set.tutors(),
                set.without(),
                set.form(),
                set.place(),
                set.subjects(),
                set.rooms(),
                mostApart,
                leastAhead);
    }

    /** The same set with students named singly, some left out, and rooms to choose from. */
    static PeerSet setWith(
            PeerSet set, List<String> students, List<String> tutors, List<String> without, String... rooms) {
        return new PeerSet(
                set.id(),
                set.title(),
                set.classes(),
                students.stream().map(StudentId::new).toList(),
                set.tutorClasses(),
                tutors.stream().map(StudentId::new).toList(),
                without.stream().map(StudentId::new).toList(),
                set.form(),
                set.place(),
                set.subjects(),
                List.of(rooms).stream().map(RoomId::new).toList(),
                set.mostApart(),
                set.leastAhead());
    }
}
