package dk.grundskema.domain.intervention;

import dk.grundskema.domain.finding.RecordValidator;

/**
 * A named decision that something is allowed which ordinarily is not, such as taking students from lessons.
 *
 * @param by     who decided, by name and office
 * @param reason why
 */
public record Decision(String by, String reason) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if either is blank or too long */
    public Decision {
        new RecordValidator().name("by", by).name("reason", reason).throwIfInvalid();
    }
}
