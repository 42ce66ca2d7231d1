package dk.grundskema.domain.intervention;

import dk.grundskema.domain.finding.RecordValidator;

/**
 * One thing that a planner asks for: a camp, a co-teaching scheme.
 *
 * @param id         the id
 * @param type       id of the type, which names the plugin
 * @param title      what people call it
 * @param parameters numbers and choices, as the type's plugin defines them
 * @param <P>        the type's record of parameters
 */
public record Intervention<P extends Record>(InterventionId id, String type, String title, P parameters) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if a text is blank or too long */
    public Intervention {
        new RecordValidator().name("type", type).name("title", title).throwIfInvalid();
    }
}
