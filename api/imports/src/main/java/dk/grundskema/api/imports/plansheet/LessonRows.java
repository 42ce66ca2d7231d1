package dk.grundskema.api.imports.plansheet;

import dk.grundskema.api.documents.timetable.MeetingRowKeys;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows of a sheet that are lessons of the existing timetable, which a plan does not change. */
final class LessonRows {
    /**
     * A lesson on one date.
     *
     * @param lesson the lesson
     * @param date   a date of it
     */
    private record DatedLesson(Lesson lesson, LocalDate date) {}

    private final PlanVocabulary words;
    private final List<FileFinding> findings;
    private final Map<String, DatedLesson> byKey = new HashMap<>();

    LessonRows(Problem problem, MeetingRowKeys keys, PlanVocabulary words, List<FileFinding> findings) {
        this.words = words;
        this.findings = findings;
        for (Lesson lesson : problem.lessons()) {
            var id = new SessionId(lesson.id().value());
            lesson.time().dates().forEach(date -> byKey.put(keys.key(id, date, false), new DatedLesson(lesson, date)));
        }
    }

    /** Whether a key is of a lesson. */
    boolean has(String key) {
        return byKey.containsKey(key);
    }

    /** Reports what a row states otherwise than the lesson of its key. */
    void compare(StatedMeeting row) {
        DatedLesson dated = Objects.requireNonNull(byKey.get(row.key()));
        Lesson lesson = dated.lesson();
        if (!row.date().equals(dated.date())) {
            report(row.dateAt(), lesson);
        } else if (!row.start().equals(lesson.time().start())) {
            report(row.startAt(), lesson);
        } else if (row.end() != null && !row.end().equals(lesson.time().end())) {
            report(row.endAt(), lesson);
        }
        if (row.staff() != null && areOthers(row.staff(), words::staff, Set.copyOf(lesson.staffIds()))) {
            report(row.staffAt(), lesson);
        }
        var rooms = new HashSet<>(lesson.extraRoomIds());
        if (lesson.roomId() != null) {
            rooms.add(lesson.roomId());
        }
        if (row.rooms() != null && areOthers(row.rooms(), words::rooms, rooms)) {
            report(row.roomsAt(), lesson);
        }
    }

    /** Whether a cell names somebody or something that the lesson does not have, or leaves one of the lesson's out. */
    private static <T> boolean areOthers(
            List<SourceText> stated, Function<String, Set<T>> meanings, Set<? extends @Nullable T> own) {
        return stated.size() != own.size()
                || stated.stream()
                        .anyMatch(one -> meanings.apply(one.text()).stream().noneMatch(own::contains));
    }

    private void report(SourceLocation place, Lesson lesson) {
        findings.add(FileFinding.error(place, "import.plan.lesson-changed", lesson.title()));
    }
}
