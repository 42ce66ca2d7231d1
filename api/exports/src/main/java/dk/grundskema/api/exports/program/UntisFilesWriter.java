package dk.grundskema.api.exports.program;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * Writes text files as Untis exports and imports them (<em>TXT, CSV, DIF</em>): semicolons, texts in double quotes, UTF-8. A line has one class,
 * one teacher and one room; lines of one lesson number are one coupling.
 */
final class UntisFilesWriter {
    private static final CSVFormat FORMAT = CSVFormat.Builder.create()
            .setDelimiter(';')
            .setQuote('"')
            .setQuoteMode(QuoteMode.NON_NUMERIC)
            .setRecordSeparator("\r\n")
            .get();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);
    private static final int FIELDS_BEFORE_FIRST_NAME = 26;
    private static final String NONE = "";

    private final WeeklyTimetable plan;
    private final LossCounter losses;
    private final List<WeeklyLesson> written;
    private final Map<Set<List<Object>>, Integer> numbers = new LinkedHashMap<>();
    private final SortedMap<String, byte[]> files = new TreeMap<>();

    private UntisFilesWriter(WeeklyTimetable plan, LossCounter losses) {
        this.plan = plan;
        this.losses = losses;
        this.written = plan.lessons().stream().filter(this::canBeWritten).toList();
    }

    /**
     * Writes the files.
     *
     * @param losses counts what these files cannot express
     * @return contents by name
     */
    static SortedMap<String, byte[]> write(WeeklyTimetable plan, LossCounter losses) {
        return new UntisFilesWriter(plan, losses).write();
    }

    /** A row of a coupling: one class, one teacher and one room; blank means none. */
    private record Row(String className, String teacher, String subject, String room) {}

    private SortedMap<String, byte[]> write() {
        losses.add(Loss.UNTIS_WEEKS, plan.weeks().size() - 1);
        losses.add(Loss.UNTIS_PERIODS, (int)
                written.stream().filter(lesson -> lesson.count() > 1).count());
        losses.add(Loss.UNTIS_PARALLEL, (int) written.stream()
                .filter(lesson -> lesson.teachers().size() > 1
                        && lesson.rooms().isEmpty()
                        && classNames(lesson).size() != 1)
                .count());
        Map<Integer, Map<Row, Integer>> periodsByNumber = new TreeMap<>();
        for (int week = 0; week < plan.weeks().size(); week++) {
            files.put(timetableName(week), writeTimetable(week, periodsByNumber));
        }
        files.put("gpu002.txt", writeLessons(periodsByNumber));
        files.put("gpu003.txt", writeNames(plan.classes().values()));
        files.put("gpu004.txt", writeTeachers());
        files.put("gpu005.txt", writeNames(plan.rooms().values()));
        files.put("gpu006.txt", writeNames(plan.subjects()));
        files.put("time.txt", writeBellTimes());
        return files;
    }

    private boolean canBeWritten(WeeklyLesson lesson) {
        boolean can = !lesson.teachers().isEmpty() || !classNames(lesson).isEmpty();
        losses.add(Loss.UNTIS_NOBODY, can ? 0 : 1);
        return can;
    }

    private String timetableName(int week) {
        return plan.weeks().size() == 1
                ? "gpu001.txt"
                : "gpu001-" + plan.weeks().get(week).toString().toLowerCase(Locale.ROOT) + ".txt";
    }

    /** Students who are taken out of their classes' lessons are in no class here: Untis would see their classes in two places. */
    private List<String> classNames(WeeklyLesson lesson) {
        return lesson.pulledOut()
                ? List.of()
                : lesson.learners().stream()
                        .map(learners -> plan.className(learners.classId()))
                        .distinct()
                        .toList();
    }

    private byte[] writeTimetable(int week, Map<Integer, Map<Row, Integer>> periodsByNumber) {
        return writeTable(out -> {
            for (DayOfWeek day : plan.days()) {
                for (int period = 0; period < plan.grid().periods().size(); period++) {
                    writePeriod(out, week, day, period, periodsByNumber);
                }
            }
        });
    }

    private void writePeriod(
            CSVPrinter out, int week, DayOfWeek day, int period, Map<Integer, Map<Row, Integer>> periodsByNumber)
            throws IOException {
        var held = written.stream()
                .filter(lesson -> lesson.isHeldAt(week, day, period))
                .toList();
        for (List<WeeklyLesson> coupling : couplings(held).stream()
                .flatMap(simultaneous -> withoutLikeness(simultaneous).stream())
                .toList()) {
            int number = number(coupling);
            for (Row row : rows(coupling)) {
                out.printRecord(
                        number,
                        row.className(),
                        row.teacher(),
                        row.subject(),
                        row.room(),
                        day.getValue(),
                        period + 1,
                        null,
                        null);
                periodsByNumber
                        .computeIfAbsent(number, any -> new LinkedHashMap<>())
                        .merge(row, 1, Integer::sum);
            }
        }
    }

    /** Joins simultaneous lessons that share a class, directly or through others: the parts of a band. */
    private List<List<WeeklyLesson>> couplings(List<WeeklyLesson> held) {
        var couplings = new ArrayList<List<WeeklyLesson>>();
        for (WeeklyLesson lesson : held) {
            var joined = new ArrayList<WeeklyLesson>();
            couplings.removeIf(coupling -> {
                boolean shares = coupling.stream()
                        .anyMatch(other -> classNames(other).stream().anyMatch(classNames(lesson)::contains));
                if (shares) {
                    joined.addAll(coupling);
                }
                return shares;
            });
            joined.add(lesson);
            couplings.add(joined);
        }
        return couplings;
    }

    /** Divides a coupling so that no two lessons of one number look like one lesson with several teachers, classes or rooms. */
    private List<List<WeeklyLesson>> withoutLikeness(List<WeeklyLesson> coupling) {
        var divided = new ArrayList<List<WeeklyLesson>>();
        for (WeeklyLesson lesson : coupling) {
            divided.stream()
                    .filter(part -> part.stream().noneMatch(other -> looksLikeOne(lesson, other)))
                    .findFirst()
                    .orElseGet(() -> {
                        divided.add(new ArrayList<>());
                        return divided.getLast();
                    })
                    .add(lesson);
        }
        return divided;
    }

    private boolean looksLikeOne(WeeklyLesson one, WeeklyLesson other) {
        var classes = Set.copyOf(classNames(one));
        boolean sharesTeacher = !Collections.disjoint(one.teachers(), other.teachers());
        boolean sharesPlace = (one.rooms().isEmpty() && other.rooms().isEmpty())
                ? classes.size() == 1
                : !Collections.disjoint(one.rooms(), other.rooms());
        return one.subject().equals(other.subject())
                && (sharesTeacher || (sharesPlace && classes.equals(Set.copyOf(classNames(other)))));
    }

    /** Returns the lesson number: the same lessons together have the same number all week. */
    private int number(List<WeeklyLesson> coupling) {
        var contents = new LinkedHashSet<List<Object>>();
        coupling.forEach(lesson ->
                contents.add(List.of(lesson.subject(), lesson.learners(), lesson.teachers(), lesson.rooms())));
        return numbers.computeIfAbsent(contents, any -> numbers.size() + 1);
    }

    private Set<Row> rows(List<WeeklyLesson> coupling) {
        var rows = new LinkedHashSet<Row>();
        for (WeeklyLesson lesson : coupling) {
            for (String className : orNone(classNames(lesson), Function.identity())) {
                for (String teacher : orNone(lesson.teachers(), (StaffId id) -> plan.code(id))) {
                    for (String room : orNone(lesson.rooms(), (RoomId id) -> plan.roomName(id))) {
                        rows.add(new Row(className, teacher, lesson.subject(), room));
                    }
                }
            }
        }
        return rows;
    }

    private static <T> List<String> orNone(List<T> entities, Function<T, String> name) {
        return entities.isEmpty() ? List.of(NONE) : entities.stream().map(name).toList();
    }

    /** Lessons without times: number, periods a week, of the class and of the teacher, then class, teacher, subject and room. */
    private byte[] writeLessons(Map<Integer, Map<Row, Integer>> periodsByNumber) {
        return writeTable(out -> {
            for (var lesson : periodsByNumber.entrySet()) {
                for (var row : lesson.getValue().entrySet()) {
                    int periods = Math.ceilDiv(row.getValue(), plan.weeks().size());
                    out.printRecord(
                            lesson.getKey(),
                            periods,
                            periods,
                            periods,
                            row.getKey().className(),
                            row.getKey().teacher(),
                            row.getKey().subject(),
                            row.getKey().room());
                }
            }
        });
    }

    /** Short names, which are the long ones too. */
    private static byte[] writeNames(Collection<String> names) {
        return writeTable(out -> {
            for (String name : names.stream().sorted().toList()) {
                out.printRecord(name, name);
            }
        });
    }

    /** Teachers: short name, last name; the first name is the 29th field. */
    private byte[] writeTeachers() {
        return writeTable(out -> {
            for (var teacher : plan.staff().values().stream()
                    .sorted(Comparator.comparing(WeeklyTimetable.Teacher::code))
                    .toList()) {
                int blank = teacher.name().lastIndexOf(' ');
                out.print(teacher.code());
                out.print(teacher.name().substring(blank + 1));
                for (int i = 0; i < FIELDS_BEFORE_FIRST_NAME; i++) {
                    out.print(null);
                }
                out.print(blank < 0 ? null : teacher.name().substring(0, blank));
                out.println();
            }
        });
    }

    /** Bell times: weekday, number of periods, period, start, end. */
    private byte[] writeBellTimes() {
        var periods = plan.grid().periods();
        return writeTable(out -> {
            for (DayOfWeek day : plan.days()) {
                for (int i = 0; i < periods.size(); i++) {
                    out.printRecord(
                            day.getValue(),
                            periods.size(),
                            i + 1,
                            TIME.format(periods.get(i).start()),
                            TIME.format(periods.get(i).end()));
                }
            }
        });
    }

    /** Content of a file. */
    @FunctionalInterface
    private interface Rows {
        void print(CSVPrinter out) throws IOException;
    }

    private static byte[] writeTable(Rows rows) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new CSVPrinter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), FORMAT)) {
            rows.print(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
