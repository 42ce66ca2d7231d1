package dk.grundskema.solver.score;

import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.score.StudentParticipation.GivenParticipation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The current sessions of all students, derived from groups and times, and the charges of the timeline rules for them.
 */
final class StudentTimelines {
    private static final int[] NOBODY = {};

    private final StudentParticipation students;
    private final int[] firstPart;
    private final int[][][] spots;
    private final @Nullable StudentTimeline[] lines;
    private final DirtyIndexSet dirty;
    private final int[][] members;
    private final int[] sizes;
    private final int[] held;
    private final DutyList list;
    private final SummingPenaltyCollector charge = new SummingPenaltyCollector();
    private final CostLog log;
    private boolean isFresh;

    StudentTimelines(CompiledRules rules, CostLog log) {
        this.log = log;
        Blueprint blueprint = rules.blueprint();
        CompiledRules.Timelines compiled = rules.lines();
        this.students = compiled.students();
        this.firstPart = compiled.items().ofSession();
        this.spots = blueprint.spots().of();
        this.lines = new StudentTimeline[students.segmentsOfStudents().length];
        for (int i = 0; i < lines.length; i++) {
            StudentSegments studentSegments = students.segmentsOfStudents()[i];
            if (studentSegments != null) {
                lines[i] = createTimeline(i, studentSegments, rules);
            }
        }
        this.dirty = new DirtyIndexSet(lines.length);
        this.members = new int[blueprint.groups().size()][];
        this.sizes = new int[members.length];
        this.held = new int[spots.length];
        this.list = new DutyList(blueprint);
        clear();
    }

    private StudentTimeline createTimeline(int student, StudentSegments studentSegments, CompiledRules rules) {
        CompiledRules.Timelines compiled = rules.lines();
        var who = rules.blueprint().students().get(student);
        AllDutiesStudentTimeline whole = studentSegments.rest().isEmpty()
                ? null
                : new AllDutiesStudentTimeline(
                        who,
                        students.lessons()[student],
                        new AllDutiesCosts(studentSegments.rest(), compiled.days(), compiled.weeks()),
                        compiled.random(),
                        log);
        return new StudentTimeline(who, studentSegments, rules.rules(), students.bases()[student], whole, log);
    }

    /** Resets to the state in which no session is held and no student has joined a group. */
    void clear() {
        Arrays.fill(members, NOBODY);
        Arrays.fill(sizes, 0);
        Arrays.fill(held, Decisions.NONE);
        dirty.clear();
        for (int i = 0; i < lines.length; i++) {
            StudentTimeline line = lines[i];
            if (line != null) {
                line.clear();
                dirty.mark(i);
            }
        }
        isFresh = true;
    }

    /** Holds a session at a choice, or stops holding it if the sign is -1. */
    void holdSession(int session, int slot, int sign) {
        if (students.timeOf()[session].length == 0) {
            return;
        }
        held[session] = sign > 0 ? slot : Decisions.NONE;
        int[] several = students.several()[session];
        for (int student : several) {
            changeIfTakingPart(student, session, slot, sign);
        }
        if (several.length > 0) {
            return;
        }
        for (GivenParticipation part : students.given()[session]) {
            change(part, session, slot, sign);
        }
        for (int group : students.sessionGroups()[session]) {
            for (int i = 0; i < sizes[group]; i++) {
                change(members[group][i], session, slot, sign);
            }
        }
    }

    /** Adds a student to a group, or removes the student if the sign is -1. */
    void joinGroup(int student, int group, int sign) {
        int[] sessions = students.groupSessions()[group];
        for (int session : sessions) {
            int slot = held[session];
            if (slot != Decisions.NONE) {
                if (students.several()[session].length == 0) {
                    change(student, session, slot, sign);
                } else {
                    changeIfTakingPart(student, session, slot, -1);
                }
            }
        }
        updateGroupMembers(student, group, sign);
        for (int session : sessions) {
            if (held[session] != Decisions.NONE && students.several()[session].length > 0) {
                changeIfTakingPart(student, session, held[session], 1);
            }
        }
    }

    private void updateGroupMembers(int student, int group, int sign) {
        if (sign > 0) {
            if (sizes[group] == members[group].length) {
                members[group] = Arrays.copyOf(members[group], 2 * sizes[group] + 4);
            }
            members[group][sizes[group]++] = student;
            return;
        }
        int place = 0;
        while (members[group][place] != student) {
            place++;
        }
        members[group][place] = members[group][--sizes[group]];
    }

    /** For a student who may take part in more than one way but counts once. */
    private void changeIfTakingPart(int student, int session, int slot, int sign) {
        for (int group : students.sessionGroups()[session]) {
            for (int i = 0; i < sizes[group]; i++) {
                if (members[group][i] == student) {
                    change(student, session, slot, sign);
                    return;
                }
            }
        }
        for (GivenParticipation part : students.given()[session]) {
            if (part.student() == student) {
                change(part, session, slot, sign);
            }
        }
    }

    private void change(GivenParticipation part, int session, int slot, int sign) {
        int number = 2 * (firstPart[session] + slot) + 1;
        change(part.student(), number, part.times()[slot], part.spots()[slot], sign);
    }

    private void change(int student, int session, int slot, int sign) {
        int number = 2 * (firstPart[session] + slot);
        change(student, number, students.timeOf()[session][slot], spots[session][slot], sign);
    }

    private void change(int student, int part, int time, int[] when, int sign) {
        StudentTimeline line = lines[student];
        if (line != null) {
            line.change(part, time, when, sign, list, charge);
            dirty.mark(student);
        }
    }

    void settle(Penalties penalties) {
        if (isFresh) {
            isFresh = false;
            for (int rule = 0; rule < students.settled().length; rule++) {
                penalties.add(rule, students.settled()[rule]);
            }
        }
        for (int i = 0; i < dirty.count(); i++) {
            StudentTimeline line = lines[dirty.get(i)];
            if (line != null) {
                line.settle(list, charge, penalties);
            }
        }
        dirty.clear();
    }

    /** Forgets whose sessions changed. */
    void forgetChanges() {
        for (int i = 0; i < dirty.count(); i++) {
            StudentTimeline line = lines[dirty.get(i)];
            if (line != null) {
                line.forgetChanges();
            }
        }
        dirty.clear();
    }
}
