package dk.grundskema.domain.finding;

import java.util.Locale;

/** Nobody has the text of a key in a language: a fault of whoever named the key. */
public final class MissingTextException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String key;
    private final Locale locale;

    MissingTextException(String key, Locale locale) {
        super("There is no text for the key (%s) in language (%s).\nMaybe add it to messages_%s.properties?"
                .formatted(key, locale, locale.getLanguage()));
        this.key = key;
        this.locale = locale;
    }

    /** The key that has no text. */
    public String key() {
        return key;
    }

    /** The language that lacks it. */
    public Locale locale() {
        return locale;
    }
}
