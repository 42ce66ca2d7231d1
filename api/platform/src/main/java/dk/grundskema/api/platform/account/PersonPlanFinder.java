package dk.grundskema.api.platform.account;

import dk.grundskema.api.platform.access.OrganisationId;
import java.util.Set;

/** Finds the plans that contain a person. */
@FunctionalInterface
public interface PersonPlanFinder {
    /** Returns the ids of the organisation's plans that have a person with that id, staff or student, in any revision. */
    Set<String> findPlanIds(OrganisationId organisation, String person);
}
