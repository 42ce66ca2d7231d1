package dk.grundskema.api.planning.change;

import dk.grundskema.api.planning.change.StatedChange.LessonMoves;
import dk.grundskema.api.planning.change.StatedChange.SubjectDropped;
import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Changes the existing timetable of a school in the weeks to come.
 *
 * @param problem  problem with the lessons
 * @param now      moment of the change
 * @param findings takes what speaks against a change, with an empty pointer
 */
record LessonChanger(Problem problem, LocalDateTime now, Consumer<Finding> findings) {
    /** Returns the problem after the move of a lesson; empty if something speaks against it. */
    Optional<Problem> move(LessonMoves moves) {
        Optional<Lesson> lesson = problem.lesson(moves.lessonId());
        if (lesson.isEmpty()) {
            findings.accept(Finding.error("change.unknown-lesson", "", moves.lessonId()));
        }
        RoomId room = moves.roomId();
        boolean isUnknownRoom = room != null && problem.room(room).isEmpty();
        if (isUnknownRoom) {
            findings.accept(Finding.error("change.unknown-room", "", String.valueOf(room)));
        }
        if (lesson.isEmpty() || isUnknownRoom) {
            return Optional.empty();
        }
        Optional<Finding> against = objection(lesson.get(), moves);
        against.ifPresent(findings);
        return against.isPresent()
                ? Optional.empty()
                : Optional.of(problem.withLessons(lessonsAfter(lesson.get(), moves)));
    }

    private Optional<Finding> objection(Lesson lesson, LessonMoves moves) {
        if (moves.from().isBefore(now.toLocalDate())) {
            return Optional.of(Finding.error("change.starts-in-the-past", "", lesson.title(), moves.from(), now));
        }
        if (weeksMoved(lesson, moves).isEmpty()) {
            return Optional.of(Finding.error("change.lesson-over", "", lesson.title(), lesson.id(), moves.from()));
        }
        MeetingTime time = lesson.time();
        boolean isSameTime = time.weekday() == moves.weekday()
                && time.start().equals(moves.start())
                && time.end().equals(end(time, moves));
        boolean isSameRoom = moves.roomId() == null || moves.roomId().equals(lesson.roomId());
        return isSameTime && isSameRoom
                ? Optional.of(Finding.error(
                        "change.lesson-there", "", lesson.title(), lesson.id(), time.weekday(), time.start()))
                : Optional.empty();
    }

    private SortedSet<IsoWeek> weeksMoved(Lesson lesson, LessonMoves moves) {
        var weeks = new TreeSet<IsoWeek>();
        for (IsoWeek week : lesson.time().weeks()) {
            if (isToCome(lesson.time().date(week), lesson.time().start(), moves.from())
                    && isToCome(week.date(moves.weekday()), moves.start(), moves.from())) {
                weeks.add(week);
            }
        }
        return weeks;
    }

    private boolean isToCome(LocalDate date, LocalTime start, LocalDate from) {
        return !date.isBefore(from) && !date.atTime(start).isBefore(now);
    }

    private static LocalTime end(MeetingTime time, LessonMoves moves) {
        return moves.end() != null ? moves.end() : moves.start().plus(Duration.between(time.start(), time.end()));
    }

    /** Returns the problem without the lessons of a subject from a day on; empty if there are none, or something speaks against it. */
    Optional<Problem> drop(SubjectDropped dropped) {
        GroupId group = dropped.groupId();
        if (group != null && problem.group(group).isEmpty()) {
            findings.accept(Finding.error("change.unknown-group", "", group));
            return Optional.empty();
        }
        if (dropped.from().isBefore(now.toLocalDate())) {
            findings.accept(Finding.error("change.starts-in-the-past", "", dropped.subject(), dropped.from(), now));
            return Optional.empty();
        }
        List<Lesson> lessons = problem.lessons().stream()
                .flatMap(one -> isOf(one, dropped) ? withoutWeeksFrom(one, dropped.from()).stream() : Stream.of(one))
                .toList();
        if (lessons.equals(problem.lessons())) {
            findings.accept(Finding.error("change.subject-not-taught", "", dropped.subject(), dropped.from()));
            return Optional.empty();
        }
        return Optional.of(problem.withLessons(lessons));
    }

    private static boolean isOf(Lesson lesson, SubjectDropped dropped) {
        return lesson.kind() == Lesson.Kind.TEACHING
                && lesson.subject().strip().equalsIgnoreCase(dropped.subject().strip())
                && (dropped.groupId() == null || lesson.groupIds().contains(dropped.groupId()));
    }

    /** Returns a lesson with the weeks before a day, and those that have begun; empty if there are none. */
    private Optional<Lesson> withoutWeeksFrom(Lesson lesson, LocalDate from) {
        MeetingTime time = lesson.time();
        var kept = new TreeSet<>(time.weeks());
        kept.removeIf(week -> isToCome(time.date(week), time.start(), from));
        return kept.isEmpty() ? Optional.empty() : Optional.of(lesson.inWeeks(kept));
    }

    /** Returns the lessons in their order, and the new one after the last. */
    private List<Lesson> lessonsAfter(Lesson lesson, LessonMoves moves) {
        SortedSet<IsoWeek> moved = weeksMoved(lesson, moves);
        var kept = new TreeSet<>(lesson.time().weeks());
        kept.removeAll(moved);
        var there = new MeetingTime(moved, moves.weekday(), moves.start(), end(lesson.time(), moves));
        var lessons = new ArrayList<Lesson>();
        for (Lesson one : problem.lessons()) {
            boolean isOther = !one.id().equals(lesson.id());
            lessons.add(
                    isOther
                            ? one
                            : kept.isEmpty() ? copy(lesson, lesson.id(), there, moves.roomId()) : lesson.inWeeks(kept));
        }
        if (!kept.isEmpty()) {
            lessons.add(copy(lesson, newId(lesson.id(), moved.first()), there, moves.roomId()));
        }
        return lessons;
    }

    /** Returns a free id, such as {@code dan-2026-W40}. */
    private LessonId newId(LessonId lesson, IsoWeek first) {
        return Stream.iterate(1, nth -> nth + 1)
                .map(nth -> new LessonId(lesson + "-" + first + (nth == 1 ? "" : "-" + nth)))
                .filter(id -> problem.lesson(id).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** Returns a lesson with another id and time, and another room instead of its own unless that is {@code null}. */
    private static Lesson copy(Lesson lesson, LessonId id, MeetingTime time, @Nullable RoomId room) {
        return new Lesson(
                id,
                lesson.title(),
                lesson.subject(),
                lesson.kind(),
                time,
                room == null ? lesson.site() : null,
                room == null ? lesson.roomId() : room,
                room == null ? lesson.extraRoomIds() : List.of(),
                lesson.groupIds(),
                lesson.part(),
                lesson.studentIds(),
                lesson.staffIds());
    }
}
