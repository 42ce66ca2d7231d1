package dk.grundskema.examples.cpsat;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.Trial;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a solution of the model of small groups decides.
 *
 * @param groups what it decides about each place
 */
record GroupsChosen(List<OfPlace> groups) {
    /**
     * What it decides about a place.
     *
     * @param members numbers of students in the pool
     * @param times   numbers of times at which the group meets
     * @param tutor   who teaches it; {@code null} means nobody
     */
    record OfPlace(
            List<Integer> members,
            List<Integer> times,
            @Nullable StaffId tutor) {
        OfPlace {
            members = List.copyOf(members);
            times = List.copyOf(times);
        }
    }

    GroupsChosen {
        groups = List.copyOf(groups);
    }

    Timetable write(GroupsFacts facts, PluginRegistry plugins) {
        Trial trial = Trial.of(plugins, facts.problem(), null);
        int[] taken = new int[facts.times().size()];
        for (int place = 0; place < groups.size(); place++) {
            OfPlace one = groups.get(place);
            GroupsFacts.Place where = facts.places().get(place);
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
