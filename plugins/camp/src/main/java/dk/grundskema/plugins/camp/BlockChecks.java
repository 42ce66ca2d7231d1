package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.Finding;
import java.util.Optional;

/** Whether blocks that are named exist, and have students. */
final class BlockChecks {
    private BlockChecks() {}

    /** What is wrong with naming a block as one that students are met in. */
    static Optional<Finding> named(CampFrame frame, String id, String pointer) {
        var blocks = frame.parameters().baseTimetable().stream()
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
