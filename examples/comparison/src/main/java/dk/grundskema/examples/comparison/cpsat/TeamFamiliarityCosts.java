package dk.grundskema.examples.comparison.cpsat;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import dk.grundskema.domain.people.GroupId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Costs of unfamiliar adults: few different adults for a team, and each day some from the day before. */
final class TeamFamiliarityCosts {
    private final DutyVariables duties;
    private final CampFacts facts;
    private final CpModel model;
    private final CampObjective cost;

    TeamFamiliarityCosts(DutyVariables duties, CampObjective cost) {
        this.duties = duties;
        this.facts = duties.facts();
        this.model = duties.model();
        this.cost = cost;
    }

    void add() {
        for (GroupId team : facts.teams()) {
            var days = new TreeMap<LocalDate, List<Integer>>();
            for (int block = 0; block < facts.held().size(); block++) {
                if (team.equals(facts.held().get(block).team())) {
                    days.computeIfAbsent(facts.held().get(block).slot().date(), any -> new ArrayList<>())
                            .add(block);
                }
            }
            fewFaces(days);
            familiarFaces(days);
        }
    }

    private void fewFaces(SortedMap<LocalDate, List<Integer>> days) {
        for (int person = 0; person < facts.staff().size(); person++) {
            BoolVar face = model.newBoolVar("");
            for (List<Integer> blocks : days.values()) {
                for (int block : blocks) {
                    BoolVar duty = duties.duty(block, person);
                    if (duty != null) {
                        model.addImplication(duty, face);
                    }
                }
            }
            cost.addSoft("camp.few-faces", face);
        }
    }

    private void familiarFaces(SortedMap<LocalDate, List<Integer>> days) {
        int wanted = facts.parameters().familiarStaff();
        @Nullable BoolVar[] before = new BoolVar[0];
        for (List<Integer> blocks : days.values()) {
            @Nullable BoolVar[] today = presentAdults(blocks);
            if (before.length > 0 && wanted > 0) {
                LinearExprBuilder known = LinearExpr.newBuilder();
                for (int person = 0; person < today.length; person++) {
                    BoolVar now = today[person];
                    BoolVar earlier = before[person];
                    if (now != null && earlier != null) {
                        BoolVar both = model.newBoolVar("");
                        model.addImplication(both, now);
                        model.addImplication(both, earlier);
                        known.add(both);
                    }
                }
                IntVar missing = model.newIntVar(0, wanted, "");
                model.addGreaterOrEqual(known.add(missing).build(), wanted);
                cost.addSoft("camp.familiar-faces", missing);
            }
            before = today;
        }
    }

    /** Returns for each adult whether they are with the team in one of the blocks; 1 only if so. */
    private @Nullable BoolVar[] presentAdults(List<Integer> blocks) {
        @Nullable BoolVar[] there = new BoolVar[facts.staff().size()];
        for (int person = 0; person < there.length; person++) {
            LinearExprBuilder sum = LinearExpr.newBuilder();
            boolean isPossible = false;
            for (int block : blocks) {
                BoolVar duty = duties.duty(block, person);
                if (duty != null) {
                    sum.add(duty);
                    isPossible = true;
                }
            }
            if (isPossible) {
                BoolVar one = model.newBoolVar("");
                model.addLessOrEqual(one, sum.build());
                there[person] = one;
            }
        }
        return there;
    }
}
