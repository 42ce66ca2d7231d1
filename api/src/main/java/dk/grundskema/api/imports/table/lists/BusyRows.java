package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.imports.source.Said;
import dk.grundskema.api.imports.source.SourceBusy;
import dk.grundskema.api.imports.table.words.ClockTimes.Span;
import dk.grundskema.domain.time.Period;
import java.time.LocalDate;

/** Times at which somebody can't be had, a row each. */
final class BusyRows implements ListTable.RowReader {
    @Override
    public void read(ListRow row, Collected out) {
        Said who = row.said("who");
        if (who == null) {
            row.missing("who");
        }
        if (row.has("when")) {
            var whens = row.whens("when");
            if (row.isSound() && who != null) {
                whens.forEach(when -> out.busy(new SourceBusy(row.place(), who, when)));
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
            row.missing("weekdays", "from", "start");
        }
        if (row.isSound() && who != null) {
            var when = new Period(
                    from,
                    until,
                    weekdays,
                    span.map(Span::start).orElse(null),
                    span.map(Span::end).orElse(null));
            out.busy(new SourceBusy(row.place(), who, when));
        }
    }
}
