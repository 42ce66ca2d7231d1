package dk.grundskema.api.service.edit;

import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.StoredDocument;

/**
 * A plan that has a timetable.
 *
 * @param plan      the plan
 * @param problem   problem of its head revision
 * @param timetable its timetable
 */
public record TimetabledPlan(
        Plan plan, StoredDocument.StoredProblem problem, StoredDocument.StoredTimetable timetable) {}
