package dk.grundskema.domain.finding;

import java.util.regex.Pattern;

/** A typed id of something in a problem: short, stable, never shown alone to users. */
public interface Id {
    /** Letters of any language, digits and {@code - _ . : / @ + #}; begins with a letter or digit; 1 to 120 characters. */
    Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\-_.:/@+#]{0,119}");

    /** Returns the text of the id as files write it. */
    String value();

    /**
     * Checks the form of an id. The finding has an empty pointer, because an id is a plain text in files.
     *
     * @throws InvalidValueException if the value does not match {@link #FORM}
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
