package dk.grundskema.api.service.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/** The machine on which something is measured. */
final class Machine {
    private Machine() {}

    /** Prints the other load of the machine; figures are valid only without any. */
    static void printLoad(String when) {
        System.out.printf(
                Locale.ROOT,
                "load of the machine as this %s: %.1f on %d cores%n",
                when,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
    }

    /** Removes a folder with all that is in it. */
    static void deleteFolder(Path all) throws IOException {
        try (Stream<Path> files = Files.walk(all)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
