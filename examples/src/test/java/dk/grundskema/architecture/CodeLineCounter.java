package dk.grundskema.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Counts lines of code: those that are neither blank, comment, import nor package. */
final class CodeLineCounter {
    private CodeLineCounter() {}

    /** Of all Java files below a folder; 0 if it isn't there. */
    static long countBelow(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            long lines = 0;
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                lines += countLines(Files.readAllLines(file));
            }
            return lines;
        }
    }

    /** Of one file. A comment over several lines begins at the beginning of a line and ends at the end of one, as the formatter has it. */
    static long countLines(List<String> file) {
        boolean inComment = false;
        long lines = 0;
        for (String each : file) {
            String line = each.strip();
            boolean begins = line.startsWith("/*");
            boolean isCode = !inComment && !begins && !line.isEmpty() && !line.startsWith("//");
            if (isCode && !line.startsWith("import ") && !line.startsWith("package ")) {
                lines++;
            }
            inComment = (inComment || begins) && !line.endsWith("*/");
        }
        return lines;
    }
}
