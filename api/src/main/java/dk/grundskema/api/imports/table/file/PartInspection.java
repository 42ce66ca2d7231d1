package dk.grundskema.api.imports.table.file;

import dk.grundskema.api.platform.NumberText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Looks at one part of a workbook before its library does: no doctype, no endless numbers, no more cells than can be taken in; and finds merged cells. */
final class PartInspection {
    private static final XMLInputFactory XML = hardened();
    private static final Pattern CELL = Pattern.compile("([A-Z]{1,3})(\\d{1,7})");

    /** Each merged area counts for so many cells besides those that it fills, a tall one for more. */
    private static final int CELLS_OF_AREA = 10;

    private static final int CELLS_OF_TALL = 10_000;

    private final List<Area> areas = new ArrayList<>();
    private final Map<String, String> relations = new HashMap<>();
    private int lastRow = -1;
    private int lastColumn = -1;
    private long cells;
    private int widthOfRow;
    private int row = -1;
    private int column = -1;
    private boolean isNumber;
    private boolean isInValue;
    private int lengthOfValue;

    /** What a part must not hold. */
    static final class RefusedPartException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String code;

        /** @param code code of the finding */
        RefusedPartException(String code) {
            super(code);
            this.code = code;
        }

        /** Code of the finding. */
        String code() {
            return code;
        }
    }

    private static XMLInputFactory hardened() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }

    /** Merged cells. */
    List<Area> areas() {
        return areas;
    }

    /** Names of other parts by the ids that this one gives them. */
    Map<String, String> relations() {
        return relations;
    }

    /** How many cells are taken in: in each row all up to the last that holds something, and those that merged cells fill. */
    long cells() {
        return cells
                + areas.stream()
                        .mapToLong(area -> TableRows.filled(area, lastRow + 1))
                        .sum();
    }

    /** The last row with something in it, from 0. */
    int lastRow() {
        return lastRow;
    }

    /** The last column with something in it, from 0. */
    int lastColumn() {
        return lastColumn;
    }

    /**
     * Reads the part to its end.
     *
     * @throws RefusedPartException if it has a doctype, a cell where there can be none, a number that is too long, or too many cells
     * @throws XMLStreamException   if it is no XML
     */
    void read(InputStream part) throws XMLStreamException, RefusedPartException, IOException {
        XMLStreamReader reader = XML.createXMLStreamReader(part);
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw new RefusedPartException("import.file.doctype");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    element(reader);
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    isInValue = false;
                } else if (isInValue && reader.hasText()) {
                    lengthen(reader.getTextLength());
                }
            }
        } finally {
            reader.close();
        }
    }

    private void element(XMLStreamReader reader) throws RefusedPartException {
        switch (reader.getLocalName()) {
            case "row" -> {
                goTo(row + 1);
                column = -1;
                place(reader.getAttributeValue(null, "r"), "");
            }
            case "c" -> {
                column++;
                place("", reader.getAttributeValue(null, "r"));
                String type = reader.getAttributeValue(null, "t");
                isNumber = type == null || type.equals("n");
            }
            case "v", "is" -> {
                isInValue = isNumber;
                lengthOfValue = 0;
                count(Math.max(0, column + 1 - widthOfRow));
                widthOfRow = Math.max(widthOfRow, column + 1);
                lastRow = Math.max(lastRow, row);
                lastColumn = Math.max(lastColumn, column);
            }
            case "mergeCell" -> {
                String area = reader.getAttributeValue(null, "ref");
                var merged = Area.parse(area == null ? "" : area);
                merged.ifPresent(areas::add);
                count(
                        merged.filter(one -> one.bottom() - one.top() >= Areas.TALL)
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
                // of no interest
            }
        }
    }

    private void count(int more) throws RefusedPartException {
        cells += more;
        if (cells > Limits.CELLS) {
            throw new RefusedPartException("import.table.too-many-cells");
        }
    }

    /** A number as long as a book takes minutes to read, and no program writes one. */
    private void lengthen(int more) throws RefusedPartException {
        lengthOfValue += more;
        if (lengthOfValue > NumberText.MOST_CHARACTERS) {
            throw new RefusedPartException("import.file.corrupt");
        }
    }

    @SuppressWarnings("NullAway") // an attribute that isn't there is null
    private void place(String rowNumber, String cell) throws RefusedPartException {
        if (rowNumber != null && !rowNumber.isEmpty()) {
            goTo(number(rowNumber) - 1);
        }
        if (cell != null && !cell.isEmpty()) {
            var name = CELL.matcher(cell);
            if (!name.matches()) {
                throw new RefusedPartException("import.file.corrupt");
            }
            column = CellName.column(name.group(1));
            goTo(number(name.group(2)) - 1);
        }
    }

    private void goTo(int next) {
        if (next != row) {
            widthOfRow = 0;
        }
        row = next;
    }

    private static int number(String text) throws RefusedPartException {
        if (!text.matches("[1-9]\\d{0,6}")) {
            throw new RefusedPartException("import.file.corrupt");
        }
        return Integer.parseInt(text);
    }
}
