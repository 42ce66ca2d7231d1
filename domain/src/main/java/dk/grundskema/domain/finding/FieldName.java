package dk.grundskema.domain.finding;

/**
 * The field of a file that a finding is about; the last argument of the finding where it is known. The text that describes the field has the key
 * {@code field.<record>.<component>}.
 *
 * @param record    the record that the file is read into
 * @param component its component
 */
public record FieldName(Class<?> record, String component) {
    /** Returns the key of the text that describes the field. */
    public String key() {
        return "field." + record.getSimpleName() + "." + component;
    }

    /** Returns the component as files write it. */
    @Override
    public String toString() {
        return component;
    }
}
