package dk.grundskema.api.service.edit;

import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.solver.edit.Workbench;

/**
 * A plan with its workbench for edits.
 *
 * @param plan      the plan
 * @param problem   problem of its head revision
 * @param timetable its timetable
 * @param workbench workbench on the effective problem, which contains commitments to other plans
 */
public record PlanWorkbench(
        Plan plan,
        StoredDocument.StoredProblem problem,
        StoredDocument.StoredTimetable timetable,
        Workbench workbench) {}
