package dk.grundskema.api.planning.schooltimetable;

import dk.grundskema.api.imports.assembly.NameNormalizer;
import dk.grundskema.api.imports.mappingfile.PlanEntries;
import dk.grundskema.api.imports.source.ImportQuestion;
import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Merges a new timetable of a school into the problem of a plan in use. Lessons that begin before a moment stay as they are. From then on those of the new
 * timetable count; a lesson in both keeps its id, and one that changes within the plan is two lessons, the old one until the moment and a new one after it.
 * Students, their groups, interventions, locks, busy times and everything that is entered by hand stay as the plan has them.
 */
public final class SchoolTimetableMerger {
    private static final int MOST_NAMES = 40;

    private final Problem present;
    private final Problem imported;
    private final LocalDateTime from;
    private final EntityMatcher<StaffMember, StaffId> staff;
    private final EntityMatcher<Room, RoomId> rooms;
    private final EntityMatcher<Group, GroupId> groups;
    private final Map<StaffId, StaffId> staffIds;
    private final Map<RoomId, RoomId> roomIds;
    private final Map<GroupId, GroupId> groupIds;
    private final Set<IsoWeek> commonWeeks;
    private final Set<GroupId> groupsOfFile;
    private final Set<String> ownNames;
    private final PlanAnswers<StaffMember> staffAnswers;
    private final PlanAnswers<Room> roomAnswers;
    private final PlanAnswers<Group> groupAnswers;
    private final PlanAnswers<String> subjectAnswers;
    private final PlanAnswers<Lesson> lessonAnswers;

    private SchoolTimetableMerger(
            Problem present,
            Problem imported,
            Set<String> ownNames,
            PlanEntries entries,
            Set<String> remembered,
            LocalDateTime from) {
        this.present = present;
        this.imported = imported;
        this.from = from;
        this.ownNames = ownNames;
        staffAnswers = new PlanAnswers<>("staff", entries.staff(), remembered);
        roomAnswers = new PlanAnswers<>("rooms", entries.rooms(), remembered);
        groupAnswers = new PlanAnswers<>("classes", entries.classes(), remembered);
        subjectAnswers = new PlanAnswers<>("subjects", entries.subjects(), remembered);
        lessonAnswers = new PlanAnswers<>("lessons", entries.lessons(), remembered);
        staff = new EntityMatcher<>(
                present.staff(), imported.staff(), StaffMember::id, StaffMember::name, staffAnswers);
        rooms = new EntityMatcher<>(present.rooms(), imported.rooms(), Room::id, Room::name, roomAnswers);
        groups = new EntityMatcher<>(present.groups(), imported.groups(), Group::id, Group::name, groupAnswers);
        staffIds = staff.ids(StaffId::new);
        roomIds = rooms.ids(RoomId::new);
        groupIds = groups.ids(GroupId::new);
        commonWeeks = weeks(present);
        commonWeeks.retainAll(weeks(imported));
        groupsOfFile = imported.lessons().stream()
                .flatMap(lesson -> lesson.groupIds().stream())
                .map(id -> Objects.requireNonNull(groupIds.get(id)))
                .collect(Collectors.toSet());
    }

    private static Set<IsoWeek> weeks(Problem problem) {
        return problem.lessons().stream()
                .flatMap(lesson -> lesson.time().weeks().stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * Merges a new timetable.
     *
     * @param present  problem of the plan in use
     * @param imported problem made of the new timetable's files, for the same school year
     * @param ownNames names of the new timetable that are known to be no misspelling of another
     * @param entries  what of the new timetable is known to be what of the plan
     * @param remembered JSON pointers of entries in a mapping, such as {@code /inPlan/staff/Bo Holm}, that give way to others
     * @param from     from then on the new timetable counts, in local time of the plan's zone
     */
    public static MergedSchoolTimetable merge(
            Problem present,
            Problem imported,
            Set<String> ownNames,
            PlanEntries entries,
            Set<String> remembered,
            LocalDateTime from) {
        return new SchoolTimetableMerger(present, imported, ownNames, entries, remembered, from).merge();
    }

    private MergedSchoolTimetable merge() {
        if (commonWeeks.stream().noneMatch(week -> !week.date(DayOfWeek.SUNDAY).isBefore(from.toLocalDate()))) {
            return MergedSchoolTimetable.refused(
                    present, List.of(Finding.error("school-timetable.no-common-weeks", "", from.toLocalDate())));
        }
        List<Lesson> named = imported.lessons().stream().map(this::mapped).toList();
        var subjects = new SubjectQuestions(
                present.lessons(),
                present.lessons().stream().filter(one -> !isOfOtherFile(one)).toList(),
                named.stream().filter(one -> !weeksToCome(one).isEmpty()).toList(),
                subjectAnswers);
        List<Lesson> mapped =
                named.stream().map(one -> withPlanSubject(one, subjects)).toList();
        var matcher = new LessonMatcher(present.lessons(), mapped, this::weeksToCome, Map.of());
        List<ImportQuestion> questions = pairByAnswers(matcher, mapped, subjects);
        var lessons = new ArrayList<Lesson>();
        var added = new ArrayList<Lesson>();
        Map<Lesson, Lesson> pairs = matcher.pairs();
        for (Lesson lesson : present.lessons()) {
            Lesson other = pairs.get(lesson);
            if (other == null ? isOfOtherFile(lesson) : matcher.isEqual(lesson, other)) {
                lessons.add(lesson);
                continue;
            }
            SortedSet<IsoWeek> past = weeksOver(lesson);
            if (!past.isEmpty()) {
                lessons.add(lesson.inWeeks(past));
            }
            if (other != null) {
                (past.isEmpty() ? lessons : added)
                        .add(copy(other, lesson.id(), lesson.studentIds(), weeksToCome(other)));
            }
        }
        matcher.added().forEach(lesson -> added.add(copy(lesson, ownId(lesson.id()), List.of(), weeksToCome(lesson))));
        try {
            List<PlanAnswers<?>> answers =
                    List.of(staffAnswers, roomAnswers, groupAnswers, subjectAnswers, lessonAnswers);
            return new MergedSchoolTimetable(
                    withEntries(withFreeIds(lessons, added)),
                    findings(),
                    answers.stream()
                            .flatMap(one -> one.contradictions().stream())
                            .toList(),
                    answers.stream().flatMap(one -> one.unknown().stream()).toList(),
                    questions,
                    usedAnswers());
        } catch (InvalidValueException e) {
            return MergedSchoolTimetable.refused(present, e.findings());
        }
    }

    private Set<ImportQuestion.Key> usedAnswers() {
        return Stream.of(
                        keys(ImportQuestion.Kind.PLAN_STAFF, staffAnswers),
                        keys(ImportQuestion.Kind.PLAN_CLASS, groupAnswers),
                        keys(ImportQuestion.Kind.PLAN_ROOM, roomAnswers),
                        keys(ImportQuestion.Kind.PLAN_SUBJECT, subjectAnswers),
                        keys(ImportQuestion.Kind.PLAN_LESSON, lessonAnswers))
                .flatMap(Function.identity())
                .collect(Collectors.toSet());
    }

    private static Stream<ImportQuestion.Key> keys(ImportQuestion.Kind kind, PlanAnswers<?> answers) {
        return answers.used().stream().map(word -> new ImportQuestion.Key(kind, word));
    }

    /** Pairs lessons that the mapping says to be the same, and returns what is left to ask about people, rooms, classes, subjects and lessons. */
    private List<ImportQuestion> pairByAnswers(LessonMatcher matcher, List<Lesson> mapped, SubjectQuestions subjects) {
        Map<GroupId, String> groupNames = names(present.groups(), Group::id, Group::name);
        groups.added().forEach(one -> groupNames.put(Objects.requireNonNull(groupIds.get(one.id())), one.name()));
        Map<StaffId, String> staffNames = names(present.staff(), StaffMember::id, StaffMember::name);
        staff.added().forEach(one -> staffNames.put(Objects.requireNonNull(staffIds.get(one.id())), one.name()));
        var lessons = new LessonQuestions(
                mapped,
                matcher.added(),
                matcher.ended().stream().filter(one -> !isOfOtherFile(one)).toList(),
                id -> groupNames.getOrDefault(id, id.value()),
                id -> staffNames.getOrDefault(id, id.value()));
        Map<Lesson, Lesson> replaced = new HashMap<>();
        Set<String> meanings = lessonAnswers.meanings();
        lessonAnswers.apply(
                text -> lessons.findAdded(text, lessonAnswers.words()),
                text -> lessons.findEnded(text, meanings),
                lessons::isKnown,
                (lesson, ofPlan) -> {
                    matcher.pair(ofPlan, lesson);
                    replaced.put(ofPlan, lesson);
                });
        List<ImportQuestion> ofSubjects = subjects.questions();
        Set<String> asked = ofSubjects.stream()
                .map(one -> NameNormalizer.normalize(one.word()))
                .collect(Collectors.toSet());
        return Stream.of(
                        staff.questions(ImportQuestion.Kind.PLAN_STAFF, ownNames),
                        groups.questions(ImportQuestion.Kind.PLAN_CLASS, ownNames),
                        rooms.questions(ImportQuestion.Kind.PLAN_ROOM, ownNames),
                        ofSubjects,
                        lessons.questions(
                                lessonAnswers,
                                replaced,
                                one -> asked.contains(NameNormalizer.normalize(SubjectQuestions.subject(one)))))
                .flatMap(List::stream)
                .toList();
    }

    private static <T, I> Map<I, String> names(List<T> all, Function<T, I> id, Function<T, String> name) {
        Map<I, String> names = new HashMap<>();
        all.forEach(one -> names.put(id.apply(one), name.apply(one)));
        return names;
    }

    /** Returns the id of a lesson that the plan does not have: its own, unless a lesson of the plan has it, of which it would be the continuation. */
    private LessonId ownId(LessonId id) {
        return Stream.concat(Stream.of(id), Stream.iterate(2, nth -> nth + 1).map(nth -> new LessonId(id + "-" + nth)))
                .filter(one -> present.lesson(one).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** Whether a lesson stays although the new timetable does not have it: a busy time, or one of a class that is not in the file. */
    private boolean isOfOtherFile(Lesson lesson) {
        return lesson.kind() == Lesson.Kind.BUSY
                || weeksToCome(lesson).isEmpty()
                || (!lesson.groupIds().isEmpty() && lesson.groupIds().stream().noneMatch(groupsOfFile::contains));
    }

    /** Returns a lesson of the file with the plan's ids, without students of its own. */
    private Lesson mapped(Lesson lesson) {
        RoomId room = lesson.roomId();
        return new Lesson(
                lesson.id(),
                lesson.title(),
                lesson.subject(),
                lesson.kind(),
                lesson.time(),
                null,
                room == null ? null : roomIds.get(room),
                map(lesson.extraRoomIds(), roomIds),
                map(lesson.groupIds(), groupIds),
                lesson.part(),
                List.of(),
                map(lesson.staffIds(), staffIds));
    }

    private static Lesson withPlanSubject(Lesson lesson, SubjectQuestions subjects) {
        return lesson.kind() != Lesson.Kind.TEACHING
                ? lesson
                : new Lesson(
                        lesson.id(),
                        subjects.planName(lesson.title()),
                        subjects.planName(lesson.subject()),
                        lesson.kind(),
                        lesson.time(),
                        lesson.site(),
                        lesson.roomId(),
                        lesson.extraRoomIds(),
                        lesson.groupIds(),
                        lesson.part(),
                        lesson.studentIds(),
                        lesson.staffIds());
    }

    private static <I> List<I> map(List<I> ids, Map<I, I> known) {
        return ids.stream().map(id -> Objects.requireNonNull(known.get(id))).toList();
    }

    /** Returns the weeks of a lesson in which the new timetable counts, and which both timetables have. */
    private SortedSet<IsoWeek> weeksToCome(Lesson lesson) {
        var weeks = new TreeSet<>(lesson.time().weeks());
        weeks.removeIf(week -> isOver(lesson, week) || !commonWeeks.contains(week));
        return weeks;
    }

    private SortedSet<IsoWeek> weeksOver(Lesson lesson) {
        var weeks = new TreeSet<>(lesson.time().weeks());
        weeks.removeIf(week -> !isOver(lesson, week) && commonWeeks.contains(week));
        return weeks;
    }

    private boolean isOver(Lesson lesson, IsoWeek week) {
        return lesson.time().date(week).atTime(lesson.time().start()).isBefore(from);
    }

    private static Lesson copy(Lesson lesson, LessonId id, List<StudentId> students, SortedSet<IsoWeek> weeks) {
        MeetingTime time = lesson.time();
        return new Lesson(
                id,
                lesson.title(),
                lesson.subject(),
                lesson.kind(),
                new MeetingTime(weeks, time.weekday(), time.start(), time.end()),
                lesson.site(),
                lesson.roomId(),
                lesson.extraRoomIds(),
                lesson.groupIds(),
                lesson.part(),
                students,
                lesson.staffIds());
    }

    /** Returns the lessons that stay, and after them the added ones with free ids, such as {@code dan-2026-W40}. */
    private static List<Lesson> withFreeIds(List<Lesson> lessons, List<Lesson> added) {
        var all = new ArrayList<>(lessons);
        Set<LessonId> taken = lessons.stream().map(Lesson::id).collect(Collectors.toCollection(HashSet::new));
        for (Lesson lesson : added) {
            String dated = lesson.id() + "-" + lesson.time().weeks().first();
            LessonId id = Stream.concat(
                            Stream.of(lesson.id().value(), dated),
                            Stream.iterate(2, nth -> nth + 1).map(nth -> dated + "-" + nth))
                    .map(LessonId::new)
                    .filter(taken::add)
                    .findFirst()
                    .orElseThrow();
            all.add(copy(lesson, id, lesson.studentIds(), lesson.time().weeks()));
        }
        return all;
    }

    private Problem withEntries(List<Lesson> lessons) {
        return present.withStaff(joined(
                        present.staff(),
                        staff.added().stream()
                                .map(one -> new StaffMember(
                                        Objects.requireNonNull(staffIds.get(one.id())),
                                        one.name(),
                                        one.skills(),
                                        one.availability(),
                                        one.contractHours(),
                                        one.hoursAlreadyWorked(),
                                        one.wishes(),
                                        one.email(),
                                        one.language(),
                                        one.work()))
                                .toList()))
                .withRooms(joined(
                        present.rooms(),
                        rooms.added().stream()
                                .map(one -> new Room(
                                        Objects.requireNonNull(roomIds.get(one.id())),
                                        one.name(),
                                        null,
                                        one.kind(),
                                        one.capacity(),
                                        one.availability()))
                                .toList()))
                .withGroups(joined(
                        present.groups(),
                        groups.added().stream()
                                .map(one -> new Group(
                                        Objects.requireNonNull(groupIds.get(one.id())),
                                        one.name(),
                                        one.kind(),
                                        List.of()))
                                .toList()))
                .withLessons(lessons);
    }

    private static <T> List<T> joined(List<T> present, List<T> added) {
        return Stream.concat(present.stream(), added.stream()).toList();
    }

    private List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        findings.addAll(staff.renamed("staff"));
        findings.addAll(rooms.renamed("room"));
        findings.addAll(groups.renamed("group"));
        Set<StaffId> teaching = present.lessons().stream()
                .filter(lesson -> lesson.kind() == Lesson.Kind.TEACHING)
                .flatMap(lesson -> lesson.staffIds().stream())
                .collect(Collectors.toSet());
        addMissing(
                findings,
                "school-timetable.missing-staff",
                staff.missing().stream()
                        .filter(one -> teaching.contains(one.id()))
                        .toList(),
                StaffMember::name);
        Set<GroupId> taught = present.lessons().stream()
                .filter(lesson -> !weeksToCome(lesson).isEmpty())
                .flatMap(lesson -> lesson.groupIds().stream())
                .collect(Collectors.toSet());
        addMissing(
                findings,
                "school-timetable.missing-groups",
                groups.missing().stream()
                        .filter(one -> taught.contains(one.id()))
                        .toList(),
                Group::name);
        Set<RoomId> used = present.lessons().stream()
                .filter(lesson -> !weeksToCome(lesson).isEmpty())
                .flatMap(lesson -> lesson.rooms().stream())
                .collect(Collectors.toSet());
        addMissing(
                findings,
                "school-timetable.missing-rooms",
                rooms.missing().stream().filter(one -> used.contains(one.id())).toList(),
                Room::name);
        if (!imported.students().isEmpty()) {
            findings.add(Finding.info(
                    "school-timetable.students-left-out",
                    "",
                    imported.students().size()));
        }
        return findings;
    }

    private static <T> void addMissing(List<Finding> findings, String code, List<T> missing, Function<T, String> name) {
        if (!missing.isEmpty()) {
            String names = missing.stream().limit(MOST_NAMES).map(name).collect(Collectors.joining(", "));
            findings.add(Finding.warning(code, "", missing.size(), names + (missing.size() > MOST_NAMES ? ", …" : "")));
        }
    }
}
