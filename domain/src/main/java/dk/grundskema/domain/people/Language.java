package dk.grundskema.domain.people;

import java.util.Locale;

/** A language that the product's texts exist in. */
public enum Language {
    /** Danish. */
    DA,
    /** English. */
    EN;

    /** The language as the JDK knows it. */
    public Locale locale() {
        return Locale.of(name().toLowerCase(Locale.ROOT));
    }
}
