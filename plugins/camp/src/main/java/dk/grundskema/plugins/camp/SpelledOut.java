package dk.grundskema.plugins.camp;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A camp with everything said that its parameters leave to us. */
final class SpelledOut {
    private final CampFrame frame;
    private final CampTexts texts;

    private SpelledOut(CampFrame frame) {
        this.frame = frame;
        this.texts = frame.texts();
    }

    static CampParameters of(CampFrame frame) {
        return new SpelledOut(frame).parameters();
    }

    private CampParameters parameters() {
        CampParameters said = frame.parameters();
        return new CampParameters(
                frame.firstDay(),
                said.weeks(),
                frame.lastDay(),
                said.overnight(),
                said.site(),
                said.baseTimetable().stream().map(this::day).toList(),
                teams(said.teams()),
                said.students(),
                said.staff(),
                said.subjects().stream().map(this::subject).toList(),
                preparation(said),
                said.familiarStaff(),
                said.work(),
                said.conversations(),
                said.visits(),
                said.takesStudentsFromLessons());
    }

    private DayKind day(DayKind day) {
        List<Block> blocks =
                day.blocks().stream().map(block -> block(block, day)).toList();
        return new DayKind(day.id(), texts.day(day), day.weekdays(), day.dates(), day.occasion(), blocks);
    }

    private Block block(Block block, DayKind day) {
        return new Block(
                block.id(),
                texts.block(block, day),
                block.kind(),
                block.start(),
                block.end(),
                block.perTeam(),
                staff(block),
                block.optionalStaff(),
                block.roomKinds(),
                block.rooms(),
                block.duty(),
                block.creditPercent());
    }

    /** What depends on the number of teams stays left to us. */
    private static @Nullable Integer staff(Block block) {
        int ofOne = block.requiredSeats(1);
        return ofOne == block.requiredSeats(Teams.MOST) ? Integer.valueOf(ofOne) : block.staff();
    }

    private static SortedMap<Block.Kind, Integer> preparation(CampParameters said) {
        var all = new TreeMap<Block.Kind, Integer>();
        for (Block.Kind kind : Block.Kind.values()) {
            all.put(kind, said.preparationOf(kind));
        }
        return all;
    }

    /** More teams than can be asked for stay left to us. */
    private Teams teams(Teams teams) {
        int count = teams.countFor(frame.students().size());
        boolean isLeftToUs = teams.count() == null && teams.given().isEmpty();
        return isLeftToUs && count <= Teams.MOST
                ? new Teams(count, teams.smallest(), teams.largest(), List.of())
                : teams;
    }

    private Subject subject(Subject subject) {
        return new Subject(
                subject.id(),
                texts.hasTitle(subject) ? texts.subject(subject) : null,
                subject.modulesPerWeek(),
                subject.maxPerDay(),
                subject.demanding(),
                subject.skill(),
                subject.steps());
    }
}
