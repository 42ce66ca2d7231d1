package dk.grundskema.api.server.plans;

import java.util.Optional;

/** Leads from a variable of operations' paths, such as a solve's id, to the revision whose students an answer may be about. */
public interface RevisionOfPath {
    /** The name of the variable. */
    String variable();

    /** The revision that a value of the variable leads to; empty if the value leads nowhere. */
    Optional<RevisionId> revision(String value);
}
