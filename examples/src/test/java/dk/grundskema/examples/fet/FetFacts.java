package dk.grundskema.examples.fet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a FET file says, read a second time to check the import: this code shares nothing with it.
 *
 * @param days       names of the days
 * @param hours      names of the hours
 * @param teachers   names of the teachers
 * @param rooms      names of the rooms that are not virtual
 * @param years      names of the years
 * @param smallest   smallest sets of each set of students
 * @param activities the active activities
 */
record FetFacts(
        List<String> days,
        List<String> hours,
        Set<String> teachers,
        Set<String> rooms,
        List<String> years,
        Map<String, Set<String>> smallest,
        List<Activity> activities) {
    /** Start of the name of the students of a set who are not in its only part; there may be none. */
    static final String OTHERS = "others of ";

    /**
     * An active activity.
     *
     * @param id       its id
     * @param subject  subject
     * @param teachers names of the teachers
     * @param students names of sets of students
     * @param duration number of hours
     * @param start    day and hour that are fixed; empty if none are
     * @param rooms    fixed rooms that are not virtual
     */
    record Activity(
            String id,
            String subject,
            Set<String> teachers,
            Set<String> students,
            int duration,
            List<String> start,
            Set<String> rooms) {}

    /** Activities with a time. */
    List<Activity> placed() {
        return activities.stream().filter(each -> !each.start().isEmpty()).toList();
    }

    /** The smallest sets of several sets of students. */
    Set<String> smallestOf(Set<String> sets) {
        Set<String> all = new HashSet<>();
        sets.forEach(set -> all.addAll(smallest.get(set)));
        return all;
    }

    /** Reads a file from its start to its end. */
    static FetFacts read(Path file) throws IOException, XMLStreamException {
        try (InputStream in = Files.newInputStream(file)) {
            var reading = new Reading();
            var factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, true);
            reading.read(factory.createXMLStreamReader(in));
            return reading.toFacts();
        }
    }

    /** An element that is being read: the texts of its simple children by name, in their order. */
    private static final class Row {
        private final String name;
        private final Map<String, List<String>> values = new HashMap<>();
        private final StringBuilder text = new StringBuilder();

        Row(String name) {
            this.name = name;
        }

        String value(String key) {
            return values.getOrDefault(key, List.of("")).getFirst();
        }

        Set<String> set(String key) {
            Set<String> all = new TreeSet<>(values.getOrDefault(key, List.of()));
            all.remove("");
            return all;
        }
    }

    /** Events of a file, row by row. */
    private static final class Reading {
        private final Deque<Row> open = new ArrayDeque<>();
        private final List<String> days = new ArrayList<>();
        private final List<String> hours = new ArrayList<>();
        private final Set<String> teachers = new TreeSet<>();
        private final Set<String> rooms = new TreeSet<>();
        private final Set<String> virtual = new TreeSet<>();
        private final List<String> years = new ArrayList<>();
        private final Map<String, Set<String>> parts = new LinkedHashMap<>();
        private final List<Row> activities = new ArrayList<>();
        private final Map<String, List<String>> starts = new HashMap<>();
        private final Map<String, Set<String>> places = new HashMap<>();

        void read(XMLStreamReader xml) throws XMLStreamException {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamReader.START_ELEMENT -> open.push(new Row(xml.getLocalName()));
                    case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA ->
                        open.element().text.append(xml.getText());
                    case XMLStreamReader.END_ELEMENT -> close(open.pop());
                    default -> {}
                }
            }
        }

        private void close(Row row) {
            if (open.isEmpty()) {
                return;
            }
            Row parent = open.element();
            String text = row.text.toString().strip();
            parent.values.computeIfAbsent(row.name, any -> new ArrayList<>()).add(text);
            String name = row.value("Name");
            switch (parent.name + "/" + row.name) {
                case "Days_List/Day" -> days.add(name);
                case "Days_List/Name" -> days.add(text);
                case "Hours_List/Hour" -> hours.add(name);
                case "Hours_List/Name" -> hours.add(text);
                case "Teachers_List/Teacher" -> teachers.add(name);
                case "Rooms_List/Room" -> (row.value("Virtual").equals("true") ? virtual : rooms).add(name);
                case "Students_List/Year", "Year/Group", "Group/Subgroup" -> closeStudents(row, parent);
                case "Activities_List/Activity" -> activities.add(row);
                case "Time_Constraints_List/ConstraintActivityPreferredStartingTime" -> {
                    if (isStrict(row)) {
                        starts.put(
                                row.value("Activity_Id"),
                                List.of(row.value("Preferred_Day"), row.value("Preferred_Hour")));
                    }
                }
                case "Space_Constraints_List/ConstraintActivityPreferredRoom" -> {
                    if (isStrict(row)) {
                        Set<String> real = row.set("Real_Room");
                        places.put(row.value("Activity_Id"), real.isEmpty() ? row.set("Room") : real);
                    }
                }
                default -> {}
            }
        }

        private static boolean isStrict(Row row) {
            return Double.parseDouble(row.value("Weight_Percentage")) == 100
                    && !row.value("Active").equals("false");
        }

        private void closeStudents(Row row, Row parent) {
            String name = row.value("Name");
            Set<String> own = parts.computeIfAbsent(name, any -> new HashSet<>());
            if (row.name.equals("Year")) {
                years.add(name);
            } else {
                parent.values.computeIfAbsent("parts", any -> new ArrayList<>()).add(name);
            }
            List<String> below = row.values.getOrDefault("parts", List.of());
            below.forEach(part -> own.addAll(parts.get(part)));
            if (below.isEmpty()) {
                own.add(name);
            } else if (below.size() == 1) {
                own.add(OTHERS + name);
            }
        }

        FetFacts toFacts() {
            var all = activities.stream()
                    .filter(row -> !row.value("Active").equals("false"))
                    .map(row -> {
                        String id = row.value("Id");
                        Set<String> real = new TreeSet<>(places.getOrDefault(id, Set.of()));
                        real.removeAll(virtual);
                        return new Activity(
                                id,
                                row.value("Subject"),
                                row.set("Teacher"),
                                row.set("Students"),
                                Integer.parseInt(row.value("Duration")),
                                starts.getOrDefault(id, List.of()),
                                real);
                    })
                    .toList();
            return new FetFacts(days, hours, teachers, rooms, years, parts, all);
        }
    }
}
