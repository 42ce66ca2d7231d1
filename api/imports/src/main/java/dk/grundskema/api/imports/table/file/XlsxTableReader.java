package dk.grundskema.api.imports.table.file;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.table.file.WorkbookPartInspector.RefusedPartException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Reads workbooks (XLSX). */
final class XlsxTableReader {
    private static final Set<String> ERRORS =
            Set.of("#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NULL!", "#NUM!", "#SPILL!", "#CALC!");
    /** More than are reported, because most may be in cells that nobody reads. */
    private static final int MOST_FINDINGS = 100_000;

    private final String name;
    private final WorkbookInspector inspection = new WorkbookInspector();
    private final List<FileFinding> findings = new ArrayList<>();
    /** Normalized texts by original text, only for texts that differ. */
    private final Map<String, String> cleaned = new HashMap<>();

    private long letters;
    private WorkbookNumberFormatter values = new WorkbookNumberFormatter(false);

    private XlsxTableReader(String name) {
        this.name = name;
    }

    /** Returns the name of a sheet; its number if a program wrote none. */
    private static String nameOf(Sheet sheet) {
        String stated = sheet.getName();
        return stated == null ? "#" + (sheet.getIndex() + 1) : stated;
    }

    static TableReadResult read(String name, byte[] bytes) {
        var whole = new SourceLocation(name, "");
        var file = new XlsxTableReader(name);
        try {
            file.inspection.inspect(bytes);
            if (!file.inspection.isWorkbook()) {
                return TableReadResult.unreadable(FileFinding.error(
                        whole,
                        file.inspection.isOpenDocument() ? "import.file.open-document" : "import.file.no-workbook"));
            }
            return file.readTables(bytes);
        } catch (RefusedPartException e) {
            return TableReadResult.unreadable(FileFinding.error(whole, e.code(), limitArguments(e.code())));
        } catch (IOException | RuntimeException e) { // the library throws any exception on broken workbooks
            return TableReadResult.unreadable(FileFinding.error(whole, "import.file.corrupt"));
        }
    }

    private static Object[] limitArgument(int limit) {
        return new Object[] {limit};
    }

    private static Object[] limitArguments(String code) {
        return switch (code) {
            case "import.table.too-many-rows" -> limitArgument(TableLimits.ROWS);
            case "import.table.too-many-columns" -> limitArgument(TableLimits.COLUMNS);
            case "import.table.too-many-cells" -> limitArgument(TableLimits.CELLS);
            default -> new Object[0];
        };
    }

    private TableReadResult readTables(byte[] bytes) throws IOException, RefusedPartException {
        var options = new ReadingOptions(inspection.hasStyles(), true);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes), options)) {
            values = new WorkbookNumberFormatter(book.isDate1904());
            var tables = new ArrayList<Table>();
            for (Sheet sheet : book.getSheets().toList()) {
                if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
                    tables.add(readTable(sheet));
                } else {
                    findings.add(FileFinding.info(
                            new SourceLocation(name, nameOf(sheet)), "import.sheet.hidden", nameOf(sheet)));
                }
            }
            return new TableReadResult(tables, findings);
        }
    }

    private Table readTable(Sheet sheet) throws IOException, RefusedPartException {
        var rows = new TableRowsBuilder();
        try (Stream<Row> stream = sheet.openStream()) {
            stream.forEach(row -> {
                for (Cell cell : row) {
                    // Cells of a row may be null if the file numbers them
                    if (cell != null && letters <= TableLimits.LETTERS) {
                        var at = cell.getAddress();
                        String text = cellText(nameOf(sheet), cell);
                        letters += text.length();
                        rows.set(at.getRow(), at.getColumn(), text);
                    }
                }
            });
        }
        var areas = inspection.areas(sheet.getId());
        int read = rows.size();
        for (MergedArea area : areas) {
            letters += letters <= TableLimits.LETTERS ? rows.fill(area, read) : 0;
        }
        if (letters > TableLimits.LETTERS) {
            throw new RefusedPartException("import.file.bomb");
        }
        var table = new Table(name, nameOf(sheet), rows.build(), new MergedAreas(areas));
        var layout = new SheetLayoutReporter(table);
        layout.hidden(inspection.hiddenRows(sheet.getId()), inspection.hiddenColumns(sheet.getId()))
                .ifPresent(findings::add);
        layout.merged(areas).ifPresent(findings::add);
        return table;
    }

    private String cellText(String sheet, Cell cell) {
        Object value = cell.getValue();
        boolean isFormula = cell.getFormula() != null;
        if (isFormula
                && value == null
                && (cell.getRawValue() == null || cell.getRawValue().isEmpty())) {
            return reportCell(sheet, cell, TableReadResult.FORMULA, "=" + cell.getFormula());
        }
        if (cell.getType() == CellType.ERROR || ((isFormula && value instanceof String) && ERRORS.contains(value))) {
            return reportCell(sheet, cell, TableReadResult.ERROR, String.valueOf(value));
        }
        return switch (value) {
            case null -> "";
            case BigDecimal number -> values.format(number, cell.getDataFormatId(), cell.getDataFormatString());
            case Boolean truth -> truth ? "true" : "false";
            default -> normalizeSpaces(value.toString());
        };
    }

    private String reportCell(String sheet, Cell cell, String code, String shown) {
        if (findings.size() < MOST_FINDINGS) {
            String at =
                    CellName.of(cell.getAddress().getRow(), cell.getAddress().getColumn());
            findings.add(FileFinding.error(new SourceLocation(name, sheet + "!" + at), code, shown));
        }
        return "";
    }

    /** Replaces non-breaking spaces and strips the text. Results are cached, because many cells may share one text. */
    private String normalizeSpaces(String text) {
        String known = cleaned.get(text);
        if (known != null) {
            return known;
        }
        String clean = text.replace('\u00A0', ' ').strip();
        if (!clean.equals(text)) {
            cleaned.put(text, clean);
        }
        return clean;
    }
}
