package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.RecordValidator;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A kind of day with one base timetable: all its days look the same. Source: Læringslokomotivet, guidelines (a uniform
 * structure from morning to evening).
 *
 * @param id       short word; lower-case letters, digits and hyphens, at most 30 characters
 * @param name     display name; {@code null} means the text of its id in the problem's language, or the id
 * @param weekdays weekdays of this kind, unless another kind has their date or occasion; empty means none
 * @param dates    single dates of this kind regardless of weekday and occasion, such as those of a trip
 * @param occasion end of the camp that is of this kind regardless of its weekday; {@code null} means none
 * @param blocks   blocks of a day; empty means a rest day, without sessions of the camp
 */
public record DayKind(
        String id,
        @Nullable String name,
        SortedSet<DayOfWeek> weekdays,
        SortedSet<LocalDate> dates,
        @Nullable Occasion occasion,
        List<Block> blocks) {
    /** Days that a camp has once. */
    public enum Occasion {
        /** The camp's first day, when everybody arrives. */
        FIRST_DAY,
        /** The camp's last day, when everybody goes home. */
        LAST_DAY
    }

    /** @throws dk.grundskema.domain.finding.InvalidValueException if a text is out of range */
    public DayKind {
        weekdays = Collections.unmodifiableSortedSet(new TreeSet<>(weekdays));
        dates = Collections.unmodifiableSortedSet(new TreeSet<>(dates));
        blocks = List.copyOf(blocks);
        var checks = new RecordValidator().require(CampParameters.isValidWord(id), "id", "camp.id-malformed", id);
        if (name != null) {
            checks.name("name", name);
        }
        checks.throwIfInvalid();
    }

    /** Creates a kind of day by its weekdays alone. */
    static DayKind of(String id, SortedSet<DayOfWeek> weekdays, List<Block> blocks) {
        return new DayKind(id, null, weekdays, Collections.emptySortedSet(), null, blocks);
    }

    /** Creates the kind of the camp's first or last day. */
    static DayKind of(String id, Occasion occasion, List<Block> blocks) {
        return new DayKind(id, null, Collections.emptySortedSet(), Collections.emptySortedSet(), occasion, blocks);
    }

    /** Returns the same kind of day with other blocks. */
    DayKind withBlocks(List<Block> others) {
        return new DayKind(id, name, weekdays, dates, occasion, others);
    }

    /** Returns the modules of such a day, ordered by start. */
    List<Block> modules() {
        return blocks.stream()
                .filter(block -> block.kind() == Block.Kind.MODULE)
                .sorted(Comparator.comparing(Block::start))
                .toList();
    }

    /** Returns the modules that each team has alone, ordered by start. Only these have subjects. */
    List<Block> teamModules() {
        return modules().stream().filter(Block::isPerTeam).toList();
    }
}
