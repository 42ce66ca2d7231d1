package dk.grundskema.api.platform.access;

import java.util.Optional;

/** Resolves the organisation that an object in a path belongs to. Each type of object has one resolver, as a bean. */
public interface OrganisationResolver {
    /** Returns the name of the path variable that contains the id, such as {@code plan}. */
    String pathVariable();

    /** Returns the organisation of the object with that id; empty if there is none. */
    Optional<OrganisationId> organisationOf(String id);
}
