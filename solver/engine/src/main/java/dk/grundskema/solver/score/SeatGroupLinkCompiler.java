package dk.grundskema.solver.score;

import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Links seats with the groups that individually named students of their sessions may join. */
final class SeatGroupLinkCompiler {
    /** Creates the entry block that a seat's holder adds because of a student's group. */
    interface EntryBlockFactory {
        int[] createBlock(int seat, Student student, GroupId group, int person);
    }

    private final Blueprint blueprint;
    private final Decisions decisions;
    private final EntryBlockFactory block;

    SeatGroupLinkCompiler(Blueprint blueprint, EntryBlockFactory block) {
        this.blueprint = blueprint;
        this.decisions = blueprint.decisions();
        this.block = block;
    }

    /** Returns the students who are named individually in one of a seat's sessions, each once. */
    static List<Student> singleStudents(Blueprint blueprint, int seat) {
        return IntStream.of(blueprint.sessionsOf()[seat])
                .mapToObj(session -> blueprint.sessions().get(session))
                .flatMap(session -> session.students().stream())
                .distinct()
                .map(id -> blueprint.students().get(blueprint.index().student().indexOf(id)))
                .toList();
    }

    /** Returns the groups of which a student is a given member, in any weeks. */
    static List<GroupId> givenGroups(Blueprint blueprint, Student student) {
        return blueprint.groups().stream()
                .filter(group -> group.members().stream()
                        .anyMatch(member -> member.studentId().equals(student.id())))
                .map(Group::id)
                .toList();
    }

    CompiledRules.CompanionEntries compile() {
        int seats = blueprint.seats().size();
        int[][] members = new int[seats][];
        int[][][][][] blocks = new int[seats][][][][];
        List<List<Integer>> seatsOf = new ArrayList<>();
        blueprint.memberships().forEach(one -> seatsOf.add(new ArrayList<>()));
        for (int seat = 0; seat < seats; seat++) {
            var students = singleStudents(blueprint, seat);
            members[seat] = IntStream.range(0, seatsOf.size())
                    .filter(m ->
                            students.contains(blueprint.memberships().get(m).student()))
                    .toArray();
            blocks[seat] = new int[members[seat].length][][][];
            for (int place = 0; place < members[seat].length; place++) {
                seatsOf.get(members[seat][place]).add(seat);
                blocks[seat][place] = blocks(seat, members[seat][place]);
            }
        }
        int[][] lists = seatsOf.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        return new CompiledRules.CompanionEntries(members, lists, blocks);
    }

    private int[][][] blocks(int seat, int membership) {
        Student student = blueprint.memberships().get(membership).student();
        int[][][] blocks = new int[blueprint.groups().size()][][];
        for (int group : decisions.range(decisions.member(membership))) {
            blocks[group] = new int[blueprint.staff().size()][];
            for (int person : decisions.range(decisions.seat(seat))) {
                blocks[group][person] = block.createBlock(
                        seat, student, blueprint.groups().get(group).id(), person);
            }
        }
        return blocks;
    }
}
