package dk.grundskema.api.imports.table.file;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.Place;
import dk.grundskema.api.imports.table.file.PartInspection.RefusedPartException;
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

/** Reads workbooks. */
final class XlsxFile {
    private static final Set<String> ERRORS =
            Set.of("#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NULL!", "#NUM!", "#SPILL!", "#CALC!");
    /** More than are told, for most may be of cells that nobody reads. */
    private static final int MOST_FINDINGS = 100_000;

    private final String name;
    private final WorkbookInspection inspection = new WorkbookInspection();
    private final List<FileFinding> findings = new ArrayList<>();
    /** Texts with such spaces, without them. */
    private final Map<String, String> cleaned = new HashMap<>();

    private long letters;
    private CellValue values = new CellValue(false);

    private XlsxFile(String name) {
        this.name = name;
    }

    static Tables read(String name, byte[] bytes) {
        var whole = new Place(name, "");
        var file = new XlsxFile(name);
        try {
            file.inspection.read(bytes);
            if (!file.inspection.isWorkbook()) {
                return Tables.none(FileFinding.error(
                        whole,
                        file.inspection.isOpenDocument() ? "import.file.open-document" : "import.file.no-workbook"));
            }
            return file.tables(bytes);
        } catch (RefusedPartException e) {
            return Tables.none(FileFinding.error(whole, e.code(), limit(e.code())));
        } catch (IOException
                | RuntimeException e) { // the library throws whatever comes to hand when a workbook is broken
            return Tables.none(FileFinding.error(whole, "import.file.corrupt"));
        }
    }

    private static Object[] limitOf(int limit) {
        return new Object[] {limit};
    }

    private static Object[] limit(String code) {
        return switch (code) {
            case "import.table.too-many-rows" -> limitOf(Limits.ROWS);
            case "import.table.too-many-columns" -> limitOf(Limits.COLUMNS);
            case "import.table.too-many-cells" -> limitOf(Limits.CELLS);
            default -> new Object[0];
        };
    }

    private Tables tables(byte[] bytes) throws IOException, RefusedPartException {
        var options = new ReadingOptions(inspection.hasStyles(), true);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes), options)) {
            values = new CellValue(book.isDate1904());
            var tables = new ArrayList<Table>();
            for (Sheet sheet : book.getSheets().toList()) {
                if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
                    tables.add(table(sheet));
                } else {
                    findings.add(
                            FileFinding.info(new Place(name, sheet.getName()), "import.sheet.hidden", sheet.getName()));
                }
            }
            return new Tables(tables, findings);
        }
    }

    private Table table(Sheet sheet) throws IOException, RefusedPartException {
        var rows = new TableRows();
        try (Stream<Row> stream = sheet.openStream()) {
            stream.forEach(row -> {
                for (Cell cell : row) {
                    // A row that the file numbers is a row of cells that may be missing
                    if (cell != null && letters <= Limits.LETTERS) {
                        var at = cell.getAddress();
                        String text = text(sheet.getName(), cell);
                        letters += text.length();
                        rows.set(at.getRow(), at.getColumn(), text);
                    }
                }
            });
        }
        var areas = inspection.areas(sheet.getId());
        int read = rows.size();
        for (Area area : areas) {
            letters += letters <= Limits.LETTERS ? rows.fill(area, read) : 0;
        }
        if (letters > Limits.LETTERS) {
            throw new RefusedPartException("import.file.bomb");
        }
        return new Table(name, sheet.getName(), rows.done(), new Areas(areas));
    }

    private String text(String sheet, Cell cell) {
        Object value = cell.getValue();
        boolean isFormula = cell.getFormula() != null;
        if (isFormula
                && value == null
                && (cell.getRawValue() == null || cell.getRawValue().isEmpty())) {
            return refused(sheet, cell, Tables.FORMULA, "=" + cell.getFormula());
        }
        if (cell.getType() == CellType.ERROR || ((isFormula && value instanceof String) && ERRORS.contains(value))) {
            return refused(sheet, cell, Tables.ERROR, String.valueOf(value));
        }
        return switch (value) {
            case null -> "";
            case BigDecimal number -> values.text(number, cell.getDataFormatId(), cell.getDataFormatString());
            case Boolean truth -> truth ? "true" : "false";
            default -> clean(value.toString());
        };
    }

    private String refused(String sheet, Cell cell, String code, String shown) {
        if (findings.size() < MOST_FINDINGS) {
            String at =
                    CellName.of(cell.getAddress().getRow(), cell.getAddress().getColumn());
            findings.add(FileFinding.error(new Place(name, sheet + "!" + at), code, shown));
        }
        return "";
    }

    /** Spaces that don't break, and those at both ends, are spaces that nobody sees. Many cells may share one text. */
    private String clean(String text) {
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
