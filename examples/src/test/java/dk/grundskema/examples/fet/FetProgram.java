package dk.grundskema.examples.fet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** FET's command line program, if it is installed. */
record FetProgram(Path program) {
    /** Seeds of FET's random numbers: the same file gives the same timetable. */
    private static final List<String> SEEDS = List.of("10=11", "11=12", "12=13", "20=21", "21=22", "22=23");

    /** Timetables for display, which nobody reads here. Without those of activity tags FET 6.8.5 writes no activities.xml either. */
    private static final List<String> UNUSED =
            List.of("daysvertical", "timehorizontal", "timevertical", "teachersfreeperiods", "rooms", "subjects");

    /** Returns the program; ends the test with a message if it is not installed. */
    static FetProgram find() {
        var found = List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .map(place -> Path.of(place, "fet-cl"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), "FET's command line (fet-cl) is not installed, so nothing is solved with it.");
        return new FetProgram(found.orElseThrow());
    }

    /** Solves a file and returns the folder of the results; fails the test if that takes longer than a limit. */
    Path solve(Path file, Path output, int seconds) throws IOException, InterruptedException {
        Files.createDirectories(output);
        Path log = output.resolve("log.txt");
        var command = new ArrayList<String>();
        command.addAll(List.of(program.toString(), "--inputfile=" + file.toAbsolutePath(), "--outputdir=" + output));
        SEEDS.forEach(seed -> command.add("--randomseeds" + seed));
        UNUSED.forEach(kind -> command.add("--writetimetables" + kind + "=false"));
        command.add("--htmllevel=0");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(seconds, TimeUnit.SECONDS))
                    .as("%s is solved within %d s", file, seconds)
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.fet$", "");
        return output.resolve("timetables").resolve(name);
    }
}
