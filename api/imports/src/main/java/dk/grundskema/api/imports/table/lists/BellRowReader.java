package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.imports.source.SourceBellTime;
import dk.grundskema.api.imports.table.parse.LessonNumberParser;

/** Reads bell times, one per row. */
final class BellRowReader implements ListTable.RowReader {
    @Override
    public void read(ListRow row, TableSourceBuilder out) {
        if (!row.has("lesson")) {
            row.refuseMissing("lesson");
        }
        if (!row.has("start") && !row.has("end") && !row.has("time")) {
            row.refuseMissing("start", "time");
        }
        var weekdays = row.weekdays("weekdays");
        var span = row.span("start", "end", "time");
        if (row.isSound() && span.isPresent()) {
            String text = row.text("lesson");
            String name = LessonNumberParser.parse(text)
                    .filter(run -> run.count() == 1)
                    .map(LessonNumberParser.LessonRun::first)
                    .orElse(text);
            out.addBellTime(new SourceBellTime(
                    row.place(), name, weekdays, span.get().start(), span.get().end()));
        }
    }
}
