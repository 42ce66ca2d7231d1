package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.imports.source.SourcePeriod;
import dk.grundskema.api.imports.table.words.LessonNumbers;

/** When lessons of a number are, a row each. */
final class BellRows implements ListTable.RowReader {
    @Override
    public void read(ListRow row, Collected out) {
        if (!row.has("lesson")) {
            row.missing("lesson");
        }
        if (!row.has("start") && !row.has("end") && !row.has("time")) {
            row.missing("start", "time");
        }
        var weekdays = row.weekdays("weekdays");
        var span = row.span("start", "end", "time");
        if (row.isSound() && span.isPresent()) {
            String text = row.text("lesson");
            String name = LessonNumbers.parse(text)
                    .filter(run -> run.count() == 1)
                    .map(LessonNumbers.Run::first)
                    .orElse(text);
            out.period(new SourcePeriod(
                    row.place(), name, weekdays, span.get().start(), span.get().end()));
        }
    }
}
