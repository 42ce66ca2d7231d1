package dk.grundskema.api.server.notices;

import dk.grundskema.api.server.plans.PlanId;

/**
 * A publication of which it isn't worked out yet whom it concerns.
 *
 * @param plan   the plan
 * @param number number of the publication
 * @param isTold whether people are to be told
 */
record Round(PlanId plan, int number, boolean isTold) {}
