package dk.grundskema.domain.finding;

/**
 * Which field of a file a finding is about: the last of its arguments where that is known. Its text, which says what people call the field, has
 * the key {@code field.<record>.<component>}.
 *
 * @param record    the record that the file is read into
 * @param component its component
 */
public record FieldName(Class<?> record, String component) {
    /** Key of the text that says what the field is. */
    public String key() {
        return "field." + record.getSimpleName() + "." + component;
    }

    /** The component, as files write it. */
    @Override
    public String toString() {
        return component;
    }
}
