package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.documents.cell.TimeOfDayCellParser.Span;
import dk.grundskema.api.imports.source.SourceBusyTime;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.domain.time.Period;
import java.time.LocalDate;

/** Reads busy times of people and rooms, one per row. */
final class BusyRowReader implements ListTable.RowReader {
    @Override
    public void read(ListRow row, TableSourceBuilder out) {
        SourceText who = row.sourceText("who");
        if (who == null) {
            row.refuseMissing("who");
        }
        if (row.has("when")) {
            var whens = row.unavailablePeriods("when");
            if (row.isSound() && who != null) {
                whens.forEach(when -> out.addBusyTime(new SourceBusyTime(row.place(), who, when)));
            }
            return;
        }
        var weekdays = row.weekdays("weekdays");
        var span = row.span("start", "end", "time");
        LocalDate from = row.date("from").orElse(null);
        LocalDate until = row.date("until").orElse(from);
        if (from != null && until != null && until.isBefore(from)) {
            row.refuse(row.place("until"), "import.date.order", row.text("from"), row.text("until"));
        }
        boolean saysWhen = row.has("weekdays")
                || row.has("start")
                || row.has("end")
                || row.has("time")
                || from != null
                || until != null;
        if (!saysWhen && row.isSound()) {
            row.refuseMissing("weekdays", "from", "start");
        }
        if (row.isSound() && who != null) {
            var when = new Period(
                    from,
                    until,
                    weekdays,
                    span.map(Span::start).orElse(null),
                    span.map(Span::end).orElse(null));
            out.addBusyTime(new SourceBusyTime(row.place(), who, when));
        }
    }
}
