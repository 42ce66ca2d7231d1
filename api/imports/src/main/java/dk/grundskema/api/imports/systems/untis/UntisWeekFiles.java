package dk.grundskema.api.imports.systems.untis;

import dk.grundskema.api.imports.source.SourceDays.WeekPattern;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.time.IsoWeek;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Timetables of several weeks, each in a file of its own with the week in its name: {@code gpu001-2026-w36.txt}. */
final class UntisWeekFiles {
    private static final Pattern NAME = Pattern.compile("GPU001.*?(\\d{4}-W\\d{2})\\.(?:TXT|CSV|DIF)");

    /** Files that are further apart are not weeks of one timetable. */
    private static final int MOST_WEEKS = 53;

    private UntisWeekFiles() {}

    /**
     * Returns the weeks of a file's lessons: the weeks of all such files of the import take turns. Empty if the name has no week, or if there
     * is one such file only.
     *
     * @param file  name of the file, without its folder
     * @param files names of all files of the import
     */
    static Optional<WeekPattern.Rotation> weeks(String file, Set<String> files) {
        var all = new TreeSet<IsoWeek>();
        files.forEach(name -> week(name).ifPresent(all::add));
        var own = week(file);
        if (own.isEmpty() || all.size() < 2) {
            return Optional.empty();
        }
        IsoWeek first = all.getFirst();
        int turns = first.until(all.getLast()) + 1;
        return turns > MOST_WEEKS
                ? Optional.empty()
                : Optional.of(new WeekPattern.Rotation(
                        IntStream.range(0, turns)
                                .mapToObj(turn -> turn == first.until(own.get()))
                                .toList(),
                        first));
    }

    private static Optional<IsoWeek> week(String fileName) {
        var match = NAME.matcher(fileName.toUpperCase(Locale.ROOT));
        try {
            return match.matches() ? Optional.of(IsoWeek.parse(match.group(1))) : Optional.empty();
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }
}
