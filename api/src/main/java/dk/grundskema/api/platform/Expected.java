package dk.grundskema.api.platform;

/** What a place in a file holds or should hold; the texts of findings name it by its key {@code enum.<name>}. */
public enum Expected {
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
