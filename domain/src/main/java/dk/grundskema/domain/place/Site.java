package dk.grundskema.domain.place;

import dk.grundskema.domain.finding.RecordValidator;

/**
 * A place with rooms: a school, a camp house.
 *
 * @param id   the id
 * @param name what people call it
 */
public record Site(SiteId id, String name) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the name is blank or too long */
    public Site {
        new RecordValidator().name("name", name).throwIfInvalid();
    }
}
