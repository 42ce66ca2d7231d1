package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.Site;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Builds a small school: classes with a lesson each hour from 8, each class with its own teacher, by default four weeks. */
final class CoTeachingSchoolBuilder {
    static final IsoWeek W33 = new IsoWeek(2026, 33);

    private int weeks = 4;
    private Language language = Language.EN;
    private final SortedSet<LocalDate> closed = new TreeSet<>();
    private final Map<String, StaffMember> staff = new LinkedHashMap<>();
    private final List<Room> rooms = new ArrayList<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final List<Lesson> lessons = new ArrayList<>();
    private CoTeachingParameters parameters = CoTeachingParameters.defaults();
    private final List<SessionLock> locks = new ArrayList<>();

    static CoTeachingSchoolBuilder smallSchool() {
        return new CoTeachingSchoolBuilder();
    }

    CoTeachingSchoolBuilder weeks(int value) {
        weeks = value;
        return this;
    }

    CoTeachingSchoolBuilder danish() {
        language = Language.DA;
        return this;
    }

    CoTeachingSchoolBuilder closed(String date) {
        closed.add(LocalDate.parse(date));
        return this;
    }

    CoTeachingSchoolBuilder person(String id, String... skills) {
        return person(id, 37, Availability.always(), skills);
    }

    CoTeachingSchoolBuilder person(String id, double contract, Availability availability, String... skills) {
        staff.put(
                id,
                new StaffMember(
                        new StaffId(id),
                        "Name of " + id,
                        new TreeSet<>(List.of(skills)),
                        availability,
                        contract,
                        0,
                        List.of(),
                        null,
                        null,
                        null));
        return this;
    }

    CoTeachingSchoolBuilder room(String id) {
        return room(id, "classroom");
    }

    CoTeachingSchoolBuilder room(String id, String kind) {
        rooms.add(new Room(new RoomId(id), "Room " + id, null, kind, 30, Availability.always()));
        return this;
    }

    /** All lessons so far are in a room. */
    CoTeachingSchoolBuilder lessonsIn(String room) {
        lessons.replaceAll(one -> new Lesson(
                one.id(),
                one.title(),
                one.subject(),
                one.kind(),
                one.time(),
                one.site(),
                new RoomId(room),
                one.extraRoomIds(),
                one.groupIds(),
                one.part(),
                one.studentIds(),
                one.staffIds()));
        return this;
    }

    CoTeachingSchoolBuilder group(String id) {
        groups.put(id, new Group(new GroupId(id), id.toUpperCase(java.util.Locale.ROOT), Group.Kind.CLASS, List.of()));
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
        groups.computeIfAbsent(
                group,
                any -> new Group(
                        new GroupId(any), any.toUpperCase(java.util.Locale.ROOT), Group.Kind.CLASS, List.of()));
        for (String teacher : teachers) {
            if (!staff.containsKey(teacher)) {
                person(teacher);
            }
        }
        var from = LocalTime.parse(start);
        var in = new TreeSet<IsoWeek>();
        for (int i = 0; i < weeks; i++) {
            if (held.test(W33.plus(i))) {
                in.add(W33.plus(i));
            }
        }
        lessons.add(new Lesson(
                new LessonId(id),
                subject,
                subject,
                Lesson.Kind.TEACHING,
                new MeetingTime(in, day, from, from.plusMinutes(minutes)),
                null,
                null,
                List.of(),
                List.of(new GroupId(group)),
                false,
                List.of(),
                List.of(teachers).stream().map(StaffId::new).toList()));
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

    CoTeachingSchoolBuilder change(String lesson, UnaryOperator<Lesson> how) {
        lessons.replaceAll(one -> one.id().value().equals(lesson) ? how.apply(one) : one);
        return this;
    }

    CoTeachingSchoolBuilder lock(SessionLock lock) {
        locks.add(lock);
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
        return new Problem(
                Problem.VERSION,
                "A small school",
                language,
                new Horizon(W33, weeks, ZoneId.of("Europe/Copenhagen"), closed),
                List.of(new Site(new SiteId("school"), "School")),
                List.of(),
                rooms,
                List.of(),
                List.copyOf(staff.values()),
                List.of(),
                List.copyOf(groups.values()),
                lessons,
                WorkRules.defaults(),
                List.of(intervention()),
                locks,
                List.of(),
                new TreeMap<>());
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
                List.of());
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
