package dk.grundskema.api.planning.change;

import dk.grundskema.api.planning.change.PlanChange.LessonMoves;
import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.finding.Finding;
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
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Moves a lesson of the existing timetable in the weeks to come.
 *
 * @param problem  problem with the lesson
 * @param now      moment of the change
 * @param moves    the move
 * @param findings takes what speaks against it, with an empty pointer
 */
record LessonMover(Problem problem, LocalDateTime now, LessonMoves moves, Consumer<Finding> findings) {
    /** Returns all lessons of the problem after the move; empty if something speaks against it. */
    Optional<List<Lesson>> move() {
        Optional<Lesson> lesson = problem.lesson(moves.lessonId());
        if (lesson.isEmpty()) {
            findings.accept(Finding.error("change.unknown-lesson", "", moves.lessonId()));
        }
        RoomId room = moves.roomId();
        boolean isUnknownRoom = room != null && problem.room(room).isEmpty();
        if (isUnknownRoom) {
            findings.accept(Finding.error("change.unknown-room", "", Objects.requireNonNull(room)));
        }
        if (lesson.isEmpty() || isUnknownRoom) {
            return Optional.empty();
        }
        Optional<Finding> against = objection(lesson.get());
        against.ifPresent(findings);
        return against.isPresent() ? Optional.empty() : Optional.of(lessons(lesson.get()));
    }

    private Optional<Finding> objection(Lesson lesson) {
        if (moves.from().isBefore(now.toLocalDate())) {
            return Optional.of(Finding.error("change.starts-in-the-past", "", lesson.title(), moves.from(), now));
        }
        if (weeksMoved(lesson).isEmpty()) {
            return Optional.of(Finding.error("change.lesson-over", "", lesson.title(), lesson.id(), moves.from()));
        }
        MeetingTime time = lesson.time();
        boolean isSameTime = time.weekday() == moves.weekday()
                && time.start().equals(moves.start())
                && time.end().equals(end(time));
        boolean isSameRoom = moves.roomId() == null || moves.roomId().equals(lesson.roomId());
        return isSameTime && isSameRoom
                ? Optional.of(Finding.error(
                        "change.lesson-there", "", lesson.title(), lesson.id(), time.weekday(), time.start()))
                : Optional.empty();
    }

    private SortedSet<IsoWeek> weeksMoved(Lesson lesson) {
        var weeks = new TreeSet<IsoWeek>();
        for (IsoWeek week : lesson.time().weeks()) {
            if (isToCome(lesson.time().date(week), lesson.time().start())
                    && isToCome(week.date(moves.weekday()), moves.start())) {
                weeks.add(week);
            }
        }
        return weeks;
    }

    private boolean isToCome(LocalDate date, LocalTime start) {
        return !date.isBefore(moves.from()) && !date.atTime(start).isBefore(now);
    }

    private LocalTime end(MeetingTime time) {
        return moves.end() != null
                ? moves.end()
                : moves.start().plus(Duration.between(time.start(), time.end()));
    }

    /** Returns the lessons in their order, and the new one after the last. */
    private List<Lesson> lessons(Lesson lesson) {
        SortedSet<IsoWeek> moved = weeksMoved(lesson);
        var kept = new TreeSet<>(lesson.time().weeks());
        kept.removeAll(moved);
        MeetingTime time = lesson.time();
        var there = new MeetingTime(moved, moves.weekday(), moves.start(), end(time));
        var lessons = new ArrayList<Lesson>();
        for (Lesson one : problem.lessons()) {
            boolean isOther = !one.id().equals(lesson.id());
            lessons.add(
                    isOther
                            ? one
                            : kept.isEmpty()
                                    ? copy(lesson, lesson.id(), there, moves.roomId())
                                    : copy(
                                            lesson,
                                            lesson.id(),
                                            new MeetingTime(kept, time.weekday(), time.start(), time.end()),
                                            null));
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
