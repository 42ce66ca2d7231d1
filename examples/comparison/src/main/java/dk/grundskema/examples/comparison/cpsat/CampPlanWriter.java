package dk.grundskema.examples.comparison.cpsat;

import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.TrialPlan;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Writes a solution as a timetable. Assigns rooms in order of the sessions, always the first free one. */
final class CampPlanWriter {
    private final CampFacts facts;
    private final PluginRegistry plugins;

    CampPlanWriter(CampFacts facts, PluginRegistry plugins) {
        this.facts = facts;
        this.plugins = plugins;
    }

    Timetable write(CampModelSolution chosen) {
        TrialPlan trial = TrialPlan.of(plugins, facts.problem(), null);
        for (int block = 0; block < facts.held().size(); block++) {
            var heldBlocks = facts.held().get(block);
            List<Integer> there = chosen.onDuty().get(block);
            for (int seat = 0; seat < there.size(); seat++) {
                trial.seat(
                        heldBlocks.seats().get(seat).id(),
                        facts.staff().get(there.get(seat)).id());
            }
        }
        for (int course = 0; course < chosen.hosts().size(); course++) {
            List<Integer> hosts = chosen.hosts().get(course);
            for (int i = 0; i < hosts.size(); i++) {
                trial.host(
                        facts.courses().get(course).guests().get(i).id(),
                        facts.held().get(hosts.get(i)).session().id());
            }
        }
        for (int grouping = 0; grouping < chosen.groupOf().size(); grouping++) {
            int[] groupOf = chosen.groupOf().get(grouping);
            var asked = facts.groupings().get(grouping);
            for (int student = 0; student < groupOf.length; student++) {
                trial.join(
                        asked.students().get(student),
                        groupOf[student] < 0
                                ? null
                                : asked.groups().get(groupOf[student]).id());
            }
        }
        assignRooms(trial);
        return trial.timetable("");
    }

    private void assignRooms(TrialPlan trial) {
        Map<RoomId, Long> freeFrom = new HashMap<>();
        var inOrder =
                new ArrayList<>(IntStream.range(0, facts.held().size()).boxed().toList());
        inOrder.sort(Comparator.comparing(block -> facts.held().get(block).slot()));
        for (int block : inOrder) {
            var heldBlocks = facts.held().get(block);
            for (RoomId room : heldBlocks.session().rooms()) {
                if (freeFrom.getOrDefault(room, Long.MIN_VALUE)
                        <= heldBlocks.slot().start()) {
                    trial.room(heldBlocks.session().id(), room);
                    freeFrom.put(room, heldBlocks.slot().end());
                    break;
                }
            }
        }
    }
}
