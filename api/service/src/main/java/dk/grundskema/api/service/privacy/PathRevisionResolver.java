package dk.grundskema.api.service.privacy;

import dk.grundskema.api.service.plan.RevisionId;
import java.util.Optional;

/** Resolves a path variable of REST operations, such as the id of a solve, to the revision whose students the response may contain. */
public interface PathRevisionResolver {
    /** Returns the name of the variable. */
    String pathVariable();

    /** Returns the revision for a value of the variable; empty if there is none. */
    Optional<RevisionId> revision(String value);
}
