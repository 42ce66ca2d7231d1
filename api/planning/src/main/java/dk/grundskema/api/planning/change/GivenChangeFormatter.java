package dk.grundskema.api.planning.change;

import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Formats what is new in a changed problem and what is no longer there: people, rooms, students and lessons of the existing timetable.
 *
 * @param texts  texts with the names of the changed plan
 * @param before problem before the change
 * @param after  problem after the change
 */
record GivenChangeFormatter(Texts texts, Problem before, Problem after) {
    /** Lessons that are listed one by one. */
    private static final int MOST_LESSONS = 12;

    /** Returns a line for each person, room, student and lesson that is new, moved or gone; lessons beyond a dozen are only counted. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        after.staff().stream()
                .filter(one -> before.staffMember(one.id()).isEmpty())
                .forEach(one -> lines.add(texts.text("change.new-staff", one.name(), one.contractHours())));
        after.rooms().stream()
                .filter(one -> before.room(one.id()).isEmpty())
                .forEach(one -> lines.add(texts.text("change.new-room", one.name(), one.capacity())));
        for (Group group : after.groups()) {
            group.members().stream()
                    .filter(member -> before.student(member.studentId()).isEmpty())
                    .forEach(member -> lines.add(texts.text(
                            "change.new-student",
                            member.studentId(),
                            group.name(),
                            firstWeek(member.weeks()).date(DayOfWeek.MONDAY))));
        }
        List<String> lessons = lessonLines();
        lines.addAll(lessons.subList(0, Math.min(MOST_LESSONS, lessons.size())));
        if (lessons.size() > MOST_LESSONS) {
            lines.add(texts.text("change.more-lessons", lessons.size() - MOST_LESSONS));
        }
        return List.copyOf(lines);
    }

    private IsoWeek firstWeek(SortedSet<IsoWeek> weeks) {
        return weeks.isEmpty() ? after.horizon().firstWeek() : weeks.first();
    }

    private List<String> lessonLines() {
        var lines = new ArrayList<String>();
        for (Lesson lesson : before.lessons()) {
            Optional<Lesson> same = after.lesson(lesson.id());
            boolean isAtItsTime =
                    same.map(one -> isAtSameTime(one.time(), lesson.time())).orElse(true);
            var gone = new TreeSet<>(lesson.time().weeks());
            if (isAtItsTime) {
                same.ifPresent(one -> gone.removeAll(one.time().weeks()));
            }
            if (!gone.isEmpty()) {
                Optional<Lesson> moved = isAtItsTime ? successor(lesson, gone) : same;
                lines.add(moved.map(one -> movedLine(lesson, one)).orElseGet(() -> endedLine(lesson, gone)));
            } else if (same.isPresent() && !same.get().rooms().equals(lesson.rooms())) {
                lines.add(movedLine(lesson, same.get()));
            }
        }
        return lines;
    }

    /** Returns the new lesson that takes the place of a lesson in some weeks. */
    private Optional<Lesson> successor(Lesson lesson, SortedSet<IsoWeek> weeks) {
        return after.lessons().stream()
                .filter(one -> before.lesson(one.id()).isEmpty())
                .filter(one -> one.time().weeks().equals(weeks)
                        && one.title().equals(lesson.title())
                        && one.groupIds().equals(lesson.groupIds())
                        && one.staffIds().equals(lesson.staffIds()))
                .findFirst();
    }

    private static boolean isAtSameTime(MeetingTime one, MeetingTime other) {
        return one.weekday() == other.weekday()
                && one.start().equals(other.start())
                && one.end().equals(other.end());
    }

    private String movedLine(Lesson lesson, Lesson moved) {
        MeetingTime time = moved.time();
        String line = texts.text(
                "change.lesson-moves", lessonText(lesson), time.firstDate(), time.weekday(), time.start(), time.end());
        return moved.rooms().equals(lesson.rooms()) ? line : texts.text("change.lesson-moves-in", line, moved.rooms());
    }

    private String endedLine(Lesson lesson, SortedSet<IsoWeek> gone) {
        return texts.text(
                "change.lesson-ends", lessonText(lesson), lesson.time().date(gone.first()));
    }

    private String lessonText(Lesson lesson) {
        String groups = lesson.groupIds().stream()
                .flatMap(id -> before.group(id).stream())
                .map(Group::name)
                .collect(Collectors.joining(", "));
        MeetingTime time = lesson.time();
        return groups.isEmpty()
                ? texts.text("change.lesson", lesson.title(), time.weekday(), time.start(), time.end())
                : texts.text("change.lesson-of", lesson.title(), groups, time.weekday(), time.start(), time.end());
    }
}
