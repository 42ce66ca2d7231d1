package dk.grundskema.api.imports.systems.calendar;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceDays;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.source.SourceTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Joins a lesson that is in both a class's and a teacher's calendar. Two lessons are the same if dates, times, subject and a class are
 * equal, and their teachers and rooms share one or are missing on one side. Lessons of one file are never joined.
 */
public final class CalendarLessonJoiner {
    /** Properties that must be equal. */
    private record Key(SourceDays days, SourceTime clock, String subject) {}

    private CalendarLessonJoiner() {}

    /** Returns the data with joined lessons and a finding with their number. */
    public static SourceData join(SourceData source) {
        boolean areOfOneFile = source.lessons().stream()
                        .map(lesson -> lesson.place().file())
                        .distinct()
                        .limit(2)
                        .count()
                < 2;
        if (areOfOneFile) {
            return source;
        }
        Map<Key, List<Integer>> places = new HashMap<>();
        var lessons = new LinkedHashMap<Integer, SourceLesson>();
        int joined = 0;
        String example = "";
        for (int i = 0; i < source.lessons().size(); i++) {
            SourceLesson lesson = source.lessons().get(i);
            lessons.put(i, lesson);
            if (!(lesson.days() instanceof SourceDays.Dates) || lesson.classes().isEmpty()) {
                continue;
            }
            var same = places.computeIfAbsent(key(lesson), any -> new ArrayList<>());
            var other = same.stream()
                    .filter(each -> areOne(lessons.get(each), lesson))
                    .findFirst();
            if (other.isPresent()) {
                lessons.computeIfPresent(other.orElseThrow(), (any, first) -> merge(first, lesson));
                lessons.remove(i);
                joined++;
                example = lesson.place().file();
            } else {
                same.add(i);
            }
        }
        if (joined == 0) {
            return source;
        }
        var findings = new ArrayList<>(source.findings());
        findings.add(FileFinding.info(new SourceLocation(example, ""), "import.ical.joined", joined));
        return new SourceData(
                List.copyOf(lessons.values()),
                source.staff(),
                source.students(),
                source.groups(),
                source.rooms(),
                source.busy(),
                source.periods(),
                source.rows(),
                findings,
                source.exact());
    }

    private static Key key(SourceLesson lesson) {
        String subject = lesson.subject() == null ? "" : lesson.subject().text();
        return new Key(lesson.days(), lesson.clock(), subject.toLowerCase(Locale.ROOT));
    }

    private static boolean areOne(@Nullable SourceLesson one, SourceLesson other) {
        return one != null
                && !one.place().file().equals(other.place().file())
                && one.classes().stream()
                        .anyMatch(each -> other.classes().stream().anyMatch(it -> isSame(each, it)))
                && agree(one.teachers(), other.teachers())
                && agree(one.rooms(), other.rooms());
    }

    private static boolean agree(List<SourceText> one, List<SourceText> other) {
        return one.isEmpty()
                || other.isEmpty()
                || one.stream().anyMatch(each -> other.stream().anyMatch(it -> isSame(each, it)));
    }

    /** Treats {@code 7A} and {@code 7.a} as equal. */
    private static boolean isSame(SourceText one, SourceText other) {
        return normalize(one).equals(normalize(other));
    }

    private static String normalize(SourceText said) {
        return said.text().replaceAll("[\\s.]", "").toLowerCase(Locale.ROOT);
    }

    private static SourceLesson merge(SourceLesson one, SourceLesson other) {
        return new SourceLesson(
                one.place(),
                one.coupling(),
                union(one.classes(), other.classes()),
                one.courses(),
                one.students(),
                union(one.teachers(), other.teachers()),
                one.subject(),
                union(one.rooms(), other.rooms()),
                one.days(),
                one.clock(),
                one.part(),
                one.busy(),
                one.title().isEmpty() ? other.title() : one.title());
    }

    private static List<SourceText> union(List<SourceText> one, List<SourceText> other) {
        var more = other.stream().filter(each -> one.stream().noneMatch(it -> isSame(each, it)));
        return Stream.concat(one.stream(), more).toList();
    }
}
