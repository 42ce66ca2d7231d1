package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.source.Clock;
import dk.grundskema.api.imports.source.Days;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.Place;
import dk.grundskema.api.imports.source.Said;
import dk.grundskema.api.imports.source.Source;
import dk.grundskema.api.imports.source.SourceLesson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Joins a lesson that stands in a class's and in a teacher's calendar. It is one if dates, times, subject and a class are the same and at most
 * one of the two calendars knows the teacher or the room, or both know the same. Lessons of one file are never joined.
 */
public final class CalendarJoining {
    /** What must be the same. */
    private record Key(Days days, Clock clock, String subject) {}

    private CalendarJoining() {}

    /** The same with lessons joined, and said how many. */
    public static Source joined(Source source) {
        Map<Key, List<Integer>> places = new HashMap<>();
        var lessons = new LinkedHashMap<Integer, SourceLesson>();
        int joined = 0;
        String example = "";
        for (int i = 0; i < source.lessons().size(); i++) {
            SourceLesson lesson = source.lessons().get(i);
            lessons.put(i, lesson);
            if (!(lesson.days() instanceof Days.Dates) || lesson.classes().isEmpty()) {
                continue;
            }
            var same = places.computeIfAbsent(key(lesson), any -> new ArrayList<>());
            var other = same.stream()
                    .filter(each -> areOne(lessons.get(each), lesson))
                    .findFirst();
            if (other.isPresent()) {
                lessons.computeIfPresent(other.orElseThrow(), (any, first) -> both(first, lesson));
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
        findings.add(FileFinding.info(new Place(example, ""), "import.ical.joined", joined));
        return new Source(
                List.copyOf(lessons.values()),
                source.staff(),
                source.students(),
                source.groups(),
                source.rooms(),
                source.busy(),
                source.periods(),
                source.rows(),
                findings);
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

    private static boolean agree(List<Said> one, List<Said> other) {
        return one.isEmpty()
                || other.isEmpty()
                || one.stream().anyMatch(each -> other.stream().anyMatch(it -> isSame(each, it)));
    }

    /** {@code 7A} is {@code 7.a}. */
    private static boolean isSame(Said one, Said other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(Said said) {
        return said.text().replaceAll("[\\s.]", "").toLowerCase(Locale.ROOT);
    }

    private static SourceLesson both(SourceLesson one, SourceLesson other) {
        return new SourceLesson(
                one.place(),
                one.coupling(),
                all(one.classes(), other.classes()),
                one.courses(),
                one.students(),
                all(one.teachers(), other.teachers()),
                one.subject(),
                all(one.rooms(), other.rooms()),
                one.days(),
                one.clock(),
                one.part(),
                one.busy(),
                one.title().isEmpty() ? other.title() : one.title());
    }

    private static List<Said> all(List<Said> one, List<Said> other) {
        var more = other.stream().filter(each -> one.stream().noneMatch(it -> isSame(each, it)));
        return Stream.concat(one.stream(), more).toList();
    }
}
