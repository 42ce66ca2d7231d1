package dk.grundskema.api.imports.systems.fet;

import dk.grundskema.api.imports.source.SourceBusyTime;
import dk.grundskema.api.imports.systems.file.SystemSourceBuilder;
import dk.grundskema.api.imports.systems.file.XmlElement;
import dk.grundskema.domain.time.Period;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Reads the times at which FET's teachers and rooms are not available. */
final class FetUnavailability {
    private final FetWeek week;
    private final SystemSourceBuilder source;
    private final Set<String> alternating = new LinkedHashSet<>();
    private final Set<String> unknown = new LinkedHashSet<>();

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

    /** Reports what could not be read, after all periods were read. */
    void report() {
        source.foldedInfo("Time_Constraints_List", "import.fet.never-in-turns", alternating);
        source.foldedWarning("Time_Constraints_List", "import.fet.never-unknown", unknown);
    }

    /** Reads the times that are the same in all alternating weeks. */
    private List<Period> readPeriods(XmlElement constraint, String where) {
        Map<DayOfWeek, Map<Integer, BitSet>> weeksBySlot = new TreeMap<>();
        constraint
                .childrenNamed("Not_Available_Time")
                .forEach(time -> week.find(time.childText("Day"), time.childText("Hour"))
                        .ifPresentOrElse(
                                start -> weeksBySlot
                                        .computeIfAbsent(start.day().weekday(), any -> new TreeMap<>())
                                        .computeIfAbsent(start.slot(), any -> new BitSet())
                                        .set(start.day().week()),
                                () -> unknown.add(where)));
        var periods = new ArrayList<Period>();
        weeksBySlot.forEach((day, slots) -> {
            var always = new BitSet();
            slots.forEach((slot, weeks) -> {
                if (weeks.cardinality() == week.weeks()) {
                    always.set(slot);
                } else {
                    alternating.add(where);
                }
            });
            periods.addAll(joinConsecutive(day, always));
        });
        return periods;
    }

    /** Joins consecutive slots and the breaks between them to one period; a day without a free slot becomes a whole day. */
    private List<Period> joinConsecutive(DayOfWeek day, BitSet slots) {
        var weekday = new TreeSet<>(List.of(day));
        if (slots.cardinality() == week.slotsPerDay()) {
            return List.of(new Period(null, null, weekday, null, null));
        }
        var runs = new ArrayList<Period>();
        for (int from = slots.nextSetBit(0); from >= 0; ) {
            int after = slots.nextClearBit(from);
            var known = IntStream.range(from, after)
                    .mapToObj(slot -> week.time(day, slot))
                    .flatMap(Optional::stream)
                    .toList();
            if (!known.isEmpty()) {
                runs.add(new Period(
                        null,
                        null,
                        weekday,
                        known.getFirst().start(),
                        known.getLast().end()));
            }
            from = slots.nextSetBit(after);
        }
        return runs;
    }
}
