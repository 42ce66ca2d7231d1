package dk.grundskema.examples.comparison.cpsat;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import dk.grundskema.domain.people.StaffId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Variables and hard rules of small groups: members, times and tutor of each group. A group's sessions are alike, so only the
 * times at which it meets are decided; rooms are alike and assigned afterwards. A group meets only with a tutor, because without
 * one its sessions would be missing anyway.
 */
final class GroupsVariables {
    private record TutorTime(StaffId tutor, int place, int time) {}

    private record TutorPlace(StaffId tutor, int place) {}

    private final GroupsFacts facts;
    private final CpModel model = new CpModel();
    private final List<BoolVar> used = new ArrayList<>();
    private final List<List<BoolVar>> in = new ArrayList<>();
    private final List<List<BoolVar>> meets = new ArrayList<>();
    private final Map<TutorPlace, BoolVar> has = new HashMap<>();
    private final Map<TutorTime, BoolVar> teaching = new HashMap<>();

    GroupsVariables(GroupsFacts facts) {
        this.facts = facts;
        for (int place = 0; place < facts.places().size(); place++) {
            addMembers(place);
            addHours(place);
            addTutors(place);
        }
        facts.pools().forEach(this::limitMemberships);
        facts.pools().forEach(this::orderPlaces);
        limitTutors();
        Integer most = facts.parameters().mostGroups();
        if (most != null) {
            model.addLessOrEqual(LinearExpr.sum(used.toArray(BoolVar[]::new)), most);
        }
    }

    private void addMembers(int place) {
        BoolVar isUsed = model.newBoolVar("");
        used.add(isUsed);
        var members = new ArrayList<BoolVar>();
        GroupsFacts.StudentPool pool = facts.poolOf(place);
        pool.students().forEach(one -> members.add(model.newBoolVar("")));
        in.add(members);
        LinearExpr size = LinearExpr.sum(members.toArray(BoolVar[]::new));
        model.addLessOrEqual(size, LinearExpr.term(isUsed, facts.parameters().largest()));
        model.addGreaterOrEqual(size, LinearExpr.term(isUsed, facts.parameters().smallest()));
        for (int i = 0; i < members.size(); i++) {
            model.addImplication(members.get(i), isUsed);
            var one = facts.student(pool.students().get(i).studentId());
            for (int j = 0; j < members.size(); j++) {
                if (one.neverWith().contains(pool.students().get(j).studentId())) {
                    model.addAtMostOne(new Literal[] {members.get(i), members.get(j)});
                }
            }
        }
    }

    private void addHours(int place) {
        var hours = new ArrayList<BoolVar>();
        GroupsFacts.StudentPool pool = facts.poolOf(place);
        for (int time = 0; time < facts.times().size(); time++) {
            BoolVar isHeld = model.newBoolVar("");
            hours.add(isHeld);
            for (int i = 0; i < pool.students().size(); i++) {
                var student = pool.students().get(i).studentId();
                if (!facts.isStudentFree(student, facts.times().get(time))) {
                    model.addAtMostOne(new Literal[] {in.get(place).get(i), isHeld});
                }
            }
        }
        meets.add(hours);
        model.addLessOrEqual(
                LinearExpr.sum(hours.toArray(BoolVar[]::new)),
                LinearExpr.term(used.get(place), facts.parameters().sessionsPerWeek()));
    }

    private void addTutors(int place) {
        var all = new ArrayList<BoolVar>();
        var at = new ArrayList<LinearExprBuilder>();
        facts.times().forEach(time -> at.add(LinearExpr.newBuilder()));
        for (StaffId tutor : facts.poolOf(place).tutors()) {
            BoolVar isTutor = model.newBoolVar("");
            has.put(new TutorPlace(tutor, place), isTutor);
            all.add(isTutor);
            var sessions = LinearExpr.newBuilder();
            for (int time = 0; time < facts.times().size(); time++) {
                if (facts.isTutorFree(tutor, facts.times().get(time))) {
                    BoolVar teaches = model.newBoolVar("");
                    teaching.put(new TutorTime(tutor, place, time), teaches);
                    model.addImplication(teaches, isTutor);
                    at.get(time).add(teaches);
                    sessions.add(teaches);
                }
            }
            model.addLessOrEqual(
                    sessions.build(),
                    LinearExpr.term(isTutor, facts.parameters().sessionsPerWeek()));
        }
        for (int time = 0; time < facts.times().size(); time++) {
            model.addEquality(at.get(time).build(), meets.get(place).get(time));
        }
        model.addLessOrEqual(LinearExpr.sum(all.toArray(BoolVar[]::new)), used.get(place));
    }

    private void limitMemberships(GroupsFacts.StudentPool pool) {
        for (int i = 0; i < pool.students().size(); i++) {
            int number = i;
            model.addAtMostOne(pool.places().stream()
                    .map(place -> in.get(place).get(number))
                    .toArray(Literal[]::new));
        }
    }

    /** Places of a pool are interchangeable: used places come first, in the order of their first members. */
    private void orderPlaces(GroupsFacts.StudentPool pool) {
        for (int i = 1; i < pool.places().size(); i++) {
            int before = pool.places().get(i - 1);
            int place = pool.places().get(i);
            model.addImplication(used.get(place), used.get(before));
            List<BoolVar> own = in.get(place);
            BoolVar hasBegun = in.get(before).getFirst();
            model.addEquality(own.getFirst(), 0);
            for (int student = 1; student < own.size(); student++) {
                model.addImplication(own.get(student), hasBegun);
                BoolVar next = model.newBoolVar("");
                model.addBoolOr(
                        new Literal[] {next.not(), hasBegun, in.get(before).get(student)});
                hasBegun = next;
            }
        }
    }

    /** A tutor is with one group at a time, and has no more sessions a week than agreed. */
    private void limitTutors() {
        for (StaffId tutor : tutors()) {
            var all = LinearExpr.newBuilder();
            for (int time = 0; time < facts.times().size(); time++) {
                List<BoolVar> now = teachingAt(tutor, time);
                model.addAtMostOne(now.toArray(Literal[]::new));
                now.forEach(all::add);
            }
            model.addLessOrEqual(all.build(), facts.mostSessionsPerWeek(tutor));
        }
    }

    /** Returns all tutors, each once. */
    List<StaffId> tutors() {
        return facts.pools().stream()
                .flatMap(pool -> pool.tutors().stream())
                .distinct()
                .toList();
    }

    /** Returns for each group whether a tutor is with it at a time. */
    List<BoolVar> teachingAt(StaffId tutor, int time) {
        var now = new ArrayList<BoolVar>();
        for (int place = 0; place < used.size(); place++) {
            BoolVar teaches = teaching.get(new TutorTime(tutor, place, time));
            if (teaches != null) {
                now.add(teaches);
            }
        }
        return now;
    }

    GroupsFacts facts() {
        return facts;
    }

    CpModel model() {
        return model;
    }

    BoolVar isUsed(int place) {
        return used.get(place);
    }

    /** Returns for each student of the pool whether the student is in the place's group. */
    List<BoolVar> memberVariables(int place) {
        return in.get(place);
    }

    /** Returns for each time whether the group meets then. */
    List<BoolVar> meetsAt(int place) {
        return meets.get(place);
    }

    /** Returns the variable that tells whether a person is the group's tutor; {@code null} means that it is impossible. */
    @Nullable
    BoolVar isTutor(int place, StaffId tutor) {
        return has.get(new TutorPlace(tutor, place));
    }
}
