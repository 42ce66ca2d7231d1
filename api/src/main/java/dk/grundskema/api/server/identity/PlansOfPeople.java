package dk.grundskema.api.server.identity;

import java.util.Set;

/** Knows in which plans somebody is. */
@FunctionalInterface
public interface PlansOfPeople {
    /** Ids of those of an organisation's plans of which any revision has somebody of that id, whether staff or student. */
    Set<String> with(OrganisationId organisation, String person);
}
