package dk.grundskema.api.imports.table.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The merged areas of a sheet, indexed by cell. Areas of a sheet don't overlap; if they do in a file, the first one wins. */
public final class MergedAreas {
    /** Areas with more rows than this are searched one by one; {@link WorkbookPartInspector} limits their number. */
    static final int TALL = 1000;

    private final Map<Integer, TreeMap<Integer, MergedArea>> byRowAndLeft = new HashMap<>();
    private final List<MergedArea> tall = new ArrayList<>();

    /** @param areas the areas, in the order of the file */
    MergedAreas(List<MergedArea> areas) {
        for (MergedArea area : areas) {
            if (area.bottom() - area.top() >= TALL) {
                tall.add(area);
            } else {
                for (int row = area.top(); row <= area.bottom(); row++) {
                    byRowAndLeft.computeIfAbsent(row, any -> new TreeMap<>()).putIfAbsent(area.left(), area);
                }
            }
        }
    }

    /** Returns no areas. */
    public static MergedAreas none() {
        return new MergedAreas(List.of());
    }

    /** Returns the merged area of a cell, if any. */
    Optional<MergedArea> at(int row, int column) {
        var ofRow = byRowAndLeft.getOrDefault(row, new TreeMap<>()).floorEntry(column);
        return ofRow != null && ofRow.getValue().contains(row, column)
                ? Optional.of(ofRow.getValue())
                : tall.stream().filter(area -> area.contains(row, column)).findFirst();
    }
}
