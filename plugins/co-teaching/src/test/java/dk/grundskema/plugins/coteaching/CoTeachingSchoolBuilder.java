package dk.grundskema.plugins.coteaching;

import static dk.grundskema.solver.testkit.RoomBuilder.aRoom;
import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.testkit.LessonBuilder;
import dk.grundskema.solver.testkit.SchoolBuilder;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Builds a small school: classes with a lesson each hour from 8, each class with its own teacher, by default four weeks. */
final class CoTeachingSchoolBuilder {
    static final IsoWeek W33 = new IsoWeek(2026, 33);

    private final SchoolBuilder school = SchoolBuilder.school(W33, 4);
    private CoTeachingParameters parameters = CoTeachingParameters.defaults();

    static CoTeachingSchoolBuilder smallSchool() {
        return new CoTeachingSchoolBuilder();
    }

    CoTeachingSchoolBuilder weeks(int value) {
        school.weeks(value);
        return this;
    }

    CoTeachingSchoolBuilder danish() {
        school.language(Language.DA);
        return this;
    }

    CoTeachingSchoolBuilder closed(String date) {
        school.closed(date);
        return this;
    }

    CoTeachingSchoolBuilder person(String id, String... skills) {
        return person(id, 37, Availability.always(), skills);
    }

    CoTeachingSchoolBuilder person(String id, double contract, Availability availability, String... skills) {
        school.staff(aStaffMember(id).contract(contract).available(availability).skills(skills));
        return this;
    }

    CoTeachingSchoolBuilder room(String id) {
        return room(id, "classroom");
    }

    CoTeachingSchoolBuilder room(String id, String kind) {
        school.room(aRoom(id).kind(kind));
        return this;
    }

    /** All lessons so far are in a room. */
    CoTeachingSchoolBuilder lessonsIn(String room) {
        school.changeLessons(lesson -> lesson.room(room));
        return this;
    }

    CoTeachingSchoolBuilder group(String id) {
        school.group(id, id.toUpperCase(Locale.ROOT), Group.Kind.CLASS, List.of());
        return this;
    }

    /** A lesson of 45 minutes in all weeks; missing staff members are added. */
    CoTeachingSchoolBuilder lesson(
            String id, String group, String subject, DayOfWeek day, String start, String... teachers) {
        return lesson(id, group, subject, day, start, 45, week -> true, teachers);
    }

    CoTeachingSchoolBuilder lesson(
            String id,
            String group,
            String subject,
            DayOfWeek day,
            String start,
            int minutes,
            Predicate<IsoWeek> held,
            String... teachers) {
        group(group);
        school.teachersIfAbsent(Arrays.stream(teachers).map(StaffId::new).toArray(StaffId[]::new));
        var from = LocalTime.parse(start);
        var in = new TreeSet<>(school.allWeeks());
        in.removeIf(held.negate());
        school.lesson(id, new MeetingTime(in, day, from, from.plusMinutes(minutes)), subject, group, teachers);
        return this;
    }

    /** Adds a number of lessons a day from Monday to Friday, one each hour from 8, by one teacher. */
    CoTeachingSchoolBuilder week(String group, int aDay, String teacher) {
        for (int day = 1; day <= 5; day++) {
            for (int n = 0; n < aDay; n++) {
                lesson(
                        group + "-" + day + "-" + n,
                        group,
                        n % 2 == 0 ? "DAN" : "MAT",
                        DayOfWeek.of(day),
                        "%02d:00".formatted(8 + n),
                        teacher);
            }
        }
        return this;
    }

    CoTeachingSchoolBuilder change(String lesson, UnaryOperator<LessonBuilder> how) {
        school.changeLesson(lesson, how);
        return this;
    }

    CoTeachingSchoolBuilder lock(SessionLock lock) {
        school.lock(lock);
        return this;
    }

    CoTeachingSchoolBuilder parameters(CoTeachingParameters value) {
        parameters = value;
        return this;
    }

    CoTeachingSchoolBuilder needs(List<ClassNeed> classes, List<CoTeacher> pool) {
        return parameters(CoTeachingParameters.of(classes, pool));
    }

    Intervention<CoTeachingParameters> intervention() {
        return new Intervention<>(new InterventionId("co"), "co-teaching", "Co-teaching", parameters);
    }

    Problem problem() {
        return school.intervention(intervention()).build();
    }

    static ClassNeed need(String group, CoTeachingType scheme) {
        return ClassNeed.of(new GroupId(group), scheme, ClassNeed.USUAL_NEED);
    }

    static ClassNeed need(String group, CoTeachingType scheme, double lessons, int need) {
        return new ClassNeed(
                new GroupId(group),
                scheme,
                lessons,
                List.of(),
                TeachingForm.ONE_ASSISTS,
                new TreeMap<>(),
                need,
                null,
                null,
                List.of(),
                null);
    }

    static CoTeacher coTeacher(String person, double lessons, CoTeachingType... schemes) {
        return new CoTeacher(
                new StaffId(person),
                new TreeSet<>(List.of(schemes)),
                lessons,
                null,
                0,
                null,
                List.of(),
                List.of(),
                null);
    }
}
