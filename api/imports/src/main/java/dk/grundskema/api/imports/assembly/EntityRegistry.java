package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.documents.problem.PersonNameFormatter;
import dk.grundskema.api.imports.mappingfile.Course;
import dk.grundskema.api.imports.mappingfile.ImportMapping;
import dk.grundskema.api.imports.source.SourceBusyTime;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceGroup;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceRoom;
import dk.grundskema.api.imports.source.SourceStaffMember;
import dk.grundskema.api.imports.source.SourceStudent;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.domain.people.StudentName;
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

/**
 * All people, classes, courses, rooms and students that the files name, with the facts of the lists. Each kind has a {@link NameIndex},
 * which maps words to entries; facts, members and busy times are stored by the entries' ids. Register the lists first and the timetables
 * afterwards, so that a word in a timetable refers to a listed entry. Ids of people must not reveal names: staff get initials or a
 * pseudonym, students the list's id or a keyed pseudonym.
 */
final class EntityRegistry {
    /** A Danish civil registration number (CPR), which must not become an id. */
    private static final Pattern CIVIL = Pattern.compile("\\d{6}-?\\d{4}");

    private static final Pattern HAS_DIGIT = Pattern.compile(".*\\d.*");

    /** Prefix of generated ids of people without an id of the school. */
    private static final String STAFF = "staff";

    private static final String STUDENT = "student";
    private static final int LONGEST_INITIALS = 5;

    final NameIndex staff;
    final NameIndex classes;
    final NameIndex courses;
    final NameIndex rooms;
    final NameIndex students;
    private final ImportMapping mapping;
    private final StudentIdScheme.StudentIdAllocator ids;
    private final FileFindingList findings;
    private final RepeatedStaffChecker repeatedStaff;
    private final Map<String, List<SourceStaffMember>> people = new HashMap<>();
    private final Map<String, SourceRoom> roomFacts = new HashMap<>();
    private final Map<String, SourceStudent> studentFacts = new HashMap<>();
    private final Map<String, Set<String>> members = new LinkedHashMap<>();
    private final Map<String, Set<String>> classesOf = new HashMap<>();
    private final Map<String, List<Period>> busy = new HashMap<>();
    private final Set<String> subjects = new HashSet<>();

    /** The class of the student who is being registered; empty if unknown. */
    private String entering = "";

    EntityRegistry(ImportMapping mapping, StudentIdScheme ids, FileFindingList findings) {
        this.mapping = mapping;
        this.ids = ids.newAllocator();
        this.findings = findings;
        this.repeatedStaff = new RepeatedStaffChecker(findings);
        var staffIds = new NameNormalizer.IdAllocator();
        var groupIds = new NameNormalizer.IdAllocator();
        var roomIds = new NameNormalizer.IdAllocator();
        var studentIds = new NameNormalizer.IdAllocator();
        staff = new NameIndex(
                mapping.staff(),
                (key, name) -> staffIds.allocate(staffId(key, name), STAFF),
                EntityRegistry::toSpokenOrder);
        classes =
                new NameIndex(mapping.classes(), (key, name) -> groupIds.allocate(NameNormalizer.toId(name), "class"));
        courses =
                new NameIndex(mapping.classes(), (key, name) -> groupIds.allocate(NameNormalizer.toId(name), "course"));
        rooms = new NameIndex(mapping.rooms(), (key, name) -> roomIds.allocate(NameNormalizer.toId(name), "room"));
        students = new NameIndex(
                Collections.emptySortedMap(),
                (key, name) -> studentIds.allocate(studentId(key, name), STUDENT),
                EntityRegistry::toSpokenOrder);
    }

    /** Returns a name with given names first, so that both spellings are the same person. */
    static String toSpokenOrder(String name) {
        return PersonNameFormatter.reorderLastNameFirst(name).orElse(name);
    }

    /** Returns the school's short name for a staff member as an id; a pseudonym if there is only a full name. */
    private static String staffId(String key, String name) {
        return isWord(key) && (!key.equals(name) || mayBeInitials(key))
                ? NameNormalizer.toId(key)
                : NameNormalizer.pseudonym(STAFF, name);
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

    /**
     * Returns the list's own id unless it is a name or a civil registration number; else a pseudonym, which depends on the class so that
     * namesakes differ.
     */
    private String studentId(String key, String name) {
        boolean isNumber = CIVIL.matcher(key.strip()).matches();
        if (!key.equals(name) && HAS_DIGIT.matcher(key).matches() && !isNumber && !key.contains(" ")) {
            return NameNormalizer.toId(key);
        }
        return CIVIL.matcher(name.strip()).matches()
                ? ids.allocateUnnamed(entering, students.size() + 1)
                : ids.allocate(name, mapping.classes().getOrDefault(entering, entering));
    }

    /** Registers everything in the lists. */
    void registerAll(SourceData source) {
        Stream.of(staff, classes, courses, rooms, students).forEach(book -> book.keepApart(source.exact()));
        Stream.of(mapping.subjects().keySet().stream(), mapping.subjects().values().stream(), lessonSubjects(source))
                .flatMap(words -> words)
                .forEach(word -> subjects.add(word.toLowerCase(Locale.ROOT)));
        source.staff().forEach(this::registerStaff);
        source.rooms()
                .forEach(room -> roomFacts.putIfAbsent(
                        rooms.register(room.key(), room.name()).id(), room));
        source.groups().forEach(this::registerGroup);
        source.students().forEach(this::registerStudent);
        source.groups().forEach(this::registerMembers);
        mapping.courses().forEach(this::registerCourse);
        source.busy().forEach(this::busy);
    }

    private static Stream<String> lessonSubjects(SourceData source) {
        return source.lessons().stream()
                .flatMap((SourceLesson lesson) -> Stream.ofNullable(lesson.subject()))
                .map(SourceText::text);
    }

    private void registerStaff(SourceStaffMember person) {
        NameIndex.Entry entry = staff.register(person.key(), person.name());
        List<SourceStaffMember> known = people.computeIfAbsent(entry.id(), any -> new ArrayList<>());
        repeatedStaff.check(entry.label(), person, known);
        known.add(person);
    }

    private void registerGroup(SourceGroup group) {
        String id = (group.isClass() ? classes : courses)
                .register(group.key(), group.name())
                .id();
        members.computeIfAbsent(id, any -> new LinkedHashSet<>());
        group.of()
                .forEach(one -> classesOf
                        .computeIfAbsent(id, any -> new LinkedHashSet<>())
                        .add(classes.findOrAdd(one).id()));
    }

    private void registerStudent(SourceStudent student) {
        entering = student.classGroup() == null ? "" : student.classGroup().text();
        boolean named = student.key().text().equals(student.name().text());
        NameIndex.Entry entry;
        if (named && students.isListedInSameFile(student.key())) {
            entry = students.registerNamesake(student.key());
            findings.warning(student.place(), "import.student.namesake", nameOf(student.name()));
        } else {
            entry = students.register(student.key(), named ? null : student.name());
        }
        if (!named && CIVIL.matcher(student.key().text().strip()).matches()) {
            findings.info(student.place(), "import.student.civil-number", nameOf(student.name()));
        }
        studentFacts.putIfAbsent(entry.id(), student);
        if (student.classGroup() != null) {
            addMember(classes.findOrAdd(student.classGroup()).id(), entry.id());
        }
        student.courses().forEach(course -> addMember(courses.findOrAdd(course).id(), entry.id()));
    }

    private static StudentName nameOf(SourceText student) {
        return new StudentName(student.text());
    }

    private void addMember(String group, String student) {
        members.computeIfAbsent(group, any -> new LinkedHashSet<>()).add(student);
    }

    private void registerMembers(SourceGroup group) {
        String id = (group.isClass() ? classes : courses)
                .register(group.key(), group.name())
                .id();
        for (SourceText student : students.joinCutNames(group.students())) {
            students.findAndRecordPlace(student)
                    .ifPresentOrElse(
                            known -> addMember(id, known.id()),
                            () -> findings.warning(
                                    student.place(),
                                    "import.student.unknown-in-group",
                                    group.key().text(),
                                    nameOf(student)));
        }
    }

    private void registerCourse(Course course) {
        var place = new SourceLocation("", "");
        String id = courses.register(new SourceText(course.name(), place), null).id();
        for (String one : course.classes()) {
            classesOf
                    .computeIfAbsent(id, any -> new LinkedHashSet<>())
                    .add(classes.findOrAdd(new SourceText(one, place)).id());
        }
        for (String one : course.students()) {
            students.lookUp(one)
                    .ifPresentOrElse(
                            known -> addMember(id, known.id()),
                            () -> findings.error(
                                    place, "import.mapping.unknown-student", course.name(), new StudentName(one)));
        }
    }

    private void busy(SourceBusyTime given) {
        SourceText who = given.who();
        var known = staff.findAndRecordPlace(who)
                .map(entry -> "staff " + entry.id())
                .or(() -> students.findAndRecordPlace(who).map(entry -> "student " + entry.id()))
                .or(() -> rooms.findAndRecordPlace(who).map(entry -> "room " + entry.id()));
        if (known.isEmpty()) {
            findings.error(who.place(), "import.busy.unknown", who.text());
        }
        known.ifPresent(
                owner -> busy.computeIfAbsent(owner, any -> new ArrayList<>()).add(given.when()));
    }

    /** Returns the list rows of a staff member, in the order of the files; empty if no list has the person. */
    List<SourceStaffMember> staffFacts(String staffId) {
        return people.getOrDefault(staffId, List.of());
    }

    /** Returns the list row of a room. */
    Optional<SourceRoom> roomFacts(String roomId) {
        return Optional.ofNullable(roomFacts.get(roomId));
    }

    /** Returns the list row of a student. */
    Optional<SourceStudent> studentFacts(String studentId) {
        return Optional.ofNullable(studentFacts.get(studentId));
    }

    /** Returns the known students of a class or course. */
    Set<String> members(String groupId) {
        return members.getOrDefault(groupId, Set.of());
    }

    /** Whether there are courses, and the members of each are known. */
    boolean knowsAllMembers(Collection<String> courseIds) {
        return !courseIds.isEmpty()
                && courseIds.stream().noneMatch(id -> members(id).isEmpty());
    }

    /** Returns the known classes of a course's students. */
    Set<String> classesOf(String courseId) {
        return classesOf.getOrDefault(courseId, Set.of());
    }

    /** Returns the listed busy times of an owner such as {@code staff mh}. */
    List<Period> busy(String owner) {
        return busy.getOrDefault(owner, List.of());
    }

    /** Returns the first class of each student, as far as known. */
    Map<String, String> classesOfStudents() {
        var all = new HashMap<String, String>();
        classes.entries().forEach(each -> members(each.id()).forEach(student -> all.putIfAbsent(student, each.id())));
        return all;
    }

    /** Returns the directory of all names. */
    NameDirectory toDirectory() {
        return new NameDirectory(staff, classes, courses, rooms, students, subjects);
    }
}
