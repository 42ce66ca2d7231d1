package dk.grundskema.api.service.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The list files of the example school. */
public final class SchoolListFiles {
    static final Path FOLDER = Path.of("../../examples/school-12-classes");
    static final List<String> NAMES =
            List.of("skema.csv", "medarbejdere.csv", "lokaler.csv", "ringetider.csv", "tolaerere.csv", "behov.csv");

    private SchoolListFiles() {}

    public static Map<String, String> files() throws IOException {
        var files = new LinkedHashMap<String, String>();
        for (String name : NAMES) {
            files.put(name, Files.readString(FOLDER.resolve(name)));
        }
        return files;
    }
}
