package dk.grundskema.api.imports.systems.calendar;

import dk.grundskema.api.imports.source.SourceDays;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.source.SourceTime;
import dk.grundskema.api.imports.systems.file.SystemSourceBuilder;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Creates lessons from events. Events with the same details, weekday and time are one lesson, whether they recur or are listed individually. */
final class CalendarLessonFactory {
    /** Identifies a lesson. */
    private record Key(EventTitleInterpretation words, DayOfWeek day, LocalTime start, LocalTime end) {}

    /** The first event of a lesson and all its dates. */
    private record DatedEvent(CalendarDocument.Event event, TreeSet<LocalDate> dates) {}

    private final EventTitleInterpretation.Owner owner;
    private final String fileName;
    private final SystemSourceBuilder source;

    /** @param fileName the last part of the file's name, for the mapping file */
    CalendarLessonFactory(EventTitleInterpretation.Owner owner, String fileName, SystemSourceBuilder source) {
        this.owner = owner;
        this.fileName = fileName;
        this.source = source;
    }

    void addLessons(List<CalendarEventExpander.EventSeries> all) {
        Map<Key, DatedEvent> lessons = new LinkedHashMap<>();
        for (var series : all) {
            var words = EventTitleInterpretation.parse(series.event(), owner);
            for (LocalDateTime start : series.starts()) {
                var key = new Key(
                        words,
                        start.getDayOfWeek(),
                        start.toLocalTime(),
                        start.plus(series.length()).toLocalTime());
                lessons.computeIfAbsent(key, any -> new DatedEvent(series.event(), new TreeSet<>()))
                        .dates()
                        .add(start.toLocalDate());
            }
        }
        lessons.forEach(this::addLesson);
        reportUnderstanding(lessons);
    }

    private static boolean hasNoParticipants(Key key) {
        return key.words().classes().isEmpty() && key.words().teachers().isEmpty();
    }

    private void addLesson(Key key, DatedEvent found) {
        if (hasNoParticipants(key)) {
            return;
        }
        String where = found.event().where();
        var words = key.words();
        boolean busy = words.classes().isEmpty();
        source.lessons.add(new SourceLesson(
                source.location(where),
                "",
                texts(words.classes(), where),
                List.of(),
                List.of(),
                texts(words.teachers(), where),
                busy || words.subject().isEmpty() ? null : source.text(words.subject(), where),
                texts(words.rooms(), where),
                new SourceDays.Dates(found.dates()),
                new SourceTime.Times(key.start(), key.end()),
                false,
                busy,
                busy ? found.event().text("SUMMARY") : words.title()));
    }

    private List<SourceText> texts(Collection<String> names, String where) {
        return names.stream().map(each -> source.text(each, where)).toList();
    }

    private void reportUnderstanding(Map<Key, DatedEvent> lessons) {
        var nobodys = lessons.entrySet().stream()
                .filter(each -> hasNoParticipants(each.getKey()))
                .toList();
        if (!nobodys.isEmpty()) {
            var first = nobodys.getFirst().getValue().event();
            source.warning(first.where(), "import.ical.nobody", nobodys.size(), first.text("SUMMARY"), fileName);
        }
        var guessed = lessons.entrySet().stream()
                .filter(each -> !each.getKey().words().classes().isEmpty())
                .toList();
        if (!guessed.isEmpty()) {
            var words = guessed.getFirst().getKey().words();
            var event = guessed.getFirst().getValue().event();
            source.info(
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
                .filter(each -> !hasNoParticipants(each.getKey())
                        && each.getKey().words().classes().isEmpty())
                .map(each -> each.getValue().event().text("SUMMARY"))
                .distinct()
                .toList();
        if (!busy.isEmpty()) {
            source.info(
                    "", "import.ical.busy", busy.size(), busy.stream().limit(5).toList());
        }
    }
}
