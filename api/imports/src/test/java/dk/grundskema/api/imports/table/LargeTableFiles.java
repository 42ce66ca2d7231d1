package dk.grundskema.api.imports.table;

import dk.grundskema.api.imports.source.ReadingHints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/** Large files as schools and municipalities have them. Run as a program, it prints the duration of reading and the memory in use afterwards. */
final class LargeTableFiles {
    private static final List<String> SUBJECTS = List.of("DAN", "MAT", "ENG", "N/T", "IDR", "MUS", "HIS", "KRI");
    private static final List<String> TIMES =
            List.of("8.00-8.45", "8.45-9.30", "9.50-10.35", "10.35-11.20", "11.50-12.35", "12.35-13.20");
    private static final List<String> DAYS = List.of("Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag");

    private LargeTableFiles() {}

    /** One sheet per class, five days of six lessons with two empty ones: 28 lessons per class. */
    static byte[] grids(int classes) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            for (int index = 0; index < classes; index++) {
                var sheet = book.newWorksheet(index / 3 + "" + (char) ('A' + index % 3));
                sheet.value(0, 0, "Tid");
                for (int day = 0; day < DAYS.size(); day++) {
                    sheet.value(0, 1 + day, DAYS.get(day));
                }
                for (int lesson = 0; lesson < TIMES.size(); lesson++) {
                    sheet.value(1 + lesson, 0, TIMES.get(lesson));
                    for (int day = 0; day < DAYS.size(); day++) {
                        if (lesson < 5 || day < 3) {
                            int number = index * 31 + lesson * 5 + day;
                            sheet.value(
                                    1 + lesson,
                                    1 + day,
                                    SUBJECTS.get(number % 8) + " / T" + number % 42 + " / " + number % 30);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A row a lesson. */
    static byte[] rows(int lessons) {
        var text = new StringBuilder("Klasse;Fag;Lærer;Lokale;Ugedag;Fra;Til;Uger\n");
        for (int i = 0; i < lessons; i++) {
            text.append("%d%c;%s;T%d;%d;%s;8.00;8.45;33-40\n"
                    .formatted(i % 10, (char) ('A' + i % 7), SUBJECTS.get(i % 8), i % 900, i % 400, DAYS.get(i % 5)));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads both and prints the duration and memory. */
    public static void main(String[] args) {
        measure("30 classes.xlsx", grids(30));
        measure("100000 rows.csv", rows(100_000));
    }

    private static void measure(String name, byte[] bytes) {
        long begin = System.nanoTime();
        var source = new TableReader(List.of()).read(name, bytes, ReadingHints.none());
        long milliseconds = (System.nanoTime() - begin) / 1_000_000;
        System.gc();
        var runtime = Runtime.getRuntime();
        long used = (runtime.totalMemory() - runtime.freeMemory()) / (1024 * 1024);
        System.out.printf(
                "%s: %d lessons, %d findings, %d ms, %d MB in use%n",
                name, source.lessons().size(), source.findings().size(), milliseconds, used);
    }
}
