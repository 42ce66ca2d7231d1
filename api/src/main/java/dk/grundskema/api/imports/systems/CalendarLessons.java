package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.source.Clock;
import dk.grundskema.api.imports.source.Days;
import dk.grundskema.api.imports.source.Said;
import dk.grundskema.api.imports.source.SourceLesson;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Makes lessons of events: what is the same at the same time of the same weekday is one lesson, whether it recurs or stands there each week. */
final class CalendarLessons {
    /** What makes events one lesson. */
    private record Key(CalendarWords words, DayOfWeek day, LocalTime start, LocalTime end) {}

    /** The first event of a lesson and all its dates. */
    private record Found(CalendarText.Event event, TreeSet<LocalDate> dates) {}

    private final CalendarWords.Owner owner;
    private final String fileName;
    private final Notebook notes;

    /** @param fileName the last part of the file's name, for the mapping file */
    CalendarLessons(CalendarWords.Owner owner, String fileName, Notebook notes) {
        this.owner = owner;
        this.fileName = fileName;
        this.notes = notes;
    }

    void note(List<CalendarExpansion.Series> all) {
        Map<Key, Found> lessons = new LinkedHashMap<>();
        for (var series : all) {
            var words = CalendarWords.of(series.event(), owner);
            for (LocalDateTime start : series.starts()) {
                var key = new Key(
                        words,
                        start.getDayOfWeek(),
                        start.toLocalTime(),
                        start.plus(series.length()).toLocalTime());
                lessons.computeIfAbsent(key, any -> new Found(series.event(), new TreeSet<>()))
                        .dates()
                        .add(start.toLocalDate());
            }
        }
        lessons.forEach(this::lesson);
        tell(lessons);
    }

    private static boolean isNobodys(Key key) {
        return key.words().classes().isEmpty() && key.words().teachers().isEmpty();
    }

    private void lesson(Key key, Found found) {
        if (isNobodys(key)) {
            return;
        }
        String where = found.event().where();
        var words = key.words();
        boolean busy = words.classes().isEmpty();
        notes.lessons.add(new SourceLesson(
                notes.at(where),
                "",
                said(words.classes(), where),
                List.of(),
                List.of(),
                said(words.teachers(), where),
                busy || words.subject().isEmpty() ? null : notes.said(words.subject(), where),
                said(words.rooms(), where),
                new Days.Dates(found.dates()),
                new Clock.Times(key.start(), key.end()),
                false,
                busy,
                busy ? found.event().text("SUMMARY") : words.title()));
    }

    private List<Said> said(Collection<String> names, String where) {
        return names.stream().map(each -> notes.said(each, where)).toList();
    }

    private void tell(Map<Key, Found> lessons) {
        var nobodys = lessons.entrySet().stream()
                .filter(each -> isNobodys(each.getKey()))
                .toList();
        if (!nobodys.isEmpty()) {
            var first = nobodys.getFirst().getValue().event();
            notes.warning(first.where(), "import.ical.nobody", nobodys.size(), first.text("SUMMARY"), fileName);
        }
        var guessed = lessons.entrySet().stream()
                .filter(each -> !each.getKey().words().classes().isEmpty())
                .toList();
        if (!guessed.isEmpty()) {
            var words = guessed.getFirst().getKey().words();
            var event = guessed.getFirst().getValue().event();
            notes.info(
                    event.where(),
                    "import.ical.guessed",
                    guessed.size(),
                    event.text("SUMMARY"),
                    words.subject(),
                    List.copyOf(words.classes()),
                    List.copyOf(words.teachers()),
                    fileName);
        }
        var busy = lessons.entrySet().stream()
                .filter(each -> !isNobodys(each.getKey())
                        && each.getKey().words().classes().isEmpty())
                .map(each -> each.getValue().event().text("SUMMARY"))
                .distinct()
                .toList();
        if (!busy.isEmpty()) {
            notes.info(
                    "", "import.ical.busy", busy.size(), busy.stream().limit(5).toList());
        }
    }
}
