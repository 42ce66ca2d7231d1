package dk.grundskema.domain.intervention;

import java.util.Collection;

/**
 * Parameters of an intervention whose type is not installed, so that nobody can read them. A problem with such an intervention can be looked at, but not
 * planned or changed.
 *
 * @param json the parameters as the file has them
 */
public record UnreadParameters(String json) {
    /** Returns whether an intervention has unread parameters. */
    public static boolean isAnyOf(Collection<? extends Intervention<?>> interventions) {
        return interventions.stream().anyMatch(one -> one.parameters() instanceof UnreadParameters);
    }

    /** Returns no content, which may name people. */
    @Override
    public String toString() {
        return "unread";
    }
}
