package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.imports.source.Clock;
import dk.grundskema.api.imports.source.Days;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.table.words.LessonNumbers;
import dk.grundskema.api.imports.table.words.WeekWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Lessons, a row each; a row with several weekdays is a lesson on each of them. */
final class LessonRows implements ListTable.RowReader {
    private static final int FIRST_HOUR = 7;

    @Override
    public void read(ListRow row, Collected out) {
        List<Days> days = days(row);
        Optional<Clock> clock = clock(row);
        boolean isPart = row.isYes("part");
        boolean isBusy = row.choice("type").filter(type -> type.equals("busy")).isPresent();
        if (!row.isSound() || clock.isEmpty()) {
            return;
        }
        for (Days each : days) {
            out.lesson(new SourceLesson(
                    row.place(),
                    row.text("coupling"),
                    row.names("class"),
                    row.names("course"),
                    row.items("student"),
                    row.names("teacher"),
                    row.said("subject"),
                    row.names("room"),
                    each,
                    clock.get(),
                    isPart,
                    isBusy,
                    row.text("title")));
        }
    }

    private static List<Days> days(ListRow row) {
        if (row.has("date")) {
            var date = row.date("date");
            return date.isPresent() ? List.of(new Days.Dates(new TreeSet<>(List.of(date.get())))) : List.of();
        }
        var weeks = row.value("weeks", WeekWords::parse, "import.weeks.unknown").orElse(new Days.Weeks.All());
        if (!row.has("weekday")) {
            row.missing("weekday", "date");
        }
        var days = new ArrayList<Days>();
        row.weekdays("weekday").forEach(weekday -> days.add(new Days.Weekly(weekday, weeks)));
        return days;
    }

    /** In Danish a lesson is a "time" too: small numbers are those of lessons. */
    private static boolean isNumber(String text) {
        return LessonNumbers.parse(text)
                .filter(run -> Integer.parseInt(run.first()) < FIRST_HOUR)
                .isPresent();
    }

    /** By the clock if the row says it, otherwise by the number of the lesson. */
    private static Optional<Clock> clock(ListRow row) {
        if (row.has("start") || row.has("end") || (row.has("time") && !isNumber(row.text("time")))) {
            return row.span("start", "end", "time").map(span -> new Clock.Times(span.start(), span.end()));
        }
        if (!row.has("period") && !row.has("time")) {
            row.missing("period", "start", "time");
            return Optional.empty();
        }
        String text = row.text(row.has("period") ? "period" : "time");
        var run = LessonNumbers.parse(text).orElse(new LessonNumbers.Run(text, 1));
        Integer count = row.whole("count", 1);
        return Optional.of(new Clock.Periods(run.first(), count == null ? run.count() : count));
    }
}
