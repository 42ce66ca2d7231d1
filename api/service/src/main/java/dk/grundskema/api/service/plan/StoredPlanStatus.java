package dk.grundskema.api.service.plan;

import dk.grundskema.api.planning.status.PlanStatus;

/**
 * The status of a revision as it is stored.
 *
 * @param programVersion version of program and plugins that counted it
 * @param status         the status
 */
record StoredPlanStatus(String programVersion, PlanStatus status) {}
