package dk.grundskema.plugins.coteaching;

import dk.grundskema.solver.spi.Colour;
import dk.grundskema.solver.spi.Decoration;
import dk.grundskema.solver.spi.Decoration.Mark;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Colours of co-teaching: one for lessons, quiet ones for what adults do among themselves. The choice is ours. */
final class CoTeachingDecoration {
    private CoTeachingDecoration() {}

    static Decoration marks() {
        var kinds = new TreeMap<String, Mark>();
        kind(CoTeachingExpansion.LESSON, "teaching", 0x1F5FA8, kinds);
        kind(CoTeachingExpansion.PREPARATION, "preparation", 0x6B5B00, kinds);
        kind(CircleDemand.ADVISORS, "meeting", 0x4F5660, kinds);
        kind(CircleDemand.SUPERVISION, "meeting", 0x7B3AA3, kinds);
        return new Decoration(kinds, Collections.emptySortedMap());
    }

    private static void kind(String kind, String category, int rgb, Map<String, Mark> kinds) {
        kinds.put(kind, new Mark("title.kind." + kind, "title.category." + category, Colour.of(rgb)));
    }
}
