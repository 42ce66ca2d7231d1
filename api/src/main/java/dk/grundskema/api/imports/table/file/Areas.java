package dk.grundskema.api.imports.table.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The merged cells of a sheet, found by a cell. Areas of a sheet don't overlap; where a file says otherwise, the first one counts. */
public final class Areas {
    /** Areas of more rows are few, see {@link PartInspection}, and are gone through one by one. */
    static final int TALL = 1000;

    private final Map<Integer, TreeMap<Integer, Area>> byRowAndLeft = new HashMap<>();
    private final List<Area> tall = new ArrayList<>();

    /** @param areas the areas, in the order of the file */
    Areas(List<Area> areas) {
        for (Area area : areas) {
            if (area.bottom() - area.top() >= TALL) {
                tall.add(area);
            } else {
                for (int row = area.top(); row <= area.bottom(); row++) {
                    byRowAndLeft.computeIfAbsent(row, any -> new TreeMap<>()).putIfAbsent(area.left(), area);
                }
            }
        }
    }

    /** No merged cells. */
    public static Areas none() {
        return new Areas(List.of());
    }

    /** The merged cells that a cell is one of, if any. */
    Optional<Area> at(int row, int column) {
        var ofRow = byRowAndLeft.getOrDefault(row, new TreeMap<>()).floorEntry(column);
        return ofRow != null && ofRow.getValue().contains(row, column)
                ? Optional.of(ofRow.getValue())
                : tall.stream().filter(area -> area.contains(row, column)).findFirst();
    }
}
