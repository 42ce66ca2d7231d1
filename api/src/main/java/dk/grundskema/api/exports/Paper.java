package dk.grundskema.api.exports;

/** A size of paper, and what a week's table takes of it. All lengths in millimetres. */
enum Paper {
    /** For the wall. */
    A3_LANDSCAPE("A3 landscape", "a3", 228, 10.6, 36, 4),
    /** For one person's week. */
    A4_LANDSCAPE("A4 landscape", "a4", 148, 7.2, 22, 3),
    /** For lists. */
    A4_PORTRAIT("A4 portrait", "a4", 230, 7.2, 22, 3);

    private final String size;
    private final String style;
    private final double tableHeight;
    private final double lowestRow;
    private final double highestRow;
    private final double emptyRow;

    Paper(String size, String style, double tableHeight, double lowestRow, double highestRow, double emptyRow) {
        this.size = size;
        this.style = style;
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
