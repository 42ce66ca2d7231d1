package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.table.words.ClockTimes;
import dk.grundskema.api.imports.table.words.LessonNumbers;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands before a row of a grid. */
sealed interface GridLabel {
    /** From when until when. */
    record Times(LocalTime start, LocalTime end) implements GridLabel {}

    /** From when; until when isn't said. */
    record Start(LocalTime start) implements GridLabel {}

    /** Which lessons by their numbers. */
    record Numbers(String first, int count) implements GridLabel {}

    /** That there is a break. */
    record Break() implements GridLabel {}

    /** Nothing. */
    record Nothing() implements GridLabel {}

    /** Something else. */
    record Unclear(String text) implements GridLabel {}

    /** Hours below this are no hours of a school day but numbers of lessons. */
    int FIRST_HOUR = 7;

    /** Words of breaks. */
    Pattern BREAK = Pattern.compile(
            "(?iu)^[\\s\\-–—*]*(?:(?:store?|lille|små|spise|lunch|middags|formiddags|eftermiddags|10-|ti-)?\\s?-?(?:pause|frikvarter|spisning|spise|frokost|"
                    + "middag|break|lunch|recess))(?:\\s?pause|\\s?frikvarter|\\s?break)?[\\s\\-–—*.!]*$");

    /** A number, and what follows it in brackets or behind a point. */
    Pattern NUMBERED = Pattern.compile(
            "(?iu)^\\d{1,2}\\s*[.):]?\\s*(?:lektion|lekt\\.?|lesson|modul|module|time|period)?\\s*[:,(]?\\s+\\(?(?:kl\\.?\\s*)?(\\d.*?)\\)?$");

    /** Whether a text says that there is a break. */
    static boolean isBreak(String text) {
        return BREAK.matcher(text).matches();
    }

    /** The label of the cells before a row, from left to right. */
    static GridLabel of(List<String> cells) {
        var filled = cells.stream().filter(cell -> !cell.isEmpty()).distinct().toList();
        if (filled.isEmpty()) {
            return new Nothing();
        }
        if (filled.stream().anyMatch(GridLabel::isBreak)) {
            return new Break();
        }
        for (String cell : filled) {
            var span = span(cell);
            if (span.isPresent()) {
                return span.get();
            }
        }
        var times = filled.stream().flatMap(cell -> clock(cell).stream()).toList();
        if (times.size() > 1 && times.get(0).isBefore(times.get(1))) {
            return new Times(times.get(0), times.get(1));
        }
        if (times.size() == 1) {
            return new Start(times.getFirst());
        }
        return filled.stream()
                .flatMap(cell -> LessonNumbers.parse(cell).stream())
                .findFirst()
                .<GridLabel>map(run -> new Numbers(run.first(), run.count()))
                .orElse(new Unclear(String.join(" ", filled)));
    }

    private static Optional<GridLabel> span(String cell) {
        String lines = cell.replaceAll("\\s*\\R\\s*", " ").toLowerCase(Locale.ROOT);
        var numbered = NUMBERED.matcher(lines);
        var span = ClockTimes.span(lines);
        if (span.isEmpty() && numbered.matches()) {
            span = ClockTimes.span(numbered.group(1));
        }
        return span.filter(times -> times.start().isBefore(times.end()))
                .filter(times -> times.start().getHour() >= FIRST_HOUR || lines.matches(".*\\d[.:]\\d{2}.*"))
                .map(times -> new Times(times.start(), times.end()));
    }

    /** A time with its minutes; an hour alone may be the number of a lesson. */
    private static Optional<LocalTime> clock(String cell) {
        return cell.matches("(?iu)\\s*(?:kl\\.?\\s*)?\\d{1,2}\\.?") ? Optional.empty() : ClockTimes.time(cell);
    }
}
