package dk.grundskema.api.exports;

/** A size of paper, and what a week's table takes of it. All lengths in millimetres. */
enum Paper {
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

    Paper(
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

    /** As CSS names it. */
    String size() {
        return size;
    }

    /** Class that sets the size of the type. */
    String style() {
        return style;
    }

    /** Width between the margins. */
    double tableWidth() {
        return tableWidth;
    }

    /** Height of all rows of a week's table together. */
    double tableHeight() {
        return tableHeight;
    }

    /** Height that a time of day takes beside its row. */
    double timeHeight() {
        return timeHeight;
    }

    /** Height beyond which a row only takes space. */
    double highestRow() {
        return highestRow;
    }

    /** Height of a row in which nothing is held. */
    double emptyRow() {
        return emptyRow;
    }
}
