package dk.grundskema.api.server.identity;

import java.util.Optional;

/** Tells which organisation something belongs to that paths name. Each sort of thing has one of these as a bean. */
public interface Belonging {
    /** The name of the path's variable that holds the id, such as {@code plan}. */
    String variable();

    /** The organisation of the thing with that id, if there is one. */
    Optional<OrganisationId> organisation(String id);
}
