package dk.grundskema.domain.people;

import java.util.Locale;

/** A language that the product's texts exist in. */
public enum Language {
    /** Danish. */
    DA,
    /** English. */
    EN;

    /**
     * Returns the language of a locale, for any country.
     *
     * @throws IllegalArgumentException if the product has no texts in that language
     */
    public static Language of(Locale locale) {
        return valueOf(locale.getLanguage().toUpperCase(Locale.ROOT));
    }

    /** Returns the JDK locale of this language. */
    public Locale locale() {
        return Locale.of(name().toLowerCase(Locale.ROOT));
    }
}
