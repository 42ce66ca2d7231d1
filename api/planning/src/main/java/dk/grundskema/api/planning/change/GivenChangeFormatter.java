package dk.grundskema.api.planning.change;

import dk.grundskema.api.documents.timetable.TitleNames;
import dk.grundskema.api.planning.schooltimetable.LessonClash;
import dk.grundskema.api.planning.schooltimetable.SchoolTimetableDifference;
import dk.grundskema.api.planning.schooltimetable.SchoolTimetableDifference.LessonPair;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Timetable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Formats what is new in a changed problem and what is no longer there: people, rooms, students and lessons of the existing timetable.
 *
 * @param texts  texts with the names of the changed plan
 * @param before problem before the change
 * @param after  problem after the change
 * @param now    moment of the change
 * @param difference difference of the two
 * @param planBefore plan before the change
 * @param planAfter  plan after the change
 */
record GivenChangeFormatter(
        Texts texts,
        Problem before,
        Problem after,
        LocalDateTime now,
        SchoolTimetableDifference difference,
        Timetable planBefore,
        Timetable planAfter) {
    /** Entries of a kind that are listed one by one. */
    private static final int MOST_LINES = 12;

    /** Returns a line for each person, room, student and lesson that is new, moved or gone; beyond a dozen of a kind they are only counted. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        if (difference.countLessons() > 1) {
            lines.add(texts.text(
                    "change.lessons",
                    difference.countMoved(),
                    difference.countOtherTeachers(),
                    difference.countOtherRooms(),
                    difference.added().size(),
                    difference.ended().size()));
        }
        addNew(
                lines,
                "change.more-staff",
                difference.newStaff(),
                one -> texts.text("change.new-staff", one.name(), one.contractHours()));
        addNew(
                lines,
                "change.more-rooms",
                difference.newRooms(),
                one -> texts.text("change.new-room", one.name(), one.capacity()));
        addNew(lines, "change.more-groups", difference.newGroups(), one -> texts.text("change.new-group", one.name()));
        Map<GroupId, Map<StudentId, SortedSet<IsoWeek>>> was = memberWeeks(before, planBefore);
        Map<GroupId, Map<StudentId, SortedSet<IsoWeek>>> is = memberWeeks(after, planAfter);
        addNew(
                lines,
                "change.more-students",
                memberships(was, is, after.horizon()),
                one -> membershipLine("change.gone-student", one));
        addNew(
                lines,
                "change.more-students",
                memberships(is, was, before.horizon()),
                one -> newMemberLine(one, is.getOrDefault(one.group(), Map.of()).values()));
        addNew(lines, "change.more-lessons", lessonLines(), Function.identity());
        return List.copyOf(lines);
    }

    /** A student's weeks in a group. */
    private record Membership(StudentId student, GroupId group, SortedSet<IsoWeek> weeks) {}

    private String membershipLine(String key, Membership one) {
        return texts.sentenceOf(Finding.info(
                key, "", one.student(), one.group(), one.weeks().first().date(DayOfWeek.MONDAY)));
    }

    /** Names the last week, too, of a student who is not there as long as the others. */
    private String newMemberLine(Membership one, Collection<SortedSet<IsoWeek>> all) {
        IsoWeek last = one.weeks().last();
        boolean isToTheEnd = all.stream()
                .filter(weeks -> !weeks.isEmpty())
                .noneMatch(weeks -> weeks.last().compareTo(last) > 0);
        return isToTheEnd
                ? membershipLine("change.new-student", one)
                : texts.sentenceOf(Finding.info(
                        "change.new-student-until",
                        "",
                        one.student(),
                        one.group(),
                        one.weeks().first().date(DayOfWeek.MONDAY),
                        last.date(DayOfWeek.MONDAY)));
    }

    /** Returns the weeks of members of groups that they no longer have in the same groups, of weeks that the other plan has. */
    private static List<Membership> memberships(
            Map<GroupId, Map<StudentId, SortedSet<IsoWeek>>> some,
            Map<GroupId, Map<StudentId, SortedSet<IsoWeek>>> others,
            Horizon horizon) {
        var memberships = new ArrayList<Membership>();
        some.forEach((group, members) -> {
            Map<StudentId, SortedSet<IsoWeek>> same = others.get(group);
            members.forEach((student, weeks) -> {
                var rest = new TreeSet<>(weeks);
                rest.retainAll(horizon.allWeeks());
                rest.removeAll(same == null ? List.of() : same.getOrDefault(student, new TreeSet<>()));
                if (same != null && !rest.isEmpty()) {
                    memberships.add(new Membership(student, group, rest));
                }
            });
        });
        return memberships;
    }

    /**
     * Returns the weeks of the members of all groups: given ones as a problem has them, others as a plan formed them, without weeks in which such a group meets
     * in neither plan.
     */
    private Map<GroupId, Map<StudentId, SortedSet<IsoWeek>>> memberWeeks(Problem problem, Timetable plan) {
        Map<GroupId, Map<StudentId, SortedSet<IsoWeek>>> all = new LinkedHashMap<>();
        problem.groups().forEach(group -> all.put(group.id(), weeksOfMembers(group.members(), problem.horizon())));
        Map<GroupId, SortedSet<IsoWeek>> met = weeksOfMeetings();
        for (GroupMembers group : plan.groups()) {
            Map<StudentId, SortedSet<IsoWeek>> members = weeksOfMembers(group.members(), problem.horizon());
            SortedSet<IsoWeek> weeks = met.get(group.id());
            if (weeks != null) {
                members.values().forEach(some -> some.retainAll(weeks));
            }
            all.putIfAbsent(group.id(), members);
        }
        return all;
    }

    /** Returns the weeks in which each group meets in one of the plans; a group without meetings is left out. */
    private Map<GroupId, SortedSet<IsoWeek>> weeksOfMeetings() {
        Map<GroupId, SortedSet<IsoWeek>> met = new TreeMap<>();
        Stream.of(planBefore, planAfter)
                .flatMap(plan -> plan.meetings().stream())
                .forEach(meeting -> meeting.groupIds()
                        .forEach(group -> met.computeIfAbsent(group, any -> new TreeSet<>())
                                .addAll(meeting.weeks())));
        return met;
    }

    private static Map<StudentId, SortedSet<IsoWeek>> weeksOfMembers(List<GroupMember> members, Horizon horizon) {
        Map<StudentId, SortedSet<IsoWeek>> all = new TreeMap<>();
        for (GroupMember member : members) {
            all.computeIfAbsent(member.studentId(), any -> new TreeSet<>())
                    .addAll(member.weeks().isEmpty() ? horizon.allWeeks() : member.weeks());
        }
        return all;
    }

    /** Returns a line for each lesson that is now at the same time as another of the same people, class or room; beyond a dozen they are only counted. */
    List<String> clashLines() {
        var lines = new ArrayList<String>();
        addNew(
                lines,
                "change.more-clashes",
                LessonClash.find(difference, after, now),
                one -> texts.text(
                        "change.clash",
                        lessonText(after, one.lesson()),
                        lessonText(after, one.other()),
                        one.shared(),
                        one.first()));
        return lines;
    }

    /** Returns a line for each lesson to come whose room can no longer be used at that time. The school must find another room. */
    List<String> lessonsInLostRooms() {
        var lines = new ArrayList<String>();
        for (Room room : after.rooms()) {
            Optional<Room> was = before.room(room.id());
            if (was.isPresent() && !was.get().availability().equals(room.availability())) {
                addNew(
                        lines,
                        "change.more-lessons",
                        lessonsWithout(room, was.get()),
                        one -> texts.text(
                                "change.lesson-without-its-room", lessonText(after, one), room.name(), firstDate(one)));
            }
        }
        return lines;
    }

    /** Returns the lessons in a room with the weeks in which it could be used before, and no longer can. */
    private List<Lesson> lessonsWithout(Room room, Room was) {
        List<Interval> earlier = was.availability().unavailableIntervals(after.horizon());
        List<Interval> later = room.availability().unavailableIntervals(after.horizon());
        return after.lessons().stream()
                .filter(lesson ->
                        lesson.kind() == Lesson.Kind.TEACHING && lesson.rooms().contains(room.id()))
                .flatMap(lesson -> {
                    var weeks = new TreeSet<>(lesson.time().weeks());
                    weeks.removeIf(week -> {
                        LocalDate date = lesson.time().date(week);
                        Interval time =
                                lesson.time().interval(week, after.horizon().zone());
                        return date.atTime(lesson.time().start()).isBefore(now)
                                || after.horizon().isClosed(date)
                                || later.stream().noneMatch(time::overlaps)
                                || earlier.stream().anyMatch(time::overlaps);
                    });
                    return weeks.isEmpty() ? Stream.<Lesson>empty() : Stream.of(lesson.inWeeks(weeks));
                })
                .toList();
    }

    /** Adds a line for each, and the number of those beyond a dozen. */
    private <T> void addNew(List<String> lines, String more, List<T> all, Function<T, String> line) {
        all.stream().limit(MOST_LINES).map(line).forEach(lines::add);
        if (all.size() > MOST_LINES) {
            lines.add(texts.text(more, all.size() - MOST_LINES));
        }
    }

    private List<String> lessonLines() {
        return Stream.of(
                        difference.pairs().stream().map(this::pairLine),
                        difference.added().stream()
                                .map(one -> texts.text("change.lesson-new", lessonText(after, one), firstDate(one))),
                        difference.ended().stream()
                                .map(one -> texts.text("change.lesson-ends", lessonText(before, one), firstDate(one))))
                .flatMap(Function.identity())
                .toList();
    }

    private String pairLine(LessonPair pair) {
        Lesson lesson = pair.after();
        var parts = new ArrayList<String>();
        if (pair.hasOtherContent()) {
            parts.add(texts.text("change.lesson-is", nameText(after, lesson)));
        }
        if (pair.isMoved()) {
            MeetingTime time = lesson.time();
            parts.add(texts.text("change.lesson-at", time.weekday(), time.start(), time.end()));
        }
        if (pair.hasOtherTeachers()) {
            parts.add(
                    lesson.teachers().isEmpty()
                            ? texts.text("change.lesson-without-teacher")
                            : texts.text("change.lesson-with", lesson.teachers()));
        }
        if (pair.hasOtherRooms()) {
            parts.add(
                    lesson.rooms().isEmpty()
                            ? texts.text("change.lesson-without-room")
                            : texts.text("change.lesson-in", lesson.rooms()));
        }
        if (parts.isEmpty()) {
            parts.add(texts.text("change.lesson-otherwise"));
        }
        return texts.text(
                "change.lesson-changes",
                lessonText(before, pair.before()),
                String.join(", ", parts),
                firstDate(lesson));
    }

    private static LocalDate firstDate(Lesson lesson) {
        return lesson.time().firstDate();
    }

    /** Returns a lesson with those of its classes that its title does not name. */
    private String lessonText(Problem problem, Lesson lesson) {
        String groups = unnamedGroups(problem, lesson);
        MeetingTime time = lesson.time();
        return groups.isEmpty()
                ? texts.text("change.lesson", lesson.title(), time.weekday(), time.start(), time.end())
                : texts.text("change.lesson-of", lesson.title(), groups, time.weekday(), time.start(), time.end());
    }

    private static String nameText(Problem problem, Lesson lesson) {
        String groups = unnamedGroups(problem, lesson);
        return groups.isEmpty() ? lesson.title() : lesson.title() + " (" + groups + ")";
    }

    private static String unnamedGroups(Problem problem, Lesson lesson) {
        return lesson.groupIds().stream()
                .flatMap(id -> problem.group(id).stream())
                .map(Group::name)
                .filter(name -> !TitleNames.isNamed(lesson.title(), name))
                .collect(Collectors.joining(", "));
    }
}
