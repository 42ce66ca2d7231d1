package dk.grundskema.domain.place;

import dk.grundskema.domain.finding.Id;

/**
 * Names a site.
 *
 * @param value the id's text, of the form {@link Id#FORM}
 */
public record SiteId(String value) implements Id, Comparable<SiteId> {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the text does not match {@link Id#FORM} */
    public SiteId {
        Id.check(value);
    }

    @Override
    public int compareTo(SiteId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
