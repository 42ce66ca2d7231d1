package dk.grundskema.examples.comparison.cpsat;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import dk.grundskema.plugins.smallgroups.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Medium costs of small groups: students without a group, sessions without a time or room, days with too much support. */
final class GroupsMediumCosts {
    private static final int LEAST_SHARE = 61;
    private static final int SHARE = 40;

    private final GroupsVariables variables;
    private final GroupsFacts facts;
    private final CpModel model;
    private final GroupsObjective cost;

    GroupsMediumCosts(GroupsVariables variables, GroupsObjective cost) {
        this.variables = variables;
        this.facts = variables.facts();
        this.model = variables.model();
        this.cost = cost;
    }

    void add() {
        facts.pools().forEach(this::withoutGroup);
        for (int place = 0; place < facts.places().size(); place++) {
            missingSessions(place);
            timesPerWeekday(place).values().forEach(new DailySupportCosts(place)::addDay);
        }
        rooms();
    }

    private void withoutGroup(GroupsFacts.StudentPool pool) {
        for (int i = 0; i < pool.students().size(); i++) {
            int need = pool.students().get(i).need();
            cost.addConstantMedium("core.student-without-group", need);
            for (int place : pool.places()) {
                cost.addMedium(
                        "core.student-without-group",
                        variables.memberVariables(place).get(i),
                        -need);
            }
        }
    }

    /** Costs the members' need, times a share that grows with each missing session. */
    private void missingSessions(int place) {
        int asked = facts.parameters().sessionsPerWeek();
        List<Candidate> students = facts.poolOf(place).students();
        var need = LinearExpr.newBuilder();
        int most = students.stream()
                .map(Candidate::need)
                .sorted((a, b) -> b - a)
                .limit(facts.parameters().largest())
                .mapToInt(Integer::intValue)
                .sum();
        for (int i = 0; i < students.size(); i++) {
            need.addTerm(
                    variables.memberVariables(place).get(i), students.get(i).need());
        }
        var count = LinearExpr.newBuilder();
        var levels = new ArrayList<BoolVar>();
        IntVar charged = model.newIntVar(0, (long) most * (LEAST_SHARE + SHARE), "");
        for (int missing = 0; missing <= asked; missing++) {
            BoolVar is = model.newBoolVar("");
            levels.add(is);
            count.addTerm(is, asked - missing);
            if (missing > 0) {
                long share = LEAST_SHARE + (long) SHARE * missing / asked;
                var whole = LinearExpr.newBuilder().addTerm(need.build(), share);
                model.addGreaterOrEqual(charged, whole.build()).onlyEnforceIf(is);
            }
        }
        model.addExactlyOne(levels.toArray(Literal[]::new));
        var held = LinearExpr.sum(variables.meetsAt(place).toArray(BoolVar[]::new));
        var lacking = LinearExpr.newBuilder()
                .add(held)
                .addTerm(variables.isUsed(place), -asked)
                .add(asked);
        model.addEquality(lacking.build(), count.build());
        cost.addMedium("small-groups.missing-sessions", charged, 1);
    }

    /** Returns the numbers of the times of each weekday. */
    private Map<Integer, List<Integer>> timesPerWeekday(int place) {
        Map<Integer, List<Integer>> days = new TreeMap<>();
        for (int time = 0; time < variables.meetsAt(place).size(); time++) {
            days.computeIfAbsent(facts.times().get(time).weekday().getValue(), any -> new ArrayList<>())
                    .add(time);
        }
        return days;
    }

    /** Cost for each member of the one session that exceeds the daily limit, in each of its weeks. */
    private final class DailySupportCosts {
        private final int place;

        DailySupportCosts(int place) {
            this.place = place;
        }

        void addDay(List<Integer> times) {
            int minutes = facts.parameters().sessionMinutes();
            int limit = facts.problem().support().minutesPerDay();
            int most = Math.min(times.size(), facts.parameters().sessionsPerWeek());
            int over = most * minutes - limit;
            if (over <= 0) {
                return;
            }
            var held = LinearExpr.newBuilder();
            times.forEach(time -> held.add(variables.meetsAt(place).get(time)));
            BoolVar isOver = model.newBoolVar("");
            model.addLessOrEqual(held.build(), LinearExpr.affine(isOver, 1, most - 1L));
            int largest = facts.parameters().largest();
            IntVar members = model.newIntVar(0, largest, "");
            var least = LinearExpr.newBuilder()
                    .add(LinearExpr.sum(variables.memberVariables(place).toArray(BoolVar[]::new)))
                    .addTerm(isOver, largest)
                    .add(-largest);
            model.addGreaterOrEqual(members, least.build());
            int weeks = facts.times().get(times.getFirst()).weeks().size();
            cost.addMedium("core.support-a-day", members, (long) over * weeks);
        }
    }

    /** Groups beyond the number of rooms at one time have no room. */
    private void rooms() {
        int places = facts.places().size();
        for (int time = 0; time < facts.times().size(); time++) {
            LinearExprBuilder held = LinearExpr.newBuilder();
            for (int place = 0; place < places; place++) {
                held.add(variables.meetsAt(place).get(time));
            }
            IntVar without = model.newIntVar(0, places, "");
            held.addTerm(without, -1);
            model.addLessOrEqual(held.build(), facts.rooms().size());
            cost.addMedium("core.missing-room", without, 1);
        }
    }
}
