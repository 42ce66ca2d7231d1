package dk.grundskema.api.planning.plansheet;

import dk.grundskema.api.imports.plansheet.CellChange;
import dk.grundskema.api.planning.plansheet.PlanSheetPreview.CheckedChange;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.time.MeetingTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Words changes of cells: where, which meeting, what it was and what it becomes, and what that breaks. */
public final class CellChangeFormatter {
    private final Texts texts;
    private final Function<Object, String> names;
    private final Map<String, String> subjects;

    /**
     * @param texts    texts with the names of the plan
     * @param names    returns the name of an id
     * @param subjects titles of subjects by id; others are named by id
     */
    public CellChangeFormatter(Texts texts, Function<Object, String> names, Map<String, String> subjects) {
        this.texts = texts;
        this.names = names;
        this.subjects = Map.copyOf(subjects);
    }

    /**
     * A change in words.
     *
     * @param file    name of the file
     * @param cell    the cell, such as {@code Plan!H14}; a sheet if a row is missing
     * @param meeting the meeting, with team, date and time
     * @param what    what of it becomes otherwise
     * @param was     what the plan has
     * @param becomes what the sheet has
     * @param broken  rules that are broken in the meeting then and were not before, each in a sentence
     */
    public record WordedChange(
            String file, String cell, String meeting, String what, String was, String becomes, List<String> broken) {
        /** Copies the list. */
        public WordedChange {
            broken = List.copyOf(broken);
        }
    }

    /** Words a change. */
    public WordedChange word(CheckedChange change) {
        CellChange cell = change.cell();
        return new WordedChange(
                cell.place().file(),
                cell.place().where(),
                names.apply(cell.session()),
                texts.text("plansheet.what." + cell.aspect().name()),
                word(cell.was()),
                word(cell.becomes()),
                change.broken().stream().map(texts::sentenceOf).toList());
    }

    private String word(List<Object> values) {
        return values.isEmpty()
                ? texts.text("plansheet.nothing")
                : values.stream().map(this::word).collect(Collectors.joining(", "));
    }

    private String word(Object value) {
        return switch (value) {
            case MeetingTime time -> texts.text("plansheet.time", time.firstDate(), time.start(), time.end());
            case String subject -> subjects.getOrDefault(subject, subject);
            default -> names.apply(value);
        };
    }
}
