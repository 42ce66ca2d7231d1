package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.Checks;
import java.time.DayOfWeek;
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
 * @param name     what people call it; {@code null} means the text of its id in the problem's language, or the id
 * @param weekdays which days of the week are of this kind, at least one
 * @param blocks   what a day consists of, at least one block
 */
public record DayKind(String id, @Nullable String name, SortedSet<DayOfWeek> weekdays, List<Block> blocks) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if a text is out of range or a list empty */
    public DayKind {
        weekdays = Collections.unmodifiableSortedSet(new TreeSet<>(weekdays));
        blocks = List.copyOf(blocks);
        var checks = new Checks()
                .that(CampParameters.isWord(id), "id", "camp.id-malformed", id)
                .notEmpty("weekdays", weekdays)
                .notEmpty("blocks", blocks);
        if (name != null) {
            checks.name("name", name);
        }
        checks.done();
    }

    /** The modules of such a day, in the order of their starts. */
    List<Block> modules() {
        return blocks.stream()
                .filter(block -> block.kind() == Block.Kind.MODULE)
                .sorted(Comparator.comparing(Block::start))
                .toList();
    }

    /** The modules that each team has alone, in the order of their starts: only these have subjects. */
    List<Block> teamModules() {
        return modules().stream().filter(Block::isPerTeam).toList();
    }
}
