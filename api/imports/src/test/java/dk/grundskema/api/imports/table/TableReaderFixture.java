package dk.grundskema.api.imports.table;

import dk.grundskema.api.imports.ImportTexts;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceDays;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.source.SourceTime;
import dk.grundskema.domain.finding.Texts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads tables and formats the results as short lines. */
final class TableReaderFixture {
    static final TableReader READER = new TableReader(List.of());

    private TableReaderFixture() {}

    static SourceData readText(String name, String text) {
        return readBytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static SourceData readBytes(String name, byte[] bytes) {
        return READER.read(name, bytes, ReadingHints.none());
    }

    /** Lessons as {@code 4B DAN MH 12 MONDAY 08:00-08:45}. */
    static List<String> describeLessons(SourceData source) {
        return source.lessons().stream().map(TableReaderFixture::describeLesson).toList();
    }

    static String describeLesson(SourceLesson lesson) {
        String subject = lesson.subject() == null ? "-" : lesson.subject().text();
        return "%s %s %s %s %s %s%s"
                .formatted(
                        describeTexts(lesson.classes()),
                        subject,
                        describeTexts(lesson.teachers()),
                        describeTexts(lesson.rooms()),
                        describeDays(lesson.days()),
                        describeTime(lesson.clock()),
                        lesson.part() ? " part" : "");
    }

    static String describeTexts(List<SourceText> words) {
        return words.isEmpty() ? "-" : words.stream().map(SourceText::text).collect(Collectors.joining("+"));
    }

    private static String describeDays(SourceDays days) {
        return switch (days) {
            case SourceDays.Dates dates -> dates.dates().toString();
            case SourceDays.Weekly weekly ->
                weekly.weekday()
                        + switch (weekly.which()) {
                            case SourceDays.WeekPattern.All all -> "";
                            case SourceDays.WeekPattern.Even even -> " even";
                            case SourceDays.WeekPattern.Odd odd -> " odd";
                            case SourceDays.WeekPattern.Rotation turns -> " " + turns.mask();
                            case SourceDays.WeekPattern.Terms terms -> " terms " + terms.mask();
                            case SourceDays.WeekPattern.Numbered numbered -> " " + numbered.numbers();
                        };
        };
    }

    private static String describeTime(SourceTime clock) {
        return switch (clock) {
            case SourceTime.Times times -> times.start() + "-" + times.end();
            case SourceTime.Periods periods -> "#" + periods.name() + "x" + periods.count();
            case SourceTime.PeriodRun run -> "#" + run.names();
        };
    }

    /** Findings as {@code ERROR Staff!C14 import.weekday.meant [tirsd, tirsdag]}. */
    static List<String> describeFindings(SourceData source) {
        return source.findings().stream()
                .map(TableReaderFixture::describeFinding)
                .toList();
    }

    static String describeFinding(FileFinding each) {
        // every finding has a text in both languages
        for (String language : List.of("da", "en")) {
            if (each.finding().code().startsWith("import.")) {
                new Texts(Locale.of(language), ImportTexts.bundles(Locale.of(language)), Function.identity())
                        .sentenceOf(each.finding());
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
