package dk.grundskema.api.imports.table.file;

import dk.grundskema.api.imports.source.FileFinding;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** Reports, once for a sheet, which filled rows and columns are hidden, and which filled cells are merged. */
final class SheetLayoutReporter {
    /** Most places that are named. Our own number. */
    private static final int MOST_NAMED = 15;

    private final Table table;

    SheetLayoutReporter(Table table) {
        this.table = table;
    }

    /**
     * Returns a warning that names hidden rows and columns with content; empty if there are none. They are read like the others, because
     * filters and groups of rows hide what belongs, and because a visible cell may need a hidden one.
     */
    Optional<FileFinding> hidden(BitSet rows, BitSet columns) {
        var places = new ArrayList<String>();
        places.addAll(runs(rows, row -> !table.isBlank(row), row -> String.valueOf(row + 1)));
        places.addAll(runs(
                columns, this::isFilledColumn, column -> CellName.of(0, column).replace("1", "")));
        return places.isEmpty()
                ? Optional.empty()
                : Optional.of(FileFinding.warning(table.place(), TableReadResult.HIDDEN, joined(places)));
    }

    private boolean isFilledColumn(int column) {
        return table.rows().stream()
                .anyMatch(row -> column < row.size() && !row.get(column).isEmpty());
    }

    private static List<String> runs(BitSet hidden, IntPredicate isFilled, IntFunction<String> name) {
        var runs = new ArrayList<String>();
        for (int from = hidden.nextSetBit(0); from >= 0; from = hidden.nextSetBit(hidden.nextClearBit(from))) {
            int until = hidden.nextClearBit(from);
            int first = from;
            while (first < until && !isFilled.test(first)) {
                first++;
            }
            int last = until - 1;
            while (last > first && !isFilled.test(last)) {
                last--;
            }
            if (first < until) {
                runs.add(first == last ? name.apply(first) : name.apply(first) + "-" + name.apply(last));
            }
        }
        return runs;
    }

    /** Returns a note that names merged areas with content; empty if there are none. */
    Optional<FileFinding> merged(List<MergedArea> areas) {
        var places = areas.stream()
                .filter(area -> area.bottom() > area.top() || area.right() > area.left())
                .filter(area -> !table.text(area.top(), area.left()).isEmpty())
                .sorted(Comparator.comparingInt(MergedArea::top).thenComparingInt(MergedArea::left))
                .map(area -> CellName.of(area.top(), area.left()) + ":" + CellName.of(area.bottom(), area.right()))
                .toList();
        return places.isEmpty()
                ? Optional.empty()
                : Optional.of(FileFinding.info(table.place(), TableReadResult.MERGED, joined(places)));
    }

    private static String joined(List<String> places) {
        return places.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (places.size() > MOST_NAMED ? " …" : "");
    }
}
