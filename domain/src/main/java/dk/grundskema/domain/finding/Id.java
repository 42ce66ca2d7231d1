package dk.grundskema.domain.finding;

import java.util.regex.Pattern;

/** A typed name of something in a problem: short, stable, never shown alone to people. */
public interface Id {
    /** Letters of any language, digits and {@code - _ . : / @ + #}; begins with a letter or digit; 1 to 120 characters. */
    Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\-_.:/@+#]{0,119}");

    /** The text of the id, as files have it. */
    String value();

    /**
     * Checks an id's form; the finding has an empty pointer, since an id is a plain text in files.
     *
     * @throws InvalidValueException if the value hasn't the {@link #FORM}
     */
    static void check(String value) {
        if (value.isBlank()) {
            throw new InvalidValueException(java.util.List.of(Finding.error("id.blank", "")));
        }
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValueException(java.util.List.of(Finding.error("id.malformed", "", value)));
        }
    }
}
