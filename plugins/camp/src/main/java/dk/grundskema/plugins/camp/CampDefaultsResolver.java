package dk.grundskema.plugins.camp;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Returns a camp's parameters with all defaults filled in. */
final class CampDefaultsResolver {
    private final CampContext context;
    private final CampTexts texts;

    private CampDefaultsResolver(CampContext context) {
        this.context = context;
        this.texts = context.texts();
    }

    static CampParameters resolve(CampContext context) {
        return new CampDefaultsResolver(context).resolveParameters();
    }

    private CampParameters resolveParameters() {
        CampParameters said = context.parameters();
        return new CampParameters(
                context.firstDay(),
                said.weeks(),
                context.lastDay(),
                said.overnight(),
                said.site(),
                said.baseTimetable().stream().map(this::resolveDayKind).toList(),
                resolveTeams(said.teams()),
                said.students(),
                said.staff(),
                said.subjects().stream().map(this::resolveSubject).toList(),
                said.noDoubleModules(),
                said.roomLimits(),
                resolvePreparation(said),
                said.familiarStaff(),
                said.work(),
                said.conversations(),
                said.visits(),
                said.takesStudentsFromLessons());
    }

    private DayKind resolveDayKind(DayKind day) {
        List<Block> blocks =
                day.blocks().stream().map(block -> resolveBlock(block, day)).toList();
        return new DayKind(day.id(), texts.dayKindName(day), day.weekdays(), day.dates(), day.occasion(), blocks);
    }

    private Block resolveBlock(Block block, DayKind day) {
        return new Block(
                block.id(),
                texts.blockTitle(block, day),
                block.kind(),
                block.start(),
                block.end(),
                block.perTeam(),
                resolveStaff(block),
                block.optionalStaff(),
                block.roomKinds(),
                block.rooms(),
                block.duty(),
                block.creditPercent());
    }

    /** Values that depend on the number of teams stay unset. */
    private static @Nullable Integer resolveStaff(Block block) {
        int ofOne = block.requiredSeats(1);
        return ofOne == block.requiredSeats(Teams.MOST) ? Integer.valueOf(ofOne) : block.staff();
    }

    private static SortedMap<Block.Kind, Integer> resolvePreparation(CampParameters said) {
        var all = new TreeMap<Block.Kind, Integer>();
        for (Block.Kind kind : Block.Kind.values()) {
            all.put(kind, said.preparationMinutesOf(kind));
        }
        return all;
    }

    /** The number of teams stays unset if it exceeds the maximum. */
    private Teams resolveTeams(Teams teams) {
        int count = teams.countFor(context.countStudentsAtStart());
        boolean isLeftToUs = teams.count() == null && teams.given().isEmpty();
        return isLeftToUs && count <= Teams.MOST
                ? new Teams(count, teams.smallest(), teams.largest(), List.of())
                : teams;
    }

    private Subject resolveSubject(Subject subject) {
        return new Subject(
                subject.id(),
                texts.hasTitle(subject) ? texts.subjectTitle(subject) : null,
                subject.modulesPerWeek(),
                subject.maxPerDay(),
                subject.demanding(),
                subject.skill(),
                subject.steps(),
                subject.roomKinds(),
                subject.allowedBlocks());
    }
}
