package dk.grundskema.api.imports.table.file;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Result of reading a file as tables.
 *
 * @param tables   its visible sheets in order; empty if it can't be read
 * @param findings findings about the file
 */
public record TableReadResult(List<Table> tables, List<FileFinding> findings) {
    /** Finding code for a formula without a result; the argument is the formula. */
    public static final String FORMULA = "import.cell.formula";

    /** Finding code for a spreadsheet error in a cell; the argument is the error. */
    public static final String ERROR = "import.cell.error";

    /** Finding code for rows and columns that are hidden; the argument names them. */
    public static final String HIDDEN = "import.cells.hidden";

    /** Finding code for merged cells; the argument names them. */
    public static final String MERGED = "import.cells.merged";

    /** Whether a finding is about hidden or merged cells of a sheet. */
    public static boolean isLayout(FileFinding finding) {
        return Set.of(HIDDEN, MERGED).contains(finding.finding().code());
    }

    /** Whether a finding means that a cell's value is unknown; its argument is the cell's content. */
    public static boolean isUnknownValue(FileFinding finding) {
        return Set.of(FORMULA, ERROR).contains(finding.finding().code());
    }

    /** Copies the lists. */
    public TableReadResult {
        tables = List.copyOf(tables);
        findings = List.copyOf(findings);
    }

    /**
     * Returns the result with corrected cells and without the findings about them. A correction that is a formula counts as a formula
     * without a result.
     */
    public TableReadResult withCorrections(Map<SourceLocation, String> cells) {
        if (cells.isEmpty()) {
            return this;
        }
        Map<SourceLocation, String> values = new HashMap<>();
        Set<SourceLocation> unknown = findings.stream()
                .filter(TableReadResult::isUnknownValue)
                .map(FileFinding::place)
                .collect(Collectors.toSet());
        var said = new ArrayList<>(findings);
        said.removeIf(one -> cells.containsKey(one.place()));
        cells.forEach((place, text) -> {
            boolean isFormula =
                    text.strip().startsWith("=") && tables.stream().anyMatch(table -> table.contains(place));
            values.put(place, isFormula ? "" : text);
            if (isFormula) {
                said.add(FileFinding.error(place, FORMULA, text.strip()));
            }
        });
        return new TableReadResult(
                tables.stream()
                        .map(table -> table.withCorrections(values, unknown))
                        .toList(),
                said);
    }

    /** Returns a result with a reason only. */
    static TableReadResult unreadable(FileFinding reason) {
        return new TableReadResult(List.of(), List.of(reason));
    }
}
