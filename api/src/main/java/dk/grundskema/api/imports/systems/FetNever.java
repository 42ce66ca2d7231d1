package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.source.SourceBusy;
import dk.grundskema.domain.time.Period;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** FET's times at which teachers and rooms can't be had. */
final class FetNever {
    private final FetWeek week;
    private final Notebook notes;

    FetNever(FetWeek week, Notebook notes) {
        this.week = week;
        this.notes = notes;
    }

    /** By teacher. */
    Map<String, List<Period>> teachers(Element root) {
        Map<String, List<Period>> found = new HashMap<>();
        root.rows("Time_Constraints_List", "ConstraintTeacherNotAvailableTimes")
                .filter(FetPlaces::isStrict)
                .forEach(each -> found.computeIfAbsent(each.value("Teacher"), any -> new ArrayList<>())
                        .addAll(periods(each, each.value("Teacher"))));
        return found;
    }

    /** Those of rooms are noted; those of classes can't be used and are counted. */
    void others(Element root) {
        root.rows("Space_Constraints_List", "ConstraintRoomNotAvailableTimes")
                .filter(FetPlaces::isStrict)
                .filter(each -> !each.value("Room").isEmpty())
                .forEach(each -> {
                    String where = "room " + each.value("Room");
                    var room = notes.said(each.value("Room"), where);
                    periods(each, where).forEach(when -> notes.busy.add(new SourceBusy(notes.at(where), room, when)));
                });
        long classes = root.rows("Time_Constraints_List", "ConstraintStudentsSetNotAvailableTimes")
                .count();
        if (classes > 0) {
            notes.info("Time_Constraints_List", "import.fet.students-never", classes);
        }
    }

    private List<Period> periods(Element constraint, String where) {
        Map<DayOfWeek, BitSet> hours = new EnumMap<>(DayOfWeek.class);
        constraint.all("Not_Available_Time").forEach(time -> {
            var day = week.day(time.value("Day"));
            int hour = week.hour(time.value("Hour"));
            if (day.isEmpty() || hour < 0) {
                notes.warning(where, "import.fet.no-such-time", where, time.value("Day"), time.value("Hour"));
            } else {
                hours.computeIfAbsent(day.orElseThrow().weekday(), any -> new BitSet())
                        .set(hour);
            }
        });
        if (!week.isOneWeek() && !hours.isEmpty()) {
            notes.info(where, "import.fet.never-in-turns", where);
            return List.of();
        }
        var periods = new ArrayList<Period>();
        hours.forEach((day, set) -> periods.addAll(runs(day, set, where)));
        return periods;
    }

    /** Hours in a row are one time with the breaks between them; a day without a free hour is a whole day. */
    private List<Period> runs(DayOfWeek day, BitSet set, String where) {
        var weekday = new TreeSet<>(List.of(day));
        if (set.cardinality() == week.hoursADay()) {
            return List.of(new Period(null, null, weekday, null, null));
        }
        var runs = new ArrayList<Period>();
        for (int from = set.nextSetBit(0); from >= 0; ) {
            int after = set.nextClearBit(from);
            var first = week.times(from);
            var last = week.times(after - 1);
            if (first.isEmpty() || last.isEmpty()) {
                notes.warning(where, "import.fet.never-without-times", where);
                return runs;
            }
            runs.add(new Period(
                    null,
                    null,
                    weekday,
                    first.orElseThrow().start(),
                    last.orElseThrow().end()));
            from = set.nextSetBit(after);
        }
        return runs;
    }
}
