package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.Finding;
import java.util.Optional;

/** Checks that referenced blocks exist and have students. */
final class BlockValidator {
    private BlockValidator() {}

    /** Returns the finding if a block cannot be used as one in which students are met, or empty if it can. */
    static Optional<Finding> checkReference(CampContext context, String id, String pointer) {
        var blocks = context.parameters().baseTimetable().stream()
                .flatMap(kind -> kind.blocks().stream())
                .filter(block -> block.id().equals(id))
                .toList();
        if (blocks.isEmpty()) {
            return Optional.of(Finding.error("camp.unknown-block", pointer, id));
        }
        return blocks.stream().noneMatch(Block::hasStudents)
                ? Optional.of(Finding.error("camp.block-without-students", pointer, id))
                : Optional.empty();
    }
}
