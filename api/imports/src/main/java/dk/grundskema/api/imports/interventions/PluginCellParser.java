package dk.grundskema.api.imports.interventions;

import dk.grundskema.api.documents.cell.CellCodec;
import dk.grundskema.api.documents.cell.CellReading;
import dk.grundskema.api.documents.cell.WordSplitter;
import dk.grundskema.api.documents.json.SpellingSuggester;
import dk.grundskema.api.imports.assembly.NameDirectory;
import dk.grundskema.api.imports.assembly.NameDirectory.Kind;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.domain.people.StudentName;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.InputList.Column;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parses list cells into values for plugins; reports each unusable cell. */
final class PluginCellParser {
    /** Most comparisons when searching similar names for unknown ones. */
    private static final int MOST_COMPARISONS = 200_000;

    private final NameDirectory names;
    private final Horizon horizon;
    private final CellCodec cells;
    private final Map<String, String> subjects;
    private final List<FileFinding> findings;
    private long comparisons;

    /**
     * @param names    resolves words to ids
     * @param horizon  weeks to plan
     * @param subjects subjects as files write them, with the name to use for each
     * @param findings receives the findings
     */
    PluginCellParser(NameDirectory names, Horizon horizon, Map<String, String> subjects, List<FileFinding> findings) {
        this.names = names;
        this.horizon = horizon;
        this.cells = CellCodec.ofPlan(horizon.allWeeks());
        this.subjects = subjects;
        this.findings = findings;
    }

    /**
     * Returns the value of a cell; {@code null} if it is wrong, after reporting why.
     *
     * @param choices the column's choices by their key and by their texts in lower case
     */
    @Nullable
    Object parse(Column column, SourceText cell, Map<String, String> choices) {
        if (!column.many()) {
            return parseOne(column, cell, choices);
        }
        var many = new ArrayList<Object>();
        boolean isGood = true;
        for (String text : splitWords(column, cell.text())) {
            Object value = parseOne(column, new SourceText(text, cell.place()), choices);
            isGood &= value != null;
            if (value != null) {
                many.add(value);
            }
        }
        return isGood ? many : null;
    }

    private List<String> splitWords(Column column, String text) {
        return switch (column.kind()) {
            case SUBJECT -> WordSplitter.splitSubjectList(text, names::isSubject);
            case STAFF -> splitNames(Kind.STAFF, text);
            case GROUP -> splitNames(Kind.GROUP, text);
            case ROOM -> splitNames(Kind.ROOM, text);
            case STUDENT -> splitNames(Kind.STUDENT, text);
            case TEXT, NUMBER, WHOLE, YES_NO, CHOICE, DATE, WEEK -> WordSplitter.splitValues(text);
        };
    }

    private List<String> splitNames(Kind kind, String text) {
        return WordSplitter.splitNames(text, word -> names.findId(kind, word).isPresent());
    }

    private @Nullable Object parseOne(Column column, SourceText cell, Map<String, String> choices) {
        String text = cell.text().strip();
        SourceLocation place = cell.place();
        return switch (column.kind()) {
            case TEXT -> text;
            case SUBJECT -> subjects.getOrDefault(text, text);
            case NUMBER -> valueOf(CellCodec.readNumber(text).map(BigDecimal::doubleValue), place);
            case WHOLE -> valueOf(CellCodec.readWholeNumber(text, Integer.MIN_VALUE), place);
            case YES_NO -> valueOf(CellCodec.readYesNo(text), place);
            case CHOICE -> parseChoice(text, place, choices);
            case DATE -> valueOf(cells.readDate(text).map(LocalDate::toString), place);
            case WEEK -> valueOf(readWeek(text), place);
            case STAFF -> resolveId(Kind.STAFF, text, place);
            case GROUP -> resolveId(Kind.GROUP, text, place);
            case ROOM -> resolveId(Kind.ROOM, text, place);
            case STUDENT -> resolveId(Kind.STUDENT, text, place);
        };
    }

    private <T> @Nullable T valueOf(CellReading<T> reading, SourceLocation place) {
        return reading.valueOr(finding -> findings.add(FileFinding.at(place, finding)))
                .orElse(null);
    }

    private @Nullable String parseChoice(String text, SourceLocation place, Map<String, String> choices) {
        String word = text.toLowerCase(Locale.ROOT);
        String meant = choices.get(word);
        if (meant != null) {
            return meant;
        }
        SpellingSuggester.suggest(word, choices.keySet())
                .ifPresentOrElse(
                        near -> addError(place, "import.cell.no-choice-maybe", text, near),
                        () -> addError(
                                place,
                                "import.cell.no-choice",
                                text,
                                choices.keySet().stream().sorted().toList()));
        return null;
    }

    /** Reads a week, which must be one of the weeks to plan. */
    private CellReading<String> readWeek(String text) {
        CellReading<IsoWeek> week = cells.readWeek(text);
        return week.asOptional().filter(one -> !horizon.contains(one)).isPresent()
                ? new CellReading.Unreadable<>(cells.unknownWeek(text))
                : week.map(IsoWeek::toString);
    }

    private @Nullable String resolveId(Kind kind, String text, SourceLocation place) {
        var id = names.findId(kind, text);
        if (id.isPresent()) {
            return id.get();
        }
        if (kind == Kind.STUDENT) {
            addError(place, "import.cell.no-student", new StudentName(text));
            return null;
        }
        String code = "import.cell.no-" + kind.name().toLowerCase(Locale.ROOT);
        var known = names.knownNames(kind);
        comparisons += known.size();
        var guessed =
                comparisons <= MOST_COMPARISONS ? SpellingSuggester.suggest(text, known) : Optional.<String>empty();
        guessed.ifPresentOrElse(
                near -> addError(place, code + "-maybe", text, near), () -> addError(place, code, text));
        return null;
    }

    private void addError(SourceLocation place, String code, Object... arguments) {
        findings.add(FileFinding.error(place, code, arguments));
    }
}
