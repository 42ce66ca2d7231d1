package dk.grundskema.api.exports.sheet;

/** A paper size with the space for a week's table. All lengths in millimetres. */
enum PaperFormat {
    /** For the wall. */
    A3_LANDSCAPE("A3 landscape", "a3", 402, 239, 5.8, 40, 4),
    /** For one person's week. */
    A4_LANDSCAPE("A4 landscape", "a4", 279, 160, 4.1, 26, 3),
    /** For lists. */
    A4_PORTRAIT("A4 portrait", "a4", 192, 240, 4.1, 26, 3);

    private final String size;
    private final String style;
    private final double tableWidth;
    private final double tableHeight;
    private final double timeHeight;
    private final double highestRow;
    private final double emptyRow;

    PaperFormat(
            String size,
            String style,
            double tableWidth,
            double tableHeight,
            double timeHeight,
            double highestRow,
            double emptyRow) {
        this.size = size;
        this.style = style;
        this.tableWidth = tableWidth;
        this.tableHeight = tableHeight;
        this.timeHeight = timeHeight;
        this.highestRow = highestRow;
        this.emptyRow = emptyRow;
    }

    /** Returns the CSS name of the size. */
    String size() {
        return size;
    }

    /** Returns the CSS class that sets the font size. */
    String style() {
        return style;
    }

    /** Returns the width between the margins. */
    double tableWidth() {
        return tableWidth;
    }

    /** Returns the total height of the rows of a week's table. */
    double tableHeight() {
        return tableHeight;
    }

    /** Returns the height of a time label beside its row. */
    double timeHeight() {
        return timeHeight;
    }

    /** Returns the height above which a row only wastes space. */
    double highestRow() {
        return highestRow;
    }

    /** Returns the height of an empty row. */
    double emptyRow() {
        return emptyRow;
    }
}
