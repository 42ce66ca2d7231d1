package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RecordValidator;
import java.util.List;

/**
 * The modules of a day in which a subject may be taught.
 *
 * @param blocks ids of modules that each team has alone, at least one
 * @param level  how binding it is; a wish has the weight that the plan gives its rule
 */
public record AllowedBlocks(
        List<String> blocks, @Default("\"HARD\"") Level level) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if there is no block, or one is named twice */
    public AllowedBlocks {
        blocks = List.copyOf(blocks);
        new RecordValidator()
                .notEmpty("blocks", blocks)
                .distinct("blocks", blocks)
                .throwIfInvalid();
    }
}
