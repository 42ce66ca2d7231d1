package dk.grundskema.api.imports.table.file;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What came of reading a file as tables.
 *
 * @param tables   its sheets in order, hidden ones left out; empty if it can't be read
 * @param findings what is to be said of it
 */
public record Tables(List<Table> tables, List<FileFinding> findings) {
    /** Said of a cell with a formula that has no result; the argument is the formula. */
    public static final String FORMULA = "import.cell.formula";

    /** Said of a cell with an error of the spreadsheet; the argument is the error. */
    public static final String ERROR = "import.cell.error";

    /** Whether a finding is that the value of a cell can't be known; its argument is what stands there. */
    public static boolean isOfCell(FileFinding finding) {
        return Set.of(FORMULA, ERROR).contains(finding.finding().code());
    }

    /** Copies the lists. */
    public Tables {
        tables = List.copyOf(tables);
        findings = List.copyOf(findings);
    }

    /**
     * The same with other texts in some cells, of which what is wrong in the file isn't said any more. A text that is a formula is as good as a
     * formula without a result.
     */
    public Tables mended(Map<Place, String> cells) {
        if (cells.isEmpty()) {
            return this;
        }
        Map<Place, String> values = new HashMap<>();
        Set<Place> unknown = findings.stream()
                .filter(Tables::isOfCell)
                .map(FileFinding::place)
                .collect(Collectors.toSet());
        var said = new ArrayList<>(findings);
        said.removeIf(one -> cells.containsKey(one.place()));
        cells.forEach((place, text) -> {
            boolean isFormula = text.strip().startsWith("=") && tables.stream().anyMatch(table -> table.holds(place));
            values.put(place, isFormula ? "" : text);
            if (isFormula) {
                said.add(FileFinding.error(place, FORMULA, text.strip()));
            }
        });
        return new Tables(
                tables.stream().map(table -> table.mended(values, unknown)).toList(), said);
    }

    /** Nothing but the reason. */
    static Tables none(FileFinding reason) {
        return new Tables(List.of(), List.of(reason));
    }
}
