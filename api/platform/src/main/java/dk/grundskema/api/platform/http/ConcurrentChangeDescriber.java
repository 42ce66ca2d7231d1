package dk.grundskema.api.platform.http;

/**
 * Describes, in the caller's language, a change made by someone else since the caller loaded the data. The wording is the same as in the change
 * history.
 */
@FunctionalInterface
public interface ConcurrentChangeDescriber {
    /** Returns what was changed, without the author. */
    String describe(RefusalException.ConcurrentChange done);
}
