package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.source.SourceBusyTime;
import dk.grundskema.domain.time.Period;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads the times at which FET's teachers and rooms are not available. */
final class FetUnavailability {
    private final FetWeek week;
    private final SystemSourceBuilder source;

    FetUnavailability(FetWeek week, SystemSourceBuilder source) {
        this.week = week;
        this.source = source;
    }

    /** Returns the periods by teacher. */
    Map<String, List<Period>> periodsByTeacher(XmlElement root) {
        Map<String, List<Period>> found = new HashMap<>();
        root.rows("Time_Constraints_List", "ConstraintTeacherNotAvailableTimes")
                .filter(FetPlacements::isStrict)
                .forEach(each -> found.computeIfAbsent(each.childText("Teacher"), any -> new ArrayList<>())
                        .addAll(readPeriods(each, each.childText("Teacher"))));
        return found;
    }

    /** Adds the periods of rooms; those of student sets can't be used and are only counted. */
    void addRoomPeriods(XmlElement root) {
        root.rows("Space_Constraints_List", "ConstraintRoomNotAvailableTimes")
                .filter(FetPlacements::isStrict)
                .filter(each -> !each.childText("Room").isEmpty())
                .forEach(each -> {
                    String where = "room " + each.childText("Room");
                    var room = source.text(each.childText("Room"), where);
                    readPeriods(each, where)
                            .forEach(when -> source.busy.add(new SourceBusyTime(source.location(where), room, when)));
                });
        long classes = root.rows("Time_Constraints_List", "ConstraintStudentsSetNotAvailableTimes")
                .count();
        if (classes > 0) {
            source.info("Time_Constraints_List", "import.fet.students-never", classes);
        }
    }

    private List<Period> readPeriods(XmlElement constraint, String where) {
        Map<DayOfWeek, BitSet> hours = new EnumMap<>(DayOfWeek.class);
        constraint.childrenNamed("Not_Available_Time").forEach(time -> {
            var day = week.day(time.childText("Day"));
            int hour = week.hourIndex(time.childText("Hour"));
            if (day.isEmpty() || hour < 0) {
                source.warning(where, "import.fet.no-such-time", where, time.childText("Day"), time.childText("Hour"));
            } else {
                hours.computeIfAbsent(day.orElseThrow().weekday(), any -> new BitSet())
                        .set(hour);
            }
        });
        if (!week.isOneWeek() && !hours.isEmpty()) {
            source.info(where, "import.fet.never-in-turns", where);
            return List.of();
        }
        var periods = new ArrayList<Period>();
        hours.forEach((day, set) -> periods.addAll(joinConsecutiveHours(day, set, where)));
        return periods;
    }

    /** Joins consecutive hours and the breaks between them to one period; a day without a free hour becomes a whole day. */
    private List<Period> joinConsecutiveHours(DayOfWeek day, BitSet set, String where) {
        var weekday = new TreeSet<>(List.of(day));
        if (set.cardinality() == week.hoursPerDay()) {
            return List.of(new Period(null, null, weekday, null, null));
        }
        var runs = new ArrayList<Period>();
        for (int from = set.nextSetBit(0); from >= 0; ) {
            int after = set.nextClearBit(from);
            var first = week.times(from);
            var last = week.times(after - 1);
            if (first.isEmpty() || last.isEmpty()) {
                source.warning(where, "import.fet.never-without-times", where);
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
