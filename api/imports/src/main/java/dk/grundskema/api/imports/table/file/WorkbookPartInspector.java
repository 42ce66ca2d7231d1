package dk.grundskema.api.imports.table.file;

import dk.grundskema.api.documents.json.JsonNumberCodec;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Inspects one XML part of a workbook before the library reads it: rejects document types, overlong numbers, numbers of texts that no list
 * has, and too many cells, and collects merged areas and hidden rows and columns.
 */
final class WorkbookPartInspector {
    private static final XMLInputFactory XML = createHardenedFactory();
    private static final Pattern NUMBER_OF_TEXT = Pattern.compile("[0-9]{1,7}");
    private static final Pattern CELL = Pattern.compile("([A-Z]{1,3})(\\d{1,7})");

    /** Cost of a merged area, in cells, in addition to those that it fills; higher for a tall one. */
    private static final int CELLS_OF_AREA = 10;

    private static final int CELLS_OF_TALL = 10_000;

    private final List<MergedArea> areas = new ArrayList<>();
    private final Map<String, String> relations = new HashMap<>();
    private final BitSet hiddenRows = new BitSet();
    private final BitSet hiddenColumns = new BitSet();
    private int lastRow = -1;
    private int lastColumn = -1;
    private long cells;
    private int widthOfRow;
    private int row = -1;
    private int column = -1;
    private boolean isNumber;
    private boolean isSharedText;
    private boolean isInValue;
    private final StringBuilder value = new StringBuilder();

    /** A part has content that must not be read. */
    static final class RefusedPartException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String code;

        /** @param code code of the finding */
        RefusedPartException(String code) {
            super(code);
            this.code = code;
        }

        /** Returns the code of the finding. */
        String code() {
            return code;
        }
    }

    private static XMLInputFactory createHardenedFactory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }

    /** Returns the merged areas. */
    List<MergedArea> areas() {
        return areas;
    }

    /** Returns the rows that are hidden, from 0. */
    BitSet hiddenRows() {
        return hiddenRows;
    }

    /** Returns the columns that are hidden, from 0. */
    BitSet hiddenColumns() {
        return hiddenColumns;
    }

    /** Returns the names of related parts by relationship id. */
    Map<String, String> relations() {
        return relations;
    }

    /** Returns the number of cells: in each row up to the last filled one, and those that merged areas fill. */
    long cells() {
        return cells
                + areas.stream()
                        .mapToLong(area -> TableRowsBuilder.filledCellCount(area, lastRow + 1))
                        .sum();
    }

    /** Returns the last filled row, from 0; -1 if there is none. */
    int lastRow() {
        return lastRow;
    }

    /** Returns the last filled column, from 0; -1 if there is none. */
    int lastColumn() {
        return lastColumn;
    }

    /**
     * Reads the part to its end.
     *
     * @throws RefusedPartException if it has a document type, a cell at an impossible place, an overlong number, the number of a text that no
     *     list has, or too many cells
     * @throws XMLStreamException if it is not XML
     */
    void inspect(InputStream part) throws XMLStreamException, RefusedPartException, IOException {
        XMLStreamReader reader = XML.createXMLStreamReader(part);
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw new RefusedPartException("import.file.doctype");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (isInValue) {
                        throw new RefusedPartException(
                                "import.file.corrupt"); // the library would join the texts around it
                    }
                    inspectElement(reader);
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    if (isInValue && isSharedText) {
                        checkNumberOfText();
                    }
                    isInValue = false;
                } else if (isInValue && reader.hasText()) {
                    addDigits(reader.getText());
                }
            }
        } finally {
            reader.close();
        }
    }

    private void inspectElement(XMLStreamReader reader) throws RefusedPartException {
        switch (reader.getLocalName()) {
            case "row" -> {
                moveToRow(row + 1);
                column = -1;
                moveToCell(reader.getAttributeValue(null, "r"), "");
                if (isHidden(reader) && row >= 0 && row < TableLimits.ROWS) {
                    hiddenRows.set(row);
                }
            }
            case "col" -> hideColumns(reader);
            case "c" -> {
                column++;
                moveToCell("", reader.getAttributeValue(null, "r"));
                String type = reader.getAttributeValue(null, "t");
                isSharedText = "s".equals(type);
                isNumber = type == null || type.equals("n");
            }
            case "v", "is" -> {
                isInValue = reader.getLocalName().equals("v") && (isNumber || isSharedText);
                value.setLength(0);
                countCells(Math.max(0, column + 1 - widthOfRow));
                widthOfRow = Math.max(widthOfRow, column + 1);
                lastRow = Math.max(lastRow, row);
                lastColumn = Math.max(lastColumn, column);
            }
            case "mergeCell" -> {
                String area = reader.getAttributeValue(null, "ref");
                var merged = MergedArea.parse(area == null ? "" : area);
                merged.ifPresent(areas::add);
                countCells(
                        merged.filter(one -> one.bottom() - one.top() >= MergedAreas.TALL)
                                        .isPresent()
                                ? CELLS_OF_TALL
                                : CELLS_OF_AREA);
            }
            case "Relationship" -> {
                String id = reader.getAttributeValue(null, "Id");
                String target = reader.getAttributeValue(null, "Target");
                if (id != null && target != null) {
                    relations.put(id, target);
                }
            }
            default -> {
                // not relevant
            }
        }
    }

    private static boolean isHidden(XMLStreamReader reader) {
        String hidden = reader.getAttributeValue(null, "hidden");
        return "1".equals(hidden) || "true".equals(hidden);
    }

    private void hideColumns(XMLStreamReader reader) throws RefusedPartException {
        String first = reader.getAttributeValue(null, "min");
        String last = reader.getAttributeValue(null, "max");
        if (isHidden(reader) && first != null && last != null) {
            int from = parseNumber(first) - 1;
            hiddenColumns.set(
                    Math.min(from, TableLimits.COLUMNS),
                    Math.max(from, Math.min(parseNumber(last), TableLimits.COLUMNS)));
        }
    }

    private void countCells(int more) throws RefusedPartException {
        cells += more;
        if (cells > TableLimits.CELLS) {
            throw new RefusedPartException("import.table.too-many-cells");
        }
    }

    /** Rejects overlong numbers, which take minutes to parse and which no program writes. */
    private void addDigits(String more) throws RefusedPartException {
        if (value.length() + more.length() > JsonNumberCodec.MOST_CHARACTERS) {
            throw new RefusedPartException("import.file.corrupt");
        }
        value.append(more);
    }

    /** Rejects the number of a text in the workbook's list that is larger than any list: the library would extend the list up to it. */
    private void checkNumberOfText() throws RefusedPartException {
        if (!NUMBER_OF_TEXT.matcher(value).matches() || Integer.parseInt(value.toString()) >= TableLimits.CELLS) {
            throw new RefusedPartException("import.file.corrupt");
        }
    }

    @SuppressWarnings("NullAway") // a missing attribute is null
    private void moveToCell(String rowNumber, String cell) throws RefusedPartException {
        if (rowNumber != null && !rowNumber.isEmpty()) {
            moveToRow(parseNumber(rowNumber) - 1);
        }
        if (cell != null && !cell.isEmpty()) {
            var name = CELL.matcher(cell);
            if (!name.matches()) {
                throw new RefusedPartException("import.file.corrupt");
            }
            column = CellName.column(name.group(1));
            moveToRow(parseNumber(name.group(2)) - 1);
        }
    }

    private void moveToRow(int next) {
        if (next != row) {
            widthOfRow = 0;
        }
        row = next;
    }

    private static int parseNumber(String text) throws RefusedPartException {
        if (!text.matches("[1-9]\\d{0,6}")) {
            throw new RefusedPartException("import.file.corrupt");
        }
        return Integer.parseInt(text);
    }
}
