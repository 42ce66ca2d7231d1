package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.documents.cell.TimeOfDayCellParser;
import dk.grundskema.api.imports.table.parse.LessonNumberParser;
import dk.grundskema.api.imports.table.parse.WeekdaysParser;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Label of a row of a grid. */
sealed interface GridLabel {
    /** Start and end time. */
    record Times(LocalTime start, LocalTime end) implements GridLabel {}

    /** Start time without an end. */
    record Start(LocalTime start) implements GridLabel {}

    /** Lesson numbers. */
    record Numbers(String first, int count) implements GridLabel {}

    /** A break. */
    record Break() implements GridLabel {}

    /** No label. */
    record Nothing() implements GridLabel {}

    /** Any other text. */
    record Unclear(String text) implements GridLabel {}

    /** Whether it states the time or number of a lesson. */
    default boolean isLesson() {
        return this instanceof Times || this instanceof Start || this instanceof Numbers;
    }

    /** Lower numbers are lesson numbers, not hours of a school day. */
    int FIRST_HOUR = 7;

    /** Matches words for breaks. */
    Pattern BREAK = Pattern.compile(
            "(?iu)^[\\s\\-–—*]*(?:\\d{1,2}\\s?min(?:\\.|utter)?\\s+)?(?:(?:store?|lange?|lille|små|spise|lunch|middags|formiddags|eftermiddags|10-|ti-)?"
                    + "\\s?-?(?:pauser?|frikvarter|frik\\.?|spisning|spise|frokost|middag|break|lunch|recess))"
                    + "(?:\\s?pause|\\s?frikvarter|\\s?break)?(?:[\\s(,:]+(?:kl\\.?\\s*)?\\d[\\d.:\\s–-]*(?:min\\.?|minutter)?\\)?)?[\\s\\-–—*.!]*$");

    /** Matches a number with a time in brackets or after a point. */
    Pattern NUMBERED = Pattern.compile(
            "(?iu)^\\d{1,2}\\s*[.):]?\\s*(?:lektion|lekt?\\.?|lesson|modul|module|time|period)?\\s*[:,(]?\\s+\\(?(?:kl\\.?\\s*)?(\\d.*?)\\)?$");

    /** Matches two times with minutes, in a text that may have a lesson number too. */
    Pattern TIMES_INSIDE = Pattern.compile(
            "(?iu)(?<!\\d)(?:kl\\.?\\s*)?(\\d{1,2}[.:]\\d{2})\\s*(?:-|–|—|til|to)?\\s*(?:kl\\.?\\s*)?(\\d{1,2}[.:]\\d{2})(?!\\d)");

    /** Longer texts are no headings. */
    int LONGEST_HEADING = 60;

    /** Matches a heading of times, lessons, days or owners. */
    Pattern HEADING = Pattern.compile(
            "(?iu)(?:tid|tider|tidspunkt|klokken|kl|times?|timer?|lektion(?:er)?|lekt?|lessons?|modul(?:er)?|periods?|nr|no|fra|til|from|to|start|slut|end"
                    + "|(?:uge)?dage?|day|weekday|klasser?|class|lærere?|init(?:ialer)?|teachers?|lokaler?|rooms?|skema|ugeskema|timetable|[\\s/:.,&+-])+");

    /** Whether a text is the heading of a column of times and the like. */
    static boolean isHeading(String text) {
        return text.length() <= LONGEST_HEADING && HEADING.matcher(text).matches();
    }

    /** Whether a text means a break. */
    static boolean isBreak(String text) {
        return BREAK.matcher(text).matches();
    }

    /** Matches a weekday with a lesson number behind it. */
    Pattern DAY_AND_LESSON = Pattern.compile(
            "(?iu)\\p{L}+\\.?[,:-]?\\s+(\\d{1,2}\\.?(?:\\s?(?:lektion|lekt?\\.?|lesson|modul|module|time|period))?)");

    /**
     * Returns cells before a row without their weekdays. A number behind a weekday is that of a lesson ({@code Mandag 1}) if nothing else is beside
     * it; otherwise it is a date.
     */
    static List<String> withoutWeekdays(List<String> cells) {
        var others = cells.stream()
                .map(cell -> WeekdaysParser.parse(cell).isEmpty() ? cell : "")
                .toList();
        return others.stream().allMatch(String::isEmpty)
                ? cells.stream().map(GridLabel::lessonBehindWeekday).toList()
                : others;
    }

    private static String lessonBehindWeekday(String cell) {
        var matcher = DAY_AND_LESSON.matcher(cell);
        return matcher.matches() ? matcher.group(1) : "";
    }

    /** Returns the weeks that cells before a row name: {@code 5. lek (lige uger)}; empty if they name none. */
    static Optional<StatedWeeks> weeks(List<String> cells) {
        return cells.stream()
                .flatMap(cell -> WeekWords.parseLabel(cell).weeks().stream())
                .findFirst();
    }

    /** Returns the label of the cells before a row, from left to right, without weeks. */
    static GridLabel parse(List<String> cells) {
        var filled = cells.stream()
                .map(cell -> WeekWords.parseLabel(cell).text())
                .filter(cell -> !cell.isEmpty())
                .distinct()
                .toList();
        if (filled.isEmpty()) {
            return new Nothing();
        }
        if (filled.stream().anyMatch(GridLabel::isBreak)) {
            return new Break();
        }
        for (String cell : filled) {
            var span = parseSpan(cell);
            if (span.isPresent()) {
                return span.get();
            }
        }
        var times = filled.stream().flatMap(cell -> parseTime(cell).stream()).toList();
        if (times.size() > 1 && times.get(0).isBefore(times.get(1))) {
            return new Times(times.get(0), times.get(1));
        }
        if (times.size() == 1) {
            return new Start(times.getFirst());
        }
        return filled.stream()
                .flatMap(cell -> LessonNumberParser.parse(cell).stream())
                .findFirst()
                .<GridLabel>map(run -> new Numbers(run.first(), run.count()))
                .orElse(new Unclear(String.join(" ", filled)));
    }

    private static Optional<GridLabel> parseSpan(String cell) {
        String lines = cell.replaceAll("\\s*\\R\\s*", " ").toLowerCase(Locale.ROOT);
        var numbered = NUMBERED.matcher(lines);
        var span = TimeOfDayCellParser.parseSpan(lines);
        if (span.isEmpty() && numbered.matches()) {
            span = TimeOfDayCellParser.parseSpan(numbered.group(1));
        }
        var inside = TIMES_INSIDE.matcher(lines);
        if (span.isEmpty() && inside.find()) {
            String rest =
                    inside.replaceFirst(" ").replaceAll("[()\\[\\]:,]", " ").strip();
            span = rest.isEmpty() || LessonNumberParser.parse(rest).isPresent()
                    ? TimeOfDayCellParser.parseSpan(inside.group(1) + "-" + inside.group(2))
                    : span;
        }
        return span.filter(times -> times.start().isBefore(times.end()))
                .filter(times -> times.start().getHour() >= FIRST_HOUR || lines.matches(".*\\d[.:]\\d{2}.*"))
                .map(times -> new Times(times.start(), times.end()));
    }

    /** Parses a time with minutes; a bare hour may be a lesson number. */
    private static Optional<LocalTime> parseTime(String cell) {
        return cell.matches("(?iu)\\s*(?:kl\\.?\\s*)?\\d{1,2}\\.?")
                ? Optional.empty()
                : TimeOfDayCellParser.parseTime(cell);
    }
}
