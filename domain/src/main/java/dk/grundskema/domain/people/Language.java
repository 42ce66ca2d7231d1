package dk.grundskema.domain.people;

import java.util.Locale;

/** A language that the product's texts exist in. */
public enum Language {
    /** Danish. */
    DA,
    /** English. */
    EN;

    /**
     * The language of a locale, whatever its country.
     *
     * @throws IllegalArgumentException if the product has no texts in it
     */
    public static Language of(Locale locale) {
        return valueOf(locale.getLanguage().toUpperCase(Locale.ROOT));
    }

    /** The language as the JDK knows it. */
    public Locale locale() {
        return Locale.of(name().toLowerCase(Locale.ROOT));
    }
}
