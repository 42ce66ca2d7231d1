package dk.grundskema.solver.spi;

/**
 * The kind of intervention that a plugin plans. Its names in Danish and English are the plugin's texts {@code type.name} and {@code type.summary}.
 *
 * @param id               short and stable, such as {@code camp}: lower-case letters, digits and hyphens, begins with a
 *     letter, at most 40 characters; the prefix of everything else that the plugin names
 * @param parameterVersion version of the parameters' form, from 1; raised when an older file needs {@code migrate}
 * @param category         setting of the intervention
 * @param source           document and chapter that define it
 */
public record InterventionType(String id, int parameterVersion, Category category, String source) {
    /** Where support is given. Source: guide to school-supporting interventions, ch. 1. */
    public enum Category {
        /** In the classroom, together with ordinary teaching. */
        IN_CLASS,
        /** In small groups or intensive courses. */
        SMALL_GROUP,
        /** Supplementary and individual; never the only intervention. */
        SUPPLEMENTARY,
        /** Around teaching: meetings, parents, aftercare. */
        AROUND
    }
}
