package dk.grundskema.api.imports.table;

import dk.grundskema.api.imports.source.Clock;
import dk.grundskema.api.imports.source.Days;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.Said;
import dk.grundskema.api.imports.source.Source;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.table.text.ImportTexts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads tables in tests and shows what came of them in short lines. */
final class Read {
    static final TableReader READER = new TableReader(List.of());

    private Read() {}

    static Source text(String name, String text) {
        return bytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Source bytes(String name, byte[] bytes) {
        return READER.read(name, bytes, ReadingHints.none());
    }

    /** Lessons as {@code 4B DAN MH 12 MONDAY 08:00-08:45}. */
    static List<String> lessons(Source source) {
        return source.lessons().stream().map(Read::line).toList();
    }

    static String line(SourceLesson lesson) {
        String subject = lesson.subject() == null ? "-" : lesson.subject().text();
        return "%s %s %s %s %s %s%s"
                .formatted(
                        words(lesson.classes()),
                        subject,
                        words(lesson.teachers()),
                        words(lesson.rooms()),
                        day(lesson.days()),
                        clock(lesson.clock()),
                        lesson.part() ? " part" : "");
    }

    static String words(List<Said> words) {
        return words.isEmpty() ? "-" : words.stream().map(Said::text).collect(Collectors.joining("+"));
    }

    private static String day(Days days) {
        return switch (days) {
            case Days.Dates dates -> dates.dates().toString();
            case Days.Weekly weekly ->
                weekly.weekday()
                        + switch (weekly.which()) {
                            case Days.Weeks.All all -> "";
                            case Days.Weeks.Even even -> " even";
                            case Days.Weeks.Odd odd -> " odd";
                            case Days.Weeks.Turns turns -> " " + turns.mask();
                            case Days.Weeks.Numbered numbered -> " " + numbered.numbers();
                        };
        };
    }

    private static String clock(Clock clock) {
        return switch (clock) {
            case Clock.Times times -> times.start() + "-" + times.end();
            case Clock.Periods periods -> "#" + periods.name() + "x" + periods.count();
        };
    }

    /** Findings as {@code ERROR Staff!C14 import.weekday.meant [tirs, tirsdag]}. */
    static List<String> findings(Source source) {
        return source.findings().stream().map(Read::shown).toList();
    }

    static String shown(FileFinding each) {
        // every finding has a text in both languages
        for (String language : List.of("da", "en")) {
            if (each.finding().code().startsWith("import.")) {
                ImportTexts.in(Locale.of(language)).of(each.finding());
            }
        }
        return "%s %s %s %s"
                .formatted(
                        each.finding().severity(),
                        each.finding().pointer(),
                        each.finding().code(),
                        each.finding().arguments());
    }
}
