package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.documents.cell.CellCodec;
import dk.grundskema.api.imports.source.SourceDays;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourceTime;
import dk.grundskema.api.imports.table.parse.LessonNumberParser;
import dk.grundskema.api.imports.table.parse.WeekIntervalParser;
import dk.grundskema.api.imports.table.parse.WeekPatternParser;
import dk.grundskema.api.imports.table.parse.WorkloadParser;
import dk.grundskema.api.imports.table.parse.WorkloadParser.Unit;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads lessons, one per row; a row with several weekdays is a lesson on each of them. */
final class LessonRowReader implements ListTable.RowReader {
    private static final int FIRST_HOUR = 7;
    private static final Pattern TIMES =
            Pattern.compile("(?iu)(?:kl\\.?\\s*)?\\d{1,2}(?:[.:]\\d{2})?\\s*(?:-|–|til|to).*\\d[.:]\\d{2}");

    @Override
    public void read(ListRow row, TableSourceBuilder out) {
        List<SourceDays> days = readDays(row, out);
        Optional<SourceTime> clock = readTime(row);
        boolean isPart = row.isYes("part");
        boolean isBusy = row.choice("type").filter(type -> type.equals("busy")).isPresent();
        if (!row.isSound() || clock.isEmpty()) {
            return;
        }
        for (SourceDays each : days) {
            out.addLesson(new SourceLesson(
                    row.place(),
                    row.text("coupling"),
                    row.names("class"),
                    row.names("course"),
                    row.items("student"),
                    row.names("teacher"),
                    row.sourceText("subject"),
                    row.names("room"),
                    out.shared(each),
                    out.shared(clock.get()),
                    isPart,
                    isBusy,
                    row.text("title")));
        }
    }

    private static List<SourceDays> readDays(ListRow row, TableSourceBuilder out) {
        if (row.has("date")) {
            var date = row.date("date");
            return date.isPresent() ? List.of(new SourceDays.Dates(new TreeSet<>(List.of(date.get())))) : List.of();
        }
        var weeks = readWeeks(row, out);
        if (!row.has("weekday")) {
            row.refuseMissing("weekday", "date");
        }
        var days = new ArrayList<SourceDays>();
        row.weekdays("weekday").forEach(weekday -> days.add(new SourceDays.Weekly(weekday, weeks)));
        return days;
    }

    private static SourceDays.WeekPattern readWeeks(ListRow row, TableSourceBuilder out) {
        var interval = WeekIntervalParser.find(row.text("weeks"))
                .filter(found -> found.rest().isEmpty());
        if (interval.isPresent()) {
            int number = interval.get().number();
            var assumed = WeekIntervalParser.assumedWeeks(number, 0);
            out.addFinding(WeekIntervalParser.assumption(row.place("weeks"), number, assumed));
            return assumed;
        }
        return row.parseCell("weeks", WeekPatternParser::parse, "import.weeks.unknown")
                .orElse(new SourceDays.WeekPattern.All());
    }

    /** In Danish a lesson can be called "time": small numbers are lesson numbers. */
    private static boolean isLessonNumber(String text) {
        return LessonNumberParser.parse(text)
                .filter(run -> Integer.parseInt(run.first()) < FIRST_HOUR)
                .isPresent();
    }

    /** Returns the time by the clock if the row states it, otherwise by lesson number. */
    private static Optional<SourceTime> readTime(ListRow row) {
        String begins = row.has("start") ? "start" : "time";
        if (row.has(begins)
                && !row.has("end")
                && hasDuration(row)
                && !TIMES.matcher(row.text(begins)).matches()) {
            return readTimeWithDuration(begins, row);
        }
        if (row.has("start") || row.has("end") || (row.has("time") && !isLessonNumber(row.text("time")))) {
            if (!hasDuration(row)) {
                // not needed, but must be a number
                row.lessonCount("count");
            }
            return row.span("start", "end", "time").map(span -> new SourceTime.Times(span.start(), span.end()));
        }
        if (!row.has("period") && !row.has("time")) {
            row.refuseMissing("period", "start", "time");
            return Optional.empty();
        }
        String text = row.text(row.has("period") ? "period" : "time");
        if (TIMES.matcher(text).matches()) {
            return row.span("start", "end", "period").map(span -> new SourceTime.Times(span.start(), span.end()));
        }
        var run = LessonNumberParser.parse(text).orElse(new LessonNumberParser.LessonRun(text, 1));
        Integer count = row.lessonCount("count");
        return Optional.of(new SourceTime.Periods(run.first(), count == null ? run.count() : count));
    }

    /** Whether the length is stated in minutes or hours. */
    private static boolean hasDuration(ListRow row) {
        return WorkloadParser.parse(row.text("count"))
                .filter(length -> length.unit() == Unit.MINUTES || length.unit() == Unit.HOURS)
                .isPresent();
    }

    private static Optional<SourceTime> readTimeWithDuration(String begins, ListRow row) {
        var start = row.parseCell(begins, text -> CellCodec.readTime(text).asOptional(), "import.time.unknown");
        Double hours = row.hours("count");
        if (start.isEmpty() || hours == null) {
            return Optional.empty();
        }
        long minutes = Math.round(hours * 60);
        if (minutes < 1
                || minutes > Duration.between(start.get(), LocalTime.MAX).toMinutes()) {
            row.refuse(row.place("count"), "import.lessons.unit", row.text("count"));
            return Optional.empty();
        }
        return Optional.of(new SourceTime.Times(start.get(), start.get().plusMinutes(minutes)));
    }
}
