package dk.grundskema.plugins.coteaching;

import dk.grundskema.solver.spi.InputList;
import dk.grundskema.solver.spi.InputList.CellOrigin;
import dk.grundskema.solver.spi.InputList.Column;
import dk.grundskema.solver.spi.InputList.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Declares the sheets that a school planner fills in: classes that need co-teaching, and staff who can give it. */
final class CoTeachingLists {
    static final String NEEDS = "needs";
    static final String POOL = "pool";

    private static final String[] SCHEMES = {"TYPE_1", "TYPE_2", "TWO_ALWAYS"};

    /** Parameter fields by their columns. */
    private static final Map<String, String> OF_CLASSES = Map.of(
            "class", "groupId",
            "scheme", "scheme",
            "lessons", "lessonsPerWeek",
            "subjects", "subjects",
            "form", "form",
            "need", "need",
            "first-week", "firstWeek",
            "last-week", "lastWeek",
            "never", "never");

    private static final Map<String, String> OF_POOL = Map.of(
            "staff", "staffId",
            "schemes", "schemes",
            "lessons", "lessonsPerWeek",
            "years", "yearsOfExperience",
            "never-classes", "neverClasses",
            "never-colleagues", "neverColleagues");

    private static final Pattern IN_ROW = Pattern.compile("/(classes|pool)/(\\d{1,6})(?:/([^/]*).*)?");

    private CoTeachingLists() {}

    /** Returns the cell that a part of the parameters comes from. Each row makes one class or member of the pool, in order. */
    static Optional<CellOrigin> origin(String pointer) {
        var inRow = IN_ROW.matcher(pointer);
        if (!inRow.matches()) {
            return Optional.empty();
        }
        boolean isClass = inRow.group(1).equals("classes");
        String column = (isClass ? OF_CLASSES : OF_POOL)
                .entrySet().stream()
                        .filter(each -> each.getValue().equals(inRow.group(3)))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse("");
        return Optional.of(new CellOrigin(isClass ? NEEDS : POOL, Integer.parseInt(inRow.group(2)), column));
    }

    static List<InputList> lists() {
        return List.of(
                new InputList(
                        NEEDS,
                        List.of(
                                Column.required("class", Kind.GROUP),
                                Column.choice("scheme", true, SCHEMES),
                                Column.optional("lessons", Kind.NUMBER),
                                Column.several("subjects", Kind.SUBJECT),
                                Column.choice("form", false, "ONE_ASSISTS", "STATIONS", "PARALLEL"),
                                Column.optional("need", Kind.WHOLE),
                                Column.optional("first-week", Kind.WEEK),
                                Column.optional("last-week", Kind.WEEK),
                                Column.several("never", Kind.STAFF)),
                        List.of(
                                List.of("1A", "TYPE_1", "", "DAN, MAT", "ONE_ASSISTS", "8", "", "", ""),
                                List.of("4B", "TYPE_2", "12", "", "STATIONS", "5", "", "", "JP"),
                                List.of("7C", "TWO_ALWAYS", "", "", "", "", "", "", ""))),
                new InputList(
                        POOL,
                        List.of(
                                Column.required("staff", Kind.STAFF),
                                new Column("schemes", Kind.CHOICE, false, true, List.of(SCHEMES)),
                                Column.optional("lessons", Kind.NUMBER),
                                Column.optional("years", Kind.WHOLE),
                                Column.several("never-classes", Kind.GROUP),
                                Column.several("never-colleagues", Kind.STAFF)),
                        List.of(
                                List.of("MH", "TYPE_1", "12", "6", "", ""),
                                List.of("LK", "TYPE_2", "20", "1", "7C", "JP"))));
    }

    /** Returns the parameters in file form; values missing in a row get their default. */
    static Map<String, Object> parameters(Map<String, List<Map<String, Object>>> rows) {
        var classes = new ArrayList<Map<String, Object>>();
        for (Map<String, Object> row : rows.getOrDefault(NEEDS, List.of())) {
            classes.add(renameColumns(row, OF_CLASSES));
        }
        var pool = new ArrayList<Map<String, Object>>();
        for (Map<String, Object> row : rows.getOrDefault(POOL, List.of())) {
            pool.add(renameColumns(row, OF_POOL));
        }
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("classes", classes);
        parameters.put("pool", pool);
        return parameters;
    }

    private static Map<String, Object> renameColumns(Map<String, Object> row, Map<String, String> names) {
        var renamed = new LinkedHashMap<String, Object>();
        row.forEach((column, value) -> renamed.put(names.getOrDefault(column, column), value));
        return renamed;
    }
}
