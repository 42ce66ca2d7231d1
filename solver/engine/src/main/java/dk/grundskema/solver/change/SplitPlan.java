package dk.grundskema.solver.change;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.mapping.MemberWeeks;
import java.util.Map;

/**
 * A plan in use, split at a moment: the demand of a changed problem in parts that have begun, parts that a change touches, and the rest.
 *
 * @param problem   changed problem, whose locks fit the parts
 * @param demands   one demand for each intervention, then one with the parts that only the core's rules see
 * @param reference plan in use, with the ids of the parts
 * @param parts     parts by their id within the search
 * @param members   weeks of the students in formed groups
 * @param lost      what is no longer available
 */
record SplitPlan(
        Problem problem,
        java.util.List<Demand> demands,
        Timetable reference,
        Map<SessionId, SessionPart> parts,
        MemberWeeks members,
        LostAvailability lost) {}
