package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.source.SourceBusy;
import dk.grundskema.api.imports.source.SourcePeriod;
import dk.grundskema.api.imports.systems.SeparatedLines.Line;
import dk.grundskema.domain.time.Period;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Supervision of breaks, GPU009: place, teacher, weekday, and the lesson before which it is. It lasts as long as the break, whose times are in
 * {@code time.txt} in the same folder.
 */
final class UntisSupervision {
    private final Notebook notes;
    private final List<SourcePeriod> bells;

    UntisSupervision(Notebook notes, Path file) {
        this.notes = notes;
        var times = new Notebook("");
        var lists = new UntisLists(times);
        UntisBeside.lines(file, "TIME").forEach(lists::bell);
        this.bells = List.copyOf(times.periods);
    }

    void read(List<Line> lines) {
        if (bells.isEmpty()) {
            notes.warning("", "import.untis.supervision", lines.size());
            return;
        }
        lines.forEach(this::read);
    }

    private void read(Line line) {
        if (line.field(1).isEmpty()) {
            return; // nobody does it yet
        }
        var pause = line.field(2).matches("[1-7]")
                ? pause(DayOfWeek.of(Integer.parseInt(line.field(2))), line.field(3))
                : Optional.<Period>empty();
        if (pause.isEmpty()) {
            notes.warning(line.where(), "import.untis.no-break", line.field(1), line.field(2), line.field(3));
        }
        pause.ifPresent(when ->
                notes.busy.add(new SourceBusy(notes.at(line.where()), notes.said(line.field(1), line.where()), when)));
    }

    private Optional<Period> pause(DayOfWeek day, String lesson) {
        var ofDay = bells.stream()
                .filter(each -> each.weekdays().contains(day))
                .sorted(Comparator.comparing(SourcePeriod::start))
                .toList();
        LocalTime before = null;
        for (SourcePeriod each : ofDay) {
            LocalTime after = each.start();
            if (each.name().equals(lesson) && before != null && before.isBefore(after)) {
                return Optional.of(new Period(null, null, new TreeSet<>(List.of(day)), before, after));
            }
            before = each.end();
        }
        return Optional.empty();
    }
}
