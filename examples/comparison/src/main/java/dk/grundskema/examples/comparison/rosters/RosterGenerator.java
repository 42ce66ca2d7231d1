package dk.grundskema.examples.comparison.rosters;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.examples.generated.ProblemFile;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Generates rosters in the shape of the First International Nurse Rostering Competition (2010): four shift types, one more that asks for a head nurse,
 * three contracts, and wishes to be off. The cover follows from a pattern of four weeks in which four nurses take turns, so a roster with all shifts
 * filled exists; it does not know the wishes.
 */
public final class RosterGenerator {
    private static final IsoWeek FIRST = new IsoWeek(2026, 37);

    /** One nurse's four weeks: E early, D day, L late, N night, a dot for a free day. */
    private static final List<String> PATTERN = List.of("EED....", ".LLLLL.", "..EEDDD", "DD.NNN.");

    private static final List<Map<String, Object>> CONTRACTS = List.of(
            contract("full", 17, 20, 3, 6, 2, 4, true),
            contract("part", 12, 16, 2, 4, 2, 6, true),
            contract("night", 14, 20, 2, 5, 1, 7, false));

    private final RosterSize size;
    private final SplittableRandom random;

    private RosterGenerator(RosterSize size, long seed) {
        this.size = size;
        this.random = new SplittableRandom(seed);
    }

    private static Map<String, Object> contract(
            String id,
            int leastShifts,
            int mostShifts,
            int leastRun,
            int mostRun,
            int leastFree,
            int mostFree,
            boolean completeWeekends) {
        var contract = new LinkedHashMap<String, Object>();
        contract.put("id", id);
        contract.put("leastShifts", leastShifts);
        contract.put("mostShifts", mostShifts);
        contract.put("leastRun", leastRun);
        contract.put("mostRun", mostRun);
        contract.put("leastFree", leastFree);
        contract.put("mostFree", mostFree);
        contract.put("completeWeekends", completeWeekends);
        return contract;
    }

    /** Returns the problem as a file. */
    public static String file(RosterSize size, long seed) {
        return ProblemFile.text(new RosterGenerator(size, seed).parts());
    }

    /**
     * Returns the problem.
     *
     * @param plugins the plugin of the rosters
     */
    public static Problem problem(RosterSize size, long seed, PluginRegistry plugins) {
        return ProblemFile.read(file(size, seed), plugins);
    }

    private Map<String, Object> parts() {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("version", 1);
        problem.put("title", "Roster, " + size.name());
        problem.put("language", "EN");
        problem.put("horizon", Map.of("firstWeek", FIRST.toString(), "weeks", size.weeks()));
        problem.put("sites", List.of(Map.of("id", "hospital", "name", "Hospital")));
        problem.put(
                "staff",
                IntStream.range(0, size.nurses()).mapToObj(this::person).toList());
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("days", size.days());
        parameters.put("shifts", shifts());
        parameters.put("contracts", CONTRACTS);
        parameters.put(
                "nurses",
                IntStream.range(0, size.nurses()).mapToObj(this::nurse).toList());
        problem.put(
                "interventions",
                List.of(Map.of("id", "ward", "type", "rosters", "title", "Ward", "parameters", parameters)));
        return problem;
    }

    /** Every third nurse is a head nurse. */
    private Map<String, Object> person(int nurse) {
        return Map.of(
                "id",
                id(nurse),
                "name",
                "Nurse " + (nurse + 1),
                "skills",
                nurse % 3 == 0 ? List.of("head") : List.of());
    }

    private static String id(int nurse) {
        return "n" + (nurse + 1);
    }

    /** Returns the shift types. One nurse in six of those with a day shift leads, so that the types have the cover of the pattern together. */
    private List<Map<String, Object>> shifts() {
        List<Integer> day = cover('D');
        List<Integer> leading = day.stream().map(count -> (count + 5) / 6).toList();
        List<Integer> others =
                IntStream.range(0, 7).mapToObj(i -> day.get(i) - leading.get(i)).toList();
        var shifts = new ArrayList<Map<String, Object>>();
        shifts.add(shift("E", "EARLY", "07:00", "15:00", cover('E')));
        shifts.add(shift("D", "DAY", "08:30", "16:30", others));
        shifts.add(shift("L", "LATE", "14:30", "22:30", cover('L')));
        shifts.add(shift("N", "NIGHT", "22:30", "07:00", cover('N')));
        Map<String, Object> head = shift("H", "DAY", "08:00", "16:00", leading);
        head.put("skill", "head");
        shifts.add(head);
        return shifts;
    }

    private List<Integer> cover(char type) {
        return IntStream.range(0, 7)
                .mapToObj(day -> (int) PATTERN.stream()
                                .filter(week -> week.charAt(day) == type)
                                .count()
                        * size.nurses()
                        / PATTERN.size())
                .toList();
    }

    private static Map<String, Object> shift(String id, String kind, String start, String end, List<Integer> cover) {
        var shift = new LinkedHashMap<String, Object>();
        shift.put("id", id);
        shift.put("kind", kind);
        shift.put("start", start);
        shift.put("end", end);
        shift.put("cover", cover);
        return shift;
    }

    /** Half of the nurses work full time, a quarter part time, a quarter nights. Two wishes in three are about a whole day. */
    private Map<String, Object> nurse(int nurse) {
        var wishes = new ArrayList<Map<String, Object>>();
        for (int wish = 0; wish < size.wishes(); wish++) {
            var off = new LinkedHashMap<String, Object>();
            off.put("day", 1 + random.nextInt(size.days()));
            if (random.nextInt(3) == 0) {
                off.put("shift", List.of("E", "D", "L", "N").get(random.nextInt(4)));
            }
            off.put("weight", 1 + random.nextInt(2));
            wishes.add(off);
        }
        String contract = List.of("full", "full", "part", "night").get(nurse % 4);
        return Map.of("staffId", id(nurse), "contract", contract, "wishes", wishes);
    }
}
