package dk.grundskema.api.service.notice;

import dk.grundskema.api.service.plan.PlanId;

/**
 * A publication whose recipients are not resolved yet.
 *
 * @param plan   the plan
 * @param number number of the publication
 * @param isNoticeWanted whether the author wants notices to be sent
 */
record PendingPublication(PlanId plan, int number, boolean isNoticeWanted) {}
