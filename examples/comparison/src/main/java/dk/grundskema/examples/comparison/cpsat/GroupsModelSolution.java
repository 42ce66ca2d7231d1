package dk.grundskema.examples.comparison.cpsat;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.TrialPlan;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decisions of a solution of the model of small groups.
 *
 * @param groups decisions for each place
 */
record GroupsModelSolution(List<PlaceSolution> groups) {
    /**
     * Decisions for a place.
     *
     * @param members numbers of its students in the pool
     * @param times   numbers of the times at which the group meets
     * @param tutor   its tutor; {@code null} means none
     */
    record PlaceSolution(
            List<Integer> members,
            List<Integer> times,
            @Nullable StaffId tutor) {
        PlaceSolution {
            members = List.copyOf(members);
            times = List.copyOf(times);
        }
    }

    GroupsModelSolution {
        groups = List.copyOf(groups);
    }

    Timetable write(GroupsFacts facts, PluginRegistry plugins) {
        TrialPlan trial = TrialPlan.of(plugins, facts.problem(), null);
        int[] taken = new int[facts.times().size()];
        for (int place = 0; place < groups.size(); place++) {
            PlaceSolution one = groups.get(place);
            GroupsFacts.GroupPlace where = facts.places().get(place);
            for (int member : one.members()) {
                StudentId student = facts.poolOf(place).students().get(member).studentId();
                trial.join(student, where.id());
            }
            trial.seat(where.seat(), one.tutor());
            for (int i = 0; i < one.times().size(); i++) {
                int time = one.times().get(i);
                var session = where.sessions().get(i);
                trial.time(session, facts.times().get(time));
                int room = taken[time]++;
                trial.room(session, room < facts.rooms().size() ? facts.rooms().get(room) : null);
            }
        }
        return trial.timetable("");
    }
}
