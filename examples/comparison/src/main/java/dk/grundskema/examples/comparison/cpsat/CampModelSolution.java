package dk.grundskema.examples.comparison.cpsat;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Decisions of a solution of a camp's model.
 *
 * @param onDuty  numbers of the staff on duty in each block
 * @param hosts   numbers of the modules in which each course is taught
 * @param groupOf index of each student's group in each grouping; -1 means none
 */
record CampModelSolution(List<List<Integer>> onDuty, List<List<Integer>> hosts, List<int[]> groupOf) {

    static CampModelSolution of(CampModel model, Predicate<Literal> isTrue) {
        var onDuty = new ArrayList<List<Integer>>();
        for (int block = 0; block < model.facts().held().size(); block++) {
            var there = new ArrayList<Integer>();
            for (int person = 0; person < model.facts().staff().size(); person++) {
                BoolVar duty = model.duties().duty(block, person);
                if (duty != null && isTrue.test(duty)) {
                    there.add(person);
                }
            }
            onDuty.add(there);
        }
        var hosts = new ArrayList<List<Integer>>();
        for (Map<Integer, BoolVar> course : model.subjects().hostVariables()) {
            Map<Integer, BoolVar> here = new HashMap<>(course);
            here.values().removeIf(taught -> !isTrue.test(taught));
            hosts.add(here.keySet().stream().sorted().toList());
        }
        var groupOf = new ArrayList<int[]>();
        for (BoolVar[][] grouping : model.members().membership()) {
            int[] of = new int[grouping.length];
            for (int student = 0; student < of.length; student++) {
                of[student] = -1;
                for (int group = 0; group < grouping[student].length; group++) {
                    of[student] = isTrue.test(grouping[student][group]) ? group : of[student];
                }
            }
            groupOf.add(of);
        }
        return new CampModelSolution(onDuty, hosts, groupOf);
    }
}
