package dk.grundskema.solver.score;

import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.score.CompiledRules.GivenPart;
import dk.grundskema.solver.score.CompiledRules.OwnerRules;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Which students take part in what, as groups and times stand, and what the timeline rules charge for it. */
final class Attendance {
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final CompiledRules.Lines compiled;
    private final int[] values;
    private final StudentLine[] lines;
    private final Marks dirty;
    private final boolean[][] members;

    /** Reads how decisions stand from {@code values}, which change meanwhile. */
    Attendance(CompiledRules rules, int[] values) {
        this.blueprint = rules.blueprint();
        this.decisions = blueprint.decisions();
        this.compiled = rules.lines();
        this.values = values;
        OwnerRules ofStudents = compiled.student();
        this.lines =
                new StudentLine[ofStudents.isEmpty() ? 0 : blueprint.students().size()];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = new StudentLine(i, blueprint.students().get(i), compiled);
        }
        this.dirty = new Marks(lines.length);
        this.members = new boolean[blueprint.groups().size()][lines.length];
    }

    void clear() {
        for (boolean[] group : members) {
            Arrays.fill(group, false);
        }
        for (int i = 0; i < lines.length; i++) {
            lines[i].clear();
            change(i, compiled.studentFacts()[i], 1);
        }
    }

    /** A session is held at a choice, or no longer is if the sign is -1. */
    void hold(int session, int slot, int sign) {
        if (lines.length == 0) {
            return;
        }
        for (GivenPart part : compiled.given()[session]) {
            change(part.student(), part.weeks()[slot], sign);
        }
        int[] spots = blueprint.spots().of()[session][slot];
        for (int group : compiled.sessionGroups()[session]) {
            for (int student = 0; student < lines.length; student++) {
                if (members[group][student]) {
                    change(student, spots, sign);
                }
            }
        }
    }

    /** A student joins a group, or leaves it if the sign is -1. */
    void join(int student, int group, int sign) {
        if (lines.length == 0) {
            return;
        }
        members[group][student] = sign > 0;
        for (int session : compiled.groupSessions()[group]) {
            int slot = values[decisions.slot(session)];
            if (slot != Decisions.NONE) {
                change(student, blueprint.spots().of()[session][slot], sign);
            }
        }
    }

    private void change(int student, int[] spots, int sign) {
        long change = 0;
        for (int spot : spots) {
            change += compiled.random()[spot];
        }
        lines[student].change(sign * change);
        dirty.mark(student);
    }

    void settle(DutyList list, SumCharge charge, Penalties penalties) {
        for (int i = 0; i < dirty.count(); i++) {
            lines[dirty.get(i)].settle(this::spotsOf, list, charge, penalties);
        }
        dirty.clear();
    }

    /** The spots of a student as everything stands. */
    private int[] spotsOf(int student) {
        var spots = IntStream.builder();
        addAll(spots, compiled.studentFacts()[student]);
        for (int session = 0; session < blueprint.sessions().size(); session++) {
            int slot = values[decisions.slot(session)];
            for (GivenPart part : slot == Decisions.NONE ? new GivenPart[0] : compiled.given()[session]) {
                if (part.student() == student) {
                    addAll(spots, part.weeks()[slot]);
                }
            }
        }
        for (int group = 0; group < members.length; group++) {
            for (int session : members[group][student] ? compiled.groupSessions()[group] : new int[0]) {
                int slot = values[decisions.slot(session)];
                if (slot != Decisions.NONE) {
                    addAll(spots, blueprint.spots().of()[session][slot]);
                }
            }
        }
        return spots.build().toArray();
    }

    private static void addAll(IntStream.Builder spots, int[] some) {
        for (int spot : some) {
            spots.add(spot);
        }
    }
}
