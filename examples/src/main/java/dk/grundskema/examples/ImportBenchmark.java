package dk.grundskema.examples;

import dk.grundskema.api.imports.ImportRequest;
import dk.grundskema.api.imports.ImportRequest.NamedFile;
import dk.grundskema.api.imports.ImportResult;
import dk.grundskema.api.imports.assembly.StudentIdScheme;
import dk.grundskema.api.imports.assembly.StudentKey;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.domain.people.Language;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Measures how long an import takes and how much memory it needs: of the first file in a new process, and of the fifth. No test depends on the results. */
public final class ImportBenchmark {
    private static final List<String> SUBJECTS =
            List.of("DAN", "MAT", "ENG", "TYS", "HIS", "IDR", "BIL", "MUS", "GEO", "BIO");
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 8, 10);
    private static final int DAYS = 5;
    private static final int LESSONS_A_DAY = 6;
    private static final int ROUNDS = 5;

    private ImportBenchmark() {}

    /**
     * Imports a made-up timetable.
     *
     * @param arguments {@code classes} for 30 classes with a row for each weekly lesson, {@code rows} for 100,320 rows with a date each, or a file
     * @throws IOException if a file can't be written or read
     */
    public static void main(String[] arguments) throws IOException {
        Path file = switch (arguments[0]) {
            case "classes" -> write(30, 1);
            case "rows" -> write(76, 44);
            default -> Path.of(arguments[0]);
        };
        var planning = new PluginPlanningFacade();
        var request = new ImportRequest(
                List.of(new NamedFile(file.toString(), file)),
                null,
                null,
                "2026/27",
                null,
                null,
                Language.EN,
                "problem.json",
                StudentIdScheme.of(StudentKey::random));
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (int round = 1; round <= ROUNDS; round++) {
            long begun = System.nanoTime();
            Duration work = processorTime();
            ImportResult imported = planning.importFiles(request);
            if (round == 1 || round == ROUNDS) {
                out.printf(
                        Locale.ROOT,
                        "Import %d of %s: %.2f s, work of the processor %.2f s, %d lessons, %s%n",
                        round,
                        file.getFileName(),
                        (System.nanoTime() - begun) / 1e9,
                        processorTime().minus(work).toMillis() / 1e3,
                        imported.understood().lessons(),
                        imported.json() == null ? "refused" : "no errors");
            }
        }
        peakMemory().ifPresent(kilobytes -> out.printf(Locale.ROOT, "Most resident memory: %d MB%n", kilobytes / 1024));
    }

    /** Writes a row for each lesson of a week, or of several weeks with dates. */
    private static Path write(int classes, int weeks) throws IOException {
        var text = new StringBuilder("Klasse;Fag;Lærer;Lokale;" + (weeks == 1 ? "Dag" : "Dato") + ";Fra;Til\n");
        for (int i = 0; i < classes * weeks * DAYS * LESSONS_A_DAY; i++) {
            int lesson = i % LESSONS_A_DAY;
            int group = i / LESSONS_A_DAY % classes;
            int day = i / LESSONS_A_DAY / classes % DAYS;
            int week = i / LESSONS_A_DAY / classes / DAYS;
            String date = weeks == 1
                    ? DayOfWeek.of(day + 1).name().toLowerCase(Locale.ROOT)
                    : FIRST_DAY.plusDays(7L * week + day).toString();
            text.append("%d%c;%s;T%s;%d;%s;%d.00;%d.45%n"
                    .formatted(
                            group / 8,
                            'A' + group % 8,
                            SUBJECTS.get((group + lesson) % SUBJECTS.size()),
                            letters(group + lesson * classes),
                            100 + group,
                            date,
                            8 + lesson,
                            8 + lesson));
        }
        Path file = Files.createTempFile("timetable", ".csv");
        file.toFile().deleteOnExit();
        return Files.writeString(file, text);
    }

    private static String letters(int number) {
        return "%c%c".formatted('A' + number / 26, 'A' + number % 26);
    }

    /** Returns the processor time of the process so far; zero if the system does not say. */
    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static Optional<Long> peakMemory() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> Long.valueOf(line.replaceAll("\\D", "")))
                    .findFirst();
        }
    }
}
