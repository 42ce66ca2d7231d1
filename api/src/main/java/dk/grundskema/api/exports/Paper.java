package dk.grundskema.api.exports;

/** A size of paper, and what a week's table takes of it. All lengths in millimetres. */
enum Paper {
    /** For the wall. */
    A3_LANDSCAPE("A3 landscape", "a3", 402, 239, 10.6, 40, 4),
    /** For one person's week. */
    A4_LANDSCAPE("A4 landscape", "a4", 279, 160, 7.2, 26, 3),
    /** For lists. */
    A4_PORTRAIT("A4 portrait", "a4", 192, 240, 7.2, 26, 3);

    private final String size;
    private final String style;
    private final double tableWidth;
    private final double tableHeight;
    private final double lowestRow;
    private final double highestRow;
    private final double emptyRow;

    Paper(
            String size,
            String style,
            double tableWidth,
            double tableHeight,
            double lowestRow,
            double highestRow,
            double emptyRow) {
        this.size = size;
        this.style = style;
        this.tableWidth = tableWidth;
        this.tableHeight = tableHeight;
        this.lowestRow = lowestRow;
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

    /** Height of a row that two lines fit in. */
    double lowestRow() {
        return lowestRow;
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
