package dk.grundskema.api.imports.table.file;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A merged area of cells; all of them have the text of the first.
 *
 * @param top    first row, from 0
 * @param left   first column, from 0
 * @param bottom last row
 * @param right  last column
 */
public record MergedArea(int top, int left, int bottom, int right) {
    private static final Pattern FORM = Pattern.compile("([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})");

    /** Whether a cell is in the area. */
    public boolean contains(int row, int column) {
        return row >= top && row <= bottom && column >= left && column <= right;
    }

    /** Returns the area with rows and columns exchanged. */
    public MergedArea transposed() {
        return new MergedArea(/* top= */ left, /* left= */ top, /* bottom= */ right, /* right= */ bottom);
    }

    /** Parses an area such as {@code B2:B3}; empty if it is malformed. */
    static Optional<MergedArea> parse(String text) {
        var ends = FORM.matcher(text);
        if (!ends.matches()) {
            return Optional.empty();
        }
        var area = new MergedArea(
                Integer.parseInt(ends.group(2)) - 1,
                CellName.column(ends.group(1)),
                Integer.parseInt(ends.group(4)) - 1,
                CellName.column(ends.group(3)));
        return area.top >= 0 && area.bottom >= area.top && area.right >= area.left
                ? Optional.of(area)
                : Optional.empty();
    }
}
