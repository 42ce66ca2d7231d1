package dk.grundskema.examples.cpsat;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a solution of the model decides.
 *
 * @param onDuty   for each block the numbers of those on duty
 * @param hosts    for each course the numbers of the modules that it is taught in
 * @param groupOf  for each grouping the place of each student's group; -1 means none
 */
record Chosen(List<List<Integer>> onDuty, List<List<Integer>> hosts, List<int[]> groupOf) {

    static Chosen of(CampModel model, Predicate<Literal> isTrue) {
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
        for (Map<Integer, BoolVar> course : model.subjects().placed()) {
            Map<Integer, BoolVar> here = new HashMap<>(course);
            here.values().removeIf(taught -> !isTrue.test(taught));
            hosts.add(here.keySet().stream().sorted().toList());
        }
        var groupOf = new ArrayList<int[]>();
        for (BoolVar[][] grouping : model.members().joined()) {
            int[] of = new int[grouping.length];
            for (int student = 0; student < of.length; student++) {
                of[student] = -1;
                for (int group = 0; group < grouping[student].length; group++) {
                    of[student] = isTrue.test(grouping[student][group]) ? group : of[student];
                }
            }
            groupOf.add(of);
        }
        return new Chosen(onDuty, hosts, groupOf);
    }
}
