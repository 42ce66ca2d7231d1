package dk.grundskema.examples.comparison.scoring;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.plugins.camp.Block;
import dk.grundskema.plugins.camp.CampParameters;
import dk.grundskema.plugins.camp.DayKind;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A camp's timetable, indexed for scoring.
 *
 * @param problem    the problem, whose only intervention is a camp
 * @param parameters the camp's parameters
 * @param timetable  the finished plan
 * @param blocks     its meetings as blocks, in the order of the timetable
 */
record CampPlan(Problem problem, CampParameters parameters, Timetable timetable, List<HeldBlock> blocks) {

    /** Kinds of block that each team has alone by default. */
    private static final Set<Block.Kind> ALONE = Set.of(Block.Kind.MODULE, Block.Kind.TRIP);

    static CampPlan of(Problem problem, Timetable timetable) {
        Intervention<?> only = problem.interventions().getFirst();
        if (problem.interventions().size() != 1
                || !(only.parameters() instanceof CampParameters parameters)
                || !problem.lessons().isEmpty()
                || !problem.locks().isEmpty()) {
            throw new IllegalArgumentException(
                    "The problem (%s) must be one camp without lessons and locks.".formatted(problem.title()));
        }
        var blocks = timetable.meetings().stream()
                .map(meeting ->
                        toHeldBlock(meeting, parameters, problem.horizon().zone()))
                .toList();
        return new CampPlan(problem, parameters, timetable, blocks);
    }

    private static HeldBlock toHeldBlock(Meeting meeting, CampParameters parameters, ZoneId zone) {
        String id = meeting.sessionId().value();
        Block block = parameters.dayKinds().stream()
                .map(DayKind::blocks)
                .flatMap(List::stream)
                .filter(one -> one.id().equals(id.substring(id.lastIndexOf('/') + 1))
                        && one.start().equals(meeting.start())
                        && one.end().equals(meeting.end()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The meeting (%s) is not a block.".formatted(id)));
        LocalDate date = meeting.time().firstDate();
        Boolean perTeam = block.perTeam();
        boolean isTeams = perTeam == null ? ALONE.contains(block.kind()) : perTeam;
        GroupId team = isTeams ? meeting.groupIds().getFirst() : null;
        return new HeldBlock(
                meeting,
                block,
                team,
                date,
                meeting.time().interval(meeting.weeks().first(), zone));
    }

    ZoneId zone() {
        return problem.horizon().zone();
    }

    /** Returns the staff who may be on duty. */
    List<StaffMember> staff() {
        Set<StaffId> named = Set.copyOf(parameters.staff());
        return problem.staff().stream()
                .filter(one -> named.isEmpty() || named.contains(one.id()))
                .toList();
    }

    /** Returns the working-time rules of a person. */
    WorkRules rulesOf(StaffMember person) {
        WorkRules own = person.work();
        WorkRules ofCamp = parameters.work();
        return own != null ? own : ofCamp != null ? ofCamp : problem.work();
    }

    /**
     * Returns a person's blocks that count as work, ordered by start, then by end. A block in which the person has two seats
     * appears twice.
     */
    List<HeldBlock> dutiesOf(StaffId person) {
        return blocks.stream()
                .filter(HeldBlock::isWork)
                .flatMap(
                        block -> block.holders().stream().filter(person::equals).map(one -> block))
                .sorted(Comparator.comparing(HeldBlock::interval))
                .toList();
    }
}
