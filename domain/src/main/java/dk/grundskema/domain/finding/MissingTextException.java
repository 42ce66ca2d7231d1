package dk.grundskema.domain.finding;

import java.util.Locale;

/** Thrown if no bundle has a text for a key in a language. The cause is a programming error in the code that names the key. */
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

    /** Returns the key without a text. */
    public String key() {
        return key;
    }

    /** Returns the language that lacks the text. */
    public Locale locale() {
        return locale;
    }
}
