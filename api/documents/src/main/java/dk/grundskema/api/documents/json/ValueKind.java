package dk.grundskema.api.documents.json;

/** Kind of a JSON value that a file has or should have at a place; messages name it by the key {@code enum.<name>}. */
public enum ValueKind {
    /** A text. */
    TEXT,
    /** A number without a fraction. */
    WHOLE_NUMBER,
    /** Any number. */
    NUMBER,
    /** True or false. */
    TRUTH,
    /** A list. */
    LIST,
    /** An object. */
    OBJECT,
    /** The word {@code null}. */
    NOTHING,
    /** A date. */
    DATE,
    /** A time of day. */
    TIME,
    /** A calendar week. */
    WEEK
}
