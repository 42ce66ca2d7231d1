package dk.grundskema.api.imports.systems.untis;

import dk.grundskema.api.imports.source.SourceBellTime;
import dk.grundskema.api.imports.source.SourceBusyTime;
import dk.grundskema.api.imports.systems.file.SystemSourceBuilder;
import dk.grundskema.api.imports.systems.untis.DelimitedLineParser.Line;
import dk.grundskema.domain.time.Period;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reads break supervision, GPU009: place, teacher, weekday, and the lesson after the break. Its time is that of the break, from {@code
 * time.txt} in the same folder.
 */
final class UntisSupervisionReader {
    private final SystemSourceBuilder source;
    private final List<SourceBellTime> bells;

    UntisSupervisionReader(SystemSourceBuilder source, Path file) {
        this.source = source;
        var times = new SystemSourceBuilder("");
        var lists = new UntisListReader(times, Map.of());
        UntisSiblingFiles.readLines(file, "TIME").forEach(lists::readBellTime);
        this.bells = List.copyOf(times.periods);
    }

    void read(List<Line> lines) {
        if (bells.isEmpty()) {
            source.warning("", "import.untis.supervision", lines.size());
            return;
        }
        lines.forEach(this::read);
    }

    private void read(Line line) {
        if (line.field(1).isEmpty()) {
            return; // not assigned to anybody yet
        }
        var pause = line.field(2).matches("[1-7]")
                ? breakBefore(DayOfWeek.of(Integer.parseInt(line.field(2))), line.field(3))
                : Optional.<Period>empty();
        if (pause.isEmpty()) {
            source.warning(line.where(), "import.untis.no-break", line.field(1), line.field(2), line.field(3));
        }
        pause.ifPresent(when -> source.busy.add(
                new SourceBusyTime(source.location(line.where()), source.text(line.field(1), line.where()), when)));
    }

    private Optional<Period> breakBefore(DayOfWeek day, String lesson) {
        var ofDay = bells.stream()
                .filter(each -> each.weekdays().contains(day))
                .sorted(Comparator.comparing(SourceBellTime::start))
                .toList();
        LocalTime before = null;
        for (SourceBellTime each : ofDay) {
            LocalTime after = each.start();
            if (each.name().equals(lesson) && before != null && before.isBefore(after)) {
                return Optional.of(new Period(null, null, new TreeSet<>(List.of(day)), before, after));
            }
            before = each.end();
        }
        return Optional.empty();
    }
}
