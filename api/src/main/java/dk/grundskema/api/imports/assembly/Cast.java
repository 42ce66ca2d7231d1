package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.mapping.Course;
import dk.grundskema.api.imports.mapping.ImportMapping;
import dk.grundskema.api.imports.source.Place;
import dk.grundskema.api.imports.source.Said;
import dk.grundskema.api.imports.source.Source;
import dk.grundskema.api.imports.source.SourceBusy;
import dk.grundskema.api.imports.source.SourceGroup;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourcePerson;
import dk.grundskema.api.imports.source.SourceRoom;
import dk.grundskema.api.imports.source.SourceStudent;
import dk.grundskema.api.platform.SpokenName;
import dk.grundskema.domain.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Everybody and everything that files name, with what lists say of each. Read lists first, timetables afterwards. */
final class Cast {
    /** A civil registration number, which must not become an id. */
    private static final Pattern CIVIL = Pattern.compile("\\d{6}-?\\d{4}");

    private static final Pattern HAS_DIGIT = Pattern.compile(".*\\d.*");

    /** What ids of people begin with whom the school has no id of its own for. */
    private static final String STAFF = "staff";

    private static final String STUDENT = "student";
    private static final int LONGEST_INITIALS = 5;

    final NameBook staff;
    final NameBook classes;
    final NameBook courses;
    final NameBook rooms;
    final NameBook students;
    private final ImportMapping mapping;
    private final StudentIds.Giving ids;
    private final FindingList findings;
    private final RepeatedStaff repeatedStaff;
    private final Map<String, List<SourcePerson>> people = new HashMap<>();
    private final Map<String, SourceRoom> roomFacts = new HashMap<>();
    private final Map<String, SourceStudent> studentFacts = new HashMap<>();
    private final Map<String, Set<String>> members = new LinkedHashMap<>();
    private final Map<String, Set<String>> classesOf = new HashMap<>();
    private final Map<String, List<Period>> busy = new HashMap<>();
    private final Set<String> subjects = new HashSet<>();

    /** The class of the student who is taken in just now; empty if none is said. */
    private String entering = "";

    Cast(ImportMapping mapping, StudentIds ids, FindingList findings) {
        this.mapping = mapping;
        this.ids = ids.giving();
        this.findings = findings;
        this.repeatedStaff = new RepeatedStaff(findings);
        var staffIds = new Spelling.Ids();
        var groupIds = new Spelling.Ids();
        var roomIds = new Spelling.Ids();
        var studentIds = new Spelling.Ids();
        staff = new NameBook(mapping.staff(), (key, name) -> staffIds.free(staffId(key, name), STAFF), Cast::spoken);
        classes = new NameBook(mapping.classes(), (key, name) -> groupIds.free(Spelling.id(name), "class"));
        courses = new NameBook(mapping.classes(), (key, name) -> groupIds.free(Spelling.id(name), "course"));
        rooms = new NameBook(mapping.rooms(), (key, name) -> roomIds.free(Spelling.id(name), "room"));
        students = new NameBook(
                Collections.emptySortedMap(),
                (key, name) -> studentIds.free(studentId(key, name), STUDENT),
                Cast::spoken);
    }

    /** Whichever way a list writes a name, it is the same person. */
    static String spoken(String name) {
        return SpokenName.turned(name).orElse(name);
    }

    /** What the school itself calls somebody shortly; of names nothing. */
    private static String staffId(String key, String name) {
        return isWord(key) && (!key.equals(name) || mayBeInitials(key))
                ? Spelling.id(key)
                : Spelling.pseudonym(STAFF, name);
    }

    private static boolean mayBeInitials(String word) {
        boolean isWrittenAsName = word.length() > 2
                && Character.isUpperCase(word.charAt(0))
                && word.chars().skip(1).allMatch(Character::isLowerCase);
        return word.length() <= LONGEST_INITIALS && !isWrittenAsName;
    }

    private static boolean isWord(String key) {
        return key.codePoints().allMatch(Character::isLetterOrDigit)
                && !HAS_DIGIT.matcher(key).matches();
    }

    /** The list's own id, if it isn't a name; else one that says nothing, and is another one for a namesake in another class. */
    private String studentId(String key, String name) {
        boolean isNumber = CIVIL.matcher(key.strip()).matches();
        if (!key.equals(name) && HAS_DIGIT.matcher(key).matches() && !isNumber && !key.contains(" ")) {
            return Spelling.id(key);
        }
        return CIVIL.matcher(name.strip()).matches()
                ? ids.ofUnnamed(entering, students.size() + 1)
                : ids.of(name, mapping.classes().getOrDefault(entering, entering));
    }

    /** Takes in what lists have. */
    void takeIn(Source source) {
        Stream.of(mapping.subjects().keySet().stream(), mapping.subjects().values().stream(), subjects(source))
                .flatMap(words -> words)
                .forEach(word -> subjects.add(word.toLowerCase(Locale.ROOT)));
        source.staff().forEach(this::person);
        source.rooms()
                .forEach(room -> roomFacts.putIfAbsent(
                        rooms.enter(room.key(), room.name()).id(), room));
        source.groups().forEach(this::group);
        source.students().forEach(this::student);
        source.groups().forEach(this::membersOf);
        mapping.courses().forEach(this::course);
        source.busy().forEach(this::busy);
    }

    private static Stream<String> subjects(Source source) {
        return source.lessons().stream()
                .flatMap((SourceLesson lesson) -> Stream.ofNullable(lesson.subject()))
                .map(Said::text);
    }

    private void person(SourcePerson person) {
        NameBook.Entry entry = staff.enter(person.key(), person.name());
        List<SourcePerson> known = people.computeIfAbsent(entry.id(), any -> new ArrayList<>());
        repeatedStaff.tell(entry.label(), person, known);
        known.add(person);
    }

    private void group(SourceGroup group) {
        String id = (group.isClass() ? classes : courses)
                .enter(group.key(), group.name())
                .id();
        members.computeIfAbsent(id, any -> new LinkedHashSet<>());
        group.of()
                .forEach(one -> classesOf
                        .computeIfAbsent(id, any -> new LinkedHashSet<>())
                        .add(classes.find(one).id()));
    }

    private void student(SourceStudent student) {
        entering = student.classGroup() == null ? "" : student.classGroup().text();
        boolean named = student.key().text().equals(student.name().text());
        NameBook.Entry entry;
        if (named && students.hasIn(student.key())) {
            entry = students.enterNamesake(student.key());
            findings.warning(student.place(), "import.student.namesake");
        } else {
            entry = students.enter(student.key(), named ? null : student.name());
        }
        if (!named && CIVIL.matcher(student.key().text().strip()).matches()) {
            findings.info(student.place(), "import.student.civil-number");
        }
        studentFacts.putIfAbsent(entry.id(), student);
        if (student.classGroup() != null) {
            join(classes.find(student.classGroup()).id(), entry.id());
        }
        student.courses().forEach(course -> join(courses.find(course).id(), entry.id()));
    }

    private void join(String group, String student) {
        members.computeIfAbsent(group, any -> new LinkedHashSet<>()).add(student);
    }

    private void membersOf(SourceGroup group) {
        String id = (group.isClass() ? classes : courses)
                .enter(group.key(), group.name())
                .id();
        for (Said student : students.whole(group.students())) {
            students.seek(student)
                    .ifPresentOrElse(
                            known -> join(id, known.id()),
                            () -> findings.warning(
                                    student.place(),
                                    "import.student.unknown-in-group",
                                    group.key().text()));
        }
    }

    private void course(Course course) {
        var place = new Place("", "");
        String id = courses.enter(new Said(course.name(), place), null).id();
        for (String one : course.classes()) {
            classesOf
                    .computeIfAbsent(id, any -> new LinkedHashSet<>())
                    .add(classes.find(new Said(one, place)).id());
        }
        for (String one : course.students()) {
            students.look(one)
                    .ifPresentOrElse(
                            known -> join(id, known.id()),
                            () -> findings.error(place, "import.mapping.unknown-student", course.name()));
        }
    }

    private void busy(SourceBusy given) {
        Said who = given.who();
        var known = staff.seek(who)
                .map(entry -> "staff " + entry.id())
                .or(() -> students.seek(who).map(entry -> "student " + entry.id()))
                .or(() -> rooms.seek(who).map(entry -> "room " + entry.id()));
        if (known.isEmpty()) {
            findings.error(who.place(), "import.busy.unknown", who.text());
        }
        known.ifPresent(
                owner -> busy.computeIfAbsent(owner, any -> new ArrayList<>()).add(given.when()));
    }

    /** What lists say of a member of staff, in the order of the files; empty if none has the person. */
    List<SourcePerson> facts(String staffId) {
        return people.getOrDefault(staffId, List.of());
    }

    /** What a list says of a room. */
    Optional<SourceRoom> roomFacts(String roomId) {
        return Optional.ofNullable(roomFacts.get(roomId));
    }

    /** What a list says of a student. */
    Optional<SourceStudent> studentFacts(String studentId) {
        return Optional.ofNullable(studentFacts.get(studentId));
    }

    /** Students of a class or course, as far as they are known. */
    Set<String> members(String groupId) {
        return members.getOrDefault(groupId, Set.of());
    }

    /** Whether there are courses, and of each it is known who is in it. */
    boolean knowsAllMembers(Collection<String> courseIds) {
        return !courseIds.isEmpty()
                && courseIds.stream().noneMatch(id -> members(id).isEmpty());
    }

    /** Classes that a course's students come from, as far as it is said. */
    Set<String> classesOf(String courseId) {
        return classesOf.getOrDefault(courseId, Set.of());
    }

    /** Times of a list of busy times, of an owner such as {@code staff mh}. */
    List<Period> busy(String owner) {
        return busy.getOrDefault(owner, List.of());
    }

    /** The first class of each student, as far as it is known. */
    Map<String, String> classesOfStudents() {
        var all = new HashMap<String, String>();
        classes.entries().forEach(each -> members(each.id()).forEach(student -> all.putIfAbsent(student, each.id())));
        return all;
    }

    /** All names. */
    NameDirectory directory() {
        return new NameDirectory(staff, classes, courses, rooms, students, subjects);
    }
}
